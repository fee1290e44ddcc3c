"""Corrects the text of a draft where it was read wrongly; what editors decided is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from django.contrib.auth.models import User
from django.db.models import F
from django.utils import timezone
from rapidfuzz import fuzz

from innovkb.ingest.editor.drafts.passages import PassageError, passage_between
from innovkb.ingest.editor.drafts.saving import StaleDraft, recognised_draft
from innovkb.ingest.models import ImportDraft, text_digest
from innovkb.ingest.read import ReadText

_LIKE = 60
"""From this likeness (0–100) of its words a proposal is the same one, corrected."""


def correct_text(
    *, draft: ImportDraft, version: int, source: ReadText, user: User | None = None
) -> ImportDraft:
    """Put the corrected text in place of the draft's, and recognise it again.

    A decision stays with its proposal: that with the same words, else with nearly the same. What
    an editor added stays where its words are. Raises StaleDraft as saving does.
    """
    current = ImportDraft.objects.get(pk=draft.pk)
    fresh = recognised_draft(source=source)
    if fresh.text == current.text:
        return current
    keys = _renamed(current.proposals, fresh.proposals)
    saved = ImportDraft.objects.filter(pk=current.pk, version=version).update(
        text=fresh.text,
        digest=text_digest(fresh.text),
        proposals=fresh.proposals,
        decisions=_moved(current.decisions, keys, fresh.text),
        applied={keys.get(key, key): record for key, record in current.applied.items()},
        version=F("version") + 1,
        last_editor=user,
        updated_at=timezone.now(),
    )
    latest = ImportDraft.objects.get(pk=current.pk)
    if not saved:
        raise StaleDraft(latest, {})
    return latest


def _renamed(
    before: Iterable[Mapping[str, Any]], after: Iterable[Mapping[str, Any]]
) -> dict[str, str]:
    """The new key of each proposal whose words were corrected."""
    after = list(after)
    there = {one["key"] for one in after}
    gone = [one for one in before if one["key"] not in there]
    known = there.intersection(one["key"] for one in before)
    new = {one["key"]: one for one in after if one["key"] not in known}
    found: dict[str, str] = {}
    for one in gone:
        scores = [
            (fuzz.ratio(one["text"], other["text"], score_cutoff=_LIKE), key)
            for key, other in new.items()
            if other["kind"] == one["kind"]
        ]
        score, key = max(scores, default=(0.0, ""))
        if score:
            found[one["key"]] = key
            del new[key]
    return found


def _moved(decisions: dict[str, Any], keys: Mapping[str, str], text: str) -> dict[str, Any]:
    """The decisions under the new keys, and what was added at its new place."""
    moved = deepcopy(decisions)
    moved["entries"] = {keys.get(key, key): one for key, one in moved.get("entries", {}).items()}
    for one in [*moved["entries"].values(), *moved.get("added", [])]:
        for name, value in one.get("fields", {}).items():
            if isinstance(value, str):  # the key of a speaker, or of the same person
                lead, _, key = value.rpartition(":")
                one["fields"][name] = (
                    f"{lead}:{keys[key]}" if lead and key in keys else keys.get(value, value)
                )
    if "order" in moved:
        moved["order"] = [keys.get(key, key) for key in moved["order"]]
    for one in moved.get("added", []):
        try:
            one["start"], one["end"] = passage_between(text, one["text"])
        except PassageError:  # it is there no more, or more than once
            at = text.find(one["text"])
            one["start"], one["end"] = (at, at + len(one["text"])) if at >= 0 else (0, 0)
    return moved
