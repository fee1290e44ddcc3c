"""What editors linked to each barrier, as document numbers."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from practices.models import Barrier, Remedy
from practices.models.remedy import TARGETS

LINKED_KINDS = ("barrier", "archetype", *TARGETS)
_BELONGING = {"barrier": "related", "archetype": "archetypes"}
"""Relations of a barrier to what is like it, by kind."""


class Link(NamedTuple):
    """From a barrier to another document."""

    number: int
    helps: bool
    """It helps against the barrier; else it is like it."""


def load_links(numbers: Mapping[tuple[str, int], int]) -> dict[int, list[Link]]:
    """The links of each barrier that has any, what helps first, as editors order it.

    ``numbers`` are the document numbers of the public things of LINKED_KINDS, by kind and key; what
    is not among them is left out. Three queries.
    """
    found: dict[int, list[Link]] = {}
    for own, key, helps in _pairs():
        barrier, number = numbers.get(("barrier", own)), numbers.get(key)
        if barrier and number:
            found.setdefault(barrier, []).append(Link(number, helps))
    return found


def _pairs() -> Iterator[tuple[int, tuple[str, int], bool]]:
    remedies = Remedy.objects.published().order_by("barrier", "position", "pk")
    for own, *targets in remedies.values_list("barrier_id", *(f"{one}_id" for one in TARGETS)):
        for name, target in zip(TARGETS, targets, strict=True):
            yield own, (name, target), True
    for name, relation in _BELONGING.items():
        rows = Barrier.objects.published().order_by("pk", relation)
        for own, other in rows.values_list("pk", relation):
            yield own, (name, other), False
