"""Splitting Dutch compounds into the words they are made of.

The most probable split wins: each part costs minus the logarithm of its frequency, so few and
common parts beat many rare ones. Floors by length, block lists and a list of bound heads keep
chance matches out (Zipf values and lists tuned on `benchmarks/analysis`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from innovkb.search.analysis.lexicon import lexicon
from innovkb.search.analysis.part_lists import (
    BLOCKED_HEADS,
    BLOCKED_PARTS,
    BOUND_HEADS,
    COMBINING_FORMS,
    SHORT_PARTS,
    UNSPLIT,
)
from innovkb.search.analysis.stemming import infinitives, known_stem

MAX_LENGTH = 48
_LEAST_LENGTH = 7
# Least frequency (ten times Zipf) of a part, by its length; longer ones are rarely chance.
_FLOORS = {3: 30, 4: 36, 5: 33, 6: 28, 7: 24, 8: 18}
_FLOOR_LONG = 10
_PART_COST = 15
_BOUND_COST = 65
_INFLECTED, _UNSEEN, _FOREIGN, _VERB_STEM = 5, 15, 6, 3
# From this frequency on a compound is a word of its own, and stays whole within another.
_ESTABLISHED = 22
_LINKS = (("", 0), ("s", 4), ("en", 8), ("e", 12))


@dataclass(frozen=True, slots=True)
class CompoundPart:
    """A word within a compound: `compound[start:end]`, linking letters left out.

    `inner` are the words within the part where it is an established compound itself, with
    offsets into the same whole: werkgroep in werkgroepleider.
    """

    start: int
    end: int
    stem: str
    inner: tuple["CompoundPart", ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A part with the cost of all up to its end, and the part before it."""

    cost: int
    part: CompoundPart | None
    before: "_Candidate | None"


@lru_cache(maxsize=16384)
def split(word: str) -> tuple[CompoundPart, ...]:
    """The parts of a folded compound, in order; empty where `word` is none.

    >>> [part.stem for part in split("innovatiebudgetten")]
    ['innovatie', 'budget']
    """
    if not _LEAST_LENGTH <= len(word) <= MAX_LENGTH or not word.isalpha() or word in UNSPLIT:
        return ()
    best: list[_Candidate | None] = [_Candidate(0, None, None)] + [None] * len(word)
    for start in range(len(word) - 2):
        reached = best[start]
        if reached is not None:
            for end in range(start + 3, len(word) + 1):
                if end - start < len(word):
                    _extend(word, CompoundPart(start, end, ""), reached, best)
    return _resolved(best[len(word)])


def _resolved(last: _Candidate | None) -> tuple[CompoundPart, ...]:
    """The chain of parts, with the words within those that are compounds themselves."""
    parts: list[CompoundPart] = []
    while last is not None and last.part is not None:
        parts[:0] = _with_inner(last.part)
        last = last.before
    return tuple(parts)


def _with_inner(part: CompoundPart) -> list[CompoundPart]:
    inner = [
        CompoundPart(part.start + each.start, min(part.start + each.end, part.end), each.stem)
        for each in split(part.stem)
    ]
    if not inner:
        return [part]
    inner[-1] = replace(inner[-1], end=part.end)
    entry = lexicon().get(part.stem)
    if entry is None or entry.frequency < _ESTABLISHED:
        return inner
    return [CompoundPart(part.start, part.end, joined(inner), tuple(inner))]


def joined(parts: Iterable[CompoundPart]) -> str:
    """The stem of a compound: those of its parts, without linking letters.

    So it meets the same words written apart, whatever is inflected.
    """
    return "".join(part.stem for part in parts)


def _extend(
    word: str, span: CompoundPart, reached: _Candidate, best: list[_Candidate | None]
) -> None:
    """Note what it costs to let a part stand at `span`, with each linking letter after it."""
    text = word[span.start : span.end]
    is_last = span.end == len(word)
    scored = _head(text) if is_last else _modifier(text)
    if scored is None:
        return
    cost, stem = scored
    part = CompoundPart(span.start, span.end, stem)
    for link, link_cost in _LINKS:
        after = span.end + len(link)
        if not link or (after < len(word) and word.startswith(link, span.end)):
            total = reached.cost + cost + link_cost
            known = best[after]
            if known is None or total < known.cost:
                best[after] = _Candidate(total, part, reached)


@lru_cache(maxsize=16384)
def _head(text: str) -> tuple[int, str] | None:
    """Cost and stem of a last part; it may be inflected."""
    stem = known_stem(text)
    if text in BOUND_HEADS or stem in BOUND_HEADS:
        return _BOUND_COST, stem or text
    if stem is None or {text, stem} & (BLOCKED_HEADS | BLOCKED_PARTS):
        return None
    return _cost(text, stem)


@lru_cache(maxsize=16384)
def _modifier(text: str) -> tuple[int, str] | None:
    """Cost and stem of a part before the last: a bare word or a plural."""
    if text in COMBINING_FORMS:
        return _BOUND_COST, COMBINING_FORMS[text]
    entry = lexicon().get(text)
    if text in BLOCKED_PARTS or entry is None:
        return None
    is_plural = text.endswith("en") and entry.stem != text
    if text != entry.stem and not is_plural and not text.endswith("e"):
        return None
    return _cost(text, entry.stem)


def _infinitive_frequency(stem: str) -> int:
    """How common the verb is whose stem this is: falen for faal."""
    words = lexicon()
    for infinitive in infinitives(stem):
        entry = words.get(infinitive)
        if entry is not None and entry.stem == stem:
            return entry.frequency
    return 0


def _cost(text: str, stem: str) -> tuple[int, str] | None:
    words = lexicon()
    entry, base = words.get(text), words.get(stem)
    own = entry.frequency if entry else 0
    # An inflection counts as common as its base form, less what inflections usually lack.
    frequency = max(
        own,
        _infinitive_frequency(text) - _VERB_STEM,
        (base.frequency if base else 0) - (_INFLECTED if own else _UNSEEN),
    )
    is_dictionary = bool((entry and entry.is_dictionary) or (base and base.is_dictionary))
    if len(text) == 3 and text not in SHORT_PARTS:
        return None
    floor = _FLOORS.get(len(text), _FLOOR_LONG)
    if frequency < floor + (0 if is_dictionary else _FOREIGN):
        return None
    return 90 - frequency + _PART_COST, stem
