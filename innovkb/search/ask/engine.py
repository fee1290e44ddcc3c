"""One search over every kind: understand, score, filter, count, explain."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import numpy as np
from django.db import DatabaseError, connection
from django.utils import timezone
from django.utils.safestring import SafeString

from innovkb.kinds import Kind, kind
from innovkb.search.analysis import analyse, fold
from innovkb.search.ask import explain, intent, ranking
from innovkb.search.ask.answers import READ, FoundAnswer, answer
from innovkb.search.ask.asked import Form
from innovkb.search.ask.facets import FacetValue, Filters, count
from innovkb.search.ask.highlight import highlight
from innovkb.search.ask.query import Query, parse, understand
from innovkb.search.ask.reader import Reader, read_index
from innovkb.search.ask.scoring import Scored, score, word_rarity
from innovkb.search.index.due import follow_due
from innovkb.search.models import SearchEntry, SearchState


@dataclass(frozen=True)
class Hit:
    """One result. ``title`` and ``snippet`` are safe HTML with the words marked."""

    entry: SearchEntry
    shown: SearchEntry
    """The passage of the write-up that answers best, or the entry itself."""
    score: float
    title: SafeString
    snippet: SafeString
    reasons: explain.Reasons

    @property
    def kind(self) -> Kind:
        return kind(self.entry.kind)

    @property
    def why(self) -> tuple[str, ...]:
        """Dutch sentences that say why it was found."""
        return self.reasons.why

    @property
    def url(self) -> str:
        """A path; of a passage, with an anchor and a text fragment."""
        return self.shown.url


@dataclass
class Result:
    """What a search found, and how the query was understood."""

    query: Query
    total: int = 0
    shown: int = 0
    """How many of them are near what was asked; the rest has to do with it sideways."""
    hits: list[Hit] = field(default_factory=list)
    facets: dict[str, list[FacetValue]] = field(default_factory=dict)
    answer: FoundAnswer | None = None
    """What answers the query by itself; only with the first results of all, unfiltered."""

    @property
    def also(self) -> str:
        """The Dutch sentence on the words that these hits have instead; empty when none has."""
        return explain.also_searched(hit.reasons for hit in self.hits)


def search(
    text: str,
    *,
    filters: Filters | None = None,
    offset: int = 0,
    limit: int = 20,
    literal: bool = False,
    aside: bool = True,
) -> Result:
    """The hits from ``offset``, best first, with the counts of every facet.

    ``filters`` holds the values of each facet of FACETS; values of one facet are alternatives.
    ``literal`` searches without correcting the spelling; without ``aside``, what has to do with it
    only sideways is left out of hits and facets, not of the total. At most seven queries, however
    many hits or kinds; never raises on what was typed.
    """
    chosen = {name: values for name, values in (filters or {}).items() if values}

    def look(kept: Reader, state: SearchState | None) -> Result:
        if state is not None and state.due is not None and state.due <= timezone.now():
            follow_due(state)
        return _search(parse(text), kept, chosen, offset, limit, literal, aside)

    return read_index(look)


def _search(
    query: Query,
    kept: Reader,
    filters: Filters,
    offset: int,
    limit: int,
    literal: bool,
    aside: bool,
) -> Result:
    """The search in one state of the index; raises IndexChangedError when that has passed."""
    if not kept.version or not query.words:
        return Result(query)
    scored = _score(query, kept, literal=literal)
    found = scored.pages > 0
    masks = {name: kept.mask(name, values) for name, values in filters.items()}
    hits = found.copy()
    for mask in masks.values():
        hits &= mask
    least = ranking.least_near(scored.pages)
    wanted = _wanted(query)
    most = offset + max(limit, READ)
    order = ranking.ranked(wanted, scored.pages, hits, kept, most)
    near = np.zeros_like(found) if query.is_beside else scored.pages >= least
    shown = int(np.count_nonzero(hits & near))
    if not aside:
        found &= near
        order = order[:shown]
    best = _hits(query, kept, scored, order[offset:])
    is_start = not offset and not filters
    unknown = word_rarity(0, kept.count)
    return Result(
        query,
        total=int(np.count_nonzero(hits)),
        shown=shown,
        hits=best[:limit],
        facets=count(kept.facets, found, masks, filters),
        answer=answer(query, scored.rarities, unknown, best, kept.labels) if is_start else None,
    )


def _wanted(query: Query) -> ranking.Wanted:
    asks_kind = intent.NAMED in query.kinds.values()
    stems = set() if asks_kind else {word.stem for word in query.words}
    number = query.asked.number if query.asked and query.asked.form is Form.NUMBER else None
    return ranking.Wanted(fold(query.corrected or query.typed), stems, number)


def warm_up() -> None:
    """Searches once, so that no visitor waits for the index and the thesaurus to be read.

    For the start of a server; one whose database isn't there yet starts all the same.
    """
    with suppress(DatabaseError):
        search("innovatie")
    connection.close()


def _score(query: Query, kept: Reader, *, literal: bool) -> Scored:
    postings = understand(query, kept, literal=literal)
    scored = score(
        query.words,
        query.weights,
        postings,
        size=kept.size,
        count=kept.count,
        parents=kept.parents,
    )
    np.multiply(scored.pages, kept.priors, out=scored.pages)
    ranking.favour_themes(scored.pages, kept.facets["theme"], kept.count)
    for name, favour in query.kinds.items():
        scored.pages[kept.mask("kind", [name])] *= np.float32(favour)
    if query.asked and query.asked.form is Form.HELPS and not query.is_beside:
        ranking.favour_linked(scored, kept.links)
    if query.phrases:
        terms = {token.word.stem for phrase in query.phrases for token in analyse(phrase)}
        ranking.keep_phrases(query.phrases, terms, kept, scored)
    return scored


def _hits(query: Query, kept: Reader, scored: Scored, numbers: Sequence[int]) -> list[Hit]:
    """The results of one page, with highlights, reasons, and the best passage of a write-up."""
    passage_of = _best_passages(kept, scored, numbers)
    linked = {number: scored.linked[number] for number in numbers if number in scored.linked}
    barriers = (barrier for barrier, _ in linked.values())
    entries = kept.entries([*numbers, *passage_of.values(), *barriers])
    hits = []
    for number in numbers:
        entry, shown = entries[number], entries[passage_of.get(number, number)]
        words = explain.matched_words(query, shown)
        marks = explain.marked(words)
        hits.append(
            Hit(
                entry=entry,
                shown=shown,
                score=round(float(scored.pages[number]), 4),
                title=highlight(entry.heading or entry.title, marks, length=None),
                snippet=explain.snippet(entry, shown, marks),
                reasons=explain.reasons(
                    query, words, shown, _why_linked(linked.get(number), entries)
                ),
            )
        )
    return hits


def _why_linked(link: tuple[int, bool] | None, entries: Mapping[int, SearchEntry]) -> str:
    if link is None:
        return ""
    barrier, helps = link
    return f"{'Helpt tegen' if helps else 'Hoort bij'} ‘{entries[barrier].heading}’."


def _best_passages(kept: Reader, scored: Scored, numbers: Sequence[int]) -> dict[int, int]:
    """For each page that has a passage with the words: the best of its passages."""
    passages, pages = kept.parents
    found: dict[int, int] = {}
    for number in numbers:
        own = passages[pages == number]
        if len(own):
            best = int(own[np.argmax(scored.passages[own])])
            if scored.passages[best] > 0:
                found[number] = best
    return found
