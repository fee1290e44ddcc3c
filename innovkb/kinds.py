"""THE registry of kinds: what the site holds, and all that has to be known of each kind.

Search, API, feeds, exports, sitemap and pages read this list; none of them types it again.
A new kind is one entry here, its views and its templates.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from django.db import models
from django.urls import reverse

import practices.serialize as practices_data
import sessions.serialize as sessions_data
from innovkb.lib.relations import public_prefetch, select_light
from practices.models import Archetype, Barrier, Example, Principle, Theme, Tip, Tool
from sessions.models import Organisation, Question, Quote, Session, Speaker, WriteUp
from sessions.models.item import Item
from sessions.serialize import Data, Entry

Relation = tuple[str, ...]
"""A relation to follow to its public rows, and the foreign keys to fetch along with them."""

_QUOTES: Relation = ("quotes", "speaker", "write_up")
_BARRIERS: Relation = ("remedies", "barrier__group", "barrier__write_up")
_ITEM = ("write_up", "speaker")


@dataclass(frozen=True)
class Kind:
    """One kind of thing with a page of its own."""

    key: str
    """Its name in code and addresses of the API, and the name of its page's URL."""
    model: type[models.Model]
    path: str
    """The first part of its addresses."""
    singular: str
    plural: str
    article: Literal["de", "het"]
    serialize: Callable[[Any], Data]
    """Plain data with stable names; takes an object from ``full()``."""
    entry: Callable[[Any], Entry]
    """What the search index holds; takes an object from ``indexed()``."""
    select: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    plain_prefetch: tuple[str, ...] = ()
    """Relations whose rows are always public."""

    @property
    def list_name(self) -> str:
        """The name of the URL of its list."""
        return f"{self.key}_list"

    @property
    def list_url(self) -> str:
        return reverse(self.list_name)

    @property
    def is_item(self) -> bool:
        """Whether it is drawn from a write-up."""
        return issubclass(self.model, Item)

    def published(self) -> models.QuerySet[Any]:
        """The public rows, bare."""
        rows: models.QuerySet[Any] = getattr(self.model, "objects").published()  # noqa: B009
        return rows

    def cards(self) -> models.QuerySet[Any]:
        """The public rows with what a list shows: one query, and one for the themes of items."""
        rows = select_light(self.published(), *self.select)
        return rows.prefetch_related("themes") if self.is_item else rows

    def full(self) -> models.QuerySet[Any]:
        """The public rows with all that a page or ``serialize`` shows; related rows are public."""
        related = [public_prefetch(self.model, *relation) for relation in self.relations]
        return self.cards().prefetch_related(*self.plain_prefetch, *related)

    def indexed(self) -> models.QuerySet[Any]:
        """The public rows with all that ``entry`` needs."""
        if not self.is_item:
            return self.full()
        return (
            self.full()
            .select_related("write_up__session__series")
            .prefetch_related("write_up__appearances__organisation")
        )


KINDS: tuple[Kind, ...] = (
    Kind(
        "tip", Tip, "tips", "tip", "tips", "de",
        practices_data.tip, practices_data.tip_entry, _ITEM, (_QUOTES, _BARRIERS),
    ),
    Kind(
        "quote", Quote, "citaten", "citaat", "citaten", "het",
        sessions_data.quote, sessions_data.quote_entry, _ITEM, (("cited_by",),),
    ),
    Kind(
        "barrier", Barrier, "barrieres", "barrière", "barrières", "de",
        practices_data.barrier, practices_data.barrier_entry, (*_ITEM, "group"),
        (
            _QUOTES,
            ("archetypes", "write_up", "speaker"),
            ("related", "group", "write_up", "speaker"),
            (
                "remedies",
                "tip__write_up", "tip__speaker",
                "principle__set", "principle__write_up", "principle__speaker",
                "tool__write_up", "tool__speaker",
                "example__write_up", "example__speaker",
            ),
        ),
    ),
    Kind(
        "archetype", Archetype, "archetypen", "archetype", "archetypen", "het",
        practices_data.archetype, practices_data.archetype_entry, _ITEM,
        (_QUOTES, ("barriers", "group", "write_up", "speaker")), ("checks",),
    ),
    Kind(
        "principle", Principle, "principes", "principe", "principes", "het",
        practices_data.principle, practices_data.principle_entry, (*_ITEM, "set"),
        (_QUOTES, _BARRIERS),
    ),
    Kind(
        "example", Example, "voorbeelden", "voorbeeld", "voorbeelden", "het",
        practices_data.example, practices_data.example_entry, _ITEM,
        (_QUOTES, _BARRIERS, ("organisations",), ("references", "write_up", "speaker")),
    ),
    Kind(
        "tool", Tool, "hulpmiddelen", "hulpmiddel", "hulpmiddelen", "het",
        practices_data.tool, practices_data.tool_entry, _ITEM,
        (_QUOTES, _BARRIERS, ("organisations",), ("examples", "write_up", "speaker")),
    ),
    Kind(
        "question", Question, "vragen", "vraag", "vragen", "de",
        sessions_data.question, sessions_data.question_entry, _ITEM, (_QUOTES,),
    ),
    Kind(
        "write_up", WriteUp, "verslagen", "verslag", "verslagen", "het",
        sessions_data.write_up, sessions_data.write_up_entry, ("session__series", "publisher"),
        (("partners",), ("appearances", "speaker", "organisation")),
    ),
    Kind(
        "session", Session, "sessies", "sessie", "sessies", "de",
        sessions_data.session, sessions_data.session_entry, (),
        (("series",), ("organiser",), ("write_ups", "publisher"), ("announced_in",)),
    ),
    Kind(
        "speaker", Speaker, "sprekers", "spreker", "sprekers", "de",
        sessions_data.speaker, sessions_data.speaker_entry, (),
        (("appearances", "write_up__session", "organisation"),),
    ),
    Kind(
        "organisation", Organisation, "organisaties", "organisatie", "organisaties", "de",
        sessions_data.organisation, sessions_data.organisation_entry, (),
        (("appearances", "speaker", "write_up"), ("published_write_ups",)),
    ),
    Kind(
        "theme", Theme, "themas", "thema", "thema’s", "het",
        practices_data.theme, practices_data.theme_entry,
    ),
)  # fmt: skip

_BY_KEY = {kind.key: kind for kind in KINDS}


def kind(key: str) -> Kind:
    """The kind with this key; raises KeyError when there is none."""
    return _BY_KEY[key]


@cache
def kind_of_model(model: type[models.Model]) -> Kind:
    """The kind of a model's objects; raises LookupError when the model is not a kind."""
    for one in KINDS:
        if one.model is model._meta.concrete_model:
            return one
    raise LookupError(f"{model.__name__} is not in the registry of kinds.")


def kind_of(thing: models.Model) -> Kind:
    """The kind of an object; raises LookupError when its model is not a kind."""
    return kind_of_model(type(thing))
