"""By-lines: who wrote the text, who signs it, who comments on it."""

from __future__ import annotations

import re

from innovkb.ingest.recognise.text.document import Block, SourceText

_BEFORE_AUTHOR = re.compile(
    r"(?:(?:^|[*|·–(-])\s*(?:[A-Z][a-z]+ )?(?:door|by)|(?:^|[\s*|·–(-])(?:interview"
    r"|tekst(?:en)?(?:(?: en| &|,|/) ?(?:foto[’']?s?|beeld|fotografie|interview))*(?: door)?"
    r"|auteurs?|redactie|verslag(?: door)?"
    r"|(?:geschreven|opgetekend|genoteerd|samengesteld|opgesteld) door"
    r"|groet(?:en|jes)?))\b ?:? ?,?$",
    re.IGNORECASE,
)
_ONLY_NAME = (
    r"(?:(?:[A-Z]\.)+ \([A-Z][a-z]+\) [A-Z][a-z]+"
    r"|(?:[A-Z]\.)*(?:[A-Z]\. ?|[A-ZÀ-Þ][a-zà-ÿ-]+ )(?:(?:[a-z’']+ ){0,3})[A-ZÀ-Þ][\w’'-]+)"
)
_TITLE = r"(?:(?:[Pp]rof|[Dd]rs?|[Ii]r|[Ii]ng|[Mm]r)\. ?)+"
_ONLY_NAMES = re.compile(
    rf"(?:{_TITLE})?{_ONLY_NAME}(?:(?:, | en | & |, en )(?:{_TITLE})?{_ONLY_NAME})*"
)
_FROM = re.compile(r"\W*(?:van|from|afzender)\W*:\W*", re.IGNORECASE)
_TO = re.compile(r"^\W*(?:aan|to|onderwerp|subject|verzonden|datum)\W*:", re.IGNORECASE | re.M)
_AFTER_DATE = re.compile(r" ?(?:\||[–—·,-]) ?\d{1,2}[ -](?:\w{3,9}|\d\d?)[ -]\d{4}")
_FULL_NAME = re.compile(rf"(?:{_TITLE})?{_ONLY_NAME}")
_GREETS = re.compile(r"(?:hartelijke |vriendelijke |met [\w ]*)?groet(?:en|jes)?\b", re.IGNORECASE)
_END_OF_SENTENCE = re.compile(r"[.!?:]\s*$")
_MAX_LABEL = 30


def writes(document: SourceText, block: Block, start: int, before: str, after: str) -> bool:
    """Whether the name at `start` is that of the writer: "Door Anna Bos", "Groet, Anna"."""
    return (
        bool(_BEFORE_AUTHOR.search(before))
        or _is_sender(document, block, start)
        or _signs_off(document, block, before, after)
        or _is_byline(document, block)
    )


def signs(document: SourceText, block: Block, start: int, end: int) -> bool:
    """Whether the block is a label and the name alone, so that it can be nothing but a name."""
    rest = document.flat[end : block.end].strip(" *_.)")
    credits_follow = re.match(r",? ?(?:[|·–-] ?)?(?:beeld|foto|illustratie|\d)", rest)
    return start - block.start < _MAX_LABEL and (not rest or bool(credits_follow))


def _is_sender(document: SourceText, block: Block, start: int) -> bool:
    """Whether the name stands behind "Van:" at the head of a message, above "Aan:"."""
    if start - block.start > _MAX_LABEL or not _FROM.fullmatch(document.flat, block.start, start):
        return False
    return bool(_TO.search(document.flat, block.end, block.end + 300))


def comments(block: Block, before: str, after: str, heading: str) -> bool:
    """Whether the block heads a reader's comment: "Naam | 9 september 2020, 09:57"."""
    dated = _AFTER_DATE.match(after)
    if dated is None or before.strip():
        return False
    timed = re.match(r",? (?:om )?\d{1,2}[:.]\d\d\b", after[dated.end() :])
    return block.kind == "item" or bool(timed or re.match(r"reacties|comments", heading, re.I))


def _is_byline(document: SourceText, block: Block) -> bool:
    """Whether the block near the top is names alone: "K. Veenstra en M.L. de Jong"."""
    if block.kind != "paragraph" or block.start > 400 or not block.start:
        return False
    text = document.text(block).strip(" *_")
    return bool(_ONLY_NAMES.fullmatch(text)) and len(text) < 120


def _signs_off(document: SourceText, block: Block, before: str, after: str) -> bool:
    """Whether the block is a by-line ("Opinie | Naam | datum") or ends a letter."""
    lead = before.strip(" *_")
    if _AFTER_DATE.match(after) and block.kind != "item":
        return len(lead) < 40 and block.start < 600
    if lead:
        return False
    index = document.index_of(block)
    previous = document.text(document.blocks[index - 1]) if index else ""
    if _GREETS.match(previous) and not _END_OF_SENTENCE.search(after):
        return True
    if after.strip(" *_."):
        return False
    last = index > 0 and block is document.blocks[-1]
    return last and bool(_FULL_NAME.fullmatch(document.text(block).strip(" *_")))
