"""Organisations: their people, what they published, made and did."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innovkb.frame.pages import crumbs, public_or_404
from innovkb.frame.teasers import teasers
from innovkb.kinds import Kind, kind
from innovkb.lib.filters import listing
from innovkb.lib.relations import select_light
from innovkb.lib.text import fold
from sessions.forms import OrganisationFilters
from sessions.models import Appearance, Series, Session, WriteUp
from sessions.views.speakers import NAMES_A_PAGE

ORGANISATION = kind("organisation")


@require_safe
def organisation_list(request: HttpRequest) -> HttpResponse:
    """All organisations by name."""
    form = OrganisationFilters.over(request.GET, ORGANISATION.published)
    rows = form.narrow(ORGANISATION.published())
    # Sorted here, because every database collates diacritics and capitals in its own way.
    names = sorted(rows.values_list("name", "pk"), key=lambda row: (fold(row[0]), row[1]))
    found = listing(request, names, form, NAMES_A_PAGE)
    keys = [key for _, key in found.rows]
    shown = ORGANISATION.published().in_bulk(keys)
    context = {
        "kind": ORGANISATION,
        "listing": found,
        "organisations": [shown[key] for key in keys],
        "crumbs": crumbs(ORGANISATION),
    }
    return render(request, "sessions/organisation_list.html", context)


@require_safe
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """One organisation, with all that leads to it."""
    thing = public_or_404(ORGANISATION, slug, Kind.published)
    write_ups = (
        WriteUp.objects.published()
        .filter(Q(publisher=thing) | Q(partners=thing))
        .defer("body")
        .distinct()
    )
    meetings = Session.objects.published().with_shown_state()
    context = {
        "kind": ORGANISATION,
        "item": thing,
        "appearances": select_light(Appearance.objects.published(), "speaker", "write_up")
        .filter(organisation=thing)
        .order_by("speaker__sort_name", "speaker", "-write_up__date", "write_up", "position", "pk"),
        "write_ups": write_ups,
        "series": Series.objects.published().filter(organiser=thing),
        "sessions": meetings.filter(Q(organiser=thing) | Q(series__organiser=thing)),
        "groups": teasers(organisations=thing.pk, kinds=(kind("example"), kind("tool"))),
        "crumbs": crumbs(ORGANISATION, (thing.name, "")),
    }
    return render(request, "sessions/organisation.html", context)
