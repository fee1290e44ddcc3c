"""The review of an import: which proposals stand on a page, with the source beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import Any
from urllib.parse import urlencode

from django.utils.safestring import SafeString
from django.utils.text import capfirst

from innovkb.ingest.editor.drafts import DECIDED_KINDS, PROPOSED_ITEMS
from innovkb.ingest.editor.review.cards import Cards, ProposalCard, signs_of
from innovkb.ingest.editor.review.labels import KIND_NAMES
from innovkb.ingest.editor.review.metadata import Fold, Metadata
from innovkb.ingest.editor.review.source import SourceSpan, marked_source
from innovkb.ingest.editor.review.values import DOCUMENT, GONE, OPEN, document_value, fingerprint
from innovkb.ingest.plan import MOST_TAKEN, Decided, Plan

PER_PAGE = 40
"""Proposals on a page: their fields stay well below the thousand that one form may have."""
SHORT_SOURCE = 60_000
"""Characters of a source that stands on every page as a whole."""
_AROUND = 1_000
"""Characters of a longer source that are shown before and after the proposals of the page."""
_MOST_SHOWN = 120_000

_GROUPS = (
    ("person", "Wie er spreken"),
    ("organisation", "Organisaties"),
    ("next_session", "Wat er volgt"),
    ("item", "Wat we in de tekst vonden"),
)
_ORIGINS = {"title": "titel", "date": "datum", "attendance": "deelnemers", "series": "reeks",
            "organiser": "organisator"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tab:
    """A filter by kind."""

    kind: str
    label: str
    count: int
    current: bool


@dataclass(frozen=True, slots=True)
class Section:
    """What was found under one heading of the source; what is only possible is folded away."""

    title: str
    cards: Sequence[ProposalCard]
    possible: Sequence[ProposalCard]

    @property
    def id(self) -> str:
        """Of its heading: no two sections begin with the same proposal."""
        return f"kop-{[*self.cards, *self.possible][0].number}"


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards under one heading; those where nothing has to be chosen are folded away."""

    key: str
    title: str
    cards: Sequence[ProposalCard]

    @property
    def sections(self) -> list[Section]:
        """The cards by the heading that they stand under, in their order."""
        found = []
        for title, run in groupby(self.cards, key=lambda card: card.entry.value("section")):
            cards = list(run)
            possible = [card for card in cards if card.entry.is_possible]
            sure = [card for card in cards if not card.entry.is_possible]
            found.append(Section(title, sure, possible))
        return found

    @property
    def settled(self) -> list[ProposalCard]:
        return [card for card in self.cards if card.is_settled]

    @property
    def unsettled(self) -> list[ProposalCard]:
        return [card for card in self.cards if not card.is_settled]


@dataclass(frozen=True, slots=True)
class Review:
    """One page of the review; ``base`` holds the signs of what stands saved, as JSON."""

    groups: Sequence[CardGroup]
    folds: Sequence[Fold]
    tabs: Sequence[Tab]
    source: SafeString
    source_start: int
    source_is_part: bool
    page: int
    pages: int
    base: str
    target: str
    taken: int
    possible: int
    all_of: str
    """The kind, in words, of which all can be taken or skipped at once."""
    many: Sequence[str]
    """Kinds of which there are more than are taken by themselves."""
    most: int = MOST_TAKEN

    @property
    def items(self) -> list[ProposalCard]:
        """The proposals of this page in which somebody may speak."""
        return [card for group in self.groups for card in group.cards if card.entry.is_item]

    @property
    def shows_people(self) -> bool:
        return any(group.key == "person" for group in self.groups)


class ReviewBuilder:
    """Lays out all proposals, and builds the page that is asked for."""

    def __init__(self, plan: Plan, cards: Cards, kind: str = "") -> None:
        self.plan = plan
        self.cards = cards
        self.kind = kind
        by_text = sorted(
            plan.entries, key=lambda one: (not one.in_source, one.start, one.end, one.key)
        )
        self.numbers = {one.key: number for number, one in enumerate(by_text, start=1)}
        items = [one for one in plan.entries if one.is_item]
        self.places = {one.key: place for place, one in enumerate(items, start=1)}
        self.shown = [one for one in self._ordered() if not kind or one.kind == kind]
        self.pages = max(1, ceil(len(self.shown) / PER_PAGE))

    def _ordered(self) -> list[Decided]:
        """People first: who they are decides about what they say."""
        ranks = {"person": 0, "organisation": 1, "next_session": 2}
        return sorted(self.plan.entries, key=lambda one: ranks.get(one.kind, 3))

    def page_of(self, key: str) -> int:
        """The page that the proposal stands on."""
        place = next((n for n, one in enumerate(self.shown) if one.key == key), 0)
        return place // PER_PAGE + 1

    def build(self, page: int) -> Review:
        page = min(max(page, 1), self.pages)
        entries = self.shown[(page - 1) * PER_PAGE : page * PER_PAGE]
        cards = [
            self.cards.card(one, self.numbers[one.key], self.places.get(one.key, 0))
            for one in entries
        ]
        is_first = page == 1 and not self.kind
        metadata = Metadata(self.plan, self.cards) if is_first else None
        start, end = self._slice(entries)
        return Review(
            groups=list(self._groups(cards)),
            folds=metadata.folds() if metadata else [],
            tabs=list(self._tabs()),
            source=marked_source(self.plan.draft.text, self._spans(page), start, end),
            source_start=start,
            source_is_part=(start, end) != (0, len(self.plan.draft.text)),
            page=page,
            pages=self.pages,
            base=json.dumps(self._base(cards, signs_of(metadata.form) if metadata else {})),
            target=document_value(self.plan, "target"),
            taken=sum(one.taken for one in self.plan.entries if one.is_item),
            possible=sum(one.is_possible for one in self.plan.entries if one.is_item),
            all_of=KIND_NAMES[self.kind].plural if self.kind in PROPOSED_ITEMS else "",
            many=[
                KIND_NAMES[kind].plural
                for kind in PROPOSED_ITEMS
                if any(one.crowded_out and one.kind == kind for one in self.plan.entries)
            ],
        )

    def _groups(self, cards: Sequence[ProposalCard]) -> Iterable[CardGroup]:
        for key, title in _GROUPS:
            found = [c for c in cards if c.entry.kind == key or (key == "item" and c.entry.is_item)]
            if found:
                yield CardGroup(key, title, found)

    def _tabs(self) -> Iterable[Tab]:
        yield Tab("", "Alles", len(self.plan.entries), not self.kind)
        for kind in (*PROPOSED_ITEMS, *(one for one in DECIDED_KINDS if one not in PROPOSED_ITEMS)):
            count = sum(one.kind == kind for one in self.plan.entries)
            if count or kind == self.kind:
                yield Tab(kind, capfirst(KIND_NAMES[kind].plural), count, kind == self.kind)

    def _slice(self, entries: Sequence[Decided]) -> tuple[int, int]:
        """Which part of the source stands beside these proposals."""
        text = self.plan.draft.text
        if len(text) <= SHORT_SOURCE or not entries:
            return 0, min(len(text), _MOST_SHOWN)
        items = [one for one in entries if one.is_item] or list(entries)
        first = min(one.start for one in items) - _AROUND
        last = max(one.end for one in items) + _AROUND
        start = text.rfind("\n", 0, max(first, 0)) + 1
        end = text.find("\n", min(last, len(text)))
        return start, min(end if end >= 0 else len(text), start + _MOST_SHOWN)

    def _spans(self, page: int) -> Iterable[SourceSpan]:
        for place, one in enumerate(self.shown):
            if not one.in_source:
                continue
            number, own = self.numbers[one.key], place // PER_PAGE + 1
            query = {"soort": self.kind, "pagina": own} if self.kind else {"pagina": own}
            href = f"#g{number}" if own == page else f"?{urlencode(query)}#g{number}"
            name = capfirst(KIND_NAMES[one.kind].singular)
            yield SourceSpan(one.start, one.end, f"s{number}", href, str(number), one.kind, name)
        for field, label in _ORIGINS.items() if page == 1 and not self.kind else ():
            if origin := self.plan.document.origins.get(field):
                yield SourceSpan(
                    origin.start,
                    origin.end,
                    f"s-{field}",
                    f"#f-{DOCUMENT}-{field}",
                    label,
                    "document",
                    "Gevonden:",
                )

    def _base(self, cards: Sequence[ProposalCard], document: dict[str, str]) -> dict[str, Any]:
        """The signs of everything on the page, as it stands saved."""
        gone = self.plan.draft.decisions.get("gone", {})
        base: dict[str, Any] = {
            DOCUMENT: {
                **document,
                "target": fingerprint(document_value(self.plan, "target")),
            },
            GONE: {
                one.reference: fingerprint(gone.get(one.reference, OPEN)) for one in self.plan.gone
            },
        }
        for card in cards:
            base[card.entry.key] = {
                **signs_of(card.form),
                "choice": fingerprint(card.entry.choice),
                "order": fingerprint(str(card.place)),
            }
        return base
