"""Sentences of running text that no heading, label or question announces: possible at most."""

from __future__ import annotations

from innovkb.ingest.recognise.items.candidates import Announcement, Candidates
from innovkb.ingest.recognise.items.categories import category_of
from innovkb.ingest.recognise.items.passages import Passages
from innovkb.ingest.recognise.text.document import SourceText

_LEAST_WORDS, _MOST_WORDS = 4, 45
# Further on in a book only what is announced counts; nobody reads so many possible items.
_MOST_READ = 300_000
_TIP, _BARRIER = Announcement("tip", "", ""), Announcement("barrier", "", "")


def add_loose(document: SourceText, found: Candidates, passages: Passages) -> None:
    """Note every sentence that by its form may be advice or a barrier."""
    for index, block in enumerate(document.blocks):
        if block.start > _MOST_READ:
            return
        if block.kind not in ("paragraph", "item", "quote") or index == 0:
            continue
        if block.path and category_of(document.heading(block)) == "none":
            continue
        for one in passages.of(block):
            words = document.flat[one.start : one.end].split()
            if one.tail or not _LEAST_WORDS <= len(words) <= _MOST_WORDS:
                continue
            for told in (_TIP, _BARRIER):
                found.add(told, block, one.start, one.end, 0)
