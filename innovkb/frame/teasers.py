"""Items of all kinds together, in one query however many kinds there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    OuterRef,
    QuerySet,
    Value,
    When,
    Window,
)
from django.db.models.functions import Coalesce, Concat, RowNumber

from innovkb.kinds import ITEM_KINDS, KINDS, Kind, kind
from innovkb.lib.addresses import path_of
from innovkb.lib.prepared import Prepared
from innovkb.lib.prepared import Value as Given
from innovkb.lib.text import shorten
from sessions.models.item import InWords


@dataclass(frozen=True)
class Teaser(InWords):
    """As much of an item as a link to it needs."""

    kind: Kind
    slug: str
    title: str
    text: str
    voice: str
    write_up: str
    date: date | None
    precision: str
    set: str
    wording: str
    language: str
    title_language: str

    def __str__(self) -> str:
        return shorten(self.title)

    def get_absolute_url(self) -> str:
        if self.set:
            return f"{path_of('principle_set', self.set)}#{self.slug}"
        return path_of(self.kind.key, self.slug)


@dataclass(frozen=True)
class TeaserGroup:
    """Items of one kind, the newest first, and how many there are in all."""

    kind: Kind
    items: list[Teaser]
    total: int


def teasers(
    *, kinds: Iterable[Kind] = ITEM_KINDS, most: int | None = None, **having: Given
) -> list[TeaserGroup]:
    """The public items that are so, per kind; kinds without any are left out.

    ``having`` are lookups of a filter. One on a relation to many must match each item once, as
    ``themes=theme.pk`` does. ``most`` is how many of each kind to give. One query.
    """
    found: dict[str, list[tuple[Any, ...]]] = {}
    for row in _of_kinds(tuple(kinds), most, **having):
        found.setdefault(row[0], []).append(row)
    groups = []
    for key, rows in found.items():
        items = [Teaser(kind(key), *row[1:12]) for row in rows]
        groups.append(TeaserGroup(kind(key), items, rows[0][12]))
    order = [one.key for one in KINDS]
    return sorted(groups, key=lambda group: order.index(group.kind.key))


@Prepared
def _of_kinds(kinds: tuple[Kind, ...], most: int | None, **having: Any) -> QuerySet[Any, Any]:
    parts = [_rows(one, most, having) for one in kinds]
    return parts[0].union(*parts[1:], all=True).order_by("teaser_kind", "teaser_number")


def _rows(one: Kind, most: int | None, having: dict[str, Any]) -> QuerySet[Any, Any]:
    rows = (
        one.published()
        .filter(**having)
        .order_by()
        .annotate(
            teaser_kind=Value(one.key),
            teaser_voice=_voice(one),
            teaser_set=F("set__slug") if one.key == "principle" else Value(""),
            teaser_number=Window(
                RowNumber(), order_by=[F("write_up__date").desc(nulls_last=True), "position", "pk"]
            ),
            teaser_total=Window(Count("pk")),
        )
    )
    if most is not None:
        rows = rows.filter(teaser_number__lte=most)
    listed: QuerySet[Any, Any] = rows.values_list(
        "teaser_kind", "slug", "title", "text",
        "teaser_voice", Coalesce("write_up__title", Value("")),
        "write_up__date", Coalesce("write_up__date_precision", Value("day")), "teaser_set",
        "wording", "language", "title_language", "teaser_total", "teaser_number",
    )  # fmt: skip
    return listed


def _voice(one: Kind) -> Any:
    """The first speaker, and whether there are more."""
    model: Any = one.model
    others = model.co_speakers.through.objects.filter(
        **{f"{model._meta.model_name}": OuterRef("pk")}
    )
    name = Coalesce("speaker__name", Value(""))
    more = Concat("speaker__name", Value(" e.a."), output_field=CharField())
    return Case(When(Exists(others), then=more), default=name, output_field=CharField())


def counts_of(**rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    """The names of querysets that have any rows, each with how many; one query."""
    parts = [
        queryset.order_by()
        .values(counted=Value(name))
        .annotate(rows=Count("pk", distinct=True))
        .values_list("counted", "rows")
        for name, queryset in rows.items()
    ]
    found: QuerySet[Any, Any] = parts[0].union(*parts[1:], all=True)
    return found


def count_rows(**rows: QuerySet[Any]) -> dict[str, int]:
    """How many rows each queryset has, in one query."""
    return dict.fromkeys(rows, 0) | dict(counts_of(**rows))


@Prepared
def _by_theme() -> QuerySet[Any, Any]:
    parts = [
        one.published().order_by().filter(themes__isnull=False).values("themes")
        .annotate(rows=Count("pk")).values_list("themes", "rows")
        for one in ITEM_KINDS
    ]  # fmt: skip
    found: QuerySet[Any, Any] = parts[0].union(*parts[1:], all=True)
    return found


def count_by_theme() -> dict[int, int]:
    """How many public items each theme has, by the theme's primary key, in one query."""
    counts: dict[int, int] = {}
    for theme, rows in _by_theme():
        counts[theme] = counts.get(theme, 0) + rows
    return counts
