"""The sitemaps: every public page, one file a kind, straight from the registry of kinds."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from innovkb.frame.display import ABOUT, TOOLS
from innovkb.kinds import KINDS, Kind
from innovkb.lib.addresses import absolute
from sessions.models import Series


class SitemapPage(NamedTuple):
    """A public page, and when what it is about last changed."""

    path: str
    changed: datetime | None = None


class PublicSitemap(Sitemap):  # type: ignore[type-arg]
    """Addresses start with SITE_URL, whatever host the sitemap is asked from."""

    limit = 10_000

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme

    def location(self, item: SitemapPage) -> str:
        return item.path

    def lastmod(self, item: SitemapPage) -> datetime | None:
        return item.changed


class ListSitemap(PublicSitemap):
    """The home page, the list of every kind, the tools and the pages about the site."""

    def items(self) -> Sequence[SitemapPage]:
        others = [reverse(name) for _, name in (*TOOLS, *ABOUT)]
        return [
            SitemapPage(path) for path in (reverse("home"), *(k.list_url for k in KINDS), *others)
        ]


class KindSitemap(PublicSitemap):
    """The page of everything of one kind; things that share a page give it once."""

    def __init__(self, one: Kind) -> None:
        self.kind = one

    def items(self) -> Sequence[SitemapPage]:
        along = [f"{name}__slug" for name in self.kind.select]
        rows = self.kind.published().only("slug", "updated_at", *along)
        if along:
            rows = rows.select_related(*self.kind.select)
        changed: dict[str, datetime] = {}
        for row in rows:
            path = row.get_absolute_url().partition("#")[0]
            changed[path] = max(changed.get(path, row.updated_at), row.updated_at)
        return [SitemapPage(path, moment) for path, moment in changed.items()]


class SeriesSitemap(PublicSitemap):
    def items(self) -> Sequence[SitemapPage]:
        rows = Series.objects.published().only("slug", "updated_at")
        return [SitemapPage(row.get_absolute_url(), row.updated_at) for row in rows]


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """``/sitemap.xml``: where the sitemap of each kind is, a long one in pages."""
    found = [
        {
            "location": absolute(reverse("sitemap_of", args=[name]))
            + (f"?p={page}" if page > 1 else "")
        }
        for name, one in SITEMAPS.items()
        for page in one.paginator.page_range
    ]
    return render(request, "sitemap_index.xml", {"sitemaps": found}, content_type="application/xml")


SITEMAPS: dict[str, PublicSitemap] = {
    "lijsten": ListSitemap(),
    "reeksen": SeriesSitemap(),
    **{one.path: KindSitemap(one) for one in KINDS},
}
