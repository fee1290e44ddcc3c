"""Where knowledge is thick, and where it is thin: by theme and kind, by barrier and what helps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Any

from django.db.models import Count, QuerySet, Value

from innovkb.kinds import ITEM_KINDS, kind
from innovkb.lib.prepared import Prepared
from practices.models.remedy import TARGETS

SHADES = 4


@dataclass(frozen=True)
class Cell:
    """The number of items of a kind on a theme; ``shade`` goes from 0 (none) to 4 (most)."""

    count: int
    noun: str
    """What is counted: ``tip`` or ``tips``."""
    shade: int
    url: str
    """The list of exactly these items; empty when there are none."""


@dataclass(frozen=True)
class Row:
    """A theme with its cells, in the order of the kinds, and how much there is in all."""

    slug: str
    name: str
    cells: list[Cell]
    total: int


def shade(count: int, most: int) -> int:
    """By the square root, so that small numbers differ too."""
    return ceil(SHADES * sqrt(count / most)) if count > 0 and most > 0 else 0


def heat(themes: Sequence[tuple[str, str]]) -> list[Row]:
    """A row for every theme, in their order; one query."""
    counts = {(slug, key): rows for slug, rows, key in _counts()}
    most = max(counts.values(), default=0)
    return [_row(slug, name, counts, most) for slug, name in themes]


@Prepared
def _counts() -> QuerySet[Any, Any]:
    parts = [
        one.published().order_by().filter(themes__isnull=False).values("themes__slug")
        .annotate(rows=Count("pk")).values_list("themes__slug", "rows", Value(one.key))
        for one in ITEM_KINDS
    ]  # fmt: skip
    found: QuerySet[Any, Any] = parts[0].union(*parts[1:], all=True)
    return found


def _row(slug: str, name: str, counts: dict[tuple[str, str], int], most: int) -> Row:
    cells = []
    for one in ITEM_KINDS:
        count = counts.get((slug, one.key), 0)
        url = f"{one.list_url}?thema={slug}" if count else ""
        noun = one.singular if count == 1 else one.plural
        cells.append(Cell(count, noun, shade(count, most), url))
    return Row(slug, name, cells, sum(cell.count for cell in cells))


HELPING = tuple(kind(name) for name in TARGETS)
"""The kinds of things that help against a barrier."""


@dataclass(frozen=True)
class HelpRow:
    """A barrier, or a group of them, with how much of each kind helps, and its shade."""

    name: str
    url: str
    cells: list[tuple[int, int]]
    total: int


def help_heat(rows: Iterable[tuple[str, str, Mapping[str, int]]]) -> list[HelpRow]:
    """A row for each name and address, with the number of what helps by key of its kind."""
    rows = list(rows)
    most = max((number for _, _, numbers in rows for number in numbers.values()), default=0)
    found = []
    for name, url, numbers in rows:
        counts = [numbers.get(one.key, 0) for one in HELPING]
        cells = [(count, shade(count, most)) for count in counts]
        found.append(HelpRow(name, url, cells, sum(counts)))
    return found
