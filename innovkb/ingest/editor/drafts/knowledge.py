"""What the site knows, as the recognisers want it."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from heapq import nlargest
from typing import Any

from django.db.models import Q, Value
from django.utils import timezone

from innovkb.ingest.recognise import Known, KnownName, ThemedText
from innovkb.kinds import KINDS
from practices.models import Archetype, Barrier, Theme
from sessions.models import Organisation, Speaker

MOST_THEMED = 5_000
"""Items of the site from whose words the themes of new items are guessed; the newest count."""


def site_knowledge() -> Known:
    """Names, aliases and themed words of everything on the site, drafts included."""
    return Known(
        speakers=[KnownName(one.name, tuple(one.aliases)) for one in Speaker.objects.all()],
        organisations=[
            KnownName(one.name, tuple(name for name in (one.short_name, *one.aliases) if name))
            for one in Organisation.objects.all()
        ],
        themes=[KnownName(name) for name in theme_slugs()],
        archetypes=[KnownName(title) for title in _titles(Archetype)],
        barriers=[KnownName(title) for title in _titles(Barrier)],
        themed=_themed(),
        today=timezone.localdate(),
    )


def theme_slugs() -> dict[str, str]:
    """The slug of each theme, by its name."""
    return dict(Theme.objects.order_by("position", "name").values_list("name", "slug"))


def _titles(model: type[Archetype | Barrier]) -> list[str]:
    return list(model.objects.order_by("pk").values_list("title", flat=True))


def _themed() -> list[ThemedText]:
    texts: list[ThemedText] = []
    for model, pks in _newest_themed().items():
        for row in model._base_manager.filter(pk__in=pks).prefetch_related("themes"):
            names = tuple(theme.name for theme in row.themes.all())
            texts.append(ThemedText(f"{row}\n{row.text}", names))
    return texts


def _newest_themed() -> dict[Any, list[int]]:
    """By model the keys of the items that came last, whatever their kind."""
    found: list[tuple[datetime, int, int]] = []
    models: list[Any] = [kind.model for kind in KINDS if kind.is_item]
    for place, model in enumerate(models):
        rows = model._base_manager.filter(~Q(themes=None)).order_by("-added_at", "-pk")
        newest = rows.values_list("added_at", "pk", Value(place)).distinct()
        found += newest[:MOST_THEMED]
    by_model: dict[Any, list[int]] = defaultdict(list)
    for _, pk, place in nlargest(MOST_THEMED, found):
        by_model[models[place]].append(pk)
    return by_model
