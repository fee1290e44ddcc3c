"""The pre-mortem: answers in words, and which archetypes they say are a threat.

The answers to one archetype are one word, ``<slug>.<answers>``: for each answered
question its position and a letter, as in ``de-olifant.1j2n4d``. A question that is added or
removed later changes nothing for the others.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db import models


class Answer(models.TextChoices):
    """What a team says to a question; a yes means: this threatens us."""

    YES = "j", "ja"
    PARTLY = "d", "deels"
    NO = "n", "nee"
    NOT_APPLICABLE = "x", "n.v.t."


class Level(models.TextChoices):
    """How much an archetype threatens."""

    HIGH = "high", "Dreigt sterk"
    MIDDLE = "middle", "Dreigt"
    LOW = "low", "Let op"


Answers = dict[str, dict[int, Answer]]
"""For each archetype's slug: the answers by the question's position."""

POINTS = {Answer.YES: 2, Answer.PARTLY: 1, Answer.NO: 0}
_MOST_POINTS = 2
_HIGH, _MIDDLE = Fraction(2, 3), Fraction(1, 3)
_PART = re.compile(r"([0-9]{1,5})([jdnx])")
_WORD = re.compile(r"([A-Za-z0-9_-]{1,100})\.((?:[0-9]{1,5}[jdnx]){1,60})")


def read(words: Iterable[str]) -> tuple[Answers, int]:
    """The answers in an address, and how many words or answers were left out.

    Of two answers to one question the first counts.
    """
    answers: Answers = {}
    left_out = 0
    for word in words:
        match = _WORD.fullmatch(word)
        if match is None:
            left_out += 1
            continue
        own = answers.setdefault(match[1], {})
        for position, letter in _PART.findall(match[2]):
            left_out += int(position) in own
            own.setdefault(int(position), Answer(letter))
    return answers, left_out


def write(answers: Answers) -> list[str]:
    """The words for an address; ``read`` gives the same answers back."""
    return [
        f"{slug}." + "".join(f"{position}{own[position].value}" for position in sorted(own))
        for slug, own in answers.items()
        if own
    ]


@dataclass(frozen=True)
class Check:
    """A question of an archetype, with its answer where it has one."""

    question: Any
    answer: Answer | None


@dataclass(frozen=True)
class Pattern:
    """An archetype with its questions of one phase."""

    archetype: Any
    checks: tuple[Check, ...]

    @property
    def counted(self) -> list[Check]:
        """The questions that were answered with yes, partly or no."""
        return [check for check in self.checks if check.answer in POINTS]

    @property
    def worries(self) -> list[Check]:
        """The questions that were answered with yes or partly."""
        return [check for check in self.counted if check.answer != Answer.NO]

    @property
    def unanswered(self) -> list[Check]:
        return [check for check in self.checks if check.answer is None]

    @property
    def points(self) -> int:
        """Two for every yes, one for every partly."""
        return sum(POINTS[check.answer] for check in self.counted if check.answer)

    @property
    def threat(self) -> Fraction:
        """From 0 (no to everything that was answered) to 1 (yes to everything)."""
        return Fraction(self.points, _MOST_POINTS * len(self.counted) or 1)

    @property
    def level(self) -> Level:
        if self.threat >= _HIGH:
            return Level.HIGH
        return Level.MIDDLE if self.threat >= _MIDDLE else Level.LOW


@dataclass(frozen=True)
class Outcome:
    """What the answers say, over all archetypes."""

    threats: list[Pattern]
    """Archetypes with a yes or a partly, the greatest threat first."""
    safe: list[Pattern]
    """Archetypes whose answered questions all got a no or not applicable."""
    open: list[Pattern]
    """Archetypes without any answer."""

    in_order: list[Pattern]
    """All of them, in their own order."""

    @property
    def threatening(self) -> list[Pattern]:
        """The threats that are more than a warning to keep in mind."""
        return [one for one in self.threats if one.level != Level.LOW]

    def at(self, level: Level) -> list[Pattern]:
        """The threats of one level, the greatest first."""
        return [one for one in self.threats if one.level == level]

    @property
    def asked(self) -> int:
        return sum(len(pattern.checks) for pattern in self.in_order)

    @property
    def unanswered(self) -> int:
        return sum(len(pattern.unanswered) for pattern in self.in_order)

    @property
    def answered(self) -> int:
        return self.asked - self.unanswered


def known(answers: Answers, archetypes: Iterable[Any]) -> tuple[Answers, int]:
    """The answers to questions that exist, in the order of the archetypes; and how many don't.

    Each archetype has its questions of one phase in ``asked``.
    """
    kept: Answers = {}
    for archetype in archetypes:
        own = answers.get(archetype.slug, {})
        positions = [question.position for question in archetype.asked]
        if found := {position: own[position] for position in positions if position in own}:
            kept[archetype.slug] = found
    return kept, count(answers) - count(kept)


def count(answers: Answers) -> int:
    return sum(map(len, answers.values()))


def judge(archetypes: Iterable[Any], answers: Answers) -> Outcome:
    """Weighs each archetype by its answered questions and puts the greatest threat first.

    Equal threats: first the one with more points, then the order of ``archetypes``.
    """
    patterns = []
    for archetype in archetypes:
        own = answers.get(archetype.slug, {})
        checks = tuple(Check(asked, own.get(asked.position)) for asked in archetype.asked)
        if checks:
            patterns.append(Pattern(archetype, checks))
    threats = [pattern for pattern in patterns if pattern.worries]
    calm = [pattern for pattern in patterns if not pattern.worries]
    return Outcome(
        threats=sorted(threats, key=lambda one: (-one.threat, -one.points)),
        safe=[one for one in calm if len(one.unanswered) < len(one.checks)],
        open=[one for one in calm if len(one.unanswered) == len(one.checks)],
        in_order=patterns,
    )
