"""Keeps who works logged in, logs out who has been away for a working day, and shows everybody
where they are logged in."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.models import Session
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac

RENEWED_AFTER = 10 * 60
"""Seconds: so often a session is written, and not at every request."""
LONGEST = timedelta(hours=24)
"""After a log-in, however much it is used."""
_BROWSERS = {"Edg": "Edge", "OPR/": "Opera", "Firefox": "Firefox", "FxiOS": "Firefox",
             "Chrome": "Chrome", "CriOS": "Chrome", "Safari": "Safari"}  # fmt: skip
_DEVICES = {"Android": "Android", "iPhone": "een iPhone", "iPad": "een iPad",
            "Windows": "Windows", "Mac OS": "een Mac", "Linux": "Linux"}  # fmt: skip
"""By what a browser calls itself; the first that is found says most."""


class IdleSessions:
    """A session ends SESSION_COOKIE_AGE after it was last used, give or take ten minutes, and
    LONGEST after the log-in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._respond = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return self._respond(request)
        now = int(time.time())
        if now - request.session.get("started", now) > LONGEST.total_seconds():
            request.session.flush()
            request.user = AnonymousUser()
        response = self._respond(request)
        if not request.session.is_empty() and response.status_code < 500:
            if now - request.session.get("used", 0) > RENEWED_AFTER:
                request.session["used"] = now
            if "started" not in request.session:
                request.session["started"] = now
        return response


@dataclass(frozen=True)
class OpenSession:
    """A place where somebody is logged in."""

    code: str
    """Names it on a page; the key that opens it can't be made of it."""
    browser: str
    started: datetime | None
    used: datetime | None
    is_this: bool


@receiver(user_logged_in, dispatch_uid="innovkb.accounts.sessions")
def _begun(request: HttpRequest | None, **kwargs: Any) -> None:
    if request is not None:
        request.session["started"] = int(time.time())
        request.session["browser"] = browser_of(request.META.get("HTTP_USER_AGENT", ""))


def browser_of(agent: str) -> str:
    """``Firefox op Windows``: enough to know one's own devices by."""
    browser = next((name for sign, name in _BROWSERS.items() if sign in agent), "Een browser")
    device = next((name for sign, name in _DEVICES.items() if sign in agent), "")
    return f"{browser} op {device}" if device else browser


def open_sessions(user: Any, key: str | None) -> list[OpenSession]:
    """Where the user is logged in, the newest use first; ``key`` is that of the session at hand."""
    found = [
        OpenSession(
            _code(row.pk),
            values.get("browser", "Een browser"),
            _moment(values.get("started")),
            _moment(values.get("used") or values.get("started")),
            row.pk == key,
        )
        for row, values in _rows_of(user)
        if values.get(HASH_SESSION_KEY) == user.get_session_auth_hash()  # of this password
    ]
    return sorted(found, key=lambda one: (one.is_this, one.used or timezone.now()), reverse=True)


def end_sessions(user: Any, *, code: str = "", but: str | None = None) -> int:
    """Logs the user out there: everywhere ``but`` in the session with that key, or only in the
    one with that ``code``. Returns how many were ended."""
    keys = [row.pk for row, _ in _rows_of(user) if code in ("", _code(row.pk)) and row.pk != but]
    return Session.objects.filter(pk__in=keys).delete()[0]


def _rows_of(user: Any) -> Iterator[tuple[Session, dict[str, Any]]]:
    """All are looked through: only editors have one, and what it holds names its owner."""
    for row in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        values = row.get_decoded()
        if values.get(SESSION_KEY) == str(user.pk):
            yield row, values


def _code(key: str) -> str:
    return salted_hmac("innovkb.accounts.sessions", key).hexdigest()[:20]


def _moment(seconds: int | None) -> datetime | None:
    zone = timezone.get_current_timezone()
    return None if seconds is None else datetime.fromtimestamp(seconds, tz=zone)
