"""Tips, by theme."""

from itertools import groupby
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innovkb.frame.pages import attach_capacities, crumbs, public_or_404
from innovkb.kinds import kind
from innovkb.lib.filters import listing
from practices.forms import TipFilters

TIP = kind("tip")
THEME = kind("theme")


@require_safe
def tip_list(request: HttpRequest) -> HttpResponse:
    """All tips, each under its first theme; with a theme chosen, all tips that have it."""
    form = TipFilters.over(request.GET, TIP.published)
    found = listing(request, _under_themes, form)
    attach_capacities(found.rows)
    context = {
        "kind": TIP,
        "listing": found,
        "themes": [
            (name or "Zonder thema", slug, list(group))
            for (name, slug), group in groupby(
                found.rows, key=lambda tip: (tip.under_name, tip.under_slug)
            )
        ],
        "crumbs": crumbs(TIP),
    }
    return render(request, "practices/tip_list.html", context)


def _under_themes(form: TipFilters) -> QuerySet[Any]:
    """The tips, each with the theme that it is listed under, in the order of the themes."""
    themes = THEME.published().filter(tips=OuterRef("pk")).order_by("position", "name")
    if chosen := form.value("thema"):
        themes = themes.filter(slug=chosen)
    listed: QuerySet[Any] = form.narrow(TIP.cards()).annotate(
        under_slug=Subquery(themes.values("slug")[:1]),
        under_name=Subquery(themes.values("name")[:1]),
        under_position=Subquery(themes.values("position")[:1]),
    ).order_by(
        F("under_position").asc(nulls_last=True), "under_name", "-write_up__date", "write_up",
        "position",
    )  # fmt: skip
    return listed


@require_safe
def tip(request: HttpRequest, slug: str) -> HttpResponse:
    """One tip, where it comes from and what it helps against."""
    thing = public_or_404(TIP, slug)
    attach_capacities([thing])
    context = {"kind": TIP, "item": thing, "crumbs": crumbs(TIP, (thing.title, ""))}
    return render(request, "practices/tip.html", context)
