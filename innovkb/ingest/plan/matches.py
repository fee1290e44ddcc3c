"""How a name in a text relates to what the site has: known, near, or new."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from innovkb.lib.text import fold

State = Literal["known", "near", "new"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be meant, and the Dutch question that the editor answers."""

    value: str
    """What the field ``match`` gets when the answer is yes."""
    name: str
    question: str


@dataclass(frozen=True, slots=True)
class Match:
    """``known``: ``value`` is the slug of the row; ``near``: one of the candidates, or new."""

    state: State
    value: str = ""
    name: str = ""
    candidates: tuple[Candidate, ...] = ()


NEW = Match("new")


def plain(text: str) -> str:
    """Lower case, without diacritics, punctuation and double spaces: for comparing names."""
    return " ".join(re.sub(r"[^\w\s]", " ", fold(text)).split())


def question(name: str) -> str:
    return f"Bedoel je {name}?"
