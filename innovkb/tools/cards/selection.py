"""Which items are in a set: read from an address, and fetched in its order."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.conf import settings

from innovkb.frame.pages import attach_capacities
from innovkb.frame.teasers import Teaser, teasers
from innovkb.kinds import ITEM_KINDS, Kind, kind
from innovkb.lib.text import shorten

_SENTENCE_END = re.compile(r"[.…!?]*\n|[.…!?]+\s")
PARAMETER = "k"
MOST_CARDS = 60
LONGEST_QUOTE = 700
"""Characters that fit on an A6."""
_MOST_NAMED = 5
"""Ignored words of an address that are shown; the rest are counted."""

Key = tuple[str, str]
"""A kind and a slug."""


@dataclass(frozen=True)
class CardKeys:
    """The items that an address names, each once, and what was wrong with the rest."""

    keys: tuple[Key, ...]
    ignored: tuple[str, ...] = ()


def read_keys(words: Iterable[str]) -> CardKeys:
    """From ``tip:begin-toch``: what is no item's name is left out, and so is what is too much."""
    keys: dict[Key, None] = {}
    odd: list[str] = []
    known = {one.key for one in ITEM_KINDS}
    dropped = 0
    for word in words:
        name, _, slug = word.partition(":")
        if name not in known or not slug.replace("-", "").replace("_", "").isalnum():
            odd.append(f"‘{shorten(word.replace(chr(0), '�'), 40)}’")
        elif (name, slug) not in keys and len(keys) == MOST_CARDS:
            dropped += 1
        else:
            keys[name, slug] = None
    ignored = []
    if odd:
        rest = f" en nog {len(odd) - _MOST_NAMED}" if len(odd) > _MOST_NAMED else ""
        names = ", ".join(odd[:_MOST_NAMED])
        ignored.append(f"{names}{rest}: dat kennen we niet, dus weggelaten.")
    if dropped:
        ignored.append(f"Een set heeft hooguit {MOST_CARDS} kaartjes. Er vielen er {dropped} af.")
    return CardKeys(tuple(keys), tuple(ignored))


def address_of(path: str, keys: Sequence[Key]) -> str:
    """``/kaarten/?k=tip:begin-toch``."""
    query = urlencode([(PARAMETER, ":".join(key)) for key in keys], safe=":")
    return f"{path}?{query}" if query else path


@dataclass(frozen=True)
class PrintCard:
    """What stands on one card."""

    kind: Kind
    slug: str
    title: str
    text: str
    byline: str
    source: str
    path: str
    language: str = "nl"
    """Of the text."""
    title_language: str = "nl"
    literal: bool = True
    """Whether the text holds the very words of its speakers."""

    @property
    def key(self) -> Key:
        return (self.kind.key, self.slug)

    @property
    def name(self) -> str:
        return ":".join(self.key)

    @property
    def is_quote(self) -> bool:
        return self.kind.key == "quote"

    @property
    def quoted(self) -> str:
        """The words of a quote: all of them, or with a sign that there are more."""
        if len(self.text) <= LONGEST_QUOTE:
            return self.text
        return f"{shorten(self.text, LONGEST_QUOTE).rstrip('…')} […]"

    @property
    def address(self) -> str:
        """The permanent address, for the QR code."""
        return f"{settings.SITE_URL}{self.path}"

    @property
    def shown_address(self) -> str:
        """The address for people who type: without https."""
        return self.address.partition("://")[2]

    @property
    def size(self) -> str:
        """How large the letters are, so that the text fits on an A6."""
        length = len(self.text) + (0 if self.is_quote else 2 * len(self.title))
        return "l" if length <= 170 else "m" if length <= 380 else "s"


@dataclass
class Selection:
    """The public items of a set, in its order."""

    cards: list[PrintCard]
    missing: int = 0
    """How many of the asked items are not (or no longer) on the site."""
    ignored: list[str] = field(default_factory=list)


def select(wanted: CardKeys) -> Selection:
    """The cards of a set; three queries, however many kinds there are."""
    found: dict[Key, PrintCard] = {}
    others = [one for one in ITEM_KINDS if one.key in {name for name, _ in wanted.keys} - {"quote"}]
    slugs = {name: [s for n, s in wanted.keys if n == name] for name, _ in wanted.keys}
    if others:
        every = {slug for one in others for slug in slugs[one.key]}
        for group in teasers(slug__in=sorted(every), kinds=others):
            found |= {(group.kind.key, teaser.slug): _card(teaser) for teaser in group.items}
    if "quote" in slugs:
        found |= {("quote", card.slug): card for card in _quotes(slugs["quote"])}
    cards = [found[key] for key in wanted.keys if key in found]
    return Selection(cards, len(wanted.keys) - len(cards), list(wanted.ignored))


def _card(teaser: Teaser) -> PrintCard:
    return PrintCard(
        kind=teaser.kind,
        slug=teaser.slug,
        title=teaser.title,
        text=without_title(teaser.title, teaser.text),
        byline=teaser.voice,
        source=teaser.write_up,
        path=teaser.get_absolute_url(),
        language=teaser.text_language,
        title_language=teaser.title_language,
        literal=teaser.is_literal,
    )


def _quotes(slugs: Sequence[str]) -> Iterable[PrintCard]:
    one = kind("quote")
    rows: list[Any] = list(
        one.published()
        .filter(slug__in=slugs)
        .select_related("speaker", "write_up")
        .defer("write_up__body")
    )
    attach_capacities(rows)
    for quote in rows:
        yield PrintCard(
            kind=one,
            slug=quote.slug,
            title=quote.title,
            text=quote.text,
            byline=", ".join(part for part in (quote.voice, quote.capacity) if part),
            source=str(quote.write_up),
            path=quote.get_absolute_url(),
            language=quote.language,
        )


def without_title(title: str, text: str) -> str:
    """The text without the title that is its first sentence.

    A title that only begins a sentence stays: a card holds whole sentences.
    """
    bare = title.rstrip(" .…!?")
    if text.casefold().startswith(bare.casefold()):
        rest = text[len(bare) :]
        if not rest.strip() or _SENTENCE_END.match(rest):
            return rest.lstrip(" .…!?\n")
    return text
