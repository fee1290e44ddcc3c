"""Rows that are items by what they are together: headings, bold leads or items of one form."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from innovkb.ingest.recognise.items.candidates import Announcement, Candidates
from innovkb.ingest.recognise.items.categories import Category, category_of
from innovkb.ingest.recognise.items.forms import lacks_something
from innovkb.ingest.recognise.text.document import SourceText
from innovkb.ingest.recognise.text.grammar import is_imperative
from innovkb.ingest.recognise.text.sentences import sentences

_NUMBER = re.compile(
    r"(?:(?:stap|regel|fase|deel|punt|nummer|nr\.?|les)\s*)?#?\d{1,2}\s*(?:[.):–—-]|\s-)\s*(?=\S)",
    re.IGNORECASE,
)
_COUNT = (
    r"(?:\d{1,2}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|enkele|een paar|de|deze|telkens een"
    r"|andere|een andere|belangrijkste|grootste|volgende)"
)
_PROMISED = re.compile(
    rf"\b{_COUNT} (?:[\w-]+ ){{0,3}}?(?P<noun>redenen|oorzaken|oorzaak|verklaringen|fouten|missers"
    r"|problemen|barri[eè]res|drempels|obstakels|knelpunten|hindernissen|valkuilen|belemmeringen"
    r"|struikelblokken|hobbels|moeilijkheden|bezwaren|tips|lessen|adviezen|aanbevelingen|dingen"
    r"|punten|zaken)\b",
    re.IGNORECASE,
)
# Nouns of cause are a barrier only where the text says that something went wrong.
_CAUSES = frozenset(("redenen", "oorzaken", "oorzaak", "verklaringen"))
_FAILS = re.compile(
    r"\b(?:vast(?:liep|loopt|lopen)|mis(?:ging|gaat|lukte?n?)?|nooit|niet|dicht|leeg|faalt|faalde"
    r"|strandde|stukliep|stuk|mislukking|tegen(?:hield|houdt|viel))\b",
    re.IGNORECASE,
)
_LEAST = 3
_REACH = 60
_MOSTLY = 0.6
_OPENING_BLOCKS, _OPENING = 6, 1500
_MOST_LACKING_ITEM = 400


def add_rows(document: SourceText, found: Candidates, taken: Iterable[int]) -> None:
    """Note rows of headings that are orders, rows that the opening promises, lists of lacks."""
    own = set(taken)
    for row in _heading_rows(document, own):
        orders = [index for index in row if is_imperative(_words(document, index))]
        if len(orders) >= _LEAST and len(orders) >= _MOSTLY * len(row):
            told = Announcement("tip", "", "order headings")
            _file(document, found, told, row, own)
    if (promise := _promise(document)) is not None:
        row = _promised_row(document, own)
        if len(row) >= _LEAST:
            _file(document, found, promise, row, own)
    for run in _item_runs(document, own):
        _lacking(document, found, run, own)


def _words(document: SourceText, index: int) -> str:
    text = document.text(document.blocks[index]).strip()
    number = _NUMBER.match(text)
    return text[number.end() :] if number else text


def _heading_rows(document: SourceText, taken: set[int]) -> Iterable[list[int]]:
    """Headings of one level below one heading; those with a number are a row of their own."""
    numbered: dict[tuple[int, ...], list[int]] = defaultdict(list)
    plain: dict[tuple[int, tuple[int, ...]], list[int]] = defaultdict(list)
    for index, block in enumerate(document.blocks):
        if block.kind != "heading" or index in taken:
            continue
        text = document.text(block).strip()
        if _NUMBER.match(text) or block.marker:
            numbered[block.path[:1]].append(index)
        elif not text.endswith(("?", ":")) and index > 0:
            plain[(block.level, block.path)].append(index)
    yield from numbered.values()
    yield from plain.values()


def _promise(document: SourceText) -> Announcement | None:
    """Return what the title or the opening says will follow, or None."""
    blocks = document.blocks[:_OPENING_BLOCKS]
    opening = " ".join(document.text(b) for b in blocks if b.start < _OPENING)
    for block in blocks:
        if block.start > _OPENING:
            break
        for promised in _PROMISED.finditer(document.text(block)):
            noun = promised["noun"].lower()
            told = opening if noun in _CAUSES else promised.string[promised.end() :][:_REACH]
            kind: Category | None = category_of(noun)
            if noun in ("fouten", "missers", "problemen") or (kind is None and _FAILS.search(told)):
                kind = "barrier"
            if kind in ("tip", "barrier"):
                return Announcement(kind, "", "promise", promised[0])
    return None


def _promised_row(document: SourceText, taken: set[int]) -> list[int]:
    """Return the first row of numbered headings, bold leads or numbered items, or nothing."""
    blocks = document.blocks
    numbered = [
        index
        for index, block in enumerate(blocks)
        if index not in taken
        and (block.kind == "heading" or (block.kind == "item" and block.level == 0))
        and (_NUMBER.match(document.text(block).strip()) or re.match(r"\(?\d", block.marker))
    ]
    if len(numbered) >= _LEAST:
        return numbered
    leads = [
        index
        for index, block in enumerate(blocks)
        if block.kind == "paragraph"
        and block.start < block.lead_end < block.end
        and index not in taken
    ]
    return leads if len(leads) >= _LEAST else []


def _file(
    document: SourceText, found: Candidates, told: Announcement, row: Sequence[int], taken: set[int]
) -> None:
    for position, index in enumerate(row, 1):
        block = document.blocks[index]
        text = document.text(block)
        number = _NUMBER.match(text.lstrip())
        start = block.start + len(text) - len(text.lstrip()) + (number.end() if number else 0)
        taken.add(index)
        if block.kind == "heading":
            end = document.body_end(index)
            found.add(told, block, start, end, position, block.end)
        else:
            found.add(told, block, start, block.end, position)


def _item_runs(document: SourceText, taken: set[int]) -> Iterable[list[int]]:
    run: list[int] = []
    key: tuple[tuple[int, ...], int] | None = None
    for index, block in enumerate([*document.blocks, None]):
        here = (block.path, block.label) if block is not None and block.kind == "item" else None
        if here is None or here != key:
            if len(run) >= _LEAST and not taken.intersection(run):
                yield run
            run, key = [], here
        if here is not None:
            run.append(index)


def _lacking(document: SourceText, found: Candidates, run: list[int], taken: set[int]) -> None:
    """Note the items of a list that mostly say what lacks, unless its heading says otherwise."""
    blocks = document.blocks
    above = document.heading(blocks[run[0]])
    label = document.text(blocks[blocks[run[0]].label]) if blocks[run[0]].label >= 0 else ""
    if category_of(above) or category_of(label):
        return
    texts = [document.text(blocks[index]) for index in run]
    if any(len(text) > _MOST_LACKING_ITEM or text.rstrip().endswith("?") for text in texts):
        return
    lacking = sum(lacks_something(text) for text in texts)
    orders = sum(is_imperative(text) for text in texts)
    whole = sum(len(sentences(text, 0, len(text))) <= 2 for text in texts)
    if lacking < max(_LEAST, _MOSTLY * len(run)) or orders or whole < len(run):
        return
    told = Announcement("barrier", "", "lacking")
    for position, index in enumerate(run, 1):
        taken.add(index)
        found.add(told, blocks[index], blocks[index].start, blocks[index].end, position)
