"""Leaves one layout out: weights are fitted to the other layouts, and measured on that one.

What the table of weights holds was set with all texts in view; this says what it would have
been worth on a layout that nobody had seen.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from innovkb.ingest.recognise import Recognition, recognise
from innovkb.ingest.recognise.items.signs import SIGNS, weighed_otherwise

from .gold import Gold
from .measure import Score, item_alike, measure, ticked

_KINDS = {"tips": "tip", "barriers": "barrier"}
_BIAS = -2.0
_STEPS, _RATE = 80, 0.8
# How strongly a weight is held to where it starts, in proposals.
_PRIOR = 1.0

Weights = dict[tuple[str, str], float]
Example = tuple[str, tuple[str, ...], bool]


def scores_by_layout(golds: list[Gold], more: Iterable[Gold] = ()) -> dict[str, Score]:
    """Return the scores of tips and barriers that are sure, each layout measured unseen.

    `more` are texts that are only learnt from.
    """
    examples: dict[str, list[Example]] = defaultdict(list)
    with weighed_otherwise({}, least=0.0):
        for gold in (*golds, *more):
            examples[gold.layout] += _examples(gold, recognise(gold.text))
    scores: dict[str, Score] = defaultdict(Score)
    for layout in sorted({gold.layout for gold in golds}):
        seen = [one for other, row in examples.items() if other != layout for one in row]
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
    """Return weights by logistic regression.

    What announces an item is rare and starts from the weight that was set by hand; what words and
    surroundings are like starts from nothing, so that no weight knows the layout left out.
    """
    rows = Counter(examples)
    start: Weights = {
        (kind, name): SIGNS[name].weigh(kind) if SIGNS[name].announces else 0.0  # type: ignore[arg-type]
        for kind, names, _ in rows
        for name in names
    }
    seen: Weights = defaultdict(float)
    for (kind, names, _), number in rows.items():
        for name in names:
            seen[kind, name] += number
    weights = dict(start)
    for _ in range(_STEPS):
        slope: Weights = defaultdict(float)
        for (kind, names, taken), number in rows.items():
            total = _BIAS + sum(weights[kind, name] for name in names)
            error = number * (taken - 1 / (1 + math.exp(-total)))
            for name in names:
                slope[kind, name] += error
        for key, value in weights.items():
            pull = _PRIOR * (start[key] - value)
            weights[key] += _RATE * (slope[key] + pull) / (0.25 * seen[key] + _PRIOR)
    return weights
