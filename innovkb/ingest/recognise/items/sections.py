"""Items that carry their own label ("Tip 1: …"), or stand as headings or loose paragraphs."""

from __future__ import annotations

import re

from innovkb.ingest.recognise.items.candidates import SENTENCE, Announcement, Candidates
from innovkb.ingest.recognise.items.categories import Category, category_of, numbered
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.grammar import is_imperative

_INLINE_TIP = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=[.!?]” ))(?:Tip(?: \d+)?(?: (?:van|voor|aan) [^:\n]{2,40})?"
    r"|Concrete actie"
    r"|Concrete tip|Praktische tip|(?:Mijn|Haar|Zijn|Hun|Onze) (?:\w+ ){0,2}(?:tip|advies|les)"
    r"|Advies|Aanbeveling|Les|Gouden tip)(?: (?:is|luidt|tot slot|(?:aan"
    r"|voor) [^:\n]{2,30}))?\s?:\s+(?=\S)"
)
_LAST_TITLE = 3


def is_title(document: SourceText, at: int) -> bool:
    """Whether the heading at this index is the title of the text."""
    first = next((i for i, block in enumerate(document.blocks) if block.kind == "heading"), -1)
    return at <= _LAST_TITLE and at == first


class Sections:
    """Notes labelled items, subheadings of a section, and loose paragraphs in one."""

    def __init__(self, document: SourceText, found: Candidates, taken: set[int]) -> None:
        self.document = document
        self.builder = found
        self.taken = taken
        self.listed_sections: set[int] = {
            block.path[-1] for block in document.blocks if block.kind == "item" and block.path
        }

    def run(self) -> None:
        """Note them all; what a list took already is left."""
        for index, block in enumerate(self.document.blocks):
            if index not in self.taken and block.kind in ("heading", "paragraph", "item"):
                self._labelled(index, block)
        self._sections()

    def _labelled(self, index: int, block: Block) -> None:
        """Take "Tip 1: …" and "Strategie 2: …", at the head of a block or inside it."""
        text = self.document.text(block)
        lead = len(text) - len(text.lstrip())
        found = numbered(text.lstrip())
        if found and (block.kind == "heading" or found[2] or found[0] not in ("example", "tool")):
            category, length, number = found
            mark = text[lead : lead + length].strip(" :–-")
            end = block.end
            if block.kind == "heading":
                end = self.document.body_end(index)
            told = Announcement(category, mark.split()[0], "number", mark)
            self.taken.add(index)
            position = int(number) if number.isdigit() else 0
            self.builder.add(told, block, block.start + lead + length, end, position, block.end)
            return
        for inline in _INLINE_TIP.finditer(text) if block.kind != "heading" else ():
            sentence = SENTENCE.match(text, inline.end())
            if sentence:
                told = Announcement("tip", "", "inline", inline[0].strip())
                self.builder.add(
                    told, block, block.start + inline.end(), block.start + sentence.end(), 0
                )

    def _sections(self) -> None:
        """Take subheadings below "Voorbeelden" or "Tips", and loose paragraphs below "Tips"."""
        blocks = self.document.blocks
        for index, block in enumerate(blocks):
            if block.kind != "heading":
                continue
            words = self.document.text(block).strip()
            category = category_of(words)
            if category is None or category == "none" or numbered(words):
                continue
            if category in ("tip", "barrier") and is_title(self.document, index):
                continue
            children = self._children(index, block, category)
            told = Announcement(category, words, "subheading")
            for position, child in enumerate(children, 1):
                self.taken.add(child)
                head = blocks[child]
                self.builder.add(
                    told, head, head.start, self.document.body_end(child), position, head.end
                )
            if (
                not children
                and category in ("tip", "barrier")
                and index not in self.listed_sections
            ):
                self._paragraphs(index, category, words)

    def _children(self, index: int, block: Block, category: Category) -> list[int]:
        blocks = self.document.blocks
        if index in self.listed_sections:
            return []
        deeper = []
        for at in range(index + 1, len(blocks)):
            other = blocks[at]
            if other.kind != "heading" or (other.level == 6 and not other.explicit):
                continue
            words = self.document.text(other).strip()
            same = other.level == block.level and category in ("example", "tool")
            nested = index in other.path and other.path[-1] == index
            if not nested and not (same and re.search(r"\s[–—-]\s|\(", words)):
                if other.level <= block.level:
                    break
                continue
            if category_of(words) or numbered(words) or words.endswith("?"):
                if same:
                    break
                continue
            deeper.append(at)
        return deeper

    def _paragraphs(self, index: int, category: Category, words: str) -> None:
        """Take the paragraphs right below the heading that are items by their form."""
        told = Announcement(category, words, "below heading")
        position = 0
        for at in range(index + 1, len(self.document.blocks)):
            block = self.document.blocks[at]
            if block.kind == "heading":
                break
            if block.kind != "paragraph" or at in self.taken:
                continue
            text = self.document.text(block)
            if (block.lead_end > block.start and not block.bold) or (
                category == "tip"
                and text.lstrip()[:1] not in "“„‘\"'«"
                and is_imperative(text)
                and len(text) < 600
            ):
                position += 1
                self.builder.add(told, block, block.start, block.end, position)
