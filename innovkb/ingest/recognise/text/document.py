"""The text as blocks: headings, paragraphs, list items, block quotes, table rows."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from innovkb.ingest.recognise.text.flat import FlatText, clean

_CELL = re.compile(r"[^|\n]+")
BlockKind = Literal["heading", "paragraph", "item", "quote", "row", "rule"]


@dataclass(slots=True)
class Block:
    """One block; `start`, `end` are offsets in the flat text.

    `level` is the depth of a heading (1 highest) or of a list item (0 highest); `lead_end` is
    where the bold words or the first line end (equal to `start` where there are none);
    `tight` says that no blank line stands before it; `path` are the indexes of the headings
    above it, highest first; `label` is the index of the line that introduces its list, or -1.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    marker: str = ""
    lead_end: int = 0
    tight: bool = False
    indent: int = 0
    bold: bool = False
    explicit: bool = False
    path: tuple[int, ...] = ()
    label: int = -1


@dataclass(slots=True)
class SourceText:
    """The parsed text: `flat` has one line for each block."""

    source: str
    flat: str
    blocks: list[Block]
    mapping: FlatText = field(repr=False)

    starts: list[int] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self.starts = [block.start for block in self.blocks]

    def index_at(self, offset: int) -> int:
        """Return the index of the block that holds the flat offset."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def index_of(self, block: Block) -> int:
        """Return the index of a block (an empty block shares its start with the next)."""
        index = self.index_at(block.start)
        while self.blocks[index] is not block and index:
            index -= 1
        return index

    def text(self, block: Block) -> str:
        """Return a block's flat text."""
        return self.flat[block.start : block.end]

    def lead(self, block: Block) -> str:
        """Return the bold words or the first line that open the block, or ''."""
        return self.flat[block.start : block.lead_end].strip()

    def cells(self, row: Block) -> list[tuple[int, int]]:
        """Return where the cells of a table row stand, those without words left out (flat)."""
        found = _CELL.finditer(self.flat, row.start, row.end)
        return [cell.span() for cell in found if cell[0].strip()]

    def heading(self, block: Block) -> str:
        """Return the text of the nearest heading above, or ''."""
        return self.text(self.blocks[block.path[-1]]) if block.path else ""

    def body_end(self, index: int) -> int:
        """Return where the explanation below a heading ends: with its first paragraph."""
        following = self.blocks[index + 1 : index + 2]
        block = following[0] if following else self.blocks[index]
        return block.end if block.kind == "paragraph" else self.blocks[index].end

    def passage(self, start: int, end: int) -> tuple[int, int, str]:
        """Return source offsets and text of the flat passage, white space at its ends off."""
        while start < end and self.flat[start].isspace():
            start += 1
        while end > start and self.flat[end - 1].isspace():
            end -= 1
        if start == end:
            return 0, 0, ""
        first, last = self._balanced(*self.mapping.span(start, end))
        return first, last, clean(self.source[first:last])

    def _balanced(self, first: int, last: int) -> tuple[int, int]:
        """Take in the mark that opens or closes the emphasis at an end of the passage."""
        for mark in ("**", "__", "*", "_"):
            if self.source.count(mark, first, last) % 2 == 0:
                continue
            if self.source.startswith(mark, max(first - len(mark), 0)) and first >= len(mark):
                first -= len(mark)
            elif self.source.startswith(mark, last):
                last += len(mark)
        return first, last
