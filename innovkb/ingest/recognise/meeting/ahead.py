"""Dates after the meeting that a sentence, or the line above a row of dates, looks ahead to."""

from __future__ import annotations

import re
from datetime import date

from innovkb.ingest.recognise.meeting.dates import FoundDate
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.grammar import is_past, words_of
from innovkb.ingest.recognise.text.sentences import sentence_around

# What people come together for, and how they are asked to.
_MEETS = re.compile(
    r"\b(?:\w*(?:sessies?|bijeenkomst(?:en)?|overleg|middag|avond|ochtend|rondleiding|excursie"
    r"|bezoek|webinar|colleges?|workshop|congres|conferentie|beraad|kring|netwerk|training|cursus"
    r"|masterclass|editie|vergadering|markt|festival|symposium|lezing|debat|café|lunch|ontbijt|borrel"
    r"|atelier|dag(?:en)?|week|tour|demonstratie|demo|gesprek|tafel|keer|ronde|vervolg|deel)"
    r"|welkom|plek|plaatsen|agenda|noteer|datum|data|kijken|meelopen|meedoen|aansluiten|aanmelden"
    r"|aanschuiven|langskomen|zitten|zien|treffen|spreken|praten|verder|weer|opnieuw|samen|bijeen"
    r"|elkaar|bespreken|organiseren|organiseert|houden|houdt|ontvangen|ontvangt)\b",
    re.IGNORECASE,
)
# What a date may be besides a meeting: a deadline, a decision, a law, a publication, a leave.
_NO_MEETING = re.compile(
    r"\b(?:vóór|uiterlijk|deadline|sluit|sluiten|besluit|beslist|besluiten|neemt|stemt|gaat in"
    r"|ingaan|ingang|in werking|geldig|geldt|loopt|lopen|inleveren|indienen|insturen|verschijnt"
    r"|verschijnen|publicatie|publiceert|gepubliceerd|oplevering|opgeleverd|klaar|gereed|af zijn"
    r"|begroting|verkiezingen|vakantie|verlof|pensioen|contract|subsidie|vergunning|actie|wordt"
    r"|worden|beschikbaar|open)\b|\b(?:voor|tot|per|sinds|vanaf|tegen|van) (?:\w+dag )?$",
    re.IGNORECASE,
)
_TASKS = re.compile(
    r"\b(?:acties?|actiepunten|actielijst|afspraken|besluiten|taken|planning)\b", re.I
)
_PERFECT = re.compile(r"\b(?:is|zijn|heeft|hebben) (?:\w+ ){0,6}ge\w+(?:d|t|en)\b")
_AHEAD = re.compile(
    r"\b(?:volgende|eerstvolgende|komende|aankomende|nieuwe|nieuw|agenda|data|vervolg|noteer|"
    r"vooruitblik|binnenkort|later|straks)\b",
    re.IGNORECASE,
)
_MOST_DAYS = 200
_ROW_REACH, _ROW_LINE = 6, 140


def looks_ahead(document: SourceText, one: FoundDate, day: date, value: date | None) -> bool:
    """Whether the date, `value` once its year is known, is that of a meeting after `day`."""
    if value is None or value <= day or not one.day:
        return False
    if not one.year and (value - day).days > _MOST_DAYS:
        return False
    block = document.blocks[document.index_at(one.start)]
    if _TASKS.search(document.heading(block)) or block.kind == "row":
        return False
    start, end = sentence_around(document, block, one.start, one.end)
    sentence = document.flat[start:end]
    before = document.flat[start : one.start]
    if _NO_MEETING.search(before) or _NO_MEETING.search(document.flat[one.end : end]):
        return False
    if _PERFECT.search(sentence) or any(is_past(word) for word in words_of(sentence)):
        return False
    around = before + document.flat[one.end : end]
    return bool(_MEETS.search(around)) or _in_row(document, block)


def _in_row(document: SourceText, block: Block) -> bool:
    """Whether the line stands in a row of short lines below one that looks ahead."""
    index = document.index_of(block)
    for at in range(index - 1, max(index - _ROW_REACH, -1), -1):
        above = document.blocks[at]
        text = document.text(above).strip()
        if len(text) > _ROW_LINE:
            return False
        if above.kind == "heading" or text.endswith(":"):
            return bool(_AHEAD.search(text)) and not _TASKS.search(text)
    return False
