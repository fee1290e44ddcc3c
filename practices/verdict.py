"""How many people say something, counted in words: what is read aloud as it is written."""

from collections.abc import Mapping

from django.db import models

from innovkb.lib.text import number_word


class Stance(models.TextChoices):
    """What somebody says about a claim."""

    AGREE = "agree", "zegt dit"
    AGAINST = "against", "zegt het tegendeel"
    DEPENDS = "depends", "zegt: het hangt ervan af"


def said_by(stance: str, people: int) -> str:
    """``Vier zeggen dit``, ``Eén zegt het tegendeel``, ``Niemand zegt het tegendeel``."""
    words = str(Stance(stance).label)
    if people > 1:
        words = words.replace("zegt", "zeggen", 1)
    return _sentence(f"{number_word(people) if people else 'niemand'} {words}")


def verdict(counts: Mapping[str, int]) -> str:
    """``Vier zeggen dit, één zegt het tegendeel, twee zeggen: het hangt ervan af``.

    ``counts`` are people by stance. Where all agree it says that nobody says the opposite.
    """
    there = [stance for stance in Stance if counts.get(stance)]
    shown = [*there, Stance.AGAINST] if there == [Stance.AGREE] else there
    parts = [said_by(stance, counts.get(stance, 0)) for stance in shown]
    return ", ".join([*parts[:1], *(_within(part) for part in parts[1:])])


def _sentence(words: str) -> str:
    """As a sentence begins: a capital has no accent, so ``één`` becomes ``Eén``."""
    return f"Eén{words[3:]}" if words.startswith("één") else f"{words[:1].upper()}{words[1:]}"


def _within(words: str) -> str:
    """As it stands within a sentence."""
    return f"één{words[3:]}" if words.startswith("Eén") else f"{words[:1].lower()}{words[1:]}"
