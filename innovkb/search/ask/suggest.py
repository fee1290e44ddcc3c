"""Suggestions for who is typing a query."""

from rapidfuzz import fuzz, process

from innovkb.kinds import kind
from innovkb.search.analysis import correct, fold
from innovkb.search.ask.query import clean
from innovkb.search.ask.reader import Reader

MOST = 8
_SHORTEST, _LONGEST = 2, 60
_ORDER = ("speaker", "theme", "organisation", "archetype", "barrier", "principle", "tool")


def suggestions(text: str, kept: Reader) -> list[dict[str, str]]:
    """At most eight headings with their kind: those that begin so or have a word that begins so;
    when there are none, names that are near, and the text with its spelling corrected."""
    wanted = fold(clean(text))[:_LONGEST]
    if len(wanted) < _SHORTEST:
        return []
    inside = f" {wanted}"
    found = [row for row in kept.headings if row[0].startswith(wanted) or inside in row[0]]
    found.sort(key=lambda row: (not row[0].startswith(wanted), _rank(row[2]), len(row[0])))
    unique = {row[1]: kind(row[2]).singular for row in found or _near(wanted, kept)}
    if not found and (better := _corrected(wanted, kept)):
        unique.setdefault(better, "woord")
    return [{"text": text, "kind": name} for text, name in list(unique.items())[:MOST]]


def _near(wanted: str, kept: Reader) -> list[tuple[str, str, str]]:
    named = [row for row in kept.headings if row[2] in _ORDER]
    near = process.extract(
        wanted, [row[0] for row in named], scorer=fuzz.WRatio, score_cutoff=82, limit=MOST - 1
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
