"""What templates need to show items: Markdown, kinds, cards, and the way back to a passage."""

from html import unescape
from typing import Any

from django import template
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe

from innovkb.frame import drawings
from innovkb.frame.pages import capital
from innovkb.frame.teasers import Teaser
from innovkb.kinds import Kind
from innovkb.kinds import kind as kind_by_key
from innovkb.kinds import kind_of as registered_kind
from innovkb.lib import markdown as markdown_text
from innovkb.lib.dates import dutch_date
from innovkb.lib.text import and_list, shorten
from innovkb.passages.marking import passage_id

register = template.Library()

CARD_LENGTH = 200
"""Characters of a text on a card."""

register.filter("capital", capital)


@register.filter
def markdown(text: str, top: int = 3) -> SafeString:
    """Safe HTML; the highest heading gets level ``top``."""
    return markdown_text.render(text, top)


@register.filter
def plain(text: str, length: int = CARD_LENGTH) -> str:
    """The beginning of a Markdown text, without markup, on one line."""
    return shorten(unescape(strip_tags(markdown_text.render(text))), length)


@register.filter
def lines(text: str) -> list[str]:
    """The lines of a text that hold something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


@register.simple_tag
def kind(key: str) -> Kind:
    return kind_by_key(key)


@register.simple_tag
def drawing(slug: str, *, decorative: bool = False) -> SafeString:
    """The drawing of an archetype, if it has one; ``decorative`` where its name stands beside it.

    The style sheet sizes it by the place in which it stands.
    """
    return mark_safe(drawings.inline(slug, decorative=decorative))  # noqa: S308 – our own files


@register.filter
def kind_of(thing: Any) -> Kind:
    """The kind of an object or a teaser."""
    return thing.kind if isinstance(thing, Teaser) else registered_kind(thing)


@register.filter
def passage_url(item: Any) -> str:
    """The passage in the write-up that the item was drawn from."""
    anchor = passage_id(registered_kind(item).key, item.slug)
    return f"{item.write_up.get_absolute_url()}#{anchor}"


@register.filter
def source_line(item: Any, with_voice: bool = True) -> str:
    """Who and where: ``Jeff Gaspersz – Innovatieleiderschap (12 mei 2025)``."""
    if isinstance(item, Teaser):
        write_up, voice, day = item.write_up, item.voice, dutch_date(item.date, item.precision)
    else:
        write_up = str(item.write_up or "")
        voice = _voice(item)
        day = item.write_up.date_display if item.write_up else ""
    where = f"{write_up} ({day})" if day else write_up
    return " – ".join(part for part in (voice if with_voice else "", where) if part)


def _voice(item: Any) -> str:
    """Everybody who says it, or the first where the others were not fetched along."""
    fetched = "co_speakers" in getattr(item, "_prefetched_objects_cache", {})
    return and_list(item.speakers) if fetched else str(item.speaker or "")


@register.inclusion_tag("includes/_card.html")
def item_card(item: Any, *, badge: bool = True) -> dict[str, Any]:
    """An item or teaser as a card; ``badge`` says of which kind it is."""
    one = kind_of(item)
    text = plain(item.text)
    return {
        "item": item,
        "kind": one.singular if badge else "",
        "variant": one.key,
        "text": "" if text.startswith(item.title.rstrip("…. ")) else text,
        "literal": item.is_literal,
        "meta": source_line(item),
    }
