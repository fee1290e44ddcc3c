"""Which fields an editor decides on, for the write-up and for each kind of proposal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ITEM_KINDS = ("quote", "tip", "barrier", "principle", "example", "tool", "question")
"""The kinds of proposals that become items; an editor may turn one into another."""

OTHER_KINDS = ("person", "organisation", "next_session")
"""The other kinds of proposals that an editor takes or skips."""

DECIDED_KINDS = (*ITEM_KINDS, *OTHER_KINDS)

_ITEM = ("title", "text", "speaker", "section", "wording", "themes", "note")
FIELDS: Mapping[str, tuple[str, ...]] = {
    "document": (
        "title", "genre", "language", "date", "date_precision", "date_note", "attendance",
        "attendance_note", "series", "organiser", "place", "session", "source_title", "source_url",
        "published_in", "publisher", "rights", "rights_note", "summary", "note", "target",
        "body_mode", "body", "again", "series_new", "organiser_new", "publisher_new",
    ),
    "quote": (*_ITEM, "speaker_label"),
    "tip": (*_ITEM, "form", "audience"),
    "barrier": (*_ITEM, "group"),
    "principle": (*_ITEM, "set", "set_name"),
    "example": (*_ITEM, "place", "actor", "effect"),
    "tool": (*_ITEM, "good_for", "website", "creators"),
    "question": (*_ITEM, "question"),
    "person": ("name", "role", "organisation", "part", "match", "organisation_new"),
    "organisation": ("name", "short_name", "match"),
    "next_session": ("title", "date", "description", "match"),
}  # fmt: skip
"""The names of the fields. All values are text, but ``themes``: a list of slugs.

``speaker`` is empty, the key of a proposed person, or ``speaker:<slug>`` for somebody whom the
site knows. ``match`` is empty (not decided), ``new``, or the slug of the row that is meant.
``session`` is empty (none), ``new`` or the slug of an announced session; ``target`` is empty (a
new write-up) or the slug of the write-up that this text is a newer version of; ``again`` is
``yes`` when the editor wants a second write-up of a text that is there already. ``body_mode``
is one of ``BODY_MODES``. ``series_new``, ``organiser_new``, ``publisher_new`` and
``organisation_new`` hold the name of which the editor said that it is a new one, though the site
has one that looks like it.
"""

_ITEM_FIELDS = tuple(dict.fromkeys(name for kind in ITEM_KINDS for name in FIELDS[kind]))
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
    names = _ITEM_FIELDS if kind in ITEM_KINDS else FIELDS[kind]
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
