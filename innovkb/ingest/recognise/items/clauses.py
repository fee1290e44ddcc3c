"""A clause that the sentence itself calls a barrier or advice: "de drempel is dat …"."""

from __future__ import annotations

import re

from innovkb.ingest.recognise.items.candidates import Announcement, Candidates
from innovkb.ingest.recognise.items.categories import Category, category_of
from innovkb.ingest.recognise.items.passages import Passages
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.grammar import has_finite_verb

_OBSTACLE = (
    r"(?:\w*drempel|\w*barri[eè]re|\w*belemmering|\w*knelpunt|\w*obstakel|hindernis|hobbel"
    r"|struikelblok|\w*bezwaar|\w*probleem|moeilijkheid|uitdaging|valkuil|rem|nadeel|tegenvaller"
    r"|beperking|frustratie|pijnpunt|bottleneck|zwakke plek|lastigste|moeilijkste|pijn)"
)
_ADVICE_NOUN = r"(?:\w*advies|\w*tip|\w*les|aanbeveling|raad|oproep|vuistregel|boodschap)"
_IS = r"(?:is|was|blijft|bleef|bleek|blijkt|luidt|luidde|vormt)"
_FILL = r"(?:[\w’'-]+ ){0,6}?"
_PATTERNS: tuple[tuple[Category, re.Pattern[str]], ...] = (
    (
        "barrier",
        re.compile(
            rf"\b{_OBSTACLE}\b {_FILL}(?:{_IS} (?:\w+ ){{0,2}}?dat|{_IS} ?:)\s+(?P<what>\S.*)"
            rf"|\b{_OBSTACLE}\b {_FILL}(?:zit|zat|schuilt|ligt|lag|school)"
            r"(?: (?:hem|’m|'m|er|vooral|vaak))* (?:erin dat|in het feit dat|in [^:.]{2,40}:|erin:)"
            r"\s+(?P<in>\S.*)"
            rf"|\b(?:zit|zat|schuilt|ligt|lag) (?:het|de|een) {_OBSTACLE} (?:\w+ ){{0,4}}in "
            r"[^:.]{2,40}:\s+(?P<inside>\S.*)"
            r"|\b(?:l(?:iep|iepen|oopt|open|oop)|stuit(?:te|ten|en)?|bots(?:te|ten|t|en)?) "
            r"(?:\w+ ){0,4}?(?:tegenaan|ertegenaan|vast|erop|op vast|ertegen) dat\s+(?P<ran>\S.*)"
            rf"|\b(?:lastig|moeilijk|hinderlijk|frustrerend|zorgelijk|een {_OBSTACLE})\b"
            r"(?: (?:is|was|vindt|vond|blijft|noemt|noemde|vinden|vonden)(?: \w+){0,3})?,? dat\s+"
            r"(?P<hard>\S.*)",
            re.IGNORECASE,
        ),
    ),
    (
        "tip",
        re.compile(
            rf"\b{_ADVICE_NOUN}\b {_FILL}(?:{_IS} (?:\w+ )?(?:om|dat)|{_IS} ?:)\s+(?P<what>\S.*)",
            re.IGNORECASE,
        ),
    ),
)
_LABEL = re.compile(r"(?P<label>[A-ZÀ-Þ][^.:?!;“”\"\n]{2,60}): (?P<what>(?![“‘\"'„])\S.*)")
_ASKS = re.compile(r"(?:Wat|Waar|Hoe)\b")
_SAID = re.compile(r"[“”„\"«»]")
_LEAST_WORDS = 3


def add_clauses(
    document: SourceText, found: Candidates, passages: Passages, taken: set[int]
) -> None:
    """Note every clause of running text that its own sentence calls a barrier or advice."""
    for index, block in enumerate(document.blocks):
        if block.kind not in ("paragraph", "item", "quote") or index in taken:
            continue
        for one in passages.of(block):
            if not one.tail and not found.covered(one.start, one.end, block):
                _sentence(document, found, block, one.start, one.end)


def _sentence(document: SourceText, found: Candidates, block: Block, start: int, end: int) -> None:
    text = document.flat[start:end]
    for kind, pattern in _PATTERNS:
        match = pattern.search(text)
        if match is None:
            continue
        name = next(name for name, value in match.groupdict().items() if value)
        told = Announcement(kind, "", "clause", text[match.start() : match.start(name)].strip())
        _add(found, told, block, start + match.start(name), end)
        return
    label = _LABEL.match(text)
    if label is None or _SAID.search(label["label"]):
        return
    if has_finite_verb(label["label"]) and not _ASKS.match(label["label"]):
        return
    category = category_of(label["label"])
    if category in ("tip", "barrier") and not label["what"].rstrip().endswith("?"):
        told = Announcement(category, "", "colon", label["label"])
        _add(found, told, block, start + label.start("what"), end)


def _add(found: Candidates, told: Announcement, block: Block, start: int, end: int) -> None:
    words = found.document.flat[start:end]
    if len(words.split()) >= _LEAST_WORDS:
        found.add(told, block, start, end, 0)
