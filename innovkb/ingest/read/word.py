"""Lists and titles of text that was pasted from Word.

Word puts list items on the clipboard as paragraphs of class `MsoListParagraph…`, with the
level in the style (`mso-list:l0 level2 lfo1`) and the bullet as text.
"""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

_LEVEL = re.compile(r"mso-list:\s*l\d+\s+level(\d+)", re.IGNORECASE)
_IGNORED = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_LIST_CLASS = re.compile(r"^Mso(?:List|NumberedList)")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s*$", re.IGNORECASE)
_LEADING_BULLET = re.compile(r"^[\s\u00a0]*(?:[·•§o▪\uf0b7\uf0a7-]|\d{1,3}[.)])[\s\u00a0]{2,}")
_MAX_LEVEL = 8


def restore_word_lists(soup: BeautifulSoup) -> None:
    """Turn Word's list paragraphs into nested lists and its title into a heading."""
    for tag in soup.find_all("p", class_="MsoTitle"):
        tag.name = "h1"
    run: list[Tag] = []
    for tag in soup.find_all("p"):
        if not _is_list_paragraph(tag):
            continue
        if run and _next_tag(run[-1]) is not tag:
            _build(soup, run)
            run = []
        run.append(tag)
    if run:
        _build(soup, run)


def _is_list_paragraph(tag: Tag) -> bool:
    if _LEVEL.search(str(tag.get("style", ""))):
        return True
    classes: list[str] = tag.get_attribute_list("class")
    listed = any(_LIST_CLASS.match(name or "") for name in classes)
    return listed and bool(_LEADING_BULLET.match(tag.get_text()))


def _next_tag(tag: Tag) -> Tag | None:
    following = tag.find_next_sibling()
    return following if isinstance(following, Tag) else None


def _build(soup: BeautifulSoup, run: list[Tag]) -> None:
    """Replace the paragraphs of `run` by one list, nested by their levels."""
    stack: list[Tag] = []
    for paragraph in run:
        found = _LEVEL.search(str(paragraph.get("style", "")))
        level = min(int(found[1]), _MAX_LEVEL) if found else 1
        kind = "ol" if _take_bullet(paragraph) else "ul"
        item = soup.new_tag("li")
        if not stack:
            stack.append(soup.new_tag(kind))
            paragraph.insert_before(stack[0])
        while len(stack) > level:
            stack.pop()
        while len(stack) < level:
            inner = soup.new_tag(kind)
            parents = stack[-1].find_all("li", recursive=False)
            (parents[-1] if parents else stack[-1]).append(inner)
            stack.append(inner)
        stack[-1].append(item)
        for child in list(paragraph.contents):
            item.append(child.extract())
        paragraph.decompose()


def _take_bullet(paragraph: Tag) -> bool:
    """Remove the bullet that stands as text; return whether it was a number."""
    bullet = paragraph.find("span", style=_IGNORED)
    if isinstance(bullet, Tag):
        text = bullet.get_text().replace("\u00a0", " ").strip()
        bullet.decompose()
        return bool(_NUMBER.match(text))
    for string in paragraph.find_all(string=True):
        found = _LEADING_BULLET.match(string)
        if found:
            string.replace_with(string[found.end() :])
            return bool(_NUMBER.match(found[0].strip()))
        if string.strip():
            break
    return False
