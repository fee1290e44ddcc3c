"""HTML, from a file, a browser or Word, to Markdown."""

from __future__ import annotations

import contextlib
import re

import nh3
from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

from .plain import decode, normalise_line_ends
from .source import MAX_HTML_BYTES, ReadText, UnreadableSource, checked
from .word import restore_word_lists

_TAGS = set(
    "h1 h2 h3 h4 h5 h6 p div span br hr ul ol li dl dt dd blockquote q pre code strong b em i u "
    "a table thead tbody tr th td caption main article section header nav footer aside form "
    "button figure figcaption sup sub".split()
)
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "*": {"class", "style", "id", "role"}}
_DROPPED_WITH_TEXT = set(
    "script style title noscript template iframe object svg math textarea select head".split()
) - {"head"}
_FURNITURE = ("nav", "footer", "form", "button", "aside")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,20})", re.IGNORECASE)
# Converting recurses into the tags; cleaning takes quadratic time in their depth.
_MAX_DEPTH = 120
_MAX_RAW_DEPTH = 2000
_NESTING_TAG = re.compile(
    r"<(/?)(?!(?:br|hr|img|input|meta|link|p|li|td|tr|th|dt|dd|option|col|wbr|source)\b)[a-z]",
    re.IGNORECASE,
)
_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"font-weight:\s*(?:normal|400)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style:\s*italic", re.IGNORECASE)


def read_html(data: bytes) -> ReadText:
    """Return the words of an HTML file as Markdown."""
    declared = _CHARSET.search(data[:4096])
    text, warnings = decode(data)
    if declared and "\ufffd" not in text and warnings:
        with contextlib.suppress(LookupError, UnicodeError):
            text, warnings = data.decode(declared[1].decode("ascii")), []
    return checked(html_to_markdown(text), warnings)


def html_to_markdown(html: str) -> str:
    """Return the headings, lists, emphasis, links, quotations and tables of `html` as Markdown.

    Scripts, styles, forms and navigation are left out; of links only http, https and mailto
    addresses are kept. Raises UnreadableSource when there is more than 6 MB of it.
    """
    if len(html) > MAX_HTML_BYTES:
        raise UnreadableSource(
            "De tekst is met opmaak te groot: hoogstens 6 MB. Plak alleen het verslag zelf."
        )
    if _depth(html) > _MAX_RAW_DEPTH:
        raise UnreadableSource(
            "De opmaak van deze tekst is te ingewikkeld. Plak de tekst zonder opmaak."
        )
    clean = nh3.clean(
        normalise_line_ends(html),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        clean_content_tags=_DROPPED_WITH_TEXT,
        url_schemes={"http", "https", "mailto"},
        strip_comments=True,
        link_rel=None,
    )
    soup = BeautifulSoup(clean, "html.parser")
    root = _main_part(soup)
    if _depth(clean) > _MAX_DEPTH:
        return _tidy(root.get_text("\n"))
    restore_word_lists(soup)
    _restore_emphasis(soup)
    converter = MarkdownConverter(
        heading_style="ATX",
        bullets="-",
        autolinks=False,
        escape_asterisks=False,
        escape_underscores=False,
        escape_misc=False,
        newline_style="backslash",
        strip=["img"],
    )
    return _tidy(converter.convert_soup(root))


def _main_part(soup: BeautifulSoup) -> Tag:
    """Return the article of a whole page, or everything; take the furniture out."""
    for tag in soup.find_all(_FURNITURE):
        if not tag.decomposed:
            tag.decompose()
    for name in ("article", "main"):
        parts = [part for part in soup.find_all(name) if len(part.get_text()) > 200]
        if len(parts) == 1:
            return parts[0]
    return soup


def _depth(html: str) -> int:
    """Return how deep tags that have to be closed are nested."""
    depth = deepest = 0
    for tag in _NESTING_TAG.finditer(html):
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _restore_emphasis(soup: BeautifulSoup) -> None:
    """Turn styled spans, as word processors on the web paste them, into emphasis."""
    for tag in soup.find_all("b", style=_NOT_BOLD):
        tag.unwrap()
    for tag in soup.find_all("span", style=True):
        style = str(tag["style"])
        if _BOLD.search(style):
            tag.name = "strong"
        elif _ITALIC.search(style):
            tag.name = "em"


def _tidy(markdown: str) -> str:
    lines = [line.rstrip() for line in normalise_line_ends(markdown).split("\n")]
    text = "\n".join("" if line == "\\" else line for line in lines)
    text = text.replace("\u00a0", " ").replace("\u200b", "")
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n" if text.strip() else ""
