"""An Atom feed for every kind: what was added last."""

from datetime import UTC, datetime, time
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from innovkb.kinds import KINDS, Kind

NEWEST = 30
"""Entries in a feed."""


class KindFeed(Feed):  # type: ignore[type-arg]
    """``/<path>/feed.xml``: the newest public objects of the kind with that path."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, path: str) -> Kind:
        for kind in KINDS:
            if kind.path == path:
                return kind
        raise Http404

    def title(self, kind: Kind) -> str:
        return f"{kind.plural.capitalize()} – {settings.SITE_NAME}"

    def subtitle(self, kind: Kind) -> str:
        return f"De nieuwste {kind.plural} van {settings.SITE_NAME}."

    def link(self, kind: Kind) -> str:
        return f"{settings.SITE_URL}{kind.list_url}"

    def feed_url(self, kind: Kind) -> str:
        return f"{settings.SITE_URL}{reverse('feed', args=[kind.path])}"

    def item_link(self, item: Any) -> str:
        return f"{settings.SITE_URL}{item.get_absolute_url()}"

    def feed_guid(self, kind: Kind) -> str:
        return f"{settings.SITE_URL}{kind.list_url}"

    def items(self, kind: Kind) -> Any:
        return kind.cards().order_by("-pk")[:NEWEST]

    def item_title(self, item: Any) -> str:
        return str(item)

    def item_description(self, item: Any) -> str:
        texts = (getattr(item, name, "") for name in ("summary", "text", "description", "bio"))
        return next((text for text in texts if text), "")

    def item_author_name(self, item: Any) -> str:
        return str(getattr(item, "speaker", None) or "")

    def item_updateddate(self, item: Any) -> datetime | None:
        """The date of the source; a feed needs one, so undated things say nothing of time."""
        write_up = getattr(item, "write_up", item)
        day = getattr(write_up, "date", None)
        return datetime.combine(day, time(), UTC) if day else None

    def item_categories(self, item: Any) -> list[str]:
        themes = getattr(item, "themes", None)
        return [theme.name for theme in themes.all()] if themes is not None else []
