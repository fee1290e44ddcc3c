"""Which lines are headings, and under which headings each block stands."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from innovkb.ingest.recognise.text.words import is_given

if TYPE_CHECKING:
    from innovkb.ingest.recognise.text.document import SourceText

_END_OF_SENTENCE = re.compile(r"[.,;…–-]$|[.!?,;][”’\"'»]$")
_STARTS_HEADING = re.compile(r"[‘“\"'«(]?[A-ZÀ-Þ0-9\W]")
_SIGNATURE = re.compile(
    r"[—–-]? ?[A-ZÀ-Þ][\w.'’-]+(?: [\w.'’-]+){1,5} ?(?:\([^()]{2,80}\)|, [a-zà-ÿ].{3,80})$"
)
_INTRODUCES = re.compile(
    r"[A-ZÀ-Þ][\w'’-]+(?: [a-z'’]{1,4}){0,3} [A-ZÀ-Þ][\w'’-]+(?: [\w'’-]+){0,2}"
    r" (?:is|was|werkt|werkte) "
)
_LABEL = re.compile(r"[A-ZÀ-Þ][\w/.'’-]*(?: [\w/.'’-]+){0,4}\s?:(?= )")
_FIELD = re.compile(r"[A-ZÀ-Þ][\w/ '’-]{1,30}:\s+\S")
_NUMBERED_FIELD = re.compile(r"(?:strategie|stap|fase|deel|les|tip|ronde|blok|sessie)\b", re.I)
_ASKS = re.compile(r"(?:vraag|antwoord|v|a|q|reactie|titel)\b", re.IGNORECASE)
# "Vraag Anna Bos (jurist): …?", "V (Anna Bos): …?": who asks stands in the label.
_ASKED_BY = re.compile(r"(?:Vraag|V)\b[^:?\n]{0,90}:\s")
_METADATA = re.compile(
    r"(?:vraag|antwoord|v|a|q|datum|tijd|locatie|plaats|waar|wanneer|aanwezig|afwezig|afgemeld"
    r"|deelnemers|sprekers?"
    r"|voorzitter|notulist|verslag|auteur|door|organisatie|moderator|panel|gasten|onderwerp"
    r"|wie|looptijd|projectleider)\b",
    re.IGNORECASE,
)
_NUMBER_MARKER = re.compile(r"\(?\d")
# Headings that frame a text or end it, whatever the text is about.
_CLOSES = re.compile(
    r"(?:tot (?:slot|besluit)|ten slotte|besluit|slot(?:woord)?|conclusies?|afsluiting|afronding"
    r"|nawoord|vervolg|hoe (?:nu )?verder|en nu|samenvatting|inleiding|aanleiding|achtergrond"
    r"|resultaten?|opbrengst|over (?:de|het|ons|dit|deze)|meer|reacties?|contact|colofon|bronnen"
    r"|deelnemers|aanwezig|agenda|projecten|voorbeelden|cijfers|toekomst|vooruitblik|wat (?:er )?"
    r"(?:veranderde|verandert|volgt|nu)|de (?:winst|toekomst|cijfers)|volgende)\b",
    re.IGNORECASE,
)
# The first blocks are title, date and the like.
_TOP = 2
_STEP = re.compile(r"([A-ZÀ-Þ][a-zà-ÿ]+ )\d{1,2}\b ?[-–—:.]? ?\S")
_MAX_LIST_LINE = 70
_MAX_HEADING_WORDS = 14
_MAX_HEADING_LENGTH = 110


def assign_sections(document: SourceText) -> None:
    """Mark plain lines that are headings and give every block its `path` and `label`."""
    labels = Counter(
        found[0] for block in document.blocks if (found := _LABEL.match(document.text(block)))
    )
    repeated = frozenset(label for label, count in labels.items() if count > 1)
    for index in range(len(document.blocks)):
        _judge(document, index, repeated)
    _numbered_headings(document)
    _last_steps(document)
    _parents(document)
    _walk(document)


def _last_steps(document: SourceText) -> None:
    """Make "Stap 3 - …" a heading where "Stap 1 - …" is one, however short what follows it."""
    labels = {
        step[1]: block.level
        for block in document.blocks
        if block.kind == "heading" and (step := _STEP.match(document.text(block).strip()))
    }
    for block in document.blocks[:-1] if labels else ():
        text = document.text(block).strip()
        step = _STEP.match(text) if block.kind == "paragraph" else None
        if step and step[1] in labels and len(text) <= _MAX_HEADING_LENGTH:
            block.kind, block.level = "heading", labels[step[1]]


def _parents(document: SourceText) -> None:
    """Put a heading right above another one over it, in text without marks for the level.

    What closes or frames a text ("Tot slot") is below no heading of the kind.
    """
    blocks = document.blocks
    found = False
    for index in range(_TOP, len(blocks) - 1):
        block, following = blocks[index], blocks[index + 1]
        if block.kind != "heading" or block.explicit or block.level not in (4, 5):
            continue
        below = following.kind == "heading" and following.level == block.level
        plain = not document.text(block).rstrip().endswith(("?", ":"))
        if below and not following.explicit and plain:
            block.level, found = 3, True
        elif found and _CLOSES.match(document.text(block).strip()):
            block.level = 3


def _numbered_headings(document: SourceText) -> None:
    """Turn "3. Knelpunten", as minutes number their headings, from items into headings."""
    blocks = document.blocks
    short, followed = [], 0
    for index, block in enumerate(blocks[:-1]):
        text = document.text(block).strip()
        if block.kind != "item" or not _NUMBER_MARKER.match(block.marker) or block.level:
            continue
        if len(text) > _MAX_HEADING_LENGTH or _END_OF_SENTENCE.search(text) or text[:1].islower():
            continue
        short.append(index)
        following = blocks[index + 1]
        followed += following.kind != "item" or not _NUMBER_MARKER.match(following.marker)
    if followed >= 2 and followed >= 0.6 * len(short):
        for index in short:
            blocks[index].kind, blocks[index].level = "heading", 4


def _judge(document: SourceText, index: int, repeated: frozenset[str]) -> None:
    block = document.blocks[index]
    if block.kind != "paragraph" or index + 1 >= len(document.blocks):
        return
    text = document.text(block).strip()
    label = _LABEL.match(text)
    if (label and _ASKS.match(label[0])) or _ASKED_BY.match(text):
        return
    if label and (label[0] in repeated or is_given(label[0].rstrip(": ").split()[0])):
        return
    if block.bold and len(text) <= 160 and not _END_OF_SENTENCE.search(text):
        block.kind, block.level = "heading", 5
    elif not _is_name_in_a_list(document, index, text) and _looks_like_heading(
        document, index, text
    ):
        block.kind = "heading"
        block.level = 6 if text.endswith(":") else 4


def _looks_like_heading(document: SourceText, index: int, text: str) -> bool:
    block, following = document.blocks[index], document.blocks[index + 1]
    if len(text) > _MAX_HEADING_LENGTH or not _STARTS_HEADING.match(text):
        return False
    words = len(text.split())
    if words > _MAX_HEADING_WORDS or _END_OF_SENTENCE.search(text) or block.indent >= 3:
        return False
    if not block.tight and following.kind == "item" and words <= _MAX_HEADING_WORDS:
        return not _INTRODUCES.match(text)
    if _SIGNATURE.match(text) or _INTRODUCES.match(text) or text[0] in "“‘\"'„«":
        return False
    if (named := _FIELD.match(text)) and not _NUMBERED_FIELD.match(text) and index > 0:
        if _METADATA.match(named[0]):
            return False
        return following.kind == "item" or (not following.tight and not block.tight)
    if text.endswith(":"):
        return following.kind == "item" and words <= 8
    if following.kind == "item":
        return True
    if not following.tight:
        return not block.tight or words <= 6
    asks = text.endswith("?") and not block.tight and following.kind == "paragraph"
    return asks or len(document.text(following)) > 2 * len(text)


def _is_name_in_a_list(document: SourceText, index: int, text: str) -> bool:
    """Whether the line is a name among short lines, as in a list of those present."""
    words = text.split()
    if (
        not document.blocks[index].tight
        or not 2 <= len(words) <= 5
        or not is_given(words[0])
        or not words[-1][0].isupper()
    ):
        return False
    around = [document.blocks[index - 1], document.blocks[index + 1]] if index else []
    return all(len(document.text(block)) < _MAX_LIST_LINE for block in around)


def _walk(document: SourceText) -> None:
    """Keep the stack of headings; a label (a line with a colon) holds for its list only."""
    stack: list[tuple[int, int]] = []
    label, in_list = -1, False
    for index, block in enumerate(document.blocks):
        if block.kind == "heading":
            while stack and stack[-1][1] >= block.level:
                stack.pop()
            block.path = tuple(at for at, _ in stack)
            stack.append((index, block.level))
            label, in_list = -1, False
            continue
        if in_list and block.kind == "paragraph" and block.indent == 0:
            _drop_label(document, stack)
        in_list = block.kind == "item" or (in_list and block.indent > 0)
        if block.kind in ("paragraph", "quote"):
            label = index
        block.label = label if block.kind == "item" else -1
        block.path = tuple(at for at, _ in stack)


def _drop_label(document: SourceText, stack: list[tuple[int, int]]) -> None:
    while stack and stack[-1][1] == 6 and not document.blocks[stack[-1][0]].explicit:
        stack.pop()
