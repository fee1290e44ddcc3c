"""Sentences of running text that no heading, label or question announces: possible at most."""

from __future__ import annotations

from innovkb.ingest.recognise.items.around import Surroundings
from innovkb.ingest.recognise.items.candidates import Announcement, Candidates
from innovkb.ingest.recognise.items.categories import category_of
from innovkb.ingest.recognise.items.passages import ItemPassage, Passages
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.grammar import is_imperative

_LEAST_WORDS, _MOST_WORDS = 4, 45
# What is announced and this likely leaves no room for its own sentences.
_LIKELY = 0.5
# Further on in a book only what is announced counts; nobody reads so many possible items.
_MOST_READ = 300_000
_TIP, _BARRIER = Announcement("tip", "", ""), Announcement("barrier", "", "")


def add_loose(document: SourceText, found: Candidates, passages: Passages) -> None:
    """Note every sentence that by its form or its surroundings may be advice or a barrier."""
    surroundings = Surroundings(document, passages)
    for index, block in enumerate(document.blocks):
        if block.start > _MOST_READ:
            return
        if block.kind not in ("paragraph", "item", "quote") or index == 0:
            continue
        if block.path and category_of(document.heading(block)) == "none":
            continue
        ones = surroundings.of(block)
        announced = {
            one.start for one, _ in ones if found.covered(one.start, one.end, block, likely=_LIKELY)
        }
        for one, around in ones:
            if one.start in announced:
                continue
            words = document.flat[one.start : one.end].split()
            if one.tail or not _LEAST_WORDS <= len(words) <= _MOST_WORDS or words[-1][-1] == ":":
                continue
            said = ("spoken",) if one.spoken else ()
            item = ("item",) if block.kind == "item" else ()
            for told, signs in ((_TIP, around.tip), (_BARRIER, around.barrier)):
                found.add(told, block, one.start, one.end, 0, more=("loose", *signs, *said, *item))
            _behind_colon(document, found, block, one)


def _behind_colon(document: SourceText, found: Candidates, block: Block, one: ItemPassage) -> None:
    """Note the order behind a colon: "En nog iets: houd een logboek bij"."""
    colon = document.flat.find(": ", one.start, one.end)
    order = document.flat[colon + 2 : one.end]
    if colon < 0 or len(order.split()) < _LEAST_WORDS or not is_imperative(order):
        return
    found.add(_TIP, block, colon + 2, one.end, 0, more=("loose", "colon order"))
