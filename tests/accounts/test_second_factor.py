"""Logging in with two steps: asked at every door, of who set it up or has to."""

import base64
import re
import time
from typing import Any

import pytest
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

from innovkb.accounts import second_factor
from innovkb.accounts.models import SecondFactor
from innovkb.accounts.throttle import MOST
from innovkb.lib.audit import AuditEvent
from innovkb.lib.tally import Tally
from tests.roles import browser

PASSWORD = "paars-kaas-trein-ladder"
SET_UP = "/admin/account/twee-stappen/"
CHANGE = f"{SET_UP}wijzigen/"
DOORS = ("/admin/login/", "/redactie/nieuw/")


@pytest.fixture
def eva(eindredacteur: User, settings: Any) -> User:
    settings.SECOND_FACTOR = "OPTIONAL"
    eindredacteur.set_password(PASSWORD)
    eindredacteur.save()
    return eindredacteur


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Later, and later: a code works once, so every step of a test has its own half minute."""
    now = [int(time.time())]
    monkeypatch.setattr(second_factor.time, "time", lambda: now[0])

    def code(key: str) -> str:
        now[0] += 30
        secret = base64.b32decode(key.replace(" ", ""))
        return TOTP(secret, 6, SHA1(), 30).generate(now[0]).decode()  # noqa: S303

    return code


def set_up(client: Client, clock: Any) -> tuple[str, list[str]]:
    """The key of the app, and the recovery codes."""
    key = re.findall(r"<code>([A-Z2-7 ]+)</code>", client.get(SET_UP).content.decode())[0]
    page = client.post(SET_UP, {"password": PASSWORD, "code": clock(key)})
    assert page.status_code == 200
    return key, re.findall(r"<code>([A-Z2-7 ]+)</code>", page.content.decode())


def knock(door: str, user: User, code: str, password: str = PASSWORD) -> str:
    """``in``, or what the door says."""
    client, name = Client(), user.get_username()
    if door == DOORS[0]:
        answer = client.post(door, {"username": name, "password": password, "code": code})
    else:
        sent = {"kept_username": name, "kept_password": password, "kept_code": code,
                "text": "Mijn hele verslag"}  # fmt: skip
        answer = client.post(door, sent)
        kept = answer.content.decode()
        assert answer.status_code == 302 or "Mijn hele verslag" in kept
        assert f'value="{code}"' not in kept or not code
    if answer.status_code == 302:
        return "in"
    page = answer.content.decode()
    signs = {"Vul ook de code in": "asks", "Deze code klopt niet": "wrong",
             "te vaak een verkeerd wachtwoord": "throttled", "te veel verkeerde codes": "closed",
             "Stel het in": "set up", "stel het in": "set up"}  # fmt: skip
    return next((word for sign, word in signs.items() if sign in page), "password")


def test_off_costs_nothing_and_shows_nothing(
    eindredacteur: User, django_assert_num_queries: Any
) -> None:
    client = browser(eindredacteur)
    assert "twee-stappen" not in client.get("/admin/account/").content.decode()
    assert "twee stappen" not in Client().get("/admin/login/").content.decode()
    assert client.get(SET_UP)["Location"] == "/admin/account/"
    assert client.post(CHANGE, {"doe": "uit"})["Location"] == "/admin/account/"
    assert SecondFactor.objects.count() == 0
    with django_assert_num_queries(0):
        assert second_factor.is_required_of(eindredacteur) is False


@pytest.mark.parametrize("door", DOORS)
def test_every_door_asks_a_code_once_it_is_set_up(eva: User, clock: Any, door: str) -> None:
    assert knock(door, eva, "") == "in"
    key, recovery = set_up(browser(eva), clock)
    assert len(set(recovery)) == 8
    code = clock(key)
    said = [knock(door, eva, one) for one in ("", "000000x", code, code, recovery[0], recovery[0])]
    assert said == ["asks", "wrong", "in", "wrong", "in", "wrong"]  # each code works once
    assert knock(door, eva, recovery[1].replace(" ", "").lower()) == "in"
    assert knock(door, eva, clock(key), password="fout") == "password"
    actions = AuditEvent.objects.filter(action="second_step").values_list("detail", flat=True)
    assert sorted(actions) == [
        "herstelcode gebruikt, nog 6", "herstelcode gebruikt, nog 7", "ingesteld",
    ]  # fmt: skip


def test_neither_secret_nor_recovery_code_can_be_read_from_the_database(
    eva: User, clock: Any, settings: Any
) -> None:
    key, recovery = set_up(browser(eva), clock)
    kept = str(list(SecondFactor.objects.values()))
    secret = base64.b32decode(key.replace(" ", ""))
    for word in (
        key,
        key.replace(" ", ""),
        secret.hex(),
        recovery[0],
        recovery[0].replace(" ", ""),
    ):
        assert word not in kept
    settings.SECRET_KEY = "another-" * 10  # as after a leak: the app's codes end, these go on
    assert knock(DOORS[0], eva, clock(key)) == "wrong"
    assert knock(DOORS[0], eva, recovery[0]) == "in"


def test_wrong_codes_count_as_wrong_passwords_and_close_the_account_everywhere(
    eva: User, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, _ = set_up(browser(eva), clock)
    said = [knock(DOORS[number % 2], eva, "123456x") for number in range(MOST["pair"] + 1)]
    assert said == ["wrong"] * MOST["pair"] + ["throttled"]
    assert knock(DOORS[1], eva, clock(key)) == "throttled"
    monkeypatch.setattr(second_factor, "MOST_WRONG", MOST["pair"])
    monkeypatch.setitem(MOST, "pair", 1_000)  # who knows the password guesses from many places
    assert [knock(door, eva, clock(key)) for door in DOORS] == ["closed", "closed"]


def test_setting_it_up_takes_the_password_and_ends_all_other_sessions(
    eva: User, clock: Any
) -> None:
    client, other = browser(eva), browser(eva)
    key = re.findall(r"<code>([A-Z2-7 ]+)</code>", client.get(SET_UP).content.decode())[0]
    for sent in ({"password": "fout", "code": clock(key)}, {"password": PASSWORD, "code": "12 34"},
                 {}, {"password": "\0", "code": "\0"}):  # fmt: skip
        page = client.post(SET_UP, sent)
        assert (page.status_code, SecondFactor.objects.get().confirmed_at) == (422, None)
        assert key in page.content.decode()
    Tally.objects.all().delete()
    set_up(client, clock)
    assert client.get("/redactie/").status_code == 200
    assert other.get("/redactie/").status_code == 302
    assert client.get(SET_UP)["Location"] == "/admin/account/"  # no second secret over the first


def test_it_is_changed_and_put_off_with_a_code_only(eva: User, clock: Any) -> None:
    client = browser(eva)
    key, old = set_up(client, clock)
    client.post(CHANGE, {"doe": "uit", "code": ""})
    client.post(CHANGE, {"doe": "uit", "code": "999999x"})
    assert SecondFactor.objects.count() == 1
    new = client.post(CHANGE, {"doe": "codes", "code": clock(key)}).content.decode()
    assert [code for code in old if code in new] == []
    assert knock(DOORS[0], eva, old[0]) == "wrong"
    client.post(CHANGE, {"doe": "uit", "code": clock(key)})
    assert SecondFactor.objects.count() == 0
    assert knock(DOORS[0], eva, "") == "in"


def test_who_publishes_has_to_set_it_up_and_is_nobody_until_then(
    eva: User, redacteur: User, clock: Any, settings: Any, make: Any
) -> None:
    settings.SECOND_FACTOR = "REQUIRED"
    draft = make.draft()
    assert browser(redacteur).get("/redactie/").status_code == 200
    client = browser(eva)
    away = client.get("/redactie/?q=a")
    assert away["Location"] == f"{SET_UP}?next=%2Fredactie%2F%3Fq%3Da"
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert knock(DOORS[1], eva, "") == "set up"  # not even by a form that logs in by itself
    assert client.post("/redactie/mail/", {"wil": "1"}).status_code == 403
    key, _ = set_up(client, clock)
    assert client.get("/redactie/").status_code == 200
    client.post(CHANGE, {"doe": "uit", "code": clock(key)})
    assert SecondFactor.objects.count() == 1
    assert browser(eva).get("/redactie/")["Location"].startswith("/admin/login/")  # took no step
    assert knock(DOORS[1], eva, clock(key)) == "in"


def test_an_administrator_takes_it_off_for_a_lost_phone(
    eva: User, editor: User, clock: Any, settings: Any
) -> None:
    lost = browser(eva)
    set_up(lost, clock)
    sent = {"action": "take_off", "_selected_action": [eva.pk, editor.pk]}
    chief = browser(editor)
    assert "1 van de 2" in chief.post("/admin/auth/user/", sent, follow=True).content.decode()
    assert knock(DOORS[0], eva, "") == "in"
    assert lost.get("/redactie/").status_code == 302  # the phone may have had a session
    event = AuditEvent.objects.filter(action="second_step").first()
    assert event and (event.user_name, event.detail) == (editor.username, "uitgezet")
    with pytest.raises(CommandError, match="has no second factor"):
        call_command("second_factor_off", eva.username)
    with pytest.raises(CommandError, match="no account"):
        call_command("second_factor_off", "niemand")
    set_up(browser(eva), clock)
    call_command("second_factor_off", eva.username, verbosity=0)
    assert SecondFactor.objects.count() == 0
    settings.SECOND_FACTOR = "OFF"
    assert "take_off" not in chief.get("/admin/auth/user/").content.decode()


def test_it_leads_on_to_no_other_site(eva: User) -> None:
    client = browser(eva)
    for wanted in ("https://example.org/", "//example.org", "javascript:alert(1)"):
        page = client.get(SET_UP, {"next": wanted}).content.decode()
        assert 'name="next" value="/admin/account/"' in page
