"""Names as people write them after hearing them: Vandewalle, de bruyn, Gasperz."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from innovkb.search.analysis import QueryWord, analyse, fold

_LEAST = 4
"""Letters; what is shorter sounds like too much."""
_LEAST_NEAR = 9
"""Letters from which on a whole name may differ in one."""
_MOST_WORDS = 6
# Spellings of one sound in Dutch names, in the order in which they are made alike.
_SOUNDS = (
    ("sch", "s"), ("ch", "g"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "kw"),
    ("x", "ks"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("eau", "o"), ("ae", "a"),
    ("uij", "ui"), ("uy", "ui"), ("eij", "ei"), ("ey", "ei"), ("aij", "ai"), ("ay", "ai"),
    ("ij", "ei"), ("y", "ei"), ("ie", "i"), ("ue", "u"), ("ou", "au"), ("d", "t"), ("v", "f"),
    ("z", "s"),
)  # fmt: skip
_OTHER = re.compile(r"[^a-z]+")
_REPEATED = re.compile(r"(.)\1+")


class MeantName(NamedTuple):
    """A stretch of words, from ``first`` up to ``end``, that is a name spelt otherwise."""

    first: int
    end: int
    name: str


def name_sound(text: str) -> str:
    """A key that spellings of one name share, written as one word or as several."""
    key = _OTHER.sub("", fold(text))
    for spelling, sound in _SOUNDS:
        key = key.replace(spelling, sound)
    return _REPEATED.sub(r"\1", key)


class Names:
    """The names of people, whole and from each of their words on; of others, whole."""

    def __init__(self, people: Iterable[str], others: Iterable[str]) -> None:
        self._ends: dict[str, str] = {}
        self._whole: dict[str, str] = {}
        for name in (*people, *others):
            self._whole.setdefault(name_sound(name), name)
        for name in people:
            for token in analyse(name)[1:]:
                end = name[token.token.start :]
                self._ends.setdefault(name_sound(end), end)

    def meant(
        self, words: Sequence[QueryWord], is_known: Callable[[QueryWord], bool]
    ) -> Iterator[MeantName]:
        """The names among the words of a query that are spelt otherwise, the longest first.

        ``is_known`` says whether the site or the language has a word: such a word alone, and
        words that are a name already, are left as they are.
        """
        taken: set[int] = set()
        for length in range(min(_MOST_WORDS, len(words)), 0, -1):
            for first in range(len(words) - length + 1):
                places = range(first, first + length)
                if not taken.isdisjoint(places):
                    continue
                part = words[first : first + length]
                if name := self._of(part, is_known):
                    taken.update(places)
                    if fold(name) != " ".join(word.folded for word in part):
                        yield MeantName(first, first + length, name)

    def _of(self, part: Sequence[QueryWord], is_known: Callable[[QueryWord], bool]) -> str:
        if part[-1].is_stop or (len(part) == 1 and is_known(part[0])):
            return ""
        key = name_sound("".join(word.folded for word in part))
        if len(key) < _LEAST:
            return ""
        if name := self._whole.get(key) or self._ends.get(key):
            return name
        if len(key) < _LEAST_NEAR or all(is_known(word) for word in part):
            return ""
        near = process.extractOne(key, self._whole.keys(), scorer=OSA.distance, score_cutoff=1)
        return self._whole[near[0]] if near else ""
