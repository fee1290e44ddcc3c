"""Cutting text into tokens that know where they stand."""

import re
from dataclasses import dataclass
from functools import lru_cache

from innovkb.search.analysis.folding import fold

# Longer words are data, not Dutch; indexes refuse very long terms.
MAX_TERM_LENGTH = 80

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\u0300-\u036f"
_APOSTROPHES = "'’‘ʼ′`´"
_HYPHENS = "\\-\u2010\u2011"
_WORD = rf"[^\W_][^\W_{_INVISIBLE}]*(?:[{_INVISIBLE}]+[^\W_]*)*"
_TOKEN = re.compile(
    rf"""
    [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,4}}       # e-mail address
  | \d+(?:[.,:/{_HYPHENS}–]\d+)*(?:\s?%|\+(?![^\W_])|(?![^\W_]))   # 2.0  20%  5-7  24/7  65+
  | (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![^\W_]))?                   # d.w.z.  U.S.A
  | [^\W\d_]/[^\W\d_](?![^\W_])                                   # A/B
  | {_WORD}(?:(?:[&{_HYPHENS}{_APOSTROPHES}]|(?<=\d)\.(?=\d)){_WORD})*
    (?:\+{{1,2}}(?![^\W_]))?                                      # I&W  co-creatie  risico's  c++
    """,
    re.VERBOSE,
)
_PIECE = re.compile(r"[^\W_](?:'?[^\W_])*")
_OUTSIDE_TERM = re.compile(r"[^\w.&%+\-/@',:]|_")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it stands in a text: `surface == text[start:end]`.

    `folded` is the form in which words are compared (see `fold`), without white space or
    controls; it can be empty for characters that fold to nothing.
    """

    start: int
    end: int
    surface: str
    folded: str

    def slice(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text of the piece `folded[start:end]`."""
        if self.surface.isascii() and len(self.surface) == len(self.folded):
            return self.start + start, self.start + end
        positions = fold_positions(self.surface, self.folded)
        return self.start + positions[start], self.start + positions[end]


def fold_term(surface: str) -> str:
    """`fold`, without any character that is no part of a term, nor quotation marks around it."""
    return _fold_kept(surface) if len(surface) <= MAX_TERM_LENGTH else _fold_term(surface)


@lru_cache(maxsize=32768)
def _fold_kept(surface: str) -> str:
    return _fold_term(surface)


def _fold_term(surface: str) -> str:
    return _OUTSIDE_TERM.sub("", fold(surface)[:MAX_TERM_LENGTH]).strip("'")


def fold_positions(surface: str, folded: str) -> list[int]:
    """For each boundary 0…len(folded), the boundary in `surface` it stands for.

    >>> fold_positions("cafe\u0301s", "cafes")
    [0, 1, 2, 3, 5, 6]
    """
    lengths = [min(len(fold_term(surface[:end])), len(folded)) for end in range(len(surface) + 1)]
    positions = []
    for boundary in range(len(folded) + 1):
        ends = [end for end, length in enumerate(lengths) if length <= boundary]
        positions.append(max(ends, default=0))
    positions[0], positions[-1] = 0, len(surface)
    return positions


def tokenize(text: str) -> list[Token]:
    """The tokens of `text` in order, with character offsets into `text` itself.

    `I&W`, `2.0`, `20%`, `5-7`, `co-creatie` and `risico's` stay whole. Never raises.
    """
    tokens = []
    for match in _TOKEN.finditer(text):
        surface = match.group()
        folded = fold_term(surface)
        if folded:
            tokens.append(Token(match.start(), match.end(), surface, folded))
    return tokens


def pieces(folded: str) -> list[tuple[int, int]]:
    """Where the pieces of a composite token stand in it; empty for a plain word.

    >>> pieces("i&w"), pieces("ruimte")
    ([(0, 1), (2, 3)], [])
    """
    if folded.isalnum():
        return []
    found = [match.span() for match in _PIECE.finditer(folded)]
    return [] if len(found) == 1 and found[0][1] - found[0][0] >= len(folded.strip("'")) else found
