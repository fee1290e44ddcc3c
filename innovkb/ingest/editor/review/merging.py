"""Saves what an editor changed; what another editor saved meanwhile is kept as well.

A field that only one of them changed gets that value. Where both changed one field, nothing is
saved: both values are handed back, and the editor chooses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import plan_draft

_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that two editors changed: what this one wrote, and what stands saved."""

    name: str
    mine: Value
    theirs: Value


@dataclass(frozen=True, slots=True)
class Saved:
    """The draft as it is now; ``overtaken`` when somebody else had saved in between."""

    draft: ImportDraft
    overtaken: bool = False
    conflicts: tuple[Conflict, ...] = ()


def save_sent(*, draft: ImportDraft, sent: Sent, user: User) -> Saved:
    """Save what was changed on a screen; raises StaleDraft when others keep coming first."""
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
