"""What each word of a query may be found by."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from innovkb.search.analysis.analyser import AnalysedToken, analyse, analyse_word
from innovkb.search.analysis.stemming import known_stem

# gevoel van urgentie - urgentiegevoel, ruimte voor innovatie - innovatieruimte
_BETWEEN = frozenset(("van", "voor", "aan", "om", "in", "tot"))


class Match(Enum):
    """How an alternative relates to the word that was typed; the value is its weight."""

    STEM = 1.0
    JOINED = 0.9
    PARTS = 0.8
    SYNONYM = 0.6
    NARROWER = 0.55
    RELATED = 0.5
    ROOT = 0.4
    PART = 0.3


BY_THESAURUS = frozenset((Match.SYNONYM, Match.NARROWER, Match.RELATED))


@dataclass(frozen=True, slots=True)
class Alternative:
    """Terms that together (AND) stand for a word of the query."""

    terms: tuple[str, ...]
    match: Match
    weight: float


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word of a query and its alternatives, the first the most literal.

    `fallback` holds single parts of a compound: of use only where the alternatives of the
    whole query find nothing. `token` has the offsets of the word in the query.
    """

    analysed: AnalysedToken
    alternatives: tuple[Alternative, ...]
    fallback: tuple[Alternative, ...]

    @property
    def folded(self) -> str:
        """The word as compared, for looking up aliases, synonyms and corrections."""
        return self.analysed.token.folded

    @property
    def stem(self) -> str:
        """The main term."""
        return self.analysed.word.stem

    @property
    def is_stop(self) -> bool:
        """Whether the word says nothing about the subject."""
        return self.analysed.word.is_stop

    @property
    def is_known(self) -> bool:
        """Whether it is a Dutch word, or an inflection of one."""
        return known_stem(self.folded) is not None

    def extended(self, more: Iterable[Alternative]) -> "QueryWord":
        """The word with further alternatives, such as synonyms from a thesaurus."""
        return replace(self, alternatives=(*self.alternatives, *more))


def alternative(match: Match, *terms: str) -> Alternative:
    """An alternative with the usual weight of its kind of match."""
    return Alternative(terms, match, match.value)


def query_words(text: str) -> list[QueryWord]:
    """The words of a query in order, stop words included and flagged.

    Adjacent words that may be written as one (`innovatie budget`) get the compound as an
    alternative, in either order across a preposition (`gevoel van urgentie`).
    """
    analysed = analyse(text)
    words = [_query_word(token) for token in analysed]
    content = [index for index, token in enumerate(analysed) if not token.word.is_stop]
    for left, right in pairwise(content):
        joined = list(_joined(analysed, left, right))
        words[left] = words[left].extended(joined)
        words[right] = words[right].extended(joined)
    return words


def _query_word(analysed: AnalysedToken) -> QueryWord:
    word = analysed.word
    alternatives = [alternative(Match.STEM, word.stem)]
    parts = tuple(dict.fromkeys(part.stem for part in word.parts))
    if len(parts) > 1:
        alternatives.append(alternative(Match.PARTS, *parts))
    if word.root is not None:
        alternatives.append(alternative(Match.ROOT, word.root))
    fallback = tuple(alternative(Match.PART, part) for part in parts)
    return QueryWord(analysed, tuple(alternatives), fallback)


def _joined(analysed: list[AnalysedToken], left: int, right: int) -> Iterable[Alternative]:
    first, second = analysed[left], analysed[right]
    if not (first.word.stem.isalpha() and second.word.stem.isalnum()):
        return
    if right == left + 2 and analysed[left + 1].token.folded in _BETWEEN:
        first, second = second, first
    elif right != left + 1:
        return
    stems = (
        first.word.stem + second.word.stem,
        analyse_word(first.token.folded + second.token.folded).stem,
    )
    yield from (alternative(Match.JOINED, stem) for stem in dict.fromkeys(stems))
