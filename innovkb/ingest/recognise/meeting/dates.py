"""Dates in running text, long and short, Dutch first; English and French months work too."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from innovkb.ingest.recognise.proposals import DatePrecision
from innovkb.ingest.recognise.text.lexicon import MONTHS, WEEKDAYS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted((name for name in WEEKDAYS if len(name) > 2), key=len, reverse=True))
_SHORT_WEEKDAY = "|".join(name for name in WEEKDAYS if len(name) == 2)
_DATE = re.compile(
    rf"(?:\b(?P<weekday>(?:{_WEEKDAY})(?=(?:ochtend|middag|avond|morgen|namiddag|voormiddag)?\b)"
    rf"|(?:{_SHORT_WEEKDAY})(?=\.? \d))(?:ochtend|middag|avond|morgen|namiddag|voormiddag)?\.?,?\s+"
    rf"(?:de\s+|the\s+)?)?"
    rf"(?:"
    rf"\b(?P<day>\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?\.?[ -](?:(?:en|t/m|tot|-|–"
    rf"|&)\s?\d{{1,2}}[ -])?"
    rf"(?P<month>{_MONTH})\b\.?,?(?:[ -]?(?P<year>(?:19|20)\d\d|[’']\d\d)\b)?"
    rf"|\b(?P<day2>\d{{1,2}})[-/.](?P<month2>\d{{1,2}})[-/.](?P<year2>(?:19|20)\d\d|\d\d)\b"
    rf"|\b(?P<year3>(?:19|20)\d\d)-(?P<month3>\d\d)-(?P<day3>\d\d)\b"
    rf"|\b(?P<month5>{_MONTH}) (?P<day5>\d{{1,2}})(?:st|nd|rd|th)?, (?P<year5>(?:19|20)\d\d)\b"
    rf"|\b(?P<month4>{_MONTH})\b\.?(?: (?:van )?(?P<year4>(?:19|20)\d\d))\b"
    rf")",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SPAN_YEARS = 40


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in the flat text; `year` is 0 where the text gives none, `day` 0 for a month."""

    start: int
    end: int
    year: int
    month: int
    day: int
    weekday: int | None

    @property
    def precision(self) -> DatePrecision:
        """How much of the date is known."""
        return "day" if self.day else "month"

    def on(self, year: int) -> date | None:
        """Return the date in a year, or None where that year has no such day."""
        day = self.day or 1
        if not 1 <= self.month <= 12 or not 1 <= day <= monthrange(year, self.month)[1]:
            return None
        return date(year, self.month, day)


def find_dates(flat: str, start: int = 0, end: int | None = None) -> Iterator[FoundDate]:
    """Yield the dates in the flat text."""
    for found in _DATE.finditer(flat, start, len(flat) if end is None else end):
        parts = found.groupdict()
        month_name = parts["month"] or parts["month4"] or parts["month5"]
        if month_name in ("mar", "mars", "may", "mai", "sept", "ma") and not parts["day"]:
            continue
        month = (
            MONTHS[month_name.lower()] if month_name else int(parts["month2"] or parts["month3"])
        )
        day = int(parts["day"] or parts["day2"] or parts["day3"] or parts["day5"] or 0)
        written = (
            parts["year"] or parts["year2"] or parts["year3"] or parts["year4"] or parts["year5"]
        )
        weekday = WEEKDAYS.get(_bare_weekday(parts["weekday"]))
        one = FoundDate(found.start(), found.end(), _full_year(written), month, day, weekday)
        if one.on(one.year or 2000) is not None:
            yield one


def _bare_weekday(word: str | None) -> str:
    bare = (word or "").lower().strip(" .,")
    for name in WEEKDAYS:
        if len(name) > 2 and bare.startswith(name):
            return name
    return bare


def _full_year(written: str | None) -> int:
    if not written:
        return 0
    digits = written.strip("’'")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def years_in(flat: str) -> list[int]:
    """Return the years that the text names, each as often as it does."""
    return [int(year) for year in _YEAR.findall(flat)]


def infer_year(
    found: FoundDate, others: list[FoundDate], named_years: list[int], today: date
) -> int | None:
    """Return the likeliest year of a date that is written without one.

    Dates that name a weekday rule years out, all dates of the text together ("maandag 12 mei"
    and "maandag 2 juni" fit 2025); of what is left, a year that the text names comes first,
    then the latest that does not lie in the future. Returns None where no year fits, and where
    nothing in the text tells one year from another.
    """
    witnesses = [one for one in [found, *others] if one.weekday is not None and not one.year]
    latest = today.year + 1
    fitting = []
    for year in range(latest, latest - _SPAN_YEARS, -1):
        day = found.on(year)
        if day is None or (day > today and year not in named_years):
            continue
        if all((on := one.on(year)) and on.weekday() == one.weekday for one in witnesses):
            fitting.append(year)
    if not fitting and len(witnesses) > 1:
        return infer_year(found, [], named_years, today)
    named = [year for year in fitting if year in named_years]
    if named:
        return max(named, key=lambda year: (named_years.count(year), year))
    return fitting[0] if fitting and witnesses else None
