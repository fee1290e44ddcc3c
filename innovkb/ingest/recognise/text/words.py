"""What a single word can be: a function, a first name."""

from __future__ import annotations

import re

from innovkb.ingest.recognise.text.first_names import FIRST_NAMES
from innovkb.ingest.recognise.text.grammar import is_common_word
from innovkb.ingest.recognise.text.lexicon import NOT_NAMES, OPENERS, ROLE_ENDINGS, ROLES

_PERSON_ENDING = re.compile(
    r"(?:eur|euse|peut|iste?|loog|oge|ster|aar|er|or|ent|ante?|aris|ier|juf)$"
)


def is_role(word: str) -> bool:
    """Whether the word names a function: "wethouder", "beleidsadviseur"."""
    lower = word.lower().strip(".,;:()‘’“”'\"")
    lower = lower.removeprefix("oud-").removeprefix("ex-")
    return lower in ROLES or (len(lower) > 6 and lower.endswith(ROLE_ENDINGS))


def is_given(word: str) -> bool:
    """Whether the word is a common first name, also a double one ("Bert-Jan")."""
    lower = word.lower()
    if lower in FIRST_NAMES:
        return True
    parts = lower.split("-")
    return len(parts) == 2 and all(part in FIRST_NAMES for part in parts)


def is_function(word: str, *, before_name: bool = False) -> bool:
    """Whether the word says what somebody is: "realisator", "ergotherapeut".

    Right before a name (`before_name`) a word in -er is one too: "Bedenker Anna Bos".
    """
    return is_role(word) or (
        bool(_PERSON_ENDING.search(word.lower()))
        and (before_name or not word.endswith("er"))
        and word.lower() not in OPENERS | NOT_NAMES
        and is_common_word(word)
    )
