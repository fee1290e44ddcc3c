"""Writes the index, in the transaction of the change that causes it."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import count as count_from
from itertools import groupby
from operator import itemgetter
from uuid import uuid4

import numpy as np
from django.db import transaction
from django.db.models import Max, Q
from django.db.models.functions import Mod

from innovkb.search.index import weighting
from innovkb.search.index.document import IndexDocument, Key
from innovkb.search.index.postings import EMPTY, Postings, changed, pack, unpack
from innovkb.search.models import SearchEntry, SearchPosting, SearchState

Documents = Callable[[], Iterable[IndexDocument]]
Progress = Callable[[int], None]
_SAMPLE, _DRIFTED = 1_000, 0.2
"""Texts of which the length is looked at, and the part by which it may differ from what it was."""
_BATCH = 400  # SQLite takes at most 999 variables in older builds


def lock_state() -> SearchState:
    """The state, locked until the end of the transaction: writers wait for one another."""
    locked = SearchState.objects.select_for_update().filter(pk=1)
    state = locked.first()
    if state is None:
        SearchState.objects.get_or_create(
            pk=1,
            defaults={
                "version": uuid4().hex,
                "averages": weighting.DEFAULT_AVERAGES,
                "analyser": weighting.fingerprint(),
            },
        )
        state = locked.get()
    return state


@transaction.atomic(savepoint=False)
def new_version() -> None:
    """Makes every process drop what it keeps of the index."""
    state = lock_state()
    state.version = uuid4().hex
    state.save()


@transaction.atomic(savepoint=False)
def update(*, keys: set[Key], documents: Iterable[IndexDocument], due: datetime | None) -> int:
    """Makes the index hold exactly ``documents`` for the objects in ``keys``.

    Returns the number of entries written or removed; entries that did not change stay. The version
    changes all the same: a page shows more of its object than the index holds.
    """
    state = lock_state()
    old = {(entry.kind, entry.object_id, entry.passage): entry for entry in _entries(keys)}
    gone: dict[str, set[int]] = defaultdict(set)
    put: dict[str, dict[int, float]] = defaultdict(dict)
    numbers = _free_numbers()
    written: list[SearchEntry] = []
    for document in documents:
        entry = old.pop((*document.key, document.passage), None)
        if entry is not None:
            before = IndexDocument.of(entry)
            if before == document:
                continue
            for term in before.postings(state.averages):
                gone[term].add(entry.pk)
        entry = document.write(entry or SearchEntry(pk=next(numbers)))
        written.append(entry)
        for term, weight in document.postings(state.averages).items():
            put[term][entry.pk] = weight
    for entry in old.values():
        for term in IndexDocument.of(entry).postings(state.averages):
            gone[term].add(entry.pk)
    if old:
        SearchEntry.objects.filter(pk__in=[entry.pk for entry in old.values()]).delete()
    _write_entries(written)
    _change_postings(gone, put)
    state.version, state.due = uuid4().hex, due
    state.save()
    return len(written) + len(old)


def rebuild(*, documents: Documents, due: datetime | None, progress: Progress) -> int:
    """Writes the whole index anew and returns the number of entries.

    Searches go on in the old index until the new one is committed. Analysis, the slow part, runs
    before the lock; what an editor changes meanwhile is brought up to date within it.
    """
    found = list(documents())
    averages = weighting.average_lengths((d.title, d.body, d.context) for d in found)
    ids: dict[str, array[int]] = defaultdict(lambda: array("I"))
    weights: dict[str, array[float]] = defaultdict(lambda: array("f"))
    for number, document in enumerate(found, start=1):
        for term, weight in document.postings(averages).items():
            ids[term].append(number)
            weights[term].append(weight)
        progress(number)
    with transaction.atomic():
        state = lock_state()
        state.version, state.averages, state.due = uuid4().hex, averages, due
        state.analyser = weighting.fingerprint()
        state.save()
        _replace_all(found, ids, weights)
        now = {(*document.key, document.passage): document for document in documents()}
        then = {(*document.key, document.passage): document for document in found}
        stale = {key[:2] for key in then.keys() | now.keys() if then.get(key) != now.get(key)}
        update(keys=stale, documents=[d for d in now.values() if d.key in stale], due=due)
    return len(now)


def needs_rebuild() -> bool:
    """Whether there is no index, another version of the analyser wrote it, or its texts have become
    so much longer or shorter since that what a word counts in each of them is wrong."""
    state = SearchState.objects.filter(pk=1).first()
    if state is None or state.analyser != weighting.fingerprint():
        return True
    step = SearchEntry.objects.count() // _SAMPLE + 1
    sample = SearchEntry.objects.annotate(turn=Mod("pk", step)).filter(turn=0)
    lengths = weighting.average_lengths(sample.values_list(*weighting.FIELDS))
    return sample.exists() and any(
        abs(lengths[name] / state.averages[name] - 1) > _DRIFTED for name in weighting.FIELDS
    )


def drift(documents: Iterable[IndexDocument]) -> Iterator[str]:
    """What the index holds wrongly, one line each; nothing when all is well."""
    state = SearchState.objects.filter(pk=1).first()
    if state is None or state.analyser != weighting.fingerprint():
        yield "The index was written by another version of the analyser, or not at all."
        return
    entries = {(e.kind, e.object_id, e.passage): e for e in SearchEntry.objects.all()}
    counts: dict[str, int] = defaultdict(int)
    for document in documents:
        entry = entries.pop((*document.key, document.passage), None)
        if entry is None:
            yield f"missing: {document.kind} {document.url}"
        elif IndexDocument.of(entry) != document:
            yield f"out of date: {document.kind} {document.url}"
        for term in document.postings(state.averages):
            counts[term] += 1
    for entry in entries.values():
        yield f"should not be there: {entry.kind} {entry.url}"
    for term, count in SearchPosting.objects.values_list("term", "count"):
        if counts.pop(term, 0) != count:
            yield f"wrong number of documents for the term {term!r}"
    for term in counts:
        yield f"missing term: {term!r}"


def _entries(keys: set[Key]) -> Iterator[SearchEntry]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), _BATCH):
        batch = Q()
        for kind, group in groupby(ordered[start : start + _BATCH], key=itemgetter(0)):
            batch |= Q(kind=kind, object_id__in=[pk for _, pk in group])
        yield from SearchEntry.objects.filter(batch)


def _write_entries(entries: list[SearchEntry]) -> None:
    fields = [field.name for field in SearchEntry._meta.concrete_fields if not field.primary_key]
    SearchEntry.objects.bulk_create(
        entries,
        batch_size=_BATCH // len(fields),
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=fields,
    )


def _free_numbers() -> Iterator[int]:
    """Document numbers that are free, while the caller holds the lock.

    A sequence of the database would not follow a rebuild that is rolled back.
    """
    highest = SearchEntry.objects.aggregate(highest=Max("pk"))["highest"] or 0
    yield from count_from(highest + 1)


def _change_postings(gone: dict[str, set[int]], put: dict[str, dict[int, float]]) -> None:
    terms = sorted(gone.keys() | put.keys())
    for start in range(0, len(terms), _BATCH):
        batch = terms[start : start + _BATCH]
        stored = SearchPosting.objects.in_bulk(batch)
        rows, empty = [], []
        for term in batch:
            before = unpack(bytes(stored[term].data)) if term in stored else EMPTY
            after = changed(before, gone.get(term, set()), put.get(term, {}))
            if len(after):
                rows.append(SearchPosting(term=term, count=len(after), data=pack(after)))
            else:
                empty.append(term)
        SearchPosting.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["term"],
            update_fields=["count", "data"],
        )
        if empty:
            SearchPosting.objects.filter(pk__in=empty).delete()


def _replace_all(
    documents: list[IndexDocument], ids: dict[str, "array[int]"], weights: dict[str, "array[float]"]
) -> None:
    """Numbers the documents from 1 and writes their entries and postings."""
    SearchEntry.objects.all().delete()
    SearchPosting.objects.all().delete()
    SearchEntry.objects.bulk_create(
        (document.write(SearchEntry(pk=pk)) for pk, document in enumerate(documents, start=1)),
        batch_size=_BATCH,
    )
    SearchPosting.objects.bulk_create(
        (
            SearchPosting(
                term=term,
                count=len(ids[term]),
                data=pack(
                    Postings(
                        np.frombuffer(ids[term], np.uint32),
                        np.frombuffer(weights[term], np.float32),
                    )
                ),
            )
            for term in sorted(ids)
        ),
        batch_size=_BATCH,
    )
