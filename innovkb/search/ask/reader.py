"""Reads the index: one query for the terms of a search, and what is kept between searches.

Document numbers mean something within one version of the index only, so every row that holds any
is read together with the version that it is of.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

import numpy as np
from django.db import transaction
from django.db.models import QuerySet, Subquery

from innovkb.lib.prepared import Prepared
from innovkb.search.analysis import Vocabulary, analyse, fold
from innovkb.search.ask.facets import FACETS, Facet, Mask
from innovkb.search.ask.intent import PRIORS
from innovkb.search.ask.labels import load_labels
from innovkb.search.ask.links import LINKED_KINDS, Link, load_links
from innovkb.search.ask.names import Names
from innovkb.search.ask.scoring import Scores
from innovkb.search.ask.thesaurus import Thesaurus
from innovkb.search.index.indexing import lock_state
from innovkb.search.index.postings import EMPTY, Ids, Postings, unpack
from innovkb.search.index.weighting import FACET, WORD
from innovkb.search.models import SearchEntry, SearchPosting, SearchState

_KEPT_TERMS = 4096
_MOST_HEADINGS = 20_000
_TRIES = 3
T = TypeVar("T")
_VERSION = Subquery(SearchState.objects.filter(pk=1).values("version")[:1])


def _versioned(rows: QuerySet[Any], *names: str) -> QuerySet[Any, Any]:
    """The fields of these names, after the version of the index that they are of."""
    found: QuerySet[Any, Any] = rows.annotate(version=_VERSION).values_list("version", *names)
    return found


@Prepared
def _state() -> QuerySet[SearchState]:
    return SearchState.objects.filter(pk=1)


@Prepared
def _entries(numbers: Any) -> QuerySet[Any]:
    return SearchEntry.objects.filter(pk__in=numbers).annotate(version=_VERSION)


@Prepared
def _fields(*names: str, numbers: Any) -> QuerySet[Any, Any]:
    return _versioned(SearchEntry.objects.filter(pk__in=numbers), *names)


@Prepared
def _postings(terms: Any) -> QuerySet[Any, Any]:
    return _versioned(SearchPosting.objects.filter(pk__in=terms), "term", "data")


class PageHeading(NamedTuple):
    """What a page is called: folded and as it is written."""

    folded: str
    number: int
    """Of the document."""
    kind: str
    text: str


class IndexChangedError(Exception):
    """The index was written while it was read: what was read is of two versions."""


class Reader:
    """One version of the index. A process keeps the newest; every part is read when needed."""

    def __init__(self, version: str) -> None:
        self.version = version
        self._terms: dict[str, Postings] = {}

    def _checked(self, found: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        """Rows without their version; raises IndexChangedError when that is another now."""
        rows = list(found)
        if any(row[0] != self.version for row in rows):
            raise IndexChangedError
        return [row[1:] for row in rows]

    def fields(self, numbers: Sequence[int], *names: str) -> list[tuple[Any, ...]]:
        """Fields of the documents with these numbers, in any order; one query."""
        return self._checked(_fields(*names, numbers=numbers))

    def entries(self, numbers: Iterable[int]) -> dict[int, SearchEntry]:
        """The documents with these numbers; raises IndexChangedError when one is gone."""
        wanted = set(numbers)
        rows = _entries(numbers=sorted(wanted))
        if len(rows) < len(wanted) or any(row.version != self.version for row in rows):
            raise IndexChangedError
        return {row.pk: row for row in rows}

    @cached_property
    def _facets(self) -> dict[str, Postings]:
        rows = _versioned(SearchPosting.objects.filter(term__startswith=FACET), "term", "data")
        return {term: unpack(bytes(data)) for term, data in self._checked(rows)}

    @cached_property
    def size(self) -> int:
        """One more than the highest document number."""
        highest = (postings.ids[-1] for postings in self._facets.values() if len(postings))
        return int(max(highest, default=0)) + 1

    @cached_property
    def count(self) -> int:
        """How many pages there are."""
        return sum(len(ids) for _, ids in self._values("kind"))

    @cached_property
    def facets(self) -> dict[str, Facet]:
        """The facets that results are counted and filtered by."""
        return {name: Facet(self._values(name)) for name in FACETS}

    def _values(self, name: str) -> Iterator[tuple[str, Ids]]:
        """Each value of a facet with the numbers of the pages that have it."""
        prefix = f"{FACET}{name}:"
        for term, postings in self._facets.items():
            if term.startswith(prefix):
                yield term.removeprefix(prefix), postings.ids

    @cached_property
    def parents(self) -> tuple[Ids, Ids]:
        """Document numbers of all passages, and of the page that each belongs to."""
        passages: list[Ids] = []
        parents: list[Ids] = []
        owner = {e[:2]: e[2] for e in self._owners}
        for term, postings in self._facets.items():
            if term.startswith(f"{FACET}passage:"):
                _, kind, object_id = term.split(":")
                passages.append(postings.ids)
                page = owner[(kind, int(object_id))]
                parents.append(np.full(len(postings), page, np.uint32))
        if not passages:
            return EMPTY.ids, EMPTY.ids
        return np.concatenate(passages), np.concatenate(parents)

    @property
    def _owners(self) -> list[tuple[Any, ...]]:
        kinds = {t.split(":")[1] for t in self._facets if t.startswith(f"{FACET}passage:")}
        pages = SearchEntry.objects.filter(kind__in=kinds, passage=0)
        return self._checked(_versioned(pages, "kind", "object_id", "pk"))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of all documents with how many hold them, and those of the thesaurus (0)."""
        rows = SearchPosting.objects.filter(term__startswith=WORD).values_list("term", "count")
        counts = dict.fromkeys(self.thesaurus.words, 0)
        return Vocabulary(counts | {term[len(WORD) :]: count for term, count in rows})

    @cached_property
    def thesaurus(self) -> Thesaurus:
        return Thesaurus.load()

    @cached_property
    def labels(self) -> dict[tuple[str, str], str]:
        """What each facet value is called."""
        return load_labels()

    @cached_property
    def names(self) -> Names:
        """The names of speakers and organisations, with their aliases, as they sound."""
        kinds = ("speaker", "organisation")
        rows = SearchEntry.objects.filter(kind__in=kinds, passage=0).order_by("kind", "title")
        lines: dict[str, list[str]] = {kind: [] for kind in kinds}
        for kind, title in rows.values_list("kind", "title"):
            lines[kind] += title.split("\n")
        return Names(lines["speaker"], lines["organisation"])

    @cached_property
    def name_stems(self) -> frozenset[str]:
        """The stems of the names of speakers, particles left out."""
        names = (label for (facet, _), label in self.labels.items() if facet == "speaker")
        words = (token.word for name in names for token in analyse(name))
        return frozenset(word.stem for word in words if not word.is_stop)

    @cached_property
    def headings(self) -> list[PageHeading]:
        """The headings of the pages that suggestions lead to."""
        pages = SearchEntry.objects.filter(passage=0).exclude(heading="")
        rows = pages.order_by("kind", "heading").values_list("pk", "kind", "heading")
        return [PageHeading(fold(row[2]), *row) for row in rows[:_MOST_HEADINGS]]

    @cached_property
    def links(self) -> dict[int, list[Link]]:
        """What editors linked to each barrier that has any links."""
        pages = SearchEntry.objects.filter(kind__in=LINKED_KINDS, passage=0)
        rows = self._checked(_versioned(pages, "kind", "object_id", "pk"))
        return load_links({(kind, object_id): number for kind, object_id, number in rows})

    @cached_property
    def priors(self) -> Scores:
        """How much each document is favoured for its kind; shape (size,)."""
        priors = np.ones(self.size, np.float32)
        for kind, favour in PRIORS.items():
            priors[self.mask("kind", [kind])] = favour
        return priors

    def mask(self, name: str, values: Iterable[str]) -> Mask:
        """True for each document that has one of the values of the facet; shape (size,)."""
        return self.facets[name].mask(values, self.size)

    def postings(self, terms: set[str]) -> dict[str, Postings]:
        """The postings of those terms that the index has, in at most one query."""
        missing = terms - self._terms.keys()
        if missing:
            if len(self._terms) > _KEPT_TERMS:
                self._terms.clear()
                missing = terms
            found = self._checked(_postings(terms=sorted(missing)))
            self._terms |= dict.fromkeys(missing, EMPTY)
            self._terms |= {term: unpack(bytes(data)) for term, data in found}
        return {term: self._terms[term] for term in terms if len(self._terms[term])}


_newest = Reader("")


def reader() -> tuple[Reader, SearchState | None]:
    """The reader of the index as it is now, and its state; one query."""
    global _newest  # one per process, replaced as a whole
    state = next(iter(_state()), None)
    version = state.version if state else ""
    kept = _newest
    if kept.version != version:
        kept = _newest = Reader(version)
    return kept, state


def read_index(read: Callable[[Reader, SearchState | None], T]) -> T:
    """What ``read`` makes of one state of the index: it starts again when that changes meanwhile.

    Where others keep writing, it makes them wait in the end.
    """
    for _ in range(_TRIES):
        try:
            return read(*reader())
        except IndexChangedError:
            continue
    with transaction.atomic():
        lock_state()
        return read(*reader())
