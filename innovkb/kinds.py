"""THE registry of kinds: what the site holds, and all that has to be known of each kind.

Search, API, feeds, exports, sitemap and pages read this list; none of them types it again.
A new kind is one entry here, its views and its templates.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models
from django.db.models import F, Min, Prefetch
from django.db.models.functions import Coalesce, Greatest

import practices.serialize as practices_data
import sessions.serialize as sessions_data
from innovkb.lib.addresses import path_of
from innovkb.lib.articles import article_of
from innovkb.lib.publishing import published_q
from innovkb.lib.relations import public_prefetch, select_light
from practices.models import Archetype, Barrier, Claim, Example, Principle, Theme, Tip, Tool
from practices.models.claim import SPOKEN, heard_since
from practices.models.remedy import TARGETS
from sessions.models import Appearance, Organisation, Question, Quote, Session, Speaker, WriteUp
from sessions.models.item import Item
from sessions.serialize import IndexText

Relation = tuple[str, ...]
"""A relation to follow to its public rows, and the foreign keys to fetch along with them."""

_QUOTES: Relation = ("quotes", "speaker", "write_up")
_BARRIERS: Relation = ("remedies", "barrier__group", "barrier__write_up")
_ITEM = ("write_up", "speaker")
_ITEM_TEXT = (
    "speaker", "co_speakers", "themes", "write_up__session__series",
    "write_up__appearances__organisation",
)  # fmt: skip
"""What the index text of every item is made of, besides the item."""


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
    serialize: Callable[[Any], Mapping[str, Any]]
    """Plain data with stable names; takes an object from ``full()``."""
    entry: Callable[[Any], IndexText]
    """What the search index holds; takes an object from ``indexed()``."""
    select: tuple[str, ...] = ()
    """Foreign keys that a list shows."""
    relations: tuple[Relation, ...] = ()
    """What its page shows beside itself."""
    indexed_with: tuple[str, ...] = ()
    """Lookups to the rows whose words its index text holds, besides those of every item."""
    plain_prefetch: tuple[str, ...] = ()
    """Relations whose rows are always public; of the item itself, or of its ``public_…`` rows."""
    named_in: str = ""
    """The path to the write-ups that bring it to the public; empty when it comes by itself."""
    since: Callable[[], Any] | None = None
    """When it came to the public, as an expression, where no path to one write-up says so."""

    @property
    def article(self) -> str:
        """``de`` or ``het``."""
        return article_of(self.model)

    @property
    def list_name(self) -> str:
        """The name of the URL of its list."""
        return f"{self.key}_list"

    @property
    def list_url(self) -> str:
        return path_of(self.list_name)

    @property
    def is_item(self) -> bool:
        """Whether it is drawn from a write-up."""
        return issubclass(self.model, Item)

    def published(self) -> models.QuerySet[Any]:
        """The public rows, bare."""
        rows: models.QuerySet[Any] = getattr(self.model, "objects").published()  # noqa: B009
        return rows

    def dated(self) -> models.QuerySet[Any]:
        """The public rows with ``came``: when they came to the public on this site."""
        since: Any = F("added_at")
        if self.model is WriteUp:
            since = F("public_since")
        elif self.is_item:
            since = F("write_up__public_since")
        elif self.since:
            since = self.since()
        elif path := self.named_in:
            since = Min(f"{path}public_since", filter=published_q(path))
        came: Any = Greatest(Coalesce(since, "added_at"), "added_at")
        rows: models.QuerySet[Any] = self.published().annotate(came=came)
        return rows

    def cards(self) -> models.QuerySet[Any]:
        """The public rows with what a list shows: one query, and for items one for their themes
        and one for who else says it."""
        rows = select_light(self.published(), *self.select)
        return rows.prefetch_related("themes", "co_speakers") if self.is_item else rows

    def full(self) -> models.QuerySet[Any]:
        """The public rows with all that a page or ``serialize`` shows; related rows are public."""
        related = [public_prefetch(self.model, *relation) for relation in self.relations]
        return self.cards().prefetch_related(*related, *self.plain_prefetch)

    @property
    def index_sources(self) -> tuple[str, ...]:
        """Lookups to all rows, besides its own, that its index text is made of."""
        return (*(_ITEM_TEXT if self.is_item else ()), *self.indexed_with)

    def indexed(self) -> models.QuerySet[Any]:
        """The public rows with all that ``entry`` needs: a save waits for these queries."""
        named = {lookup.partition("__")[0] for lookup in self.indexed_with}
        related = [public_prefetch(self.model, *one) for one in self.relations if one[0] in named]
        rows = self.cards().prefetch_related(*related, *self.plain_prefetch)
        if not self.is_item:
            return rows
        appearances = Appearance.objects.select_related("organisation")
        return rows.select_related("write_up__session__series").prefetch_related(
            Prefetch("write_up__appearances", appearances)
        )


KINDS: tuple[Kind, ...] = (
    Kind(
        key="tip", model=Tip, path="tips", singular="tip", plural="tips",
        serialize=practices_data.tip, entry=practices_data.tip_entry,
        select=_ITEM, relations=(_QUOTES, _BARRIERS),
    ),
    Kind(
        key="quote", model=Quote, path="citaten",
        singular="citaat", plural="citaten",
        serialize=sessions_data.quote, entry=sessions_data.quote_entry,
        select=(*_ITEM, "write_up__session"), relations=(("cited_by",),),
    ),
    Kind(
        key="barrier", model=Barrier, path="barrieres",
        singular="barrière", plural="barrières",
        serialize=practices_data.barrier, entry=practices_data.barrier_entry,
        select=(*_ITEM, "group"),
        indexed_with=("group", *(f"remedies__{target}__write_up" for target in TARGETS)),
        relations=(
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
        key="archetype", model=Archetype, path="archetypen",
        singular="archetype", plural="archetypen",
        serialize=practices_data.archetype, entry=practices_data.archetype_entry,
        select=_ITEM, relations=(_QUOTES, ("barriers", "group", "write_up", "speaker")),
        plain_prefetch=("checks",), indexed_with=("checks",),
    ),
    Kind(
        key="principle", model=Principle, path="principes",
        singular="principe", plural="principes",
        serialize=practices_data.principle, entry=practices_data.principle_entry,
        select=(*_ITEM, "set"), relations=(_QUOTES, _BARRIERS), indexed_with=("set",),
    ),
    Kind(
        key="example", model=Example, path="voorbeelden",
        singular="voorbeeld", plural="voorbeelden",
        serialize=practices_data.example, entry=practices_data.example_entry,
        select=_ITEM, indexed_with=("organisations",),
        relations=(_QUOTES, _BARRIERS, ("organisations",), ("references", "write_up", "speaker")),
    ),
    Kind(
        key="tool", model=Tool, path="hulpmiddelen",
        singular="hulpmiddel", plural="hulpmiddelen",
        serialize=practices_data.tool, entry=practices_data.tool_entry,
        select=_ITEM, indexed_with=("organisations",),
        relations=(_QUOTES, _BARRIERS, ("organisations",), ("examples", "write_up", "speaker")),
    ),
    Kind(
        key="question", model=Question, path="vragen",
        singular="vraag", plural="vragen",
        serialize=sessions_data.question, entry=sessions_data.question_entry,
        select=_ITEM, relations=(_QUOTES,),
    ),
    Kind(
        key="write_up", model=WriteUp, path="verslagen",
        singular="verslag", plural="verslagen",
        serialize=sessions_data.write_up, entry=sessions_data.write_up_entry,
        select=("session__series", "publisher"),
        relations=(("partners",), ("appearances", "speaker", "organisation")),
        indexed_with=(
            "appearances__speaker", "appearances__organisation", "partners", "publisher",
            "session__series",
        ),
    ),
    Kind(
        key="session", model=Session, path="sessies",
        singular="sessie", plural="sessies",
        serialize=sessions_data.session, entry=sessions_data.session_entry,
        relations=(("series",), ("organiser",), ("write_ups", "publisher"), ("announced_in",)),
        indexed_with=("series", "organiser"), named_in="write_ups__",
    ),
    Kind(
        key="speaker", model=Speaker, path="sprekers",
        singular="spreker", plural="sprekers",
        serialize=sessions_data.speaker, entry=sessions_data.speaker_entry,
        relations=(("appearances", "write_up__session", "organisation"),),
        indexed_with=("appearances__organisation",), named_in="appearances__write_up__",
    ),
    Kind(
        key="organisation", model=Organisation, path="organisaties",
        singular="organisatie", plural="organisaties",
        serialize=sessions_data.organisation, entry=sessions_data.organisation_entry,
        relations=(("appearances", "speaker", "write_up"), ("published_write_ups",)),
        indexed_with=("appearances__speaker",), named_in="appearances__write_up__",
    ),
    Kind(
        key="claim", model=Claim, path="stellingen",
        singular="stelling", plural="stellingen",
        serialize=practices_data.claim, entry=practices_data.claim_entry,
        relations=(("voices", "principle__set", *(
            f"{item}__{name}" for item in SPOKEN for name in _ITEM
        )),),
        plain_prefetch=("themes", *(f"public_voices__{item}__co_speakers" for item in SPOKEN)),
        indexed_with=("themes", *(
            f"voices__{item}__{name}" for item in SPOKEN
            for name in ("write_up", "speaker", "co_speakers")
        )),
        since=heard_since,
    ),
    Kind(
        key="theme", model=Theme, path="themas", singular="thema", plural="thema’s",
        serialize=practices_data.theme, entry=practices_data.theme_entry,
    ),
)  # fmt: skip

ITEM_KINDS = tuple(one for one in KINDS if one.is_item)

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
