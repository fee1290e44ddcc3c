"""What belongs with an item: it shares rare themes, rare words or the speaker.

Pure functions over document numbers of the search index; ``innovkb.related.lookup`` fetches.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log

import numpy as np
from numpy.typing import NDArray

from innovkb.search.analysis import analyse

Mask = NDArray[np.bool_]
Ids = NDArray[np.integer]

MOST_WORDS = 12
"""Words of an item that others are compared by: its rarest."""
_WORD_WEIGHT = 0.3
_SPEAKER_WEIGHT = 1.2
_LEAST_LETTERS = 5
_COMMON = 0.06
"""Words in more than this part of the items say nothing about what belongs together."""
_LEAST_REASONS = 2.0


class Tie(StrEnum):
    """What two items can have in common."""

    THEME = "thema"
    SPEAKER = "spreker"
    WORD = "woord"


_PLURALS = {Tie.THEME: "thema’s", Tie.SPEAKER: "sprekers", Tie.WORD: "woorden"}
_REASON = {Tie.THEME: 2.0, Tie.SPEAKER: 1.0, Tie.WORD: 0.7}
"""How much of a reason each is: a theme is enough; the speaker or two words are not."""


@dataclass(frozen=True)
class Signal:
    """One thing that an item has, and the documents that have it too."""

    tie: Tie
    label: str
    ids: Ids


@dataclass(frozen=True)
class Ranked:
    """A document with what it shares, the rarest first."""

    number: int
    score: float
    shared: tuple[Signal, ...]

    @property
    def why(self) -> str:
        """``zelfde thema: Ruimte; zelfde woorden: urgentie, crisis``."""
        parts = []
        for tie in Tie:
            labels = [signal.label for signal in self.shared if signal.tie is tie][:2]
            if labels:
                name = _PLURALS[tie] if len(labels) > 1 or tie is Tie.WORD else tie.value
                parts.append(f"zelfde {name}: {', '.join(labels)}")
        return "; ".join(parts)


def words_of(text: str) -> dict[str, str]:
    """The stems of a text's content words, each with the word as it first stands there."""
    found: dict[str, str] = {}
    for token in analyse(text):
        surface = token.token.surface
        if not token.word.is_stop and len(surface) >= _LEAST_LETTERS and surface.isalpha():
            found.setdefault(token.word.stem, surface.lower())
    return found


def telling_words(
    words: Mapping[str, str], documents: Mapping[str, Ids], allowed: Mask
) -> list[Signal]:
    """The rarest words that another item has too."""
    total = int(np.count_nonzero(allowed))
    signals = []
    for stem, surface in words.items():
        ids = documents.get(stem)
        if ids is not None:
            ids = ids[allowed[ids]]
            if 1 < len(ids) <= max(3, total * _COMMON):
                signals.append(Signal(Tie.WORD, surface, ids))
    return sorted(signals, key=lambda signal: (len(signal.ids), signal.label))[:MOST_WORDS]


def rank(signals: Sequence[Signal], *, allowed: Mask, most: int) -> list[Ranked]:
    """The documents of ``allowed`` that share most with the item, best first, at most ``most``.

    Each shared thing counts for its rarity, log(N / n): what everything has ties nothing.
    """
    total = max(int(np.count_nonzero(allowed)), 1)
    scores = np.zeros(len(allowed), np.float64)
    reasons = np.zeros(len(allowed), np.float64)
    rarest = sorted(signals, key=lambda signal: -_rarity(signal, total))
    for signal in rarest:
        scores[signal.ids] += _rarity(signal, total)
        reasons[signal.ids] += _REASON[signal.tie]
    scores[~allowed | (reasons < _LEAST_REASONS)] = 0
    found = np.flatnonzero(scores)
    best = found[np.lexsort((found, -scores[found]))][:most]
    shared: list[list[Signal]] = [[] for _ in best]
    for signal in rarest:
        for place in np.flatnonzero(np.isin(best, signal.ids)):
            shared[place].append(signal)
    return [
        Ranked(int(number), float(scores[number]), tuple(of_number))
        for number, of_number in zip(best, shared, strict=True)
    ]


def _rarity(signal: Signal, total: int) -> float:
    weight = {Tie.SPEAKER: _SPEAKER_WEIGHT, Tie.WORD: _WORD_WEIGHT}.get(signal.tie, 1.0)
    return weight * log(1 + total / max(len(signal.ids), 1))
