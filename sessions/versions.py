"""The versions of write-ups and items: who did what and when, what differs, and going back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction
from django.utils.timezone import localtime

from innovkb.lib.audit import Action, note
from sessions.models import WriteUp
from sessions.publishing import PublishingError, may_edit, may_touch

_NOT_RESTORED = frozenset({"status", "publish_at"})
"""Going back to an older text publishes nothing and takes nothing off the site."""
_MAY_NOT = "Je mag dit verslag niet wijzigen."
_ACTIONS = {"+": "gemaakt", "~": "gewijzigd", "-": "verwijderd"}


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a row; ``record`` is its historical record."""

    record: Any
    date: datetime
    user: str
    action: str
    reason: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that differs between two versions, as the editor reads it."""

    field: str
    label: str
    before: str
    after: str


def versions(row: Any) -> list[Version]:
    """Every version of the row, the newest first."""
    records = row.history.select_related("history_user").order_by("-history_date", "-history_id")
    return [_version(record) for record in records]


def deleted_items(write_up: WriteUp) -> list[Version]:
    """The last version of every item of the write-up that was deleted, the newest first."""
    from sessions.excerpts import item_models

    found: list[Version] = []
    for model in item_models():
        history: Any = getattr(model, "history")  # noqa: B009
        gone = history.filter(write_up_id=write_up.pk, history_type="-")
        standing = set(model._base_manager.filter(write_up=write_up).values_list("pk", flat=True))
        found += [_version(record) for record in gone if record.id not in standing]
    return sorted(found, key=lambda one: one.date, reverse=True)


def _version(record: Any) -> Version:
    user = record.history_user.get_username() if record.history_user else ""
    action = _ACTIONS[record.history_type]
    return Version(record, record.history_date, user, action, record.history_change_reason or "")


def differences(*, before: Any, after: Any) -> Iterator[Difference]:
    """The fields that differ between two historical records of one row."""
    delta = after.diff_against(before, foreign_keys_are_objs=True)
    model = type(after).instance_type
    for change in delta.changes:
        field = model._meta.get_field(change.field)
        yield Difference(
            change.field,
            str(field.verbose_name),
            _shown(field, change.old),
            _shown(field, change.new),
        )


def _shown(field: Any, value: Any) -> str:
    if isinstance(value, list) and field.many_to_many:
        name = field.m2m_reverse_field_name()
        return ", ".join(str(row[name]) for row in value)
    if value is None or value == "":
        return ""
    return str(dict(field.flatchoices).get(value, value))


def restore(*, record: Any, user: User | None) -> models.Model:
    """Bring the row back to what it was in this version; also a row that was deleted.

    Raises PermissionDenied for who may not change the write-up, PublishingError when what the
    version refers to is gone or its address was given away. Whether the write-up is public
    doesn't change.
    """
    model: Any = type(record).instance_type
    pk = record.id if model is WriteUp else record.write_up_id
    present = WriteUp.objects.filter(pk=pk).first()
    if present is not None and not may_edit(user, present):
        raise PermissionDenied(_MAY_NOT)
    if model is not WriteUp and pk is not None and present is None:
        raise PublishingError("Het verslag waar dit bij hoort, bestaat niet meer.")
    try:
        with transaction.atomic():
            return _restored(record, model, user)
    except IntegrityError as error:
        message = "Het adres of het nummer van deze versie is intussen van iets anders."
        raise PublishingError(message) from error


def _restored(record: Any, model: Any, user: User | None) -> models.Model:
    row = model._base_manager.select_for_update().filter(pk=record.id).first()
    if row is None:
        row = model(pk=record.id)
    elif not may_touch(user, row):  # it may stand elsewhere now than it did in this version
        raise PermissionDenied(_MAY_NOT)
    for field in record.tracked_fields:
        if field.name not in _NOT_RESTORED and not field.primary_key:
            setattr(row, field.attname, _present(field, getattr(record, field.attname)))
    row._history_user = user
    row._change_reason = f"Teruggezet naar {localtime(record.history_date):%d-%m-%Y %H:%M}"
    row.save()
    for field in model._meta.local_many_to_many:
        name = field.m2m_reverse_field_name()
        pks = [getattr(one, f"{name}_id") for one in getattr(record, field.name).all()]
        getattr(row, field.name).set(field.related_model._base_manager.filter(pk__in=pks))
    if not may_touch(user, row):
        raise PermissionDenied(_MAY_NOT)
    note(Action.RESTORED, user, row, row._change_reason)
    restored: models.Model = row
    return restored


def _present(field: Any, value: Any) -> Any:
    """The value, unless it is a reference to a row that is gone and may be missing."""
    if not field.remote_field or value is None:
        return value
    if field.related_model._base_manager.filter(pk=value).exists():
        return value
    if not field.null:
        raise PublishingError(f"Wat er als {field.verbose_name} stond, bestaat niet meer.")
    return None
