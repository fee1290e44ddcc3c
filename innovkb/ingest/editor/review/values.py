"""What a screen sends: names of fields with their values, and what they were when shown.

A name is ``d.<field>`` for the write-up, ``<key>.<field>`` for a proposal (``choice`` and
``kind`` are fields here), ``gone.<reference>`` for an item that the text no longer holds.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from django.http import QueryDict

from innovkb.ingest.editor.drafts import FIELDS
from innovkb.ingest.plan import Decided, Plan

Value = str | list[str]

DOCUMENT = "d"
GONE = "gone"
OPEN = "?"
"""Stands for a choice that nobody made yet."""
LISTS = ("themes",)
NOT_SAVED = ("other", "order")
"""Fields of the screens alone: they lead to a decision, but are none."""
_MOST_DIGITS = 9


def fingerprint(value: Value) -> str:
    """A short sign by which a value is known to be changed; white space around it is no change."""
    text = "\n".join(sorted(value)) if isinstance(value, list) else value
    plain = text.replace("\r\n", "\n").strip()
    return f"{crc32(plain.encode('utf-8', 'replace')):08x}"


@dataclass(frozen=True, slots=True)
class Sent:
    """What somebody sent: the version they saw, all values, and the signs of what they saw.

    ``given_up`` are the fields where they take what another wrote.
    """

    version: int
    values: Mapping[str, Value]
    signs: Mapping[str, str]
    given_up: frozenset[str] = frozenset()

    @property
    def changed(self) -> dict[str, Value]:
        """Only what they changed themselves."""
        return {
            name: value
            for name, value in self.values.items()
            if self.signs.get(name) != fingerprint(value)
        }


def read_sent(data: QueryDict) -> Sent:
    """Read a form; whatever is not as a screen sends it is left out."""
    values: dict[str, Value] = {}
    for name in data:
        field = name.rpartition(".")[2]
        if "." in name:
            values[name] = data.getlist(name) if field in LISTS else data.get(name, "")
    signs = _signs(data.get("base", ""))
    for name in [*signs, *data.getlist("empty")]:  # of a list without a tick nothing is sent
        if name.rpartition(".")[2] in LISTS:
            values.setdefault(name, [])
    signs |= {name: fingerprint(value) for name, value in _before(data.get("was", "")).items()}
    version = data.get("version", "")
    known = version.isdecimal() and len(version) <= _MOST_DIGITS
    given_up = frozenset(data.getlist("theirs"))
    return Sent(int(version) if known else 0, values, signs, given_up)


def _mapping(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _signs(text: str) -> dict[str, str]:
    return {
        f"{key}.{field}": str(sign)
        for key, fields in _mapping(text).items()
        if isinstance(fields, dict)
        for field, sign in fields.items()
    }


def _before(text: str) -> dict[str, Value]:
    return {
        name: [str(one) for one in value] if isinstance(value, list) else str(value)
        for name, value in _mapping(text).items()
    }


def shown_value(plan: Plan, entries: Mapping[str, Decided], name: str) -> Value | None:
    """What a screen shows for the name now; None where there is no such field."""
    key, _, field = name.rpartition(".")
    if key == DOCUMENT:
        return document_value(plan, field) if field in FIELDS["document"] else None
    if key == GONE:
        return str(plan.draft.decisions.get("gone", {}).get(field, OPEN))
    entry = entries.get(key)
    return entry_value(entry, field) if entry else None


def document_value(plan: Plan, field: str) -> str:
    """What a screen shows for a field of the write-up; ``?`` for what the editor must choose."""
    undecided = field not in plan.draft.decisions.get("document", {})
    if undecided and field == "target" and plan.duplicates:
        return OPEN
    if undecided and field == "session" and not plan.target:
        return OPEN if plan.document.session.state == "near" else plan.document.value(field)
    return plan.document.value(field)


def entry_value(entry: Decided, field: str) -> Value:
    """What a screen shows for a field of a proposal."""
    if field == "choice":
        return entry.choice
    if field == "kind":
        return entry.kind
    if field in LISTS:
        return [str(one) for one in entry.fields.get(field, [])]
    return "" if field in NOT_SAVED else entry.value(field)


def as_decisions(values: Mapping[str, Value]) -> dict[str, Any]:
    """The values in the shape in which ``drafts.save_decisions`` takes them."""
    document: dict[str, Value] = {}
    entries: dict[str, dict[str, Any]] = {}
    gone: dict[str, Value] = {}
    for name, value in values.items():
        key, _, field = name.rpartition(".")
        if field in NOT_SAVED:
            continue
        if key == DOCUMENT:
            document[field] = value
        elif key == GONE:
            gone[field] = value
        elif field in ("choice", "kind"):
            entries.setdefault(key, {})[field] = value
        else:
            entries.setdefault(key, {}).setdefault("fields", {})[field] = value
    parts = {"document": document, "entries": entries, "gone": gone}
    return {part: chosen for part, chosen in parts.items() if chosen}
