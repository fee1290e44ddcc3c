"""The outermost layer: refuses what should not even be read, and says on every answer how a
browser must treat it."""

import re
from collections.abc import Callable
from functools import cache
from uuid import uuid4

from csp.utils import build_policy
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import Error as AnyDatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import loader

from innovkb.frame.handler import is_readable
from innovkb.ingest.read import MAX_UPLOAD_BYTES
from innovkb.open_data.api.answers import refused
from innovkb.operations.logs import request_id

LARGEST_BODY = 64 * 1024
"""Bytes that a visitor may send: the longest honest form has some twenty thousand."""
LARGEST_UPLOAD = MAX_UPLOAD_BYTES + LARGEST_BODY
"""Bytes that an editor may send: the largest file, and the fields beside it."""
EDITORS_AREAS = ("/redactie/", "/admin/")
RETRY_AFTER = 30
"""Seconds after which who was told that the site is away may try again."""

_REQUEST_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
"""What a proxy may call a request; by it a line of its log is found in ours."""
_PERMISSIONS = (
    "accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope",
    "magnetometer", "microphone", "midi", "payment", "usb",
)  # fmt: skip
"""What no page of this site asks of a device, and so may not either."""
_TOO_LARGE = (
    "Dit is te veel om in één keer te versturen. Ga terug met de knop van je browser: je tekst "
    "staat er dan nog. Maak haar korter, of stuur haar in delen."
)
_TOO_LARGE_FOR_EDITORS = (
    "Dit is te veel om in één keer te versturen, of je bent al lang uitgelogd. Ga terug met de "
    "knop van je browser: je tekst staat er dan nog. Log in een nieuw tabblad in en probeer het "
    "opnieuw, of knip de tekst in delen."
)
_UNREADABLE = "Wat je stuurde is niet goed aangekomen. Ga terug en probeer het opnieuw."
_AWAY = (
    "De site kan nu niet bij haar gegevens, of is te druk. Er is niets veranderd. Probeer het over "
    "een halve minuut nog eens: wat je typte staat er nog als je teruggaat."
)


class Gate:
    """Answers what is too large or unreadable, and sets the headers of every answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._respond = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.META.get("HTTP_X_REQUEST_ID", "")
        code = given if _REQUEST_ID.fullmatch(given) else uuid4().hex[:16]
        request_id.set(code)
        return dressed(request, refusal(request) or self._respond(request))


def dressed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer with all that every answer carries."""
    response.headers.setdefault("X-Request-ID", request_id.get())
    for name, value in _headers().items():
        if name != "X-Frame-Options" or not _may_be_framed(response):
            response.headers.setdefault(name, value)
    if not response.has_header("Cache-Control"):
        response["Cache-Control"] = _caching(request, response)
    return response


def unavailable(request: HttpRequest) -> HttpResponse:
    """Says that the database can't be reached or written now; needs none itself."""
    response = told(request, "De site is even niet bereikbaar", _AWAY, 503)
    response["Retry-After"] = str(RETRY_AFTER)
    return response


def problem(title: str, text: str, status: int) -> HttpResponse:
    """A page in house style that needs nothing that may be broken."""
    context = {"title": title, "text": text, "code": request_id.get()}
    page = loader.get_template("frame/problem.html").render(context)
    return HttpResponse(page, status=status)


def _may_be_framed(response: HttpResponse) -> bool:
    """Whether its own policy lets any site frame it: the older header has no word for that."""
    return "frame-ancestors *" in response.get("Content-Security-Policy", "")


@cache
def _headers() -> dict[str, str]:
    """What every answer carries; what a view or another layer says itself goes first."""
    headers = {
        "Content-Security-Policy": build_policy(),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _PERMISSIONS),
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": settings.X_FRAME_OPTIONS,
    }
    return {name: value for name, value in headers.items() if value}


def _caching(request: HttpRequest, response: HttpResponse) -> str:
    """Pages of editors stay nowhere; what went wrong may be right a moment later."""
    editors = request.path.startswith(EDITORS_AREAS)
    if editors or settings.SESSION_COOKIE_NAME in request.COOKIES:
        return "private, no-store"
    return "no-store" if response.status_code >= 400 else "no-cache"


def refusal(request: HttpRequest) -> HttpResponse | None:
    """Why a request is not looked at; None when it is. Nothing of its body has been read."""
    if not is_readable(request.META.get("CONTENT_TYPE", "")):
        return told(request, "Dit kunnen we niet lezen", _UNREADABLE, 400)
    if "HTTP_TRANSFER_ENCODING" in request.META and not request.META.get("CONTENT_LENGTH"):
        return told(request, "Dit kunnen we niet lezen", _UNREADABLE, 411)
    try:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return told(request, "Dit kunnen we niet lezen", _UNREADABLE, 400)
    if length <= LARGEST_BODY:
        return None
    editors = request.path.startswith(EDITORS_AREAS)
    if editors and length <= LARGEST_UPLOAD:
        try:
            if _was_logged_in(request):
                return None
        except AnyDatabaseError:
            return unavailable(request)
    text = _TOO_LARGE_FOR_EDITORS if editors else _TOO_LARGE
    return told(request, "Dit is te veel", text, 413)


def _was_logged_in(request: HttpRequest) -> bool:
    """Whether the browser has a session of this site, be it one that has expired.

    The work of who was logged out meanwhile is given back, and so has to be read.
    """
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "").replace("\0", "")
    return bool(key) and Session.objects.filter(pk=key[:40]).exists()


def told(request: HttpRequest, title: str, text: str, status: int) -> HttpResponse:
    """What went wrong, for a script, a program or a person; needs nothing that may be broken."""
    if request.META.get("HTTP_X_REQUESTED_WITH") == "fetch":
        return JsonResponse({"message": text, "errors": [text]}, status=status)
    if request.path.startswith("/api/"):
        return refused(request, status, text)
    return problem(title, text, status)
