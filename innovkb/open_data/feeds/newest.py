"""The newest public things of several kinds together, by when they came to this site."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet, Value

from innovkb.kinds import ITEM_KINDS, KINDS, Kind, kind
from sessions.models import Appearance

EVERYTHING = {one: Q() for one in KINDS}
"""Conditions that let all through."""


@dataclass(frozen=True)
class News:
    """A public thing, with all that its page shows, and when it came."""

    kind: Kind
    thing: Any
    came: datetime

    @property
    def changed(self) -> datetime:
        """When it last changed for who reads it: it can't have before it came."""
        moment: datetime = max(self.came, self.thing.updated_at)
        return moment


def newest(conditions: Mapping[Kind, Q], most: int) -> list[News]:
    """The newest things that meet the condition of their kind, the newest first.

    One query for all kinds, and then what each kind that is found needs.
    """
    parts: list[QuerySet[Any, Any]] = [
        one.dated()
        .filter(condition)
        .order_by()
        .annotate(news_kind=Value(one.key))
        .values_list("news_kind", "pk", "came")
        for one, condition in conditions.items()
    ]
    rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    found = [(key, pk, came) for key, pk, came in rows.order_by("-came", "news_kind", "-pk")[:most]]
    things = {
        key: kind(key).full().order_by().in_bulk([pk for name, pk, _ in found if name == key])
        for key in dict.fromkeys(key for key, _, _ in found)
    }
    return [News(kind(key), things[key][pk], came) for key, pk, came in found if pk in things[key]]


def about(thing: Any) -> dict[Kind, Q]:
    """What a theme, speaker, organisation or series brings: the conditions for ``newest``."""
    return _ABOUT[thing.url_name](thing)


def _of_theme(theme: Any) -> dict[Kind, Q]:
    return {one: Q(themes=theme) for one in (*ITEM_KINDS, kind("claim"))}


def _of_speaker(speaker: Any) -> dict[Kind, Q]:
    texts = Appearance.objects.published().filter(speaker=speaker).values("write_up")
    said = {
        one: Q(speaker=speaker)
        | Q(pk__in=one.published().order_by().filter(co_speakers=speaker).values("pk"))
        for one in ITEM_KINDS
    }
    return {**said, kind("write_up"): Q(pk__in=texts)}


def _of_organisation(organisation: Any) -> dict[Kind, Q]:
    texts = Appearance.objects.published().filter(organisation=organisation).values("write_up")
    own = Q(publisher=organisation) | Q(pk__in=organisation.partner_in.values("pk"))
    return {
        kind("write_up"): own | Q(pk__in=texts),
        kind("session"): Q(organiser=organisation) | Q(series__organiser=organisation),
        kind("example"): Q(organisations=organisation),
        kind("tool"): Q(organisations=organisation),
    }


def _of_series(series: Any) -> dict[Kind, Q]:
    return {kind("session"): Q(series=series), kind("write_up"): Q(session__series=series)}


_ABOUT = {
    "theme": _of_theme,
    "speaker": _of_speaker,
    "organisation": _of_organisation,
    "series": _of_series,
}
FOLLOWED = tuple(_ABOUT)
"""The names of the addresses of what can be followed by itself."""
