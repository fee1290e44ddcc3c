"""Finds an item's excerpt, the words that support it, in the body of its write-up."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Passage:
    """A stretch of a body: character offsets, the end not included."""

    start: int
    end: int


class ExcerptError(ValueError):
    """Why an excerpt can't be placed; its text is Dutch, for the editor."""


def occurrences(body: str, excerpt: str) -> list[Passage]:
    """Every place where the excerpt stands in the body; runs of white space count as one."""
    words = excerpt.split()
    if not words:
        return []
    pattern = r"\s+".join(re.escape(word) for word in words)
    return [Passage(*match.span()) for match in re.finditer(pattern, body)]


def locate(body: str, excerpt: str, occurrence: int | None = None) -> Passage:
    """The one place that is meant; raises ExcerptError when there is none or more than one.

    ``occurrence`` counts from 1 and is needed only where the excerpt stands more than once.
    """
    found = occurrences(body, excerpt)
    if not found:
        raise ExcerptError("De passage staat niet (meer) in de tekst van het verslag.")
    if occurrence is not None:
        if not 1 <= occurrence <= len(found):
            raise ExcerptError(
                f"De passage staat {len(found)} keer in de tekst; keer {occurrence} is er niet."
            )
        return found[occurrence - 1]
    if len(found) > 1:
        raise ExcerptError(
            f"De passage staat {len(found)} keer in de tekst; kies de hoeveelste keer je bedoelt."
        )
    return found[0]
