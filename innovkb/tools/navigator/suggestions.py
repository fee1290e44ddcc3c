"""The Wijzer: what helps against the barriers that somebody chose, best first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from innovkb.lib.relations import select_light
from practices.models.remedy import TARGETS, Origin, Remedy

WITH_TARGETS = (
    "principle__set",
    *(f"{target}__{along}" for target in TARGETS for along in ("write_up", "speaker")),
)
"""What to select along with remedies to show what helps, who said it and where."""


@dataclass(frozen=True)
class Suggestion:
    """One aid, with a remedy for each of the chosen barriers that it helps against."""

    target: Any
    """A tip, principle, tool or example."""
    remedies: tuple[Remedy, ...]

    @property
    def says_source(self) -> bool:
        """Whether a source itself says, at least once, that this helps."""
        return any(remedy.origin == Origin.SOURCE for remedy in self.remedies)


def remedies_of(barriers: Sequence[Any]) -> list[Remedy]:
    """The public remedies of barriers: the first of each barrier, then the second…"""
    places = {barrier.pk: place for place, barrier in enumerate(barriers)}
    rows = (
        select_light(Remedy.objects.published(), *WITH_TARGETS)
        .filter(barrier__in=places)
        .order_by("position", "pk")
    )
    remedies = sorted(rows, key=lambda one: (one.position, places[one.barrier_id]))
    for remedy in remedies:
        remedy.barrier = barriers[places[remedy.barrier_id]]
    return remedies


def suggest(remedies: Iterable[Remedy]) -> list[Suggestion]:
    """Each aid once: first what helps against most barriers, then what a source itself links.

    Aids that are equal in both keep the order in which ``remedies`` first names them.
    """
    of_target: dict[Any, list[Remedy]] = {}
    for remedy in remedies:
        of_target.setdefault(remedy.target, []).append(remedy)
    found = [Suggestion(target, tuple(links)) for target, links in of_target.items()]
    return sorted(found, key=lambda one: (-len(one.remedies), not one.says_source))


def unanswered(barriers: Sequence[Any], remedies: Iterable[Remedy]) -> list[Any]:
    """The barriers that no remedy helps against, in their own order."""
    answered = {remedy.barrier_id for remedy in remedies}
    return [barrier for barrier in barriers if barrier.pk not in answered]
