"""Keeps every version of a row: who made it, when and why.

django-simple-history does the work. Three things are ours: loading fixtures makes no versions, the
first change to a row without any keeps the version before it too, and the last version of a row
that is deleted still has its relations.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models
from django.db.models.signals import m2m_changed, pre_save
from simple_history.models import HistoricalRecords

APP = "innovkb"
"""The app that owns the tables of versions, so that a dump of the content leaves them out."""

_paused: ContextVar[bool] = ContextVar("history_paused", default=False)


@contextmanager
def without_history() -> Iterator[None]:
    """No versions are kept: for loading content that has its own history in a repository."""
    token = _paused.set(True)
    try:
        yield
    finally:
        _paused.reset(token)


@contextmanager
def one_version(row: Any, action: str) -> Iterator[None]:
    """Whatever happens to the row inside makes one version; ``action`` is ``+`` or ``~``.

    A row whose model keeps no versions is left alone.
    """
    history: History | None = getattr(row, "version_keeper", None)
    row.skip_history_when_saving = True
    try:
        yield
    finally:
        del row.skip_history_when_saving
    if history is not None:
        history.create_historical_record(row, action)


class History(HistoricalRecords):  # type: ignore[misc]
    """The versions of a model, in tables of the project's own app.

    On an abstract model it holds for every model made of it.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(app=APP, inherit=True, **kwargs)

    def finalize(self, sender: Any, **kwargs: Any) -> None:
        super().finalize(sender, **kwargs)
        if sender._meta.abstract or not issubclass(sender, self.cls):
            return
        sender.version_keeper = self
        pre_save.connect(self._before_save, sender=sender, weak=False)
        for field in self.get_m2m_fields_from_model(sender):
            m2m_changed.connect(
                self._before_relation, sender=field.remote_field.through, weak=False
            )

    def get_m2m_fields_from_model(self, model: Any) -> list[Any]:
        """Every many-to-many relation of the model belongs to its versions."""
        return list(model._meta.local_many_to_many)

    def get_meta_options(self, model: Any) -> dict[str, Any]:
        names = {
            "verbose_name": f"versie van {model._meta.verbose_name}",
            "verbose_name_plural": f"versies van {model._meta.verbose_name_plural}",
        }
        return {**super().get_meta_options(model), **names}

    def create_historical_record(self, instance: Any, history_type: str, using: Any = None) -> None:
        if not _paused.get():
            super().create_historical_record(instance, history_type, using)

    def pre_delete(self, instance: Any, **kwargs: Any) -> None:
        """Keeps the last version while the row still has its relations."""
        super().pre_delete(instance, **kwargs)
        self.create_historical_record(instance, "-", using=kwargs.get("using"))

    def post_delete(self, instance: Any, using: Any = None, **kwargs: Any) -> None:
        pass

    def _before_save(self, sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
        if not raw and not instance._state.adding:
            self._keep_first_version(instance)

    def _before_relation(self, sender: Any, instance: Any, action: str, **kwargs: Any) -> None:
        if action in ("pre_add", "pre_remove", "pre_clear") and isinstance(instance, self.cls):
            self._keep_first_version(instance)

    def _keep_first_version(self, instance: Any) -> None:
        """A row that was loaded has no version yet: keep it as it stands in the database."""
        model: Any = type(instance)
        if _paused.get() or getattr(instance, self.manager_name).exists():
            return
        stored: models.Model | None = model._base_manager.filter(pk=instance.pk).first()
        if stored is not None:
            stored._history_user = None  # type: ignore[attr-defined]
            stored._change_reason = "Eerste versie"  # type: ignore[attr-defined]
            self.create_historical_record(stored, "+")
