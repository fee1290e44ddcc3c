"""Which rows a write-up needs to stand on a site of its own, in a stable order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Q

from innovkb.kinds import KINDS
from practices.models import (
    Archetype,
    ArchetypeQuestion,
    Barrier,
    BarrierGroup,
    Claim,
    PrincipleSet,
    Remedy,
    Theme,
    Voice,
)
from practices.models.claim import LEAST_VOICES, SPOKEN
from practices.models.remedy import TARGETS
from sessions.models import Appearance, Organisation, Quote, Series, Session, Speaker, WriteUp

Rows = dict[type[models.Model], list[Any]]
"""Rows by model, in the order of the file; within a model in the order in which they came."""

ITEM_MODELS: tuple[type[models.Model], ...] = tuple(
    sorted((kind.model for kind in KINDS if kind.is_item), key=lambda model: model is not Quote)
)
"""Every model of items, quotes first: the others refer to them."""


def gather(write_ups: Iterable[WriteUp]) -> Rows:
    """The write-ups with all that was drawn from them, and what those rows refer to."""
    pks = {one.pk for one in write_ups}
    items: Rows = {model: _of(model, write_up__in=pks) for model in ITEM_MODELS}
    appearances = _of(Appearance, write_up__in=pks)
    found = _of(WriteUp, pk__in=pks)
    items[Archetype] += _shared_archetypes(items[Barrier])
    own_sessions = {one.session_id for one in found}
    sessions = _rows(Session, Q(pk__in=own_sessions) | Q(announced_in__in=pks))
    series = _of(Series, pk__in=_keys(sessions, "series"))
    voices = _voices(items)
    claims = _of(Claim, pk__in=_keys(voices, "claim"))
    rows: Rows = {
        Theme: _of(Theme, pk__in=_related(items | {Claim: claims}, "themes")),
        Organisation: _of(
            Organisation,
            pk__in=_keys(appearances, "organisation")
            | _keys(found, "publisher")
            | _keys([*sessions, *series], "organiser")
            | _related({WriteUp: found}, "partners")
            | _related(items, "organisations"),
        ),
        Speaker: _of(
            Speaker,
            pk__in=_keys([*appearances, *_all(items)], "speaker")
            | _related(items, "co_speakers")
            | _related(items, "cited_by"),
        ),
        Series: series,
        BarrierGroup: _of(BarrierGroup, pk__in=_keys(items[Barrier], "group")),
        PrincipleSet: _of(PrincipleSet, pk__in=_keys(_all(items), "set")),
        Session: sessions,
        WriteUp: found,
        Appearance: appearances,
        **items,
        ArchetypeQuestion: _of(ArchetypeQuestion, archetype__in=items[Archetype]),
        Remedy: [one for one in _of(Remedy, barrier__in=items[Barrier]) if _inside(one, items)],
        Claim: claims,
        Voice: voices,
    }
    return {model: found for model, found in rows.items() if found}


def _rows(model: Any, condition: Q) -> list[Any]:
    return list(model._base_manager.filter(condition).order_by("pk"))


def _of(model: Any, **lookups: Any) -> list[Any]:
    return _rows(model, Q(**lookups))


def _all(rows: Rows) -> list[Any]:
    return [row for found in rows.values() for row in found]


def _keys(rows: Iterable[Any], name: str) -> set[int]:
    """What the foreign key ``name`` of the rows that have one refers to."""
    found = {getattr(row, f"{name}_id", None) for row in rows}
    return {pk for pk in found if pk is not None}


def _related(rows: Rows, name: str) -> set[int]:
    """What the many-to-many relation ``name`` of the rows that have one refers to."""
    pks: set[int] = set()
    for model, found in rows.items():
        if any(field.name == name for field in model._meta.many_to_many):
            own = model._base_manager.filter(pk__in=[row.pk for row in found])
            pks |= {pk for pk in own.values_list(name, flat=True) if pk is not None}
    return pks


def _shared_archetypes(barriers: list[Any]) -> list[Any]:
    """The archetypes of the barriers that belong to no write-up: they come with the barrier."""
    return list(
        Archetype.objects.filter(barriers__in=barriers, write_up=None).order_by("pk").distinct()
    )


def _inside(remedy: Remedy, items: Rows) -> bool:
    """Whether what helps is in the file as well; ``TARGETS`` says what can help."""
    target = remedy.target
    return remedy.target_kind in TARGETS and target in items.get(type(target), [])


def _voices(items: Rows) -> list[Voice]:
    """The voices that speak in these items, of claims that several of them are about."""
    inside = Q()
    for name in SPOKEN:
        model: Any = Voice._meta.get_field(name).related_model
        inside |= Q(**{f"{name}__in": [row.pk for row in items[model]]})
    voices = _rows(Voice, inside)
    heard = Counter(one.claim_id for one in voices)
    return [one for one in voices if heard[one.claim_id] >= LEAST_VOICES]
