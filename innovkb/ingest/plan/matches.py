"""How a name in a text relates to what the site has: known, near, or new."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from innovkb.lib.text import fold

State = Literal["known", "near", "new"]


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A row that may be meant, and the Dutch question that the editor answers."""

    value: str
    """What the field ``match`` gets when the answer is yes."""
    name: str
    question: str


@dataclass(frozen=True, slots=True)
class SiteMatch:
    """``known``: ``value`` is the slug of the row; ``near``: one of the candidates, or new."""

    state: State
    value: str = ""
    name: str = ""
    candidates: tuple[Lookalike, ...] = ()


NEW = SiteMatch("new")


def plain(text: str) -> str:
    """Lower case, without diacritics, punctuation and double spaces: for comparing names."""
    return " ".join(re.sub(r"[^\w\s]", " ", fold(text)).split())


def question(name: str) -> str:
    return f"Bedoel je {name}?"


def is_said_new(fields: Mapping[str, Any], field: str) -> bool:
    """Whether the editor said that the name in this field is a new one, whatever it looks like."""
    said = plain(str(fields.get(f"{field}_new") or ""))
    return bool(said) and said == plain(str(fields.get(field) or ""))
