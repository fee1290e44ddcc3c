"""The head of every page: what a tab, a search engine and a chat show of it."""

import json
from contextlib import suppress
from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from innovkb.kinds import Kind
from innovkb.lib.addresses import absolute
from innovkb.open_data.feeds.newest import FOLLOWED
from innovkb.open_data.linked_data import graph
from innovkb.share.embed import oembed_url
from innovkb.share.pictures import SHAPES
from innovkb.share.views import picture_url
from sessions.models.item import Item

register = template.Library()

_ESCAPES = {ord(char): f"\\u{ord(char):04X}" for char in "<>&\u2028\u2029"}
"""So that no text can end the element that it stands in."""
LONGEST_DESCRIPTION = 200
"""Characters that search engines and chats show at most."""


def _line(content: str) -> str:
    return " ".join(content.split())


@register.simple_block_tag
def page_title(content: str) -> SafeString:
    """The title of the page; ``content`` is escaped already, as everything in a template."""
    title = SafeString(_line(content))
    return format_html('<title>{0}</title>\n<meta property="og:title" content="{0}">', title)


@register.simple_block_tag
def page_description(content: str) -> SafeString:
    """What the page holds, in a sentence or two."""
    words = _line(content)
    if len(words) > LONGEST_DESCRIPTION:
        words = f"{words[:LONGEST_DESCRIPTION].rpartition(' ')[0]}…"
    return format_html(
        '<meta name="description" content="{0}">\n<meta property="og:description" content="{0}">',
        SafeString(words),
    )


def _feeds(item: Any, one: Kind | None, address: Any) -> list[tuple[str, str]]:
    """Title and address of what can be followed from a page, the narrowest first."""
    found = [("Volg alles", reverse("feed_everything"))]
    if one is not None:
        found.insert(0, (f"Volg {one.plural}", reverse("feed", args=[one.path])))
    name = getattr(item, "url_name", "")
    if name in FOLLOWED:
        found.insert(0, (f"Volg {item}", reverse(f"feed_{name}", args=[item.slug])))
    if getattr(address, "q", ""):
        found.insert(
            0, (f"Volg zoeken naar {address.q}", f"{reverse('feed_search')}?{address.query()}")
        )
    return found


def _subject(context: dict[str, Any]) -> Any:
    """What the page is the page of; None where it is about something else: a form, a preview."""
    item: Any = context.get("item")
    is_own = hasattr(item, "url_name") and item.get_absolute_url() == context["request"].path
    return item if is_own else None


def _picture(subject: Any) -> str:
    """The path of the picture of a page; empty for what is no kind, such as a series."""
    with suppress(LookupError):
        return picture_url(subject) if subject else ""
    return ""


def _oembed(subject: Any) -> str:
    """Where others learn how to show an item on their page; empty for what is no item."""
    return oembed_url(subject) if isinstance(subject, Item) else ""


@register.inclusion_tag("includes/_page_links.html", takes_context=True)
def page_links(context: dict[str, Any]) -> dict[str, Any]:
    """The one address of the page, and the picture that a chat shows with it."""
    shown = context.get("listing") or context.get("address")
    query = getattr(shown, "own_query", "")
    path = context["request"].path
    item, one = context.get("item"), context.get("kind")
    subject = _subject(context)
    picture = _picture(subject)
    return {
        "feeds": _feeds(item, one, context.get("address")),
        "canonical": f"{settings.SITE_URL}{path}{'?' if query else ''}{query}",
        "picture": f"{settings.SITE_URL}{picture or '/icon-512.png'}",
        "oembed": _oembed(subject),
        "size": SHAPES["breed"] if picture else (),
        "site_name": settings.SITE_NAME,
        "is_text": "item" in context,
    }


@register.simple_tag(takes_context=True)
def structured_data(context: dict[str, Any]) -> SafeString:
    """What the page is about, as JSON-LD: data, which no browser runs."""
    page, crumbs = absolute(context["request"].path), context.get("crumbs") or ()
    more = context.get("linked_data")
    found = graph(page=page, crumbs=crumbs, item=_subject(context), more=more)
    text = json.dumps(found, ensure_ascii=False).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(text))
