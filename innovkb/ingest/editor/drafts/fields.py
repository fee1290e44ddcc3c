"""Which fields an editor decides on, for the write-up and for each kind of proposal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

PROPOSED_ITEMS = ("quote", "tip", "barrier", "principle", "example", "tool", "question")
"""The kinds of proposals that become items; an editor may turn one into another."""

OTHER_KINDS = ("person", "organisation", "next_session")
"""The other kinds of proposals that an editor takes or skips."""

DECIDED_KINDS = (*PROPOSED_ITEMS, *OTHER_KINDS)


@dataclass(frozen=True, slots=True)
class KindFields:
    """The fields of a kind: what is seen at once, folded away, and not seen but decided on."""

    main: tuple[str, ...]
    more: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    @property
    def decided(self) -> tuple[str, ...]:
        return tuple(name for name in (*self.main, *self.more, *self.hidden) if name != "other")


_ORIGIN = ("speaker", "other", "section", "wording", "note")
KIND_FIELDS: Mapping[str, KindFields] = {
    "quote": KindFields(
        ("text", "speaker", "themes"),
        ("other", "speaker_label", "title", "section", "wording", "note"),
    ),
    "tip": KindFields(("title", "text", "themes"), ("form", "audience", *_ORIGIN)),
    "barrier": KindFields(("title", "text", "group", "themes"), _ORIGIN),
    "principle": KindFields(("title", "text", "set", "themes"), ("set_name", *_ORIGIN)),
    "example": KindFields(("title", "text", "themes"), ("place", "actor", "effect", *_ORIGIN)),
    "tool": KindFields(("title", "text", "website", "themes"), ("good_for", "creators", *_ORIGIN)),
    "question": KindFields(
        ("question", "text", "speaker", "themes"), ("other", "title", "section", "wording", "note")
    ),
    "person": KindFields(
        ("match", "name", "role", "organisation", "part"), ("other",), ("organisation_new",)
    ),
    "organisation": KindFields(("match", "name", "short_name"), ("other",)),
    "next_session": KindFields(("title", "date", "match", "description")),
}
"""THE table of the fields of proposals. ``other`` is of the screen alone: a name that is typed
there leads to ``speaker`` or ``match``."""

DOCUMENT_FOLDS: Mapping[str, tuple[str, ...]] = {
    "": ("title", "genre", "session", "date", "date_precision", "summary"),
    "De bijeenkomst": (
        "series", "organiser", "place", "attendance", "attendance_note", "date_note",
    ),
    "Bron en rechten": (
        "source_title", "source_url", "published_in", "publisher", "language", "rights",
        "rights_note",
    ),
    "De tekst op de site": ("body_mode", "body", "note"),
}  # fmt: skip
"""The fields of the write-up, by the fold that they stand in; without a name: in none."""

FIELDS: Mapping[str, tuple[str, ...]] = {
    "document": (
        *(name for names in DOCUMENT_FOLDS.values() for name in names),
        "target", "again", "series_new", "organiser_new", "publisher_new",
    ),
    **{kind: fields.decided for kind, fields in KIND_FIELDS.items()},
}  # fmt: skip
"""The names of the fields that are decided on. All values are text, but ``themes``: slugs.

``speaker`` is empty, the key of a proposed person, or ``speaker:<slug>`` for somebody whom the
site knows. ``match`` is empty (not decided), ``new``, or the slug of the row that is meant.
``session`` is empty (none), ``new`` or the slug of an announced session; ``target`` is empty (a
new write-up) or the slug of the write-up that this text is a newer version of; ``again`` is
``yes`` when the editor wants a second write-up of a text that is there already. ``body_mode``
is one of ``BODY_MODES``. ``series_new``, ``organiser_new``, ``publisher_new`` and
``organisation_new`` hold the name of which the editor said that it is a new one, though the site
has one that looks like it.
"""

WRITE_UP_TEXTS = (
    "title", "genre", "language", "date_precision", "date_note", "source_title", "source_url",
    "published_in", "rights", "rights_note", "summary", "note",
)  # fmt: skip
"""The fields that the write-up's row has under the same name, as text."""

_OF_EVERY_ITEM = ("title", "text", "speaker", "section", "wording", "themes", "note")
_WITH_A_RULE = ("form", "group", "set", "set_name")
OWN_TEXTS: Mapping[str, tuple[str, ...]] = {
    kind: tuple(name for name in FIELDS[kind] if name not in (*_OF_EVERY_ITEM, *_WITH_A_RULE))
    for kind in PROPOSED_ITEMS
}
"""The fields of one kind alone that its row has under the same name, as text."""

_ITEM_FIELDS = tuple(dict.fromkeys(name for kind in PROPOSED_ITEMS for name in FIELDS[kind]))
"""An item keeps what was filled in for another kind, for when the editor changes it back."""

BODY_MODES = ("outline", "source", "own", "keep")
"""What the write-up's text becomes.

``outline``: only the passages of the items taken, under their headings; ``source``: the whole
source text (only with the right to show it); ``own``: the text in ``body``; ``keep``: the text
that the write-up has, with the new passages added.
"""

MOST_CHARACTERS = 2_000_000
"""The longest value of a field that is kept; a text is refused long before."""


def clean_fields(kind: str, fields: Any) -> dict[str, Any]:
    """The fields that this kind has, as text (or a list of texts); anything else is left out."""
    if not isinstance(fields, Mapping):
        return {}
    names = _ITEM_FIELDS if kind in PROPOSED_ITEMS else FIELDS[kind]
    return {name: _clean(name, fields[name]) for name in names if name in fields}


def _clean(name: str, value: Any) -> Any:
    if name == "themes":
        values = value if isinstance(value, list | tuple) else [value]
        return [clean_text(one) for one in values if isinstance(one, str) and one]
    return clean_text("" if value is None else str(value))


def clean_text(text: str) -> str:
    """The text without what no database holds: NUL characters and halves of characters."""
    plain = text[:MOST_CHARACTERS].replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    return plain.encode("utf-8", "replace").decode()
