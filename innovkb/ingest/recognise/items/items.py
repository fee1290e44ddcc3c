"""Tips, barriers, principles, cases and aids: lists and paragraphs below what announces them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from innovkb.ingest.recognise.items.answers import add_answers
from innovkb.ingest.recognise.items.candidates import SENTENCE, Announcement, Candidates, Items
from innovkb.ingest.recognise.items.categories import category_of, numbered
from innovkb.ingest.recognise.items.clauses import add_clauses
from innovkb.ingest.recognise.items.loose import add_loose
from innovkb.ingest.recognise.items.passages import Passages
from innovkb.ingest.recognise.items.prose_tips import add_prose_tips
from innovkb.ingest.recognise.items.rows import add_rows
from innovkb.ingest.recognise.items.said import add_said_advice
from innovkb.ingest.recognise.items.sections import Sections, is_title
from innovkb.ingest.recognise.items.table_items import add_table_items
from innovkb.ingest.recognise.names.people import People
from innovkb.ingest.recognise.speech.marks import find_marked
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.grammar import is_imperative

_QUESTION_WORD = re.compile(r"(?:Hoe|Wat|Welke|Waarom|Wie|Wanneer|Waar|Is|Zijn|Kan|Mag|Moet)\b")
_MARKED = re.compile(r"[“‘„\"][^“”‘’\"]{12,}[”’\"]?")
_MIN_IMPERATIVES = 0.6


def find_items(document: SourceText, people: People) -> Items:
    """Return the items below headings and labels, "Tip 1: …" and lists of imperatives."""
    finder = _ItemFinder(document, people)
    finder.run()
    return finder.builder.settle()


class _ItemFinder:
    def __init__(self, document: SourceText, people: People) -> None:
        self.document = document
        self.people = people
        self.builder = Candidates(document, people)
        self.taken: set[int] = set()

    def run(self) -> None:
        for run in _runs(self.document):
            self._list(run)
        Sections(self.document, self.builder, self.taken).run()
        add_table_items(self.document, self.builder)
        add_prose_tips(self.document, self.people, self.builder, self.taken)
        add_rows(self.document, self.builder, self.taken)
        passages = Passages(self.document, find_marked(self.document))
        add_said_advice(self.document, self.builder, passages)
        add_answers(self.document, self.builder, passages)
        add_clauses(self.document, self.builder, passages, self.taken)
        add_loose(self.document, self.builder, passages)

    def _list(self, run: list[int]) -> None:
        """Take a list; an item that ends in a colon announces those after it."""
        for place, index in enumerate(run):
            block = self.document.blocks[index]
            text = self.document.text(block).strip()
            level = self.document.blocks[run[place + 1]].level if place + 1 < len(run) else -1
            told = category_of(_last_clause(text)) if text.endswith(":") else None
            if level == block.level and told in ("tip", "barrier", "principle") and len(text) > 25:
                self._plain_list(run[:place], None)
                shown = f"…{_last_clause(text)[-50:].strip(' :')}"
                rest = run[place + 1 :]
                stop = next((n for n, i in enumerate(rest) if self._asks(i)), len(rest))
                self._plain_list(rest[:stop], Announcement(told, text, "item label", shown))
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
                    shown = f"…{shown}" if len(shown) > 58 else shown
                    return Announcement(told, label, "label", shown)
        for at in reversed(first.path):
            words = self.document.text(self.document.blocks[at]).strip()
            told = category_of(_last_clause(words))
            if told in (None, "none"):
                whole = category_of(words)
                told = whole if whole != "none" else told
            if told in ("example", "tool") and at != first.path[-1]:
                return None
            if told and (at == first.path[-1] or told != "none"):
                if is_title(self.document, at) and (len(first.path) > 1 or words.endswith("?")):
                    break
                return Announcement(told, words, "heading")
        return self._by_form(items)

    def _by_form(self, items: list[Block]) -> Announcement | None:
        if len(items) < 2:
            return None
        orders = sum(is_imperative(_without_name(self.document.text(block))) for block in items)
        if orders < _MIN_IMPERATIVES * len(items):
            return None
        return Announcement("tip", "", "orders")

    def _only_label(self, block: Block) -> bool:
        text = self.document.text(block).strip()
        return text.endswith(":") or (len(text.split()) <= 4 and not is_imperative(text))

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
                told = Announcement("tip", "", "within")
                self.builder.add(told, block, start, block.start + sentence.end(), 0)


def _runs(document: SourceText) -> Iterator[list[int]]:
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
