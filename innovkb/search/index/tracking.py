"""Notices every change to what is indexed, and brings the index up to date with it.

A change to a row touches the documents of every object that shows it. The registry says per kind
from which rows a document is made, and the rule of what is public through which rows it is seen;
those lookups, followed backwards, give the documents to write again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from django.db import models, transaction
from django.db.models import Value
from django.db.models.constants import LOOKUP_SEP
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save

from innovkb.kinds import KINDS, Kind
from innovkb.lib.publishing import visible_through
from innovkb.lib.writes import bulk_writing, bulk_written, gather_with
from innovkb.search.index.document import Key
from innovkb.search.index.documents import documents, next_due
from innovkb.search.index.indexing import lock_state, new_version, update
from innovkb.search.models import SearchEntry, SearchState
from sessions.publishing import hold_due

_BATCH = 200
"""Rows that are looked up at once, along some thirty lookups in one query."""
_CONTENT_APPS = {kind.model._meta.app_label for kind in KINDS}
_CONTENT_BESIDES = ("innovkb.Correction", "innovkb.SynonymGroup")
"""What pages may show, and searches use: every model of these apps, and these of our own."""

_collecting: ContextVar[set[tuple[type[models.Model], int]] | None] = ContextVar(
    "collecting", default=None
)
_stale: ContextVar[set[Key] | None] = ContextVar("stale", default=None)


@cache
def _dependents() -> dict[type[models.Model], list[tuple[Kind, str]]]:
    """For each model: the kinds that show it, and the lookup from them to it."""
    table: dict[type[models.Model], list[tuple[Kind, str]]] = defaultdict(list)
    for kind in KINDS:
        table[kind.model].append((kind, "pk"))
        for lookup in _steps({*kind.index_sources, *visible_through(kind.model)}):
            table[_target(kind.model, lookup)].append((kind, lookup))
    return dict(table)


def _steps(lookups: Iterable[str]) -> list[str]:
    """The lookups and the ways to them: ``a__b`` goes by ``a``."""
    return sorted(
        {
            LOOKUP_SEP.join(names[:length])
            for names in (lookup.split(LOOKUP_SEP) for lookup in lookups)
            for length in range(1, len(names) + 1)
        }
    )


def _target(model: type[models.Model], lookup: str) -> type[models.Model]:
    for name in lookup.split(LOOKUP_SEP):
        related = model._meta.get_field(name).related_model
        if not isinstance(related, type):
            raise LookupError(f"{model.__name__}.{name} is no relation.")
        model = related
    return model


def keys_showing(model: type[models.Model], pks: set[int]) -> set[Key]:
    """The objects whose documents are made of these rows."""
    keys: set[Key] = set()
    numbers = sorted(pks)
    for start in range(0, len(numbers), _BATCH):
        batch, found = numbers[start : start + _BATCH], []
        for kind, lookup in _dependents().get(model, ()):
            if lookup == "pk":
                keys |= {(kind.key, pk) for pk in batch}
            else:
                rows = kind.model._base_manager.filter(**{f"{lookup}__in": batch})
                shown = rows.order_by().values_list(Value(kind.key), "pk")
                found.append(shown)
        if found:
            keys |= set(found[0].union(*found[1:]))
    return keys


@contextmanager
def collected() -> Iterator[None]:
    """Writes the index once, at the end and in the transaction, for many changes together."""
    if _collecting.get() is not None:
        yield
        return
    touched: set[tuple[type[models.Model], int]] = set()
    stale: set[Key] = set()
    tokens = _collecting.set(touched), _stale.set(stale)
    try:
        with transaction.atomic(savepoint=False):
            yield
            by_model: dict[type[models.Model], set[int]] = defaultdict(set)
            for model, pk in touched:
                by_model[model].add(pk)
            for model, pks in by_model.items():
                stale |= keys_showing(model, pks)
            if touched or stale:
                _write(stale)
    finally:
        _collecting.reset(tokens[0])
        _stale.reset(tokens[1])


@contextmanager
def all_afterwards() -> Iterator[None]:
    """Ignores single changes and compares the whole index afterwards: for loading fixtures."""
    tokens = _collecting.set(set()), _stale.set(set())
    try:
        with transaction.atomic():
            yield
            synchronise()
    finally:
        _collecting.reset(tokens[0])
        _stale.reset(tokens[1])


def synchronise() -> int:
    """Brings every entry up to date; returns how many were written or removed."""
    found = list(documents())
    keys = {document.key for document in found}
    keys |= set(SearchEntry.objects.values_list("kind", "object_id"))
    return update(keys=keys, documents=found, due=next_due())


def refresh_due(state: SearchState) -> None:
    """Follows write-ups whose publication time has come since the index was written."""
    with transaction.atomic():
        if lock_state().version == state.version:
            with all_afterwards():
                hold_due()


def _write(keys: set[Key]) -> None:
    """Writes the documents anew; without any, a page may still show what changed."""
    if keys:
        update(keys=keys, documents=documents(keys), due=next_due())
    else:
        new_version()


def _is_content(model: type[models.Model]) -> bool:
    return model._meta.app_label in _CONTENT_APPS or model._meta.label in _CONTENT_BESIDES


def _before(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    """Notes what showed the row as it was, before a foreign key moves or the row is gone."""
    if instance.pk is None or sender not in _dependents():
        return
    stale = _stale.get()
    found = keys_showing(sender, {instance.pk}) if not kwargs.get("raw") else set()
    if stale is not None:
        stale |= found
    else:
        instance.__dict__["_search_stale"] = found


def _after(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    if not _is_content(sender):
        return
    touched = _collecting.get()
    if touched is not None:
        touched.add((sender, instance.pk))
        return
    found: set[Key] = instance.__dict__.pop("_search_stale", set())
    with transaction.atomic():
        _write(found | keys_showing(sender, {instance.pk}))


def _related(
    sender: type[models.Model],
    instance: models.Model,
    action: str,
    model: type[models.Model],
    pk_set: set[int] | None,
    **kwargs: Any,
) -> None:
    """A many-to-many relation changed: both ends may show it."""
    stale = _stale.get()
    if action == "pre_clear" and stale is not None:
        stale |= keys_showing(type(instance), {instance.pk})
    if not action.startswith("post_") or type(instance) not in _dependents():
        return
    touched = _collecting.get()
    if touched is not None:
        touched.add((type(instance), instance.pk))
        touched |= {(model, pk) for pk in pk_set or ()}
        return
    keys = keys_showing(type(instance), {instance.pk})
    if model in _dependents() and pk_set:
        keys |= keys_showing(model, pk_set)
    with transaction.atomic():
        _write(keys)


def _bulk_before(sender: type[models.Model], pks: set[int], **kwargs: Any) -> None:
    """Notes what showed the rows as they were. Whoever writes many gathers them."""
    stale = _stale.get()
    if stale is not None:
        stale |= keys_showing(sender, pks)


def _bulk_after(sender: type[models.Model], pks: set[int], **kwargs: Any) -> None:
    touched = _collecting.get()
    if touched is not None and _is_content(sender):
        touched |= {(sender, pk) for pk in pks}


def connect() -> None:
    """Starts noticing changes; called once, when the apps are ready."""
    gather_with(collected)
    bulk_writing.connect(_bulk_before, dispatch_uid="search-bulk-before")
    bulk_written.connect(_bulk_after, dispatch_uid="search-bulk-after")
    for signal, receiver in (
        (pre_save, _before),
        (pre_delete, _before),
        (post_save, _after),
        (post_delete, _after),
        (m2m_changed, _related),
    ):
        signal.connect(receiver, dispatch_uid=f"search-{receiver.__name__}-{id(signal)}")
