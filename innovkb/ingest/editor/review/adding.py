"""Adds what an editor points at, or types, to a draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import User

from innovkb.ingest.editor.drafts import PassageError, add_passage, add_person, passage_between
from innovkb.ingest.editor.drafts import save_decisions as save
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import plan_draft
from innovkb.ingest.plan.matches import plain
from innovkb.ingest.recognise import Known, PersonProposal, recognise
from sessions.models.speaker import Part

_LONGEST_NAME = 200
_AROUND = 400
"""Characters before and after a selected name in which its role is looked for."""


def add_words(
    *, draft: ImportDraft, kind: str, data: Mapping[str, Any], user: User
) -> tuple[ImportDraft, str]:
    """Add what was selected, or what stands between the first and last words.

    Returns the draft and the key of the new proposal; raises PassageError.
    """
    if data.get("add_start") is not None and data.get("add_end") is not None:
        start, end = data["add_start"], data["add_end"]
    else:
        start, end = passage_between(draft.text, data["add_first"], data.get("add_last") or "")
    if end > len(draft.text):
        raise PassageError("Deze selectie valt buiten de brontekst.")
    if kind == "person":
        return _add_presented(draft, start, end, user)
    return add_passage(
        draft=draft, version=draft.version, kind=kind, start=start, end=end, user=user
    )


def add_typed_person(
    *, draft: ImportDraft, fields: Mapping[str, Any], speaks: Iterable[str], user: User
) -> tuple[ImportDraft, str]:
    """Add a person by name, as the speaker of the items ``speaks``; somebody who is there stays.

    Returns the draft and the key of the person; raises PassageError.
    """
    name = " ".join(str(fields.get("name", "")).split())
    there = _there(draft, name)
    if there:
        entries: dict[str, Any] = {key: {"fields": {"speaker": there}} for key in speaks}
        entries[there] = {"choice": "take"}
        decisions = {"entries": entries}
        return save(draft=draft, version=draft.version, decisions=decisions, user=user), there
    try:
        start, end = passage_between(draft.text, name[:_LONGEST_NAME])
    except PassageError:  # the source may not name them, or more than once
        start = draft.text.find(name) if name else -1
        end = start + len(name)
    start, end = (start, end) if start >= 0 else (0, 0)
    return add_person(
        draft=draft,
        version=draft.version,
        fields={**fields, "name": name},
        start=start,
        end=end,
        speaks=speaks,
        user=user,
    )


def _there(draft: ImportDraft, name: str) -> str:
    """The key of the person in the draft who has this very name; empty when nobody has."""
    people = plan_draft(draft).of_kind("person") if plain(name) else []
    return next((one.key for one in people if plain(one.value("name")) == plain(name)), "")


def _add_presented(draft: ImportDraft, start: int, end: int, user: User) -> tuple[ImportDraft, str]:
    """Add the person whom the words present, with the role and organisation that they give."""
    words = draft.text[max(start, 0) : max(end, 0)]
    if not words.strip():
        raise PassageError("Selecteer de naam van de spreker in de brontekst.")
    start += len(words) - len(words.lstrip())
    words = words.strip()
    found = _presented(draft.text, start, start + len(words))
    name = found.name if found else words.partition("(")[0].partition(",")[0].strip(' :“”"*-')
    if not name or len(name) > _LONGEST_NAME:
        raise PassageError("Selecteer alleen de naam van de spreker, met functie en organisatie.")
    there = _there(draft, name)
    if there:
        decisions = {"entries": {there: {"choice": "take"}}}
        return save(draft=draft, version=draft.version, decisions=decisions, user=user), there
    fields = {"name": name, "part": Part.INTRODUCED.value}
    if found:
        fields |= {"role": found.role, "organisation": found.organisation, "part": found.part}
    return add_person(
        draft=draft,
        version=draft.version,
        fields=fields,
        start=start,
        end=start + len(words),
        user=user,
    )


def _presented(text: str, start: int, end: int) -> PersonProposal | None:
    """The person whom the rules find in the words or their line alone; rather with a role."""
    found = [
        one
        for first, last in ((start, end), _line(text, start, end))
        for one in recognise(text[first:last], Known()).people
        if start <= first + one.start < end
    ]
    told = (one for one in found if one.role or one.organisation)
    return next(told, found[0] if found else None)


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    first = text.rfind("\n", max(start - _AROUND, 0), start) + 1 or max(start - _AROUND, 0)
    last = text.find("\n", end, end + _AROUND)
    return first, last if last >= 0 else min(end + _AROUND, len(text))
