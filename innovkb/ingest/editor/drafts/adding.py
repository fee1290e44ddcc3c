"""Adds what the rules missed to a draft: a passage of the source, or a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import User

from innovkb.ingest.editor.drafts.fields import PROPOSED_ITEMS, clean_fields
from innovkb.ingest.editor.drafts.passages import PassageError
from innovkb.ingest.editor.drafts.saving import StaleDraft, write_decisions
from innovkb.ingest.models import ImportDraft


def add_passage(
    *, draft: ImportDraft, version: int, kind: str, start: int, end: int, user: User | None = None
) -> tuple[ImportDraft, str]:
    """Add a passage of the source as an item of the kind; returns the draft and its new key.

    Raises PassageError when there are no words between the offsets, StaleDraft as saving does.
    """
    current = ImportDraft.objects.get(pk=draft.pk)
    words = current.text[max(start, 0) : max(end, 0)]
    if kind not in PROPOSED_ITEMS or not words.strip():
        raise PassageError("Selecteer de woorden in de brontekst die je wilt toevoegen.")
    start = max(start, 0) + len(words) - len(words.lstrip())
    words = words.strip()
    added = {"key": _new_key(), "kind": kind, "start": start, "end": start + len(words),
             "text": words}  # fmt: skip
    return _add(current, version, added, (), user)


def add_person(
    *,
    draft: ImportDraft,
    version: int,
    fields: Mapping[str, Any],
    start: int = 0,
    end: int = 0,
    speaks: Iterable[str] = (),
    user: User | None = None,
) -> tuple[ImportDraft, str]:
    """Add a person with these ``fields``, as the speaker of the items with the keys ``speaks``.

    ``start`` and ``end`` are where the source names the person; the same when it doesn't. Returns
    the draft and the key of the person. Raises PassageError without a name, StaleDraft as saving
    does.
    """
    current = ImportDraft.objects.get(pk=draft.pk)
    kept = clean_fields("person", fields)
    name = str(kept.get("name", "")).strip()
    if not name:
        raise PassageError("Vul de naam van de spreker in.")
    added = {"key": _new_key(), "kind": "person", "start": start, "end": end,
             "text": current.text[start:end] or name, "fields": kept}  # fmt: skip
    return _add(current, version, added, speaks, user)


def _new_key() -> str:
    return f"added-{uuid4().hex[:10]}"


def _add(
    current: ImportDraft,
    version: int,
    added: dict[str, Any],
    speaks: Iterable[str],
    user: User | None,
) -> tuple[ImportDraft, str]:
    if current.version != version:
        raise StaleDraft(current, {"added": [added]})
    merged = deepcopy(current.decisions)
    merged["added"] = [*merged.get("added", []), added]
    known = {one["key"] for one in [*current.proposals, *merged["added"]]}
    for item in known.intersection(speaks):
        entry = merged.setdefault("entries", {}).setdefault(item, {})
        entry["fields"] = {**entry.get("fields", {}), "speaker": added["key"]}
    return write_decisions(current, merged, {"added": [added]}, user), str(added["key"])
