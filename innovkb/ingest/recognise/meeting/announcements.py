"""Meetings that the text announces."""

from __future__ import annotations

import re
from datetime import date

from innovkb.ingest.recognise.meeting.dates import FoundDate
from innovkb.ingest.recognise.proposals import DateProposal, NextSessionProposal
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.sentences import sentence_around

_NEXT = re.compile(
    r"\b(?:volgende|eerstvolgende|komende|laatste|aankomende)\b[^.\n]{0,60}?"
    r"\b(?:sessies?|bijeenkomst(?:en)?|editie|keer|webinar|vergadering|overleg|workshop|kring"
    r"|namiddag|avond|café|lunch|lezing|meet-?up|werkplaats|aflevering|masterclass|diner|ontbijt"
    r"|debat|kennissessie|inspiratiesessie|themasessie|dag|congres|leerkring|ronde|afspraak"
    r"|\w*(?:sessie|bijeenkomst|overleg|overlegvergadering|avond|middag|lunch|ontbijt|café|dag))\b"
    r"|\bvolgende\b[^.\n]{0,40}\bop (?:\w+dag )?\d|\bdat wordt (?:op )?(?:\w+dag )?\d"
    r"|\b(?:volgend (?:overleg|webinar|café|congres|seminar|jaarcongres))\b"
    r"|\b(?:noteer|zet|reserveer|save)\b[^.\n]{0,60}\b(?:agenda|datum|date)\b"
    r"|\b(?:next session|next meeting)\b|\bvervolgsessie\b|\bvervolgbijeenkomst\b"
    r"|\b(?:komt|komen) [^.\n]{0,40}\b(?:opnieuw|weer|nogmaals) (?:samen|bijeen|bij elkaar)\b"
    r"|\bvolgende? [a-z]+ ?:"
    r"|\bvolgt (?:een|deel|het|de)\b|\bis de volgende\b"
    r"|\b(?:is|zijn|volgt|volgen|start|starten|begint) (?:er )?(?:weer )?op (?:\w+dag )?\d"
    r"|\b(?:schrijf|meld|geef) (?:je|u) (?:\w+ ){0,4}(?:in|aan|op)\b"
    r"|\b(?:reserveer|kom naar|mis (?:het |hem )?niet|bekijk (?:alvast )?het programma)\b"
    r"|\b(?:aanmelden|inschrijven|opgeven) (?:kan|kun|voor)\b|\btot (?:dan|ziens|snel)\b"
    r"|\bstaat (?:\w+ )?(?:gepland|op de agenda)\b|\bzien we (?:elkaar|je)\b"
    r"|\b(?:staat|vindt)\b[^.\n]{0,50}\b(?:gepland|plaats)\b",
    re.IGNORECASE,
)
_NEXT_HEADING = re.compile(
    r"(?:op de agenda|volgende (?:keer|sessie|bijeenkomst|afspraak|editie)|agenda"
    r"|save the date|vooruitblik"
    r"|komende|blik vooruit|wat volgt|vervolg|noteer|aankomende"
    r"|(?:ook )?mee ?doen|aanmelden|doe (?:ook )?mee|inschrijven)\b",
    re.IGNORECASE,
)
_DEADLINE = re.compile(r"\b(?:tot(?: en met)?|t/m|vóór|uiterlijk)(?: op)?(?: \w+dag)? $", re.I)
_NEXT_TITLES = (
    re.compile(
        r"^(?:,? (?:om )?\d{1,2}[.:]\d\d(?: uur)?[^:–—-]{0,20})?\s*(?:[:–—]|\s-)\s*"
        r"(?P<t>\S[^.\n]{2,120})"
    ),
    re.compile(
        r"\b(?:over|thema|onderwerp|met als titel|in het teken van|rond)\b:? (?P<t>[^.\n]{3,100})"
    ),
    re.compile(r"[‘“\"](?P<t>[^’”\"\n]{3,100})[’”\"]"),
)


def is_announced(document: SourceText, one: FoundDate) -> bool:
    """Whether the date is that of a meeting still to come."""
    block = document.blocks[document.index_at(one.start)]
    if block.kind == "heading" and block.path == () and one.start < 200:
        return False
    start, end = sentence_around(document, block, one.start, one.end)
    sentence = document.flat[start:end]
    if _DEADLINE.search(document.flat[start : one.start]):
        return False
    found = _NEXT.search(sentence)
    if found:
        # "Op de laatste bijeenkomst op 3 mei" looks back; "de laatste sessie … is" looks ahead.
        past = re.search(r"\b(?:was|vond|waren|kwam(?:en)?|ging|hadden)\b", sentence)
        return past is None
    heading = document.heading(block)
    head = one.start < 400 and not heading
    return not head and bool(_NEXT_HEADING.match(heading))


def next_session(
    document: SourceText, one: FoundDate, day: DateProposal | None, *, alone: bool = False
) -> NextSessionProposal | None:
    """Return the meeting that the sentence around an announced date tells of.

    `alone` leaves out what the sentence says before the date.
    """
    block = document.blocks[document.index_at(one.start)]
    first, last = sentence_around(document, block, one.start, one.end)
    first = one.start if alone else first
    start, end, text = document.passage(first, last)
    value, inferred = on_or_after(one, day), not one.year
    if value is not None and day is not None and value < day.value:
        return None
    title = _next_title(document, block, one, last)
    reason = "De zin kondigt een volgende bijeenkomst aan."
    confidence = 0.85
    if value is None:
        reason += " Het jaar staat er niet bij: vul het in."
        confidence = 0.5
    elif inferred:
        reason += " Het jaar is afgeleid."
        confidence = 0.7
    return NextSessionProposal(
        start=start,
        end=end,
        text=text,
        confidence=confidence,
        reason=reason,
        title=title,
        value=value,
        inferred=inferred,
    )


def on_or_after(one: FoundDate, day: DateProposal | None) -> date | None:
    """Return the date; where it has no year, the first such behind the meeting, on its weekday."""
    if one.year:
        return one.on(one.year)
    if day is None or day.precision == "year":
        return None
    for year in range(day.value.year, day.value.year + 3):
        value = one.on(year)
        if value is None or value < day.value:
            continue
        if one.weekday is None or value.weekday() == one.weekday:
            return value
    return None


def _next_title(document: SourceText, block: Block, one: FoundDate, end: int) -> str:
    """Return what the next meeting is about, as the text calls it, or ''."""
    flat = document.flat
    after = flat[one.end : end]
    for pattern in _NEXT_TITLES:
        if found := pattern.search(after):
            return found["t"].strip(' .?!’”"*') if "?" not in found["t"] else found["t"].strip()
    follow = flat[end : min(end + 120, block.end)]
    if found := re.match(
        r"\s*(?:Onderwerp|Thema|Dan gaat het over|We hebben het dan over):? (?P<t>[^.\n]{3,100})",
        follow,
    ):
        return found["t"].strip()
    return ""
