"""Logging in with two steps: a password, and a code of an app (TOTP, RFC 6238).

Off unless SECOND_FACTOR says otherwise. The code is asked by the form of every log-in, so no door
goes around it, and a wrong one counts as a wrong password.
"""

import base64
import secrets
import time
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from typing import Any

from cryptography.fernet import Fernet, MultiFernet
from cryptography.fernet import InvalidToken as NotOurs
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor import InvalidToken as WrongCode
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.signals import user_logged_in
from django.core.exceptions import MiddlewareNotUsed
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.http import urlencode

from innovkb.accounts.models import SecondFactor
from innovkb.accounts.sessions import end_sessions
from innovkb.frame.gate import EDITORS_AREAS
from innovkb.lib.audit import Action, note
from innovkb.lib.tally import tallied, tally
from sessions.roles import PUBLISH

OFF, OPTIONAL, REQUIRED = "OFF", "OPTIONAL", "REQUIRED"
STEP = 30
"""Seconds that a code is shown; the one before and the one after are taken too."""
MOST_WRONG = 10
"""Wrong codes of one account within SPAN, from anywhere: who has the password can't guess on."""
SPAN = timedelta(hours=1)
SET_UP_FIRST = (
    "Voor jouw rol is inloggen in twee stappen verplicht. Log in in een nieuw tabblad en stel het "
    "in. Je werk staat nog hier: druk daarna weer op de knop, met een code."
)
CODES = 8
"""Recovery codes; each works once."""
PASSED = "second_step"
"""In a session: its owner gave a code."""


def is_on() -> bool:
    return bool(settings.SECOND_FACTOR != OFF)


def factor_of(user: Any) -> SecondFactor | None:
    """What the user set up; None when nothing, or nothing that was confirmed."""
    return SecondFactor.objects.filter(user_id=user.pk, confirmed_at__isnull=False).first()


def is_required_of(user: Any) -> bool:
    """Whether this account may do nothing before it has a second step."""
    return settings.SECOND_FACTOR == REQUIRED and user.has_perm(PUBLISH)


def must_set_up(user: Any) -> bool:
    return is_required_of(user) and factor_of(user) is None


def begin(user: Any) -> SecondFactor:
    """A secret to set an app up with: the same until it is confirmed."""
    fresh = {"secret": _cipher().encrypt(secrets.token_bytes(20)).decode()}
    factor, _ = SecondFactor.objects.get_or_create(user=user, defaults=fresh)
    if factor.confirmed_at is None and _secret(factor) is None:  # of another SECRET_KEY
        factor.secret = fresh["secret"]
        factor.save()
    return factor


def key_of(factor: SecondFactor) -> str:
    """The secret as people type it over: groups of four letters and digits."""
    return _in_fours(base64.b32encode(_secret(factor) or b"").decode())


def address_of(factor: SecondFactor) -> str:
    """The ``otpauth://`` address that an app reads from a QR code."""
    code = _totp(_secret(factor) or b"")
    return code.get_provisioning_uri(factor.user.get_username(), settings.SITE_NAME)


def confirm(factor: SecondFactor, code: str) -> list[str]:
    """From now on a code is asked; returns the recovery codes, or none if the code is wrong."""
    if not _takes(factor, code):
        return []
    SecondFactor.objects.filter(pk=factor.pk).update(confirmed_at=timezone.now())
    note(Action.SECOND_FACTOR, factor.user, factor.user, "ingesteld")
    return renew_recovery(factor)


def renew_recovery(factor: SecondFactor) -> list[str]:
    """New recovery codes, to be shown once; the old ones no longer work."""
    codes = [base64.b32encode(secrets.token_bytes(10)).decode() for _ in range(CODES)]
    SecondFactor.objects.filter(pk=factor.pk).update(recovery=[_digest(one) for one in codes])
    return [_in_fours(one) for one in codes]


def passes(user: Any, code: str) -> bool:
    """Whether the code is one of the user's app or recovery codes, and was not used before."""
    factor = factor_of(user)
    return factor is None or _takes(factor, code) or _takes_recovery(factor, code)


def is_closed(user: Any) -> bool:
    """Whether so many codes were wrong that none is looked at now."""
    return tallied("login code", f"{user.pk}", SPAN) >= MOST_WRONG


def count_wrong(user: Any) -> None:
    tally("login code", f"{user.pk}", SPAN)


def take_off(user: Any, actor: Any) -> bool:
    """The password is enough again; ends the sessions of who lost a phone. False if none is set."""
    removed, _ = SecondFactor.objects.filter(user_id=user.pk).delete()
    if removed:
        note(Action.SECOND_FACTOR, actor, user, "uitgezet")
        if getattr(actor, "pk", None) != user.pk:
            end_sessions(user)
    return bool(removed)


@receiver(user_logged_in, dispatch_uid="innovkb.accounts.second_factor")
def _logged_in(request: HttpRequest | None, user: Any, **kwargs: Any) -> None:
    if request is not None and getattr(user, "passed_second_step", False):
        request.session[PASSED] = True


class RequireSecondFactor:
    """Who has to have a second step is nobody here until it was taken."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if settings.SECOND_FACTOR != REQUIRED:
            raise MiddlewareNotUsed
        self._respond = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return self._respond(request)
        user: Any = request.user
        if user.is_authenticated and not request.session.get(PASSED) and is_required_of(user):
            has_one = factor_of(user) is not None
            if has_one or not request.path.startswith(_own_pages()):
                if not has_one and request.method == "GET" and _is_for_editors(request):
                    query = urlencode({"next": request.get_full_path()})
                    return HttpResponseRedirect(f"{reverse('second_factor')}?{query}")
                request.user = AnonymousUser()
        return self._respond(request)


def _own_pages() -> tuple[str, ...]:
    return reverse("second_factor"), reverse("admin:logout")


def _is_for_editors(request: HttpRequest) -> bool:
    return request.path.startswith(EDITORS_AREAS) and request.path != reverse("admin:login")


def _takes(factor: SecondFactor, code: str) -> bool:
    secret = _secret(factor)
    typed = "".join(code.split())
    if secret is None or not (typed.isascii() and typed.isdecimal() and len(typed) == 6):
        return False
    now = int(time.time())
    for moment in (now, now - STEP, now + STEP):
        try:
            _totp(secret).verify(typed.encode(), moment)
        except WrongCode:
            continue
        step = moment // STEP  # of two who send the same code at once, one gets in
        unused = SecondFactor.objects.filter(pk=factor.pk, last_step__lt=step)
        return bool(unused.update(last_step=step))
    return False


def _takes_recovery(factor: SecondFactor, code: str) -> bool:
    digest = _digest(code)
    with transaction.atomic():
        row = SecondFactor.objects.select_for_update().get(pk=factor.pk)
        if digest not in row.recovery:
            return False
        row.recovery.remove(digest)
        row.save(update_fields=["recovery"])
    note(Action.SECOND_FACTOR, row.user, row.user, f"herstelcode gebruikt, nog {len(row.recovery)}")
    return True


def _digest(code: str) -> str:
    return sha256("".join(filter(str.isalnum, code)).upper().encode()).hexdigest()


def _in_fours(text: str) -> str:
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def _totp(secret: bytes) -> TOTP:
    return TOTP(secret, 6, SHA1(), STEP)  # noqa: S303 – what every app knows


def _secret(factor: SecondFactor) -> bytes | None:
    """None when it was kept under a SECRET_KEY that is gone: an administrator takes it off."""
    try:
        return _cipher().decrypt(factor.secret)
    except NotOurs:
        return None


def _cipher() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    salt = "innovkb.accounts.second_factor"
    codes = [salted_hmac(salt, "key", secret=one, algorithm="sha256").digest() for one in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(one)) for one in codes])
