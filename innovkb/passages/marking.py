"""Marks the passages of items in a text: sentinels go into the source, ``<mark>`` comes out.

A sentinel is one private-use character at each end of a passage. It survives the Markdown
renderer and the sanitiser as ordinary text, so a passage may run across emphasis, links and
paragraphs, and passages may overlap; in the HTML each run of text between sentinels gets an
element of its own, so the result is always well nested.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from django.utils.html import format_html

from innovkb.passages.locate import ExcerptError, Passage, locate

FIRST_SENTINEL = 0xE000
_MOST_MARKS = 3200  # two characters each of the 6,400 private ones
SENTINELS = re.compile("([\ue000-\uf8ff])")
_TOKENS = re.compile(r"(<(?:[^<>\"]|\"[^\"]*\")*>|[\ue000-\uf8ff])")
_BLOCK_MARKERS = re.compile(r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t]+|>[ \t]?)*")
_DELIMITERS = "*_`~"
_CLOSING = re.compile(r"[.,;:!?”’\"')»\]]*")


@dataclass(frozen=True)
class Mark:
    """A passage to mark: the words, and the item that was drawn from them.

    Without ``url`` no link to the item follows the passage.
    """

    kind: str
    slug: str
    excerpt: str
    occurrence: int | None
    kind_name: str
    title: str
    url: str

    @property
    def id(self) -> str:
        """The anchor of the passage on the write-up's page."""
        return passage_id(self.kind, self.slug)


def passage_id(kind: str, slug: str) -> str:
    return f"passage-{kind}-{slug}"


def strip_private_use(text: str) -> str:
    """The text without the characters that sentinels are made of."""
    return SENTINELS.sub("", text)


def insert_sentinels(source: str, marks: Iterable[Mark]) -> tuple[str, dict[int, Mark]]:
    """The source with sentinels around each passage that can be placed, and which mark is which."""
    placed: dict[int, Mark] = {}
    points: list[tuple[int, int, int, str]] = []
    for number, mark in enumerate(islice(marks, _MOST_MARKS)):
        try:
            passage = _inside_markup(source, locate(source, mark.excerpt, mark.occurrence))
        except ExcerptError:
            continue  # check_excerpts reports it; the page does without
        placed[number] = mark
        length = passage.end - passage.start
        points.append((passage.start, 1, -length, chr(FIRST_SENTINEL + 2 * number)))
        points.append((passage.end, 0, length, chr(FIRST_SENTINEL + 2 * number + 1)))
    parts, last = [], 0
    for position, _, _, sentinel in sorted(points):
        parts += [source[last:position], sentinel]
        last = position
    return "".join([*parts, source[last:]]), placed


def _inside_markup(source: str, passage: Passage) -> Passage:
    """The passage without list markers at its start and emphasis marks at its ends.

    A sentinel before those would keep Markdown from seeing them.
    """
    start, end = passage.start, passage.end
    line_start = source.rfind("\n", 0, start) + 1
    marker = _BLOCK_MARKERS.match(source, line_start, end)
    if marker and line_start <= start < marker.end():
        start = marker.end()
    while start < end and source[start] in _DELIMITERS:
        start += 1
    while end > start and source[end - 1] in _DELIMITERS:
        end -= 1
    return Passage(start, end)


def mark_passages(html: str, placed: Mapping[int, Mark]) -> str:
    """Sanitised HTML with its sentinels turned into ``<mark>`` elements and links to the items."""
    if not placed:
        return strip_private_use(html)
    marker = _Marker(placed)
    for token in _TOKENS.split(html):
        marker.feed(token)
    return "".join(marker.parts)


class _Marker:
    """Walks through HTML and keeps which passages are open, and which links are still to come."""

    def __init__(self, placed: Mapping[int, Mark]) -> None:
        self.placed = placed
        self.parts: list[str] = []
        self.open: list[Mark] = []
        self.named: set[str] = set()
        self.waiting: list[Mark] = []
        self.in_link = False

    def feed(self, token: str) -> None:
        if token.startswith("<"):
            self._tag(token)
        elif SENTINELS.fullmatch(token):
            self._sentinel(ord(token) - FIRST_SENTINEL)
        elif token:
            # A full stop or closing quotation mark belongs to the passage, so the link waits.
            end = _CLOSING.match(token).end() if self.waiting else 0  # type: ignore[union-attr]
            self._text(token[:end])
            self._write_links()
            self._text(token[end:])

    def _text(self, text: str) -> None:
        self.parts.append(self._wrapped(text) if text.strip() and self.open else text)

    def _tag(self, tag: str) -> None:
        self._write_links()
        self.parts.append(tag)
        if tag.startswith("<a "):
            self.in_link = True
        elif tag == "</a>":
            self.in_link = False

    def _sentinel(self, value: int) -> None:
        mark = self.placed.get(value // 2)
        if mark is None:
            return
        if value % 2 == 0:
            self._write_links()
            self.open.append(mark)
        elif mark in self.open:
            self.open.remove(mark)
            self.waiting.append(mark)

    def _write_links(self) -> None:
        if self.in_link:  # a link in a link is not HTML
            return
        self.parts += [_link(mark) for mark in self.waiting if mark.url]
        self.waiting.clear()

    def _wrapped(self, text: str) -> str:
        for mark in reversed(self.open):
            identifier = ""
            if mark.id not in self.named:
                self.named.add(mark.id)
                identifier = format_html(' id="{}"', mark.id)
            text = f'<mark class="kb-mark kb-mark--{mark.kind}"{identifier}>{text}</mark>'
        return text


def _link(mark: Mark) -> str:
    return format_html(
        ' <a class="kb-mark__link kb-mark__link--{}" href="{}" aria-label="{}: {}">{}</a>',
        mark.kind,
        mark.url,
        mark.kind_name,
        mark.title,
        mark.kind_name,
    )
