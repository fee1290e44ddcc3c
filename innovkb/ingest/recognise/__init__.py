"""Recognise the items of a write-up in its text: pure functions, by rules alone.

`recognise(text, known)` reads a text with "\\n" line ends and returns a `Recognition`. Nothing
leaves the machine, nothing is looked up, and nothing is proposed that does not stand in the
text. Time and memory are linear in the length of the text: a write-up takes some tens of
milliseconds, 2 MB of prose about twelve seconds.
"""

from __future__ import annotations

from innovkb.ingest.recognise.engine import recognise
from innovkb.ingest.recognise.known import Known, KnownName, ThemedText
from innovkb.ingest.recognise.output import to_json
from innovkb.ingest.recognise.proposals import (
    AttendanceProposal,
    BarrierProposal,
    DateProposal,
    ExampleProposal,
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
    Span,
    ThemeProposal,
    Tier,
    TipProposal,
    TitleProposal,
    ToolProposal,
)
from innovkb.ingest.recognise.themes import ThemeIndex, ThemeSuggestion, propose_themes

__all__ = [
    "AttendanceProposal",
    "BarrierProposal",
    "DateProposal",
    "ExampleProposal",
    "ItemProposal",
    "Known",
    "KnownName",
    "MentionProposal",
    "NextSessionProposal",
    "OrganiserProposal",
    "PersonProposal",
    "PrincipleProposal",
    "Proposal",
    "QuestionProposal",
    "QuoteProposal",
    "Recognition",
    "SeriesProposal",
    "Span",
    "ThemeIndex",
    "ThemeProposal",
    "ThemeSuggestion",
    "ThemedText",
    "Tier",
    "TipProposal",
    "TitleProposal",
    "ToolProposal",
    "propose_themes",
    "recognise",
    "to_json",
]
