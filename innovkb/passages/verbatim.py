"""Whether words are somebody's own: they stand in the passage that they were drawn from."""

import re

from innovkb.lib.text import fold

NOT_VERBATIM = "Deze woorden staan zo niet in de bron: zet ze terug, of kies ‘in onze woorden’."
_REPLACED_LETTER = re.compile(r"\[(\w)\](?=\w)")
_LEFT_OUT = re.compile(r"\[[^\]]*\]|\(\s*(?:\.{3}|…)\s*\)|\.{3}|…")
_WORD = re.compile(r"[^\W_]+")


def is_verbatim(words: str, source: str) -> bool:
    """Whether the words stand in the source, each in its place.

    Words may be left out at … and added or explained between [ ]. Capitals, punctuation, marks of
    emphasis and white space may differ.
    """
    there, at = _words(source), 0
    for part in _LEFT_OUT.split(_REPLACED_LETTER.sub(r"\1", words)):
        wanted = _words(part)
        place = _place(wanted, there, at)
        if place is None:
            return False
        at = place + len(wanted)
    return True


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _place(wanted: list[str], there: list[str], at: int) -> int | None:
    """The first place from ``at`` on where the words stand one after the other."""
    for place in range(at, len(there) - len(wanted) + 1):
        if there[place : place + len(wanted)] == wanted:
            return place
    return None
