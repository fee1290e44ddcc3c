"""Slows whoever guesses passwords, at every door, on every server.

Every log-in passes ``authenticate``, where this stands before the check of the password. An account
that is guessed at from one place is closed to that place, and one that is guessed at from many to
everybody, for a quarter of an hour at most.
"""

import logging
from datetime import timedelta
from typing import Any

from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.core.exceptions import PermissionDenied
from django.dispatch import receiver
from django.http import HttpRequest

from innovkb.lib.tally import forget, tallied, tally
from innovkb.lib.visitors import network_of

logger = logging.getLogger(__name__)

SPAN = timedelta(minutes=15)
MOST = {"pair": 5, "place": 50, "account": 100}
"""Failures within SPAN: of one account from one place, of one place (an office shares one), and of
one account from anywhere."""


def is_throttled(request: HttpRequest | None, username: str) -> bool:
    """Whether this account can't be tried from here now, even with the right password."""
    counts = {what: tallied(f"login {what}", who, SPAN) for what, who in _who(request, username)}
    return any(count >= MOST[what] for what, count in counts.items())


class Throttle:
    """Knows nobody; refuses before another backend looks at the password."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> None:
        if request is not None and username is not None and is_throttled(request, username):
            raise PermissionDenied


def _who(request: HttpRequest | None, username: str) -> list[tuple[str, str]]:
    place = network_of(request) if request is not None else ""
    account = username.strip().casefold()[:150]
    return [("pair", f"{account}\n{place}"), ("place", place), ("account", account)]


@receiver(user_login_failed, dispatch_uid="innovkb.accounts.failed")
def _failed(credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any) -> None:
    if request is None or "username" not in credentials:  # not a password
        return
    counts = {
        what: tally(f"login {what}", who, SPAN)
        for what, who in _who(request, str(credentials.get("username") or ""))
    }
    logger.warning("A log-in failed; failures in this quarter of an hour: %s", counts)


@receiver(user_logged_in, dispatch_uid="innovkb.accounts.succeeded")
def _succeeded(request: HttpRequest | None, user: Any, **kwargs: Any) -> None:
    if request is not None:
        what, who = _who(request, user.get_username())[0]
        forget(f"login {what}", who, SPAN)
