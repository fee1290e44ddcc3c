"""The order of what is found: the best scores, exact names and phrases before all else."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from innovkb.search.analysis import fold
from innovkb.search.ask.facets import Facet, Mask
from innovkb.search.ask.intent import subject
from innovkb.search.ask.links import Link
from innovkb.search.ask.reader import Reader
from innovkb.search.ask.scoring import Scored, Scores
from innovkb.search.ask.thesaurus import stems_of
from innovkb.search.index.postings import Postings

_RERANKED = 40
"""Best documents whose text is read to put exact names and phrases first."""
_PHRASE_CANDIDATES = 200
"""Documents with all the words of a phrase, the best first, whose text is read for it."""
NAMED_KINDS = frozenset(("theme", "speaker", "organisation"))
"""Kinds whose title is a name, one on each line."""
_ALIKE = 90
"""From this ratio (0 to 100) of letters on, a query is a misspelt name."""
_IS_IT, _PART_OF_NAME, _PART_OF_TITLE, _OF_TITLE = 4.0, 2.2, 1.4, 0.7
"""What a document gains when its title has the whole query, and what more the nearer that is to
the whole title; a surname says who is meant."""
_BENCHMARK, _NEAR = 4, 0.25
"""A document is near what was asked with this part of the score of the fourth."""
_FEEDBACK = 10
"""Best documents whose themes are taken as those of the query."""
_SHARED_THEME = 0.4
"""What a document gains by a theme that all the best have and hardly any other does."""
_AMONG, _MEANT, _MEANT_MOST = 5, 0.5, 2
"""A barrier is meant that is among so many best results with this part of the score of the first;
so many at most."""
_HELPS, _BELONGS = 0.4, 0.35
"""The part of the score of a barrier that what helps against it, or is like it, gains."""
_SAYS_NUMBER = 1.5
"""What a document gains by having a number, where one is asked for."""
Numbers = NDArray[np.intp]


class Text(NamedTuple):
    """What the order is made of, of one document."""

    number: int
    kind: str
    title: str
    heading: str
    body: str
    url: str


def texts(numbers: Sequence[int], kept: Reader) -> list[Text]:
    """The texts of documents: one query."""
    return [Text(*row) for row in kept.fields(numbers, "pk", *Text._fields[1:])]


def best(scores: Scores, mask: Mask, most: int) -> Numbers:
    """The documents with the highest scores above 0, best first; ties by number."""
    found = np.flatnonzero(mask & (scores > 0))
    if len(found) > most:
        least = np.partition(scores[found], -most)[-most]
        found = found[scores[found] >= least]
    return found[np.lexsort((found, -scores[found]))][:most]


def least_near(scores: Scores) -> float:
    """The score from which on a document is near what was asked: a part of that of the fourth,
    since what is first for its name may stand far above the rest. Above 0."""
    top = scores[best(scores, scores > 0, _BENCHMARK)]
    return float(top[-1]) * _NEAR if len(top) else 1.0


def favour_themes(scores: Scores, themes: Facet, count: int) -> None:
    """Lets what has the themes of the best results gain, more so the less usual those are.

    Pseudo-relevance feedback (Manning et al., *Introduction to Information Retrieval*, 9.1.6) with
    the editors' themes for terms: it orders what is found and finds nothing more. ``count`` is the
    number of pages.
    """
    top = np.sort(best(scores, scores > 0, _FEEDBACK))
    relevance = scores[top] / max(float(scores[top].sum()), 1e-9)
    boost = np.ones_like(scores)
    for documents in themes.documents:
        places = np.searchsorted(documents, top, side="right")
        shared = relevance[places > np.searchsorted(documents, top)].sum()
        gained = float(shared) - len(documents) / max(count, 1)
        if gained > 0:
            boost[documents] += np.float32(_SHARED_THEME * gained)
    scores *= boost


def favour_linked(scored: Scored, links: Mapping[int, Sequence[Link]]) -> None:
    """What is linked to the barriers that are meant gains, also where it has no word of the query.

    What owes most of its score to a barrier is noted in ``scored.linked``.
    """
    scores = scored.pages
    first = best(scores, scores > 0, _AMONG).tolist()
    meant = [one for one in first if scores[one] >= scores[first[0]] * _MEANT and one in links]
    gains: dict[int, tuple[float, int, Link]] = {}
    for barrier in meant[:_MEANT_MOST]:
        for link in links[barrier]:
            gain = float(scores[barrier]) * (_HELPS if link.helps else _BELONGS)
            gains.setdefault(link.number, (gain, barrier, link))
    for number, (gain, barrier, link) in gains.items():
        if gain > scores[number]:
            scored.linked[number] = (barrier, link.helps)
        scores[number] += gain


class Wanted(NamedTuple):
    """What the texts of the best are looked through for."""

    text: str
    """The query, folded."""
    stems: set[str]
    """Its words; none where it asks for another kind of thing than it names."""
    number: re.Pattern[str] | None = None
    """What is a number of the sort that is asked for."""


def ranked(wanted: Wanted, scores: Scores, mask: Mask, kept: Reader, most: int) -> list[int]:
    """The best documents; the first ``_RERANKED`` by what their text has of ``wanted`` too.

    Changes their scores. Ties by address, the same on both databases.
    """
    found = best(scores, mask, max(most, _RERANKED)).tolist()
    read = texts(found[:_RERANKED], kept)
    for text in read:
        scores[text.number] *= np.float32(exactness(wanted.text, wanted.stems, text))
        if wanted.number and wanted.number.search(f"{text.heading}\n{text.body}"):
            scores[text.number] *= np.float32(_SAYS_NUMBER)
    read.sort(key=lambda text: (-scores[text.number], text.url))
    return [*(text.number for text in read), *found[_RERANKED:]][:most]


def exactness(wanted: str, stems: set[str], text: Text) -> float:
    """How much a document gains by having the query to the letter, most in its name.

    A name of which the query has all the words gains too.
    """
    heading = fold(text.heading)
    named = text.kind in NAMED_KINDS
    title = fold(text.title) if named else heading
    names = text.title.split("\n") if named else []
    if wanted == heading or wanted in title.split("\n"):
        return _IS_IT
    if stems and any(subject(set(stems_of(name))) == subject(stems) for name in names):
        return _IS_IT
    if wanted in heading or wanted in title:
        part = len(wanted) / max(len(heading), len(wanted))
        return _PART_OF_NAME if text.kind == "speaker" else _PART_OF_TITLE + part * _OF_TITLE
    if any(fuzz.ratio(wanted, fold(name)) >= _ALIKE for name in names):
        return 2.2
    if " " in wanted and wanted in fold(text.body):
        return 1.5
    if stems and any(stems.issuperset(stems_of(name)) for name in names):
        return 1.5
    return 1.0


def keep_phrases(phrases: Sequence[str], terms: set[str], kept: Reader, scored: Scored) -> None:
    """Drops every document that lacks one of the phrases; a page may have it in a passage.

    ``terms`` are the stems of the phrases' words.
    """
    having = with_all(kept.postings(terms), terms, kept.size)
    candidates = best(scored.passages, having, _PHRASE_CANDIDATES)
    wanted = [fold(phrase) for phrase in phrases]
    keep = np.zeros(kept.size, np.bool_)
    for number, *fields in kept.fields(candidates.tolist(), "pk", "heading", "title", "body"):
        folded = fold(" ".join(fields))
        keep[number] = all(phrase in folded for phrase in wanted)
    passages, pages = kept.parents
    scored.passages[~keep] = 0
    keep[pages[keep[passages]]] = True
    scored.pages[~keep] = 0


def with_all(postings: Mapping[str, Postings], terms: set[str], size: int) -> Mask:
    """True for each document that has every term; shape (size,)."""
    mask = np.ones(size, np.bool_)
    for term in terms:
        here = np.zeros(size, np.bool_)
        if term in postings:
            here[postings[term].ids] = True
        mask &= here
    return mask
