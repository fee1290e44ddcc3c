"""References to a quote in the formats that writers and reference managers use.

What is cited is the source; the quote, who said it and its permanent address stand in the note.
Formats: APA 7 (apastyle.apa.org, with the Dutch words), BibTeX (Patashnik, *BibTeXing*, 1988),
RIS (Research Information Systems, 2001) and CSL-JSON 1.0 (citationstyles.org).
"""

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote as percent_encode

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from innovkb.lib.dates import Precision, dutch_date

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
        family = _line(sort_name.partition(",")[0])
        before = _line(name).removesuffix(family).split()
        if not family or len(before) == len(_line(name).split()):
            return cls(_line(name))
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
    """The quote's slug."""
    quote: str
    voice: str
    address: str
    """The permanent address of the quote."""
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
    second_hand: bool = False

    @property
    def url(self) -> str:
        return self.source_url or self.address

    @property
    def creators(self) -> tuple[Author, ...]:
        """The authors, or the publisher where nobody is named."""
        if self.authors or not self.publisher:
            return self.authors
        return (Author(_line(self.publisher)),)

    @property
    def date_parts(self) -> list[int]:
        """Year, month and day, as far as they are known."""
        if self.date is None:
            return []
        known = {Precision.YEAR: 1, Precision.MONTH: 2}.get(Precision(self.precision), 3)
        return [self.date.year, self.date.month, self.date.day][:known]

    @property
    def note(self) -> str:
        said = "aangehaald" if self.second_hand else "citaat"
        return f"‘{_line(self.quote)}’ ({said} van {_line(self.voice)}: {self.address})"


def _line(text: str) -> str:
    """On one line, without control characters: a line break would end a field."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def apa(citation: Citation) -> SafeString:
    """The reference for the list, as HTML: the title of a whole or its container in italics."""
    title, container = _line(citation.title), _line(citation.container)
    names = _apa_names(citation.creators)
    if citation.genre == "article" and container:
        what, where = format_html("{}", _sentence(title)), format_html("<em>{}</em>.", container)
    else:
        what = format_html("<em>{}</em> [{}].", title, citation.genre_name.capitalize())
        where = format_html("{}", _sentence(container) if container not in ("", names) else "")
    when = f"({_apa_date(citation)})."
    # A work without an author stands under its title.
    parts = [_sentence(names), when, what, where] if names else [what, when, where]
    return format_html_join(" ", "{}", ((part,) for part in [*parts, citation.url] if part))


def apa_in_text(citation: Citation) -> str:
    """The reference for the running text; words of another say in what they are cited."""
    names = [author.surname for author in citation.creators] or [f"‘{_line(citation.title)}’"]
    if len(names) > 2:
        names = [f"{names[0]} et al."]
    year = str(citation.date.year) if citation.date else "z.d."
    where = f"{' & '.join(names)}, {year}"
    persons = {f"{author.given} {author.surname}".strip() for author in citation.authors}
    voice = _line(citation.voice)
    return f"({where})" if voice in persons else f"({voice}, geciteerd in {where})"


def _apa_names(authors: Iterable[Author]) -> str:
    """``Meijer, A., & van Berlo, D.``."""
    names = [f"{a.surname}, {a.initials}" if a.given else a.surname for a in authors]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _apa_date(citation: Citation) -> str:
    """``2025, 15 mei``; ``z.d.`` (*zonder datum*) when nothing is known."""
    if citation.date is None:
        return "z.d."
    words = dutch_date(citation.date, citation.precision).rpartition(" ")
    return f"{words[2]}, {words[0]}" if words[0] else words[2]


def _sentence(text: str) -> str:
    """With a full stop, unless it ends with one or another mark."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def bibtex(citation: Citation) -> str:
    """An entry for BibTeX or biblatex, in UTF-8."""
    parts = citation.date_parts
    container = "journal" if citation.genre == "article" else "howpublished"
    fields = {
        "author": " and ".join(_bibtex_name(author) for author in citation.creators),
        "title": f"{{{_tex(citation.title)}}}",
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
    return "".join(_BIBTEX_SPECIALS.get(character, character) for character in _line(text))


def _web_address(url: str) -> str:
    """As it is but for what would end a field or break a line."""
    return percent_encode(_line(url), safe="%/:=&?~#+!$,;'@()*[]-._")


def ris(citation: Citation) -> str:
    """A record for EndNote, Zotero or Mendeley; lines end as the format asks."""
    parts = citation.date_parts
    fields = [
        ("TY", _TYPES[citation.genre][1]),
        *(("AU", author.inverted) for author in citation.creators),
        ("TI", citation.title),
        ("T2", citation.container),
        ("PB", citation.publisher),
        ("PY", str(parts[0]) if parts else ""),
        ("DA", _ris_date(parts)),
        ("UR", _web_address(citation.url)),
        ("LA", citation.language),
        ("N1", citation.note),
    ]
    lines = [f"{tag}  - {_line(value)}" for tag, value in fields if _line(value)]
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
        "title": _line(citation.title),
        "author": [_csl_name(author) for author in citation.creators],
        "container-title": _line(citation.container),
        "publisher": _line(citation.publisher),
        "issued": {"date-parts": [citation.date_parts]} if citation.date_parts else {},
        "URL": _web_address(citation.url),
        "language": citation.language,
        "note": citation.note,
    }
    return [{name: value for name, value in entry.items() if value}]


def csl_json(citation: Citation) -> str:
    return json.dumps(csl(citation), ensure_ascii=False, indent=2) + "\n"


def _csl_name(author: Author) -> dict[str, str]:
    if not author.given:
        return {"literal": author.surname}
    name = {
        "family": author.family,
        "given": author.given,
        "non-dropping-particle": author.particle,
    }
    return {part: text for part, text in name.items() if text}
