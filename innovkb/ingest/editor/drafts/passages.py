"""Finds the passage that an editor points at, by its first and last words."""

from __future__ import annotations

import re


class PassageError(ValueError):
    """No such passage, or more than one; the message tells the editor in Dutch."""


def passage_between(text: str, first_words: str, last_words: str = "") -> tuple[int, int]:
    """Return start and end of the passage from ``first_words`` to ``last_words``.

    Without last words the first words are the passage. White space may run differently; the
    shortest passage counts. Raises PassageError.
    """
    first = _places(text, first_words)
    if not first:
        raise PassageError(
            "Deze eerste woorden staan niet in de brontekst. Neem ze letterlijk over."
        )
    if len(first) > 1:
        raise PassageError(
            f"Deze eerste woorden staan {len(first)} keer in de brontekst. Neem er meer bij."
        )
    start, end = first[0]
    if not last_words.strip():
        return start, end
    last = [place for place in _places(text, last_words) if place[1] >= end]
    if not last:
        raise PassageError("Deze laatste woorden staan niet na de eerste in de brontekst.")
    return start, last[0][1]


def _places(text: str, words: str) -> list[tuple[int, int]]:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return [match.span() for match in re.finditer(pattern, text)] if pattern else []
