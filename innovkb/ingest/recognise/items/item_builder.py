"""Makes the proposals for items: what the advice is, whose it is, what it is called."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypedDict

from innovkb.ingest.recognise.items.categories import Category, set_name
from innovkb.ingest.recognise.names.people import People
from innovkb.ingest.recognise.proposals import (
    BarrierProposal,
    ExampleProposal,
    PrincipleProposal,
    TipProposal,
    ToolProposal,
)
from innovkb.ingest.recognise.text.document import Block, Document

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?![\s]|$)[^.!?\n]*)*[.!?]*(?=\s|$)")
_MAX_TITLE = 90
_COLON = re.compile(r"(?: ?\([^()\n]{1,80}\))?\s*:\s*")
_LEAD = re.compile(r"[^:.!?\n]{3,60}(?=: )")


@dataclass(slots=True)
class Items:
    """What was found, in the order of the text."""

    tips: list[TipProposal] = field(default_factory=list)
    barriers: list[BarrierProposal] = field(default_factory=list)
    principles: list[PrincipleProposal] = field(default_factory=list)
    examples: list[ExampleProposal] = field(default_factory=list)
    tools: list[ToolProposal] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Announcement:
    """What stands above a list: its category, the words, and how it was told."""

    category: Category
    words: str
    confidence: float
    reason: str


class _Shared(TypedDict):
    start: int
    end: int
    text: str
    confidence: float
    reason: str
    title: str
    section: str
    position: int
    speaker: str | None


class ItemBuilder:
    """Turns passages into proposals and files them in `items`."""

    def __init__(self, document: Document, people: People, items: Items) -> None:
        self.document = document
        self.people = people
        self.items = items
        self.filed: set[int] = set()

    def add(
        self,
        told: Announcement,
        block: Block,
        start: int,
        end: int,
        position: int,
        title_end: int = 0,
    ) -> None:
        """File the passage `start` to `end` of `block`; its title ends at `title_end` or sooner."""
        speaker, start = self._speaker(block, start)
        first, last, text = self.document.passage(start, end)
        if len(text.split()) < 2 and told.category != "principle":
            return
        if not text:
            return
        self.filed.add(block.start)
        self._file(
            told,
            _Shared(
                start=first,
                end=last,
                text=text,
                confidence=told.confidence,
                reason=told.reason,
                title=self._title(block, start, title_end or end),
                section=self.document.heading(block),
                position=position,
                speaker=speaker,
            ),
        )

    def _file(self, told: Announcement, shared: _Shared) -> None:
        match told.category:
            case "tip":
                self.items.tips.append(TipProposal(**shared))
            case "barrier":
                self.items.barriers.append(BarrierProposal(**shared))
            case "principle":
                name = set_name(told.words)
                self.items.principles.append(PrincipleProposal(**shared, set_name=name))
            case "example":
                self.items.examples.append(ExampleProposal(**shared))
            case "tool":
                self.items.tools.append(ToolProposal(**shared))

    def _speaker(self, block: Block, start: int) -> tuple[str | None, int]:
        """Return whose advice it is, and where the advice itself begins: "Tamara: begin klein"."""
        mention = next(iter(self.people.between(start, start + 3)), None)
        if mention is None or len(mention.people) != 1:
            return None, start
        colon = _COLON.match(self.document.flat, mention.end, block.end)
        if colon is None:
            return None, start
        return self.people.name(mention.people[0]), colon.end()

    def _title(self, block: Block, start: int, end: int) -> str:
        """Return the bold words, the words before a colon, or the first sentence, as a slice."""
        flat = self.document.flat
        if block.lead_end > start and block.lead_end < block.end:
            end = block.lead_end
        else:
            colon = _LEAD.match(flat, start, end)
            sentence = SENTENCE.match(flat, start, end)
            if colon and len(colon[0].split()) <= 7:
                end = colon.end()
            elif sentence:
                end = sentence.end()
        title = self.document.passage(start, end)[2]
        title = re.sub(r"[*_]{2,}", "", title).strip().rstrip(".;:,")
        if len(title) > _MAX_TITLE:
            title = title[: _MAX_TITLE + 1].rpartition(" ")[0]
        return title
