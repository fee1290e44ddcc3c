"""What the recognisers propose: frozen records with a span, a confidence and a Dutch reason.

Offsets (`start`, `end`) count characters in the text that was handed to `recognise`. A
proposal's `text` is exactly `text[start:end]`, with one documented clean-up: where a line of
the passage ends in a soft hyphen ("innova-\\ntie"), the line ends of that passage are undone
(`passage.clean`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

Part = Literal["introduced", "author", "panel", "respondent", "cited", "commenter"]
DatePrecision = Literal["day", "month", "year"]
Tier = Literal["sure", "possible"]
MentionedKind = Literal["speaker", "organisation", "theme", "archetype", "barrier"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A passage: characters `start` up to, not including, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One thing that a rule found.

    `confidence` runs from 0 to 1; `reason` says in Dutch, to an editor, which rule found it.
    `tier` is "sure" for what an editor need only glance at, "possible" for what the text may
    mean but does not present as such. `evidence` names what spoke for it, surest first.
    """

    kind: ClassVar[str]
    start: int
    end: int
    text: str
    confidence: float
    reason: str
    tier: Tier = "sure"
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleProposal(Proposal):
    """The title of the write-up; `text` is the title."""

    kind = "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateProposal(Proposal):
    """The date of the meeting or the publication.

    `value` is the first day of the month or year where the precision is coarser than a day.
    `weekday_fits` is None where the text names no weekday. `inferred` says that part of the
    date (usually the year) is not in the text.
    """

    kind = "date"
    value: date
    precision: DatePrecision
    weekday_fits: bool | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceProposal(Proposal):
    """How many people took part; `approximate` for "ruim 80", "zo'n 40"."""

    kind = "attendance"
    number: int
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesProposal(Proposal):
    """The run of meetings that this one belongs to."""

    kind = "series"
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserProposal(Proposal):
    """Who held the meeting."""

    kind = "organiser"
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonProposal(Proposal):
    """A person who speaks, writes or is presented.

    `name` is the fullest form in the text, or the name the site knows the person by.
    `start`, `end` is the passage that presents the person; `spans` are all mentions.
    Empty strings for `role` and `organisation` mean that the text does not say.
    """

    kind = "person"
    name: str
    role: str = ""
    organisation: str = ""
    part: Part = "cited"
    spans: tuple[Span, ...] = ()
    known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteProposal(Proposal):
    """Verbatim words, without their quotation marks.

    `speaker` is the `name` of one of the proposed people, or None where the text leaves it
    open; then `candidates` are the people it may be, likeliest first. `section` is the heading
    above the passage.
    """

    kind = "quote"
    speaker: str | None = None
    candidates: tuple[str, ...] = ()
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemProposal(Proposal):
    """An item from a list or a paragraph: `title` is its first words, a slice of the text too.

    `position` counts from 1 in its list; `section` is the heading above it; `speaker` is the
    `name` of a proposed person where the text says whose advice it is.
    """

    title: str
    section: str = ""
    position: int = 0
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TipProposal(ItemProposal):
    """One piece of advice."""

    kind = "tip"


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierProposal(ItemProposal):
    """Something that holds innovation back."""

    kind = "barrier"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrincipleProposal(ItemProposal):
    """A member of a named set ("vier bouwstenen")."""

    kind = "principle"
    set_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleProposal(ItemProposal):
    """A case, under a heading that announces cases."""

    kind = "example"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolProposal(ItemProposal):
    """An aid, under a heading that announces aids."""

    kind = "tool"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionProposal(Proposal):
    """A question with its answer; `start`, `end` span the question, `answer_span` the answer.

    `answer` is empty and `answer_span` None where the text gives no answer.
    """

    kind = "question"
    question: str
    answer: str = ""
    answered_by: str | None = None
    candidates: tuple[str, ...] = ()
    answer_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSessionProposal(Proposal):
    """A meeting that the text announces; `text` is the announcing sentence."""

    kind = "next_session"
    title: str = ""
    value: date | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionProposal(Proposal):
    """The first place where the text names something that the site already has.

    `name` is the site's own name for it; `spans` are all its mentions.
    """

    kind = "mention"
    mentioned: MentionedKind
    name: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeProposal(Proposal):
    """A theme for the item that stands at `start`, `end`."""

    kind = "theme"
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """Everything that was found in `text`, each list in the order of the text."""

    text: str
    title: TitleProposal | None = None
    date: DateProposal | None = None
    attendance: AttendanceProposal | None = None
    series: SeriesProposal | None = None
    organiser: OrganiserProposal | None = None
    people: tuple[PersonProposal, ...] = ()
    quotes: tuple[QuoteProposal, ...] = ()
    tips: tuple[TipProposal, ...] = ()
    barriers: tuple[BarrierProposal, ...] = ()
    principles: tuple[PrincipleProposal, ...] = ()
    examples: tuple[ExampleProposal, ...] = ()
    tools: tuple[ToolProposal, ...] = ()
    questions: tuple[QuestionProposal, ...] = ()
    next_sessions: tuple[NextSessionProposal, ...] = ()
    mentions: tuple[MentionProposal, ...] = ()
    themes: tuple[ThemeProposal, ...] = field(default=())

    def proposals(self) -> tuple[Proposal, ...]:
        """Every proposal, in the order of the text."""
        single = (self.title, self.date, self.attendance, self.series, self.organiser)
        found: list[Proposal] = [one for one in single if one is not None]
        found += [*self.people, *self.quotes, *self.tips, *self.barriers, *self.principles]
        found += [*self.examples, *self.tools, *self.questions, *self.next_sessions]
        found += [*self.mentions, *self.themes]
        return tuple(sorted(found, key=lambda one: (one.start, one.end, one.kind)))
