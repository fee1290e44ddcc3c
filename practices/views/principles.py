"""Principles, in the sets that their sources name."""

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innovkb.kinds import kind
from innovkb.lib.filters import Filters, listing
from innovkb.pages import attach_capacities, crumbs
from practices.models import PrincipleSet

PRINCIPLE = kind("principle")


@require_safe
def principle_list(request: HttpRequest) -> HttpResponse:
    """All sets, each with its principles."""
    members = PRINCIPLE.published().select_related("set").order_by("number")
    rows = PrincipleSet.objects.published().prefetch_related(
        Prefetch("principles", members, "public_principles")
    )
    context = {
        "kind": PRINCIPLE,
        "listing": listing(request, rows, Filters(request.GET)),
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
