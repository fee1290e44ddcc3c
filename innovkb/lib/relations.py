"""Follows a relation to public rows only, so that no page, export or index can show a draft."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Prefetch


def public_prefetch(
    model: type[models.Model], name: str, *select: str, order_by: tuple[str, ...] = ()
) -> Prefetch[Any]:
    """Prefetches the published rows of relation ``name`` into the list ``public_<name>``.

    ``select`` are foreign keys to fetch along. Reading ``public_<name>`` on an object that was
    fetched otherwise raises AttributeError: a mistake is seen, and shows no draft.
    """
    related: Any = model._meta.get_field(name).related_model
    rows = related._default_manager.published()
    if select:
        rows = rows.select_related(*select)
    if order_by:
        rows = rows.order_by(*order_by)
    return Prefetch(name, queryset=rows, to_attr=f"public_{name}")
