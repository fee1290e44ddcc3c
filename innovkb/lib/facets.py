"""Facets: filters by what the rows of a list have, counted, and shown as chips."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db import models
from django.db.models import CharField, Count, Q, QuerySet, Value
from django.db.models.functions import Cast

from innovkb.lib.text import fold

Option = tuple[str, str]
"""A value and its label."""
Counted = dict[tuple[str, str, str], int]
"""How many rows have a value, by value, label, and what it sorts by."""

MOST_OPEN = 12
"""Chips that a group shows without folding any."""
FEWER_OPEN = 8
"""Chips that stand open when there are more than that: those with the most rows."""


class FacetField(forms.ChoiceField):
    """A filter by what the rows of a list have, which say themselves what there is to choose.

    ``by`` and ``name`` are paths from a row to the value and its label, ``order`` is one to what
    it sorts by; or ``labels`` names all values, in their order. ``of`` matches which rows at the
    end of a path over several relations count.
    """

    def __init__(
        self,
        label: str,
        by: str,
        name: str = "",
        *,
        order: str = "",
        labels: Iterable[Option] = (),
        of: Q | None = None,
        newest_first: bool = False,
    ) -> None:
        super().__init__(label=label, required=False, choices=[("", "")])
        self.by, self.name, self.order = by, name or by, order or name or by
        self.labels, self.of, self.newest_first = dict(labels), of or Q(), newest_first

    def narrow(self, rows: QuerySet[Any], value: str) -> QuerySet[Any]:
        """The rows that have the value."""
        if not self.of:
            return rows.filter(**{self.by: value})
        # In one call: the same row has to meet both; and apart, so that no row comes twice.
        having = rows.model._default_manager.filter(self.of, **{self.by: value})
        return rows.filter(pk__in=having.values("pk"))

    def sort(self, found: Iterable[tuple[str, str, str]]) -> list[Option]:
        """The options, given value, label and order of each: the Dutch way, or as ``labels``."""
        if self.labels:
            values = {value for value, _, _ in found}
            return [option for option in self.labels.items() if option[0] in values]
        rows = sorted(
            found, key=lambda row: (fold(row[2]), fold(row[1])), reverse=self.newest_first
        )
        return [(value, label) for value, label, _ in rows]

    def known(self, model: type[models.Model], value: str) -> str:
        """The label of a value that no row has, where it names something public; or nothing."""
        if value in self.labels or not re.fullmatch(r"[-\w]{1,200}", value):
            return self.labels.get(value, "")
        *relations, field = self.by.split("__")
        for name in relations:
            related: Any = model._meta.get_field(name).related_model
            if related is None:
                return ""
            model = related
        if not relations:
            return ""
        label = self.name.rpartition("__")[2]
        rows: Any = model._default_manager.all()
        labels = rows.published().filter(**{field: value}).values_list(label, flat=True)
        return str(labels.first() or "")


def counts_of_facets(
    rows: Mapping[str, QuerySet[Any]], facets: Mapping[str, FacetField], counted: str
) -> QuerySet[Any, Any]:
    """Each facet's name with a value, its label and order, and how many different ``counted`` its
    rows have for it: one query for all facets."""
    parts = [_grouped(rows[name], name, facet, counted) for name, facet in facets.items()]
    found: QuerySet[Any, Any] = parts[0].union(*parts[1:], all=True)
    return found


def by_facet(counts: Iterable[tuple[Any, ...]], facets: Iterable[str]) -> dict[str, Counted]:
    """The rows of ``counts_of_facets`` per facet, those without any row too."""
    found: dict[str, Counted] = {name: {} for name in facets}
    for name, *value, number in counts:
        found[name][tuple(value)] = number
    return found


def _grouped(rows: QuerySet[Any], name: str, facet: FacetField, counted: str) -> QuerySet[Any]:
    """The facet's name, each value with its label and order, and the number of rows."""
    paths = {"facet_value": facet.by, "facet_label": facet.name, "facet_order": facet.order}
    casts: dict[str, Any] = {key: Cast(path, CharField()) for key, path in paths.items()}
    bare = rows.model._default_manager.filter(pk__in=rows.order_by().values("pk")).order_by()
    having = bare.filter(facet.of, **{f"{facet.by}__isnull": False})
    grouped = having.annotate(facet=Value(name, CharField()), **casts).values("facet", *paths)
    numbers: QuerySet[Any] = grouped.annotate(facet_rows=Count(counted, distinct=True))
    return numbers.values_list("facet", *paths, "facet_rows")


@dataclass(frozen=True)
class Chip:
    """One option, how many rows it leaves, and the address that takes it."""

    label: str
    count: int
    url: str


@dataclass(frozen=True)
class ChipGroup:
    """The options of a facet that leave rows, besides the one that is on."""

    label: str
    chosen: str
    open: list[Chip]
    folded: list[Chip]

    @property
    def is_choice(self) -> bool:
        """Whether taking one changes what the list shows."""
        return len(self.open) > (0 if self.chosen else 1)


def chips(field: Any, name: str, counts: Mapping[str, int], chosen: Mapping[str, str]) -> ChipGroup:
    """A facet's chips: all in their order, or the fullest, with the others folded."""
    found = [
        Chip(label, counts[value], f"?{urlencode({**chosen, name: value})}#resultaten")
        for value, label in field.choices
        if counts.get(value) and value != chosen.get(name)
    ]
    shown = found
    if len(found) > MOST_OPEN:
        shown = sorted(found, key=lambda chip: -chip.count)[:FEWER_OPEN]
    folded = [chip for chip in found if chip not in shown]
    return ChipGroup(str(field.label), chosen.get(name, ""), shown, folded)
