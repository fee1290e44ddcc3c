"""Dates that are known to the day, the month or the year, written the Dutch way."""

from datetime import date
from typing import Any

from django.db import models
from django.utils.dates import MONTHS


class Precision(models.TextChoices):
    """How much of a date is known."""

    DAY = "day", "op de dag"
    MONTH = "month", "op de maand"
    YEAR = "year", "op het jaar"


def dutch_date(day: date | None, precision: str = Precision.DAY) -> str:
    """``8 december 2025``, ``september 2025`` or ``2012``; empty when the date is not known."""
    if day is None:
        return ""
    month = f"{MONTHS[day.month]} {day.year}"  # a format would be read letter by letter
    return {"day": f"{day.day} {month}", "month": month, "year": str(day.year)}[precision]


def iso_date(day: date | None, precision: str = Precision.DAY) -> str:
    """``2025-12-08``, ``2025-09`` or ``2012``: the ``datetime`` of a ``<time>``."""
    if day is None:
        return ""
    return {"day": day.isoformat(), "month": f"{day:%Y-%m}", "year": f"{day:%Y}"}[precision]


class Dated:
    """A row with a ``date`` that is known as precisely as its ``date_precision`` says."""

    date: Any
    date_precision: Any

    @property
    def date_display(self) -> str:
        """As people write it."""
        return dutch_date(self.date, self.date_precision)

    @property
    def date_iso(self) -> str:
        """As machines read it."""
        return iso_date(self.date, self.date_precision)
