"""Items in tables: the column headed "Les" or "Tip", or the first column below such a heading."""

from __future__ import annotations

from itertools import groupby

from innovkb.ingest.recognise.items.candidates import Announcement, Candidates
from innovkb.ingest.recognise.items.categories import Category, category_of
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.grammar import is_imperative

_ITEM_CATEGORIES = ("tip", "barrier", "principle")
_MAX_HEAD_WORDS = 4
_MAX_LABEL_WORDS = 2
_FIELD_CELLS, _ONE_BOLD = 2, 2


def add_table_items(document: SourceText, builder: Candidates) -> None:
    """File the cells of every table that says, by its head or heading, what they are."""
    for is_row, run in groupby(document.blocks, key=lambda block: block.kind == "row"):
        rows = list(run)
        if is_row and len(rows) > 1:
            _table(document, builder, rows)


def _table(document: SourceText, builder: Candidates, rows: list[Block]) -> None:
    if _labelled(document, builder, rows):
        return
    head = [document.flat[start:end].strip() for start, end in document.cells(rows[0])]
    told, column = _announced(document, head, rows)
    if told is None:
        return
    for position, row in enumerate(rows[1:], 1):
        cells = document.cells(row)
        if len(cells) == len(head) and column < len(cells):
            builder.add(told, row, *cells[column], position)


def _labelled(document: SourceText, builder: Candidates, rows: list[Block]) -> bool:
    """File the cell beside a bold label ("Principe", "Tip 2") in a table of a field a row."""
    position = 0
    for row in rows:
        cells = document.cells(row)
        if len(cells) < _FIELD_CELLS:
            continue
        label = document.flat[slice(*cells[0])].strip()
        told = category_of(label)
        source = document.source[slice(*document.mapping.span(row.start, row.end))]
        bold = source.count("**") == _ONE_BOLD
        if told in _ITEM_CATEGORIES and len(label.split()) <= _MAX_LABEL_WORDS and bold:
            position += 1
            words = document.heading(row) or label
            builder.add(Announcement(told, words, "column", label), row, *cells[1], position)
    return position > 0


def _announced(
    document: SourceText, head: list[str], rows: list[Block]
) -> tuple[Announcement | None, int]:
    """Return what the items are and in which column they stand."""
    for column, words in enumerate(head):
        told = category_of(words)
        if told in _ITEM_CATEGORIES and len(words.split()) <= _MAX_HEAD_WORDS:
            return Announcement(told, words, "column"), column
    heading = document.heading(rows[0])
    category: Category | None = category_of(heading)
    if category not in _ITEM_CATEGORIES:
        return None, 0
    for column in range(len(head)):
        texts = [document.flat[slice(*cells[column])].strip() for row in rows[1:]
                 if len(cells := document.cells(row)) == len(head)]  # fmt: skip
        orders = sum(is_imperative(text) for text in texts)
        if texts and orders >= (0.5 if category == "tip" else 0) * len(texts):
            return Announcement(category, heading, "table"), column
    return None, 0
