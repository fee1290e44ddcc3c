"""What the buttons of a review do, besides saving."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User

from innovkb.ingest.editor.drafts import move_entry, save_decisions
from innovkb.ingest.editor.review.labels import CERTAIN
from innovkb.ingest.editor.review.values import Value
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import Plan, plan_draft
from innovkb.lib.text import fold
from sessions.models import Organisation, Speaker

_MOST_DIGITS = 6
_HINTS = ("Kies een naam uit de lijst, of voeg de spreker toe.", "Kies een naam uit de lijst.")


def take_certain(*, draft: ImportDraft, user: User) -> tuple[ImportDraft, int]:
    """Take every item that is certain, unless somebody decided on it; returns how many."""
    chosen = {
        one.key: {"choice": "take"}
        for one in plan_draft(draft).entries
        if one.is_item and not one.decided and one.tier == "sure" and one.confidence >= CERTAIN
    }
    decisions = {"entries": chosen}
    saved = save_decisions(draft=draft, version=draft.version, decisions=decisions, user=user)
    return saved, len(chosen)


def choose_all(
    *, draft: ImportDraft, choice: str, kind: str, section: str, user: User
) -> tuple[ImportDraft, dict[str, str]]:
    """Take or skip every item of a kind, of a section, or of both; an empty one means any.

    Returns the draft and what was chosen before, for who wants it back. What is only possible is
    never taken so.
    """
    asked = [
        one
        for one in plan_draft(draft).entries
        if one.is_item
        and kind in ("", one.kind)
        and section in ("", one.value("section"))
        and choice in ("take", "skip")
        and one.choice != choice
        and (choice == "skip" or one.tier == "sure")
    ]
    before = draft.decisions.get("entries", {})
    earlier = {one.key: before.get(one.key, {}).get("choice", "") for one in asked}
    return choose(draft=draft, choices={one.key: choice for one in asked}, user=user), earlier


def choose(*, draft: ImportDraft, choices: Mapping[str, str], user: User) -> ImportDraft:
    """Give each proposal its choice; an empty one leaves it to the rules again."""
    decisions = {"entries": {key: {"choice": choice} for key, choice in choices.items()}}
    return save_decisions(draft=draft, version=draft.version, decisions=decisions, user=user)


def move(*, plan: Plan, key: str, way: str, user: User) -> None:
    """Put an item one place up or down among those that stand unfolded."""
    draft, keys = plan.draft, [one.key for one in plan.entries if one.is_item]
    shown = [one.key for one in plan.entries if one.is_item and not one.is_possible]
    if key not in shown or way not in ("op", "neer"):
        return
    place = shown.index(key) + (-1 if way == "op" else 1)
    if not 0 <= place < len(shown):
        return
    to = keys.index(shown[place]) + 1
    move_entry(draft=draft, version=draft.version, keys=keys, key=key, to=to, user=user)


def put_in_order(*, draft: ImportDraft, values: Mapping[str, Value], user: User) -> ImportDraft:
    """Put items at the number that was typed, where it differs from the number they have."""
    wanted = {
        name.removesuffix(".order"): int(value)
        for name, value in values.items()
        if isinstance(value, str)
        and name.endswith(".order")
        and value.strip().isdecimal()
        and len(value.strip()) <= _MOST_DIGITS
    }
    if not wanted:
        return draft
    keys = [one.key for one in plan_draft(draft).entries if one.is_item]
    moved = {key: to for key, to in wanted.items() if key in keys and keys.index(key) + 1 != to}
    for key, to in sorted(moved.items(), key=lambda one: one[1]):
        draft = move_entry(draft=draft, version=draft.version, keys=keys, key=key, to=to, user=user)
        keys.remove(key)
        keys.insert(max(to - 1, 0), key)
    return draft


def resolve_others(
    kinds: Mapping[str, str], values: Mapping[str, Value]
) -> tuple[dict[str, Value], dict[str, str]]:
    """Names that were typed in *somebody else whom the site knows*, as values of other fields.

    ``kinds`` gives the kind of each proposal. The second result has a message per name of a field
    whose person or organisation the site doesn't know.
    """
    found: dict[str, Value] = {}
    refused: dict[str, str] = {}
    for name, value in values.items():
        key, _, field = name.rpartition(".")
        if field != "other" or not isinstance(value, str) or not value.strip():
            continue
        kind = kinds.get(key, "")
        slug = _slug(Organisation if kind == "organisation" else Speaker, value)
        if not slug:
            shown = value.strip()[:80]
            refused[name] = f"‘{shown}’ staat niet op de site. {_HINTS[kind == 'organisation']}"
        elif kind in ("person", "organisation"):
            found[f"{key}.match"] = slug
        else:
            found[f"{key}.speaker"] = f"speaker:{slug}"
    return found, refused


def _slug(model: Any, name: str) -> str:
    rows = {fold(row.name): row.slug for row in model.objects.order_by("-pk")}
    return str(rows.get(fold(name.strip()), ""))
