"""A reading copy of the text, one line a block, with a way back to the offsets of the source.

The rules read flat text: no Markdown marks, no line wraps, no soft hyphens at line ends, one
space between words. Every flat offset maps back to the text that the caller handed in.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right

# What the reading copy leaves out of a line. Every repeat is bounded or cannot overlap with
# what follows it, so that a line of megabytes stays linear.
_MARKUP = re.compile(
    r"(?P<escape>\\(?=[\\`*_{}\[\]()#+\-.!>~|]))"
    r"|(?P<emphasis>\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))"
    r"|(?P<image>!\[[^\[\]\n]{0,200}\]\([^()\n]{0,500}\))"
    r"|(?P<link_open>\[(?=[^\[\]\n]{1,300}\]\())"
    r"|(?P<link_close>\]\([^()\n]{0,500}\))"
    r"|(?P<note>\[\^?\d{1,3}\])"
    r"|(?P<tag></?[a-zA-Z][^<>\n]{0,200}>)"
    r"|(?P<soft>[\u00ad\u200b\ufeff])"
    r"|(?P<space>[^\S\n]{2,}|[^\S \n])"
)
# A row of a log, in columns: "14:09  Anna Bos (host)     Welkom allemaal".
_LOG_ROW = re.compile(
    r"[ \t]*[\[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?[\])]?[ \t]+"
    r"(?=[A-ZÀ-Þ])[^\s:]+(?: [^\s:]+){0,7}(?P<gap>[ ]{2,}|\t)(?=\S)"
)
_SOFT_HYPHEN = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
_AFTER_SOFT_HYPHEN = re.compile(r"(?!(?:en|of|noch|tot|and|et|ou)\b)[^\W\d_A-ZÀ-Þ]")


class FlatText:
    """Builds the reading copy piece by piece; `at` maps a flat offset to the source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._pieces: list[str] = []
        self._flat_starts: list[int] = []
        self._source_starts: list[int] = []
        self.length = 0

    def add(self, start: int, end: int) -> None:
        """Append source[start:end] as it stands."""
        if start >= end:
            return
        self._flat_starts.append(self.length)
        self._source_starts.append(start)
        self._pieces.append(self.source[start:end])
        self.length += end - start

    def add_mark(self, mark: str, at: int) -> None:
        """Append a character that stands for something else at `at` in the source."""
        self._flat_starts.append(self.length)
        self._source_starts.append(at)
        self._pieces.append(mark)
        self.length += len(mark)

    def add_line(self, start: int, end: int) -> None:
        """Append one line of the source without its Markdown marks.

        In a log the gap after a name is the colon that other texts have there.
        """
        position = start
        if row := _LOG_ROW.match(self.source, start, end):
            self.add_line(start, row.start("gap"))
            self.add_mark(": ", row.start("gap"))
            position = row.end("gap")
        for match in _MARKUP.finditer(self.source, position, end):
            self.add(position, match.start())
            if match.lastgroup == "space":
                self.add_mark(" ", match.start())
            position = match.end()
        self.add(position, end)

    def drop_last_character(self) -> None:
        """Take the soft hyphen off the end of the last line."""
        if self._pieces and self._pieces[-1]:
            self._pieces[-1] = self._pieces[-1][:-1]
            self.length -= 1

    def join(self) -> str:
        """Return the whole reading copy."""
        return "".join(self._pieces)

    def at(self, offset: int) -> int:
        """Return the source offset of the character at flat `offset`."""
        piece = bisect_right(self._flat_starts, offset) - 1
        if piece < 0:
            return 0
        return self._source_starts[piece] + min(
            offset - self._flat_starts[piece], max(len(self._pieces[piece]) - 1, 0)
        )

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return source offsets for the non-empty flat passage `start` to `end`."""
        return self.at(start), self.at(end - 1) + 1


def is_soft_break(before: str, after: str) -> bool:
    """Whether the hyphen that ends line `before` only breaks a word that `after` finishes.

    "weten-" + "schap" is; "Bestuurs-" + "en" is not, nor is a hyphen before a capital.
    """
    return bool(_SOFT_HYPHEN.search(before) and _AFTER_SOFT_HYPHEN.match(after.lstrip()))


def clean(passage: str) -> str:
    """Undo line ends in a passage in which a soft hyphen stands; leave any other as it is.

    >>> clean("voor inno-\\nvatie door\\nambtenaren")
    'voor innovatie door ambtenaren'
    >>> clean("Bestuurs-\\nen")
    'Bestuurs-\\nen'
    """
    if "\n" not in passage:
        return passage
    lines = [line.strip() for line in passage.split("\n") if line.strip()]
    pairs = itertools.pairwise(lines)
    if not any(is_soft_break(before, after) for before, after in pairs):
        return passage
    joined = lines[0]
    for line in lines[1:]:
        joined = joined[:-1] + line if is_soft_break(joined[-2:], line) else f"{joined} {line}"
    return joined
