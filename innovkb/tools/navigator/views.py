"""The Wijzer: from what somebody runs into to what helps."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Exists, F, OuterRef, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from innovkb.frame.pages import attach_capacities
from innovkb.kinds import kind
from innovkb.lib.addresses import read_fields
from innovkb.lib.prepared import Prepared
from innovkb.search.ask import engine
from innovkb.tools.forms import CHOOSE, NavigatorForm, printable
from innovkb.tools.navigator.suggestions import remedies_of, suggest, unanswered
from practices.models import Archetype, Remedy

BARRIER = kind("barrier")
MOST_OF_GROUP = 25
"""Barriers of a group that stand in the form; the search and the list have the others."""
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


@dataclass(frozen=True)
class OfferedGroup:
    """A group of barriers to choose from: the newest, and whatever is chosen already."""

    group: Any
    total: int
    barriers: list[Any]
    """Those that the search did not find already."""
    shown: int
    """How many stand here, or above where the search found them."""
    is_open: bool

    @property
    def more(self) -> int:
        return self.total - self.shown


@require_safe
def navigator(request: HttpRequest) -> HttpResponse:
    """``/wijzer/``: the form to choose barriers, or what helps against the chosen ones."""
    fields, cut = read_fields(request)
    slugs = list(dict.fromkeys(printable(slug) for slug in fields.getlist("b")))
    form = NavigatorForm(fields, _with_slugs(slugs=slugs), cut=cut)
    context = {
        "form": form,
        "crumbs": [(BARRIER.plural.capitalize(), BARRIER.list_url), ("Wijzer", "")],
    }
    if form.shows_result:
        return render(request, "tools/navigator/navigator_result.html", context | _result(form))
    return render(request, "tools/navigator/navigator.html", context | _choice(form))


def _barriers() -> Any:
    """All public barriers, with their group, and whether anything is known to help."""
    helps = Remedy.objects.published().filter(barrier=OuterRef("pk"))
    return BARRIER.published().select_related("group").annotate(is_answered=Exists(helps))


_with_slugs = Prepared(lambda slugs: _barriers().filter(slug__in=slugs))
_with_keys = Prepared(lambda keys: _barriers().filter(pk__in=keys))


@Prepared
def _offered() -> Any:
    """The newest of each group, group by group, with how many the group has."""
    order = (F("write_up__date").desc(nulls_last=True), "position", "pk")
    return (
        _barriers()
        .annotate(
            place=Window(RowNumber(), partition_by="group", order_by=order),
            in_group=Window(Count("pk"), partition_by="group"),
        )
        .filter(place__lte=MOST_OF_GROUP)
        .order_by("group__position", "group__name", "place")
    )


def _choice(form: NavigatorForm) -> dict[str, Any]:
    result, found = _search(form)
    above = {one.barrier for one in found}
    offered = _offered()
    groups: dict[Any, list[Any]] = {}
    for barrier in (*offered, *(one for one in form.chosen if one not in offered)):
        groups.setdefault(barrier.group, []).append(barrier)
    return {
        "result": result,
        "found": found,
        "groups": [
            OfferedGroup(
                group,
                max(getattr(own[0], "in_group", 0), len(own)),
                [one for one in own if one not in above],
                len(own),
                bool({*own} & {*form.chosen}),
            )
            for group, own in groups.items()
        ],
        "asks_to_choose": form.is_empty,
    }


def _search(form: NavigatorForm) -> tuple[engine.Result | None, list[Found]]:
    """What the visitor's own words find, among the public barriers."""
    if not form.words:
        return None, []
    result = engine.search(form.words, filters={"kind": [BARRIER.key]}, limit=MOST_FOUND)
    keys = [hit.entry.object_id for hit in result.hits]
    known = {barrier.pk: barrier for barrier in _with_keys(keys=keys)}
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
