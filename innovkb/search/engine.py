"""One search over every kind: understand, score, filter, count, explain."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from django.utils import timezone
from django.utils.safestring import SafeString
from numpy.typing import NDArray

from innovkb.kinds import Kind, kind
from innovkb.search import explain, tracking
from innovkb.search.analysis import fold
from innovkb.search.highlight import highlight
from innovkb.search.models import SearchEntry
from innovkb.search.query import Query, parse, understand
from innovkb.search.reader import Reader, reader
from innovkb.search.scoring import Scored, Scores, score

FACETS = ("kind", "theme", "speaker", "organisation", "series", "year")
_RERANKED = 150
"""Best documents whose text is read to put exact titles and phrases first."""
_PHRASE_CANDIDATES = 2000
_KIND_FAVOUR = 2.0
Filters = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Hit:
    """One result. ``title`` and ``snippet`` are safe HTML with the words marked."""

    entry: SearchEntry
    url: str
    score: float
    title: SafeString
    snippet: SafeString
    why: tuple[str, ...]

    @property
    def kind(self) -> Kind:
        return kind(self.entry.kind)


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet: its slug, and the number of hits with the other filters applied."""

    value: str
    count: int
    active: bool


@dataclass
class Result:
    """What a search found, and how the query was understood."""

    query: Query
    total: int = 0
    hits: list[Hit] = field(default_factory=list)
    facets: dict[str, list[FacetValue]] = field(default_factory=dict)


def search(
    text: str,
    *,
    filters: Filters | None = None,
    offset: int = 0,
    limit: int = 20,
    literal: bool = False,
) -> Result:
    """The hits from ``offset``, best first, with the counts of every facet.

    ``filters`` holds the values of each facet of FACETS; values of one facet are alternatives.
    ``literal`` searches without correcting the spelling. At most seven queries, however many
    hits or kinds; never raises on what was typed.
    """
    kept, state = reader()
    if state is not None and state.due is not None and state.due <= timezone.now():
        tracking.refresh_due(state)
        kept, state = reader()
    query = parse(text)
    if state is None or not query.words:
        return Result(query)
    scored, texts = _score(query, kept, literal=literal)
    masks = {name: _mask(kept, name, values) for name, values in (filters or {}).items() if values}
    hits_mask = _all(masks.values(), kept.size) & (scored.pages > 0)
    order = _ranked(scored.pages, hits_mask, texts)
    result = Result(query, total=len(order))
    result.facets = _count(kept, scored.pages > 0, masks, filters or {})
    result.hits = _hits(query, kept, scored, order[offset : offset + limit], texts)
    return result


def _score(query: Query, kept: Reader, *, literal: bool) -> tuple[Scored, dict[int, SearchEntry]]:
    """Scores with exact titles and phrases first, and the entries that were read for that."""
    postings = understand(query, kept, literal=literal)
    scored = score(query.words, postings, size=kept.size, count=kept.count, parents=kept.parents)
    if query.kind:
        scored.pages[kept.mask("kind", query.kind)] *= np.float32(_KIND_FAVOUR)
    most = _PHRASE_CANDIDATES if query.phrases else _RERANKED
    best = _best(scored.pages, most)
    texts = SearchEntry.objects.in_bulk([int(number) for number in best])
    if query.phrases:
        _keep_phrases(query, kept, scored, texts)
    wanted = fold(query.corrected or query.typed)
    for number, entry in texts.items():
        scored.pages[number] *= np.float32(_exactness(wanted, entry))
    return scored, texts


def _best(scores: Scores, most: int) -> NDArray[np.intp]:
    """The numbers of the documents with the highest scores, in no order."""
    found = np.flatnonzero(scores)
    if len(found) <= most:
        return found
    return found[np.argpartition(scores[found], -most)[-most:]]


def _exactness(wanted: str, entry: SearchEntry) -> float:
    """How much a document gains by having the query to the letter, most in its name."""
    title, heading = fold(entry.title), fold(entry.heading)
    named = any(name == entry.kind for name, _ in entry.facets)
    if wanted == heading or (named and wanted in title.split("\n")):
        return 3.0
    if wanted in heading or (named and wanted in title):
        return 2.2 if named else 1.6
    if " " in wanted and wanted in fold(entry.body):
        return 1.5
    return 1.0


def _keep_phrases(
    query: Query, kept: Reader, scored: Scored, texts: Mapping[int, SearchEntry]
) -> None:
    """Drops every document that lacks one of the phrases; a page may have it in a passage."""
    phrases = [fold(phrase) for phrase in query.phrases]
    passages, pages = kept.parents
    inside = passages[scored.passages[passages] > 0] if len(passages) else passages
    passage_texts = SearchEntry.objects.in_bulk([int(n) for n in inside[:_PHRASE_CANDIDATES]])
    page_of = dict(zip(passages.tolist(), pages.tolist(), strict=True))
    has = {n for n, entry in texts.items() if explain.holds(entry, phrases)}
    for number, entry in passage_texts.items():
        if explain.holds(entry, phrases):
            has.add(page_of[number])
        else:
            scored.passages[number] = 0
    keep = np.zeros(kept.size, np.bool_)
    keep[np.fromiter(has, np.intp)] = True
    scored.pages[~keep] = 0


def _mask(kept: Reader, name: str, values: Sequence[str]) -> NDArray[np.bool_]:
    mask = np.zeros(kept.size, np.bool_)
    for value in values:
        mask |= kept.mask(name, value)
    return mask


def _all(masks: Iterable[NDArray[np.bool_]], size: int) -> NDArray[np.bool_]:
    total = np.ones(size, np.bool_)
    for mask in masks:
        total &= mask
    return total


def _ranked(scores: Scores, mask: NDArray[np.bool_], texts: Mapping[int, SearchEntry]) -> list[int]:
    """All hits, best first; ties by address, which both databases agree on."""
    found = np.flatnonzero(mask)
    order = found[np.argsort(-scores[found], kind="stable")]
    top, rest = order[:_RERANKED].tolist(), order[_RERANKED:].tolist()
    top.sort(key=lambda n: (-float(scores[n]), texts[n].url if n in texts else "", n))
    return [*top, *rest]


def _count(
    kept: Reader,
    hits: NDArray[np.bool_],
    masks: Mapping[str, NDArray[np.bool_]],
    filters: Filters,
) -> dict[str, list[FacetValue]]:
    """Each facet counted without its own filter, most first; active values stay at nought."""
    counted: dict[str, list[FacetValue]] = {}
    for name in FACETS:
        mask = hits & _all([m for other, m in masks.items() if other != name], kept.size)
        active = set(filters.get(name, ()))
        values = [
            FacetValue(value, int(np.count_nonzero(mask[ids])), value in active)
            for value, ids in kept.facet(name)
        ]
        shown = [value for value in values if value.count or value.active]
        counted[name] = sorted(shown, key=lambda value: (-value.count, value.value))
    return counted


def _hits(
    query: Query,
    kept: Reader,
    scored: Scored,
    numbers: Sequence[int],
    texts: dict[int, SearchEntry],
) -> list[Hit]:
    """The results of one page, with highlights, reasons, and the best passage of a write-up."""
    passage_of = _best_passages(kept, scored, numbers)
    missing = {n for n in (*numbers, *passage_of.values()) if n not in texts}
    texts |= SearchEntry.objects.in_bulk(missing)
    hits = []
    for number in numbers:
        entry = texts[number]
        shown = texts[passage_of[number]] if number in passage_of else entry
        words = explain.matched_words(query, shown)
        terms = {term for _, alternative in words for term in alternative.terms}
        hits.append(
            Hit(
                entry=entry,
                url=shown.url,
                score=round(float(scored.pages[number]), 4),
                title=highlight(entry.heading or entry.title, terms, length=None),
                snippet=highlight(explain.shown_text(shown), terms),
                why=explain.reasons(query, words, shown),
            )
        )
    return hits


def _best_passages(kept: Reader, scored: Scored, numbers: Sequence[int]) -> dict[int, int]:
    """For each page that a passage speaks for better than the page itself: that passage."""
    passages, pages = kept.parents
    found: dict[int, int] = {}
    for number in numbers:
        own = passages[pages == number] if len(pages) else passages
        if len(own):
            best = int(own[np.argmax(scored.passages[own])])
            if scored.passages[best] > 0:
                found[number] = best
    return found
