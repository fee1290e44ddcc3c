"""Facets of what is found: which values there are, and how many hits have each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from innovkb.search.index.postings import Ids

FACETS = ("kind", "theme", "speaker", "organisation", "series", "year")
Mask = NDArray[np.bool_]
"""True for each document that is meant; shape (size,)."""
Filters = Mapping[str, Sequence[str]]
"""Values by facet; values of one facet are alternatives."""


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet: its slug, and the number of hits with the other filters applied."""

    value: str
    count: int
    active: bool


class Facet:
    """The values that documents have of one facet."""

    def __init__(self, values: Iterable[tuple[str, Ids]]) -> None:
        """Takes each value with the numbers of the documents that have it."""
        found = sorted(values, key=lambda one: one[0])
        self.values = [value for value, _ in found]
        self.documents = [ids for _, ids in found]
        """Which documents have each value, ascending."""
        self._index = {value: index for index, value in enumerate(self.values)}
        self._ids = np.concatenate(self.documents) if found else np.empty(0, np.uint32)
        self._codes = np.repeat(np.arange(len(found)), [len(ids) for ids in self.documents])

    def mask(self, values: Iterable[str], size: int) -> Mask:
        """True for each document that has one of the values."""
        wanted = [self._index[value] for value in values if value in self._index]
        mask = np.zeros(size, np.bool_)
        mask[self._ids[np.isin(self._codes, wanted)]] = True
        return mask

    def counts(self, mask: Mask) -> NDArray[np.intp]:
        """How many of the documents have each value, in the order of ``values``."""
        return np.bincount(self._codes[mask[self._ids]], minlength=len(self.values))


def count(
    facets: Mapping[str, Facet], hits: Mask, masks: Mapping[str, Mask], filters: Filters
) -> dict[str, list[FacetValue]]:
    """Each facet counted without its own filter, most first; active values stay at nought."""
    counted: dict[str, list[FacetValue]] = {}
    for name, facet in facets.items():
        mask = hits
        for other, filtered in masks.items():
            if other != name:
                mask = mask & filtered
        active = set(filters.get(name, ()))
        shown = [
            FacetValue(value, number, value in active)
            for value, number in zip(facet.values, facet.counts(mask).tolist(), strict=True)
            if number or value in active
        ]
        counted[name] = sorted(shown, key=lambda value: (-value.count, value.value))
    return counted
