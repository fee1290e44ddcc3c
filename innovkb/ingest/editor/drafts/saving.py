"""Starts import drafts and keeps what editors decide, without one undoing the other's work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from django.contrib.auth.models import User
from django.db.models import F
from django.utils import timezone

from innovkb.ingest.editor.drafts.fields import (
    DECIDED_KINDS,
    PROPOSED_ITEMS,
    clean_fields,
    clean_text,
)
from innovkb.ingest.editor.drafts.knowledge import site_knowledge, theme_slugs
from innovkb.ingest.editor.drafts.suggestions import suggestions
from innovkb.ingest.models import ImportDraft, TextOrigin
from innovkb.ingest.read import ReadText
from innovkb.ingest.recognise import recognise
from innovkb.lib.trash import throw_away

CHOICES = ("take", "skip", "")
MOST_ENTRIES = 20_000
"""Proposals that one draft keeps; what a text of 5 MB holds beyond them is left out."""


class StaleDraft(Exception):  # noqa: N818 – it names the state of what was seen
    """Somebody else saved in the meantime: nothing was saved.

    ``current`` is the draft as it is now, ``refused`` what should have been saved.
    """

    def __init__(self, current: ImportDraft, refused: Mapping[str, Any]) -> None:
        super().__init__("Iemand anders heeft deze import intussen bewaard.")
        self.current = current
        self.refused = refused


def recognised_draft(
    *,
    source: ReadText,
    origin: str = TextOrigin.PASTE,
    file_name: str = "",
    user: User | None = None,
) -> ImportDraft:
    """A draft of what is in the text, which is not saved yet; nothing on the site changes."""
    text = clean_text(source.text)
    found = suggestions(recognise(text, site_knowledge()), theme_slugs())
    warnings = list(source.warnings)
    if len(found) > MOST_ENTRIES:
        found = found[:MOST_ENTRIES]
        warnings.append(
            f"Er zijn meer dan {MOST_ENTRIES} voorstellen; de rest is weggelaten. Knip de tekst."
        )
    return ImportDraft(
        text=text,
        origin=origin,
        file_name=clean_text(file_name)[:255],
        warnings=warnings,
        proposals=[one.as_data() for one in found],
        owner=user,
        last_editor=user,
    )


def create_draft(
    *,
    source: ReadText,
    origin: str = TextOrigin.PASTE,
    file_name: str = "",
    user: User | None = None,
) -> ImportDraft:
    """Recognise what is in the text and keep it."""
    draft = recognised_draft(source=source, origin=origin, file_name=file_name, user=user)
    draft.save()
    return draft


def save_decisions(
    *, draft: ImportDraft, version: int, decisions: Mapping[str, Any], user: User | None = None
) -> ImportDraft:
    """Lay the decisions over the earlier ones and return the draft as it is then.

    ``version`` is the version on which the editor decided; raises StaleDraft when another was
    saved since. ``decisions`` may hold these parts, each optional:

    - ``document``: fields of the write-up;
    - ``entries``: for the key of a proposal ``{"choice": "take" | "skip" | "", "kind": …,
      "fields": {…}}``, each part optional;
    - ``order``: the keys, in the order that the items get;
    - ``gone``: for an item's reference (``tip:12``) ``remove`` or ``keep``.

    Fields that are not in ``fields.FIELDS`` and keys that are not in the draft are left out.
    """
    current = ImportDraft.objects.get(pk=draft.pk)
    if current.version != version:
        raise StaleDraft(current, decisions)
    merged = _merged(current, decisions)
    if merged == current.decisions:
        return current
    return write_decisions(current, merged, decisions, user)


def move_entry(
    *,
    draft: ImportDraft,
    version: int,
    keys: Iterable[str],
    key: str,
    to: int,
    user: User | None = None,
) -> ImportDraft:
    """Put an entry at place ``to`` (counting from 1) in the list ``keys`` that the editor sees."""
    order = [one for one in keys if one != key]
    order.insert(max(to - 1, 0), key)
    return save_decisions(draft=draft, version=version, decisions={"order": order}, user=user)


def discard_draft(*, draft: ImportDraft, user: User | None) -> None:
    """To the waste bin with the draft; what was made of it stays on the site."""
    throw_away(draft, user)


def write_decisions(
    current: ImportDraft,
    decisions: dict[str, Any],
    refused: Mapping[str, Any],
    user: User | None,
) -> ImportDraft:
    """Write only if nobody wrote since ``current`` was read: the database compares."""
    saved = ImportDraft.objects.filter(pk=current.pk, version=current.version).update(
        decisions=decisions,
        version=F("version") + 1,
        last_editor=user,
        updated_at=timezone.now(),
    )
    latest = ImportDraft.objects.get(pk=current.pk)
    if not saved:
        raise StaleDraft(latest, refused)
    return latest


def _merged(draft: ImportDraft, decisions: Mapping[str, Any]) -> dict[str, Any]:
    merged: dict[str, Any] = deepcopy(draft.decisions)
    if document := clean_fields("document", decisions.get("document")):
        merged["document"] = {**merged.get("document", {}), **document}
    kinds = {one["key"]: one["kind"] for one in [*draft.proposals, *merged.get("added", [])]}
    entries = decisions.get("entries")
    for key, decision in entries.items() if isinstance(entries, Mapping) else ():
        if key in kinds and isinstance(decision, Mapping):
            entry = merged.setdefault("entries", {}).setdefault(key, {})
            _decide(entry, kinds[key], decision)
    if isinstance(order := decisions.get("order"), list | tuple):
        merged["order"] = [key for key in dict.fromkeys(map(str, order)) if key in kinds]
    if isinstance(gone := decisions.get("gone"), Mapping):
        kept = {clean_text(str(key)): value for key, value in gone.items()}
        choices = {key: value for key, value in kept.items() if value in ("remove", "keep")}
        merged["gone"] = {**merged.get("gone", {}), **choices}
    return merged


def _decide(entry: dict[str, Any], proposed_kind: str, decision: Mapping[str, Any]) -> None:
    if decision.get("choice") in CHOICES:
        entry["choice"] = decision["choice"]
    kind = decision.get("kind")
    if kind in PROPOSED_ITEMS and proposed_kind in PROPOSED_ITEMS:
        entry["kind"] = kind
    if proposed_kind not in DECIDED_KINDS:
        return
    if fields := clean_fields(proposed_kind, decision.get("fields")):
        entry["fields"] = {**entry.get("fields", {}), **fields}
