"""The addresses of the feeds."""

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from innovkb.kinds import KINDS, kind
from innovkb.open_data.feeds.atom import atom
from innovkb.open_data.feeds.newest import EVERYTHING, about, newest
from innovkb.search.ask.engine import search
from innovkb.search.ask.reader import reader
from innovkb.search.pages.forms import SearchAddress
from sessions.models import Series

NEWEST = 30
"""Entries in a feed."""
_MOST_FOUND = 500
"""Results of a search of which the newest are taken."""
_KIND_OF_PATH = {one.path: one for one in KINDS}


def _feed(**parts: Any) -> HttpResponse:
    return HttpResponse(atom(**parts), content_type="application/atom+xml; charset=utf-8")


@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """``/feed.xml``: the newest of all kinds together."""
    news = newest(EVERYTHING, NEWEST)
    return _feed(title="Alles", page=reverse("home"), path=request.path, news=news)


@require_safe
def of_kind(request: HttpRequest, path: str) -> HttpResponse:
    """``/tips/feed.xml``: the newest of one kind."""
    one = _KIND_OF_PATH.get(path)
    if one is None:
        raise Http404(path)
    news = newest({one: Q()}, NEWEST)
    return _feed(title=one.plural.capitalize(), page=one.list_url, path=request.path, news=news)


@require_safe
def of_subject(request: HttpRequest, name: str, slug: str) -> HttpResponse:
    """``/themas/ruimte/feed.xml``: what a theme, speaker, organisation or series brings."""
    rows = Series.objects.published() if name == "series" else kind(name).published()
    thing = rows.filter(slug=slug).first()
    if thing is None:
        raise Http404(slug)
    news = newest(about(thing), NEWEST)
    return _feed(title=str(thing), page=thing.get_absolute_url(), path=request.path, news=news)


@require_safe
def of_search(request: HttpRequest) -> HttpResponse:
    """``/zoeken/feed.xml?q=…``: the newest of what a search finds."""
    address = SearchAddress.read(request.GET, reader()[0].labels)
    result = search(address.q, filters=address.filters, limit=_MOST_FOUND, literal=address.literal)
    found: dict[str, list[int]] = {}
    for hit in result.hits:
        found.setdefault(hit.entry.kind, []).append(hit.entry.object_id)
    conditions = {kind(key): Q(pk__in=pks) for key, pks in found.items()}
    query = f"?{address.query()}" if address.q else ""
    return _feed(
        title=f"Zoeken: {address.q}" if address.q else "Zoeken",
        page=f"{reverse('search')}{query}",
        path=f"{request.path}{query}",
        news=newest(conditions, NEWEST) if conditions else [],
    )
