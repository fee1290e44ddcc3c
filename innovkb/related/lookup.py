"""What stands below an item: what belongs with it, and what was corrected on the page."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from django.db.models import CharField, QuerySet, TextField, Value
from django.db.models.functions import Cast

from innovkb.corrections.models import Correction
from innovkb.kinds import ITEM_KINDS, Kind, kind, kind_of
from innovkb.lib.prepared import Prepared
from innovkb.related.signals import Mask, Ranked, Signal, Tie, rank, telling_words, words_of
from innovkb.search.ask.intent import generic_stems
from innovkb.search.ask.reader import IndexChangedError, Reader, read_index
from innovkb.search.models import SearchEntry, SearchState
from practices.models import Remedy
from sessions.models.item import Item

MOST_RELATED = 5
_MOST_OF_A_KIND = 3
_MOST_OF_A_SOURCE = 2
"""From the item's own write-up, whose page already shows it all."""
_CANDIDATES = 24

_newest = Reader("")


@dataclass(frozen=True)
class Related:
    """An item that belongs with another, and why."""

    kind: Kind
    title: str
    url: str
    language: str
    """Of the title."""
    byline: str
    why: str


class RelatedEntry(NamedTuple):
    """An item as the index knows it."""

    kind: str
    heading: str
    url: str
    language: str
    byline: str


@dataclass(frozen=True)
class Corrected:
    """What was corrected on which page, and when."""

    day: date | None
    about: str
    text: str


@dataclass
class Beside:
    """What stands below an item."""

    related: list[Related] = field(default_factory=list)
    corrections: list[Corrected] = field(default_factory=list)


def beside(thing: Any, *, shown: Iterable[str] = ()) -> Beside:
    """What belongs with an item, and its public corrections; one query.

    What the page shows already is left out: ``shown`` has addresses, besides those of the
    ``public_…`` relations. Only what is in the search index, so only public items, belongs with it.
    The first look at a word takes a second query, and after a change of the index each process
    reads anew what it keeps of it.
    """
    global _newest  # one per process, replaced as a whole
    try:
        candidates, corrections = _read(thing, _newest)
    except IndexChangedError:
        _newest, (candidates, corrections) = read_index(
            lambda kept, state: (kept, _read(thing, kept))
        )
    skipped = {*shown, *_shown_by(thing)}
    return Beside(_chosen(candidates, skipped, own=str(thing.write_up or "")), corrections)


def corrections_of(things: Sequence[Any]) -> list[Corrected]:
    """The public corrections of things of one kind, the newest first; one query."""
    if not things:
        return []
    rows = _corrections(kind=kind_of(things[0]).key, things=[thing.pk for thing in things])
    return [Corrected(*row) for row in rows]


_corrections = Prepared(
    lambda kind, things: (
        Correction.objects.published()
        .filter(kind=kind, object_id__in=things)
        .order_by("-handled_on", "-pk")
        .values_list("handled_on", "about", "answer")
    )
)


def _read(thing: Any, kept: Reader) -> tuple[list[tuple[Ranked, RelatedEntry]], list[Corrected]]:
    """What belongs with the item, best first, and its corrections.

    Three small tables in one query; a row begins with what it is and has a day as text. Raises
    IndexChangedError when the index has another version than ``kept``.
    """
    ranked = _ranked(thing, kept)
    rows = _three_tables(
        kind=kind_of(thing).key, thing=thing.pk, numbers=[match.number for match in ranked]
    )
    if kept.version != next((row[2] for row in rows if row[0] == "index"), ""):
        raise IndexChangedError
    entries = {row[1]: RelatedEntry(*row[2:7]) for row in rows if row[0] == "entry"}
    told = [row for row in rows if row[0] == "correction"]
    told.sort(key=lambda row: (row[4], row[1]), reverse=True)
    return (
        [(match, entries[match.number]) for match in ranked],
        [Corrected(date.fromisoformat(row[4]), row[2], row[3]) for row in told],
    )


@Prepared
def _three_tables(kind: str, thing: int, numbers: list[int]) -> QuerySet[Any, Any]:
    nothing = Value("", TextField())
    index = SearchState.objects.filter(pk=1).values_list(
        Value("index", CharField()), "pk", _text("version"), nothing, nothing, nothing, nothing
    )
    found = SearchEntry.objects.filter(pk__in=numbers).values_list(
        Value("entry", CharField()), "pk", _text("kind"), _text("heading"), _text("url"),
        _text("language"), _text("byline"),
    )  # fmt: skip
    corrections = Correction.objects.published().filter(kind=kind, object_id=thing).values_list(
        Value("correction", CharField()), "pk", _text("about"), _text("answer"),
        _text("handled_on"), nothing, nothing,
    )  # fmt: skip
    return index.order_by().union(found.order_by(), corrections.order_by(), all=True)


def _text(name: str) -> Cast:
    return Cast(name, TextField())


def _chosen(
    candidates: Iterable[tuple[Ranked, RelatedEntry]], skipped: set[str], own: str
) -> list[Related]:
    """The best, of several kinds and sources, and no title twice."""
    chosen: list[Related] = []
    kinds: Counter[str] = Counter()
    from_own = 0
    for match, entry in candidates:
        is_own = bool(own) and entry.byline.rpartition(" · ")[2] == own
        if (
            entry.url in skipped
            or entry.heading in {one.title for one in chosen}
            or kinds[entry.kind] == _MOST_OF_A_KIND
            or (is_own and from_own == _MOST_OF_A_SOURCE)
        ):
            continue
        kinds[entry.kind] += 1
        from_own += is_own
        chosen.append(
            Related(
                kind(entry.kind), entry.heading, entry.url, entry.language, entry.byline, match.why
            )
        )
    return chosen[:MOST_RELATED]


def _shown_by(thing: Any) -> set[str]:
    """The addresses of the item and of all that its page shows as linked."""
    shown = {thing.get_absolute_url()}
    for name, rows in vars(thing).items():
        if not name.startswith("public_") or not isinstance(rows, list):
            continue
        for row in rows:
            linked = row
            if isinstance(row, Remedy):
                linked = row.target if kind_of(thing).key == "barrier" else row.barrier
            if isinstance(linked, Item):
                shown.add(linked.get_absolute_url())
    return shown


def _ranked(thing: Any, kept: Reader) -> list[Ranked]:
    """What the index says belongs with the item, best first.

    Only words that the thesaurus knows are subjects: sharing ‘kloppen’ or ‘houdt’ means nothing.
    """
    if not kept.version:
        return []
    words = {
        stem: surface
        for stem, surface in words_of(f"{thing.title} {thing.text}").items()
        if stem in kept.thesaurus and stem not in generic_stems()
    }
    allowed = _items(kept)
    documents = {term: found.ids for term, found in kept.postings(set(words)).items()}
    signals = [*_links(thing, kept, allowed), *telling_words(words, documents, allowed)]
    return rank(signals, allowed=allowed, most=_CANDIDATES)


def _links(thing: Any, kept: Reader, allowed: Mask) -> list[Signal]:
    """The themes and the speaker of an item, with the items that have them too."""
    links = [("theme", theme.slug, Tie.THEME, theme.name) for theme in thing.themes.all()]
    if thing.speaker_id:
        links.append(("speaker", thing.speaker.slug, Tie.SPEAKER, thing.speaker.name))
    return [
        Signal(tie, label, np.flatnonzero(kept.mask(facet, [value]) & allowed))
        for facet, value, tie, label in links
    ]


def _items(kept: Reader) -> Mask:
    """True for each document that is an item's page; shape (size,)."""
    return kept.mask("kind", [one.key for one in ITEM_KINDS])
