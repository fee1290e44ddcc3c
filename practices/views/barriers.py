"""Barriers, by group, with what helps against them."""

from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innovkb.frame.pages import crumbs, public_or_404
from innovkb.kinds import kind
from innovkb.lib.filters import listing
from innovkb.lib.relations import public_prefetch
from practices.forms import BarrierFilters
from practices.models import Barrier

BARRIER = kind("barrier")


def _rows(form: BarrierFilters) -> QuerySet[Any]:
    remedies = public_prefetch(Barrier, "remedies", "tip", "principle__set", "tool", "example")
    rows = form.narrow(BARRIER.cards()).prefetch_related(remedies)
    return rows.order_by("group__position", "group__name", "-write_up__date", "position", "pk")


@require_safe
def barrier_list(request: HttpRequest) -> HttpResponse:
    """All barriers, group by group."""
    form = BarrierFilters.over(request.GET, BARRIER.published)
    found = listing(request, _rows, form)
    context = {
        "kind": BARRIER,
        "listing": found,
        "groups": [
            (group, list(barriers))
            for group, barriers in groupby(found.rows, key=lambda barrier: barrier.group)
        ],
        "crumbs": crumbs(BARRIER),
    }
    return render(request, "practices/barrier_list.html", context)


@require_safe
def barrier(request: HttpRequest, slug: str) -> HttpResponse:
    """One barrier: how you recognise it and what helps."""
    thing = public_or_404(BARRIER, slug)
    group = thing.group
    context = {
        "kind": BARRIER,
        "item": thing,
        "crumbs": crumbs(
            BARRIER,
            (group.name, f"{BARRIER.list_url}?groep={group.slug}"),
            (thing.title, ""),
        ),
    }
    return render(request, "practices/barrier.html", context)
