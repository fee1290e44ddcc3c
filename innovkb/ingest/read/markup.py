"""HTML, from a file, a browser or Word, to Markdown."""

from __future__ import annotations

import contextlib
import re
from datetime import date
from html import unescape

import nh3
from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

from .mending import mend
from .plain import decode, normalise_line_ends
from .source import MAX_HTML_BYTES, ReadText, UnreadableSource, checked
from .word import restore_word_lists

_TAGS = set(
    "h1 h2 h3 h4 h5 h6 p div span br hr ul ol li dl dt dd blockquote q pre code strong b em i u "
    "a table thead tbody tr th td caption main article section header nav footer aside form "
    "button figure figcaption sup sub del ins s strike".split()
)
_ATTRIBUTES = {
    "a": {"href"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "*": {"class", "style", "id", "role", "hidden", "aria-hidden"},
}
_DROPPED_WITH_TEXT = set(
    "script style title noscript template iframe object svg math textarea select head".split()
) - {"head"}
_FURNITURE = ("nav", "footer", "form", "button", "aside")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,20})", re.IGNORECASE)
_ENCODINGS = re.compile(
    r"(?:utf-?(?:8|16|16-?[lb]e)|iso-?8859-?\d{1,2}|(?:windows|cp)-?\d{3,4}|latin-?\d|us-ascii|ascii"
    r"|macintosh|mac-?roman|koi8-[ru])"
)
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{3,300})</title>", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"<meta[^>]{0,200}(?:article:published_time|datePublished|dcterms\.(?:issued|date))[^>]{0,100}"
    r"content=[\"'](\d{4}-\d\d-\d\d)|<meta[^>]{0,100}content=[\"'](\d{4}-\d\d-\d\d)[^>]{0,100}"
    r"(?:article:published_time|datePublished)",
    re.IGNORECASE,
)
_FROM_HEAD = "De titel of de datum komt uit de gegevens van de pagina. Controleer of dat klopt."
_PIPE = re.compile(r"(?<!\\)\|")
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
        name = declared[1].decode("ascii", "replace").lower()
        if _ENCODINGS.fullmatch(name):
            with contextlib.suppress(LookupError, UnicodeError):
                text, warnings = data.decode(name), []
    markdown, notes = converted(text)
    head, told = _from_head(text, markdown)
    return checked(head + markdown, [*warnings, *notes, *told])


def _from_head(html: str, markdown: str) -> tuple[str, list[str]]:
    """Return the title and date that only the page's own data give, as lines of text, and a note.

    The title of a page has the site's name behind it, which is left out.
    """
    lines = []
    title = _TITLE.search(html)
    if title and not re.search(r"^# ", markdown, re.MULTILINE):
        words = re.split(r" [|–—-] ", unescape(title[1]).strip())
        lines.append(f"# {' - '.join(words[:-1] or words).strip()}")
    published = _PUBLISHED.search(html)
    day = _day(published[1] or published[2]) if published else None
    if lines and day and not re.search(r"\b(?:19|20)\d\d\b", markdown):
        lines.append(f"Gepubliceerd op {day.isoformat()}")
    if not lines or not markdown.strip():
        return "", []
    return "\n\n".join(lines) + "\n\n", [_FROM_HEAD]


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


class _Converter(MarkdownConverter):
    """Keeps a pipe within its cell."""

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return str(super().convert_td(el, _PIPE.sub(r"\\|", text), parent_tags))  # type: ignore[misc]

    def convert_th(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return str(super().convert_th(el, _PIPE.sub(r"\\|", text), parent_tags))  # type: ignore[misc]


def html_to_markdown(html: str) -> str:
    """Return `html` as Markdown; see `converted`."""
    return converted(html)[0]


def converted(html: str) -> tuple[str, list[str]]:
    """Return the headings, lists, emphasis, links, quotations and tables of `html` as Markdown.

    The second value is what the editor should check, in Dutch. What a browser hides, what is
    struck out and the marks of notes are left out; so are scripts, styles, forms and navigation. Of
    links only http, https and mailto
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
    warnings = mend(soup)
    root = _main_part(soup)
    if _depth(clean) > _MAX_DEPTH:
        return _tidy(root.get_text("\n")), warnings
    restore_word_lists(soup)
    _restore_emphasis(soup)
    converter = _Converter(
        heading_style="ATX",
        bullets="-",
        autolinks=False,
        escape_asterisks=False,
        escape_underscores=False,
        escape_misc=False,
        newline_style="backslash",
        strip=["img"],
    )
    return _tidy(converter.convert_soup(root)), warnings


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
