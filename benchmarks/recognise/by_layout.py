"""Leaves one layout out: weights are fitted to the other layouts, and measured on that one.

What the table of weights holds was set with all texts in view; this says what it would have
been worth on a layout that nobody had seen.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from innovkb.ingest.recognise import Recognition, recognise
from innovkb.ingest.recognise.items.signs import SIGNS, weighed_otherwise

from .gold import Gold
from .measure import Score, item_alike, measure, ticked

_KINDS = {"tips": "tip", "barriers": "barrier"}
_BIAS = -2.0
_STEPS, _RATE = 60, 0.4
# How strongly a weight is held to the one that was set by hand, in proposals.
_PRIOR = 8.0

Weights = dict[tuple[str, str], float]
Example = tuple[str, tuple[str, ...], bool]


def scores_by_layout(golds: list[Gold]) -> dict[str, Score]:
    """Return the scores of tips and barriers that are sure, each layout measured unseen."""
    examples = {gold.name: _examples(gold, recognise(gold.text)) for gold in golds}
    scores: dict[str, Score] = defaultdict(Score)
    for layout in sorted({gold.layout for gold in golds}):
        seen = [one for gold in golds if gold.layout != layout for one in examples[gold.name]]
        with weighed_otherwise(_fitted(seen)):
            for gold in golds:
                if gold.layout == layout:
                    measure(gold, ticked(recognise(gold.text)), scores)
    return scores


def _examples(gold: Gold, found: Recognition) -> list[Example]:
    """Return the evidence of each proposal, and whether a careful reader has it too."""
    return [
        (kind, item.evidence, any(item_alike(item.text, one) for one in gold.items.get(name, [])))
        for name, kind in _KINDS.items()
        for item in getattr(found, name)
        if not any(item_alike(item.text, one) for one in gold.optional.get(name, []))
    ]


def _fitted(examples: Iterable[Example]) -> Weights:
    """Return weights by logistic regression, held to those set by hand."""
    rows = list(examples)
    by_hand: Weights = {
        (kind, name): SIGNS[name].weigh(kind)  # type: ignore[arg-type]
        for kind, names, _ in rows
        for name in names
    }
    weights = dict(by_hand)
    for _ in range(_STEPS):
        slope: Weights = defaultdict(float)
        for kind, names, taken in rows:
            total = _BIAS + sum(weights[kind, name] for name in names)
            error = taken - 1 / (1 + math.exp(-total))
            for name in names:
                slope[kind, name] += error
        seen: Weights = defaultdict(float)
        for kind, names, _ in rows:
            for name in names:
                seen[kind, name] += 1
        for key, value in weights.items():
            pull = _PRIOR * 0.1 * (by_hand[key] - value)
            weights[key] += _RATE * (slope[key] + pull) / (seen[key] + _PRIOR)
    return weights
