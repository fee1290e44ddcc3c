"""The sentence around a passage."""

from __future__ import annotations

import re

from innovkb.ingest.recognise.text.document import Block, SourceText

_STOP = re.compile(r"(?<!\bd)(?<!\bca)[.!?][)”’\"]? (?=[A-ZÀ-Þ‘“\[])")
_END = re.compile(r"[.!?](?=\s|$)")
# A sentence is looked for this far before the passage, so that a long line stays linear.
_REACH = 600


def sentence_around(document: SourceText, block: Block, start: int, end: int) -> tuple[int, int]:
    """Return the flat offsets of the sentence in `block` that holds `start` to `end`."""
    first = max(block.start, start - _REACH)
    for stop in _STOP.finditer(document.flat, first, start):
        first = stop.end()
    following = _END.search(document.flat, end, min(block.end, end + _REACH))
    return first, following.end() if following else min(block.end, end + _REACH)


_SENTENCE = re.compile(
    r"(?:(?:\b(?:dr|drs|ir|ing|mr|prof|bijv|bv|nr|ca|o\.a|d\.w\.z|m\.n|i\.p\.v|St|[A-Z])\.|[^.!?…\n]"
    r"|[.!?…](?![.!?…]*[”’\"'»)]*(?:\s|$)))+)[.!?…]*[”’\"'»)]*(?=\s|$)"
)
_MARKS = " \t“”„‘’\"'«»*_–—-•"


def sentences(flat: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the flat offsets of the sentences in a passage, without the marks around them."""
    found = []
    for sentence in _SENTENCE.finditer(flat, start, end):
        first, last = sentence.span()
        while first < last and flat[first] in _MARKS:
            first += 1
        while last > first and flat[last - 1] in ' \t“”„"«»*_':
            last -= 1
        while last > first and flat[last - 1] in "’'" and flat[last - 2] in ".!?…":
            last -= 1
        if first < last:
            found.append((first, last))
    return found
