"""Who says it, in whose words, and in which language."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from innovkb.frame.pages import attach_capacities
from innovkb.lib.text import and_list
from sessions.models.item import Wording

register = template.Library()

register.filter("and_list", and_list)


@register.filter
def lang(code: str) -> SafeString:
    """The attribute for words in another language than the page: `` lang="en"``."""
    return SafeString("") if code in ("", "nl") else format_html(' lang="{}"', code)


@register.filter
def in_whose_words(item: Any) -> str:
    """``Woordelijk: Jeff Gaspersz``, ``Volgens Monique Roosen, weergegeven door Albert Meijer``."""
    people = and_list(item.speakers)
    if item.wording == Wording.VERBATIM:
        return f"Woordelijk: {people}" if people else "Woordelijk uit de bron"
    if item.wording == Wording.SECOND_HAND:
        return f"Woordelijk: {people or 'onbekend'}, aangehaald door {_teller(item)}"
    if item.wording == Wording.REPORTED and people:
        return f"Volgens {people}, weergegeven door {_teller(item)}"
    return f"In onze woorden, naar {people or 'de bron'}"


@register.filter
def passage_in(item: Any) -> str:
    """How we know the words of a passage, up to the title of the write-up that they stand in.

    ``Volgens Erno Bammens, weergegeven in``, ``Woordelijk: Jeff Gaspersz, in``, ``Zo staat het in``
    """
    people = and_list(item.speakers)
    tellers = f" door {and_list(item.authors)}" if item.authors else ""
    if item.wording == Wording.SECOND_HAND:
        return f"Woordelijk: {people or 'onbekend'}, aangehaald{tellers} in"
    if item.wording == Wording.REPORTED and people:
        return f"Volgens {people}, weergegeven{tellers} in"
    if item.wording == Wording.VERBATIM:
        return f"Woordelijk: {people}, in" if people else "Woordelijk in"
    return "Zo staat het in"


def _teller(item: Any) -> str:
    """Who tells it: the authors of the write-up, or the write-up itself."""
    if not hasattr(item, "authors"):
        attach_capacities([item])
    return and_list(item.authors) or f"‘{item.write_up}’"


@register.filter
def new_passage(item: Any) -> str:
    """The words of the source, unless the page shows them already."""
    quotes: Iterable[Any] = getattr(item, "public_quotes", ())
    shown = [item.title, item.text, getattr(item, "question", ""), *(one.text for one in quotes)]
    words = _bare(item.excerpt)
    return "" if any(words in _bare(text) for text in shown) else item.excerpt


def _bare(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())
