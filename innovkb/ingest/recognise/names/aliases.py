"""Short forms that a text itself gives a name: initials ("Els Bos (EB)"), a call name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from innovkb.ingest.recognise.names.roster import Mention, Roster
from innovkb.ingest.recognise.names.shapes import Name
from innovkb.ingest.recognise.text.lexicon import PARTICLES, SPEECH_VERBS
from innovkb.ingest.recognise.text.words import is_given

_SHORT = r"[A-Z][A-Za-z]{0,3}[A-Z]"
_BRACKETED = re.compile(
    rf" ?\((?:[^()\n]{{1,60}}, )?(?P<short>{_SHORT})(?=[,;)])"
    rf"|,? (?:[–-] )?(?P<bare>{_SHORT})(?=[,;]|\n)"
)
# "EB: …", "EB vraagt of …": initials that do something.
_ACTING = re.compile(rf"(?<![\w-])({_SHORT})(?=:| (?:{'|'.join(SPEECH_VERBS)}|meldt|gaat)\b)")
_CALL_NAME = re.compile(
    r"(?<![\w-])(?P<given>[A-ZÀ-Þ][\w-]+|(?:[A-Z]\.)+) [(‘“\"'](?P<call>[A-ZÀ-Þ][\w-]+)[)’”\"'] "
    r"(?P<surname>(?:[a-z’']+ ){0,3}[A-ZÀ-Þ][\w’'-]+)"
)
_GENDERED_TITLE = re.compile(
    r"\b(?:(?P<man>(?:de )?heer|dhr\.?|meneer|mijnheer)|mevrouw|mevr\.?|mw\.?)\s$", re.IGNORECASE
)
_MIN_ACTING = 2
# Initials that head lines, as in an interview.
_HEADS = re.compile(rf"(?:^|\n)[ *_]*({_SHORT})[*_]*:", re.MULTILINE)


def fits_initials(short: str, name: str) -> bool:
    """Whether the letters are the initials of the name, particles counted or left out.

    >>> fits_initials("JdB", "Jip de Bie"), fits_initials("JB", "Jip de Bie")
    (True, True)
    >>> fits_initials("NS", "Jip de Bie")
    False
    """
    return short.lower() in _initials(name)


def _initials(name: str) -> set[str]:
    words = [word for word in re.split(r"[\s.-]+", name) if word]
    full = "".join(word.strip("'’")[:1] for word in words).lower()
    bare = "".join(word[0] for word in words if word.lower() not in PARTICLES).lower()
    forms = {full, bare, bare[:1] + bare[-1:]}
    given, hyphen, _ = name.rpartition("-")
    if hyphen and " " in given:  # of a double surname the first half: "AvR"
        forms |= _initials(given)
    return {form for form in forms if len(form) > 1}


def _stated_initials(flat: str, name: Name) -> str:
    """Return the initials that stand behind the name, "EB" in "Els Bos (EB, secretaris)", or ""."""
    found = _BRACKETED.match(flat, name.end)
    short = (found["short"] or found["bare"]) if found else ""
    return short if short and fits_initials(short, name.text) else ""


def _acting_initials(flat: str, names: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the place in `names` and the initials that fit that name alone, where they act.

    At least two different initials must act in the text, as they do in minutes.
    """
    fitting: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        for form in _initials(name):
            fitting[form].append(place)
    pairs = []
    for short in dict.fromkeys(found[1] for found in _ACTING.finditer(flat)):
        places = fitting.get(short.lower(), [])
        if len(places) == 1:
            pairs.append((places[0], short))
    if len(pairs) >= _MIN_ACTING:
        yield from pairs


def _call_names(flat: str) -> Iterator[tuple[Name, str, str]]:
    """Yield each "Geertruida (Truus) Bos": its place, "Truus Bos" and "Geertruida"."""
    for found in _CALL_NAME.finditer(flat):
        if not is_given(found["call"]) or not (is_given(found["given"]) or "." in found["given"]):
            continue
        name = Name(found.start(), found.end(), f"{found['call']} {found['surname']}", "full")
        yield name, found[0], found["given"]


def with_call_names(flat: str, names: list[Name]) -> list[Name]:
    """Put "Geertruida (Truus) Bos" in the place of the first name and the surname around it."""
    called = [name for name, _, _ in _call_names(flat)]
    if not called:
        return names
    apart = [n for n in names if not any(one.start <= n.start < one.end for one in called)]
    return sorted([*apart, *called], key=lambda name: name.start)


def file_call_names(roster: Roster, flat: str) -> None:
    """Let "Geertruida", and the name as it is written, stand for Truus Bos."""
    for name, written, given in _call_names(flat):
        person = roster.people[roster.add(name)]
        person.other_names |= {written, f"{given} {person.surname}"}
        if is_given(given):
            person.other_names.add(given)


def file_initials(roster: Roster, names: list[Name], listed: Collection[int], flat: str) -> None:
    """Let the initials of minutes, "EB", stand for whom they are given to or fit alone.

    `listed` are the starts of the names in a list of those present.
    """
    present: dict[int, None] = {}
    for name in names:
        found = roster.index_of(name.text) if name.shape != "given" else None
        if found is None:
            continue
        if short := _stated_initials(flat, name):
            roster.people[found].other_names.add(short)
        elif name.start in listed:
            present[found] = None
    heads = Counter(_HEADS.findall(flat))
    if sum(count > 1 for count in heads.values()) >= _MIN_ACTING:
        named = (roster.index_of(name.text) for name in names if name.shape in ("full", "weak"))
        present |= {found: None for found in named if found is not None}
    people = list(present)
    for place, short in _acting_initials(flat, [roster.people[i].name for i in people]):
        roster.people[people[place]].other_names.add(short)


def told_apart(
    roster: Roster, names: list[Name], mentions: list[Mention], flat: str
) -> list[Mention]:
    """Resolve "mevrouw Bos" and "de heer Bos" where the text has one of each."""
    if all(len(mention.people) == 1 for mention in mentions):
        return mentions
    titled: dict[int, set[str]] = {}
    for name in names:
        person, gender = roster.index_of(name.text), _title_gender(flat, name.start)
        if person is not None and gender:
            titled.setdefault(person, set()).add(gender)
    resolved = []
    for mention in mentions:
        gender = _title_gender(flat, mention.start) if len(mention.people) > 1 else ""
        fitting = tuple(one for one in mention.people if titled.get(one) == {gender})
        people = fitting if len(fitting) == 1 else mention.people
        resolved.append(Mention(mention.start, mention.end, people))
    return resolved


def _title_gender(flat: str, start: int) -> str:
    found = _GENDERED_TITLE.search(flat, max(0, start - 12), start)
    return "" if found is None else "m" if found["man"] else "v"
