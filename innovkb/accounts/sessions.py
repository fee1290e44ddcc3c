"""Keeps who works logged in, and logs out who has been away for a working day."""

import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

RENEWED_AFTER = 10 * 60
"""Seconds: so often a session is written, and not at every request."""


class IdleSessions:
    """A session ends SESSION_COOKIE_AGE after it was last used, give or take ten minutes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._respond = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._respond(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES and not request.session.is_empty():
            now = int(time.time())
            if now - request.session.get("used", 0) > RENEWED_AFTER and response.status_code < 500:
                request.session["used"] = now
        return response
