"""What every answer of the API has: its version, who may read it, whether it changed, limits."""

import json
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from hashlib import sha256
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response

from innovkb.lib.addresses import read_fields
from innovkb.lib.patience import impatient
from innovkb.lib.tally import tally
from innovkb.lib.text import printable, shorten
from innovkb.lib.visitors import network_of
from innovkb.open_data.api.problems import ProblemError

VERSION = "1.1.0"
"""Of the API, by semver: 1.x only adds."""
MOST_ASKED = 1000
"""Questions from one network in one span."""
SPAN = timedelta(minutes=10)
PATIENCE = 0.3
"""Seconds that an answer waits to be counted; a busy database lets it through uncounted."""

LISTED = ("fields", "expand")
"""Parameters that hold names with commas between; generated clients give each name apart."""

Given = dict[str, str]
View = Callable[..., Any]


def answers(view: View) -> Callable[..., HttpResponse]:
    """Turns a view that gives plain data, or raises ProblemError, into one of the API."""

    @wraps(view)
    def wrapped(request: HttpRequest, **kwargs: str) -> HttpResponse:
        taken = 0
        try:
            if request.method == "OPTIONS":
                return _finish(request, HttpResponse(status=204), taken)
            if request.method not in {"GET", "HEAD"}:
                raise ProblemError(405, "Deze API is alleen om te lezen: vraag met GET of HEAD.")
            taken = _count(request)
            if taken > MOST_ASKED:
                raise ProblemError(429, "Je vraagt veel achter elkaar. Wacht even.")
            response = _json(view(request, **kwargs))
        except ProblemError as problem:
            response = _json(problem.data(request.path), problem.status, "application/problem+json")
        return _finish(request, response, taken)

    return wrapped


def refused(request: HttpRequest, status: int, detail: str) -> HttpResponse:
    """What is said of a question that no view of the API came to answer."""
    found = ProblemError(status, detail).data(request.path)
    return _finish(request, _json(found, status, "application/problem+json"), 0)


def _count(request: HttpRequest) -> int:
    """How many questions this network asked in this span, with this one."""
    try:
        with impatient(PATIENCE):
            return tally("api", network_of(request), SPAN)
    except DatabaseError:
        return 0


def _json(data: Any, status: int = 200, media_type: str = "application/json") -> HttpResponse:
    text = json.dumps(data, ensure_ascii=False, indent=1)
    # A lone surrogate has no bytes; JSON can name it.
    body = text.encode("utf-8", "backslashreplace")
    return HttpResponse(body, status=status, content_type=media_type)


def _finish(request: HttpRequest, response: HttpResponse, taken: int) -> HttpResponse:
    seconds = int(SPAN.total_seconds())
    reset = seconds - int(timezone.now().timestamp()) % seconds
    if response.status_code == 200:
        response["ETag"] = f'"{sha256(response.content).hexdigest()[:32]}"'
        found = get_conditional_response(request, etag=response["ETag"], response=response)
        response = found if isinstance(found, HttpResponse) else response
    headers = {
        "API-Version": VERSION,
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": "API-Version, ETag, Link, RateLimit-Limit, "
        "RateLimit-Remaining, RateLimit-Reset, Retry-After",
        # Each answer tells one visitor what is left, so nobody else may keep it.
        "Cache-Control": "private, no-cache",
        "RateLimit-Limit": str(MOST_ASKED),
        "RateLimit-Remaining": str(max(0, MOST_ASKED - taken)),
        "RateLimit-Reset": str(reset),
    }
    if response.status_code == 429:
        headers["Retry-After"] = str(reset)
    if response.status_code in {204, 405}:
        headers["Allow"] = "GET, HEAD, OPTIONS"
    if request.method == "OPTIONS":
        headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        headers["Access-Control-Allow-Headers"] = "If-None-Match"
    if link := getattr(request, "api_link", ""):
        headers["Link"] = link
    for name, value in headers.items():
        response[name] = value
    return response


def given(request: HttpRequest, known: list[str], several: tuple[str, ...] = ()) -> Given:
    """The parameters of the address; one that isn't known, or stands twice, is a Problem."""
    fields, cut = read_fields(request)
    if cut:
        raise ProblemError(400, "Dit adres is te lang.")
    for name in fields:
        shown = shorten(printable(name).replace("\0", ""), 40)
        if name not in known:
            message = f"De parameter ‘{shown}’ bestaat hier niet. Wel: {', '.join(known)}."
            raise ProblemError(400, message, shown)
        if len(fields.getlist(name)) > 1 and name not in (*several, *LISTED):
            raise ProblemError(400, f"De parameter {name} mag één keer.", name)
        if any("\0" in value for value in fields.getlist(name)):
            raise ProblemError(400, f"In {name} staat een teken dat niet kan.", name)
    return {
        name: ",".join(fields.getlist(name)) if name in LISTED else str(fields[name])
        for name in fields
    }


def whole_number(asked: Given, name: str, default: int, most: int) -> int:
    """The number that a parameter gives: from 1 to ``most``."""
    text = asked.get(name, str(default))
    if not (text.isascii() and text.isdigit() and len(text) < 8 and 1 <= int(text) <= most):
        raise ProblemError(400, f"{name} is een getal van 1 tot en met {most}.", name)
    return int(text)
