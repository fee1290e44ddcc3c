"""Tells of the writes that Django sends no signal for, and lets who listens work once for many."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any

from django.db import models, transaction
from django.dispatch import Signal

bulk_writing = Signal()
"""Before many rows are written at once: ``sender`` is their model, ``pks`` are their keys."""
bulk_written = Signal()
"""After that, in the same transaction. Both are sent within ``together``."""

_gatherers: list[Callable[[], AbstractContextManager[None]]] = []


class NoticedQuerySet(models.QuerySet[Any]):
    """A queryset whose writes of many rows are told, as the saving of one row is."""

    def update(self, **values: Any) -> int:
        with together():
            pks = set(self.values_list("pk", flat=True))
            bulk_writing.send(sender=self.model, pks=pks)
            count = super().update(**values)
            bulk_written.send(sender=self.model, pks=pks)
        return count

    update.alters_data = True  # type: ignore[attr-defined]

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        with together():
            rows = super().bulk_create(objs, *args, **kwargs)
            bulk_written.send(sender=self.model, pks={row.pk for row in rows} - {None})
        return rows

    bulk_create.alters_data = True  # type: ignore[attr-defined]


def gather_with(gatherer: Callable[[], AbstractContextManager[None]]) -> None:
    """Lets ``together`` enter this too; for who listens to writes, once, at the start."""
    _gatherers.append(gatherer)


@contextmanager
def together() -> Iterator[None]:
    """Many writes that belong together, in one transaction: listeners work at its end."""
    with transaction.atomic(), ExitStack() as stack:
        for gatherer in _gatherers:
            stack.enter_context(gatherer())
        yield
