"""The calendar files, read as a calendar program does."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from sessions.models import Session

NASTY = "Samen; werken, \\aan\neen é" + "é" * 60 + "😀" * 30 + "\nEND:VEVENT"


def read(client: Client, path: str) -> list[Any]:
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    lines = response.content.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert all(line.decode() is not None for line in lines)  # no character is cut in two
    return list(Calendar.from_ical(response.content).walk("VEVENT"))


def test_texts_come_back_unchanged_and_the_event_takes_the_whole_day(
    client: Client, make: Any
) -> None:
    day = timezone.localdate() + timedelta(days=3)
    make.session("Straks", slug="straks", date=day, place=NASTY[:190], description=NASTY)
    Session.objects.update(title=NASTY[:200])
    (event,) = read(client, "/sessies/straks/agenda.ics")
    assert str(event["summary"]) == NASTY[:200]
    assert str(event["location"]) == NASTY[:190]
    assert str(event["description"]) == NASTY
    assert event.decoded("dtstart") == day
    assert event.decoded("dtend") == day + timedelta(days=1)
    assert str(event["url"]) == "http://127.0.0.1:8000/sessies/straks/"
    assert str(event["uid"]) == "sessie-straks@127.0.0.1"


def test_a_control_character_does_no_harm(client: Client, make: Any) -> None:
    make.session("Straks", date="2031-01-01")
    Session.objects.update(title="Een\x0btitel\x00"[:9], place="\x1f")
    (event,) = read(client, "/sessies/straks/agenda.ics")
    assert str(event["summary"]) == "Eentitel"


def test_a_change_raises_the_sequence(client: Client, make: Any) -> None:
    meeting = make.session("Straks", date="2031-01-01")
    (before,) = read(client, "/sessies/straks/agenda.ics")
    Session.objects.update(added_at=timezone.now() - timedelta(hours=3))
    meeting.refresh_from_db()
    meeting.date = date(2031, 2, 1)
    meeting.save()
    (after,) = read(client, "/sessies/straks/agenda.ics")
    assert after["sequence"] >= before["sequence"] + 179
    assert after["uid"] == before["uid"]
    assert after.decoded("dtstart") == date(2031, 2, 1)


def test_all_sessions_and_those_of_a_series_can_be_subscribed_to(client: Client, make: Any) -> None:
    series = make.series("Reeks")
    make.session("In de reeks", date="2031-01-01", series=series)
    make.session("Erbuiten", date="2030-01-01")
    make.session("Dag onbekend", date="2031-03-01", date_precision="month", series=series)
    make.session("Zonder datum", series=series)
    make.session("Concept", date="2031-04-01", series=series, announced_in=make.draft())
    held = make.session("Toen", date="2025-01-01", state="held", series=series)
    make.write_up(session=held)
    names = [str(event["summary"]) for event in read(client, "/sessies/agenda.ics")]
    assert names == ["Toen", "Erbuiten", "In de reeks"]
    names = [str(event["summary"]) for event in read(client, "/reeksen/reeks/agenda.ics")]
    assert names == ["Toen", "In de reeks"]


@pytest.mark.parametrize("path", ["/reeksen/weg/agenda.ics", "/sessies/weg/agenda.ics"])
def test_a_calendar_of_nothing_is_not_there(client: Client, db: None, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_calendar_of_an_empty_site_has_no_events(client: Client, db: None) -> None:
    assert read(client, "/sessies/agenda.ics") == []
