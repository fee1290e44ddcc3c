"""The home page, what robots may read, and the pages for what is not there or goes wrong."""

import errno
import re
import sys
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.db.models.functions import Length, TruncDate
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from innovkb.frame.gate import told, unavailable
from innovkb.frame.pages import attach_capacities
from innovkb.frame.teasers import counts_of
from innovkb.kinds import KINDS, kind
from innovkb.lib.prepared import Prepared
from sessions.models import Quote, Redirect
from sessions.models.item import Wording
from sessions.models.redirect import PATH

COUNTED = ("barrier",)
"""The kinds of which the home page says how many there are."""
NEWEST = 3
LONGEST_QUOTE = 220
"""Characters: a quote on the home page is read in one glance."""

WENT_WRONG = (
    "Er ging iets mis",
    "Het ligt aan ons, niet aan jou. Probeer het over een paar minuten nog eens.",
)

LONGEST_PATH = 200
"""Characters of an address that is kept."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this is, where to start, and what is new."""
    counts = dict.fromkeys(("quotes", *COUNTED), 0) | dict(_counts())
    context = {
        "counts": counts,
        "themes": _themes(),
        "quote": _quote_of_the_day(counts["quotes"]),
        "write_ups": _newest(),
        "next_session": next(iter(_next_sessions()), None),
    }
    return render(request, "frame/home.html", context)


@Prepared
def _counts() -> Any:
    return counts_of(quotes=_quotes(), **{key: kind(key).published() for key in COUNTED})


@Prepared
def _themes() -> Any:
    return kind("theme").published()


@Prepared
def _newest() -> Any:
    rows = kind("write_up").cards().defer("body")
    return rows.order_by(TruncDate("public_since").desc(nulls_last=True), "-date", "pk")[:NEWEST]


@Prepared
def _next_sessions() -> Any:
    rows: Any = kind("session").published()
    return rows.announced().filter(date__gte=timezone.localdate()).order_by("date", "pk")[:1]


def _quotes() -> Any:
    """The quotes that may stand on the home page: short, to the letter, by somebody named."""
    return (
        kind("quote")
        .published()
        .filter(wording=Wording.VERBATIM, language="nl", speaker__isnull=False)
        .alias(length=Length("text"))
        .filter(length__lte=LONGEST_QUOTE)
    )


@Prepared
def _quote_at(place: int) -> Any:
    return _quotes().select_related("speaker", "write_up").order_by("pk")[place : place + 1]


def _quote_of_the_day(count: int) -> Quote | None:
    """Another quote every day, and the same one all day, so that the page can be cached."""
    if not count:
        return None
    place = timezone.localdate().toordinal() % count
    found = _quote_at(place)
    attach_capacities(found)
    return next(iter(found), None)


@require_safe
@cache_control(max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read; the editors' screens and endless searches need not be."""
    return render(request, "robots.txt", content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(max_age=24 * 60 * 60)
def manifest(request: HttpRequest) -> JsonResponse:
    """What a device shows when somebody puts the site on its home screen."""
    icons = [
        {"src": f"/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
        for size in (192, 512)
    ]
    return JsonResponse(
        {
            "name": settings.SITE_NAME,
            "short_name": settings.SITE_NAME,
            "lang": "nl",
            "start_url": "/",
            "display": "browser",
            "theme_color": "#005865",
            "background_color": "#ffffff",
            "icons": icons,
        },
        content_type="application/manifest+json",
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Leads an old address to the new one; else says what there is instead."""
    if address := _new_address(request.path):
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
    words = " ".join(request.path.replace("-", " ").replace("/", " ").split())[:100]
    context = {"kinds": KINDS, "words": words.replace("\0", "")}
    return render(request, "404.html", context, status=404)


def _new_address(path: str) -> str | None:
    """Where an address that is no longer there leads now, with or without its last slash."""
    if "\0" in path or len(path) > LONGEST_PATH:
        return None
    paths = {path, path.rstrip("/") + "/"}
    found = Redirect.objects.filter(old_path__in=paths).values_list("new_path", flat=True).first()
    return found if found and re.match(PATH, found) else None


def server_error(request: HttpRequest) -> HttpResponse:
    """Needs nothing that may be broken: no database, no context processors.

    A database or a disk that is away, locked or full is no fault of the site and passes by itself.
    """
    if _is_away(sys.exc_info()[1]):
        return unavailable(request)
    return told(request, *WENT_WRONG, 500)


def _is_away(error: BaseException | None) -> bool:
    """Whether the database can't be reached, is locked, or a disk has no room to write."""
    full = isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
    return full or isinstance(error, OperationalError | InterfaceError)
