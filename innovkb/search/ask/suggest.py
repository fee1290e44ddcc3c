"""Suggestions for who is typing a query: the things themselves, with where they are."""

from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from rapidfuzz import fuzz, process

from innovkb.kinds import kind
from innovkb.lib.text import shorten
from innovkb.search.analysis import correct, fold
from innovkb.search.ask.query import clean
from innovkb.search.ask.reader import PageHeading, Reader
from innovkb.search.models import SearchEntry

MOST = 8
_SHORTEST, _LONGEST = 2, 60
_ORDER = ("speaker", "theme", "organisation", "archetype", "barrier", "principle", "tool")
_LONGEST_DETAIL = 70


class SuggestedPage(NamedTuple):
    """One thing that somebody may mean, or the query in its right spelling."""

    text: str
    kind: str
    """What it is called in Dutch."""
    detail: str
    """The role of a person, or who says it and where; may be empty."""
    url: str
    language: str = "nl"
    """Of the text."""


def suggestions(text: str, kept: Reader) -> list[SuggestedPage]:
    """At most eight pages: those whose heading begins so or has a word that begins so; when there
    are none, names that are near, and the text with its spelling corrected. One query.

    Raises IndexChangedError when the index is another by now.
    """
    wanted = fold(clean(text))[:_LONGEST]
    if len(wanted) < _SHORTEST:
        return []
    inside = f" {wanted}"
    found = [row for row in kept.headings if row.folded.startswith(wanted) or inside in row.folded]
    found.sort(key=lambda row: (not row.folded.startswith(wanted), _rank(row.kind), len(row.text)))
    better = "" if found else _corrected(wanted, kept)
    unique = {(row.text, row.kind): row for row in found or _near(wanted, kept)}
    rows = list(unique.values())[: MOST - bool(better)]
    entries = kept.entries(row.number for row in rows) if rows else {}
    pages = [_of(entries[row.number]) for row in rows]
    if better and all(page.text != better for page in pages):
        address = f"{reverse('search')}?{urlencode({'q': better})}#resultaten"
        pages.append(SuggestedPage(better, "zoek hierop", "", address))
    return pages


def _of(entry: SearchEntry) -> SuggestedPage:
    """The suggestion of a page; the roles of a speaker are the last lines of the body."""
    detail = entry.body.rpartition("\n")[2] if entry.kind == "speaker" else entry.byline
    name = kind(entry.kind).singular
    detail = shorten(detail, _LONGEST_DETAIL)
    return SuggestedPage(entry.heading, name, detail, entry.url, entry.language)


def _near(wanted: str, kept: Reader) -> list[PageHeading]:
    named = [row for row in kept.headings if row.kind in _ORDER]
    near = process.extract(
        wanted, [row.folded for row in named], scorer=fuzz.WRatio, score_cutoff=82, limit=MOST - 1
    )
    return [named[index] for _, _, index in near]


def _corrected(wanted: str, kept: Reader) -> str:
    """The text with each misspelt word corrected; empty when there is none."""
    words = wanted.split()
    found = [(word, correct(word, kept.vocabulary)) for word in words]
    better = " ".join(near.word if near else word for word, near in found)
    return better if better != " ".join(words) else ""


def _rank(kind_key: str) -> int:
    return _ORDER.index(kind_key) if kind_key in _ORDER else len(_ORDER)
