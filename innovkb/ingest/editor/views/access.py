"""Who may use the editors' screens, and how work survives an expired log-in."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth import login
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.middleware.csrf import CsrfViewMiddleware, RejectRequest
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from innovkb.accounts.forms import LoginForm
from innovkb.accounts.second_factor import SET_UP_FIRST, must_set_up
from innovkb.frame.gate import RETRY_AFTER

logger = logging.getLogger(__name__)

View = Callable[..., HttpResponse]

IMPORT = "innovkb.change_importdraft"
"""The permission that opens the editors' screens."""

_LOGGED_OUT = (
    "Je bent uitgelogd. Log in in een nieuw tabblad; je werk staat nog hier en wordt daarna "
    "vanzelf bewaard."
)
_BUSY = "De site is nu te druk. Er is niets veranderd; probeer het zo nog eens."
_OLD_TOKEN = "the form has no token of this log-in"  # noqa: S105
_WRONG_PASSWORD = "Deze naam en dit wachtwoord horen niet bij elkaar. Probeer het opnieuw."  # noqa: S105
_TOO_LARGE = (
    "Dit is te veel om in één keer te versturen. Zet de tekst in een bestand (.txt of .docx) van "
    "hoogstens 20 MB en kies dat bestand. Ga met de knop Terug van je browser naar je tekst."
)


class _CsrfCheck(CsrfViewMiddleware):
    """Django's own check, which tells the reason instead of answering.

    Of a form that came from this site, but whose token is missing or old, it tells ``_OLD_TOKEN``.
    """

    def _check_token(self, request: HttpRequest) -> None:
        try:
            super()._check_token(request)  # type: ignore[misc]
        except RejectRequest as error:
            raise RejectRequest(_OLD_TOKEN) from error

    def _reject(self, request: HttpRequest, reason: str) -> Any:
        return reason


def editors_only(*methods: str) -> Callable[[View], View]:
    """A view for editors, for these methods.

    A form that was sent while logged out, with the mark of an earlier log-in, or while the
    database was locked, is not thrown away: its values come back on a page with one button that
    sends them again.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                return _guarded(view, request, *args, **kwargs)
            except PermissionDenied as error:
                return _forbidden(request, str(error) or "Dat mag je niet.")
            except OperationalError:
                if request.method != "POST":  # nothing was typed: the site's own page says it
                    raise
                logger.warning("The database refused an editor's work.", exc_info=True)
                return _busy(request)

        # Not exempt at all: _refusal makes the same check, to answer it without losing the work.
        return csrf_exempt(require_http_methods([*methods, "HEAD"])(guarded))

    return decorate


def _guarded(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    if request.method == "POST":
        refusal = _refusal(request)
        if refusal is not None:
            return refusal
    elif not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not request.user.has_perm(IMPORT):
        return _forbidden(request, "Je hebt geen toegang tot de redactie.")
    return view(request, *args, **kwargs)


def wants_json(request: HttpRequest) -> bool:
    """Whether our script asks, and not a form."""
    return request.headers.get("X-Requested-With") == "fetch"


def _no_view(*args: Any, **kwargs: Any) -> HttpResponse:
    """Stands for the view in Django's check, which passes over views that are marked exempt."""
    raise AssertionError("unreachable")


def _refusal(request: HttpRequest) -> HttpResponse | None:
    """Why a post can't be handled now; None when it can."""
    try:
        check = _CsrfCheck(_no_view)
        check.process_request(request)
        reason: Any = check.process_view(request, _no_view, (), {})
        logs_in = "kept_username" in request.POST
        if logs_in and not reason and not request.user.is_authenticated:
            return _log_in(request)
    except (SuspiciousOperation, MultiPartParserError, UnreadablePostError):
        return _message(request, "Dat lukte niet", _TOO_LARGE, 413)
    if reason and reason != _OLD_TOKEN:
        return _forbidden(request, "Dit formulier kwam niet van deze site.")
    if reason or not request.user.is_authenticated:
        return _kept(request)
    return None


def _log_in(request: HttpRequest) -> HttpResponse | None:
    credentials = {
        "username": request.POST.get("kept_username", "").replace("\0", ""),
        "password": request.POST.get("kept_password", "").replace("\0", ""),
        "code": request.POST.get("kept_code", "").replace("\0", ""),
    }
    form = LoginForm(request, data=credentials)
    if not form.is_valid():
        return _kept(request, form.reason or _WRONG_PASSWORD)
    if must_set_up(form.get_user()):
        return _kept(request, SET_UP_FIRST)
    login(request, form.get_user())
    return None


def _kept(request: HttpRequest, error: str = "", status: int = 403) -> HttpResponse:
    """The values that were sent, with a button to send them again."""
    if wants_json(request):
        address = f"{reverse('admin:login')}?next={reverse('ingest:logged_in')}"
        return JsonResponse({"message": _LOGGED_OUT, "login": address}, status=status)
    own = ("csrfmiddlewaretoken", "kept_username", "kept_password", "kept_code")
    context = {
        "kept": [
            (name, value, "\n" in value or "\r" in value)
            for name, values in request.POST.lists()
            if name not in own
            for value in values
        ],
        "had_file": bool(request.FILES),
        "error": error,
        "username": request.POST.get("kept_username", ""),
        "is_busy": status == 503,
        "asks_code": "code" in LoginForm(request).fields,
    }
    return render(request, "ingest/kept.html", context, status=status)


def _busy(request: HttpRequest) -> HttpResponse:
    """The database is locked or away: the work comes back, to be sent again."""
    json = wants_json(request)
    response = _message(request, "", _BUSY, 503) if json else _kept(request, _BUSY, 503)
    response["Retry-After"] = str(RETRY_AFTER)
    return response


def _forbidden(request: HttpRequest, message: str) -> HttpResponse:
    return _message(request, "Geen toegang", message, 403)


def _message(request: HttpRequest, title: str, message: str, status: int) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"message": message}, status=status)
    context = {"title": title, "message": message}
    return render(request, "ingest/message.html", context, status=status)
