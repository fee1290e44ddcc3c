"""The shapes of what the outside sees of practices: see ``sessions.data``."""

from typing import TypedDict

from sessions.data import Reference, Thing, Voiced


class Theme(Thing):
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


class Tip(Helpful):
    form: str
    audience: str


class Group(TypedDict):
    """What a barrier is about."""

    slug: str
    name: str


class Remedy(TypedDict):
    """What helps against the barrier, and why."""

    kind: str
    target: Reference
    why: str
    origin: str


class Barrier(Voiced):
    group: Group
    archetypes: list[Reference]
    related: list[Reference]
    remedies: list[Remedy]


class Check(TypedDict):
    """A question to ask in one phase."""

    phase: str
    position: int
    text: str


class Archetype(Voiced):
    number: int | None
    signals: list[str]
    questions: list[Check]
    barriers: list[Reference]
    checked_url: str
    checked_on: str | None
    verified: bool


class Principle(Helpful):
    set: Reference
    number: int


class Example(Helpful):
    place: str
    actor: str
    effect: str
    organisations: list[Reference]
    references: list[Reference]


class Tool(Helpful):
    form: str
    good_for: str
    website: str
    creators: str
    year: int | None
    organisations: list[Reference]
    examples: list[Reference]
