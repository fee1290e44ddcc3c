"""What was recognised, in the shape in which an editor decides on it: one record a proposal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any

from innovkb.ingest.editor.drafts.fields import PROPOSED_ITEMS
from innovkb.ingest.recognise import (
    AttendanceProposal,
    DateProposal,
    ItemProposal,
    MentionProposal,
    NextSessionProposal,
    OrganiserProposal,
    PersonProposal,
    PrincipleProposal,
    Proposal,
    QuestionProposal,
    QuoteProposal,
    Recognition,
    SeriesProposal,
    Tier,
    TitleProposal,
)
from innovkb.lib.text import shorten


@dataclass(frozen=True, slots=True)
class DraftProposal:
    """One proposal: what, where in the source, how sure, and why (Dutch, for the editor).

    ``key`` is the same for the same words in every version of a text. ``fields`` holds the
    proposed values, by the names in ``fields.FIELDS``; ``candidates`` are the keys of people who
    may be the speaker, likeliest first. ``tier`` is ``possible`` for what is not taken unless an
    editor says so; ``evidence`` names what spoke for the proposal.
    """

    key: str
    kind: str
    start: int
    end: int
    text: str
    confidence: float
    reason: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    candidates: tuple[str, ...] = ()
    tier: Tier = "sure"
    evidence: tuple[str, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """Plain data for the database."""
        return {
            **asdict(self),
            "candidates": list(self.candidates),
            "evidence": list(self.evidence),
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> DraftProposal:
        lists = {name: tuple(data.get(name, ())) for name in ("candidates", "evidence")}
        return cls(**{**data, **lists})


class ProposalKeys:
    """Gives every proposal a key made of its kind and words; the same words count on."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def new(self, kind: str, words: str) -> str:
        base = f"{kind}-{sha256(' '.join(words.split()).encode()).hexdigest()[:10]}"
        self._seen[base] += 1
        return base if self._seen[base] == 1 else f"{base}-{self._seen[base]}"


def suggestions(recognition: Recognition, themes: Mapping[str, str]) -> list[DraftProposal]:
    """Every proposal, in the order of the text; ``themes`` gives the slug of a theme's name."""
    keys = ProposalKeys()
    people = {person.name: keys.new("person", person.name) for person in recognition.people}
    at: dict[tuple[int, int], list[str]] = {}
    for theme in recognition.themes:
        if slug := themes.get(theme.name):
            at.setdefault((theme.start, theme.end), []).append(slug)
    found = list(_organisations(recognition, keys))
    for proposal in recognition.proposals():
        if proposal.kind == "theme":
            continue
        fields = _fields(proposal, people)
        if proposal.kind in PROPOSED_ITEMS:
            fields["themes"] = at.get((proposal.start, proposal.end), [])
        key = people[proposal.name] if isinstance(proposal, PersonProposal) else ""
        found.append(
            DraftProposal(
                key=key or keys.new(proposal.kind, proposal.text),
                kind=proposal.kind,
                start=proposal.start,
                end=proposal.end,
                text=proposal.text,
                confidence=proposal.confidence,
                reason=proposal.reason,
                fields=fields,
                candidates=tuple(
                    people[name] for name in getattr(proposal, "candidates", ()) if name in people
                ),
                tier=proposal.tier,
                evidence=proposal.evidence,
            )
        )
    return sorted(found, key=lambda one: (one.start, one.end, one.kind))


def _organisations(recognition: Recognition, keys: ProposalKeys) -> Iterator[DraftProposal]:
    """Each organisation that somebody belongs to or that held the meeting, once."""
    named: Iterable[tuple[str, Proposal]] = [
        *((person.organisation, person) for person in recognition.people),
        *((one.name, one) for one in (recognition.organiser,) if one),
    ]
    seen: set[str] = set()
    for name, proposal in named:
        if not name or name.casefold() in seen:
            continue
        seen.add(name.casefold())
        yield DraftProposal(
            key=keys.new("organisation", name.casefold()),
            kind="organisation",
            start=proposal.start,
            end=proposal.end,
            text=name,
            confidence=proposal.confidence,
            reason=proposal.reason,
            fields={"name": name},
        )


def _fields(proposal: Proposal, people: Mapping[str, str]) -> dict[str, Any]:
    if isinstance(proposal, QuoteProposal):
        return {
            "text": proposal.text,
            "speaker": people.get(proposal.speaker or "", ""),
            "section": proposal.section,
        }
    if isinstance(proposal, ItemProposal):
        own = {"set_name": proposal.set_name} if isinstance(proposal, PrincipleProposal) else {}
        return {
            "title": proposal.title,
            "text": proposal.text,
            "speaker": people.get(proposal.speaker or "", ""),
            "section": proposal.section,
            **own,
        }
    if isinstance(proposal, QuestionProposal):
        return {
            "question": proposal.question,
            "text": proposal.answer,
            "speaker": people.get(proposal.answered_by or "", ""),
        }
    return _other_fields(proposal)


def _other_fields(proposal: Proposal) -> dict[str, Any]:
    if isinstance(proposal, PersonProposal):
        return {
            "name": proposal.name,
            "role": proposal.role,
            "organisation": proposal.organisation,
            "part": proposal.part,
        }
    if isinstance(proposal, NextSessionProposal):
        return {
            "title": proposal.title,
            "date": proposal.value.isoformat() if proposal.value else "",
            "description": proposal.text,
        }
    return _document_fields(proposal)


def _document_fields(proposal: Proposal) -> dict[str, Any]:
    """Values that a proposal about the whole text gives the write-up."""
    if isinstance(proposal, TitleProposal):
        return {"title": f"{proposal.text[:1].upper()}{proposal.text[1:]}"}
    if isinstance(proposal, DateProposal):
        return {
            "date": proposal.value.isoformat(),
            "date_precision": proposal.precision,
            "date_note": f"Afgeleid. {proposal.reason}" if proposal.inferred else "",
        }
    if isinstance(proposal, AttendanceProposal):
        note = proposal.text if proposal.approximate else ""
        return {"attendance": str(proposal.number), "attendance_note": shorten(note, 90)}
    if isinstance(proposal, SeriesProposal | OrganiserProposal):
        return {proposal.kind: proposal.name}
    if isinstance(proposal, MentionProposal):
        return {"mentioned": proposal.mentioned, "name": proposal.name}
    return {}
