"""The title of a write-up: its first heading, or what the opening calls the meeting."""

from __future__ import annotations

import re

from innovkb.ingest.recognise.items.categories import category_of
from innovkb.ingest.recognise.proposals import TitleProposal
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.parser import field_span

_SUBJECT = re.compile(
    r"\b(?:titel|onderwerp|betreft|thema)\s*:\s*(?P<title>\S[^\n]{2,150})", re.IGNORECASE
)
_OPENING = re.compile(
    r"\b(?:sessie|bijeenkomst|webinar|lezing|workshop|congres|conferentie|meet-?up)\w*\s*:\s+"
    r"(?P<title>[^.?!\n]{4,120})"
)
_GENERIC = re.compile(
    r"(?:blog|nieuws|artikel|column|interview|verslag|notulen|inhoud|inleiding|samenvatting"
    r"|nieuwsbrief|persbericht|reportage|essay|memo|notitie|portret|dubbelinterview|recensie|impressie"
    r"|bijlage|intern|concept|vertrouwelijk|terugblik|voorwoord|home|menu|actueel|opinie|longread|overzicht)[.:!]?$",
    re.IGNORECASE,
)

_ONLY_DATE = re.compile(
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,? )?\d{1,2}[ -](?:\w{3,9}"
    r"|\d\d?)[ -]\d{4}\b.{0,25}$",
    re.IGNORECASE,
)
# "Katern 7 | Essay": the name of a section, above the title.
_RUBRIC = re.compile(r"[\w.-]+(?: [\w.-]+){0,2} [|/•·] [\w.-]+(?: [\w.-]+){0,2}")
# A field above a message or a memo: the title is what it is about, not who wrote it to whom.
_FIELD = re.compile(r"(?:aan|van|cc|datum|kopie|bijlagen?|kenmerk|verzonden|afzender)\s*:", re.I)
_GREETING = re.compile(r"(?:beste|geachte|hallo|hoi|lieve|dag|van:|aan:|dear)\b", re.IGNORECASE)
_MAX_TITLE = 140
_SHORT, _TITLE_WORDS = 3, 4


def find_title(document: SourceText) -> TitleProposal | None:
    """Return the likeliest title, or None: a text without a heading may have none."""
    if stated := field_span(document, "title"):
        start, end = stated
        return TitleProposal(
            start=start,
            end=end,
            text=document.source[start:end],
            confidence=0.97,
            reason="Staat als titel boven de tekst.",
        )
    explicit = [b for b in document.blocks if b.kind == "heading" and b.explicit]
    if explicit:
        top = min(explicit[:6], key=lambda block: (block.level, block.start))
        if first := _above_the_headings(document, explicit, top):
            reason = "De eerste regel, boven de koppen."
            return _proposal(document, first.start, first.end, 0.85, reason)
        words = document.text(top).strip()
        if not (_GENERIC.match(words) or _FIELD.match(words)):
            return _proposal(document, top.start, top.end, 0.97, "De eerste kop van de tekst.")
    named_first = _first_line(document)
    for block in document.blocks[:12] if named_first is None else ():
        if block.kind == "paragraph" and (named := _SUBJECT.match(document.text(block).strip())):
            start = document.flat.index(named["title"], block.start)
            end = start + len(named["title"])
            return _proposal(document, start, end, 0.9, "Staat achter ‘Titel’ of ‘Onderwerp’.")
    return named_first or _plain_title(document)


def _first_line(document: SourceText) -> TitleProposal | None:
    """Return a first line that stands alone as a heading, above fields like "Thema: …"."""
    first = document.blocks[0] if document.blocks else None
    if first is None or first.kind != "heading" or len(document.blocks) < _SHORT:
        return None
    text = document.text(first).strip()
    fields = (document.text(block) for block in document.blocks[1:4])
    if _GENERIC.match(text) or _ONLY_DATE.match(text) or len(text.split()) < _TITLE_WORDS:
        return None
    if any(re.match(r"\W*titel\s*:", field, re.IGNORECASE) for field in fields):
        return None
    return _plain_title(document)


def _above_the_headings(document: SourceText, explicit: list[Block], top: Block) -> Block | None:
    """Return a plain first line over headings that only divide the text ("## Tips")."""
    first = document.blocks[0]
    text = document.text(first).strip()
    if first is top or top.level == 1 or not _looks_like_title(first, text) or len(text) > 100:
        return None
    if _ONLY_DATE.match(text) or len(text.split()) < 3:
        return None
    words = document.text(top).strip()
    divides = sum(block.level == top.level for block in explicit) > 1
    return first if divides or category_of(words) or _GENERIC.match(words) else None


def _plain_title(document: SourceText) -> TitleProposal | None:
    for index, block in enumerate(document.blocks[:5]):
        text = document.text(block).strip()
        if block.kind == "rule" or _GENERIC.match(text) or _is_kicker(document, index, text):
            continue
        if _FIELD.match(text):
            continue
        if block.kind == "heading" or _looks_like_title(block, text):
            return _proposal(document, block.start, block.end, 0.9, "De eerste regel, als kop.")
        break
    for block in document.blocks[:6]:
        found = _OPENING.search(document.flat, block.start, block.end)
        if found:
            start, end = found.span("title")
            reason = "De tekst heeft geen kop; zo noemt de inleiding de bijeenkomst."
            return _proposal(document, start, end, 0.5, reason)
    return None


def _is_kicker(document: SourceText, index: int, text: str) -> bool:
    """Whether the line is a date, or a short label above the title (the name of a column)."""
    if _ONLY_DATE.match(text):
        return True
    if _RUBRIC.fullmatch(text) and index + 1 < len(document.blocks):
        return True
    following = document.blocks[index + 1 : index + 2]
    generic = bool(following) and bool(_GENERIC.match(document.text(following[0]).strip()))
    return len(text.split()) <= 5 and generic


def _looks_like_title(block: Block, text: str) -> bool:
    """Whether a first line that no heading mark tells can be the title."""
    if (
        block.kind not in ("paragraph", "heading")
        or len(text) > _MAX_TITLE
        or _GREETING.match(text)
        or _FIELD.match(text)
    ):
        return False
    return not re.search(r"[.,;:]$", text) and text[:1].isprintable() and len(text.split()) > 1


def _proposal(
    document: SourceText, start: int, end: int, confidence: float, reason: str
) -> TitleProposal | None:
    first, last, text = document.passage(start, end)
    if not text:
        return None
    return TitleProposal(start=first, end=last, text=text, confidence=confidence, reason=reason)
