"""The waste bin: a copy of what somebody threw away, and of all that went with it.

The rows themselves are gone, so nothing has to leave them out. A copy is put back whole, with its
keys and relations, until housekeeping removes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.db import IntegrityError, models
from django.db.models.deletion import Collector
from django.utils import timezone

from innovkb.lib.audit import Action, note
from innovkb.lib.history import one_version
from innovkb.lib.text import shorten
from innovkb.lib.writes import bulk_written, together

KEPT = timedelta(days=90)
"""How long something can be put back."""
_TAKEN = "Het adres of de naam ervan is intussen van iets anders. Verander dat eerst."
_THERE = "Dit staat er al weer."
_ALONE = "Waar dit bij hoort, is er niet meer. Ligt dat ook in de prullenbak? Zet het eerst terug."


class TrashError(ValueError):
    """Something can't be put back; the message tells the editor in Dutch why."""


class TrashEntry(models.Model):
    """What was thrown away at once."""

    kind = models.CharField("soort", max_length=60)
    title = models.CharField("titel", max_length=250)
    label = models.CharField(max_length=100, editable=False)
    """Of its model: ``practices.tip``."""
    object_id = models.BigIntegerField(editable=False)
    was_public = models.BooleanField("stond op de site", default=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        verbose_name="weggegooid door",
    )
    thrown_away_at = models.DateTimeField("weggegooid op", default=timezone.now, db_index=True)
    rows = models.JSONField(default=list, editable=False)
    """As Django serializes them, each row after the rows that it can't do without."""
    links = models.JSONField(default=list, editable=False)
    """References that were emptied: model, key of the row, field, and the key it held."""

    class Meta:
        app_label = "innovkb"
        verbose_name = "weggegooid onderdeel"
        verbose_name_plural = "prullenbak"
        ordering = ["-thrown_away_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def kept_until(self) -> datetime:
        return self.thrown_away_at + KEPT

    @classmethod
    def past(cls) -> models.QuerySet[Any]:
        """What has lain here long enough."""
        return cls.objects.filter(thrown_away_at__lt=timezone.now() - KEPT)


def throw_away(row: models.Model, user: Any) -> TrashEntry:
    """Delete the row, and keep a copy; raises ProtectedError when others need it."""
    with together():
        entry = keep_copy(row, user)
        row.delete()
    return entry


def keep_copy(row: Any, user: Any) -> TrashEntry:
    """A copy of the row and of all that goes with it, for who deletes it next."""
    collector: Any = Collector(using=row._state.db, origin=row)
    collector.collect([row])
    collector.sort()
    public = getattr(type(row)._default_manager, "exposed", None)
    going = chain.from_iterable([*reversed(collector.data.values()), *collector.fast_deletes])
    note(Action.THROWN_AWAY, user, row)
    return TrashEntry.objects.create(
        kind=row._meta.verbose_name,
        title=shorten(str(row), 240),
        label=row._meta.label_lower,
        object_id=row.pk,
        was_public=public is not None and public().filter(pk=row.pk).exists(),
        user=user if getattr(user, "pk", None) else None,
        rows=[_serialized(one) for one in going],
        links=[
            [one._meta.label_lower, one.pk, field.name, getattr(one, field.attname)]
            for (field, _), batches in collector.field_updates.items()
            for one in chain.from_iterable(batches)
        ],
    )


def _serialized(row: models.Model) -> dict[str, Any]:
    """Its own columns; its many-to-many relations are rows by themselves."""
    names = [field.name for field in row._meta.local_concrete_fields]
    (data,) = serializers.serialize("python", [row], fields=names)
    exact = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in data["fields"].items()
    }
    return {**data, "fields": exact}


def put_back(entry: TrashEntry, user: Any) -> models.Model:
    """Put everything back as it was, what it needs and what needs it; returns the row.

    Raises TrashError when something else has taken its place, or what it needs is gone. What went
    along with the row and has lost something else that it needs stays away.
    """
    try:
        with together(), ExitStack() as versions:
            rows = list(_saved(entry, user, versions))
            _link(entry)
            entry.delete()
    except IntegrityError as error:
        raise TrashError(_TAKEN) from error
    row = next(row for row in rows if _is_of(row, entry))
    note(Action.PUT_BACK, user, row)
    return row


def _saved(entry: TrashEntry, user: Any, versions: ExitStack) -> Iterator[models.Model]:
    copies = serializers.deserialize("python", entry.rows, ignorenonexistent=True)
    rows = [copy.object for copy in copies]
    there = _standing(rows)
    if entry.object_id in there[apps.get_model(entry.label)]:
        raise TrashError(_THERE)
    rows = _with_what_they_need([row for row in rows if row.pk not in there[type(row)]], there)
    if not any(_is_of(row, entry) for row in rows):
        raise TrashError(_ALONE)
    for row in rows:
        _insert(row, user, versions)
        yield row


def _is_of(row: models.Model, entry: TrashEntry) -> bool:
    return (row._meta.label_lower, row.pk) == (entry.label, entry.object_id)


def _standing(rows: Iterable[models.Model]) -> dict[Any, set[Any]]:
    """By model the keys that are in the database: of these rows, and of what they refer to."""
    asked: dict[Any, set[Any]] = defaultdict(set)
    for row in rows:
        asked[type(row)].add(row.pk)
        for field, key in _references(row):
            asked[field.related_model].add(key)
    return {
        model: set(model._base_manager.filter(pk__in=keys).values_list("pk", flat=True))
        for model, keys in asked.items()
    }


def _references(row: models.Model) -> Iterator[tuple[Any, Any]]:
    """The foreign keys of a row that are filled in, with what they hold."""
    for field in row._meta.concrete_fields:
        key = getattr(row, field.attname)
        if field.remote_field and key is not None:
            yield field, key


def _with_what_they_need(rows: list[Any], there: dict[Any, set[Any]]) -> list[Any]:
    """The rows that can stand again; what they can do without and is gone is emptied.

    ``there`` grows with them: all come at once, so they may refer to each other.
    """
    for row in rows:
        there[type(row)].add(row.pk)
    gone = [row for row in rows if any(_is_needed(field) for field, _ in _missing(row, there))]
    if gone:
        for row in gone:
            there[type(row)].remove(row.pk)
        return _with_what_they_need([row for row in rows if row not in gone], there)
    for row in rows:
        for field, _ in _missing(row, there):
            setattr(row, field.attname, None)
    return rows


def _missing(row: models.Model, there: dict[Any, set[Any]]) -> list[tuple[Any, Any]]:
    return [
        (field, key) for field, key in _references(row) if key not in there[field.related_model]
    ]


def _is_needed(field: Any) -> bool:
    """Whether a row goes when what it refers to goes."""
    return not field.null or field.remote_field.on_delete is models.CASCADE


def _insert(row: Any, user: Any, versions: ExitStack) -> None:
    if row._meta.auto_created:  # a relation: who shows its ends must hear of it
        row.save_base(raw=True, force_insert=True)
        for field, key in _references(row):
            bulk_written.send(sender=field.related_model, pks={key})
        return
    if getattr(row, "position", None) and _is_taken(row):
        row.position = None  # to the end
    row._history_user, row._change_reason = user, "Teruggezet uit de prullenbak"
    versions.enter_context(one_version(row, "+"))
    row.save(force_insert=True)


def _is_taken(row: Any) -> bool:
    """Whether another item stands at its place in its write-up."""
    rows = type(row)._base_manager
    place = {name: getattr(row, name, None) for name in ("write_up_id", "position")}
    return bool(place["write_up_id"]) and rows.filter(**place).exists()


def _link(entry: TrashEntry) -> None:
    """Fill in what was emptied, where it still is."""
    for label, pk, name, key in entry.links:
        model: Any = apps.get_model(label)
        if model._meta.get_field(name).related_model._base_manager.filter(pk=key).exists():
            model._base_manager.filter(pk=pk, **{f"{name}__isnull": True}).update(**{name: key})
