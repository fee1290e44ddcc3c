"""What a question holds for: the answers below it, up to the next question or heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from innovkb.ingest.recognise.text.document import Block, SourceText

_MOST_QUESTION = 220
_ASKS = re.compile(r"\?[\s”’\"')*_]*$")
_MARKS = re.compile(r"[“„\"«]")
_MOST_ANSWERS = 12


@dataclass(frozen=True, slots=True)
class Scope:
    """A question with the blocks of its answer; both are indexes of blocks."""

    question: int
    answers: tuple[int, ...]


def is_question(document: SourceText, block: Block) -> bool:
    """Whether the block only asks: it is short, ends in a question mark and quotes nobody."""
    if block.kind not in ("heading", "paragraph") or block.end - block.start > _MOST_QUESTION:
        return False
    text = document.text(block)
    return bool(_ASKS.search(text)) and not _MARKS.search(text[1:])


def question_scopes(document: SourceText) -> Iterator[Scope]:
    """Yield every question that something below it answers."""
    blocks = document.blocks
    index = 1
    while index < len(blocks):
        if not is_question(document, blocks[index]):
            index += 1
            continue
        answers: list[int] = []
        at = index + 1
        while at < len(blocks) and len(answers) < _MOST_ANSWERS:
            if blocks[at].kind == "heading" or is_question(document, blocks[at]):
                break
            if blocks[at].kind in ("paragraph", "quote", "item"):
                answers.append(at)
            at += 1
        if answers:
            yield Scope(index, tuple(answers))
        index = at
