"""Sessions, held and announced, and the series they belong to."""

from itertools import groupby
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innovkb.frame.pages import crumbs, public_or_404
from innovkb.kinds import Kind, kind
from innovkb.lib.dates import Precision
from innovkb.lib.filters import listing
from innovkb.lib.relations import public_prefetch
from innovkb.open_data.calendar import calendar_file
from sessions.forms import SessionFilters
from sessions.models import Appearance, Series, Session, WriteUp
from sessions.models.session import ShownState

SESSION = kind("session")


def _rows(form: SessionFilters) -> QuerySet[Any]:
    rows = form.narrow(SESSION.published()).prefetch_related(
        public_prefetch(Session, "series"), public_prefetch(Session, "write_ups")
    )
    return rows.order_by("shown_state", "-date", "pk")


@require_safe
def session_list(request: HttpRequest) -> HttpResponse:
    """All sessions: first the announced, then the held, then those that passed."""
    form = SessionFilters.over(request.GET, SESSION.published)
    found = listing(request, _rows, form)
    context = {
        "kind": SESSION,
        "listing": found,
        "states": [
            (state, list(group)) for state, group in groupby(found.rows, key=lambda one: one.shown)
        ],
        "crumbs": crumbs(SESSION),
    }
    return render(request, "sessions/session_list.html", context)


def _with_series(one: Kind) -> Any:
    return one.published().prefetch_related(
        public_prefetch(Session, "series"), public_prefetch(Session, "organiser")
    )


@require_safe
def session(request: HttpRequest, slug: str) -> HttpResponse:
    """One session: when, where, who, and what came of it."""
    thing: Session = public_or_404(SESSION, slug, _with_series)
    texts = (
        WriteUp.objects.published()
        .filter(Q(session=thing) | Q(announcements=thing))
        .defer("body")
        .distinct()
    )
    write_ups = [one for one in texts if one.session_id == thing.pk]
    context = {
        "kind": SESSION,
        "item": thing,
        "write_ups": write_ups,
        "announced_in": next((one for one in texts if one.pk == thing.announced_in_id), None),
        "appearances": Appearance.objects.published()
        .filter(write_up__in=write_ups)
        .select_related("speaker", "organisation"),
        "announcements": SESSION.published()
        .filter(announced_in__in=write_ups)
        .order_by("date", "pk"),
        "has_calendar": thing.shown == ShownState.ANNOUNCED and _in_calendar(thing),
        "crumbs": crumbs(SESSION, (thing.title, "")),
    }
    return render(request, "sessions/session.html", context)


def _in_calendar(thing: Session) -> bool:
    """Whether a session can stand in a calendar: announced, and known to the day."""
    return bool(thing.is_announced and thing.date and thing.date_precision == Precision.DAY)


def _calendar(name: str, file: str, rows: Any) -> HttpResponse:
    text = calendar_file(name, rows)
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{file}.ics"'
    return response


@require_safe
def calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """An announced session as an all-day event for any calendar (RFC 5545)."""
    thing = public_or_404(SESSION, slug)
    if not _in_calendar(thing):
        raise Http404(slug)
    return _calendar(thing.title, thing.slug, [thing])


@require_safe
def all_calendar(request: HttpRequest) -> HttpResponse:
    """All sessions of which the day is known, to subscribe to."""
    rows = SESSION.published().filter(date__isnull=False, date_precision=Precision.DAY)
    return _calendar(f"Sessies – {settings.SITE_NAME}", "sessies", rows.order_by("date", "pk"))


@require_safe
def series_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """The sessions of one series, to subscribe to."""
    thing = Series.objects.published().filter(slug=slug).first()
    if thing is None:
        raise Http404(slug)
    rows = SESSION.published().filter(
        series=thing, date__isnull=False, date_precision=Precision.DAY
    )
    return _calendar(thing.name, thing.slug, rows.order_by("date", "pk"))


@require_safe
def series(request: HttpRequest, slug: str) -> HttpResponse:
    """A series and its sessions."""
    rows = Series.objects.published().prefetch_related(public_prefetch(Series, "organiser"))
    thing = rows.filter(slug=slug).first()
    if thing is None:
        raise Http404(slug)
    context = {
        "item": thing,
        "sessions": Session.objects.published()
        .with_shown_state()
        .filter(series=thing)
        .order_by("-date", "pk")
        .prefetch_related(public_prefetch(Session, "write_ups")),
        "crumbs": crumbs(SESSION, (thing.name, "")),
    }
    return render(request, "sessions/series.html", context)
