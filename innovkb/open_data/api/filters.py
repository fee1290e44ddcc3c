"""The filters of the lists: the same as those of the pages."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from innovkb.kinds import Kind
from innovkb.open_data.api.problems import ProblemError
from sessions.models import Appearance

Filter = Callable[[str], Q]


def _spoke(**lookups: str) -> QuerySet[Any, Any]:
    return Appearance.objects.published().filter(**lookups)


def _year(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) == 4 and value != "0000"):
        raise ProblemError(400, "year is een jaartal van vier cijfers, zoals 2025.", "year")
    return int(value)


def _said_for(slug: str) -> Q:
    """Items whose speaker spoke for the organisation in that write-up."""
    spoke = _spoke(organisation__slug=slug)
    return Q(Exists(spoke.filter(write_up=OuterRef("write_up"), speaker=OuterRef("speaker"))))


_ITEM: dict[str, Filter] = {
    "speaker": lambda slug: Q(speaker__slug=slug) | Q(co_speakers__slug=slug),
    "theme": lambda slug: Q(themes__slug=slug),
    "organisation": _said_for,
    "series": lambda slug: Q(write_up__session__series__slug=slug),
    "year": lambda value: Q(write_up__date__year=_year(value)),
}
_OWN: dict[str, dict[str, Filter]] = {
    "write_up": {
        "speaker": lambda slug: Q(pk__in=_spoke(speaker__slug=slug).values("write_up")),
        "organisation": lambda slug: (
            Q(publisher__slug=slug) | Q(pk__in=_spoke(organisation__slug=slug).values("write_up"))
        ),
        "series": lambda slug: Q(session__series__slug=slug),
        "year": lambda value: Q(date__year=_year(value)),
    },
    "claim": {
        "theme": lambda slug: Q(themes__slug=slug),
    },
    "session": {
        "organisation": lambda slug: Q(organiser__slug=slug),
        "series": lambda slug: Q(series__slug=slug),
        "year": lambda value: Q(date__year=_year(value)),
    },
    "speaker": {
        "organisation": lambda slug: Q(pk__in=_spoke(organisation__slug=slug).values("speaker")),
    },
    "organisation": {
        "speaker": lambda slug: Q(pk__in=_spoke(speaker__slug=slug).values("organisation")),
    },
}
UPDATED_AFTER = "updatedAfter"


def filters_of(kind: Kind) -> dict[str, Filter]:
    """The filters that a kind's list has, by the name of their parameter."""
    return _ITEM if kind.is_item else _OWN.get(kind.key, {})


def filtered(kind: Kind, rows: QuerySet[Any], given: dict[str, str]) -> QuerySet[Any]:
    """The rows that meet every filter that was given; raises Problem for a value with no sense."""
    for name, make in filters_of(kind).items():
        if name in given:
            # A row that meets it twice, as speaker and as who says it too, is there once.
            met = kind.published().order_by().filter(make(given[name]))
            rows = rows.filter(pk__in=met.values("pk"))
    if UPDATED_AFTER in given:
        moment = _moment(given[UPDATED_AFTER])
        changed = kind.dated().annotate(changed=Greatest("came", F("updated_at")))
        rows = rows.filter(pk__in=changed.order_by().filter(changed__gt=moment).values("pk"))
    return rows


def _moment(value: str) -> datetime:
    try:
        # A plus in an address is a space, unless it was escaped.
        moment = parse_datetime(value.strip().replace(" ", "+"))
        if moment is None:
            raise ValueError(value)
        aware = moment if timezone.is_aware(moment) else timezone.make_aware(moment)
        return aware.astimezone(UTC)  # a database refuses an offset that no place on earth has
    except (ValueError, OverflowError) as error:
        message = "updatedAfter is een tijdstip, zoals 2026-11-30T09:00:00Z."
        raise ProblemError(400, message, UPDATED_AFTER) from error
