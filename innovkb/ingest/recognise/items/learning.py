"""What counts of editors' choices would make of the weights. Proposes; nothing changes here."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from innovkb.ingest.recognise.items.categories import Category
from innovkb.ingest.recognise.items.signs import SIGNS

# Choices that count as much as the weight that was set by hand.
_PRIOR = 20
_MOST_CHANGE = 1.5


@dataclass(frozen=True, slots=True)
class Choices:
    """How often editors took and dropped what a sign spoke for."""

    kind: str
    name: str
    taken: int
    dropped: int


@dataclass(frozen=True, slots=True)
class ProposedWeight:
    """A weight as it is, and as the choices would have it."""

    kind: str
    name: str
    choices: int
    now: float
    proposed: float


def proposed_weights(counted: Iterable[Choices]) -> list[ProposedWeight]:
    """Move each weight by how much oftener or rarer its proposals are taken than all of the kind.

    Few choices move it little: as many as `_PRIOR` move it half way; no weight moves more than
    1.5. Signs that are in no table are left out.
    """
    rows = [one for one in counted if one.name in SIGNS]
    found = []
    for kind in dict.fromkeys(one.kind for one in rows):
        own = [one for one in rows if one.kind == kind]
        usual = _log_odds(sum(one.taken for one in own), sum(one.dropped for one in own))
        for one in own:
            number = one.taken + one.dropped
            change = (_log_odds(one.taken, one.dropped) - usual) * number / (number + _PRIOR)
            now = SIGNS[one.name].weigh(cast("Category", kind))
            moved = now + min(max(change, -_MOST_CHANGE), _MOST_CHANGE)
            found.append(ProposedWeight(kind, one.name, number, now, round(moved, 2)))
    return found


def _log_odds(taken: int, dropped: int) -> float:
    return math.log((taken + 1) / (dropped + 1))
