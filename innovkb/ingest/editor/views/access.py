"""Who may use the editors' screens, and how work survives an expired log-in."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.middleware.csrf import REASON_NO_CSRF_COOKIE, CsrfViewMiddleware
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

View = Callable[..., HttpResponse]

IMPORT = "innovkb.change_importdraft"
"""The permission that opens the editors' screens."""

_LOGGED_OUT = (
    "Je bent uitgelogd. Log in in een nieuw tabblad; je werk staat nog hier en wordt daarna "
    "vanzelf bewaard."
)
_WRONG_PASSWORD = "Deze naam en dit wachtwoord horen niet bij elkaar. Probeer het opnieuw."  # noqa: S105
_TOO_LARGE = (
    "Dit is te veel om in één keer te versturen. Zet de tekst in een bestand (.txt of .docx) van "
    "hoogstens 20 MB en kies dat bestand. Ga met de knop Terug van je browser naar je tekst."
)


class _CsrfCheck(CsrfViewMiddleware):
    """Django's own check, which tells the reason instead of answering."""

    def _reject(self, request: HttpRequest, reason: str) -> Any:
        return reason


def editors_only(*methods: str) -> Callable[[View], View]:
    """A view for editors, for these methods.

    A form that was sent while logged out, or with the mark of an earlier log-in, is not thrown
    away: its values come back on a page with one button that sends them again.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST":
                refusal = _refusal(request)
                if refusal is not None:
                    return refusal
            elif not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.user.has_perm(IMPORT):
                return _forbidden(request, "Je hebt geen toegang tot de redactie.")
            try:
                return view(request, *args, **kwargs)
            except PermissionDenied as error:
                return _forbidden(request, str(error) or "Dat mag je niet.")

        # Not exempt at all: _refusal makes the same check, to answer it without losing the work.
        return csrf_exempt(require_http_methods([*methods, "HEAD"])(guarded))

    return decorate


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
    if reason and not _is_old_token(reason):
        return _forbidden(request, "Dit formulier kwam niet van deze site.")
    if reason or not request.user.is_authenticated:
        return _kept(request)
    return None


def _is_old_token(reason: str) -> bool:
    return reason == REASON_NO_CSRF_COOKIE or "token" in reason


def _log_in(request: HttpRequest) -> HttpResponse | None:
    credentials = {
        "username": request.POST.get("kept_username", "").replace("\0", ""),
        "password": request.POST.get("kept_password", "").replace("\0", ""),
    }
    form = AdminAuthenticationForm(request, data=credentials)
    if not form.is_valid():
        return _kept(request, _WRONG_PASSWORD)
    login(request, form.get_user())
    return None


def _kept(request: HttpRequest, error: str = "") -> HttpResponse:
    """The values that were sent, with a button to send them again."""
    if wants_json(request):
        address = f"{reverse('admin:login')}?next={reverse('ingest:logged_in')}"
        return JsonResponse({"message": _LOGGED_OUT, "login": address}, status=403)
    own = ("csrfmiddlewaretoken", "kept_username", "kept_password")
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
    }
    return render(request, "ingest/kept.html", context, status=403)


def _forbidden(request: HttpRequest, message: str) -> HttpResponse:
    return _message(request, "Geen toegang", message, 403)


def _message(request: HttpRequest, title: str, message: str, status: int) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"message": message}, status=status)
    context = {"title": title, "message": message}
    return render(request, "ingest/message.html", context, status=status)
