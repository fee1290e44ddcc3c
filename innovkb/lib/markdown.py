"""Markdown to safe HTML: no raw HTML gets through, and what comes out is sanitised as well."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from innovkb.lib.text import dutch_slug
from innovkb.passages.locate import Passage
from innovkb.passages.marking import (
    FIRST_SENTINEL,
    SENTINELS,
    Mark,
    insert_sentinels,
    mark_passages,
    strip_private_use,
)

_TAGS = set(
    "a blockquote br code dd dl dt em h1 h2 h3 h4 h5 h6 hr li ol p pre s strong table tbody td th "
    "thead tr ul".split()
)
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}} | {f"h{n}": {"id"} for n in range(1, 7)}
_TAG = re.compile(r"<(?:[^<>\"]|\"[^\"]*\")*>")


@dataclass(frozen=True)
class Heading:
    """A heading of a text: where a table of contents leads."""

    id: str
    text: str
    level: int


@dataclass(frozen=True)
class RenderedText:
    """A rendered text; ``placed`` holds the ids of the passages that were found in it."""

    html: SafeString
    headings: tuple[Heading, ...]
    placed: frozenset[str]


def render(text: str, top: int = 3) -> SafeString:
    """Safe HTML; a ``#`` or ``##`` in the text becomes a heading of level ``top``."""
    return _document(text, (), top).html


def render_marked(text: str, marks: Sequence[Mark], top: int = 3) -> RenderedText:
    """Safe HTML in which the marks' excerpts stand in ``<mark>``, each with a link to its item."""
    return _document(text, tuple(marks), top)


def visible_text(text: str, marks: Sequence[Mark]) -> tuple[str, dict[str, Passage]]:
    """What a reader sees of the text, and where in it each passage stands, by its mark's id."""
    clean, _, placed = _sanitised(text, tuple(marks), 3)
    parts: list[str] = []
    starts: dict[int, int] = {}
    found: dict[str, Passage] = {}
    length = 0
    for part in SENTINELS.split(unescape(_TAG.sub("", clean))):
        if not SENTINELS.fullmatch(part):
            parts.append(part)
            length += len(part)
            continue
        number, is_end = divmod(ord(part) - FIRST_SENTINEL, 2)
        if not is_end:
            starts[number] = length
        elif number in placed and number in starts:
            found[placed[number].id] = Passage(starts[number], length)
    return "".join(parts), found


@lru_cache(maxsize=512)
def _document(text: str, marks: tuple[Mark, ...], top: int) -> RenderedText:
    clean, headings, placed = _sanitised(text, marks, top)
    html = mark_passages(clean, placed)
    ids = frozenset(mark.id for mark in placed.values())
    return RenderedText(mark_safe(html), headings, ids)  # noqa: S308 - sanitised in the line above


def _sanitised(
    text: str, marks: tuple[Mark, ...], top: int
) -> tuple[str, tuple[Heading, ...], dict[int, Mark]]:
    """Safe HTML with the passages between sentinels, its headings, and which mark is which."""
    source, placed = insert_sentinels(strip_private_use(text).replace("\0", ""), marks)
    parser = _parser()
    tokens = parser.parse(source)
    headings = _prepare_headings(tokens, top)
    dirty = parser.renderer.render(tokens, parser.options, {})
    clean = nh3.clean(
        dirty,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return _TAG.sub(lambda match: strip_private_use(match[0]), clean), headings, placed


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    normalise, shown = parser.normalizeLink, parser.normalizeLinkText
    parser.normalizeLink = lambda url: normalise(strip_private_use(url))  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: shown(strip_private_use(link))  # type: ignore[method-assign]
    return parser


def _prepare_headings(tokens: list[Token], top: int) -> tuple[Heading, ...]:
    """Gives every heading its level on the page and an id that is unique in the text."""
    headings: list[Heading] = []
    used: dict[str, int] = {}
    for opening, inline, closing in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if opening.type != "heading_open":
            continue
        level = min(6, max(top, int(opening.tag[1]) + top - 2))
        label = strip_private_use(_plain(inline))
        slug = f"kop-{dutch_slug(label)}"
        used[slug] = used.get(slug, 0) + 1
        identifier = slug if used[slug] == 1 else f"{slug}-{used[slug]}"
        opening.tag = closing.tag = f"h{level}"
        opening.attrSet("id", identifier)
        if label:
            headings.append(Heading(identifier, label, level))
    return tuple(headings)


def _plain(inline: Token) -> str:
    """The text of a heading without its markup."""
    parts = (child.content or " " * (child.type == "softbreak") for child in inline.children or ())
    return re.sub(r"\s+", " ", "".join(parts)).strip()
