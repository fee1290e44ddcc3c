"""Which rows a site of its own needs to show what this one shows, in a stable order."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models

from innovkb.ingest.export.gather import ITEM_MODELS, Rows
from innovkb.lib.publishing import PublicQuerySet
from innovkb.search.models import SynonymGroup
from practices.models import BarrierGroup, PrincipleSet, Theme
from sessions.models import (
    Appearance,
    Organisation,
    Redirect,
    Series,
    Session,
    Speaker,
    WriteUp,
)

_FIRST: tuple[type[models.Model], ...] = (
    Theme, Organisation, Speaker, Series, BarrierGroup, PrincipleSet, Session, WriteUp, Appearance,
    *ITEM_MODELS,
)  # fmt: skip
"""What others refer to comes before them, or its rows would come in another order."""


def public_rows() -> Rows:
    """Everything that is public now, and what belongs to it."""
    ruled = [
        model for model in apps.get_models() if isinstance(_manager(model).all(), PublicQuerySet)
    ]
    ordered = [*_FIRST, *(model for model in ruled if model not in _FIRST)]
    rows: Rows = {model: _fetched(_manager(model).published()) for model in ordered}
    for model in apps.get_models():
        if model not in rows and hasattr(model, "natural_key"):
            found = _parts(model, rows)
            if found is not None:
                rows[model] = _fetched(found)
    rows[SynonymGroup] = _fetched(SynonymGroup.objects.all())
    rows[Redirect] = _leading_to({path for found in rows.values() for path in _paths(found)})
    return {model: found for model, found in rows.items() if found}


def _manager(model: Any) -> Any:
    return model._default_manager


def _fetched(rows: Any) -> list[Any]:
    many = [field.name for field in rows.model._meta.many_to_many]
    return list(rows.prefetch_related(*many).order_by("pk"))


def _parts(model: Any, rows: Rows) -> Any:
    """The rows of a model without a rule of its own that belong to what is public; None for a
    model that is no part of what can be."""
    whole = [
        field
        for field in model._meta.concrete_fields
        if field.many_to_one and not field.null and field.related_model in rows
    ]
    if not whole:
        return None
    public = {f"{one.name}__in": rows[one.related_model] for one in whole}
    return model._base_manager.filter(**public)


def _paths(rows: list[Any]) -> set[str]:
    """The addresses of the rows that have one."""
    return {
        row.get_absolute_url().partition("#")[0] for row in rows if hasattr(row, "get_absolute_url")
    }


def _leading_to(paths: set[str]) -> list[Any]:
    """The old addresses of what is public: those of drafts hold words of drafts."""
    found = Redirect.objects.order_by("pk")
    return [one for one in found if one.new_path.partition("#")[0] in paths]
