"""Passages between quotation marks: of all kinds, nested, unclosed, over several paragraphs.

An apostrophe (zo'n, 's avonds, risico's, '90) is no quotation mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from innovkb.ingest.recognise.names.speech import VERB
from innovkb.ingest.recognise.text.document import Block, SourceText

Family = Literal["double", "single", "guillemet"]

_MARK = re.compile(r"(?<!\w)‘’(?=\w)|,,|''|``|’’|‘‘|[“”„‟\"«»‘’‚'‹›`´]")
_FAMILIES: dict[str, Family] = {
    **dict.fromkeys(["‘’", ",,", "''", "``", "’’", "‘‘", *'“”„‟"'], "double"),
    **dict.fromkeys("«»‹›", "guillemet"),
    **dict.fromkeys("‘’‚'`´", "single"),
}
_ALWAYS_OPENS = frozenset(["‘’", "„", "‚", ",,", "‘‘", "``"])
_ELISION = re.compile(r"(?:s|t|n|k|m|r|ie|er|em)\b(?!['’])|\d\d(?!\d)", re.IGNORECASE)
# A closing mark of another kind closes where the words end and somebody speaks on.
_SPEAKS_ON = re.compile(rf"[,.]? (?:zo |aldus |is )?(?:{VERB}|volgens)\b")
_DASHES = ("–", "—")
_SAID = re.compile(rf"(?<=\w)[,?!](?= (?:{VERB}) (?:hij|zij|ze|ik|de |[A-ZÀ-Þ]))")
_LEAST_SAID = 4
_DOUBLE = re.compile(r"[“”„\"«»]")
_MAX_PARAGRAPHS = 6
# No text nests deeper; it keeps the work for a text of stray marks linear.
_MAX_DEPTH = 6
_MAX_LENGTH = 6000
# A closing mark is given words no further back than this.
_MAX_REOPENED = 1200


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks: flat offsets without the marks (`start`, `end`) and with them.

    `closed` is False where the closing mark is missing, `opened` where the opening one is;
    `depth` counts the marks around it; `blocks` how many blocks it runs over.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    family: Family
    depth: int = 0
    closed: bool = True
    opened: bool = True
    blocks: int = 1


@dataclass(slots=True)
class _Open:
    start: int
    outer: int
    family: Family
    mark: str


def find_marked(document: SourceText) -> list[Marked]:
    """Return every passage between quotation marks, in the order of the text."""
    found: list[Marked] = []
    skip_until = -1
    for index, block in enumerate(document.blocks):
        if block.start < skip_until or block.kind == "rule":
            continue
        in_block, unclosed, strays = _scan(document.flat, block)
        if unclosed is not None:
            passage, skip_until = _close(document, index, unclosed)
            in_block = [one for one in in_block if not one.start > unclosed.start] + [passage]
        found += in_block
        found += [stray for at in strays if (stray := _reopen(document, block, at, in_block))]
    return sorted(found, key=lambda one: (one.start, -one.end))


def dialogue(document: SourceText, block: Block) -> Marked | None:
    """Return the words behind a dash that somebody speaks: "– Dat kan niet, zegt Anna"."""
    flat = document.flat
    start = block.start
    if block.marker not in _DASHES or not block.marker:
        if flat[start : start + 2] not in ("– ", "— "):
            return None
        start += 2
    if _DOUBLE.search(flat, start, block.end):
        return None
    said = _SAID.search(flat, start, block.end)
    if said is None or len(flat[start : said.start()].split()) < _LEAST_SAID:
        return None
    return Marked(start, said.start(), start, said.start(), "double")


def _scan(flat: str, block: Block) -> tuple[list[Marked], _Open | None, list[tuple[int, int]]]:
    """Pair the marks in one block; return the pairs, what stays open, and stray closing marks."""
    stack: list[_Open] = []
    found: list[Marked] = []
    strays: list[tuple[int, int]] = []
    for mark in _MARK.finditer(flat, block.start, block.end):
        family = _FAMILIES[mark[0]]
        before = flat[mark.start() - 1] if mark.start() > block.start else " "
        after = flat[mark.end()] if mark.end() < block.end else " "
        if family == "single" and _is_apostrophe(flat, mark, before, after, stack):
            continue
        if _opens(mark[0], before, after, stack, family):
            if stack and stack[-1].start == mark.start() and stack[-1].family == family:
                stack[-1].start = mark.end()  # A mark that was typed twice.
                continue
            stack.append(_Open(mark.end(), mark.start(), family, mark[0]))
            del stack[:-_MAX_DEPTH]
            continue
        if before.isspace() and after.isspace() and not any(one.family == family for one in stack):
            continue
        matching = _matching(stack, family)
        if matching is None and stack and _closes_another(flat, block, mark, before, after):
            matching = len(stack) - 1
        if matching is None:
            if family != "single" or mark[0] == "’":
                strays.append((mark.start(), mark.end()))
            continue
        opened = stack[matching]
        depth = matching
        del stack[matching:]
        if opened.start < mark.start():
            found.append(
                Marked(opened.start, mark.start(), opened.outer, mark.end(), family, depth)
            )
    remaining = next((one for one in stack if _worth_closing(flat, block, one)), None)
    return found, remaining, strays


def _closes_another(flat: str, block: Block, mark: re.Match[str], before: str, after: str) -> bool:
    """Whether the mark closes what a mark of another kind opened: "‘Kom maar", zegt Anna."""
    if before.isspace() or after.isalnum() or mark[0] in _ALWAYS_OPENS:
        return False
    rest = flat[mark.end() : min(block.end, mark.end() + 40)]
    return bool(_SPEAKS_ON.match(rest)) or (before in ".!?…" and after.isspace())


def _is_apostrophe(
    flat: str, mark: re.Match[str], before: str, after: str, stack: list[_Open]
) -> bool:
    if before.isalnum() and after.isalnum():
        return True
    if not before.isalnum() and _ELISION.match(flat, mark.end()):
        following = flat[mark.end() : mark.end() + 3]
        return mark[0] in "'’‘`" and (following[:1].islower() or following[:1].isdigit())
    # The genitive of a word in s or x: "Hans' boek"; inside an open quotation it closes.
    genitive = before in "sxz" and after == " " and mark[0] in "'’"
    return genitive and not any(one.family == "single" for one in stack)


def _opens(mark: str, before: str, after: str, stack: list[_Open], family: Family) -> bool:
    if mark in _ALWAYS_OPENS:
        return not after.isspace()
    if mark == "«":
        return not any(one.mark == "»" for one in stack)
    if mark == "»":
        return not any(one.family == "guillemet" for one in stack) and not before.isalnum()
    free_before = before.isspace() or before in "([{-–—/:|=>…*" or before in "“”„\"‘’'«,"
    if after.isspace() or after in ".,;:!?)":
        return False
    if mark in "“‘":
        lower_close = any(one.mark in "„‚,," and one.family == family for one in stack)
        return not (lower_close and not free_before)
    if not free_before:
        return False
    if mark == "”":
        return not any(one.family == family for one in stack) and before.isspace()
    same = [one for one in stack if one.family == family]
    return not same or (before.isspace() and mark == "’" and same[-1].mark not in "‘’'")


def _matching(stack: list[_Open], family: Family) -> int | None:
    for index in range(len(stack) - 1, -1, -1):
        if stack[index].family == family:
            return index
    return None


def _worth_closing(flat: str, block: Block, opened: _Open) -> bool:
    """Whether an opening mark without a closing one really opens a quotation."""
    rest = flat[opened.start : block.end].strip()
    return len(rest.split()) >= 4


def _close(document: SourceText, index: int, opened: _Open) -> tuple[Marked, int]:
    """Find where an unclosed quotation ends: in a following paragraph, or with its own."""
    flat, first = document.flat, document.blocks[index]
    for further in range(1, _MAX_PARAGRAPHS):
        if index + further >= len(document.blocks):
            break
        block = document.blocks[index + further]
        if block.kind != first.kind or block.kind == "heading" or first.kind == "item":
            break
        text_start = block.start + (
            len(flat[block.start : block.end]) - len(document.text(block).lstrip())
        )
        repeats = flat.startswith(opened.mark, text_start)
        start = text_start + (len(opened.mark) if repeats else 0)
        close = _first_close(flat, start, block.end, opened.family)
        if close is not None and close[1] and close[1] - opened.start < _MAX_LENGTH:
            passage = Marked(
                opened.start, close[0], opened.outer, close[1], opened.family, blocks=further + 1
            )
            return passage, close[1]
        if close is not None and not repeats:
            break
    end = first.end
    return Marked(opened.start, end, opened.outer, end, opened.family, closed=False), -1


def _first_close(flat: str, start: int, end: int, family: Family) -> tuple[int, int] | None:
    """Return where a closing mark stands, (0, 0) where an opening one comes first, or None."""
    for mark in _MARK.finditer(flat, start, end):
        if _FAMILIES[mark[0]] != family:
            continue
        before = flat[mark.start() - 1] if mark.start() > start else " "
        after = flat[mark.end()] if mark.end() < end else " "
        if family == "single" and before.isalnum() and after.isalnum():
            continue
        closes = not before.isspace() and not after.isalnum()
        if family == "single" and closes and before not in ".!?,…":
            continue
        return (mark.start(), mark.end()) if closes else (0, 0)
    return None


def _reopen(
    document: SourceText, block: Block, at: tuple[int, int], pairs: list[Marked]
) -> Marked | None:
    """Give a stray closing mark the passage it closes: since "Naam:", or its sentence."""
    flat = document.flat
    near = bisect_right(pairs, at[0], key=lambda one: one.outer_end)
    if any(one.start <= at[0] < one.end for one in pairs[near : near + _MAX_DEPTH]):
        return None
    floor = max(block.start, at[0] - _MAX_REOPENED, pairs[near - 1].outer_end if near else 0)
    lead = flat[floor : at[0]]
    turns = list(re.finditer(r"[A-ZÀ-Þ][\w’'-]+(?: [\w’'-]+){0,3}(?: ?\([^()]*\))?: ", lead))
    if turns:
        start = floor + turns[-1].end()
    else:
        ends = list(re.finditer(r"[.!?] ", lead[:-1]))
        start = floor + (ends[-1].end() if ends else 0)
    while start < at[0] and flat[start] in " .,;:–-":
        start += 1
    if at[0] - start < 15:
        return None
    return Marked(start, at[0], start, at[1], "double", opened=False)
