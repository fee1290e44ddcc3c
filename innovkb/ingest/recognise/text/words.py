"""What a single word can be: a function, a first name."""

from __future__ import annotations

from innovkb.ingest.recognise.text.first_names import FIRST_NAMES
from innovkb.ingest.recognise.text.lexicon import ROLE_ENDINGS, ROLES


def is_role(word: str) -> bool:
    """Whether the word names a function: "wethouder", "beleidsadviseur"."""
    lower = word.lower().strip(".,;:()‘’“”'\"")
    return lower in ROLES or (len(lower) > 6 and lower.endswith(ROLE_ENDINGS))


def is_given(word: str) -> bool:
    """Whether the word is a common first name, also a double one ("Bert-Jan")."""
    lower = word.lower()
    if lower in FIRST_NAMES:
        return True
    parts = lower.split("-")
    return len(parts) == 2 and all(part in FIRST_NAMES for part in parts)
