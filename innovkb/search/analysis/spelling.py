"""Correcting typing errors, but never a word that exists."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from innovkb.search.analysis.compounds import split
from innovkb.search.analysis.stemming import known_stem

_LEAST_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Correction:
    """What was probably meant: `word`, at `distance` edits from `typed`."""

    typed: str
    word: str
    distance: int


class Vocabulary:
    """The folded words of the corpus with how often each occurs, ready for near matches."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = dict(counts)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in self._counts:
            if len(word) >= _LEAST_LENGTH - 1 and word.isalpha():
                self._by_length[len(word)].append(word)

    def __contains__(self, word: str) -> bool:
        return word in self._counts

    def __len__(self) -> int:
        return len(self._counts)

    def count(self, word: str) -> int:
        """How often the corpus has `word`."""
        return self._counts.get(word, 0)

    def near(self, word: str, most: int) -> list[tuple[str, int]]:
        """Words within `most` edits (optimal string alignment), with their distance."""
        found: list[tuple[str, int]] = []
        for length in range(len(word) - most, len(word) + most + 1):
            matches = process.extract(
                word,
                self._by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=most,
                limit=None,
            )
            found.extend((match, int(distance)) for match, distance, _ in matches)
        return found


def is_known(word: str) -> bool:
    """Whether a folded word is Dutch: in the lexicon, an inflection, or a compound of such."""
    return known_stem(word) is not None or bool(split(word))


def correct(word: str, vocabulary: Vocabulary) -> Correction | None:
    """The word of the corpus that a folded, unknown word was probably meant to be.

    One edit up to five letters, two beyond; a swap of neighbours is one edit. None for a word
    that the corpus, the lexicon or the compound splitter knows, and where nothing is near.
    """
    if len(word) < _LEAST_LENGTH or not word.isalpha() or word in vocabulary or is_known(word):
        return None
    near = vocabulary.near(word, 1 if len(word) <= 5 else 2)
    if not near:
        return None
    best, distance = min(
        near,
        key=lambda match: (
            match[1] + (match[0][0] != word[0]), -vocabulary.count(match[0]), match[0],
        ),
    )  # fmt: skip
    return Correction(word, best, distance)
