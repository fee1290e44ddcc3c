"""Follows a relation to public rows only, so that no page, export or index can show a draft."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Prefetch, QuerySet


def select_light(rows: QuerySet[Any], *select: str) -> QuerySet[Any]:
    """Fetches foreign keys along, but no bodies of write-ups: a list would carry one per row.

    A body that is read all the same costs a query of its own.
    """
    if not select:
        return rows
    paths = {path[: path.rindex("write_up") + 8] for path in select if "write_up" in path}
    bodies = [f"{path}__body" for path in sorted(paths)]
    rows = rows.select_related(*select)
    return rows.defer(*bodies) if bodies else rows


def public_prefetch(
    model: type[models.Model], name: str, *select: str, order_by: tuple[str, ...] = ()
) -> Prefetch[Any]:
    """Prefetches the published rows of relation ``name`` into the list ``public_<name>``.

    ``select`` are foreign keys to fetch along. Reading ``public_<name>`` on an object that was
    fetched otherwise raises AttributeError: a mistake is seen, and shows no draft.
    """
    related: Any = model._meta.get_field(name).related_model
    rows = select_light(related._default_manager.published(), *select)
    if any(field.name == "body" for field in related._meta.concrete_fields):
        rows = rows.defer("body")
    if order_by:
        rows = rows.order_by(*order_by)
    return Prefetch(name, queryset=rows, to_attr=f"public_{name}")
