"""What the site knows, as the recognisers want it."""

from __future__ import annotations

from django.db.models import Q
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
    for kind in KINDS:
        if not kind.is_item:
            continue
        rows = (
            kind.model._base_manager.filter(~Q(themes=None))
            .order_by("-pk")
            .distinct()
            .prefetch_related("themes")[:MOST_THEMED]
        )
        for row in rows:
            names = tuple(theme.name for theme in getattr(row, "themes").all())  # noqa: B009
            texts.append(ThemedText(f"{row}\n{getattr(row, 'text')}", names))  # noqa: B009
    return texts[:MOST_THEMED]
