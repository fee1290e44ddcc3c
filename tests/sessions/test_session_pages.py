"""Sessions, their calendar files, and series."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone


def page(client: Client, path: str, **query: str) -> str:
    response = client.get(path, query)
    assert response.status_code == 200
    return response.content.decode()


def held(make: Any, title: str, date: str, **fields: Any) -> Any:
    meeting = make.session(title, state="held", date=date, **fields)
    make.write_up(f"Verslag van {title}", session=meeting)
    return meeting


def test_announced_and_held_sessions_stand_apart(client: Client, make: Any) -> None:
    held(make, "Oude sessie", "2020-01-01")
    held(make, "Nieuwe sessie", "2025-01-01")
    make.session("Komende sessie", date="2031-01-01")
    html = page(client, "/sessies/")
    places = [html.index(words) for words in (
        'id="announced"', "Komende sessie", 'id="held"', "Nieuwe sessie", "Oude sessie",
    )]  # fmt: skip
    assert places == sorted(places)


def test_an_announced_session_that_is_past_is_announced_nowhere(client: Client, make: Any) -> None:
    series = make.series("Hoe dan", organiser=make.organisation("RIC"))
    make.session("Voorbije sessie", date="2025-06-02", series=series)
    make.session("Komende sessie", date="2031-01-01", series=series)
    html = page(client, "/sessies/")
    places = [html.index(words) for words in (
        'id="announced"', "Komende sessie", 'id="passed"', "Voorbij, zonder verslag",
        "Voorbije sessie",
    )]  # fmt: skip
    assert places == sorted(places)
    own = page(client, "/sessies/voorbije-sessie/")
    assert "Deze datum is voorbij; er is hier geen verslag van." in own
    assert "Aangekondigd<" not in own
    assert "agenda.ics" not in own
    for path in ("/reeksen/hoe-dan/", "/organisaties/ric/"):
        told = page(client, path).lower()
        assert (told.count("aangekondigd"), told.count("voorbij, zonder verslag")) == (1, 1)


@pytest.mark.parametrize(("precision", "is_past"), [("day", True), ("month", False)])
def test_a_session_is_past_when_all_that_is_known_of_its_date_is(
    client: Client, make: Any, precision: str, is_past: bool
) -> None:
    day = timezone.localdate().replace(day=1)
    if precision == "day":
        day -= timedelta(days=1)
    make.session("Straks", date=day, date_precision=precision)
    assert ("Deze datum is voorbij" in page(client, "/sessies/straks/")) == is_past


def test_sessions_are_filtered_by_series_and_year(client: Client, make: Any) -> None:
    series = make.series("Hoe dan")
    held(make, "In de reeks", "2025-01-01", series=series)
    held(make, "Buiten de reeks", "2025-01-01")
    held(make, "Eerder in de reeks", "2020-01-01", series=series)
    html = page(client, "/sessies/", reeks="hoe-dan", jaar="2025")
    assert "In de reeks" in html
    assert "Buiten de reeks" not in html
    assert "Eerder in de reeks" not in html


@pytest.mark.parametrize("year", ["13", "0", "99999999999999999999", "tweeduizend", "-1", "2025.0"])
def test_a_year_without_sessions_is_left_out_and_named(
    client: Client, make: Any, year: str
) -> None:
    held(make, "Een sessie", "2025-01-01")
    html = page(client, "/sessies/", jaar=year)
    assert "Een sessie" in html
    assert "weggelaten" in html


def test_a_session_its_write_up_and_what_that_announced_lead_to_each_other(
    client: Client, make: Any
) -> None:
    series = make.series("Hoe dan", organiser=make.organisation("RIC"))
    meeting = make.session("Toen", state="held", date="2025-05-12", series=series,
                           attendance_note="ruim 80")  # fmt: skip
    write_up = make.write_up("Verslag", session=meeting)
    person = make.speaker("Jo Jansen")
    make.appearance(write_up=write_up, speaker=person, role="adviseur")
    make.session("Straks", date="2031-01-01", announced_in=write_up, series=series)
    html = page(client, "/sessies/toen/")
    for link in ("/verslagen/verslag/", "/sessies/straks/", "/reeksen/hoe-dan/",
                 "/sprekers/jo-jansen/"):  # fmt: skip
        assert f'href="{link}"' in html
    assert "ruim 80" in html
    html = page(client, "/sessies/straks/")
    for link in ("/verslagen/verslag/", "/reeksen/hoe-dan/"):
        assert f'href="{link}"' in html
    html = page(client, "/verslagen/verslag/")
    for link in ("/sessies/toen/", "/sessies/straks/", "/reeksen/hoe-dan/"):
        assert f'href="{link}"' in html
    html = page(client, "/reeksen/hoe-dan/")
    for link in ("/sessies/toen/", "/sessies/straks/", "/organisaties/ric/"):
        assert f'href="{link}"' in html


def test_an_announced_session_goes_into_a_calendar(client: Client, make: Any) -> None:
    day = timezone.localdate() + timedelta(days=3)
    make.session("Straks", date=day, place="online")
    assert 'href="/sessies/straks/agenda.ics"' in page(client, "/sessies/straks/")
    response = client.get("/sessies/straks/agenda.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    lines = response.content.decode().split("\r\n")
    assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}" in lines
    assert f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}" in lines
    assert "LOCATION:online" in lines
    assert "URL:http://127.0.0.1:8000/sessies/straks/" in lines


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "announced", "date": None},
        {"state": "announced", "date": "2031-01-01", "date_precision": "month"},
        {"state": "held", "date": "2025-01-01"},
    ],
)
def test_a_session_without_a_day_to_come_has_no_calendar_file(
    client: Client, make: Any, fields: dict[str, Any]
) -> None:
    meeting = make.session("Straks", **fields)
    make.write_up(session=meeting)
    assert "agenda.ics" not in page(client, "/sessies/straks/")
    assert client.get("/sessies/straks/agenda.ics").status_code == 404


def test_a_session_of_which_the_date_is_inferred_says_how(client: Client, make: Any) -> None:
    held(make, "Toen", "2025-05-12", date_note="Jaar afgeleid.")
    assert "(Jaar afgeleid.)" in page(client, "/sessies/toen/")


def test_a_series_of_which_nothing_is_public_is_not_there(client: Client, make: Any) -> None:
    series = make.series("Hoe dan", organiser=make.organisation("RIC"))
    make.session("Toen", state="held", date="2025-01-01", series=series)
    for path in ("/sessies/toen/", "/reeksen/hoe-dan/", "/organisaties/ric/"):
        assert client.get(path).status_code == 404
