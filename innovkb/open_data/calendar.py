"""Writes sessions as an iCalendar file (RFC 5545): events of whole days."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event, vText

from innovkb.lib.addresses import absolute
from innovkb.lib.text import printable

REFRESH = timedelta(hours=12)
"""How often a program that subscribes may ask anew."""


def calendar_file(name: str, sessions: Iterable[Any]) -> bytes:
    """The .ics file of sessions that are known to the day; ``name`` is the calendar's."""
    calendar = Calendar()
    calendar.add("prodid", "-//innovkb//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    title = vText(" ".join(printable(name).split()))
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("refresh-interval", REFRESH)
    for one in sessions:
        calendar.add_component(_event(one))
    text: bytes = calendar.to_ical()
    return text


def _event(session: Any) -> Event:
    event = Event()
    event.add("uid", f"sessie-{session.slug}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("dtstamp", session.updated_at)
    event.add("last-modified", session.updated_at)
    event.add("sequence", _sequence(session))
    event.add("dtstart", session.date)
    event.add("dtend", session.date + timedelta(days=1))  # the first day it no longer takes
    event.add("summary", printable(session.title))
    if session.place:
        event.add("location", printable(session.place))
    if session.description:
        event.add("description", printable(session.description))
    event.add("url", absolute(session.get_absolute_url()))
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _sequence(session: Any) -> int:
    """Grows with every change, so that calendars take the newest: minutes since it came."""
    return max(0, int((session.updated_at - session.added_at).total_seconds() // 60))
