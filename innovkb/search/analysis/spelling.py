"""Correcting typing errors, but never a word that exists."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from innovkb.search.analysis.compounds import MAX_LENGTH, split
from innovkb.search.analysis.stemming import known_stem
from innovkb.search.analysis.stopwords import is_stop_word

_LEAST_LENGTH = 4
_SHORT_WORD = 5
_LONG_PART = 8

# Spellings of one sound, in the order in which they are made alike.
_SOUNDS = (
    ("eau", "o"), ("sch", "sg"), ("ch", "g"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "kw"),
    ("x", "ks"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("ij", "ei"), ("ou", "au"),
    ("ie", "i"), ("y", "i"), ("tio", "sio"), ("tia", "sia"), ("v", "f"), ("z", "s"),
)  # fmt: skip
_ENDINGS = (("tis", "sis"), ("ti", "si"), ("dt", "t"), ("d", "t"))
_REPEATED = re.compile(r"(.)\1+")


def sound(word: str) -> str:
    """A key that words pronounced alike share: kreativiteit and creativiteit."""
    for spelling, key in _SOUNDS:
        word = word.replace(spelling, key)
    for ending, key in _ENDINGS:
        if word.endswith(ending):
            word = word.removesuffix(ending) + key
            break
    return _REPEATED.sub(r"\1", word)


@dataclass(frozen=True, slots=True)
class Respelling:
    """What was probably meant: `word`, at `distance` edits from `typed`."""

    typed: str
    word: str
    distance: int


class Vocabulary:
    """The folded words of the corpus with how often each occurs, ready for near matches.

    No stop word is ever near: who looks for something does not mean ‘zijn’.
    """

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = dict(counts)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in self._counts:
            if len(word) >= _LEAST_LENGTH - 1 and word.isalpha() and not is_stop_word(word):
                self._by_length[len(word)].append(word)

    def __contains__(self, word: str) -> bool:
        return word in self._counts

    def __len__(self) -> int:
        return len(self._counts)

    def count(self, word: str) -> int:
        """How often the corpus has `word`."""
        return self._counts.get(word, 0)

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for words in self._by_length.values():
            for word in words:
                found[sound(word)].append(word)
        return found

    def near(self, word: str, most: int) -> dict[str, int]:
        """Words within `most` edits (optimal string alignment) with their distance.

        Words that sound the same count as one edit away.
        """
        found: dict[str, int] = {}
        for length in range(len(word) - most, len(word) + most + 1):
            matches = process.extract(
                word,
                self._by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=most,
                limit=None,
            )
            found.update((match, int(distance)) for match, distance, _ in matches)
        return found | dict.fromkeys(self._by_sound.get(sound(word), ()), 1)

    def near_in_sound(self, word: str) -> dict[str, int]:
        """Words whose sound is one edit from that of `word`, at a distance of 2."""
        keys = process.extract(
            sound(word), self._sounds, scorer=OSA.distance, score_cutoff=1, limit=None
        )
        return {found: 2 for key, _, _ in keys for found in self._by_sound[key]}

    def starting(self, start: str) -> list[str]:
        """Longer words that begin so, the most common first."""
        words = self._in_order
        found = words[bisect_right(words, start) : bisect_left(words, start + "\U0010ffff")]
        return sorted(found, key=lambda word: (-self._counts[word], word))

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self._counts)

    @cached_property
    def _sounds(self) -> list[str]:
        return list(self._by_sound)


def is_known(word: str) -> bool:
    """Whether a folded word is Dutch: in the lexicon, an inflection, or a compound of such."""
    return known_stem(word) is not None or bool(split(word))


def correct(word: str, vocabulary: Vocabulary) -> Respelling | None:
    """The word of the corpus that a folded, unknown word was probably meant to be.

    One edit up to five letters, two beyond; a swap of neighbours is one edit. Where no word is
    near, one that sounds nearly the same is taken, or an error in one half of a compound is put
    right. What splits into known words is only put right where letters are swapped or doubled:
    draagvalk, ambtenarren. None for a word that the corpus, the
    lexicon or the compound splitter knows, and where nothing is near.
    """
    if len(word) < _LEAST_LENGTH or len(word) > MAX_LENGTH or not word.isalpha():
        return None
    if word in vocabulary or known_stem(word) is not None:
        return None
    parts = split(word)
    if parts and all(part.end - part.start >= _LEAST_LENGTH for part in parts):
        return _nearest(word, _slips(word, vocabulary), vocabulary)
    # A compound with a very short part may be chance: one edit, no more.
    most = 1 if parts or len(word) <= _SHORT_WORD else 2
    found = _nearest(word, vocabulary.near(word, most), vocabulary)
    if found is None and len(word) >= _LONG_PART:
        found = _nearest(word, vocabulary.near_in_sound(word), vocabulary)
    return found if found or parts else _correct_half(word, vocabulary)


def _slips(word: str, vocabulary: Vocabulary) -> dict[str, int]:
    """Near words of the same letters, or the same sound."""
    letters, key = sorted(word), sound(word)
    near = vocabulary.near(word, 1)
    return {w: d for w, d in near.items() if sorted(w) == letters or sound(w) == key}


def _nearest(word: str, near: Mapping[str, int], vocabulary: Vocabulary) -> Respelling | None:
    """The best of the near words, given with their distance: same start, Dutch, common."""

    def badness(match: tuple[str, int]) -> tuple[int, bool, int, str]:
        candidate, distance = match
        other_start = candidate[0] != word[0]
        return (
            distance + other_start,
            not is_known(candidate),
            -vocabulary.count(candidate),
            candidate,
        )

    if not near:
        return None
    best, distance = min(near.items(), key=badness)
    return Respelling(word, best, distance)


def _correct_half(word: str, vocabulary: Vocabulary) -> Respelling | None:
    """A compound of two words of the corpus, one of them mistyped."""
    for cut in range(_LEAST_LENGTH, len(word) - _LEAST_LENGTH + 1):
        for good, bad in ((word[:cut], word[cut:]), (word[cut:], word[:cut])):
            if good in vocabulary and bad not in vocabulary and known_stem(bad) is None:
                most = 2 if len(bad) >= _LONG_PART else 1
                if found := _nearest(bad, vocabulary.near(bad, most), vocabulary):
                    whole = good + found.word if word.startswith(good) else found.word + good
                    return Respelling(word, whole, found.distance)
    return None
