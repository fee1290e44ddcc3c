"""Advice between quotation marks, where the words before it say that it is advice."""

from __future__ import annotations

import re

from innovkb.ingest.recognise.items.candidates import Announcement, Candidates
from innovkb.ingest.recognise.items.passages import Passages
from innovkb.ingest.recognise.text.document import SourceText
from innovkb.ingest.recognise.text.grammar import is_imperative

_CUE = re.compile(
    r"\b(?:\w*advies|adviezen|adviseer\w*|adviseren|raad(?:t|den|de)?|aan(?:raden|geraden)|\w*tips?"
    r"|les(?:sen)?|aanbevel\w*|mee(?:geven|gegeven|geeft|gaf|krijgen)|geeft [^.]{2,40} mee"
    r"|krijg[et]n? [^.]{2,50} mee|waarschuw\w*|oproep\w*|roept? [^.]{2,40} op|pleit\w*|suggestie\w*"
    r"|boodschap|geheim|vuistregel|motto|devies|antwoord|drukt [^.]{2,40} hart)\b",
    re.IGNORECASE,
)


def add_said_advice(document: SourceText, found: Candidates, passages: Passages) -> None:
    """Note the orders of a quotation that follows on a sentence about advice."""
    before = ""
    for block in document.blocks:
        if block.kind not in ("paragraph", "item", "quote"):
            before = ""
            continue
        cue = ""
        for one in passages.of(block):
            words = document.flat[one.start : one.end]
            if not one.spoken:
                before, cue = ("" if one.tail else words), ""
                continue
            if one.opens:
                cue = _cue(before) if is_imperative(words) else ""
            if cue and is_imperative(words):
                told = Announcement("tip", "", "cue", cue)
                found.add(told, block, one.start, one.end, 0)
            before = ""


def _cue(before: str) -> str:
    """Return the end of the sentence before a quotation where it is about advice, or ''."""
    found = _CUE.search(before)
    return f"…{before[max(0, found.start() - 15) : found.end()].strip()}" if found else ""
