"""What was learnt, on the screen of the write-up it was drawn from."""

from practices.models import Barrier, Tip
from sessions.admin.base import ItemInline

_SHARED = (
    "text", "wording", "speaker", "themes", "excerpt", "excerpt_occurrence", "position",
)  # fmt: skip


class TipInline(ItemInline):
    model = Tip
    fields = ("title", "form", "audience", *_SHARED)


class BarrierInline(ItemInline):
    model = Barrier
    fields = ("title", "group", *_SHARED)
    autocomplete_fields = (*ItemInline.autocomplete_fields, "group")
