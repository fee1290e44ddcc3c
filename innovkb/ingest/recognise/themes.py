"""Themes for an item, from its words and from the items that already carry the theme."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from innovkb.ingest.recognise.known import KnownName, ThemedText
from innovkb.ingest.recognise.names.roster import fold
from innovkb.ingest.recognise.proposals import ItemProposal, QuoteProposal, ThemeProposal
from innovkb.ingest.recognise.text.lexicon import FINITE_VERBS, OPENERS

_WORD = re.compile(r"[^\W\d_]{3,}")
_STOP = {fold(word) for word in OPENERS | FINITE_VERBS} | frozenset(
    "een het die dat niet ook maar dan zijn hun haar der des deze waar veel meer elke alle wordt "
    "iets goed eigen nieuwe grote kleine mens mensen jaar keer jou jouw daarvoor hiervoor".split()
)
_MAX_THEMES = 3
_MIN_SIMILARITY = 0.14
_MIN_SHARE_OF_BEST = 0.6


def stem(word: str) -> str:
    """Return a rough Dutch stem: "experimenten", "experiment" → "experiment"."""
    word = fold(word)
    for ending in ("heden", "ingen", "eren", "en", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    if len(word) > 4 and word[-1] == word[-2]:
        word = word[:-1]
    return word


def stems(text: str) -> Counter[str]:
    """Count the stems of the words that carry meaning."""
    return Counter(stem(word) for word in _WORD.findall(text) if fold(word) not in _STOP)


@dataclass(frozen=True, slots=True)
class ThemeSuggestion:
    """A theme with the words that speak for it."""

    name: str
    confidence: float
    reason: str


class ThemeIndex:
    """Compares words with those of the themed items: one vector a theme, weighed by rarity."""

    def __init__(self, themed: Iterable[ThemedText], themes: Sequence[KnownName] = ()) -> None:
        counts = [(stems(item.text), item.themes) for item in themed]
        self._total = len(counts)
        self._document_frequency: Counter[str] = Counter()
        for words, _ in counts:
            self._document_frequency.update(words.keys())
        vectors: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for words, names in counts:
            for name in names:
                for word, number in self._weigh(words).items():
                    vectors[name][word] += number
        self._vectors = {name: _unit(vector) for name, vector in vectors.items()}
        self._names = {
            known.name: [frozenset(stems(form)) for form in known.forms if stems(form)]
            for known in themes
        }

    def suggest(self, text: str, limit: int = _MAX_THEMES) -> tuple[ThemeSuggestion, ...]:
        """Return at most `limit` themes for a text, likeliest first."""
        words = stems(text)
        vector = _unit(self._weigh(words))
        scored: dict[str, tuple[float, str]] = {}
        for name, other in self._vectors.items():
            shared = {word: vector[word] * other[word] for word in vector.keys() & other.keys()}
            score = sum(shared.values())
            if score >= _MIN_SIMILARITY:
                best = sorted(shared, key=lambda word: -shared[word])[:3]
                known_by = "’, ‘".join(self._written(text, word) for word in best)
                reason = f"Lijkt op wat al bij dit thema staat: ‘{known_by}’."
                scored[name] = (min(0.5 + score, 0.9), reason)
        for name, forms in self._names.items():
            if any(form <= words.keys() for form in forms):
                scored[name] = (0.9, f"De woorden noemen het thema ‘{name}’.")
        ranked = sorted(scored.items(), key=lambda item: (-item[1][0], item[0]))[:limit]
        if not ranked:
            return ()
        floor = _MIN_SHARE_OF_BEST * ranked[0][1][0]
        return tuple(
            ThemeSuggestion(name, round(confidence, 2), reason)
            for name, (confidence, reason) in ranked
            if confidence >= floor
        )

    def _weigh(self, words: Counter[str]) -> dict[str, float]:
        return {
            word: (1 + math.log(number)) * math.log(1 + self._total / frequency)
            for word, number in words.items()
            if (frequency := self._document_frequency.get(word, 0))
        }

    @staticmethod
    def _written(text: str, wanted: str) -> str:
        return next((word for word in _WORD.findall(text) if stem(word) == wanted), wanted)


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {word: value / length for word, value in vector.items()}


def propose_themes(
    items: Iterable[ItemProposal | QuoteProposal],
    themed: Sequence[ThemedText],
    themes: Sequence[KnownName] = (),
) -> tuple[ThemeProposal, ...]:
    """Return theme proposals for the items, each with the span of its item."""
    if not themed and not themes:
        return ()
    index = ThemeIndex(themed, themes)
    return tuple(
        ThemeProposal(
            start=item.start,
            end=item.end,
            text=item.text,
            confidence=suggestion.confidence,
            reason=suggestion.reason,
            name=suggestion.name,
        )
        for item in items
        for suggestion in index.suggest(f"{item.text} {item.section}")
    )
