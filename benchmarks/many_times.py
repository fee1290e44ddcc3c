"""Makes the content of the database many times as much, to see what a site of years costs.

Write-ups are copied with all that was drawn from them; people, organisations, themes, groups of
barriers and claims stay as they are, so that there is ever more of each.
"""

import copy
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.db import models

_COPIED = (
    "session", "writeup", "appearance", "quote", "question", "tip", "principleset", "principle",
    "barrier", "archetype", "archetypequestion", "tool", "example", "remedy",
)  # fmt: skip
"""The models, what others refer to first: a copied session is announced in the same write-up."""


def multiply(times: int) -> None:
    """Makes so many of each write-up in all, and writes the search index anew."""
    for number in range(1, times):
        _copy_all(number)
    call_command("rebuild_search")


def _models() -> list[type[models.Model]]:
    named = {model._meta.model_name: model for model in apps.get_models()}
    return [named[name] for name in _COPIED]


def _keys(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if field.is_relation]


def _copy_all(number: int) -> None:
    """One more of everything; keys lead to the copies, or to what was not copied."""
    copies: dict[type[models.Model], dict[int, int]] = {}
    ordered = _models()
    for model in ordered:
        rows = _originals(model)
        keys = [row.pk for row in rows]
        fresh = [_copied(row, number, copies) for row in rows]
        # No signals and no history: the index is written once, at the end.
        made = models.QuerySet(model=model).bulk_create(fresh)
        copies[model] = dict(zip(keys, (row.pk for row in made), strict=True))
    for model in ordered:
        for field in model._meta.many_to_many:
            _copy_links(field, copies)


def _originals(model: type[models.Model]) -> list[Any]:
    """The rows that were there before: those of the first copy, by their place."""
    rows = models.QuerySet(model=model).order_by("pk")
    size = _sizes.setdefault(model, rows.count())
    return list(rows[:size])


_sizes: dict[type[models.Model], int] = {}


def _copied(row: Any, number: int, copies: dict[type[models.Model], dict[int, int]]) -> Any:
    fresh = copy.copy(row)
    fresh._state = models.base.ModelState()
    fresh.pk = None
    for field in row._meta.concrete_fields:
        if field.unique and isinstance(field, models.CharField):
            setattr(fresh, field.attname, f"{getattr(row, field.attname)[:90]}-{number}")
    for field in _keys(type(row)):
        own = getattr(row, field.attname)
        setattr(fresh, field.attname, copies.get(field.related_model, {}).get(own, own))
    return fresh


def _copy_links(field: Any, copies: dict[type[models.Model], dict[int, int]]) -> None:
    """The rows between two models, for the copies of the first."""
    through = field.remote_field.through
    first, second = field.m2m_field_name(), field.m2m_reverse_field_name()
    of_first, of_second = copies[field.model], copies.get(field.related_model, {})
    links = models.QuerySet(model=through).filter(**{f"{first}__in": list(of_first)})
    through._base_manager.bulk_create(
        through(
            **{
                f"{first}_id": of_first[getattr(link, f"{first}_id")],
                f"{second}_id": of_second.get(
                    getattr(link, f"{second}_id"), getattr(link, f"{second}_id")
                ),
            }
        )
        for link in list(links)
    )
