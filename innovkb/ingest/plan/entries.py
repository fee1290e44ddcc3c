"""One proposal with what the editor decided about it, and what it means to the site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from innovkb.ingest.editor.drafts.fields import DECIDED_KINDS, PROPOSED_ITEMS
from innovkb.ingest.editor.drafts.suggestions import DraftProposal
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan.matches import SiteMatch
from innovkb.ingest.recognise import Tier
from innovkb.kinds import kind as registered

Change = Literal["new", "changed", "same"]

MOST_TAKEN = 25
"""Items of one kind that are taken unless the editor says otherwise: the surest."""
TAKE_FROM = 0.6
"""From this confidence a proposal is taken unless the editor says otherwise."""


@dataclass(frozen=True, slots=True)
class ItemReference:
    """An item that the site has; ``reference`` names it in the decisions (``tip:12``)."""

    kind: str
    pk: int
    title: str
    text: str

    @property
    def reference(self) -> str:
        return f"{self.kind}:{self.pk}"

    @property
    def kind_name(self) -> str:
        return registered(self.kind).singular


@dataclass(frozen=True, slots=True)
class Decided:
    """A proposal as the editor sees it now.

    ``fields`` are the values that count: decided, else proposed. ``choice`` is ``take`` or
    ``skip``; ``decided`` says whether an editor chose it. ``change`` compares with the version
    of the text that was imported before, ``item`` is what was made of it then. ``values`` are
    the fields that an editor changed in this draft. What is of the ``possible`` tier is skipped
    unless an editor takes it.
    """

    key: str
    kind: str
    proposed_kind: str
    start: int
    end: int
    text: str
    confidence: float
    reason: str
    choice: Literal["take", "skip"]
    decided: bool
    fields: Mapping[str, Any]
    proposed: Mapping[str, Any]
    edited: frozenset[str] = frozenset()
    candidates: tuple[str, ...] = ()
    added: bool = False
    tier: Tier = "sure"
    evidence: tuple[str, ...] = ()
    crowded_out: bool = False
    """Whether it is skipped only because so many of its kind are surer."""
    match: SiteMatch | None = None
    organisation_match: SiteMatch | None = None
    """What the site may have for the organisation of a person, where nothing else asks that."""
    change: Change = "new"
    item: ItemReference | None = None

    @property
    def is_item(self) -> bool:
        return self.kind in PROPOSED_ITEMS

    @property
    def is_possible(self) -> bool:
        """Whether it is folded away until an editor takes it."""
        return self.tier == "possible" and not self.taken

    @property
    def in_source(self) -> bool:
        """Whether it stands in the source; a person whose name was typed may not."""
        return self.end > self.start

    @property
    def taken(self) -> bool:
        return self.choice == "take"

    def value(self, name: str) -> str:
        """A text field; empty when it has no value."""
        return str(self.fields.get(name) or "").strip()


def suggested(draft: ImportDraft) -> list[DraftProposal]:
    """The proposals of the rules, and the passages and people that the editor added."""
    added = [
        DraftProposal(
            key=one["key"],
            kind=one["kind"],
            start=one["start"],
            end=one["end"],
            text=one["text"],
            confidence=1.0,
            reason="Zelf toegevoegd.",
            fields=one.get("fields") or {"text": one["text"]},
        )
        for one in draft.decisions.get("added", [])
    ]
    return [*map(DraftProposal.from_data, draft.proposals), *added]


def entries(
    draft: ImportDraft, earlier: Mapping[str, Any] | None = None, *, take_from: float = TAKE_FROM
) -> Iterator[Decided]:
    """The proposals that an editor decides on, in the order of the text.

    ``earlier`` are the decisions on an earlier version of the text; those of this draft go
    before them.
    """
    decisions = draft.decisions.get("entries", {})
    before = (earlier or {}).get("entries", {})
    found = [one for one in suggested(draft) if one.kind in DECIDED_KINDS]
    crowded = _crowded_out(found, take_from)
    for one in sorted(found, key=lambda one: (one.start, one.end)):
        own, old = decisions.get(one.key, {}), before.get(one.key, {})
        fields = {**one.fields, **old.get("fields", {}), **own.get("fields", {})}
        choice = own.get("choice") or old.get("choice")
        yield Decided(
            key=one.key,
            kind=own.get("kind") or old.get("kind") or one.kind,
            proposed_kind=one.kind,
            start=one.start,
            end=one.end,
            text=one.text,
            confidence=one.confidence,
            reason=one.reason,
            choice=choice or _first_choice(one, take_from, crowded),
            decided=bool(own.get("choice")),
            fields=fields,
            proposed=one.fields,
            edited=frozenset(own.get("fields", {})),
            candidates=one.candidates,
            added=one.key.startswith("added-"),
            crowded_out=not choice and one.key in crowded,
            tier=one.tier,
            evidence=one.evidence,
        )


def _first_choice(
    one: DraftProposal, take_from: float, crowded: set[str]
) -> Literal["take", "skip"]:
    return "take" if _is_sure(one, take_from) and one.key not in crowded else "skip"


def _is_sure(one: DraftProposal, take_from: float) -> bool:
    return one.tier == "sure" and one.confidence >= take_from


def _crowded_out(found: list[DraftProposal], take_from: float) -> set[str]:
    """The keys of sure items beyond the ``MOST_TAKEN`` surest of their kind."""
    by_kind: dict[str, list[DraftProposal]] = defaultdict(list)
    for one in found:
        if one.kind in PROPOSED_ITEMS and _is_sure(one, take_from):
            by_kind[one.kind].append(one)
    return {
        one.key
        for rows in by_kind.values()
        for one in sorted(rows, key=lambda one: (-one.confidence, one.start))[MOST_TAKEN:]
    }


def in_order(found: list[Decided], order: list[str]) -> list[Decided]:
    """The entries as the editor ordered them; one that is new comes after its predecessor."""
    if not order:
        return found
    places = {key: float(place) for place, key in enumerate(order)}
    last = -1.0
    for entry in found:
        if entry.key not in places:
            places[entry.key] = last + 1e-9
        last = places[entry.key]
    return sorted(found, key=lambda entry: places[entry.key])
