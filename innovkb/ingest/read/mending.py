"""Mends HTML before it becomes Markdown: what is hidden or struck out, notes, lists, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[^;]*:[^;]*line-through", re.IGNORECASE)
_NOTE_MARK = re.compile(r"#(?:footnote|endnote|cmnt|comment|_ftn|_edn|_msocom)[-_]?(?!ref)")
_NOTE = re.compile(r"(?:footnote|endnote)-(\d+)")
_BACK = re.compile(r"#(?:footnote|endnote)-ref|#cmnt_ref|#_ftnref|#_ednref")
_TO_CONTENTS = re.compile(r"#_Toc")
_CONTENTS = ("inhoud", "inhoudsopgave", "table of contents", "contents")
_MOST_COLUMNS = 60

STRUCK_OUT = "Doorgehaalde woorden zijn weggelaten. Controleer of dat klopt."


def mend(soup: BeautifulSoup) -> list[str]:
    """Change `soup` in place; return Dutch notes on what the editor should check."""
    for tag in soup.find_all(_is_hidden):
        _drop(tag)
    warnings = [STRUCK_OUT] if _drop_struck(soup) else []
    _drop_contents(soup)
    _mend_notes(soup)
    for inner in soup.find_all(("ul", "ol")):
        _into_item(soup, inner)
    for table in soup.find_all("table"):
        if table.find_parent("table") is not None:
            _flatten(table)
    for table in soup.find_all("table"):
        _square(soup, table)
    return warnings


def _drop(tag: Tag) -> None:
    if not tag.decomposed:
        tag.decompose()


def _is_hidden(tag: Tag) -> bool:
    if tag.has_attr("hidden") or tag.get("aria-hidden") == "true":
        return True
    return bool(_HIDDEN.search(str(tag.get("style", ""))))


def _drop_struck(soup: BeautifulSoup) -> bool:
    """Take out what is struck out; return whether there was any."""
    struck = [
        tag
        for tag in soup.find_all(lambda tag: tag.name is not None)
        if tag.name in ("del", "s", "strike") or _STRUCK.search(str(tag.get("style", "")))
    ]
    for tag in struck:
        if not tag.decomposed:
            before, after = tag.previous_sibling, tag.next_sibling
            if _touches(before, -1) and _touches(after, 0):
                tag.insert_before(NavigableString(" "))
            elif isinstance(before, NavigableString) and not _touches(after, 0):
                before.replace_with(NavigableString(before.rstrip(" ")))
            tag.decompose()
    return bool(struck)


def _touches(beside: object, at: int) -> bool:
    text = beside.get_text() if isinstance(beside, Tag) else str(beside or "")
    return bool(text) and text[at].isalnum()


def _drop_contents(soup: BeautifulSoup) -> None:
    """Take out a table of contents: paragraphs that are only a link to a heading."""
    links = soup.find_all("a", href=_TO_CONTENTS)
    for link in links:
        block = link.find_parent(("p", "li"))
        if block is None or block.get_text(strip=True) != link.get_text(strip=True):
            link.unwrap()
            continue
        before = block.find_previous_sibling()
        _drop(block)
        if before is not None and before.get_text(strip=True).lower() in _CONTENTS:
            _drop(before)


def _mend_notes(soup: BeautifulSoup) -> None:
    """Take the marks of notes out of the sentences; let each note say its number."""
    for link in soup.find_all("a", href=_BACK):
        _drop(link)
    for link in soup.find_all("a", href=_NOTE_MARK):
        around = link.parent
        whole = around is not None and around.name == "sup"
        _drop(around if whole and around is not None else link)
    notes = [tag for tag in soup.find_all("li", id=True) if _NOTE.search(str(tag["id"]))]
    for number, note in enumerate(notes, 1):
        note.name = "p"
        for paragraph in note.find_all("p"):
            paragraph.unwrap()
        note.insert(0, NavigableString(f"Noot {number}: "))
        if note.parent is not None and note.parent.name == "ol":
            note.parent.insert_before(note.extract())
    for rest in soup.find_all("ol"):
        if not rest.get_text(strip=True) and not rest.find("li"):
            _drop(rest)


def _into_item(soup: BeautifulSoup, inner: Tag) -> None:
    """Put a list that stands right in another list into the item before it."""
    outer = inner.parent
    if outer is None or outer.name not in ("ul", "ol"):
        return
    item = inner.find_previous_sibling("li")
    if item is None:
        item = soup.new_tag("li")
        inner.insert_before(item)
    for paragraph in item.find_all("p", recursive=False):
        paragraph.unwrap()  # a paragraph would set the inner list apart
    item.append(inner.extract())


def _flatten(table: Tag) -> None:
    """Let a table within a cell be its words, in reading order."""
    words = [cell.get_text(" ", strip=True) for cell in table.find_all(("td", "th"))]
    table.replace_with(NavigableString(" ".join(word for word in words if word)))


def _square(soup: BeautifulSoup, table: Tag) -> None:
    """Give every row as many cells, merged ones counted; a bold first row is the header."""
    rows = [row for row in table.find_all("tr") if row.find(("td", "th"), recursive=False)]
    if not rows:
        return
    below: dict[int, int] = {}
    for row in rows:
        _spread(soup, row, below)
    width = max(len(_cells(row)) for row in rows)
    for row in rows:
        for _ in range(width - len(_cells(row))):
            row.append(soup.new_tag("td"))
    first = [cell for cell in _cells(rows[0]) if cell.get_text(strip=True)]
    if first and all(_is_bold(cell) for cell in first) and len(rows) > 1:
        for cell in _cells(rows[0]):
            cell.name = "th"
            for bold in cell.find_all(("strong", "b")):
                bold.unwrap()


def _cells(row: Tag) -> list[Tag]:
    return list(row.find_all(("td", "th"), recursive=False))


def _is_bold(cell: Tag) -> bool:
    bold: Iterable[Tag] = cell.find_all(("strong", "b"))
    text = "".join(tag.get_text() for tag in bold)
    return cell.name == "th" or text.strip() == cell.get_text().strip()


def _spread(soup: BeautifulSoup, row: Tag, below: dict[int, int]) -> None:
    """Put empty cells where a merged cell of this row or one above reaches."""
    column = 0
    for cell in _cells(row):
        while below.get(column, 0) > 0:
            below[column] -= 1
            cell.insert_before(soup.new_tag("td"))
            column += 1
        across, down = _span(cell, "colspan"), _span(cell, "rowspan")
        for place in range(across):
            if down > 1:
                below[column + place] = down - 1
            if place:
                cell.insert_after(soup.new_tag("td"))
        column += across
        for name in ("colspan", "rowspan"):
            if cell.has_attr(name):
                del cell[name]


def _span(cell: Tag, name: str) -> int:
    written = str(cell.get(name, "1"))
    return min(max(int(written), 1), _MOST_COLUMNS) if written.isdecimal() else 1
