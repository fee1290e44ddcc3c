"""Reads a text into blocks: Markdown, and text that only looks like a document.

Pasted lines, the wrapped lines of a PDF and hand-made bullets are understood too. Linear in the
length of the text.
"""

from __future__ import annotations

import re

from innovkb.ingest.recognise.text.document import Block, BlockKind, SourceText
from innovkb.ingest.recognise.text.flat import FlatText, is_soft_break
from innovkb.ingest.recognise.text.lines import TextLine, WrapStyle, is_turn, split_lines
from innovkb.ingest.recognise.text.sections import assign_sections

_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?:[\w-]+:.*\n|[ \t]+.*\n|- .*\n|\n){1,60}?---[ \t]*(?:\n|$)"
)
_ATX = re.compile(r" {0,3}(#{1,6})[ \t]+(\S.*?)[ \t]*#*$")
_ITEM = re.compile(
    r"([ \t]*)((?:[-*+•◦▪●‣·–—➤►✓✔→]|o(?=[ \t]{2,}|\t))|(?:\(?\d{1,3}[.)]|[a-z][.)]|[ivx]{1,4}\)))"
    r"([ \t\u00a0]+)(?=\S)"
)
_EMPTY_ITEM = re.compile(r"[ \t]*[-*+•◦▪●–][ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_BLOCK_QUOTE = re.compile(r" {0,3}>[> \t]*")
_TABLE_RULE = re.compile(r"[ \t|:\-]+$")
_BOLD = re.compile(r"(\*\*|__)(?=\S)([^\n]*?\S)\1")
_WHOLE_BOLD = re.compile(r"(?:\*\*|__)(?=\S)[^*\n]+?(?:\*\*|__)\s*:?$")


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.lines = split_lines(source)
        self.style = WrapStyle.of(self.lines)
        self.flat = FlatText(source)
        self.blocks: list[Block] = []
        self.indents: list[int] = []
        self.blank_before = True

    def run(self) -> SourceText:
        index = self._behind_front_matter()
        while index < len(self.lines):
            line = self.lines[index]
            if not line.text.strip():
                self.blank_before = True
                index += 1
                continue
            index = self._block(index)
            self.blank_before = False
        return SourceText(self.source, self.flat.join(), self.blocks, self.flat)

    def _behind_front_matter(self) -> int:
        """Return the index of the first line that is no field of a static site's page."""
        front = front_matter(self.source)
        return self.source.count("\n", 0, front.end()) if front else 0

    def _block(self, index: int) -> int:
        line = self.lines[index]
        text = line.text
        if heading := _ATX.match(text):
            start, end = line.start + heading.start(2), line.start + heading.end(2)
            self._emit("heading", [(start, end)], level=len(heading[1]), explicit=True)
            self.indents.clear()
            return index + 1
        if _RULE.match(text) or _EMPTY_ITEM.match(text):
            self._emit("rule", [])
            return index + 1
        if text.lstrip().startswith("|"):
            if not _TABLE_RULE.match(text):
                self._emit("row", [self._stripped(line)])
            return index + 1
        if quoted := _BLOCK_QUOTE.match(text):
            return self._block_quote(index, quoted.end())
        if self._is_setext(index):
            level = 1 if self.lines[index + 1].text.strip().startswith("=") else 2
            self._emit("heading", [self._stripped(line)], level=level, explicit=True)
            self.indents.clear()
            return index + 2
        item = _ITEM.match(text)
        if item:
            return self._item(index, item)
        return self._paragraph(index)

    def _is_setext(self, index: int) -> bool:
        following = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        return bool(_SETEXT.match(following)) and len(self.lines[index].text) < 200

    def _stripped(self, line: TextLine) -> tuple[int, int]:
        lead = len(line.text) - len(line.text.lstrip())
        return line.start + lead, line.start + len(line.text.rstrip())

    def _block_quote(self, index: int, offset: int) -> int:
        ranges = []
        while index < len(self.lines):
            line = self.lines[index]
            quoted = _BLOCK_QUOTE.match(line.text)
            if not quoted:
                break
            start, end = line.start + quoted.end(), line.start + len(line.text.rstrip())
            index += 1
            if start < end:
                following = self.lines[index] if index < len(self.lines) else None
                ranges.append((start, end))
                if following is None or not self._joins(line, following, in_quote=True):
                    break
            elif ranges:
                break
        if ranges:
            self._emit("quote", ranges)
        return index

    def _item(self, index: int, item: re.Match[str]) -> int:
        line = self.lines[index]
        indent = len(item[1].expandtabs(4))
        while self.indents and self.indents[-1] > indent:
            self.indents.pop()
        if not self.indents or self.indents[-1] < indent:
            self.indents.append(indent)
        ranges = [(line.start + item.end(), line.start + len(line.text.rstrip()))]
        level = len(self.indents) - 1
        index, first_line = self._continuation(index + 1, ranges, indent)
        block = self._emit("item", ranges, level=level, marker=item[2], first_line=first_line)
        block.indent = indent
        return index

    def _continuation(
        self, index: int, ranges: list[tuple[int, int]], indent: int
    ) -> tuple[int, bool]:
        """Collect the lines that belong to the item; say whether its first line is a title."""
        titled = False
        while index < len(self.lines):
            line = self.lines[index]
            if not line.text.strip() or self._starts_block(index):
                break
            inside = line.indent > indent
            joined = self._joins(self.lines[index - 1], line)
            if not joined and (not inside or self._is_own_paragraph(ranges)):
                break
            if len(ranges) == 1 and not joined:
                titled = True
            ranges.append(self._stripped(line))
            index += 1
        return index, titled

    def _is_own_paragraph(self, ranges: list[tuple[int, int]]) -> bool:
        """Whether the line so far is a whole paragraph, so that no title stands above a text."""
        first, last = ranges[0]
        return len(ranges) == 1 and not self.style.width and last - first > 160

    def _paragraph(self, index: int) -> int:
        line = self.lines[index]
        if self.blank_before and line.indent == 0:
            self.indents.clear()
        ranges = [self._stripped(line)]
        index += 1
        while (following := self._following(index)) is not None:
            ranges.append(self._stripped(self.lines[following]))
            index = following + 1
        block = self._emit("paragraph", ranges)
        block.indent = line.indent
        return index

    def _following(self, index: int) -> int | None:
        """Return the index of the line that carries on the paragraph before `index`, or None."""
        if index >= len(self.lines):
            return None
        before = self.lines[index - 1]
        if self.lines[index].text.strip():
            joins = self._joins(before, self.lines[index])
            return index if joins and not self._starts_block(index) else None
        over = index + 1
        if over >= len(self.lines) or self._starts_block(over):
            return None
        joins = self.style.joins_over_blank(before.text, self.lines[over].text)
        return over if joins else None

    def _starts_block(self, index: int) -> bool:
        text = self.lines[index].text
        return bool(
            _ATX.match(text)
            or _ITEM.match(text)
            or _BLOCK_QUOTE.match(text)
            or _RULE.match(text)
            or text.lstrip().startswith("|")
            or _WHOLE_BOLD.match(text.strip())
            or self._is_setext(index)
        )

    def _joins(self, before: TextLine, after: TextLine, *, in_quote: bool = False) -> bool:
        if in_quote and not _BLOCK_QUOTE.match(after.text):
            return False
        after_text = after.text.lstrip("> \t") if in_quote else after.text
        if before.hard_break or _WHOLE_BOLD.match(before.text.strip(" >")):
            return False
        return self.style.joins(before.text, after_text) and not is_turn(after_text)

    def _emit(
        self,
        kind: BlockKind,
        ranges: list[tuple[int, int]],
        *,
        level: int = 0,
        marker: str = "",
        explicit: bool = False,
        first_line: bool = False,
    ) -> Block:
        start = self.flat.length
        lead_end = start
        for number, (first, last) in enumerate(ranges):
            if number:
                previous = self.source[ranges[number - 1][0] : ranges[number - 1][1]]
                if is_soft_break(previous[-2:], self.source[first : first + 4]):
                    self.flat.drop_last_character()
                else:
                    self.flat.add_mark(" ", first - 1)
            if number == 0 and (bold := _BOLD.match(self.source, first, last)):
                self.flat.add_line(first, bold.end())
                lead_end = self.flat.length
                self.flat.add_line(bold.end(), last)
            else:
                self.flat.add_line(first, last)
            if number == 0 and first_line and lead_end == start:
                lead_end = self.flat.length
        block = Block(kind, start, self.flat.length, level, marker, lead_end, not self.blank_before)
        block.explicit = explicit
        block.bold = bool(ranges) and bool(
            _WHOLE_BOLD.match(self.source[ranges[0][0] : ranges[-1][1]])
        )
        self.blocks.append(block)
        self.flat.add_mark("\n", ranges[-1][1] if ranges else 0)
        return block


def front_matter(text: str) -> re.Match[str] | None:
    """Return the fields above a page of a static site ("title: …" between lines of dashes)."""
    return _FRONT_MATTER.match(text)


def field_span(document: SourceText, name: str) -> tuple[int, int] | None:
    """Return where in the source the value of a field above the text stands, its marks off."""
    front = front_matter(document.source)
    found = re.search(rf"^{name}:[ \t]*([\"']?)(\S.*?)\1[ \t]*$", front[0], re.M) if front else None
    return found.span(2) if found else None


def parse(text: str) -> SourceText:
    """Return the document that the text forms; `text` has "\\n" line ends."""
    document = _Parser(text).run()
    assign_sections(document)
    return document
