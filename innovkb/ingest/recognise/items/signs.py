"""The evidence for an item: each piece by name, with its weight and its reason for an editor.

The weights are log-odds. They were set by hand; `manage.py propose_weights` says what the choices
of editors would make of them, and nothing changes unless a person writes it here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

from innovkb.ingest.recognise.items.categories import Category

Weighed = Category | Literal["question"]
"""What a sign can speak for."""

POSSIBLE = 0.15
"""From this chance an item is proposed as possible."""
# From which chance an item is sure: one that is announced, and a sentence of running text.
_SURE: Mapping[Weighed, tuple[float, float]] = {"tip": (0.45, 0.45), "barrier": (0.7, 0.85)}
_SURE_OF_OTHERS = (0.6, 0.6)
_BIAS = -2.0
_MOST = 0.98


@dataclass(frozen=True, slots=True)
class Sign:
    """A piece of evidence; `{}` in its reason stands for the words that it rests on.

    `weight` counts for every kind of item that `weights` does not name.
    """

    reason: str
    weight: float = 0.0
    weights: Mapping[Weighed, float] = field(default_factory=dict)

    @property
    def announces(self) -> bool:
        """Whether it is the text that presents the item, as with a heading or a label."""
        return "{}" in self.reason

    def weigh(self, kind: Weighed) -> float:
        """The weight for a kind of item, in log-odds."""
        return self.weights.get(kind, self.weight)


def _asks(reason: str, weight: float) -> Sign:
    return Sign(reason, 0.0, {"question": weight})


SIGNS: Mapping[str, Sign] = {
    # What announces an item.
    "heading": Sign("Lijst onder de kop ‘{}’.", 4.9),
    "label": Sign("Lijst onder ‘{}’.", 4.6),
    "item label": Sign("Lijst onder ‘{}’.", 3.7),
    "number": Sign("Begint met ‘{}’.", 4.6),
    "inline": Sign("Staat achter ‘{}’.", 3.7),
    "within": Sign("Aansporing bij een principe.", 2.4),
    "subheading": Sign("Kop onder ‘{}’.", 4.0),
    "below heading": Sign("Staat onder de kop ‘{}’.", 3.6),
    "column": Sign("Kolom ‘{}’ van een tabel.", 3.7),
    "table": Sign("Tabel onder de kop ‘{}’.", 3.4),
    "orders": Sign("Lijst van aansporingen (‘begin’, ‘zorg’, ‘laat’).", 1.3),
    "order headings": Sign("Een rij koppen die aansporen.", 1.4),
    "promise": Sign("De tekst kondigt deze rij aan: ‘{}’.", 3.5),
    "lacking": Sign("Een lijst van wat ontbreekt of niet lukt.", 3.2),
    "cue": Sign("In de lopende tekst, na ‘{}’.", 1.1),
    "advice is": Sign("Het advies staat erbij: ‘{}’.", 3.9),
    "clause": Sign("De zin noemt het zelf zo: ‘{}’.", 3.1, {"tip": 2.9, "barrier": 3.7}),
    "colon": Sign("Staat achter ‘{}’.", 2.6, {"tip": 1.1, "barrier": 2.9}),
    "question": Sign("Antwoord op de vraag ‘{}’.", 1.4, {"tip": 1.5, "barrier": 2.0}),
    "opens answer": Sign("Eerste zin van het antwoord.", 0.2, {"tip": 0.5, "barrier": 0.9}),
    "loose": Sign("Niets kondigt dit aan.", -2.0, {"tip": -2.6, "barrier": -1.9}),
    # What the words themselves are like.
    "order": Sign("De zin spoort aan.", 0.0, {"tip": 4.2, "barrier": -4.6}),
    "advice": Sign("De zin zegt wat je moet of beter kunt doen.", 0.0, {"tip": 0.4}),
    "works": Sign("De zin zegt wat werkt of hielp.", 0.0, {"tip": 1.4}),
    "infinitive": Sign("Een raad zonder onderwerp.", 0.0, {"tip": 0.5}),
    "lacks": Sign("De zin zegt wat ontbreekt of niet kan.", 0.0, {"barrier": 1.3}),
    "hinders": Sign("De zin zegt wat moeilijk is of tegenhoudt.", 0.0, {"barrier": 0.6}),
    "invites": Sign("De zin nodigt de lezer uit.", 0.0, {"tip": -4.0, "barrier": -1.5}),
    "example": Sign("De zin noemt een voorbeeld.", 0.0, {"tip": -2.0}),
    "asks": Sign("De zin is een vraag.", 0.0, {"tip": -4.6, "barrier": -3.4}),
    "story": Sign("De zin vertelt wat er gebeurde.", 0.0, {"tip": -0.7}),
    "refuses": Sign("De zin zegt wat niet mag, kan of wil.", 0.0, {"barrier": 1.0}),
    "rules": Sign("De zin noemt een regel, eis of formulier.", 0.0, {"barrier": 1.5}),
    "waits": Sign("De zin zegt wat duurt of blijft liggen.", 0.0, {"barrier": 2.0}),
    "falls short": Sign("De zin zegt waarvan er te weinig is.", 0.0, {"barrier": 2.9}),
    "fears": Sign("De zin noemt angst, weerstand of klachten.", 0.0, {"barrier": 2.6}),
    "leaves": Sign("De zin zegt wie of wat verdween.", 0.0, {"barrier": 1.2}),
    "split": Sign("De zin zegt dat ieder het anders doet.", 0.0, {"barrier": 2.9}),
    "fails": Sign("De zin zegt wat vastliep of misging.", 0.0, {"barrier": 1.6}),
    "solved": Sign("De zin zegt wat wel lukte.", 0.0, {"barrier": -2.6}),
    "reports": Sign("De zin zegt wat iemand aanraadt.", 0.0, {"tip": 4.5, "barrier": -0.8}),
    "would": Sign("De zin zegt wat iemand zou doen.", 0.0, {"tip": 5.5, "barrier": -1.7}),
    "must": Sign("De zin zegt wat moet.", 0.0, {"tip": 3.6, "barrier": -1.0}),
    "too much": Sign("De zin zegt waarvan er te veel is.", 0.0, {"barrier": 0.8}),
    "because": Sign("De zin geeft een reden.", 0.0, {"barrier": 0.8}),
    "announces": Sign("De zin kondigt alleen aan.", 0.0, {"tip": -2.0, "barrier": -2.5}),
    "among": Sign("Staat tussen zinnen over wat in de weg zit.", 0.0, {"barrier": 1.2}),
    "spoken": Sign("Iemand zegt het.", 0.0, {"tip": -2.9, "barrier": -2.2}),
    "item": Sign("Een punt van een lijst.", 0.0, {"barrier": 1.9}),
    "colon order": Sign("Een aansporing achter een dubbele punt.", 0.0, {"tip": 1.6}),
    "goes on": Sign("De zin telt verder op.", 0.0, {"barrier": 0.5}),
    "in section": Sign(
        "Staat onder een kop die dit aankondigt.", 0.0, {"tip": 1.3, "barrier": 2.8}
    ),
    "right after": Sign("De zin ervoor kondigt dit aan.", 0.0, {"tip": 1.8, "barrier": 1.4}),
    "after": Sign(
        "Een zin eerder in de alinea kondigt dit aan.", 0.0, {"tip": 2.1, "barrier": 0.6}
    ),
    "beside": Sign("Staat naast een zin van dezelfde soort.", 0.0, {"tip": 0.7}),
    "short": Sign("Het zijn weinig woorden.", 0.0, {"tip": -1.9, "barrier": -0.7}),
    # What stands around a sentence that asks.
    "in text": _asks("De zin is een vraag.", -1.0),
    "asked before": _asks("De zin ervoor zegt dat dit gevraagd werd.", 3.6),
    "somebody asks": _asks("De zin ervoor zegt wie dit vroeg.", 4.6),
    "asked behind": _asks("Erachter staat dat dit gevraagd werd.", 4.6),
    "asked earlier": _asks("De zin ervoor gaat over een vraag.", 1.2),
    "asked by name": _asks("Er staat voor wie dit vraagt.", 0.6),
    "point of questions": _asks("Onder een kop over vragen begint de alinea hiermee.", 3.5),
    "question section": _asks("Staat onder een kop over vragen.", 2.0),
    "turn asks": _asks("Iemand in het gesprek vraagt dit.", 1.0),
    "answer shown": _asks("Een streep of pijl wijst naar het antwoord.", 1.5),
    "answered": _asks("Erachter begint een antwoord.", 1.2),
    "somebody answers": _asks("Daarna antwoordt iemand.", 1.2),
    "next answers": _asks("Daarna heeft een ander het woord.", 1.5),
    "no answer": _asks("Er staat geen antwoord bij.", -1.5),
    "asks on": _asks("Er staan meer vragen achter elkaar.", -1.5),
    "short question": _asks("Het zijn weinig woorden.", -1.5),
    "within speech": _asks("Staat midden in wat iemand zegt.", -3.0),
    "invites reader": _asks("De vraag is voor de lezer.", -4.0),
}
PRESENTING: Mapping[Weighed, frozenset[str]] = {
    "tip": frozenset(
        ("in section", "right after", "after", "reports", "would", "works", "colon order", "beside")
    ),
    "barrier": frozenset(("right after", "after", "among", "in section")),
}
"""By which evidence a sentence of running text is presented as an item of a kind: something before
it says so, it says so itself, or it stands in a row of its kind."""
_CHANGED: dict[tuple[str, str], float] = {}
_LEAST = {"chance": POSSIBLE}


@contextmanager
def weighed_otherwise(
    weights: Mapping[tuple[str, str], float], least: float = POSSIBLE
) -> Iterator[None]:
    """Try other weights, by kind and name; for measuring alone, never while the site serves.

    `least` is the chance from which an item is proposed at all.
    """
    _CHANGED.update(weights)
    _LEAST["chance"] = least
    try:
        yield
    finally:
        _CHANGED.clear()
        _LEAST["chance"] = POSSIBLE


def is_possible(likely: float) -> bool:
    """Whether an item of that chance is proposed at all."""
    return likely >= _LEAST["chance"]


def weight_of(kind: Weighed, name: str) -> float:
    """Return what a sign weighs for a kind of item."""
    own = SIGNS[name].weigh(kind)
    return _CHANGED.get((kind, name), own) if _CHANGED else own


def is_sure(kind: Weighed, names: Sequence[str], likely: float) -> bool:
    """Whether an item is proposed as sure: likely enough, and the text presents it as one.

    The chances were chosen with each layout left out in turn, where nine of ten ticked tips, and
    more than eight of ten ticked barriers, are what a careful reader has too. A suggestion in
    passing, or a problem that nothing announces, is possible at most, however likely.
    """
    announced, loose = _SURE.get(kind, _SURE_OF_OTHERS)
    if "loose" not in names:
        return likely >= announced
    return likely >= loose and not PRESENTING.get(kind, frozenset()).isdisjoint(names)


def chance(kind: Weighed, names: Iterable[str]) -> float:
    """Return how likely it is, 0 to 1, that an editor takes it as an item of this kind."""
    total = _BIAS + sum(weight_of(kind, name) for name in names)
    return min(1 / (1 + math.exp(-total)), _MOST)
