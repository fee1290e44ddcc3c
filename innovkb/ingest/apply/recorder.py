"""Saves rows with the name of who did it, only where something changes, and keeps count."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models

from innovkb.ingest.apply.problems import Problem, explained


@dataclass(slots=True)
class Recorder:
    """One run of applying: who, why, what changed and what is wrong."""

    user: User | None
    reason: str
    created: int = 0
    updated: int = 0
    removed: int = 0
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)

    def create(self, row: models.Model, key: str, *, count: bool = True) -> bool:
        """Save a new row; what is wrong with it becomes a problem at ``key``."""
        if not self._is_valid(row, key):
            return False
        self._sign(row)
        row.save()
        self.created += count
        return True

    def update(self, row: models.Model, values: dict[str, Any], key: str) -> bool:
        """Give the row these values, and save it when one of them differs."""
        changed = [name for name, value in values.items() if getattr(row, name) != value]
        for name in changed:
            setattr(row, name, values[name])
        if not changed or not self._is_valid(row, key):
            return False
        self._sign(row)
        row.save()
        return True

    def relate(self, row: models.Model, name: str, others: list[Any]) -> bool:
        """Let a many-to-many relation hold exactly these rows."""
        related = getattr(row, name)
        if {one.pk for one in related.all()} == {one.pk for one in others}:
            return False
        self._sign(row)
        related.set(others)
        return True

    def delete(self, row: models.Model) -> None:
        self._sign(row)
        row.delete()
        self.removed += 1

    def count_update(self, *, changed: bool) -> None:
        self.updated += changed
        self.unchanged += not changed

    def _sign(self, row: Any) -> None:
        row._history_user = self.user
        row._change_reason = self.reason

    def _is_valid(self, row: models.Model, key: str) -> bool:
        references = {one.name for one in row._meta.fields if one.remote_field}
        try:
            row.clean_fields(exclude={*references, "slug", "position"})
        except ValidationError as error:
            self.problems += explained(error, key)
            return False
        return True
