"""Scores every document against a query at once, with arrays over document numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from innovkb.search.analysis import Alternative, QueryWord
from innovkb.search.postings import Ids, Postings

Scores = NDArray[np.float32]

_SATURATION = 1.2
"""BM25's k1: how soon more of the same word stops adding."""
_COVERAGE_POWER = 1.5
"""How much a document loses that has some of the query's words only."""
LEAST_COVERAGE = 0.5
"""Documents with less than this part of the best document's coverage are no hits."""
_PASSAGE_SHARE = 0.75
"""A passage speaks for its page with this part of its score."""


@dataclass(frozen=True)
class Scored:
    """Scores of all documents, shape (size,); 0 is no hit. Passages keep theirs apart."""

    pages: Scores
    passages: Scores


def score(
    words: Sequence[QueryWord],
    postings: Mapping[str, Postings],
    *,
    size: int,
    count: int,
    parents: tuple[Ids, Ids],
) -> Scored:
    """Sums over the words; a word counts by the best of its alternatives.

    ``size`` is the length of the arrays, ``count`` the number of pages.
    """
    total = np.zeros(size, np.float32)
    covered = np.zeros(size, np.float32)
    for word in words:
        best = np.zeros(size, np.float32)
        for alternative in word.alternatives:
            ids, gain = _gain(alternative, postings)
            best[ids] = np.maximum(best[ids], gain)
        found = int(np.count_nonzero(best))
        if not found:
            continue
        rarity = float(np.log(1 + (count - min(found, count) + 0.5) / (min(found, count) + 0.5)))
        total += best * rarity
        covered += (best > 0) * rarity
    passages, pages = parents
    return _with_coverage(total, covered, passages, pages)


def _gain(alternative: Alternative, postings: Mapping[str, Postings]) -> tuple[Ids, Scores]:
    """The documents that have all the alternative's terms, with the least of their weights."""
    first, *others = (postings.get(term) for term in alternative.terms)
    if first is None or any(other is None for other in others):
        return np.empty(0, np.uint32), np.empty(0, np.float32)
    ids, weights = first.ids, first.weights
    for other in others:
        assert other is not None  # noqa: S101 - checked above
        ids, here, there = np.intersect1d(ids, other.ids, assume_unique=True, return_indices=True)
        weights = np.minimum(weights[here], other.weights[there])
    saturated = weights * (_SATURATION + 1) / (weights + _SATURATION)
    return ids, (saturated * alternative.weight).astype(np.float32)


def _with_coverage(total: Scores, covered: Scores, passages: Ids, pages: Ids) -> Scored:
    """Lowers what has some of the words only, and lets passages speak for their pages."""
    most = float(covered.max(initial=0))
    if most == 0:
        return Scored(total, total)
    share = covered / most
    scores = np.where(share >= LEAST_COVERAGE, total * share**_COVERAGE_POWER, 0)
    scores = scores.astype(np.float32)
    own = scores.copy()
    scores[passages] = 0
    if len(passages):
        np.maximum.at(scores, pages, own[passages] * np.float32(_PASSAGE_SHARE))
    return Scored(scores, own)
