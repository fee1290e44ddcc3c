"""Dates that are known to the day, the month or the year, written the Dutch way."""

from datetime import date
from typing import Any

from django.db import models
from django.utils.formats import date_format


class Precision(models.TextChoices):
    """How much of a date is known."""

    DAY = "day", "op de dag"
    MONTH = "month", "op de maand"
    YEAR = "year", "op het jaar"


_FORMATS = {Precision.DAY: "j F Y", Precision.MONTH: "F Y", Precision.YEAR: "Y"}


def dutch_date(day: date | None, precision: str = Precision.DAY) -> str:
    """``8 december 2025``, ``september 2025`` or ``2012``; empty when the date is not known."""
    return date_format(day, _FORMATS[Precision(precision)]) if day else ""


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
