"""The words around a passage: enough of a text to see what a quote was about."""

import re
from collections.abc import Iterator
from dataclasses import replace

from innovkb.lib.markdown import RenderedText, render_marked
from innovkb.passages.locate import ExcerptError, Passage, locate, occurrences
from innovkb.passages.marking import Mark

_GAP = re.compile(r"\n[^\S\n]*\n\s*|\Z")


def passage_in_context(body: str, mark: Mark) -> RenderedText | None:
    """The marked passage with the paragraph before and after it; None when it isn't there.

    Headings end the context: what stands under another heading is about something else.
    """
    try:
        passage = locate(body, mark.excerpt, mark.occurrence)
    except ExcerptError:
        return None
    blocks = list(_blocks(body))
    inside = [n for n, b in enumerate(blocks) if b.start < passage.end and passage.start < b.end]
    first, last = inside[0], inside[-1]
    if first > 0 and not _is_heading(body, blocks[first - 1]):
        first -= 1
    if last + 1 < len(blocks) and not _is_heading(body, blocks[last + 1]):
        last += 1
    start = blocks[first].start
    text = body[start : blocks[last].end]
    moved = Passage(passage.start - start, passage.end - start)
    return render_marked(text, [_relocated(mark, text, moved)])


def _blocks(body: str) -> Iterator[Passage]:
    """The stretches of a text between blank lines."""
    start = 0
    for gap in _GAP.finditer(body):
        if gap.start() > start:
            yield Passage(start, gap.start())
        start = gap.end()


def _is_heading(body: str, block: Passage) -> bool:
    return body.startswith("#", block.start)


def _relocated(mark: Mark, text: str, passage: Passage) -> Mark:
    """The mark for a part of the text: its occurrences are counted anew, and it has no link."""
    nth = sum(found.start <= passage.start for found in occurrences(text, mark.excerpt))
    return replace(mark, occurrence=max(1, nth), url="")
