"""Facts of the meeting: its date, attendance, series, organiser, and the next one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import islice

from innovkb.ingest.recognise.known import Known
from innovkb.ingest.recognise.meeting.ahead import looks_ahead
from innovkb.ingest.recognise.meeting.announcements import is_announced, next_session, on_or_after
from innovkb.ingest.recognise.meeting.attendance import find_attendance
from innovkb.ingest.recognise.meeting.dates import FoundDate, find_dates, infer_year, years_in
from innovkb.ingest.recognise.meeting.series import find_organiser, find_series
from innovkb.ingest.recognise.proposals import (
    AttendanceProposal,
    DateProposal,
    NextSessionProposal,
    OrganiserProposal,
    SeriesProposal,
)
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.parser import field_span

_DATE_LABEL = re.compile(
    r"\b(?:datum|d\.d\.|dd\.?|wanneer|date|gehouden op|verslagdatum)\s*:?\s*$",
    re.IGNORECASE,
)
# What stands before a date that is not the date of the meeting.
_OTHER_DATE = re.compile(
    r"\b(?:sinds|vanaf|tot|tegen|voor|uiterlijk|verslag van|per|vóór|tussen|geboren|looptijd|en"
    r"|begin|eind|opent op|verscheen|deadline)\s*:?\s*$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\b(?:gepubliceerd|geplaatst)(?: op)?\s*:?\s*$", re.IGNORECASE)
# A message is sent after the meeting that it tells of.
_SENT = re.compile(r"(?:^|\n)\W*(?:verzonden|verstuurd|sent)\W*:\W*(?:\w+dag,? )?$", re.IGNORECASE)
_DEADLINE = re.compile(
    r"\b(?:sluiting|sluit|uiterlijk|deadline|inschrijven (?:kan )?(?:tot|voor)"
    r"|aanmelden (?:kan )?(?:tot|voor))\b[^.]{0,25}$",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\W*(?:aan|van|to|from)\s*:", re.IGNORECASE)
_NEW_DATE = re.compile(
    r"\b(?:nieuwe|volgende|eerstvolgende|komende) (?:datum|data)\s*:?\s*$", re.IGNORECASE
)
_HEAD_LENGTH = 1500
# A write-up has some tens; it keeps the work small for a calendar.
_MOST_DATES = 5_000
# Scores of a date: below the first it must at least have its year, below the second it is out.
_UNSURE = 0.0
_REFUSED = -5.0


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What the text says about the meeting itself."""

    date: DateProposal | None
    attendance: AttendanceProposal | None
    series: SeriesProposal | None
    organiser: OrganiserProposal | None
    next_sessions: tuple[NextSessionProposal, ...]


def find_meeting(document: SourceText, known: Known) -> MeetingFacts:
    """Return the facts of the meeting."""
    dates = list(islice(find_dates(document.flat), _MOST_DATES))
    announced = {id(one) for one in dates if is_announced(document, one)}
    held = [one for one in dates if id(one) not in announced]
    coming = [one for one in dates if id(one) in announced]
    day = _stated(document) or _date_of(document, held, dates, known.today)
    if day is not None and day.precision == "day":
        later = (
            one
            for one in held
            if not _is_no_meeting(document, one)
            and looks_ahead(document, one, day.value, on_or_after(one, day))
        )
        coming = sorted([*coming, *later], key=lambda one: one.start)
    sessions = _sessions(document, coming, day)
    return MeetingFacts(
        date=day,
        attendance=find_attendance(document),
        series=find_series(document),
        organiser=find_organiser(document),
        next_sessions=sessions,
    )


def _sessions(
    document: SourceText, coming: list[FoundDate], day: DateProposal | None
) -> tuple[NextSessionProposal, ...]:
    """Return the announced meetings; of two in one sentence the second begins at its own date."""
    found: dict[int, NextSessionProposal] = {}
    for one in coming:
        session = next_session(document, one, day)
        if session and session.start in found:
            session = next_session(document, one, day, alone=True)
        if session:
            found.setdefault(session.start, session)
    return tuple(found.values())


def _stated(document: SourceText) -> DateProposal | None:
    """Return the date that stands as a field above the text of a static site."""
    named = field_span(document, "date")
    written = document.source[slice(*named)][:10] if named else ""
    try:
        value = date.fromisoformat(written)
    except ValueError:
        return None
    start = named[0] if named else 0
    return DateProposal(
        start=start,
        end=start + len(written),
        text=written,
        confidence=0.95,
        reason="Staat als datum boven de tekst.",
        value=value,
        precision="day",
    )


def _date_of(
    document: SourceText, held: list[FoundDate], every: list[FoundDate], today: date
) -> DateProposal | None:
    if not held:
        return _year_of_citations(document)
    best = max(held, key=lambda one: _date_score(document, one))
    score = _date_score(document, best)
    if score < _UNSURE and not best.year:
        return _year_of_citations(document)
    if score < _UNSURE and (cited := _year_of_citations(document)):
        return cited
    if score < _REFUSED:
        return None
    year = best.year
    others = [one for one in every if one is not best]
    if not year:
        inferred = infer_year(best, others, years_in(document.flat), today)
        if inferred is None:
            return None
        year = inferred
    value = best.on(year)
    if value is None:
        return None
    fits = None if best.weekday is None else value.weekday() == best.weekday
    confidence, reason = _date_reason(document, best, fits)
    if score < _UNSURE:
        confidence, reason = 0.45, "De enige datum in de tekst die ervoor in aanmerking komt."
    start, end, text = document.passage(best.start, best.end)
    return DateProposal(
        start=start,
        end=end,
        text=text,
        confidence=confidence,
        reason=reason,
        value=value,
        precision=best.precision,
        weekday_fits=fits,
        inferred=not best.year,
    )


def _date_score(document: SourceText, one: FoundDate) -> float:
    """Weigh a date: labelled, early, complete; a date of birth or of a law weighs little."""
    flat = document.flat
    block = document.blocks[document.index_at(one.start)]
    before = flat[max(block.start, one.start - 60) : one.start]
    score = 2.0 if one.start < _HEAD_LENGTH else -1.5
    score -= min(one.start, 6000) / 2000
    score += 1.5 * bool(one.day) + 0.7 * bool(one.year) + 0.8 * (one.weekday is not None)
    if _DATE_LABEL.search(before):
        score += -2 if _is_of_a_message(document, block) else 4
    if _PUBLISHED.search(before):
        score -= 0.5
    if _OTHER_DATE.search(before):
        score -= 3
    if _SENT.search(before) or _NEW_DATE.search(before):
        score -= 3
    if re.search(r"\bnotulen van\s*$|\bhet verslag van\s*$", before, re.IGNORECASE):
        score -= 2
    if re.match(r",? (?:om )?\d{1,2}[:.]\d\d\b", flat[one.end : one.end + 12]) and "|" in before:
        score -= 4
    if block.kind == "heading" and one.day:
        score += 0.5
    if block.kind == "item" and one.start > 300 and not _DATE_LABEL.search(before):
        score -= 1
    return score


def _is_no_meeting(document: SourceText, one: FoundDate) -> bool:
    """Whether a date says when the text was written, or until when one can apply."""
    block = document.blocks[document.index_at(one.start)]
    before = document.flat[max(block.start, one.start - 60) : one.start]
    written = _DATE_LABEL.search(before) and _is_of_a_message(document, block)
    return bool(written or _PUBLISHED.search(before) or _DEADLINE.search(before))


def _is_of_a_message(document: SourceText, block: Block) -> bool:
    """Whether the block is a field of a message or a memo, which has a date of its own."""
    index = document.index_of(block)
    around = document.blocks[max(index - 3, 0) : index + 4]
    return sum(bool(_ADDRESSED.match(document.text(one))) for one in around) > 1


def _date_reason(document: SourceText, one: FoundDate, fits: bool | None) -> tuple[float, str]:
    if one.year and fits is False:
        return 0.6, "De weekdag past niet bij deze datum: controleer het jaar."
    if one.year and fits:
        return 0.97, "Datum met weekdag; de weekdag klopt."
    if one.year:
        return 0.92, "Datum in de tekst."
    if fits:
        return 0.75, "Het jaar staat er niet bij: afgeleid uit de weekdag."
    return 0.5, "Het jaar staat er niet bij: geschat. Controleer het."


def _year_of_citations(document: SourceText) -> DateProposal | None:
    """Return the year of the newest citations, for an article without a date."""
    cited = [(m[1], m) for m in re.finditer(r"[( ]((?:19|20)\d\d)[a-z]?\)", document.flat)]
    if len(cited) < 5:
        return None
    counts = Counter(year for year, _ in cited)
    newest = (
        max(year for year, count in counts.items() if count >= 2)
        if max(counts.values()) > 1
        else ""
    )
    if not newest:
        return None
    match = next(m for year, m in cited if year == newest)
    start, end, text = document.passage(match.start(1), match.end(1))
    return DateProposal(
        start=start,
        end=end,
        text=text,
        confidence=0.4,
        reason="Geen datum in de tekst: het jaar van de nieuwste bronnen.",
        value=date(int(newest), 1, 1),
        precision="year",
        inferred=True,
    )
