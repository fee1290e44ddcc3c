"""Suggestions for who is typing a query."""

from rapidfuzz import fuzz, process

from innovkb.kinds import kind
from innovkb.search.analysis import fold
from innovkb.search.query import clean
from innovkb.search.reader import Reader

MOST = 8
_SHORTEST, _LONGEST = 2, 60
_ORDER = ("speaker", "theme", "organisation", "archetype", "barrier", "principle", "tool")


def suggestions(text: str, kept: Reader) -> list[dict[str, str]]:
    """At most eight headings with their kind: those that begin so, have a word that begins so,
    or, when there are none, are near."""
    wanted = fold(clean(text))[:_LONGEST]
    if len(wanted) < _SHORTEST:
        return []
    inside = f" {wanted}"
    found = [row for row in kept.headings if row[0].startswith(wanted) or inside in row[0]]
    if not found:
        named = [row for row in kept.headings if row[2] in _ORDER]
        near = process.extract(
            wanted, [row[0] for row in named], scorer=fuzz.WRatio, score_cutoff=82, limit=MOST
        )
        found = [named[index] for _, _, index in near]
    else:
        found.sort(key=lambda row: (not row[0].startswith(wanted), _rank(row[2]), len(row[0])))
    unique = {row[1]: row for row in found}
    return [{"text": row[1], "kind": kind(row[2]).singular} for row in list(unique.values())[:MOST]]


def _rank(kind_key: str) -> int:
    return _ORDER.index(kind_key) if kind_key in _ORDER else len(_ORDER)
