"""Saves rows with the name of who did it, only where something changes, and keeps count."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models

from innovkb.ingest.apply.problems import Problem, explained
from innovkb.lib.history import one_version
from innovkb.lib.trash import keep_copy
from sessions.publishing import may_touch


@dataclass(slots=True)
class Recorder:
    """One run of applying: who, why, what changed and what is wrong.

    Without ``saves`` it only tells what is wrong: nothing is written.
    """

    user: User | None
    reason: str
    saves: bool = True
    created: int = 0
    updated: int = 0
    removed: int = 0
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)

    def create(
        self,
        row: models.Model,
        key: str,
        *,
        count: bool = True,
        relations: Mapping[str, list[Any]] | None = None,
    ) -> bool:
        """Save a new row with its many-to-many relations; what is wrong becomes a problem."""
        if not self._is_valid(row, key):
            return False
        if not self.saves:
            return True
        self._sign(row)
        with one_version(row, "+"):
            row.save()
            for name, others in (relations or {}).items():
                getattr(row, name).set(others)
        self.created += count
        return True

    def update(
        self,
        row: models.Model,
        values: Mapping[str, Any],
        key: str,
        *,
        relations: Mapping[str, list[Any]] | None = None,
    ) -> bool:
        """Give the row these values and relations; saved only when something differs."""
        changed = [name for name, value in values.items() if getattr(row, name) != value]
        related = [name for name, others in (relations or {}).items() if _differ(row, name, others)]
        row = row if self.saves else copy(row)
        for name in changed:
            setattr(row, name, values[name])
        if not (changed or related) or not self._is_valid(row, key):
            return False
        self._demand_open(row)
        if not self.saves:
            return True
        self._sign(row)
        with one_version(row, "~"):
            row.save()
            for name in related:
                getattr(row, name).set((relations or {})[name])
        return True

    def delete(self, row: models.Model, *, count: bool = True) -> None:
        """Take the row away; what counts, an item, goes to the waste bin."""
        self._demand_open(row)
        self.removed += count
        if not self.saves:
            return
        self._sign(row)
        if count:
            keep_copy(row, self.user)
        row.delete()

    def count_update(self, *, changed: bool) -> None:
        self.updated += changed
        self.unchanged += not changed

    def _demand_open(self, row: models.Model) -> None:
        """What the public sees is for who may publish, along whatever reference it is reached."""
        if not may_touch(self.user, row):
            raise PermissionDenied(f"‘{row}’ staat op de site. Alleen een eindredacteur mag dat.")

    def _sign(self, row: Any) -> None:
        row._history_user = self.user
        row._change_reason = self.reason

    def _is_valid(self, row: models.Model, key: str) -> bool:
        references = {one.name for one in row._meta.fields if one.remote_field}
        try:
            row.clean_fields(exclude={*references, "slug", "position"})
            row.clean()
        except ValidationError as error:
            self.problems += explained(error, key)
            return False
        return True


def _differ(row: models.Model, name: str, others: list[Any]) -> bool:
    return {one.pk for one in getattr(row, name).all()} != {one.pk for one in others}
