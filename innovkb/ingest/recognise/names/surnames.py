"""How far a surname goes in a run of capitalised words: particles, second halves, estates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from innovkb.ingest.recognise.text.lexicon import NOT_NAMES, OPENERS, PARTICLES, TITLES
from innovkb.ingest.recognise.text.words import is_given, is_role
from innovkb.lib.names import ARTICLES, BEGINNINGS, PLACING

INITIALS = r"(?:[A-Z][a-z]?\.)+(?:-[A-Z]\.)?"
_CAMEL = re.compile(r"[A-Z]{2}[A-Za-z]*[-a-z]|[a-z](?<!Mac)(?<!Mc)(?<!De)(?<!Le)(?<!Van)[A-Z]")
_ACRONYM = re.compile(r"[A-Z0-9&]{2,}$")


_ALSO_SURNAMES = frozenset(
    "maas waal west mei haag straat kamer dag huis wijk bank rijn sterk dorp buurt".split()
)
_ELIDED = re.compile(r"[dl]['’][A-ZÀ-Þ]")
POSSESSIVE = re.compile(r"['’]s$")
_IS_INITIALS = re.compile(rf"{INITIALS}$")


@dataclass(frozen=True, slots=True)
class NameToken:
    """A word of the run (flat offsets)."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def initials(self) -> bool:
        return bool(_IS_INITIALS.match(self.text))


def surname_length(rest: list[NameToken], at: int) -> int:
    """Return how many tokens from `at` form a surname with its particles, or 0."""
    particles = _particles(rest, at)
    index = at + particles
    if index >= len(rest) or not (rest[index].text[0].isupper() or rest[index].text[:1] in "'’"):
        return 0
    word = rest[index]
    if at and _surname_ends_later(rest, index):
        return particles + 1 + _to_next_capital(rest, index + 1)
    bare = POSSESSIVE.sub("", word.text)
    barred = NOT_NAMES - _ALSO_SURNAMES if at else NOT_NAMES
    if at and has_estate(rest, index + 1):
        barred = frozenset()  # "van Hasselt tot Berkel"
    if _ACRONYM.match(bare) or word.initials or (bare.lower() in barred and particles < 2):
        return 0
    if bare.lower() in OPENERS and not particles:
        return 0
    length = particles + 1
    if at and index + 1 < len(rest) and _ELIDED.match(rest[index + 1].text):
        return length + 1
    if at and _surname_goes_on(rest[index + 1 : index + 3]):
        return length + 2
    following = rest[index + 1] if index + 1 < len(rest) else None
    if at and following is not None and is_plain(following) and _is_surname_like(following.text):
        length += 1
    return length


def _surname_ends_later(rest: list[NameToken], at: int) -> bool:
    """Whether a capital must follow: "Bos-de", "Aït", and not the whole surname."""
    word = rest[at].lower
    opens = word in BEGINNINGS and rest[at].text[0].isupper()
    return (opens or ("-" in word and word.rpartition("-")[2] in PARTICLES)) and any(
        token.text[0].isupper() for token in rest[at + 1 : at + 4]
    )


def _to_next_capital(rest: list[NameToken], at: int) -> int:
    """How many tokens from there to where the surname ends: "der Berg", "Ben Haddou"."""
    length = 1
    while not rest[at + length - 1].text[0].isupper() or (
        _surname_ends_later(rest, at + length - 1)
    ):
        length += 1
    return length


def _particles(rest: list[NameToken], at: int) -> int:
    """Return how many particles stand at `at`; more than there are words where they are none."""
    count = 0
    while at + count < len(rest) and rest[at + count].lower in PARTICLES and count < 3:
        count += 1
    if count and rest[at].lower == "het":
        return len(rest)  # Only behind "van": "van het Hof".
    if count and rest[at].lower in PLACING and not (count > 1 and rest[at + 1].lower in ARTICLES):
        return len(rest)  # "Merel in Ameroord": only with an article it is a name, "in 't Veld".
    return count


def _surname_goes_on(rest: list[NameToken]) -> bool:
    """Whether a second half with its particle follows: "Vos de Wael", "Tjin A Koeng".

    "van" is left out, since it may lead a firm.
    """
    return (
        len(rest) == 2
        and rest[0].text in ("de", "den", "ten", "ter", "le", "la", "A")
        and is_plain(rest[1])
    )


def estate_length(rest: list[NameToken]) -> int:
    """Return how many tokens name where a family is from: "Bentinck van Haren", "tot Berkel"."""
    if not rest or rest[0].lower not in ("van", "tot"):
        return 0
    length = 2 if len(rest) > 2 and rest[1].lower in ARTICLES else 1
    return length + 1 if len(rest) > length and is_plain(rest[length]) else 0


def has_estate(rest: list[NameToken], at: int) -> bool:
    """Whether "tot Berkel" follows: "van Lynden tot Berkel"."""
    return at < len(rest) and rest[at].lower == "tot"


def _is_surname_like(word: str) -> bool:
    """Whether a second capitalised word can be the other half of a double surname."""
    return not (is_role(word) or is_given(word) or word.lower() in PARTICLES)


def is_plain(token: NameToken) -> bool:
    lower = POSSESSIVE.sub("", token.lower)
    return (
        (token.text[0].isupper() or _ELIDED.match(token.text) is not None)
        and not token.initials
        and not _ACRONYM.match(token.text)
        and not _CAMEL.search(token.text)
        and len(token.text) > 1
        and lower not in NOT_NAMES
        and lower not in OPENERS
        and lower not in TITLES
        and not is_role(lower)
    )
