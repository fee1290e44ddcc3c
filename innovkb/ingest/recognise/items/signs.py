"""The evidence for an item: each piece by name, with its weight and its reason for an editor.

The weights are log-odds. They were set by hand; `manage.py propose_weights` says what the choices
of editors would make of them, and nothing changes unless a person writes it here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from innovkb.ingest.recognise.items.categories import Category

SURE, POSSIBLE = 0.6, 0.15
"""From the first chance an item is proposed as sure, from the second as possible."""
_BIAS = -2.0
_MOST = 0.98


@dataclass(frozen=True, slots=True)
class Sign:
    """A piece of evidence; `{}` in its reason stands for the words that it rests on.

    `weight` counts for every kind of item that `weights` does not name.
    """

    reason: str
    weight: float = 0.0
    weights: Mapping[Category, float] = field(default_factory=dict)

    def weigh(self, kind: Category) -> float:
        """The weight for a kind of item, in log-odds."""
        return self.weights.get(kind, self.weight)


SIGNS: Mapping[str, Sign] = {
    # What announces an item.
    "heading": Sign("Lijst onder de kop ‘{}’.", 4.9),
    "label": Sign("Lijst onder ‘{}’.", 4.6),
    "item label": Sign("Lijst onder ‘{}’.", 3.7),
    "number": Sign("Begint met ‘{}’.", 4.6),
    "inline": Sign("Staat achter ‘{}’.", 3.7),
    "within": Sign("Aansporing bij een principe.", 2.4),
    "subheading": Sign("Kop onder ‘{}’.", 3.7),
    "below heading": Sign("Staat onder de kop ‘{}’.", 3.4),
    "column": Sign("Kolom ‘{}’ van een tabel.", 3.7),
    "table": Sign("Tabel onder de kop ‘{}’.", 3.4),
    "orders": Sign("Lijst van aansporingen (‘begin’, ‘zorg’, ‘laat’).", 2.4),
    "order headings": Sign("Een rij koppen die aansporen.", 2.2),
    "promise": Sign("De tekst kondigt deze rij aan: ‘{}’.", 2.9),
    "lacking": Sign("Een lijst van wat ontbreekt of niet lukt.", 2.6),
    "cue": Sign("In de lopende tekst, na ‘{}’.", 2.3),
    "advice is": Sign("Het advies staat erbij: ‘{}’.", 3.1),
    "clause": Sign("De zin noemt het zelf zo: ‘{}’.", 3.1, {"tip": 2.2}),
    "colon": Sign("Staat achter ‘{}’.", 2.6, {"tip": 2.2}),
    "question": Sign("Antwoord op de vraag ‘{}’.", 1.4, {"barrier": 2.2}),
    "opens answer": Sign("Eerste zin van het antwoord.", 0.2, {"barrier": 0.6}),
    # What the words themselves are like.
    "order": Sign("De zin spoort aan.", 0.0, {"tip": 1.1, "barrier": -1.5}),
    "advice": Sign("De zin zegt wat je moet of beter kunt doen.", 0.0, {"tip": 1.0}),
    "works": Sign("De zin zegt wat werkt of hielp.", 0.0, {"tip": 1.0}),
    "infinitive": Sign("Een raad zonder onderwerp.", 0.0, {"tip": 0.6}),
    "lacks": Sign("De zin zegt wat ontbreekt of niet kan.", 0.0, {"tip": -0.2, "barrier": 0.6}),
    "hinders": Sign("De zin zegt wat moeilijk is of tegenhoudt.", 0.0, {"barrier": 0.7}),
    "invites": Sign("De zin nodigt de lezer uit.", 0.0, {"tip": -2.5, "barrier": -1.0}),
    "example": Sign("De zin noemt een voorbeeld.", 0.0, {"tip": -1.0}),
    "asks": Sign("De zin is een vraag.", 0.0, {"tip": -1.0, "barrier": -0.8}),
    "story": Sign("De zin vertelt wat er gebeurde.", 0.0, {"tip": -0.7, "barrier": -0.3}),
    "short": Sign("Het zijn weinig woorden.", 0.0, {"tip": -0.3, "barrier": -0.5}),
}
ANNOUNCING = tuple(SIGNS)[: tuple(SIGNS).index("order")]
"""The names of the evidence that the text presents something as an item."""


_CHANGED: dict[tuple[str, str], float] = {}


@contextmanager
def weighed_otherwise(weights: Mapping[tuple[str, str], float]) -> Iterator[None]:
    """Try other weights, by kind and name; for measuring alone, never while the site serves."""
    _CHANGED.update(weights)
    try:
        yield
    finally:
        _CHANGED.clear()


def weight_of(kind: Category, name: str) -> float:
    """Return what a sign weighs for a kind of item."""
    own = SIGNS[name].weigh(kind)
    return _CHANGED.get((kind, name), own) if _CHANGED else own


def chance(kind: Category, names: Iterable[str]) -> float:
    """Return how likely it is, 0 to 1, that an editor takes it as an item of this kind."""
    total = _BIAS + sum(weight_of(kind, name) for name in names)
    return min(1 / (1 + math.exp(-total)), _MOST)
