"""What the library of OpenID Connect reads from the settings; nothing unless it is asked for."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

from innovkb.lib import env

_ADDRESSES = {
    "OIDC_OP_AUTHORIZATION_ENDPOINT": "OIDC_AUTHORIZATION_URL",
    "OIDC_OP_TOKEN_ENDPOINT": "OIDC_TOKEN_URL",
    "OIDC_OP_USER_ENDPOINT": "OIDC_USERINFO_URL",
    "OIDC_OP_JWKS_ENDPOINT": "OIDC_KEYS_URL",
}


def openid_settings() -> dict[str, Any]:
    """Settings by name; only the empty client when OIDC_CLIENT_ID is not set.

    Raises ImproperlyConfigured when something is missing or not over https.
    """
    client = env.text("OIDC_CLIENT_ID", "")
    if not client:
        return {"OIDC_RP_CLIENT_ID": ""}
    return {
        "OIDC_RP_CLIENT_ID": client,
        "OIDC_RP_CLIENT_SECRET": env.text("OIDC_CLIENT_SECRET"),
        "OIDC_ISSUER": _address("OIDC_ISSUER"),
        **{name: _address(variable) for name, variable in _ADDRESSES.items()},
        "OIDC_RP_SIGN_ALGO": env.choice("OIDC_SIGN_ALGO", ["RS256", "ES256"]),
        "OIDC_RP_SCOPES": env.text("OIDC_SCOPES", "openid email profile"),
        "OIDC_USE_PKCE": True,
        "OIDC_TIMEOUT": 10,  # seconds
        "OIDC_GROUPS_CLAIM": env.text("OIDC_GROUPS_CLAIM", "groups"),
        "OIDC_GROUPS": _groups(),
        "LOGIN_REDIRECT_URL": "/redactie/",
    }


def _address(name: str) -> str:
    value = env.text(name)
    if not value.startswith("https://"):
        raise ImproperlyConfigured(f"{name} must start with https://, not {value!r}.")
    return value


def _groups() -> dict[str, str]:
    """Our group by theirs, of ``kennis-schrijvers=redactie,kennis-chefs=eindredactie``."""
    pairs = [word.partition("=") for word in env.words("OIDC_GROUPS")]
    groups = {theirs.strip(): ours.strip() for theirs, _, ours in pairs}
    if not groups or not set(groups.values()) <= {"redactie", "eindredactie"}:
        raise ImproperlyConfigured(
            "OIDC_GROUPS must look like their-group=redactie,their-chiefs=eindredactie."
        )
    return groups
