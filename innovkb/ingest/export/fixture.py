"""Writes rows as a fixture that people can read: YAML, natural keys, a stable order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import yaml
from django.db import models

from innovkb.ingest.export.gather import Rows
from practices.models import (
    Archetype,
    ArchetypeQuestion,
    Barrier,
    BarrierGroup,
    Claim,
    Example,
    Principle,
    PrincipleSet,
    Remedy,
    Theme,
    Tip,
    Tool,
    Voice,
)
from sessions.models import (
    Appearance,
    Organisation,
    Question,
    Quote,
    Series,
    Session,
    Speaker,
    WriteUp,
)

_WIDTH = 96
_LONG = 72
"""A text of more characters is folded over lines."""
_EMPTY: tuple[Any, ...] = (None, "", [])
_HEADINGS: dict[type[models.Model], str] = {
    Theme: "The themes of the items.",
    Organisation: "The organisations that people belong to, that publish or that help.",
    Speaker: "Everybody with a part in it.",
    Series: "The run of meetings.",
    BarrierGroup: "What the barriers are about.",
    PrincipleSet: "The sets that the principles belong to.",
    Session: "The meeting, and the meetings that it announces.",
    WriteUp: "The text.",
    Appearance: "Who appears in it, as what.",
    Quote: "Quotes.",
    Tip: "Tips.",
    Barrier: "Barriers.",
    Archetype: "Archetypes.",
    Principle: "Principles.",
    Example: "Examples.",
    Tool: "Tools.",
    Question: "Questions and answers.",
    ArchetypeQuestion: "The questions of the archetypes.",
    Remedy: "What helps against the barriers, and why.",
    Claim: "What several people say, or contradict one another about.",
    Voice: "Who says so, and who says the opposite.",
}


class Fixture:
    """The rows as one file.

    References to rows that are not among them are left out, so that the file loads into an empty
    site, unless ``keep_links``; ``dropped`` says how many there were.
    """

    def __init__(self, rows: Rows, *, keep_links: bool = False) -> None:
        self.keep_links = keep_links
        self.dropped = 0
        self._rows = rows
        self._there = {(model, row.pk): row for model, found in rows.items() for row in found}

    def text(self) -> str:
        """The YAML of all records, with a line of explanation above each kind."""
        names = ", ".join(f"“{one.title}”" for one in self._rows.get(WriteUp, []))
        parts = [f"# {names}, with everything that was drawn from the text.\n"]
        for model, rows in self._rows.items():
            heading = _HEADINGS.get(model) or f"{str(model._meta.verbose_name_plural).title()}."
            parts.append(f"# {heading}\n")
            parts += [readable(self._record(row)) for row in rows]
        return "\n".join(parts)

    def records(self) -> Iterator[dict[str, Any]]:
        """The records, in plain data."""
        for rows in self._rows.values():
            for row in rows:
                yield self._record(row)

    def _record(self, row: Any) -> dict[str, Any]:
        return {"model": row._meta.label_lower, "fields": self._fields(row)}

    def _fields(self, row: Any) -> dict[str, Any]:
        """The fields that differ from their default, the address first."""
        fields: dict[str, Any] = {}
        ordered = sorted(row._meta.concrete_fields, key=lambda field: field.name != "slug")
        for field in ordered:
            if field.primary_key:
                continue
            value = self._value(row, field)
            default = field.get_default()
            if value != default and not (value in _EMPTY and default in _EMPTY):
                fields[field.name] = value
        for field in row._meta.many_to_many:
            found = getattr(row, field.name).all()
            related = [one for one in found if self._is_there(type(one), one.pk)]
            if related:
                fields[field.name] = _Key(sorted(_Key(one.natural_key()) for one in related))
        return fields

    def _value(self, row: Any, field: Any) -> Any:
        value = getattr(row, field.attname)
        if field.remote_field:
            if value is None or not self._is_there(field.related_model, value):
                return None
            related = self._there.get((field.related_model, value)) or getattr(row, field.name)
            return _Key(related.natural_key())
        return value.isoformat() if isinstance(value, datetime) else value

    def _is_there(self, model: type[models.Model], pk: Any) -> bool:
        if self.keep_links or (model, pk) in self._there:
            return True
        self.dropped += 1
        return False


class _Key(list[Any]):
    """A natural key, or a list of them: on one line."""


class _Dumper(yaml.SafeDumper):
    """Folds long texts, keeps the lines of a body, and writes keys on one line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)


def _text(dumper: _Dumper, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value else ">" if len(value) > _LONG else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _key(dumper: _Dumper, value: _Key) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(_Key, _key)
_STYLE: dict[str, Any] = {"allow_unicode": True, "sort_keys": False, "width": _WIDTH}


def readable(record: dict[str, Any]) -> str:
    """The YAML of one record: folded for reading, escaped where that would change a text."""
    text = str(yaml.dump([record], Dumper=_Dumper, **_STYLE))
    plain = [_plain(record)]
    try:
        if yaml.safe_load(text) == plain:
            return text
    except yaml.YAMLError:
        pass
    return str(yaml.safe_dump(plain, **{**_STYLE, "allow_unicode": False}))


def _plain(value: Any) -> Any:
    """The value in plain lists and dictionaries."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, str) else value
