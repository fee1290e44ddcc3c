"""Principles, in the sets that their sources name."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innovkb.frame.pages import attach_capacities, crumbs
from innovkb.kinds import kind
from innovkb.lib.filters import listing
from practices.forms import ThemeFilters
from practices.models import PrincipleSet

PRINCIPLE = kind("principle")


def _sets(form: ThemeFilters) -> QuerySet[Any]:
    members = form.narrow(PRINCIPLE.published()).select_related("set").order_by("number")
    rows = PrincipleSet.objects.published().filter(pk__in=members.order_by().values("set"))
    return rows.prefetch_related(Prefetch("principles", members, "public_principles"))


@require_safe
def principle_list(request: HttpRequest) -> HttpResponse:
    """All sets, each with its principles; with a theme chosen, those that have it."""
    form = ThemeFilters.over(request.GET, PRINCIPLE.published, "set")
    context = {
        "kind": PRINCIPLE,
        "listing": listing(request, _sets, form),
        "crumbs": crumbs(PRINCIPLE),
    }
    return render(request, "practices/principle_list.html", context)


@require_safe
def principle_set(request: HttpRequest, slug: str) -> HttpResponse:
    """One set; each principle has its own anchor."""
    thing = PrincipleSet.objects.published().filter(slug=slug).first()
    if thing is None:
        raise Http404(slug)
    principles = list(PRINCIPLE.full().filter(set=thing).order_by("number"))
    attach_capacities(principles)
    _split_quotes(principles)
    sources = {principle.write_up for principle in principles}
    context = {
        "kind": PRINCIPLE,
        "item": thing,
        "principles": principles,
        "only_source": sources.pop() if len(sources) == 1 else None,
        "contents": [(f"{p.number}. {p.title}", f"#{p.slug}") for p in principles],
        "crumbs": crumbs(PRINCIPLE, (thing.name, "")),
    }
    return render(request, "practices/principle_set.html", context)


def _split_quotes(principles: list[Any]) -> None:
    """Gives each principle the quotes to show in full, and those that the page has shown before."""
    shown: set[int] = set()
    for principle in principles:
        quotes = principle.public_quotes
        principle.new_quotes = [quote for quote in quotes if quote.pk not in shown]
        principle.shown_quotes = [quote for quote in quotes if quote.pk in shown]
        shown.update(quote.pk for quote in quotes)
