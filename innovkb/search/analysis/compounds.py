"""Splitting Dutch compounds into the words they are made of.

The most probable split wins: each part costs minus the logarithm of its frequency, so few and
common parts beat many rare ones. Floors by length, block lists and a list of bound heads keep
chance matches out (Zipf values and lists tuned on `benchmarks/analysis`).
"""

from dataclasses import dataclass
from functools import lru_cache

from innovkb.search.analysis.lexicon import lexicon
from innovkb.search.analysis.part_lists import (
    BLOCKED_HEADS,
    BLOCKED_PARTS,
    BOUND_HEADS,
    SHORT_PARTS,
    UNSPLIT,
)
from innovkb.search.analysis.stemming import known_stem

MAX_LENGTH = 48
_LEAST_LENGTH = 7
# Least frequency (ten times Zipf) of a part, by its length; longer ones are rarely chance.
_FLOORS = {3: 30, 4: 36, 5: 33, 6: 28, 7: 24, 8: 18}
_FLOOR_LONG = 10
_PART_COST = 15
_LINKS = (("", 0), ("s", 4), ("en", 8), ("e", 12))


@dataclass(frozen=True, slots=True)
class Part:
    """A word within a compound: `compound[start:end]`, linking letters left out."""

    start: int
    end: int
    stem: str


@lru_cache(maxsize=16384)
def split(word: str) -> tuple[Part, ...]:
    """The parts of a folded compound, in order; empty where `word` is none.

    >>> [part.stem for part in split("innovatiebudgetten")]
    ['innovatie', 'budget']
    """
    if not _LEAST_LENGTH <= len(word) <= MAX_LENGTH or not word.isalpha() or word in UNSPLIT:
        return ()
    best: list[tuple[int, tuple[Part, ...]] | None] = [None] * (len(word) + 1)
    best[0] = (0, ())
    for start in range(len(word) - 2):
        reached = best[start]
        if reached is None:
            continue
        for end in range(start + 3, len(word) + 1):
            if start == 0 and end == len(word):
                continue
            _extend(word, start, end, reached, best)
    found = best[len(word)]
    return found[1] if found and len(found[1]) > 1 else ()


def _extend(
    word: str,
    start: int,
    end: int,
    reached: tuple[int, tuple[Part, ...]],
    best: list[tuple[int, tuple[Part, ...]] | None],
) -> None:
    text = word[start:end]
    last = end == len(word)
    scored = _head(text) if last else _modifier(text)
    if scored is None:
        return
    cost, stem = scored
    parts = (*reached[1], Part(start, end, stem))
    for link, link_cost in _LINKS:
        after = end + len(link)
        if not link or (not last and after < len(word) and word.startswith(link, end)):
            total = reached[0] + cost + link_cost
            known = best[after]
            if known is None or total < known[0]:
                best[after] = (total, parts)


@lru_cache(maxsize=16384)
def _head(text: str) -> tuple[int, str] | None:
    """Cost and stem of a last part; it may be inflected."""
    if text in BLOCKED_HEADS or text in BLOCKED_PARTS:
        return None
    stem = known_stem(text)
    if text in BOUND_HEADS or (stem in BOUND_HEADS):
        return 50 + _PART_COST, stem or text
    if stem is None or stem in BLOCKED_HEADS:
        return None
    return _cost(text, stem)


@lru_cache(maxsize=16384)
def _modifier(text: str) -> tuple[int, str] | None:
    """Cost and stem of a part before the last: a bare word or a plural."""
    if text in BLOCKED_PARTS:
        return None
    entry = lexicon().get(text)
    if entry is None or not _is_bare(text, entry.stem):
        return None
    return _cost(text, entry.stem)


def _is_bare(text: str, stem: str) -> bool:
    return text == stem or text.endswith("en") or not text.endswith(("t", "d", "te", "de", "s"))


def _cost(text: str, stem: str) -> tuple[int, str] | None:
    words = lexicon()
    entry = words.get(text)
    base = words.get(stem)
    frequency = max(entry.frequency if entry else 0, base.frequency if base else 0)
    is_dictionary = bool((entry and entry.is_dictionary) or (base and base.is_dictionary))
    if len(text) == 3 and text not in SHORT_PARTS:
        return None
    if frequency < _FLOORS.get(len(text), _FLOOR_LONG) + (0 if is_dictionary else 10):
        return None
    return 90 - frequency + _PART_COST, stem
