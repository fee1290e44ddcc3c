"""Compares a text with what was imported before: what is new, changed, the same, or gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from rapidfuzz import fuzz

from innovkb.ingest.editor.drafts.fields import PROPOSED_ITEMS
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan.entries import Change, Decided, ItemReference
from innovkb.ingest.plan.matches import plain
from innovkb.kinds import kind as kind_of_key
from sessions.models import WriteUp

_CHANGED = 60
"""From this likeness (0–100) of its words an item is the same one, changed."""


def items_of(write_up: WriteUp) -> dict[str, ItemReference]:
    """Every item of the write-up that an import could have made, by its reference."""
    found: dict[str, ItemReference] = {}
    for kind in PROPOSED_ITEMS:
        rows = kind_of_key(kind).model._base_manager.filter(write_up=write_up).order_by("pk")
        for row in rows:
            title, text, excerpt = (getattr(row, name) for name in ("title", "text", "excerpt"))
            one = ItemReference(kind, row.pk, title, excerpt or text)
            found[one.reference] = one
    return found


@dataclass(frozen=True, slots=True)
class Compared:
    """The entries with the items they stand for, the imported items that none stands for, and all
    items of the write-up."""

    entries: list[Decided]
    gone: list[ItemReference]
    items: list[ItemReference]


def compare(found: Iterable[Decided], earlier: ImportDraft | None, write_up: WriteUp) -> Compared:
    """Tell which entry is which item of the write-up.

    By the key that an earlier import recorded; else by the very words, whoever made the item;
    else, among the imported items that are left, by words that are nearly the same.
    """
    items = items_of(write_up)
    left = dict(items)
    applied: Mapping[str, Any] = earlier.applied if earlier else {}
    imported = {record["item"] for record in applied.values() if record.get("item")}
    known = {one["key"] for one in earlier.proposals} if earlier else set()
    first: list[Decided] = []
    for entry in found:
        item = left.pop(applied.get(entry.key, {}).get("item", ""), None)
        if item or (entry.key in known and not entry.taken) or not entry.is_item:
            change: Change = "same" if item or entry.key in known else "new"
            entry = replace(entry, item=item, change=change)
        first.append(entry)
    by_words = {(item.kind, plain(item.text)): item for item in left.values()}
    second = [_by_words(entry, by_words, left) for entry in first]
    rest = {reference: item for reference, item in left.items() if reference in imported}
    decided = _decided_fields(earlier)
    third = [_by_likeness(entry, rest, decided) for entry in second]
    return Compared(third, list(rest.values()), list(items.values()))


def _open(entry: Decided) -> bool:
    return entry.is_item and entry.item is None and entry.change == "new"


def _by_words(
    entry: Decided,
    by_words: dict[tuple[str, str], ItemReference],
    left: dict[str, ItemReference],
) -> Decided:
    if not _open(entry):
        return entry
    item = by_words.pop((entry.kind, plain(entry.text)), None)
    if item is None:
        return entry
    left.pop(item.reference)
    return replace(entry, item=item, change="same")


def _decided_fields(earlier: ImportDraft | None) -> dict[str, dict[str, Any]]:
    """What an editor filled in for each item of an earlier import, but for its words."""
    if earlier is None:
        return {}
    decisions = earlier.decisions.get("entries", {})
    return {
        record["item"]: {
            name: value
            for name, value in decisions.get(key, {}).get("fields", {}).items()
            if name not in ("text", "question")
        }
        for key, record in earlier.applied.items()
        if record.get("item")
    }


def _by_likeness(
    entry: Decided, rest: dict[str, ItemReference], decided: Mapping[str, dict[str, Any]]
) -> Decided:
    if not _open(entry) or entry.added:
        return entry
    words = plain(entry.text)
    scores = [
        (fuzz.ratio(words, plain(item.text), score_cutoff=_CHANGED), reference)
        for reference, item in rest.items()
        if item.kind == entry.kind
    ]
    score, reference = max(scores, default=(0.0, ""))
    if not score:
        return entry
    own = {name: entry.fields[name] for name in entry.edited}
    fields = {**entry.fields, **decided.get(reference, {}), **own}
    return replace(entry, item=rest.pop(reference), change="changed", fields=fields)
