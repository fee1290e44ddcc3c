"""Tips, barriers, principles, cases and aids: lists and paragraphs below what announces them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from innovkb.ingest.recognise.items.categories import Category, category_of, numbered
from innovkb.ingest.recognise.items.imperatives import is_imperative
from innovkb.ingest.recognise.items.item_builder import SENTENCE, Announcement, ItemBuilder, Items
from innovkb.ingest.recognise.items.prose_tips import add_prose_tips
from innovkb.ingest.recognise.items.table_items import add_table_items
from innovkb.ingest.recognise.names.people import People
from innovkb.ingest.recognise.text.document import Block, Document

_INLINE_TIP = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=[.!?]” ))(?:Tip(?: \d+)?(?: (?:van|voor|aan) [^:\n]{2,40})?"
    r"|Concrete actie"
    r"|Concrete tip|Praktische tip|(?:Mijn|Haar|Zijn|Hun|Onze) (?:\w+ ){0,2}(?:tip|advies|les)"
    r"|Advies|Aanbeveling|Les|Gouden tip)(?: (?:is|luidt|tot slot|(?:aan"
    r"|voor) [^:\n]{2,30}))?\s?:\s+(?=\S)"
)
_QUESTION_WORD = re.compile(r"(?:Hoe|Wat|Welke|Waarom|Wie|Wanneer|Waar|Is|Zijn|Kan|Mag|Moet)\b")
_MARKED = re.compile(r"[“‘„\"][^“”‘’\"]{12,}[”’\"]?")
_LAST_TITLE = 3
_MIN_IMPERATIVES = 0.6


def find_items(document: Document, people: People) -> Items:
    """Return the items below headings and labels, "Tip 1: …" and lists of imperatives."""
    finder = _Finder(document, people)
    finder.run()
    for found in (
        finder.items.tips, finder.items.barriers, finder.items.principles,
        finder.items.examples, finder.items.tools,
    ):  # fmt: skip
        found.sort(key=lambda item: item.start)
    return finder.items


class _Finder:
    def __init__(self, document: Document, people: People) -> None:
        self.document = document
        self.people = people
        self.items = Items()
        self.builder = ItemBuilder(document, people, self.items)
        self.taken: set[int] = set()
        self.listed_sections: set[int] = {
            block.path[-1] for block in document.blocks if block.kind == "item" and block.path
        }

    def run(self) -> None:
        for run in _runs(self.document):
            self._list(run)
        for index, block in enumerate(self.document.blocks):
            if index not in self.taken and block.kind in ("heading", "paragraph", "item"):
                self._labelled(index, block)
        self._sections()
        add_table_items(self.document, self.builder)
        add_prose_tips(self.document, self.people, self.builder, self.taken)

    def _list(self, run: list[int]) -> None:
        """Take a list; an item that ends in a colon announces those after it."""
        for place, index in enumerate(run):
            block = self.document.blocks[index]
            text = self.document.text(block).strip()
            level = self.document.blocks[run[place + 1]].level if place + 1 < len(run) else -1
            told = category_of(_last_clause(text)) if text.endswith((":", "?")) else None
            if level == block.level and told in ("tip", "barrier", "principle") and len(text) > 25:
                self._plain_list(run[:place], None)
                reason = f"Lijst onder ‘…{_last_clause(text)[-50:].strip(' :')}’."
                rest = run[place + 1 :]
                stop = next((n for n, i in enumerate(rest) if self._asks(i)), len(rest))
                self._plain_list(rest[:stop], Announcement(told, text, 0.85, reason))
                self._list(rest[stop:])
                return
        self._plain_list(run, None)

    def _asks(self, index: int) -> bool:
        text = self.document.text(self.document.blocks[index]).strip()
        return text.endswith("?") and not is_imperative(text)

    def _plain_list(self, run: list[int], announced: Announcement | None) -> None:
        blocks = self.document.blocks
        if not run:
            return
        announced = announced or self._announced(blocks[run[0]], [blocks[i] for i in run])
        if announced is None or announced.category == "none":
            return
        top = min(blocks[i].level for i in run)
        labels = [
            i for i, after in pairwise(run)
            if blocks[after].level > blocks[i].level and self._only_label(blocks[i])
        ]  # fmt: skip
        position = 0
        for index in run:
            block = blocks[index]
            parent_is_label = any(i < index and blocks[i].level == block.level - 1 for i in labels)
            if index in labels or (block.level > top and not parent_is_label):
                continue
            if numbered(self.document.text(block)) or not self._fits(block, announced):
                continue
            position += 1
            self.taken.add(index)
            self.builder.add(announced, block, block.start, block.end, position)
            if announced.category == "principle" and re.search(
                r"\b(?:tips?|acties?)\b", announced.words, re.IGNORECASE
            ):
                self._tips_within(block)

    def _announced(self, first: Block, items: list[Block]) -> Announcement | None:
        """Say what the list is, from its label, its headings, or its own form."""
        if first.label >= 0:
            label = self.document.text(self.document.blocks[first.label]).strip()
            if label.endswith((":", "?")):
                told = category_of(_last_clause(label))
                if told:
                    shown = _last_clause(label)[-60:].strip(" :")
                    reason = (
                        f"Lijst onder ‘…{shown}’." if len(shown) > 58 else f"Lijst onder ‘{shown}’."
                    )
                    return Announcement(told, label, 0.93, reason)
        for at in reversed(first.path):
            words = self.document.text(self.document.blocks[at]).strip()
            told = category_of(_last_clause(words))
            if told in (None, "none"):
                whole = category_of(words)
                told = whole if whole != "none" else told
            if told in ("example", "tool") and at != first.path[-1]:
                return None
            if told and (at == first.path[-1] or told != "none"):
                if self._is_title(at) and (len(first.path) > 1 or words.endswith("?")):
                    break
                reason = f"Lijst onder de kop ‘{words[:60].rstrip(' :')}’."
                return Announcement(told, words, 0.95, reason)
        return self._by_form(items)

    def _is_title(self, at: int) -> bool:
        return at <= _LAST_TITLE and at == next(
            (i for i, block in enumerate(self.document.blocks) if block.kind == "heading"), -1
        )

    def _by_form(self, items: list[Block]) -> Announcement | None:
        if len(items) < 2:
            return None
        orders = sum(is_imperative(_without_name(self.document.text(block))) for block in items)
        if orders < _MIN_IMPERATIVES * len(items):
            return None
        return Announcement("tip", "", 0.75, "Lijst van aansporingen (‘begin’, ‘zorg’, ‘laat’).")

    def _only_label(self, block: Block) -> bool:
        text = self.document.text(block).strip()
        return text.endswith(":") or len(text.split()) <= 4

    def _fits(self, block: Block, announced: Announcement) -> bool:
        """Whether the item is one of those announced: no question, no comment, no bare name."""
        text = self.document.text(block).strip()
        if text.endswith("?") and _QUESTION_WORD.match(text):
            return False
        mention = next(iter(self.people.between(block.start, block.start + 3)), None)
        if mention is not None and mention.start - block.start < 3:
            context = self.people.by_start.get(mention.start)
            rest = self.document.flat[mention.end : block.end].strip(" .,")
            if not rest or (context and (context.comments or context.introduced)):
                return False
        if announced.words or announced.category != "tip":
            return True
        quoted = sum(len(found[0]) for found in _MARKED.finditer(text))
        return is_imperative(_without_name(text)) and quoted < 0.4 * len(text)

    def _tips_within(self, block: Block) -> None:
        """Lift the orders from a principle whose list promises a tip with each."""
        for number, sentence in enumerate(SENTENCE.finditer(self.document.text(block))):
            lead = re.match(r"\s*(?:Concrete (?:actie|tip)|Tip):\s*", sentence[0])
            if (number and is_imperative(sentence[0])) or lead:
                start = block.start + sentence.start() + (lead.end() if lead else 0)
                told = Announcement("tip", "", 0.8, "Aansporing bij een principe.")
                self.builder.add(told, block, start, block.start + sentence.end(), 0)

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
                end = self._body_end(index)
            told = Announcement(category, mark.split()[0], 0.93, f"Begint met ‘{mark}’.")
            self.taken.add(index)
            position = int(number) if number.isdigit() else 0
            self.builder.add(told, block, block.start + lead + length, end, position, block.end)
            return
        for inline in _INLINE_TIP.finditer(text) if block.kind != "heading" else ():
            sentence = SENTENCE.match(text, inline.end())
            if sentence:
                told = Announcement("tip", "", 0.85, f"Staat achter ‘{inline[0].strip()}’.")
                self.builder.add(
                    told, block, block.start + inline.end(), block.start + sentence.end(), 0
                )

    def _body_end(self, index: int) -> int:
        """Return where the first paragraph below the heading ends."""
        blocks = self.document.blocks
        if index + 1 < len(blocks) and blocks[index + 1].kind == "paragraph":
            return blocks[index + 1].end
        return blocks[index].end

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
            if category in ("tip", "barrier") and self._is_title(index):
                continue
            children = self._children(index, block, category)
            told = Announcement(category, words, 0.85, f"Kop onder ‘{words[:60]}’.")
            for position, child in enumerate(children, 1):
                self.taken.add(child)
                head = blocks[child]
                self.builder.add(told, head, head.start, self._body_end(child), position, head.end)
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
        told = Announcement(category, words, 0.8, f"Staat onder de kop ‘{words[:60]}’.")
        position = 0
        for at in range(index + 1, len(self.document.blocks)):
            block = self.document.blocks[at]
            if block.kind == "heading":
                break
            if block.kind != "paragraph" or at in self.taken:
                continue
            text = self.document.text(block)
            if (block.lead_end > block.start and not block.bold) or (
                category == "tip" and is_imperative(text) and len(text) < 600
            ):
                position += 1
                self.builder.add(told, block, block.start, block.end, position)


def _runs(document: Document) -> Iterator[list[int]]:
    """Yield the lists: items below the same heading and label, with nothing between."""

    def key(index: int) -> tuple[bool, tuple[int, ...], int]:
        block = document.blocks[index]
        return block.kind == "item", block.path, block.label

    skipped = [
        i for i, block in enumerate(document.blocks) if block.indent == 0 or block.kind == "item"
    ]
    for (is_item, _, _), indexes in groupby(skipped, key=key):
        if is_item:
            yield list(indexes)


def _last_clause(label: str) -> str:
    """Return the last sentence of a label, which is what announces the list."""
    parts = re.split(r"(?<=[.!?]) ", label.rstrip())
    return parts[-1] if parts else label


def _without_name(text: str) -> str:
    return re.sub(r"^[A-ZÀ-Þ][\w’'-]+(?: [\w’'-]+){0,3}: (?=\w)", "", text.strip())
