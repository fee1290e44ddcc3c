"""Makes one theme of two that mean the same."""

from innovkb.lib.merging import absorb
from innovkb.lib.writes import together
from practices.models import Theme
from sessions.redirects import keep_address


def merge_themes(*, keep: Theme, other: Theme) -> None:
    """Tag with ``keep`` all that ``other`` tags; the old address leads to the theme that stays.

    Raises ValueError when both are the same row.
    """
    with together():
        old_address = other.get_absolute_url()
        keep.description = keep.description or other.description
        absorb(keep=keep, other=other)
        keep.save()
        keep_address(old_path=old_address, new_path=keep.get_absolute_url())
