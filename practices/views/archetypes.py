"""Failure archetypes, and the questions that bring them to light."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innovkb.frame.pages import crumbs, public_or_404
from innovkb.kinds import kind
from innovkb.lib.filters import listing
from practices.forms import ThemeFilters
from practices.models.archetype import Phase

ARCHETYPE = kind("archetype")


def _rows(form: ThemeFilters) -> QuerySet[Any]:
    return form.narrow(ARCHETYPE.published())


@require_safe
def archetype_list(request: HttpRequest) -> HttpResponse:
    """All archetypes."""
    form = ThemeFilters.over(request.GET, ARCHETYPE.published)
    context = {
        "kind": ARCHETYPE,
        "listing": listing(request, _rows, form),
        "crumbs": crumbs(ARCHETYPE),
    }
    return render(request, "practices/archetype_list.html", context)


@require_safe
def archetype(request: HttpRequest, slug: str) -> HttpResponse:
    """One archetype: the pattern, its signals, the questions by phase, the barriers."""
    thing = public_or_404(ARCHETYPE, slug)
    checks = thing.checks.all()
    phases = [(phase, [check for check in checks if check.phase == phase]) for phase in Phase]
    context = {
        "kind": ARCHETYPE,
        "item": thing,
        "phases": [(phase, questions) for phase, questions in phases if questions],
        "crumbs": crumbs(ARCHETYPE, (thing.title, "")),
    }
    return render(request, "practices/archetype.html", context)
