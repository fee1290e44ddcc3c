"""Who is who: names brought together into people, and every mention resolved to them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from innovkb.ingest.recognise.known import KnownName
from innovkb.ingest.recognise.names.shapes import Name
from innovkb.ingest.recognise.text.lexicon import PARTICLES, TITLES
from innovkb.lib.names import NOBLE

_WORD = re.compile(r"[^\W\d_][\w.]*(?:[-'’][^\W\d_]+)*")
_MIN_FUZZY_LENGTH = 5
_MIN_SLIP_LENGTH = 7
# Comparing every name with every other stops being worth its time in a telephone book.
_MAX_FUZZY = 300


@dataclass(slots=True)
class Person:
    """A person in the text; `given` and `surname` are "" where the text does not give them.

    `surname` has its particles ("van der Laan"). `known` says that the site knows the name.
    """

    name: str
    given: str = ""
    surname: str = ""
    known: bool = False
    names: list[Name] = field(default_factory=list)
    other_names: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names one person, or several where the name fits more than one."""

    start: int
    end: int
    people: tuple[int, ...]


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower case, no diacritics, straight apostrophes."""
    text = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(char for char in text if not unicodedata.combining(char))


def split_name(name: str) -> tuple[str, str]:
    """Return the given names and the surname with its particles.

    >>> split_name("Ineke van der Laan")
    ('Ineke', 'van der Laan')
    """
    words = [word for word in name.split() if word.lower() not in TITLES]
    if len(words) < 2:
        return (words[0] if words else "", "")
    for index in range(1, len(words) - 1):
        if words[index] in NOBLE:
            return " ".join(words[:index]), " ".join(words[index + 1 :])
        if words[index].lower() in PARTICLES:
            return " ".join(words[:index]), " ".join(words[index:])
    return " ".join(words[:-1]), words[-1]


def _halves(surname: str) -> list[str]:
    """Return the surname, and the half by which a double one is often shortened.

    >>> _halves("de Wit-Jonker")
    ['de Wit-Jonker', 'de Wit']
    """
    first, hyphen, second = surname.partition("-")
    double = hyphen and len(core(first)) > 2 and second[:1].isupper()
    return [surname, first] if double else [surname] if surname else []


def core(surname: str) -> str:
    """Return the surname without particles, folded: "van der Laan" and "Laan" are alike."""
    words = [word for word in surname.split() if word.lower() not in PARTICLES]
    return fold(" ".join(words))


class Roster:
    """The people of one text."""

    def __init__(self, known: Iterable[KnownName] = ()) -> None:
        self.people: list[Person] = []
        self._known: dict[str, str] = {}
        for speaker in known:
            for form in speaker.forms:
                self._known.setdefault(fold(form), speaker.name)
        self._by_name: dict[str, int] = {}
        self._by_core: dict[str, list[int]] = defaultdict(list)
        self._by_given: dict[str, list[int]] = defaultdict(list)

    def is_known(self, name: str) -> bool:
        """Whether the site knows somebody by exactly this name or alias."""
        return fold(name) in self._known

    def add(self, name: Name) -> int:
        """File a full name, or a name without a given name, and return the person's index."""
        text = " ".join(word for word in name.text.split() if word.lower() not in TITLES)
        canonical = self._known.get(fold(text), text)
        if name.shape == "given":
            given, surname = canonical, ""
        elif name.shape == "surname" and canonical == text:
            given, surname = "", text
        else:
            given, surname = split_name(canonical)
        found = self._by_name.get(fold(canonical))
        if found is None and name.shape == "weak":
            found = self._ending_in(canonical)
        if found is None and given and surname:
            found = self._same(given, surname)
        if found is None:
            found = len(self.people)
            self.people.append(Person(canonical, given, surname, known=fold(text) in self._known))
            for half in _halves(surname):
                self._by_core[core(half)].append(found)
            for form in {given, given.split()[0]} if given else ():
                self._by_given[fold(form)].append(found)
        self._by_name.setdefault(fold(canonical), found)
        person = self.people[found]
        person.names.append(name)
        if text != person.name:
            person.other_names.add(text)
        if not fold(person.name).endswith(f" {fold(canonical)}"):
            self._prefer(person, canonical, given, surname)
        return found

    def _ending_in(self, surname: str) -> int | None:
        """Return whose full name ends in these two words: "Olde Bijvank" for Pien."""
        for index in self._by_core.get(core(surname.split()[-1]), ()):
            if fold(self.people[index].name).endswith(f" {fold(surname)}"):
                return index
        return None

    def _prefer(self, person: Person, name: str, given: str, surname: str) -> None:
        """Take the fuller form of the name, "Jan de Vries" over "J. de Vries"."""
        if person.known or name == person.name or not (given and surname):
            return
        slip = core(person.surname) != core(surname) and len(name) > len(person.name)
        if slip or ("." in person.given and "." not in given):
            person.other_names.add(person.name)
            person.name, person.given, person.surname = name, given, surname

    def _same(self, given: str, surname: str) -> int | None:
        """Return who has the same surname and initial, or a surname one typing error away."""
        both = self._by_given.get(fold(f"{given} {surname}"), [])
        if len(both) == 1:
            return both[0]  # "Ali Rıza", two first names of whom the surname is known
        for index in self._by_core.get(core(surname), ()):
            other = self.people[index]
            if other.given and fold(other.given) == fold(given):
                return index
            initials = "." in given or "." in other.given
            if initials and other.given and fold(other.given)[0] == fold(given)[0]:
                return index
        if len(self.people) > _MAX_FUZZY or len(core(surname)) < _MIN_FUZZY_LENGTH:
            return None
        for index, other in enumerate(self.people):
            if other.surname and fold(other.given) == fold(given):
                distance = Levenshtein.distance(core(other.surname), core(surname), score_cutoff=1)
                if distance <= 1 and len(core(other.surname)) >= _MIN_FUZZY_LENGTH:
                    return index
        return None

    def index_of(self, name: str) -> int | None:
        """Return who is filed by exactly this name, titles left out."""
        text = " ".join(word for word in name.split() if word.lower() not in TITLES)
        return self._by_name.get(fold(self._known.get(fold(text), text)))

    def find(self, given: str = "", surname: str = "") -> tuple[int, ...]:
        """Return everybody with this given name or this surname."""
        if surname:
            return tuple(self._by_core.get(core(surname), ()))
        return tuple(self._by_given.get(fold(given), ()))

    def close_given(self, given: str) -> tuple[int, ...]:
        """Return everybody whose given name is one letter from this long one (a slip)."""
        if len(given) < _MIN_SLIP_LENGTH or len(self.people) > _MAX_FUZZY:
            return ()
        return tuple(
            index
            for index, person in enumerate(self.people)
            if Levenshtein.distance(fold(person.given), fold(given), score_cutoff=1) <= 1
        )

    def mentions(self, flat: str) -> list[Mention]:
        """Return every mention of anybody, by full name, first name or surname, in text order."""
        owners = self._owners()
        places = _places(owners)
        found: list[Mention] = []
        position = 0
        for word in _WORD.finditer(flat):
            if word.start() < position:
                continue
            key = word[0].split("'s")[0].split("’s")[0].rstrip(".")
            for offset, length in places.get(key, ()):
                start = word.start() - offset
                end = start + length
                people = owners.get(flat[start:end]) if start >= position else None
                if people is None:
                    continue
                if flat[end : end + 1].isalnum() or (start and flat[start - 1].isalnum()):
                    continue
                found.append(Mention(start, end, people))
                position = end
                break
        return found

    def _owners(self) -> dict[str, tuple[int, ...]]:
        """Map every way to name somebody to whom it may name."""
        owners: dict[str, dict[int, None]] = defaultdict(dict)
        for index, person in enumerate(self.people):
            for form in self._ways(person):
                owners[form][index] = None
        return {form: tuple(people) for form, people in owners.items()}

    @staticmethod
    def _ways(person: Person) -> set[str]:
        ways = {person.name, person.name.upper(), *person.other_names}
        if person.given and "." not in person.given:
            ways.add(person.given)
            if len(person.given) > 2:
                ways.add(person.given.upper())
            if len(person.given.split()) > 1:
                ways.add(person.given.split()[0])
        if person.surname:
            surname = person.surname
            for half in _halves(surname):
                ways |= {half, half[0].upper() + half[1:]}
            if len(surname) > 3:
                ways.add(surname.upper())
            last = surname.split()[-1]
            if len(last) > 4 and last[0].isupper() and surname != last:
                ways.add(last)
        ways |= {way.replace("'", "’") for way in ways} | {way.replace("’", "'") for way in ways}
        return {way for way in ways if len(way) > 1}


def _places(forms: Iterable[str]) -> dict[str, list[tuple[int, int]]]:
    """Map the first capitalised word of the forms to where and how long they are, longest first."""
    places: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for form in forms:
        key = next((word for word in form.split() if word[:1].isupper()), None)
        if key is None:
            continue
        bare = _WORD.match(key)
        places[bare[0].rstrip(".") if bare else key].add((form.index(key), len(form)))
    return {key: sorted(found, key=lambda place: -place[1]) for key, found in places.items()}
