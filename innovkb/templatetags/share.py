"""Beside the title of a page: ways to share it, and to follow what is new about it."""

from contextlib import suppress
from typing import Any

from django import template
from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode

from innovkb.kinds import KINDS, Kind
from innovkb.lib.text import quoted, shorten
from innovkb.open_data.cited import CITED
from innovkb.open_data.exports import files_query
from innovkb.share.embed import frame
from innovkb.share.views import picture_url
from innovkb.templatetags.kb import plain
from sessions.models import Quote
from sessions.models.item import Item

register = template.Library()

_TABLES = (("csv", "CSV"), ("json", "JSON"))
_REFERENCES = (("bib", "BibTeX"), ("ris", "RIS"), ("csl", "CSL-JSON"))
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


@register.inclusion_tag("includes/_files.html")
def list_files(one: Kind, listing: Any) -> dict[str, Any]:
    """What a list holds, as files; none when its filters say more than a file can."""
    query = files_query(one, listing.form.chosen)
    if query is None:
        return {"files": []}
    asked = f"?{urlencode(query)}" if query else ""
    cited = (*_TABLES, *_REFERENCES) if one.model in CITED else _TABLES
    return {
        "files": [
            (label, f"{reverse('export', args=[one.path, extension])}{asked}")
            for extension, label in cited
        ]
    }


@register.inclusion_tag("includes/_files.html")
def search_files(address: Any) -> dict[str, Any]:
    """The results of a search as files."""
    return {
        "files": [
            (label, f"{reverse('search_export', args=[extension])}?{address.query()}")
            for extension, label in (*_TABLES, *_REFERENCES)
        ]
    }


def _words(item: Any) -> str:
    """What it says and who says so, as plain text."""
    source = getattr(item, "write_up", None)
    if isinstance(item, Quote):
        return f"{quoted(item.text)} – {item.voice}, in {source}"
    fields = ("verdict", "text", "summary", "description")
    told = plain(next(filter(None, (getattr(item, one, "") for one in fields)), ""), _LONGEST)
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
