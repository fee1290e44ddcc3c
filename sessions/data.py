"""The shapes of what the outside sees: typed, and the one source of the API's description.

What a field means, and which values it may have, is what the model says of the field of that name.
"""

from typing import Literal, TypedDict


class Reference(TypedDict):
    """Something with a page of its own: its name and where that page is."""

    slug: str
    name: str
    url: str


class Thing(TypedDict):
    """What everything public has."""

    slug: str
    url: str
    updated_at: str


class ItemData(Thing):
    """What is drawn from a write-up."""

    title: str
    text: str
    wording: str
    excerpt: str
    section: str
    position: int
    note: str
    speaker: Reference | None
    speakers: list[Reference]
    language: str
    title_language: str
    write_up: Reference | None
    themes: list[Reference]


class Voiced(ItemData):
    """An item that quotes may give a voice to."""

    quotes: list[Reference]


class QuoteData(ItemData):
    speaker_label: str
    cited_by: list[Reference]
    original: str


class QuestionData(Voiced):
    question: str


class AppearanceData(TypedDict):
    """Who appears in a write-up, as what."""

    write_up: Reference
    speaker: Reference
    part: str
    role: str
    organisation: Reference | None
    name_in_source: str


class SpeakerData(Thing):
    name: str
    sort_name: str
    aliases: list[str]
    bio: str
    website: str
    note: str
    appearances: list[AppearanceData]


class OrganisationData(Thing):
    name: str
    short_name: str
    aliases: list[str]
    country: str
    description: str
    website: str
    people: list[Reference]
    published_write_ups: list[Reference]


class SessionData(Thing):
    title: str
    state: Literal["announced", "passed", "held"]
    date: str
    date_precision: str
    date_note: str
    series: Reference | None
    number: int | None
    organiser: Reference | None
    attendance: int | None
    attendance_note: str
    place: str
    description: str
    website: str
    write_ups: list[Reference]


class WriteUpData(Thing):
    title: str
    genre: str
    date: str
    date_precision: str
    date_note: str
    session: Reference | None
    source_title: str
    published_in: str
    rubric: str
    publisher: Reference | None
    partners: list[Reference]
    source_url: str
    language: str
    rights: str
    rights_note: str
    summary: str
    body: str
    note: str
    appearances: list[AppearanceData]
