"""The answer above the results: what helps, the sentence that says it, or the quotes.

Where no answer is sure there is none. What is sure is read from how much of the query, each word
counted by how rare it is, stands where an answer has it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from innovkb.search.analysis import Match, QueryWord, analyse_word, found_by
from innovkb.search.ask import explain
from innovkb.search.ask.asked import Asked, Form
from innovkb.search.ask.highlight import analysed, sentences
from innovkb.search.ask.query import Query
from innovkb.search.models import SearchEntry

MOST_QUOTES = 3
READ = 10
"""Results whose text is read."""
_FIRST = 3
"""Results among which the barrier must be that somebody means."""
_BARRIER_SHARE, _SENTENCE_SHARE, _SAID_SHARE = 0.45, 0.75, 0.6
"""The part of a query that a barrier, a sentence with a number and what somebody said must have."""
_LEAST_WORDS = 2
"""Words of a query that a quote of it, or one text of a barrier, must have."""
_COUNTED_WITHIN = 3
"""Words after a number among which there must be what it counts."""
_SAME = 0.55
"""What an alternative must count at least to say the same."""


class ReadHit(Protocol):
    """A result: the page, and what is shown of it."""

    @property
    def entry(self) -> SearchEntry: ...

    @property
    def shown(self) -> SearchEntry: ...


_ABOUT = ("theme", "speaker", "organisation")
"""Facets that say whom a quote is of, and what it is about."""
Labels = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class FoundAnswer:
    """What answers a query: a barrier, quotes, or the one thing with the sentence that answers."""

    form: Form
    entries: tuple[SearchEntry, ...]
    sentence: tuple[str, str, str] = ("", "", "")
    """What stands before the number, the number, and what stands after it."""

    @property
    def text(self) -> str:
        return "".join(self.sentence)


def answer(
    query: Query,
    rarities: Mapping[str, float],
    unknown: float,
    hits: Sequence[ReadHit],
    labels: Labels,
) -> FoundAnswer | None:
    """The answer to a query; None where it asks for none, or none is sure.

    ``rarities`` holds what each word of the query counts, ``unknown`` what a word counts that the
    site doesn't know. ``hits`` are the best results of all.
    Reads nothing from the database.
    """
    asked = query.asked
    if asked is None or query.is_beside or query.phrases:
        return None
    share = _Share(query, asked.frame, rarities, unknown)
    if asked.form is Form.HELPS:
        return _barrier(share, hits)
    if asked.form is Form.NUMBER:
        return _number(share, asked, hits)
    quotes = [hit.entry for hit in hits[:READ] if hit.entry.kind == "quote"]
    return _said(share, quotes) if asked.form is Form.SAID else _quotes(share, quotes, labels)


class _Share:
    """How much of a query texts have, from 0 to 1; words of ``frame`` are no part of it."""

    def __init__(
        self, query: Query, frame: frozenset[str], rarities: Mapping[str, float], unknown: float
    ) -> None:
        self._query = query
        self._weights = {stem: rarities[stem] for stem in rarities if stem not in frame}
        self._unknown = [word for word in query.unknown if analyse_word(word).stem not in frame]
        self._all = sum(self._weights.values()) + unknown * len(self._unknown)

    def of(self, *texts: str) -> float:
        found: dict[str, float] = {}
        for word, alternative in self._matched(*texts):
            found[word.stem] = max(found.get(word.stem, 0.0), min(alternative.weight, 1.0))
        had = sum(weight * found.get(stem, 0.0) for stem, weight in self._weights.items())
        return had / self._all if self._all else 0.0

    def count(self, text: str) -> int:
        """How many words of the query the text has."""
        return len({word.stem for word, _ in self._matched(text)})

    def has_all(self, *texts: str) -> bool:
        """Whether the texts have every word of the query or what means the same."""
        found = {
            word.stem
            for word, one in self._matched(*texts)
            if one.weight >= _SAME and one.match is not Match.RELATED
        }
        return bool(self._weights) and not self._unknown and found >= self._weights.keys()

    def is_aside(self, title: str) -> bool:
        """Whether all that a title has of the query only belongs with it, and isn't all it says."""
        matched = self._matched(title)
        terms = {term for _, alternative in matched for term in alternative.terms}
        tokens = [token for token in analysed(title) if not token.word.is_stop]
        return all(one.match is Match.RELATED for _, one in matched) and any(
            terms.isdisjoint(found_by(token.token.folded)) for token in tokens
        )

    def _matched(self, *texts: str) -> explain.Matched:
        return explain.matched_in(self._query, texts)


def _barrier(share: _Share, hits: Sequence[ReadHit]) -> FoundAnswer | None:
    """The barrier that somebody runs into: it ranks high, and says so itself.

    It may do so in its title, and then what only belongs with the query must not be said by the
    title of another barrier too; or with words of the query together, also in how people say it.
    """
    barriers = [hit.entry for hit in hits[:READ] if hit.entry.kind == "barrier"]
    first = next((one for one in barriers if any(one is hit.entry for hit in hits[:_FIRST])), None)
    if first is None:
        return None
    others = [share.of(one.heading) for one in barriers if one is not first]
    titled = share.of(first.heading)
    is_aside = share.is_aside(first.heading) and max(others, default=0.0) >= titled
    texts = first.heading, first.body, *first.context.split("\n")
    says_so = max(share.count(text) for text in texts) >= _LEAST_WORDS
    if (titled >= _BARRIER_SHARE and not is_aside) or (
        says_so and share.of(*texts) >= _BARRIER_SHARE
    ):
        return FoundAnswer(Form.HELPS, (first,))
    return None


def _number(share: _Share, asked: Asked, hits: Sequence[ReadHit]) -> FoundAnswer | None:
    """The sentence that has most of the query and a number of the sort that is asked for."""
    best, most = None, _SENTENCE_SHARE
    for hit in hits[:READ]:
        for sentence in sentences(hit.shown.body):
            match = next(_numbers(sentence, asked), None)
            if match and (found := share.of(hit.entry.heading, sentence)) >= most:
                parts = sentence[: match.start()], match.group(), sentence[match.end() :]
                if best is None or found > most:
                    best, most = FoundAnswer(Form.NUMBER, (hit.shown,), parts), found
    return best


def _numbers(sentence: str, asked: Asked) -> Iterator[re.Match[str]]:
    """The numbers of a sentence that may answer."""
    for match in asked.number.finditer(sentence):
        if asked.counted is None or _counts(asked.counted, sentence, match.end()):
            yield match


def _counts(counted: QueryWord, sentence: str, end: int) -> bool:
    """Whether the number that ends there is a number of what is counted."""
    names = {
        alternative.terms[0]
        for alternative in counted.alternatives
        if len(alternative.terms) == 1 and alternative.weight >= _SAME
    }
    after = [token for token in analysed(sentence) if token.token.start >= end]
    return any(
        not names.isdisjoint(found_by(token.token.folded)) for token in after[:_COUNTED_WITHIN]
    )


def _said(share: _Share, quotes: Sequence[SearchEntry]) -> FoundAnswer | None:
    """The quote that somebody remembers."""
    for quote in quotes:
        if share.of(quote.body) >= _SAID_SHARE and share.count(quote.body) >= _LEAST_WORDS:
            return FoundAnswer(Form.SAID, (quote,))
    return None


def _quotes(share: _Share, quotes: Sequence[SearchEntry], labels: Labels) -> FoundAnswer | None:
    """The quotes of who is asked for; where that is nobody, those that say or are about it."""
    voiced = [(one, _labels(one, labels, "speaker", "organisation")) for one in quotes]
    ways = (
        [one for one, voices in voiced if share.has_all(one.title, *voices)],
        [one for one, voices in voiced if share.has_all(one.title, one.body, *voices)],
        [
            one
            for one in quotes
            if share.has_all(one.title, one.body, *_labels(one, labels, *_ABOUT))
        ],
    )
    found = next((way for way in ways if way), [])
    return FoundAnswer(Form.QUOTES, tuple(found[:MOST_QUOTES])) if found else None


def _labels(entry: SearchEntry, labels: Labels, *facets: str) -> list[str]:
    return [labels.get((facet, value), "") for facet, value in entry.facets if facet in facets]
