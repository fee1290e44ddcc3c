"""Puts the answers of several people together: where they differ, and where they agree."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from innovkb.tools.premortem.answers import POINTS, Answer, Answers

_DISPUTED = "De een zegt ja, de ander nee. Praat hier als eerste over: wie weet wat?"
_SHARED = "Niemand zegt nee. Spreek af wat je eraan doet."
_WORRYING = Fraction(1)
"""Points on average, from which a question that nobody disputes is a threat: partly."""


@dataclass(frozen=True)
class AnswerTally:
    """What people answered to one question."""

    archetype: Any
    question: Any
    counts: Counter[Answer]

    @property
    def points(self) -> list[int]:
        """What those say who answered with yes, partly or no."""
        return [POINTS[one] for one, n in self.counts.items() if one in POINTS for _ in range(n)]

    @property
    def average(self) -> Fraction:
        return Fraction(sum(self.points), len(self.points) or 1)

    @property
    def spread(self) -> Fraction:
        """The variance: 0 when all say the same."""
        points = self.points
        return sum(((p - self.average) ** 2 for p in points), Fraction()) / (len(points) or 1)

    @property
    def is_disputed(self) -> bool:
        """Whether somebody says yes and somebody else no."""
        return bool(self.counts[Answer.YES] and self.counts[Answer.NO])

    @property
    def told(self) -> str:
        """``3 van de 5 zeggen ja, 1 deels, 1 nee``, of those who answered."""
        total = sum(self.counts.values())
        parts = [(self.counts[one], one.label) for one in Answer if self.counts[one]]
        (first, label), *rest = parts
        verb = "zegt" if first == 1 else "zeggen"
        return ", ".join(
            [f"{first} van de {total} {verb} {label}", *(f"{n} {name}" for n, name in rest)]
        )


@dataclass(frozen=True)
class Merged:
    """The questions that somebody answered."""

    disputed: list[AnswerTally]
    """Those with a yes and a no, the most disputed first."""
    shared: list[AnswerTally]
    """Those that all see coming, the greatest threat first."""
    calm: int
    """How many others there are."""

    @property
    def groups(self) -> list[tuple[str, str, list[AnswerTally]]]:
        """What the page shows: a title, what it means, and the questions."""
        groups = [
            ("Hier denken jullie verschillend", _DISPUTED, self.disputed),
            ("Dit zien jullie samen", _SHARED, self.shared),
        ]
        return [group for group in groups if group[2]]


def merge(archetypes: Iterable[Any], people: Sequence[Answers]) -> Merged:
    """The answers of ``people`` to the questions in ``asked`` of each archetype."""
    tallies = []
    for archetype in archetypes:
        for question in archetype.asked:
            given = (one.get(archetype.slug, {}).get(question.position) for one in people)
            counts = Counter(answer for answer in given if answer is not None)
            if counts:
                tallies.append(AnswerTally(archetype, question, counts))
    disputed = [one for one in tallies if one.is_disputed]
    shared = [one for one in tallies if not one.is_disputed and one.average >= _WORRYING]
    return Merged(
        disputed=sorted(disputed, key=lambda one: (-one.spread, -one.average)),
        shared=sorted(shared, key=lambda one: -one.average),
        calm=len(tallies) - len(disputed) - len(shared),
    )
