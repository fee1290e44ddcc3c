"""Writes one all-day event as an iCalendar file (RFC 5545)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

LINE_LENGTH = 75
"""The most bytes of a line; what is longer goes on in the next line, after a space."""


@dataclass(frozen=True)
class Event:
    """An event of whole days; ``day_after`` is the first day that it no longer takes."""

    uid: str
    first_day: date
    day_after: date
    summary: str
    location: str
    description: str
    url: str


def calendar_file(event: Event, written: datetime) -> str:
    """The text of the .ics file; ``written`` is an aware time."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//innovkb//NL",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{written.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{event.first_day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.day_after:%Y%m%d}",
        f"SUMMARY:{_escaped(event.summary)}",
        *([f"LOCATION:{_escaped(event.location)}"] if event.location else []),
        *([f"DESCRIPTION:{_escaped(event.description)}"] if event.description else []),
        f"URL:{event.url}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _escaped(text: str) -> str:
    plain = re.sub(r"[\x00-\x09\x0b-\x1f\x7f]", "", text.replace("\r\n", "\n"))
    return re.sub(r"([\\;,])", r"\\\1", plain).replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most LINE_LENGTH bytes, no character cut in two."""
    part, size = "", 0
    for char in line:
        width = len(char.encode())
        if size + width > LINE_LENGTH:
            yield part
            part, size = " ", 1
        part, size = part + char, size + width
    yield part
