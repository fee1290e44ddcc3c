"""An item on the page of somebody else: oEmbed says how, a small page is what is shown there."""

import json
from math import ceil
from typing import Any
from urllib.parse import urlencode, urlsplit

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils.html import format_html
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from innovkb.frame.pages import attach_capacities, public_or_404
from innovkb.kinds import ITEM_KINDS, kind, kind_of
from innovkb.lib.addresses import absolute, read_fields
from innovkb.lib.text import printable
from innovkb.open_data.api.problems import ProblemError
from innovkb.share.pictures import SHAPES
from innovkb.share.views import picture_url

WIDTH = 600
"""Pixels, when there is room for it."""
_HEIGHTS = (220, 640)
"""Pixels: the least and the most; what is longer scrolls."""
_AROUND = 190
"""Pixels of everything but the text."""
_LETTER, _LINE = 9, 30
"""Pixels: how wide a letter is, and how high a line."""
_AGE = 24 * 60 * 60
"""Seconds that an answer may be kept."""
_KIND_OF_PATH = {one.path: one for one in ITEM_KINDS}


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[arg-type]
def embed(request: HttpRequest, path: str, slug: str) -> HttpResponse:
    """``/insluiten/tips/<slug>/``: words, who says them and the source; any site may frame it."""
    one = _KIND_OF_PATH.get(path)
    if one is None:
        raise Http404(path)
    item = public_or_404(one, slug)
    attach_capacities([item])
    return render(request, "share/embed.html", {"item": item, "kind": one})


def embed_url(item: Any) -> str:
    return absolute(reverse("embed", args=[kind_of(item).path, item.slug]))


def oembed_url(item: Any) -> str:
    """Where a site learns how to show an item."""
    return f"{absolute(reverse('oembed'))}?{urlencode({'url': absolute(item.get_absolute_url())})}"


def frame(item: Any, width: int = WIDTH, most: int | None = None) -> tuple[str, int]:
    """The HTML that shows an item elsewhere, and its height; ``width`` and ``most`` in pixels."""
    least, highest = _HEIGHTS
    lines = ceil(len(f"{item.title}{item.text}") * _LETTER / max(width - 60, 100))
    height = min(max(_AROUND + _LINE * lines, least), highest, most or highest)
    html = format_html(
        '<iframe src="{}" width="{}" height="{}" title="{}" loading="lazy" '
        'style="border:0;max-width:100%"></iframe>',
        embed_url(item),
        width,
        height,
        printable(f"{kind_of(item).singular.capitalize()}: {item}"),
    )
    return html, height


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """``/oembed?url=…`` (oembed.com): the frame for an item's page; nothing for another address."""
    try:
        data, status = _answer(request), 200
    except ProblemError as found:
        data, status = found.data(request.path), found.status
    media_type = "application/json" if status == 200 else "application/problem+json"
    response = HttpResponse(
        json.dumps(data, ensure_ascii=False).encode("utf-8", "backslashreplace"),
        status=status,
        content_type=media_type,
    )
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _answer(request: HttpRequest) -> dict[str, Any]:
    fields = read_fields(request)[0]
    if fields.get("format", "json") != "json":
        raise ProblemError(501, "We antwoorden alleen in JSON.", "format")
    item = _item_at(fields.get("url", ""))
    width = min(_pixels(fields, "maxwidth") or WIDTH, WIDTH)
    html, height = frame(item, width, _pixels(fields, "maxheight"))
    found = {
        "version": "1.0",
        "type": "rich",
        "provider_name": settings.SITE_NAME,
        "provider_url": absolute("/"),
        "title": printable(str(item)),
        "cache_age": _AGE,
        "html": html,
        "width": width,
        "height": height,
        "thumbnail_url": absolute(picture_url(item)),
        "thumbnail_width": SHAPES["breed"][0],
        "thumbnail_height": SHAPES["breed"][1],
    }
    if item.speaker and item.is_literal:
        found["author_name"] = printable(item.speaker.name)
        found["author_url"] = absolute(item.speaker.get_absolute_url())
    return found


def _item_at(address: str) -> Any:
    """The public item whose page the address is; raises ProblemError."""
    if not address:
        raise ProblemError(400, "Geef met url het adres van een pagina van deze site.", "url")
    refusal = ProblemError(404, "Dit is geen pagina van deze site die je kunt insluiten.", "url")
    try:
        parts = urlsplit(address)
        match = resolve(parts.path)
    except (ValueError, Resolver404) as error:
        raise refusal from error
    if f"{parts.scheme}://{parts.netloc}" != settings.SITE_URL:
        raise refusal
    if match.url_name not in {one.key for one in ITEM_KINDS}:
        raise refusal
    rows = kind(match.url_name).cards().filter(slug=match.kwargs.get("slug", ""))
    item = rows.order_by().first()
    if item is None:
        raise refusal
    return item


def _pixels(fields: Any, name: str) -> int | None:
    text = fields.get(name)
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) > 0):
        raise ProblemError(400, f"{name} is een aantal pixels.", name)
    return int(text)
