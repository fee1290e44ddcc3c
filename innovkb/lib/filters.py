"""Filters in the address of a list: read through a form, kept while paging, shown as chips.

What an address says that can't be understood is left out, and the visitor is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import CharField, Count, QuerySet, Value
from django.db.models.functions import Cast
from django.http import HttpRequest

from innovkb.lib.facets import ChipGroup, FacetField, Option, by_facet, chips, counts_of_facets
from innovkb.lib.prepared import Prepared
from innovkb.lib.text import fold, shorten

PAGE_SIZE = 20
PAGE_PARAMETER = "pagina"
MAX_WORDS = 200
"""The most characters of a text to filter by."""


def option_field(label: str, everything: str) -> forms.ChoiceField:
    """A filter with a list of options; ``everything`` names the one that filters nothing."""
    return forms.ChoiceField(label=label, required=False, choices=[("", everything)])


class Filters(forms.Form):
    """The filters of a list. Values that don't fit are dropped and named in ``ignored``."""

    def __init__(
        self, values: Mapping[str, Any], options: Mapping[str, Iterable[Option]] | None = None
    ) -> None:
        given = {name: str(values.get(name, "")).strip() for name in self.base_fields}
        super().__init__(given)
        for name, choices in (options or {}).items():
            field: Any = self.fields[name]
            field.choices = [*field.choices, *choices]
        self.ignored = [self._complaint(name) for name in self.errors]
        self.data = {name: given[name] for name in given if name not in self.errors}
        self.full_clean()
        self.counts: dict[str, Mapping[str, int]] = {}
        """How many rows each option of a filter leaves, with the other filters that are on."""

    @classmethod
    def over(
        cls, values: Mapping[str, Any], rows: Callable[[], QuerySet[Any]], counted: str = "pk"
    ) -> Self:
        """The filters of a list of ``rows``, with the options that these have, counted.

        ``counted`` is the path to what the list shows. One query; with filters on, two.
        """
        facets = cls.facets()
        found = by_facet(_all_counts(cls, rows, counted), facets)
        options = {name: facet.sort(found[name]) for name, facet in facets.items()}
        for name, facet in facets.items():
            given = str(values.get(name, "")).strip()
            if given and given not in dict(options[name]):
                label = facet.known(rows().model, given)
                options[name] += [(given, label)] if label else []
        form = cls(values, options)
        if form.chosen:
            found = by_facet(_other_counts(form, rows, counted), facets)
        form.counts = {
            name: {value: number for (value, _, _), number in found[name].items()}
            for name in facets
        }
        return form

    @classmethod
    def facets(cls) -> dict[str, FacetField]:
        return {name: one for name, one in cls.base_fields.items() if isinstance(one, FacetField)}

    def __eq__(self, other: object) -> bool:
        """Whether the same filters are on."""
        return type(self) is type(other) and self.chosen == getattr(other, "chosen", None)

    def __hash__(self) -> int:
        return hash((type(self), *self.chosen.items()))

    def narrow(self, rows: QuerySet[Any], *, leave_out: str = "") -> QuerySet[Any]:
        """The rows that meet the facets that are on."""
        for name, value in self.chosen.items():
            field = self.fields[name]
            if name != leave_out and isinstance(field, FacetField):
                rows = field.narrow(rows, value)
        return rows

    def _complaint(self, name: str) -> str:
        value = shorten(self.data[name].replace("\0", "�"), 40)
        label = self.fields[name].label
        return f"‘{value}’ kunnen we hier niet gebruiken als {str(label).lower()}: weggelaten."

    def value(self, name: str) -> str:
        """What to filter by; empty when nothing."""
        return str(self.cleaned_data.get(name) or "")

    @property
    def chosen(self) -> dict[str, str]:
        """The filters that are on, in the order of the form."""
        return {name: self.value(name) for name in self.fields if self.value(name)}

    @property
    def query(self) -> str:
        """The filters as the part of an address after the question mark."""
        return urlencode(self.chosen)

    def label(self, name: str) -> str:
        """``Thema: Ruimte``: a filter that is on, in words."""
        field: Any = self.fields[name]
        names = {str(key): text for key, text in getattr(field, "choices", [])}
        return f"{field.label}: {names.get(self.value(name), self.value(name))}"


@Prepared
def _all_counts(form: type[Filters], rows: Callable[[], QuerySet[Any]], counted: str) -> Any:
    facets = form.facets()
    return counts_of_facets(dict.fromkeys(facets, rows()), facets, counted)


@Prepared
def _other_counts(form: Filters, rows: Callable[[], QuerySet[Any]], counted: str) -> Any:
    """Of each facet with the other filters that are on."""
    facets = form.facets()
    left = {name: form.narrow(rows(), leave_out=name) for name in facets}
    return counts_of_facets(left, facets, counted)


@dataclass(frozen=True)
class Options:
    """Where the options of a filter come from: rows, and the fields with value, label, order."""

    rows: QuerySet[Any]
    value: str
    label: str
    order: str


def load_options(**sources: Options) -> dict[str, list[Option]]:
    """The options of several filters in one query, sorted by their order, the Dutch way."""
    parts = [
        source.rows.order_by().values_list(
            Value(name),
            Cast(source.value, CharField()),
            Cast(source.label, CharField()),
            Cast(source.order, CharField()),
        )
        for name, source in sources.items()
    ]
    rows = parts[0].union(*parts[1:]) if len(parts) > 1 else parts[0].distinct()
    found: dict[str, list[Option]] = {name: [] for name in sources}
    for name, value, label, _ in sorted(rows, key=lambda row: (fold(row[3]), fold(row[2]))):
        found[name].append((value, label))
    return found


@dataclass(frozen=True)
class ActiveFilter:
    label: str
    remove_url: str


@dataclass(frozen=True)
class Listing:
    """One page of a filtered list, and all that its template needs to say about it."""

    page: Page[Any]
    form: Filters
    ignored: list[str]
    active: list[ActiveFilter]
    clear_url: str
    facets: list[ChipGroup]
    """What else there is to choose."""

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @property
    def words(self) -> str:
        """The filters that are on: ``thema: Ruimte, soort: les``."""
        return ", ".join(one.label[:1].lower() + one.label[1:] for one in self.active)

    @property
    def own_query(self) -> str:
        """What sets this page of the list apart from others: the filters and the page."""
        number = {PAGE_PARAMETER: self.page.number} if self.page.number > 1 else {}
        return urlencode({**self.form.chosen, **number})

    @property
    def rows(self) -> list[Any]:
        return list(self.page.object_list)


RowsOf = Callable[[Any], QuerySet[Any]]
"""The rows that a list shows when these filters are on, in their order."""


@dataclass(frozen=True)
class _Rows:
    """What a paginator asks of its rows."""

    of: RowsOf
    form: Filters
    ordered = True

    def count(self) -> int:
        return next(iter(_number(self.of, self.form)), 0)

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> list[Any]:
        return _part(self.of, self.form, part.start, part.stop)


@Prepared
def _number(rows: RowsOf, form: Filters) -> Any:
    bare = rows(form).order_by().prefetch_related(None)
    counted = bare.values(whole_list=Value(1)).annotate(list_length=Count("pk"))
    return counted.values_list("list_length", flat=True)


@Prepared
def _part(rows: RowsOf, form: Filters, start: int, stop: int) -> Any:
    return rows(form)[start:stop]


def listing(
    request: HttpRequest, rows: RowsOf | Sequence[Any], form: Filters, size: int = PAGE_SIZE
) -> Listing:
    """The page of ``rows`` that the address asks for; a page that isn't there gives the first."""
    paged: Any = _Rows(rows, form) if callable(rows) else rows
    paginator: Paginator[Any] = Paginator(paged, size)
    asked = request.GET.get(PAGE_PARAMETER, "1")
    ignored = list(form.ignored)
    number = int(asked) if re.fullmatch(r"[0-9]{1,9}", asked) else 0
    if not 1 <= number <= paginator.num_pages:
        name = shorten(asked.replace("\0", "�"), 40)
        ignored.append(f"Pagina ‘{name}’ is er niet. Dit is de eerste pagina.")
        number = 1
    chosen = form.chosen
    active = [
        ActiveFilter(form.label(name), _address(request, chosen, without=name)) for name in chosen
    ]
    facets = [
        chips(field, name, form.counts[name], chosen)
        for name, field in form.fields.items()
        if isinstance(field, FacetField)
    ]
    offered = [group for group in facets if group.is_choice]
    return Listing(paginator.page(number), form, ignored, active, request.path, offered)


def _address(request: HttpRequest, chosen: Mapping[str, str], *, without: str) -> str:
    kept = {name: value for name, value in chosen.items() if name != without}
    return f"{request.path}?{urlencode(kept)}#resultaten" if kept else f"{request.path}#resultaten"
