"""Scores every document against a query at once, with arrays over document numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import log

import numpy as np
from numpy.typing import NDArray

from innovkb.search.analysis import BY_THESAURUS, Alternative, Match, QueryWord
from innovkb.search.ask.facets import Mask
from innovkb.search.index.postings import Ids, Postings

Scores = NDArray[np.float32]

_SATURATION = 1.2
"""BM25's k1: how soon more of the same word stops adding."""
_LEAST_FOUND = 3
"""Documents that a word counts as found in at least: whether one or three have it is chance."""
_BROAD = 0.25
"""How much a synonym loses that more pages have than the word itself."""
_COVERAGE_POWER = 1.5
"""How much a document loses that has some of the query's words only."""
LEAST_COVERAGE = 0.25
"""Documents with less than this part of the best document's coverage are no hits."""
_AS_TYPED = frozenset((Match.STEM, Match.JOINED, Match.PARTS))
_ALL_AS_TYPED = np.float32(1.4)
"""What a document gains that has every word as typed, be it inflected, split or joined."""
_PASSAGE_SHARE = 0.75
"""A passage speaks for its page with this part of its score."""


@dataclass(frozen=True)
class Scored:
    """Scores of all documents, shape (size,); 0 is no hit. Passages keep theirs apart."""

    pages: Scores
    passages: Scores
    rarities: dict[str, float] = field(default_factory=dict)
    """What each word of the query counts, by stem."""
    linked: dict[int, tuple[int, bool]] = field(default_factory=dict)
    """Documents found by a link from a barrier: its number, and whether they help against it."""


def score(
    words: Sequence[QueryWord],
    weights: Mapping[str, float],
    postings: Mapping[str, Postings],
    *,
    size: int,
    count: int,
    parents: tuple[Ids, Ids],
) -> Scored:
    """Sums over the words; a word counts by the best of its alternatives, and by its own rarity:
    that of the word as typed, where any document has it so. A weak match covers a word in part;
    who has all words as typed gains.

    ``weights`` holds, by stem, what a word counts where that is not 1. ``size`` is the length of
    the arrays, ``count`` the number of pages.
    """
    total = np.zeros(size, np.float32)
    covered = np.zeros(size, np.float32)
    as_typed = np.ones(size, np.bool_)
    rarities: dict[str, float] = {}
    for word in words:
        best, typed, rarity = _of_word(word, postings, size, count)
        as_typed &= typed
        counts = rarities[word.stem] = rarity * weights.get(word.stem, 1.0)
        total += best * np.float32(counts)
        covered += np.minimum(best, np.float32(1)) * np.float32(counts)
    total[as_typed] *= _ALL_AS_TYPED
    return replace(_with_coverage(total, covered, *parents), rarities=rarities)


def _of_word(
    word: QueryWord, postings: Mapping[str, Postings], size: int, count: int
) -> tuple[Scores, Mask, float]:
    """For every document the gain of the best alternative it has, and whether it has the word as
    typed, both of shape (size,); and how rare the word is.
    """
    found = [(one.match, *gain(one, postings)) for one in word.alternatives]
    _, literal, _ = found[0]
    anyhow = len(literal) or len(np.unique(np.concatenate([ids for _, ids, _ in found])))
    rarity = word_rarity(anyhow, count)
    best, typed = np.zeros(size, np.float32), np.zeros(size, np.bool_)
    for match, ids, gained in found:
        if match in _AS_TYPED:
            typed[ids] = True
        elif match in BY_THESAURUS and len(ids):
            gained *= np.float32(min(word_rarity(len(ids), count) / rarity, 1) ** _BROAD)
        if len(ids):
            best[ids] = np.maximum(best[ids], gained)
    return best, typed, rarity


def word_rarity(found: int, count: int) -> float:
    """BM25's inverse document frequency of what ``found`` of ``count`` pages have; above 0."""
    found = min(max(found, _LEAST_FOUND), count)
    return log(1 + (count - found + 0.5) / (found + 0.5))


def gain(alternative: Alternative, postings: Mapping[str, Postings]) -> tuple[Ids, Scores]:
    """The documents that have all the alternative's terms, with the least of their weights."""
    found = [postings[term] for term in alternative.terms if term in postings]
    if len(found) < len(alternative.terms):
        return np.empty(0, np.uint32), np.empty(0, np.float32)
    found.sort(key=len)
    ids, weights = found[0].ids, found[0].weights
    for other in found[1:]:
        at = np.minimum(np.searchsorted(other.ids, ids), len(other) - 1)
        both = other.ids[at] == ids
        ids, weights = ids[both], np.minimum(weights[both], other.weights[at[both]])
    most = np.float32((_SATURATION + 1) * alternative.weight)
    return ids, weights * most / (weights + np.float32(_SATURATION))


def _with_coverage(total: Scores, covered: Scores, passages: Ids, pages: Ids) -> Scored:
    """Lowers what has some of the words only, and lets passages speak for their pages."""
    most = covered.max(initial=0)
    if most == 0:
        return Scored(total, total)
    enough = np.flatnonzero(covered >= LEAST_COVERAGE * most)
    share = covered[enough] / most
    scores = np.zeros_like(total)
    scores[enough] = total[enough] * share**_COVERAGE_POWER
    own = scores.copy()
    scores[passages] = 0
    found = own[passages] > 0
    shares = own[passages[found]] * np.float32(_PASSAGE_SHARE)
    np.maximum.at(scores, pages[found], shares)
    return Scored(scores, own)
