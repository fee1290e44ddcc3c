"""Tips, by theme."""

from itertools import groupby
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innovkb.frame.pages import attach_capacities, crumbs, public_or_404
from innovkb.kinds import kind
from innovkb.lib.filters import Options, listing, load_options
from practices.forms import TipFilters
from sessions.models import Speaker

TIP = kind("tip")
THEME = kind("theme")


@require_safe
def tip_list(request: HttpRequest) -> HttpResponse:
    """All tips, each under its first theme; with a theme chosen, all tips that have it."""
    speakers = Speaker.objects.filter(pk__in=TIP.published().values("speaker"))
    options = load_options(
        thema=Options(THEME.published(), "slug", "name", "name"),
        spreker=Options(speakers, "slug", "name", "sort_name"),
    )
    form = TipFilters(request.GET, {**options, "soort": TipFilters.FORMS})
    chosen = form.value("thema")
    rows = _under_themes(chosen)
    if speaker := form.value("spreker"):
        rows = rows.filter(speaker__slug=speaker)
    if shape := form.value("soort"):
        rows = rows.filter(form=shape)
    found = listing(request, rows, form)
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


def _under_themes(chosen: str) -> QuerySet[Any]:
    """The tips, each with the theme that it is listed under, in the order of the themes."""
    themes = THEME.published().filter(tips=OuterRef("pk")).order_by("position", "name")
    rows = TIP.cards()
    if chosen:
        rows, themes = rows.filter(themes__slug=chosen), themes.filter(slug=chosen)
    listed: QuerySet[Any] = rows.annotate(
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
