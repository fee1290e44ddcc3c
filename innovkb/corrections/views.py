"""The page *Klopt dit niet?* of every item, write-up and claim."""

from typing import Any

from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from innovkb.corrections import guard
from innovkb.corrections.actions import receive
from innovkb.corrections.forms import CorrectionForm
from innovkb.corrections.guard import Timing
from innovkb.frame.gate import RETRY_AFTER
from innovkb.frame.pages import crumbs
from innovkb.kinds import KINDS, Kind
from innovkb.lib.patience import impatient

CORRECTABLE = {one.path: one for one in KINDS if one.is_item or one.key in ("write_up", "claim")}
"""The kinds whose pages can be corrected, by the first part of their addresses."""
THANKS = "bedankt"

_PROBLEMS = {
    Timing.TOO_QUICK: "Dat ging wel heel snel. Kijk je melding na en verstuur haar nog een keer.",
    Timing.STALE: "Het formulier stond te lang open. Je tekst staat er nog: verstuur haar nog "
    "een keer.",
}
_TOO_MANY = (
    "We krijgen vandaag te veel meldingen achter elkaar. Je tekst staat er nog: bewaar haar en "
    "probeer het morgen opnieuw."
)

_BUSY = (
    "De site is nu te druk om je melding te bewaren. Je tekst staat er nog: verstuur haar over een "
    "halve minuut nog een keer."
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def correction(request: HttpRequest, path: str, slug: str) -> HttpResponse:
    """``/klopt-dit-niet/<kind>/<slug>/``: a short form, and a word of thanks."""
    kind, thing = _public_page(path, slug)
    if request.method == "POST":
        return _receive(request, kind, thing)
    if THANKS in request.GET:
        return _page(request, kind, thing, "thanks")
    form = CorrectionForm(initial={"stamp": guard.stamp(_key(kind, thing))}, auto_id="%s")
    return _page(request, kind, thing, "form", form=form)


def _public_page(path: str, slug: str) -> tuple[Kind, Any]:
    kind = CORRECTABLE.get(path)
    thing = kind and kind.published().select_related(*kind.select).filter(slug=slug).first()
    if kind is None or thing is None:
        raise Http404(slug)
    return kind, thing


def _key(kind: Kind, thing: Any) -> str:
    return f"{kind.key}.{thing.pk}"


def _receive(request: HttpRequest, kind: Kind, thing: Any) -> HttpResponse:
    """Takes a correction in, or shows the form again with everything that was typed."""
    page = _key(kind, thing)
    form = CorrectionForm(request.POST, auto_id="%s")
    if not form.is_valid():
        return _page(request, kind, thing, "form", form=form, status=422)
    timing = guard.timing(form.cleaned_data["stamp"], page)
    if timing is not Timing.GOOD:
        if timing is Timing.STALE:
            form = _restamped(request, page)
        return _page(request, kind, thing, "form", form=form, problem=_PROBLEMS[timing], status=422)
    try:
        with impatient():
            if not guard.may_send(request):
                return _page(request, kind, thing, "form", form=form, problem=_TOO_MANY, status=429)
            if not form.is_trapped:  # a robot is thanked too: it need not know
                said = {name: form.cleaned_data[name] for name in ("wrong", "suggestion", "email")}
                receive(thing=thing, **said)
    except OperationalError:
        busy = _page(request, kind, thing, "form", form=form, problem=_BUSY, status=503)
        busy["Retry-After"] = str(RETRY_AFTER)
        return busy
    address = reverse("correction", args=[kind.path, thing.slug])
    response = HttpResponseRedirect(f"{address}?{THANKS}")
    response.status_code = 303
    return response


def _restamped(request: HttpRequest, page: str) -> CorrectionForm:
    data = request.POST.copy()
    data["stamp"] = guard.stamp(page)
    return CorrectionForm(data, auto_id="%s")


def _page(
    request: HttpRequest,
    kind: Kind,
    thing: Any,
    template: str,
    *,
    form: CorrectionForm | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "kind": kind,
        "item": thing,
        "form": form,
        "problem": problem,
        "errors": [
            (field.label, field.id_for_label, error)
            for field in (form or ())
            for error in field.errors
        ],
        "crumbs": crumbs(kind, (str(thing), thing.get_absolute_url()), ("Klopt dit niet?", "")),
    }
    return render(request, f"corrections/{template}.html", context, status=status)
