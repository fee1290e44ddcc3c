"""Beside the title of a page: ways to share it, and to follow what is new about it."""

from contextlib import suppress
from typing import Any

from django import template
from django.conf import settings
from django.urls import NoReverseMatch, reverse

from innovkb.kinds import KINDS
from innovkb.lib.text import quoted, shorten
from innovkb.share.embed import frame
from innovkb.share.views import picture_url
from innovkb.templatetags.kb import plain
from sessions.models import Quote
from sessions.models.item import Item

register = template.Library()

_FOLLOWED = {"theme": "dit thema", "speaker": "deze spreker", "series": "deze reeks"}
_LONGEST = 280
"""Characters of a text that are copied with its source; a quote is copied whole."""


@register.inclusion_tag("includes/_share.html")
def share_page(item: Any) -> dict[str, Any]:
    """The link, words with their source, and pictures of a public object, to share."""
    address = f"{settings.SITE_URL}{item.get_absolute_url()}"
    pictures = []
    if any(one.model is type(item) for one in KINDS):
        shapes = (("breed", "liggend"), ("vierkant", "vierkant"))
        pictures = [(picture_url(item, shape), label) for shape, label in shapes]
    return {
        "item": item,
        "address": address,
        "words": f"{_words(item)} ({address})",
        "pictures": pictures,
        "embed": frame(item)[0] if isinstance(item, Item) else "",
    }


def _words(item: Any) -> str:
    """What it says and who says so, as plain text."""
    source = getattr(item, "write_up", None)
    if isinstance(item, Quote):
        return f"{quoted(item.text)} – {item.voice}, in {source}"
    text = getattr(item, "text", "") or getattr(item, "summary", "")
    told = plain(text or getattr(item, "description", ""), _LONGEST)
    begins = told.startswith(str(item).rstrip("…. "))
    words = told if begins else ". ".join(part for part in (str(item).rstrip("."), told) if part)
    by = ", in ".join(str(part) for part in (getattr(item, "speaker", None), source) if part)
    return f"{words} – {by}" if by else words


@register.inclusion_tag("includes/_follow.html")
def follow(item: Any) -> dict[str, Any]:
    """The way to the feed of what is new about a theme, speaker or series."""
    name = item._meta.model_name
    address = ""
    with suppress(NoReverseMatch):
        address = reverse(f"feed_{name}", args=[item.slug])
    label = f"Volg {_FOLLOWED[name]}"
    return {"address": address, "label": label, "name": shorten(str(item))}
