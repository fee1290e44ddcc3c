"""Whoever guesses is slowed, at every door, and nobody else is."""

import logging
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from innovkb.accounts.throttle import MOST
from innovkb.lib.tally import Tally

RIGHT = "paars-kaas-trein-ladder"
DOORS = ("/admin/login/", "/redactie/nieuw/")


@pytest.fixture(autouse=True)
def anna(groups: None) -> Any:
    return get_user_model().objects.create_superuser("anna", password=RIGHT)


def knock(door: str, password: str, *, name: str = "anna", place: str = "192.0.2.1") -> str:
    """What the door says: in, wrong, or throttled."""
    client = Client(REMOTE_ADDR=place)
    if door == "/admin/login/":
        answer = client.post(door, {"username": name, "password": password})
    else:
        sent = {"kept_username": name, "kept_password": password, "text": "Mijn hele verslag"}
        answer = client.post(door, sent)
        assert answer.status_code == 302 or "Mijn hele verslag" in answer.content.decode()
    if answer.status_code == 302:
        return "in"
    return "throttled" if "te vaak een verkeerd wachtwoord" in answer.content.decode() else "wrong"


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("other", DOORS)
def test_after_five_guesses_even_the_right_password_waits(door: str, other: str) -> None:
    said = [knock(door, f"fout-{number}") for number in range(MOST["pair"] + 2)]
    assert said == ["wrong"] * (MOST["pair"] - 1) + ["throttled"] * 3
    assert knock(other, RIGHT) == "throttled"
    assert knock(other, RIGHT, name=" ANNA ") != "in"
    assert knock(other, RIGHT, place="192.0.2.9") == "in"  # from elsewhere nobody guessed


@pytest.mark.parametrize("door", DOORS)
def test_a_quarter_of_an_hour_later_the_door_is_open_again(
    door: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(MOST["pair"]):
        knock(door, f"fout-{number}")
    later = timezone.now() + timedelta(minutes=15)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert knock(door, RIGHT) == "in"


@pytest.mark.parametrize("door", DOORS)
def test_who_logs_in_begins_anew(door: str) -> None:
    for _ in range(3):
        said = [knock(door, "fout") for _ in range(MOST["pair"] - 1)]
        assert (set(said), knock(door, RIGHT)) == ({"wrong"}, "in")


def test_one_place_can_try_no_more_than_fifty_times_over_all_accounts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(MOST, "place", 4)
    said = [knock(DOORS[0], "fout", name=f"naam{number}") for number in range(5)]
    assert said == ["wrong"] * 3 + ["throttled"] * 2
    assert knock(DOORS[0], RIGHT) == "throttled"
    assert knock(DOORS[0], RIGHT, place="198.51.100.1") == "in"


def test_one_account_can_be_tried_a_hundred_times_from_everywhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(MOST, "account", 4)
    said = [knock(DOORS[0], "fout", place=f"192.0.2.{number}") for number in range(5)]
    assert said == ["wrong"] * 3 + ["throttled"] * 2
    assert knock(DOORS[0], RIGHT, place="198.51.100.1") == "throttled"


def test_neither_database_nor_log_says_who_tried(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        knock(DOORS[0], "mijn-geheime-zin", name="piet@example.org")
    rows = [str(value) for row in Tally.objects.values_list() for value in row]
    told = [*rows, caplog.text]
    assert "A log-in failed" in caplog.text
    assert [word for word in ("piet", "192.0.2", "geheime") if word in "".join(told)] == []


def test_a_name_of_any_kind_is_no_error() -> None:
    for name in ("", "\0", "x" * 5_000, "‘’\u202e", "a\nb"):
        assert knock(DOORS[0], "fout", name=name) == "wrong"
