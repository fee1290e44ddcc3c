"""The Wijzer: from what somebody runs into to what helps."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from innovkb.frame.pages import attach_capacities
from innovkb.kinds import kind
from innovkb.lib.addresses import read_fields
from innovkb.search.ask import engine
from innovkb.tools.forms import CHOOSE, NavigatorForm
from innovkb.tools.navigator.suggestions import remedies_of, suggest, unanswered
from practices.models import Archetype, Remedy

BARRIER = kind("barrier")
MOST_FOUND = 8
"""Barriers that a search offers."""
SHOWN = 6
"""Aids that are shown in full, and fit on a printed card; the rest is folded away."""


@dataclass(frozen=True)
class Found:
    """A barrier that the search found, and why."""

    barrier: Any
    hit: engine.Hit
    address: str
    """Of what helps against this barrier alone."""


@require_safe
def navigator(request: HttpRequest) -> HttpResponse:
    """``/wijzer/``: the form to choose barriers, or what helps against the chosen ones."""
    fields, cut = read_fields(request)
    barriers = list(_barriers())
    form = NavigatorForm(fields, barriers, cut=cut)
    context = {
        "form": form,
        "crumbs": [(BARRIER.plural.capitalize(), BARRIER.list_url), ("Wijzer", "")],
    }
    if form.shows_result:
        return render(request, "tools/navigator/navigator_result.html", context | _result(form))
    return render(request, "tools/navigator/navigator.html", context | _choice(form, barriers))


def _barriers() -> Any:
    """All public barriers, group by group, and whether anything is known to help."""
    helps = Remedy.objects.published().filter(barrier=OuterRef("pk"))
    return (
        BARRIER.published()
        .select_related("group")
        .annotate(is_answered=Exists(helps))
        .order_by("group__position", "group__name", "-write_up__date", "position", "pk")
    )


def _choice(form: NavigatorForm, barriers: list[Any]) -> dict[str, Any]:
    result, found = _search(form, barriers)
    offered = {one.barrier for one in found}
    groups = [(group, list(own)) for group, own in groupby(barriers, key=lambda one: one.group)]
    return {
        "result": result,
        "found": found,
        "groups": [
            (group, own, [one for one in own if one not in offered], bool({*own} & {*form.chosen}))
            for group, own in groups
        ],
        "asks_to_choose": form.is_empty,
    }


def _search(form: NavigatorForm, barriers: list[Any]) -> tuple[engine.Result | None, list[Found]]:
    """What the visitor's own words find, among the public barriers."""
    if not form.words:
        return None, []
    known = {barrier.pk: barrier for barrier in barriers}
    result = engine.search(form.words, filters={"kind": [BARRIER.key]}, limit=MOST_FOUND)
    return result, [
        Found(barrier, hit, _address(form, [barrier]))
        for hit in result.hits
        if (barrier := known.get(hit.entry.object_id))
    ]


def _result(form: NavigatorForm) -> dict[str, Any]:
    chosen = form.chosen
    remedies = remedies_of(chosen)
    suggestions = suggest(remedies)
    attach_capacities([one.target for one in suggestions])
    archetypes = Archetype.objects.published().filter(barriers__in=chosen).distinct()
    return {
        "chosen": [(one, _address(form, [b for b in chosen if b != one])) for one in chosen],
        "suggestions": suggestions[:SHOWN],
        "more": suggestions[SHOWN:],
        "total": len(suggestions),
        "unanswered": unanswered(chosen, remedies),
        "archetypes": archetypes,
        "address": _address(form, chosen),
        "change_url": _address(form, chosen, step=CHOOSE),
    }


def _address(form: NavigatorForm, barriers: Iterable[Any], *, step: str = "") -> str:
    """The address of the Wijzer with these barriers and the visitor's words."""
    pairs = [("stap", step)] if step else []
    pairs += [("q", form.words)] if form.words else []
    pairs += [("b", barrier.slug) for barrier in barriers]
    return f"{reverse('navigator')}?{urlencode(pairs)}" if pairs else reverse("navigator")
