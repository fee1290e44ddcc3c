"""The sitemap: every public page, straight from the registry of kinds."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from innovkb.frame.display import ABOUT, TOOLS
from innovkb.kinds import KINDS, Kind
from sessions.models import Series


class PublicSitemap(Sitemap):  # type: ignore[type-arg]
    """Addresses start with SITE_URL, whatever host the sitemap is asked from."""

    limit = 10_000

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme

    def location(self, item: str) -> str:
        return item


class ListSitemap(PublicSitemap):
    """The home page, the list of every kind, the tools and the pages about the site."""

    def items(self) -> Sequence[str]:
        others = [reverse(name) for _, name in (*TOOLS, *ABOUT)]
        return [reverse("home"), *(one.list_url for one in KINDS), *others]


class KindSitemap(PublicSitemap):
    """The page of everything of one kind; things that share a page give it once."""

    def __init__(self, one: Kind) -> None:
        self.kind = one

    def items(self) -> Sequence[str]:
        rows = self.kind.published().select_related(*self.kind.select)
        return list(dict.fromkeys(row.get_absolute_url().partition("#")[0] for row in rows))


class SeriesSitemap(PublicSitemap):
    def items(self) -> Sequence[str]:
        return [row.get_absolute_url() for row in Series.objects.published()]


SITEMAPS: dict[str, PublicSitemap] = {
    "lists": ListSitemap(),
    "series": SeriesSitemap(),
    **{one.key: KindSitemap(one) for one in KINDS},
}
