"""The whole source text as Markdown that shows it as it was meant: not a word of it is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from innovkb.ingest.plan.matches import plain
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.flat import clean
from innovkb.ingest.recognise.text.parser import parse

_ATX = re.compile(r" {0,3}#{1,6}[ \t]")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_WHOLE_BOLD = re.compile(r"(\*\*|__)([^*_\n]+)\1:?$")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_TABLE_RULE = re.compile(r"[ \t|:\-]+$")

Piece = tuple[str, str]
"""The kind of a block, and its lines as Markdown."""


def source_as_markdown(text: str, title: str = "") -> str:
    """The whole source text, with its blocks set apart as Markdown wants them.

    Headings that only look like one get their sign, tables their head; words, emphasis and links
    stay. A heading at the start that repeats the title is left out: the page has it already.
    """
    parts: list[str] = []
    before = ""
    for kind, lines in _pieces(parse(text)):
        if not parts and title and plain(lines) == plain(title) and kind != "table":
            continue
        parts += ["\n" if kind == before == "item" else "\n\n" if parts else "", lines]
        before = kind
    return "".join(parts)


def _pieces(document: SourceText) -> Iterator[Piece]:
    """Every line of the source in its order: those of a block, and those that are in none."""
    at, table = 0, ""
    for block in document.blocks:
        if block.start == block.end:
            continue
        start, end = _whole_lines(document.source, *document.mapping.span(block.start, block.end))
        start = max(start, at)
        between, lines = document.source[at:start], clean(document.source[start:end])
        at = max(end, at)
        if block.kind == "row":
            table += between + lines
            continue
        yield from _between(table + between)
        table = ""
        yield _marked(block, lines.rstrip())
    yield from _between(table + document.source[at:])


def _whole_lines(source: str, first: int, last: int) -> tuple[int, int]:
    end = source.find("\n", last)
    return source.rfind("\n", 0, first) + 1, len(source) if end < 0 else end


def _between(lines: str) -> Iterator[Piece]:
    """Tables, and lines that belong to no block: a rule; of an empty list item there is nothing."""
    rows: list[str] = []
    for line in [*lines.splitlines(), ""]:
        if line.lstrip().startswith("|"):
            rows.append(line)
            continue
        if rows:
            yield "table", _table(rows)
            rows = []
        if _RULE.match(line):
            yield "rule", "***"  # dashes below a paragraph would make it a heading


def _table(lines: list[str]) -> str:
    """The rows with a head, all as long as the longest: Markdown drops what goes beyond."""
    found = [_cells(line) for line in lines if not _TABLE_RULE.match(line)]
    found = [row for row in found if any(row)]
    if not found:
        return ""
    width = max(map(len, found))
    head, *rows = ([*row, *[""] * (width - len(row))] for row in found)
    head = [_WHOLE_BOLD.sub(r"\2", cell) for cell in head]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * width, *rows))


def _cells(line: str) -> list[str]:
    inside = line.strip().removeprefix("|")
    inside = re.sub(r"(?<!\\)\|$", "", inside)
    return [cell.strip() for cell in _CELL_BORDER.split(inside)]


def _marked(block: Block, lines: str) -> Piece:
    stripped = [line.strip() for line in lines.splitlines() if line.strip()]
    if block.kind == "heading":
        return _heading(stripped)
    if block.kind == "item" and block.marker and block.marker[0] not in "-*+0123456789":
        return "item", re.sub(rf"^(\s*){re.escape(block.marker)}\s+", r"\1- ", lines, count=1)
    if block.kind == "paragraph":
        return "paragraph", "\n".join(stripped)
    return str(block.kind), lines


def _heading(lines: list[str]) -> Piece:
    """Of a heading of more lines, all; a number by itself is none."""
    if _ATX.match(lines[0]):
        return "heading", "\n".join(lines)
    words = [line for line in lines if not _UNDERLINE.match(line)]
    if words[0].isdecimal():
        return "paragraph", "\n".join(words)
    bare = _WHOLE_BOLD.sub(r"\2", " ".join(words).removesuffix(":"))
    return "heading", f"## {bare}"
