"""The sentences of a block, told apart by whether somebody says them between marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from innovkb.ingest.recognise.speech.marks import Marked
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.sentences import sentences

_LEAST_SPOKEN = 3
_TAIL = " ,.;:–—-”’\"'»)"


@dataclass(frozen=True, slots=True)
class ItemPassage:
    """A sentence (flat offsets); `spoken` says that it stands between marks.

    `opens` says that it is the first sentence of the words between the marks, `tail` that it only
    ends a sentence that began between marks ("…, zegt Anna").
    """

    start: int
    end: int
    spoken: bool = False
    opens: bool = False
    tail: bool = False


class Passages:
    """Cuts blocks into sentences, with the marks of the whole text at hand."""

    def __init__(self, document: SourceText, marked: Sequence[Marked]) -> None:
        self.document = document
        outer: list[Marked] = []
        for one in marked:
            if len(document.flat[one.start : one.end].split()) < _LEAST_SPOKEN:
                continue
            if not outer or one.start >= outer[-1].end:
                outer.append(one)
        self._marked = outer
        self._ends = [one.outer_end for one in outer]

    def of(self, block: Block) -> list[ItemPassage]:
        """Return the sentences of the block, in order."""
        flat = self.document.flat
        found: list[ItemPassage] = []
        position = block.start
        at = bisect_left(self._ends, block.start + 1)
        while at < len(self._marked) and self._marked[at].outer_start < block.end:
            one = self._marked[at]
            found += self._told(position, max(one.outer_start, block.start), block)
            first, last = max(one.start, block.start), min(one.end, block.end)
            spoken = sentences(flat, first, last)
            found += [
                ItemPassage(start, end, spoken=True, opens=place == 0 and one.start >= block.start)
                for place, (start, end) in enumerate(spoken)
            ]
            position = min(one.outer_end, block.end)
            at += 1
        return [*found, *self._told(position, block.end, block)]

    def _told(self, start: int, end: int, block: Block) -> list[ItemPassage]:
        """Return the sentences that the writer tells, between two quotations."""
        flat = self.document.flat
        begin = start
        while begin < end and flat[begin] in _TAIL:
            begin += 1
        # ", zegt Anna." goes on from the words between marks before it.
        tail = start > block.start and begin < end and flat[begin].islower()
        return [
            ItemPassage(first, last, tail=tail and place == 0)
            for place, (first, last) in enumerate(sentences(flat, begin, end))
        ]
