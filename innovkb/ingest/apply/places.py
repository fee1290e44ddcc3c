"""Where words stand in a text; runs of white space count as one, as in ``passages.locate``."""

from __future__ import annotations

import re
from bisect import bisect_right


class Places:
    """A text prepared for many searches: each is one pass over it, without a pattern."""

    def __init__(self, text: str) -> None:
        words = [(match.start(), match[0]) for match in re.finditer(r"\S+", text)]
        self._joined = " ".join(word for _, word in words)
        self._starts = [start for start, _ in words]
        self._joined_starts: list[int] = []
        length = 0
        for _, word in words:
            self._joined_starts.append(length)
            length += len(word) + 1

    def all(self, words: str) -> list[int]:
        """The offset in the text of every place where the words stand."""
        return [self._offset(at) for at in self._joined_places(words)]

    def ends(self, words: str) -> list[int]:
        """Where each of those places ends."""
        length = len(" ".join(words.split()))
        return [self._offset(at + length - 1) + 1 for at in self._joined_places(words)]

    def _joined_places(self, words: str) -> list[int]:
        wanted = " ".join(words.split())
        found: list[int] = []
        at = self._joined.find(wanted) if wanted else -1
        while at >= 0:
            found.append(at)
            at = self._joined.find(wanted, at + len(wanted))
        return found

    def _offset(self, joined: int) -> int:
        number = bisect_right(self._joined_starts, joined) - 1
        return self._starts[number] + joined - self._joined_starts[number]
