"""What words also stand for: the editors' thesaurus, and organisations with their abbreviations."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from innovkb.search.analysis import Alternative, Match, QueryWord, WordAnalysis, analyse, fold
from innovkb.search.analysis.roots import root
from innovkb.search.ask.intent import generic_stems
from innovkb.search.models import SynonymGroup
from sessions.models import Organisation

_LONGEST_KEY = 4
"""Words; longer names are looked up as a whole only by their abbreviation."""
_DENYING = frozenset("geen niet niets niks zonder weinig veel minder te".split())
"""Stop words that change what a group of words means: ‘geen geld’ is not ‘geld’."""

_ALONE = 0.3
"""What one word counts by itself of a known group that denies: ‘geld’ in ‘geen geld’."""
_ROOTED = 0.8
"""What a synonym counts of which pages only have the root: waardeer for waardering."""
_INSTEAD = 0.1
"""What another word counts more, when no page has the word as typed."""
_WEIGHTS = {Match.SYNONYM: 0.6, Match.NARROWER: 0.6, Match.RELATED: 0.55}
"""What another word counts, when pages have the word as typed."""
_FAR = 0.45
"""What two words count that belong with one head word, when pages have the word as typed."""
_NESTED = 0.8
"""What the synonyms of part of a group count beside those of the whole."""

Stems = tuple[str, ...]


def stems_of(text: str) -> Stems:
    """The stems of a word or group of words, without those that add nothing to its meaning.

    A group of which one word would be left keeps all: ‘van buiten’ says more than ‘buiten’.
    """
    analysed = [(token.token.folded, token.word) for token in analyse(text)]
    telling = tuple(word.stem for folded, word in analysed if _tells(folded, word))
    return telling if len(telling) > 1 else tuple(word.stem for _, word in analysed)


def _tells(folded: str, word: WordAnalysis) -> bool:
    return not word.is_stop or folded in _DENYING


@dataclass
class Meant:
    """A query with its synonyms."""

    words: list[QueryWord]
    labels: dict[Stems, str] = field(default_factory=dict)
    """How each synonym is written."""
    through: dict[tuple[str, Stems], str] = field(default_factory=dict)
    """By stem and synonym, the head of the entry that has both, where neither means the same."""
    groups: dict[str, str] = field(default_factory=dict)
    """By stem, the group of words that a word was understood as part of."""
    written: dict[str, str] = field(default_factory=dict)
    """By stem, how the entry writes the word or group that was found in it."""


class Entry(NamedTuple):
    """A word or group of words with those that mean the same, those it covers, and those that
    belong with it."""

    word: str
    same: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


class Other(NamedTuple):
    """Another word or group, as it is written, and how it relates."""

    text: str
    match: Match
    through: str = ""
    """The head of their entry, where neither of the two is that or means the same."""


class Thesaurus:
    """For each word or word group, the others of its entries, and how they are written."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._others: dict[Stems, dict[Stems, Other]] = defaultdict(dict)
        self._written: dict[Stems, str] = {}
        self.words: set[str] = set()
        for entry in entries:
            members = [(entry.word, Match.SYNONYM)]
            members += [(text, Match.SYNONYM) for text in entry.same]
            members += [(text, Match.NARROWER) for text in entry.narrower]
            members += [(text, Match.RELATED) for text in entry.related]
            self.words |= {fold(text) for text, _ in members if text.isalpha()}
            found = {stems_of(text): (text, how) for text, how in members if text.strip()}
            self._written |= {stems: text for stems, (text, _) in found.items()}
            for stems, (_, own) in found.items():
                for other, (text, how) in found.items():
                    if other != stems:
                        through = "" if Match.SYNONYM in (own, how) else entry.word
                        self._add(stems, other, Other(text, _between(own, how), through))

    def _add(self, stems: Stems, other: Stems, one: Other) -> None:
        """Keeps the closest of what two entries say of the same two."""
        others = self._others[stems]
        known = others.get(other, one)
        closest = max(known.match, one.match, key=lambda match: match.value)
        others[other] = Other(known.text, closest, known.through and one.through)

    @classmethod
    def load(cls) -> "Thesaurus":
        """The thesaurus of the database: two queries."""
        fields = ("word", "synonyms", "narrower", "related")
        entries = [
            Entry(word, *map(tuple, lists))
            for word, *lists in SynonymGroup.objects.values_list(*fields)
        ]
        rows = Organisation.objects.published()
        for name, short, aliases in rows.values_list("name", "short_name", "aliases"):
            if others := (*([short] if short else []), *aliases):
                entries.append(Entry(name, others))
        return _analysed(tuple(entries))

    def __contains__(self, stem: str) -> bool:
        return (stem,) in self._others

    def extend(self, words: Sequence[QueryWord], is_found: Callable[[Stems], bool]) -> Meant:
        """The words with their synonyms as alternatives.

        Takes all words of the query, stop words included, and whether pages have a word or group
        as typed. The longest group that is known is meant: in ‘geen geld’ no synonym of ‘geld’
        counts, and ‘geld’ alone counts for less.
        """
        meant = Meant(list(words))
        meaning: list[set[int]] = []
        for indices in _groups(words):
            stems = tuple(words[index].stem for index in indices)
            share = _share(words, set(indices), meaning)
            if stems not in self._others or not share:
                continue
            meaning.append(set(indices))
            written = dict.fromkeys(stems, self._written[stems])
            meant.written = written | meant.written  # of the longest group that has a word
            others = self._others[stems]
            meant.labels |= {other: one.text for other, one in others.items()}
            shared = {(s, other): one.through for s in stems for other, one in others.items()}
            meant.through = shared | meant.through
            synonyms = [
                replace(one, weight=one.weight * share)
                for one in self._synonyms(stems, found=is_found(stems))
            ]
            if len(stems) > 1 and share == 1:
                whole = words[indices[0] : indices[-1] + 1]
                typed = " ".join(word.analysed.token.surface for word in whole)
                meant.groups |= dict.fromkeys(stems, typed)
                denying = any(words[index].is_stop for index in indices)
                _group(meant.words, indices, _ALONE if denying else 1.0)
            for index in indices:
                meant.words[index] = meant.words[index].extended(synonyms)
        return meant

    def _synonyms(self, stems: Stems, *, found: bool) -> Iterator[Alternative]:
        """The others as alternatives; those far off count less beside a hit."""
        for other, one in self._others[stems].items():
            if _narrows(other):
                weight = _weight(one, found=found)
                yield Alternative(other, one.match, weight)
                if len(other) == 1 and (shared := root(other[0])) != other[0]:
                    yield Alternative((shared,), one.match, weight * _ROOTED)


def _between(own: Match, other: Match) -> Match:
    """How two members of an entry relate, by how each relates to its head."""
    if own is other is Match.SYNONYM:
        return Match.SYNONYM
    return Match.NARROWER if (own, other) == (Match.SYNONYM, Match.NARROWER) else Match.RELATED


def _weight(one: Other, *, found: bool) -> float:
    """What a word counts for another, of which pages have or have not (``found``) as typed."""
    if not found:
        return _WEIGHTS[one.match] + _INSTEAD
    return _FAR if one.match is Match.RELATED and one.through else _WEIGHTS[one.match]


@lru_cache(maxsize=2)
def _analysed(entries: tuple[Entry, ...]) -> Thesaurus:
    """The thesaurus of these entries; most changes of the index leave it as it was.

    Two are kept: a transaction that is undone brings the former back.
    """
    return Thesaurus(entries)


def _share(words: Sequence[QueryWord], places: set[int], meaning: Sequence[set[int]]) -> float:
    """What the synonyms of a group count beside those of the longer ones that were found.

    Nothing when it overlaps one in part, or loses its denial: ‘geld’ in ‘geen geld’.
    """
    for longer in meaning:
        if not longer.isdisjoint(places):
            denials = {index for index in longer if words[index].folded in _DENYING}
            return _NESTED if longer > places >= denials else 0.0
    return 1.0


def _narrows(stems: Stems) -> bool:
    """Whether a group says enough wherever its words stand: ‘eigen dijkjes’, not ‘dubbel werk’."""
    return len(stems) == 1 or stems[-1] not in generic_stems() or not _DENYING.isdisjoint(stems)


def _group(words: list[QueryWord], indices: Sequence[int], alone: float) -> None:
    """Lets each of the words stand for all of them together, and ``alone`` for itself."""
    whole = Alternative(tuple(words[index].stem for index in indices), Match.STEM, 1.0)
    for index in indices:
        own = (replace(a, weight=a.weight * alone) for a in words[index].alternatives)
        words[index] = replace(words[index], alternatives=(whole, *own))


def _groups(words: Sequence[QueryWord]) -> Iterator[list[int]]:
    """Places of words that may belong together, the longest groups first."""
    telling = [i for i, word in enumerate(words) if _tells(word.folded, word.analysed.word)]
    every = list(range(len(words)))
    for length in range(min(_LONGEST_KEY, len(words)), 0, -1):
        for places in (every, telling) if length > 1 else (telling,):
            for start in range(len(places) - length + 1):
                yield places[start : start + length]
