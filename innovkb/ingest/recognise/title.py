"""The title of a write-up: its first heading, or what the opening calls the meeting."""

from __future__ import annotations

import re

from .document import Block, Document
from .proposals import TitleProposal

_SUBJECT = re.compile(r"\b(?:titel|onderwerp|thema)\s*:\s*(?P<title>\S[^\n]{2,150})", re.IGNORECASE)
_OPENING = re.compile(
    r"\b(?:sessie|bijeenkomst|webinar|lezing|workshop|congres|conferentie|meet-?up)\w*\s*:\s+"
    r"(?P<title>[^.?!\n]{4,120})"
)
_GENERIC = re.compile(
    r"(?:blog|nieuws|artikel|column|interview|verslag|notulen|inhoud|inleiding|samenvatting"
    r"|nieuwsbrief|voorwoord|home|menu|actueel|opinie|longread|overzicht)[.:!]?$",
    re.IGNORECASE,
)


def find_title(document: Document) -> TitleProposal | None:
    """Return the likeliest title, or None: a text without a heading may have none."""
    explicit = [b for b in document.blocks if b.kind == "heading" and b.explicit]
    if explicit:
        top = min(explicit[:6], key=lambda block: (block.level, block.start))
        if not _GENERIC.match(document.text(top).strip()):
            return _proposal(document, top.start, top.end, 0.97, "De eerste kop van de tekst.")
    for block in document.blocks[:12]:
        if block.kind == "paragraph" and (named := _SUBJECT.match(document.text(block).strip())):
            start = document.flat.index(named["title"], block.start)
            end = start + len(named["title"])
            return _proposal(document, start, end, 0.9, "Staat achter ‘Titel’ of ‘Onderwerp’.")
    return _plain_title(document)


def _plain_title(document: Document) -> TitleProposal | None:
    for block in document.blocks[:4]:
        text = document.text(block).strip()
        if _GENERIC.match(text) or block.kind == "rule":
            continue
        if block.kind == "heading":
            return _proposal(document, block.start, block.end, 0.9, "De eerste regel, als kop.")
        if not _is_kicker(document, block, text):
            break
    for block in document.blocks[:6]:
        found = _OPENING.search(document.flat, block.start, block.end)
        if found:
            start, end = found.span("title")
            reason = "De tekst heeft geen kop; zo noemt de inleiding de bijeenkomst."
            return _proposal(document, start, end, 0.5, reason)
    return None


def _is_kicker(document: Document, block: Block, text: str) -> bool:
    """Whether the line is a short label above the title, such as the name of a column."""
    following = document.blocks[document.index_of(block) + 1 :][:1]
    return block.kind == "paragraph" and len(text.split()) <= 5 and bool(following)


def _proposal(
    document: Document, start: int, end: int, confidence: float, reason: str
) -> TitleProposal | None:
    first, last, text = document.passage(start, end)
    if not text:
        return None
    return TitleProposal(start=first, end=last, text=text, confidence=confidence, reason=reason)
