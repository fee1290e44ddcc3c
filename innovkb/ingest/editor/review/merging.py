"""Saves what an editor changed; what another editor saved meanwhile is kept as well.

A field that only one of them changed gets that value. Where both changed one field, the other's
value stands and this one's is kept beside it, until the editor chooses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.contrib.auth.models import User

from innovkb.ingest.editor.drafts import StaleDraft, save_decisions
from innovkb.ingest.editor.review.values import (
    NOT_SAVED,
    Sent,
    Value,
    as_decisions,
    fingerprint,
    shown_value,
)
from innovkb.ingest.models import ImportDraft, OpenConflict
from innovkb.ingest.plan import Plan, plan_draft

_ATTEMPTS = 5
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that two editors changed: what this one wrote, and what stands saved."""

    name: str
    mine: Value
    theirs: Value

    @property
    def data_id(self) -> str:
        """The id of the element that holds ``theirs`` for the script."""
        return f"theirs-{self.name}"


@dataclass(frozen=True, slots=True)
class Saved:
    """The draft as it is now; ``overtaken`` when somebody else had saved in between."""

    draft: ImportDraft
    overtaken: bool = False
    conflicts: tuple[Conflict, ...] = ()


def save_sent(*, draft: ImportDraft, sent: Sent, user: User) -> Saved:
    """Save what was changed on a screen; raises StaleDraft when others keep coming first.

    A conflict about a field that was sent is settled by what was sent, or by giving it up.
    """
    values = {name: value for name, value in sent.values.items() if name not in sent.given_up}
    saved = _save(draft, replace(sent, values=values), user)
    opened = {one.name: one.mine for one in saved.conflicts}
    settled = OpenConflict.objects.filter(draft=draft, user=user)
    settled.filter(name__in={*sent.values, *sent.given_up} - opened.keys()).delete()
    for name, mine in opened.items():
        OpenConflict.objects.update_or_create(
            draft=draft, user=user, name=name[:_LONGEST_NAME], defaults={"mine": mine}
        )
    return saved


def open_conflicts(plan: Plan, user: User) -> list[Conflict]:
    """What the editor still has to choose between, as both stand now."""
    kept = OpenConflict.objects.filter(draft=plan.draft, user=user).order_by("pk")
    entries = {one.key: one for one in plan.entries}
    found: list[Conflict] = []
    for one in kept:
        theirs = shown_value(plan, entries, one.name)
        if theirs is not None and fingerprint(theirs) != fingerprint(one.mine):
            found.append(Conflict(one.name, one.mine, theirs))
    return found


def _save(draft: ImportDraft, sent: Sent, user: User) -> Saved:
    changed = {
        name: value
        for name, value in sent.changed.items()
        if name.rpartition(".")[2] not in NOT_SAVED
    }
    version, overtaken = sent.version, False
    conflicts: list[Conflict] = []
    for _ in range(_ATTEMPTS):
        decisions = as_decisions(changed)
        try:
            draft = save_decisions(draft=draft, version=version, decisions=decisions, user=user)
        except StaleDraft as stale:
            draft, version, overtaken = stale.current, stale.current.version, True
            found = _conflicts(draft, changed, sent.signs)
            changed = {name: value for name, value in changed.items() if name not in found}
            conflicts += found.values()
            continue
        return Saved(draft, overtaken, tuple(conflicts))
    raise StaleDraft(draft, as_decisions(changed))


def _conflicts(
    draft: ImportDraft, changed: Mapping[str, Value], signs: Mapping[str, str]
) -> dict[str, Conflict]:
    if not changed:
        return {}
    plan = plan_draft(draft)
    entries = {one.key: one for one in plan.entries}
    found: dict[str, Conflict] = {}
    for name, mine in changed.items():
        theirs = shown_value(plan, entries, name)
        if theirs is None or fingerprint(theirs) in (signs.get(name), fingerprint(mine)):
            continue
        found[name] = Conflict(name, mine, theirs)
    return found
