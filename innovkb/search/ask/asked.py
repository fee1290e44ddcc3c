"""Which form of answer a query asks for: what helps, a number, who said it, or quotes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from innovkb.search.analysis import QueryWord
from innovkb.search.ask.intent import (
    asks_who_said,
    generic_stems,
    is_sentence,
    kind_names,
    tells,
)

_SELF = frozenset("ik mij me mijn wij we ons onze".split())
_PEOPLE = _SELF | {"je", "jij", "men"}
_COPING = frozenset("als doe doen kan kun kunnen moet moeten helpt hielp".split())
"""What makes a question with ‘wat’ one for help: ‘wat kan ik doen’, ‘wat helpt tegen’."""
_NUMBER = r"(?:\d+(?:[.,]\d+)?|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|half|halve)"
_PERCENT = re.compile(rf"\b{_NUMBER}(?: ?%| procent\b)", re.IGNORECASE)
_DURATION = re.compile(
    rf"\b{_NUMBER} (?:minu(?:ut|ten)|uur|uren|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|ja(?:ar|ren))\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\b(?!(?:1[89]|20)\d\d\b)\d[\d.,]*\b")
"""A number in digits that is no year."""
_PERCENTAGES = frozenset("procent percentage percentages".split())
_FRAME = frozenset("lang vaak duren duurt duurde duurden kost kosten".split())


class Form(Enum):
    """A form of answer; the value is its name in data."""

    HELPS = "helps"
    NUMBER = "number"
    SAID = "said"
    QUOTES = "quotes"


@dataclass(frozen=True)
class Asked:
    """What a query asks for."""

    form: Form
    number: re.Pattern[str] = _COUNT
    """What a sentence must have to say a number of this sort."""
    counted: QueryWord | None = None
    """What must follow that number: ‘organisaties’ in ‘hoeveel organisaties’."""
    frame: frozenset[str] = frozenset()
    """Stems of words that belong to the question, not to its subject."""


def asked(words: Sequence[QueryWord], *, names_quotes: bool) -> Asked | None:
    """What all the words of a query, stop words too, ask for; None for a mere subject.

    ``names_quotes``: it has asked for quotes by name.
    """
    typed = [word.folded for word in words]
    if not typed:
        return None
    if asks_who_said(typed):
        return Asked(Form.SAID)
    if names_quotes:
        return Asked(Form.QUOTES, frame=generic_stems())
    if number := _number(words, typed):
        return number
    return Asked(Form.HELPS) if _asks_help(words, typed) else None


def _number(words: Sequence[QueryWord], typed: Sequence[str]) -> Asked | None:
    named = frozenset(word.stem for word in words if word.folded in _FRAME | _PERCENTAGES)
    frame = named | generic_stems() | kind_names().keys()
    first, *rest = typed
    if (first == "hoeveel" and rest[:1] == ["procent"]) or (
        first in ("welk", "hoeveel") and rest[:1] and rest[0] in _PERCENTAGES
    ):
        return Asked(Form.NUMBER, _PERCENT, frame=frame)
    if first == "hoe" and rest[:1] == ["lang"]:
        return Asked(Form.NUMBER, _DURATION, frame=frame)
    if first == "hoeveel" and rest:
        return Asked(Form.NUMBER, counted=words[1], frame=frame)
    return None


def _asks_help(words: Sequence[QueryWord], typed: Sequence[str]) -> bool:
    """Whether somebody tells what goes wrong, or asks how to cope with something."""
    if typed[0] == "hoe":
        return not _PEOPLE.isdisjoint(typed)
    if typed[0] == "wat":
        return not _COPING.isdisjoint(typed)
    return tells(words) or (is_sentence(words) and not _SELF.isdisjoint(typed))
