"""Logging in through the organisation's own provider (OpenID Connect), where that is set up.

The provider says who somebody is and which groups they are in; OIDC_GROUPS says what that gives
here, which is a role of an editor and never more. An account that has a password here is left
alone: who controls the provider gets no further than OIDC_GROUPS goes.
"""

import logging
from typing import Any

import jwt
import requests
from django.conf import settings as known_settings
from django.contrib.auth.models import Group, User
from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from mozilla_django_oidc.auth import OIDCAuthenticationBackend
from mozilla_django_oidc.views import OIDCAuthenticationCallbackView

logger = logging.getLogger(__name__)
settings: Any = known_settings  # with names that are there only for who has a provider

_FAILED = (
    "Je organisatie liet niet weten wie je bent, of je hoort daar niet bij een groep die hier mag "
    "werken. Probeer het opnieuw, of vraag de beheerder."
)


class OpenIdBackend(OIDCAuthenticationBackend):  # type: ignore[misc]
    """The library's, which also checks for whom and by whom a token was made."""

    def authenticate(self, request: Any, **kwargs: Any) -> User | None:
        """The account of who comes back from the provider; None when anything is not as it should
        be. A log-in by password, which has no nonce, is not looked at."""
        if not kwargs.get("nonce"):
            return None
        try:
            user: User | None = super().authenticate(request, **kwargs)
        except (
            requests.RequestException, jwt.PyJWTError, SuspiciousOperation, ValueError, KeyError,
            TypeError, AttributeError,
        ) as error:  # fmt: skip
            logger.warning("A log-in by OpenID Connect failed: %s", type(error).__name__)
            return None
        if user is not None:
            user.__dict__["passed_second_step"] = True  # the provider asks for it, or not
        return user

    def verify_token(self, token: str, **kwargs: Any) -> dict[str, Any]:
        payload: dict[str, Any] = super().verify_token(token, **kwargs)
        audience = payload.get("aud")
        meant = audience if isinstance(audience, list) else [audience]
        client = settings.OIDC_RP_CLIENT_ID
        is_ours = client in meant and payload.get("azp", client) == client
        if payload.get("iss") != settings.OIDC_ISSUER or not is_ours or "exp" not in payload:
            raise SuspiciousOperation("The token was made by or for somebody else.")
        return payload

    def get_or_create_user(self, access_token: str, id_token: str, payload: Any) -> User | None:
        claims = self.get_userinfo(access_token, id_token, payload)
        if not payload.get("sub") or claims.get("sub") != payload["sub"]:
            raise SuspiciousOperation("The claims are about somebody else.")
        address = str(claims.get("email") or "").strip().casefold()
        ours = _groups_of(claims)
        if not 0 < len(address) <= 150 or claims.get("email_verified") is False or not ours:
            return None
        with transaction.atomic():
            user, _ = User.objects.get_or_create(username=address, defaults=_fresh(claims, address))
            if user.has_usable_password() or user.is_superuser or not user.is_active:
                return None
            configured = Group.objects.filter(name__in=settings.OIDC_GROUPS.values())
            if set(user.groups.all()) & set(configured) != ours:
                user.groups.remove(*configured)
                user.groups.add(*ours)
        return user


class OpenIdCallback(OIDCAuthenticationCallbackView):  # type: ignore[misc]
    """The library's, which tells who is not let in."""

    def login_failure(self) -> HttpResponse:
        context = {"title": "Inloggen is niet gelukt", "message": _FAILED}
        return render(self.request, "ingest/message.html", context, status=403)


def _groups_of(claims: dict[str, Any]) -> set[Group]:
    """The groups here of who is in these groups there."""
    theirs = claims.get(settings.OIDC_GROUPS_CLAIM)
    theirs = theirs if isinstance(theirs, list) else [theirs]
    names = {settings.OIDC_GROUPS[one] for one in map(str, theirs) if one in settings.OIDC_GROUPS}
    return set(Group.objects.filter(name__in=names))


def _fresh(claims: dict[str, Any], address: str) -> dict[str, Any]:
    return {
        "email": address,
        "first_name": str(claims.get("given_name") or "")[:150],
        "last_name": str(claims.get("family_name") or "")[:150],
        "password": "!",  # one that nothing matches
        "is_staff": True,
    }
