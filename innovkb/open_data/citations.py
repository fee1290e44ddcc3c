"""References to a quote in the formats that writers and reference managers use.

What is cited is the source; the quote, who said it and its permanent address stand in the note.
Formats, besides APA, which has a file of its own: BibTeX (Patashnik, *BibTeXing*, 1988),
RIS (Research Information Systems, 2001) and CSL-JSON 1.0 (citationstyles.org).
"""

import datetime
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote as percent_encode

from innovkb.lib.dates import Precision
from innovkb.lib.text import quoted
from sessions.models.item import LITERAL, Wording

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_BIBTEX_SPECIALS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # a bare \{ would leave BibTeX's own braces unbalanced
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "#$%&_"},
}
_TYPES = {
    "article": ("article", "JOUR", "article-journal"),
    "blog": ("misc", "BLOG", "post-weblog"),
    "report": ("misc", "RPRT", "report"),
    "theme_page": ("misc", "ELEC", "webpage"),
}
"""For each genre of a write-up: its type in BibTeX, RIS and CSL."""


_SAID = {
    Wording.VERBATIM: "citaat van",
    Wording.SECOND_HAND: "aangehaald van",
    Wording.EDITED: "geen citaat; in onze woorden naar",
    Wording.REPORTED: "geen citaat; zo weergegeven van",
}


@dataclass(frozen=True)
class Author:
    """A person, or an organisation, which has only a family name."""

    family: str
    given: str = ""
    particle: str = ""
    """The tussenvoegsel: ``de`` in Dirk-Jan de Bruijn."""

    @classmethod
    def of_person(cls, name: str, sort_name: str) -> "Author":
        """From ``Dirk-Jan de Bruijn`` and ``Bruijn, Dirk-Jan de``."""
        family = one_line(sort_name.partition(",")[0])
        before = one_line(name).removesuffix(family).split()
        if not family or len(before) == len(one_line(name).split()):
            return cls(one_line(name))
        start = len(before)
        while start > 0 and before[start - 1][:1].islower():
            start -= 1
        return cls(family, " ".join(before[:start]), " ".join(before[start:]))

    @property
    def surname(self) -> str:
        return f"{self.particle} {self.family}".strip()

    @property
    def inverted(self) -> str:
        """``de Bruijn, Dirk-Jan``."""
        return f"{self.surname}, {self.given}" if self.given else self.surname

    @property
    def initials(self) -> str:
        """``D.-J.`` for Dirk-Jan, ``A. M.`` for Anna Maria."""
        return " ".join(
            "-".join(f"{part[0].upper()}." for part in word.split("-") if part)
            for word in self.given.split()
        )


@dataclass(frozen=True)
class Citation:
    """What a reference needs to know. Texts may hold anything: every format escapes its own."""

    key: str
    """The quote's slug; of a write-up, its kind before it."""
    quote: str
    """Empty when the source is cited as a whole."""
    voice: str
    address: str
    """The permanent address of what is cited, on this site."""
    title: str
    genre: str
    genre_name: str
    authors: tuple[Author, ...] = ()
    container: str = ""
    """The journal or site that it appeared in."""
    publisher: str = ""
    source_url: str = ""
    date: datetime.date | None = None
    precision: str = Precision.DAY
    language: str = "nl"
    rubric: str = ""
    """The regular section of the journal or site that it stood in."""
    speakers: tuple[Author, ...] = ()
    """Who says it, where they have a name."""
    wording: Wording = Wording.VERBATIM

    @property
    def url(self) -> str:
        return self.source_url or self.address

    @property
    def creators(self) -> tuple[Author, ...]:
        """The authors, or the publisher where nobody is named."""
        if self.authors or not self.publisher:
            return self.authors
        return (Author(one_line(self.publisher)),)

    @property
    def date_parts(self) -> list[int]:
        """Year, month and day, as far as they are known."""
        if self.date is None:
            return []
        known = {Precision.YEAR: 1, Precision.MONTH: 2}.get(Precision(self.precision), 3)
        return [self.date.year, self.date.month, self.date.day][:known]

    @property
    def note(self) -> str:
        """The words, with who says them: between marks only where they are that person's own."""
        if not self.quote:
            return self.address
        words = one_line(self.quote)
        if self.wording in LITERAL:
            words = quoted(words)
        return f"{words} ({_SAID[self.wording]} {one_line(self.voice)}: {self.address})"


def one_line(text: str) -> str:
    """On one line, without control characters: a line break would end a field."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def bibtex(citation: Citation) -> str:
    """An entry for BibTeX or biblatex, in UTF-8."""
    parts = citation.date_parts
    container = "journal" if citation.genre == "article" else "howpublished"
    fields = {
        "author": " and ".join(_bibtex_name(author) for author in citation.creators),
        "title": f"{{{_tex(citation.title)}}}",
        "titleaddon": _tex(citation.rubric),
        container: _tex(citation.container),
        "publisher": _tex(citation.publisher),
        "year": str(parts[0]) if parts else "",
        "month": _MONTHS[parts[1] - 1] if len(parts) > 1 else "",
        "url": _web_address(citation.url),
        "language": _tex(citation.language),
        "note": _tex(citation.note),
    }
    lines = [
        f"  {name} = {value}," if name == "month" else f"  {name} = {{{value}}},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@{_TYPES[citation.genre][0]}{{{citation.key},", *lines, "}", ""])


def _bibtex_name(author: Author) -> str:
    """A whole in braces where it has no given name, lest BibTeX takes it apart."""
    if not author.given:
        return f"{{{_tex(author.surname)}}}"
    # A name is split at ‘and’ and at commas, so a part that holds one goes in braces.
    parts = [
        f"{{{_tex(part)}}}" if "," in part or "and" in part.lower().split() else _tex(part)
        for part in (author.surname, author.given)
    ]
    return ", ".join(parts)


def _tex(text: str) -> str:
    return "".join(_BIBTEX_SPECIALS.get(character, character) for character in one_line(text))


def _web_address(url: str) -> str:
    """As it is but for what would end a field or break a line."""
    return percent_encode(one_line(url), safe="%/:=&?~#+!$,;'@()*[]-._")


def ris(citation: Citation) -> str:
    """A record for EndNote, Zotero or Mendeley; lines end as the format asks."""
    parts = citation.date_parts
    fields = [
        ("TY", _TYPES[citation.genre][1]),
        *(("AU", author.inverted) for author in citation.creators),
        ("TI", citation.title),
        ("T2", citation.container),
        ("SE", citation.rubric),
        ("PB", citation.publisher),
        ("PY", str(parts[0]) if parts else ""),
        ("DA", _ris_date(parts)),
        ("UR", _web_address(citation.url)),
        ("LA", citation.language),
        ("N1", citation.note),
    ]
    lines = [f"{tag}  - {one_line(value)}" for tag, value in fields if one_line(value)]
    return "".join(f"{line}\r\n" for line in [*lines, "ER  - "])


def _ris_date(parts: list[int]) -> str:
    """``2025/05/15/``: what isn't known stays empty between the slashes."""
    if not parts:
        return ""
    year, month, day = [f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:]), "", ""][:3]
    return f"{year}/{month}/{day}/"


def csl(citation: Citation) -> list[dict[str, Any]]:
    """A list of one item, as citation processors read it."""
    entry = {
        "id": citation.key,
        "type": _TYPES[citation.genre][2],
        "title": one_line(citation.title),
        "author": [_csl_name(author) for author in citation.creators],
        "container-title": one_line(citation.container),
        "section": one_line(citation.rubric),
        "publisher": one_line(citation.publisher),
        "issued": {"date-parts": [citation.date_parts]} if citation.date_parts else {},
        "URL": _web_address(citation.url),
        "language": citation.language,
        "note": citation.note,
    }
    return [{name: value for name, value in entry.items() if value}]


def csl_json(*citations: Citation) -> str:
    entries = [entry for citation in citations for entry in csl(citation)]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _csl_name(author: Author) -> dict[str, str]:
    if not author.given:
        return {"literal": author.surname}
    name = {
        "family": author.family,
        "given": author.given,
        "non-dropping-particle": author.particle,
    }
    return {part: text for part, text in name.items() if text}
