"""Collects what may be an item, weighs the evidence, and makes the proposals."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, TypedDict

from innovkb.ingest.recognise.items.categories import Category, set_name
from innovkb.ingest.recognise.items.forms import form_signs
from innovkb.ingest.recognise.items.signs import SIGNS, chance, is_possible, is_sure
from innovkb.ingest.recognise.names.people import People
from innovkb.ingest.recognise.proposals import (
    BarrierProposal,
    ExampleProposal,
    PrincipleProposal,
    Tier,
    TipProposal,
    ToolProposal,
)
from innovkb.ingest.recognise.text.document import Block, SourceText

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

    def lists(self) -> tuple[list[Any], ...]:
        """The five lists."""
        return self.tips, self.barriers, self.principles, self.examples, self.tools


@dataclass(frozen=True, slots=True)
class Announcement:
    """What presents an item: the kind, the name of the sign, and the words it rests on.

    `shown` are the words for the editor where they are not those of `words`.
    """

    category: Category
    words: str
    sign: str
    shown: str = ""

    @property
    def reason(self) -> str:
        """The reason in Dutch."""
        return SIGNS[self.sign].reason.format(self.shown or self.words[:60].rstrip(" :"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may be an item; `start` and `end` are flat offsets in `block`.

    `signs` are the names of all evidence, the announcing one first; `position` counts from 1 in
    its list; the title ends at `title_end` or sooner.
    """

    told: Announcement
    block: Block
    start: int
    end: int
    position: int
    title_end: int
    speaker: str | None
    signs: tuple[str, ...]
    chance: float


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
    tier: Tier
    evidence: tuple[str, ...]


class Candidates:
    """Collects passages with their evidence; `settle` makes proposals of the likeliest."""

    def __init__(self, document: SourceText, people: People) -> None:
        self.document = document
        self.people = people
        self.items = Items()
        self.filed: set[int] = set()
        self._found: dict[int, list[Candidate]] = defaultdict(list)

    def add(
        self,
        told: Announcement,
        block: Block,
        start: int,
        end: int,
        position: int,
        title_end: int = 0,
        *,
        more: tuple[str, ...] = (),
    ) -> None:
        """Note the passage `start` to `end` of `block`; `more` are signs besides its own."""
        speaker, start = self._speaker(block, start)
        text = self.document.flat[start:end].strip()
        if not text or (len(text.split()) < 2 and told.category != "principle"):
            return
        self.filed.add(block.start)
        own = (told.sign,) if told.sign else ()
        # What explains a headline says nothing about the form of the item.
        headline = self.document.flat[start:title_end] if start < title_end < end else text
        signs = tuple(dict.fromkeys((*own, *more, *form_signs(headline))))
        likely = chance(told.category, signs)
        if is_possible(likely):
            one = Candidate(told, block, start, end, position, title_end, speaker, signs, likely)
            self._found[block.start].append(one)

    def settle(self) -> Items:
        """Make the proposals: of passages that overlap, the likeliest."""
        for candidates in self._found.values():
            taken: list[Candidate] = []
            for one in sorted(candidates, key=lambda one: (-one.chance, one.start, -one.end)):
                if not any(_rules_out(other, one) for other in taken):
                    taken.append(one)
                    self._file(one)
        for found in self.items.lists():
            found.sort(key=lambda item: item.start)
        return self.items

    def covered(self, start: int, end: int, block: Block, *, likely: float = 0.0) -> bool:
        """Whether a candidate that is at least so likely lies in or over the passage."""
        found = self._found.get(block.start, ())
        return any(one.start < end and start < one.end and one.chance >= likely for one in found)

    def _file(self, one: Candidate) -> None:
        first, last, text = self.document.passage(one.start, one.end)
        if not text:
            return
        shared = _Shared(
            start=first,
            end=last,
            text=text,
            confidence=round(one.chance, 2),
            reason=_reason(one),
            tier="sure" if is_sure(one.told.category, one.signs, one.chance) else "possible",
            evidence=one.signs,
            title=self._title(one.block, one.start, one.title_end or one.end),
            section=self.document.heading(one.block),
            position=one.position,
            speaker=one.speaker,
        )
        match one.told.category:
            case "tip":
                self.items.tips.append(TipProposal(**shared))
            case "barrier":
                self.items.barriers.append(BarrierProposal(**shared))
            case "principle":
                name = set_name(one.told.words)
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
        title = re.sub(r"\[([^\[\]\n]{1,300})\]\([^()\n]{0,500}\)", r"\1", title)
        title = re.sub(r"[*_]{2,}", "", title).strip().rstrip(".;:,")
        if len(title) > _MAX_TITLE:
            title = title[: _MAX_TITLE + 1].rpartition(" ")[0]
        return title


def _rules_out(other: Candidate, one: Candidate) -> bool:
    """Whether a likelier candidate leaves no room for this one.

    A tip that stands within a principle, or that is labelled itself, may lie inside another item.
    """
    if other.end <= one.start or one.end <= other.start:
        return False
    inside = one.told.sign in _OWN_RIGHT and other.start < one.start and one.end <= other.end
    return not (inside and (other.told.category != one.told.category or one.told.sign == "inline"))


_OWN_RIGHT = ("within", "inline")


def _reason(one: Candidate) -> str:
    """Say why: what announces the item; where nothing does, what its words are like."""
    if one.told.sign:
        return one.told.reason
    kind = one.told.category
    best = max(one.signs, key=lambda name: SIGNS[name].weigh(kind))
    return SIGNS[best].reason
