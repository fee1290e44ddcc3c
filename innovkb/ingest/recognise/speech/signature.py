"""A name that signs a quotation: behind it, or on the line below it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from innovkb.ingest.recognise.names.people import People
from innovkb.ingest.recognise.speech.marks import Marked
from innovkb.ingest.recognise.text.document import Block, SourceText

ANONYMOUS = re.compile(
    r"\b(?:uit de zaal|deelnemers?|deelneemsters?|aanwezigen?|iemand|oud-collega|bezoekers?|publiek"
    r"|een ander|een andere|anderen|men|vraagsteller|toehoorder|kijker|een collega|participant"
    r"|een bewoner|een ambtenaar|bewoners|medewerkers?|collega's|omstanders|een wethouder)\b",
    re.IGNORECASE,
)
# A quotation that its signature follows stands alone in its block.
_MAX_LEAD = 20
_DESCRIBED = re.compile(r"(?:, [^.!?:]{3,90}| ?\([^()\n]{2,100}\))[*_. ]*")
_DASH_NAME = re.compile(r"\s*(?:[–—-]|\(|\|)\s*")


@dataclass(frozen=True, slots=True)
class Attribution:
    """`speaker` is an index into the people, or None with the `candidates`, likeliest first."""

    speaker: int | None
    candidates: tuple[int, ...]
    confidence: float
    reason: str


NOBODY = Attribution(None, (), 0.6, "Tussen aanhalingstekens; er staat niet bij wie het zegt.")


def one_of(people: tuple[int, ...], confidence: float, reason: str) -> Attribution:
    """Attribute to the one person that fits; leave it open where there are several."""
    if len(people) == 1:
        return Attribution(people[0], people, confidence, reason)
    return Attribution(
        None, people, 0.7, "De naam past bij meer mensen in deze tekst: kies wie het zegt."
    )


def signature_behind(
    document: SourceText, people: People, block: Block, marked: Marked, after: str
) -> Attribution | None:
    """Read "– Naam, functie" behind the quotation, or on the line below it."""
    dash = _DASH_NAME.match(after)
    if dash:
        start = marked.outer_end + dash.end()
        at = next(iter(people.between(start, start + 25)), None)
        if (
            at is not None
            and at.start <= start + 22
            and _only_title(document.flat[start : at.start])
        ):
            return one_of(at.people, 0.97, "De naam staat direct achter het citaat.")
        if ANONYMOUS.match(after[dash.end() :]):
            return NOBODY
    stands_alone = marked.outer_start - block.start <= _MAX_LEAD
    at = next(iter(people.between(marked.outer_end, marked.outer_end + 3)), None)
    if at is not None and stands_alone:
        rest = document.flat[at.end : block.end]
        if rest.strip(" *_") and _DESCRIBED.fullmatch(rest):
            return one_of(at.people, 0.95, "De naam staat direct achter het citaat.")
    if after.strip(' .”’"*_') or not stands_alone:
        return None
    before = document.flat[block.start : marked.outer_start].strip(" *_")
    index = _next_index(document, block)
    if index is None or before:
        return None
    return signature_at(document, people, index)


def _only_title(words: str) -> bool:
    return not words.strip() or len(words.split()) <= 3


def _next_index(document: SourceText, block: Block) -> int | None:
    index = document.index_of(block) + 1
    while index < len(document.blocks) and document.blocks[index].kind == "rule":
        index += 1
    return index if index < len(document.blocks) else None


def signature_at(document: SourceText, people: People, index: int) -> Attribution | None:
    """Read the block as a signature below a quotation: "Naam (Organisatie)", "— Naam, functie"."""
    block = document.blocks[index]
    text = document.text(block).strip()
    if block.kind == "heading" or len(text) > 130 or re.search(r"[.!?:]$", text):
        return None
    dashed = bool(re.match(r"[–—-]", text)) or (block.marker in "–—" and bool(block.marker))
    mention = next(iter(people.between(block.start, block.start + 25)), None)
    if mention is None:
        return NOBODY if dashed and ANONYMOUS.search(text) else None
    lead = document.flat[block.start : mention.start].strip(" –—-*_")
    rest = document.flat[mention.end : block.end].strip(" *_")
    if lead and not _only_title(lead):
        return None
    described = not rest or re.match(r"\(.{2,100}\)$|[,–—|-] ?\S.{1,90}$", rest)
    if not described or (not rest and not dashed and lead):
        return None
    return one_of(mention.people, 0.95, "De naam staat op de regel onder het citaat.")
