"""Writes news as an Atom feed (RFC 4287)."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.feedgenerator import Atom1Feed

from innovkb.lib.addresses import absolute
from innovkb.lib.text import printable
from innovkb.open_data.feeds.newest import News

_SAFE = "%/:=&?~#+!$,;'@()*[]-._"


class _Feed(Atom1Feed):
    """Django's, with the whole text of an entry as HTML."""

    def add_item_elements(self, handler: Any, item: Any) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})


def atom(*, title: str, page: str, path: str, news: Iterable[News]) -> str:
    """The feed as XML; ``page`` and ``path`` are the addresses of the page and of the feed."""
    feed = _Feed(
        title=printable(f"{title} – {settings.SITE_NAME}"),
        link=_uri(page),
        description=None,
        language="nl",
        feed_url=_uri(path),
        feed_guid=_uri(page),
        author_name=settings.SITE_OWNER,
        feed_copyright=settings.CONTENT_LICENCE or None,
    )
    for one in news:
        feed.add_item(**_entry(one))
    return feed.writeString("utf-8")


def _uri(path: str) -> str:
    return quote(absolute(path), safe=_SAFE)


def _entry(one: News) -> dict[str, Any]:
    thing = one.thing
    address = absolute(thing.get_absolute_url())
    themes = thing.themes.all() if hasattr(thing, "themes") else ()
    return {
        "title": printable(f"{one.kind.singular.capitalize()}: {thing}"),
        "link": address,
        "unique_id": address,
        "description": None,
        "content": printable(
            render_to_string(
                "open_data/entry.html",
                {"kind": one.kind, "item": thing, "site_url": settings.SITE_URL},
            )
        ),
        "author_name": printable(_author(thing)),
        "pubdate": one.came,
        "updateddate": one.changed,
        "categories": [printable(theme.name) for theme in themes],
    }


def _author(thing: Any) -> str:
    """Who says it; what nobody says by name is the site's."""
    said_by = getattr(thing, "speaker", None) or getattr(thing, "publisher", None)
    return str(said_by or settings.SITE_OWNER)
