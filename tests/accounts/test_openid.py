"""Logging in through an organisation: against a small provider that really answers."""

import json
import threading
import time
from collections.abc import Iterator
from importlib import reload
from typing import Any
from urllib.parse import parse_qs, urlsplit
from wsgiref.simple_server import WSGIRequestHandler, make_server

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from django.contrib.auth.models import Group, User
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import clear_url_caches

from innovkb.accounts.openid_settings import openid_settings
from innovkb.accounts.throttle import MOST

START = "/admin/organisatie/"
ISSUER = "https://login.example.org"


class Quiet(WSGIRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Nothing."""


class Provider:
    """Signs what it is told to say; remembers what it was asked."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.claims: dict[str, Any] = {
            "sub": "1", "email": "Eva@example.org", "groups": ["schrijvers"], "given_name": "Eva",
        }  # fmt: skip
        self.token: dict[str, Any] = {}
        self.headers: dict[str, str] = {"kid": "one"}
        self.signs_with: Any = self.key
        self.asked: list[dict[str, list[str]]] = []
        self.nonce = ""
        self.is_broken = False

    def __call__(self, environ: dict[str, Any], respond: Any) -> list[bytes]:
        length = int(environ.get("CONTENT_LENGTH") or 0)
        self.asked.append(parse_qs(environ["wsgi.input"].read(length).decode()))
        if self.is_broken:
            respond("500 Oops", [("Content-Type", "text/plain")])
            return [b"<html>"]
        answer: dict[str, Any] = {
            "/userinfo": self.claims,
            "/keys": {"keys": [self._public()]},
        }.get(environ["PATH_INFO"], {"access_token": "a", "id_token": self._signed()})
        respond("200 OK", [("Content-Type", "application/json")])
        return [json.dumps(answer).encode()]

    def _public(self) -> dict[str, Any]:
        public: dict[str, Any] = jwt.algorithms.RSAAlgorithm.to_jwk(
            self.key.public_key(), as_dict=True
        )
        return {**public, "kid": "one", "alg": "RS256"}

    def _signed(self) -> str:
        standard = {
            "iss": ISSUER, "aud": "kennis", "sub": "1", "nonce": self.nonce,
            "exp": int(time.time()) + 60,
        }  # fmt: skip
        payload = {k: v for k, v in {**standard, **self.token}.items() if v is not None}
        return jwt.encode(payload, self.signs_with, algorithm="RS256", headers=self.headers)


@pytest.fixture
def provider(settings: Any, groups: None, db: None) -> Iterator[Provider]:
    import innovkb.accounts.urls
    import innovkb.urls

    made = Provider()
    server = make_server("127.0.0.1", 0, made, handler_class=Quiet)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    base = f"http://127.0.0.1:{server.server_port}"
    for name, value in {
        "OIDC_RP_CLIENT_ID": "kennis", "OIDC_RP_CLIENT_SECRET": "s", "OIDC_ISSUER": ISSUER,
        "OIDC_OP_AUTHORIZATION_ENDPOINT": f"{ISSUER}/start",
        "OIDC_OP_TOKEN_ENDPOINT": f"{base}/token",
        "OIDC_OP_USER_ENDPOINT": f"{base}/userinfo", "OIDC_OP_JWKS_ENDPOINT": f"{base}/keys",
        "OIDC_RP_SIGN_ALGO": "RS256", "OIDC_RP_SCOPES": "openid email profile",
        "OIDC_USE_PKCE": True, "OIDC_TIMEOUT": 10, "OIDC_GROUPS_CLAIM": "groups",
        "OIDC_GROUPS": {"schrijvers": "redactie", "chefs": "eindredactie"},
        "LOGIN_REDIRECT_URL": "/redactie/",
        "AUTHENTICATION_BACKENDS": [
            *settings.AUTHENTICATION_BACKENDS, "innovkb.accounts.openid.OpenIdBackend",
        ],
    }.items():  # fmt: skip
        setattr(settings, name, value)
    reload(innovkb.accounts.urls)
    reload(innovkb.urls)
    clear_url_caches()
    yield made
    server.shutdown()
    thread.join()
    server.server_close()
    settings.OIDC_RP_CLIENT_ID = ""
    reload(innovkb.accounts.urls)
    reload(innovkb.urls)
    clear_url_caches()


def log_in(provider: Provider, client: Client | None = None, **query: str) -> Any:
    client = client or Client()
    away = client.get(START, query)
    asked = parse_qs(urlsplit(away["Location"]).query)
    assert away["Location"].startswith(f"{ISSUER}/start?")
    assert asked["code_challenge_method"] == ["S256"]
    provider.nonce = asked["nonce"][0]
    return client.get(f"{START}terug/", {"code": "c", "state": asked["state"][0]})


def test_unless_it_is_set_up_there_is_no_such_door(db: None) -> None:
    assert "Log in via je organisatie" not in Client().get("/admin/login/").content.decode()
    assert Client().get(START)["Location"].startswith("/admin/login/")
    assert Client().get(f"{START}terug/?code=a&state=b")["Location"].startswith("/admin/login/")


def test_who_is_in_a_group_gets_its_role_and_no_more(provider: Provider) -> None:
    login_page = Client().get("/admin/login/?next=/redactie/nieuw/").content.decode()
    assert f'href="{START}?next=/redactie/nieuw/"' in login_page
    client = Client()
    provider.claims |= {"is_superuser": True, "is_staff": True, "groups": ["schrijvers", "x", None]}
    assert log_in(provider, client, next="/redactie/nieuw/")["Location"] == "/redactie/nieuw/"
    assert client.get("/redactie/").status_code == 200
    user = User.objects.get()
    names = [group.name for group in user.groups.all()]
    assert (user.username, user.is_superuser, names) == ("eva@example.org", False, ["redactie"])
    assert user.has_usable_password() is False
    user.groups.add(Group.objects.create(name="van hier"))
    provider.claims["groups"] = "chefs"
    assert log_in(provider, next="https://example.org/")["Location"] == "/redactie/"
    assert {group.name for group in user.groups.all()} == {"eindredactie", "van hier"}
    provider.claims["groups"] = []
    assert log_in(provider).status_code == 403
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("token", "claims"),
    [
        ({"aud": "another"}, {}), ({"aud": ["kennis"], "azp": "another"}, {}),
        ({"iss": "https://evil.example.org"}, {}), ({"nonce": "old"}, {}), ({"exp": 1}, {}),
        ({"exp": None}, {}), ({"sub": None}, {}), ({}, {"sub": "2"}),
        ({}, {"email": ""}), ({}, {"email": None}), ({}, {"email_verified": False}),
        ({}, {"email": "x" * 151}), ({}, {"groups": ["redactie"]}), ({}, {"groups": {"a": 1}}),
        ({}, {"email": "baas"}), ({}, {"email": "anna"}),
    ],
)  # fmt: skip
def test_what_is_not_meant_for_here_lets_nobody_in(
    provider: Provider, token: dict[str, Any], claims: dict[str, Any]
) -> None:
    User.objects.create_superuser("baas", password=None)
    User.objects.create_user("anna", password="een-zin-van-haarzelf", is_staff=True)
    provider.token |= token
    provider.claims |= claims
    client = Client()
    answer = log_in(provider, client)
    assert (answer.status_code, "niet gelukt" in answer.content.decode()) == (403, True)
    assert client.get("/redactie/").status_code == 302
    assert sorted(user.username for user in User.objects.all()) == ["anna", "baas"]


def test_what_is_signed_by_another_or_broken_lets_nobody_in(provider: Provider) -> None:
    provider.signs_with = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    assert log_in(provider).status_code == 403
    provider.signs_with, provider.headers = provider.key, {"kid": "another"}
    assert log_in(provider).status_code == 403
    provider.is_broken = True
    for _ in range(MOST["pair"]):
        assert log_in(provider).status_code == 403
    provider.is_broken, provider.headers = False, {"kid": "one"}
    assert log_in(provider).status_code == 302  # what broke there was no guess at a password
    assert Client().get(f"{START}terug/", {"code": "c", "state": "s"}).status_code == 403
    assert Client().get(f"{START}terug/", {"error": "no"}).status_code == 403
    client = Client()
    client.get(START)
    assert client.get(f"{START}terug/", {"code": "c", "state": "forged"}).status_code == 400
    asked = len(provider.asked)
    sent = {"username": "eva@example.org", "password": "!"}
    assert Client().post("/admin/login/?code=c&state=s", sent).status_code == 200
    assert len(provider.asked) == asked  # a password is nothing to the provider


def test_a_wrong_setting_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    assert openid_settings() == {"OIDC_RP_CLIENT_ID": ""}
    names = ("ISSUER", "AUTHORIZATION_URL", "TOKEN_URL", "USERINFO_URL", "KEYS_URL")
    good = {f"OIDC_{name}": "https://login.example.org" for name in names}
    good |= {
        "OIDC_CLIENT_ID": "a",
        "OIDC_CLIENT_SECRET": "s",
        "OIDC_GROUPS": "a=redactie, b=redactie",
    }
    for name, value in good.items():
        monkeypatch.setenv(name, value)
    assert openid_settings()["OIDC_GROUPS"] == {"a": "redactie", "b": "redactie"}
    for name, value in {
        "OIDC_TOKEN_URL": "http://login.example.org", "OIDC_GROUPS": "a=beheer",
        "OIDC_SIGN_ALGO": "none",
    }.items():  # fmt: skip
        with monkeypatch.context() as one, pytest.raises(ImproperlyConfigured, match=name):
            one.setenv(name, value)
            openid_settings()
