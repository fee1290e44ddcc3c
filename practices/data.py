"""The shapes of what the outside sees of practices: see ``sessions.data``."""

from typing import Literal, TypedDict

from sessions.data import Reference, Thing, Voiced


class ThemeData(Thing):
    name: str
    description: str


class HelpsAgainst(TypedDict):
    """A barrier that the item helps against, and why."""

    barrier: Reference
    why: str
    origin: str


class Helpful(Voiced):
    """An item that can help against barriers."""

    helps_against: list[HelpsAgainst]


class TipData(Helpful):
    form: str
    audience: str


class Group(TypedDict):
    """What a barrier is about."""

    slug: str
    name: str


class RemedyData(TypedDict):
    """What helps against the barrier, and why."""

    kind: str
    target: Reference
    why: str
    origin: str


class BarrierData(Voiced):
    group: Group
    sayings: list[str]
    archetypes: list[Reference]
    related: list[Reference]
    remedies: list[RemedyData]


class CheckData(TypedDict):
    """A question to ask in one phase."""

    phase: str
    position: int
    text: str


class ArchetypeData(Voiced):
    number: int | None
    signals: list[str]
    questions: list[CheckData]
    barriers: list[Reference]
    checked_url: str
    checked_on: str | None
    verified: bool


class PrincipleData(Helpful):
    set: Reference
    number: int


class ExampleData(Helpful):
    place: str
    actor: str
    effect: str
    organisations: list[Reference]
    references: list[Reference]


class ToolData(Helpful):
    form: str
    good_for: str
    website: str
    creators: str
    year: int | None
    organisations: list[Reference]
    examples: list[Reference]


class VoiceData(TypedDict):
    """Somebody who says it or the opposite, by which item, and the words of the source."""

    name: str
    stance: Literal["agree", "against", "depends"]
    speakers: list[Reference]
    kind: Literal["quote", "tip", "barrier", "principle", "question"]
    item: Reference
    write_up: Reference
    excerpt: str
    wording: str
    language: str
    note: str


class ClaimData(Thing):
    title: str
    text: str
    verdict: str
    voices: list[VoiceData]
    themes: list[Reference]
