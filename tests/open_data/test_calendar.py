"""The calendar file of an all-day event."""

from datetime import UTC, date, datetime

from innovkb.open_data.calendar import Event, calendar_file

EVENT = Event(
    uid="sessie-x@kennis.example.org",
    first_day=date(2026, 1, 26),
    day_after=date(2026, 1, 27),
    summary="Samen; werken, aan\neen portfolio",
    location="",
    description="é" * 100,
    url="https://kennis.example.org/sessies/x/",
)


def test_the_event_takes_the_whole_day_and_texts_are_escaped() -> None:
    text = calendar_file(EVENT, datetime(2025, 12, 1, 9, 30, tzinfo=UTC))
    lines = text.split("\r\n")
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTAMP:20251201T093000Z" in lines
    assert "DTSTART;VALUE=DATE:20260126" in lines
    assert "DTEND;VALUE=DATE:20260127" in lines
    assert r"SUMMARY:Samen\; werken\, aan\neen portfolio" in lines
    assert not [line for line in lines if line.startswith("LOCATION")]


def test_no_line_is_longer_than_75_bytes_and_unfolding_gives_the_text_back() -> None:
    text = calendar_file(EVENT, datetime(2025, 12, 1, tzinfo=UTC))
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert f"DESCRIPTION:{'é' * 100}\r\n" in text.replace("\r\n ", "")
