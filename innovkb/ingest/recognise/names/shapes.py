"""Where the flat text holds what may be a person's name.

A name is read from a run of capitalised words: "Volgens Jeff Gaspersz" gives "Jeff Gaspersz",
"Steven Van de Walle" is one name, "Ministerie van Infrastructuur" is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from innovkb.ingest.recognise.names.surnames import (
    INITIALS,
    POSSESSIVE,
    NameToken,
    estate_length,
    has_estate,
    is_plain,
    surname_length,
)
from innovkb.ingest.recognise.text.grammar import is_common_word
from innovkb.ingest.recognise.text.lexicon import PARTICLES, TITLES
from innovkb.ingest.recognise.text.words import is_given, is_role
from innovkb.lib import names
from innovkb.lib.names import NOBLE, PLACING
from innovkb.search.analysis import analyse_word, fold

NameShape = Literal["full", "weak", "surname", "given"]

_CAPITAL = (
    r"(?:[dl]['’](?=[A-ZÀ-Þ]))?[A-ZÀ-ÖØ-ÞŞĞİÖÜÇ](?:['’][A-ZÀ-Þ])?[^\W\d_]*(?:[-'’][^\W\d_]+)*"
)
_PARTICLE = (
    rf"(?:{'|'.join(sorted(map(re.escape, PARTICLES | NOBLE | {'tot'}), key=len, reverse=True))})"
)
_RUN = re.compile(
    rf"(?<![\w@/])(?:{INITIALS}|{_CAPITAL})"
    rf"(?:[ ](?:{_PARTICLE}[ ]){{0,3}}(?:{INITIALS}|{_CAPITAL}))*"
)
# No name, titles and particles and all, is longer.
_MAX_WORDS = 10
_NO_SECOND = PLACING | frozenset("al la le les te".split())
_TITLE_BEFORE = re.compile(
    rf"(?:\b(?:{'|'.join(names.TITLES)})\.|\b(?:mevrouw|meneer|mijnheer|de heer|professor|dokter"
    r"|juf|meester|Prof|Dr|Ir|Drs|Mr))\s*$",
    re.IGNORECASE,
)
# A word that what follows is the name of: "Netwerk Anders Kijken", "studiebureau Delta V".
_ORGANISES = re.compile(
    r"\b(?:\w*bureau|\w*werf|bakkerij|stichting|netwerk|project|programma|\w*theater|buurthuis"
    r"|wijkcentrum|dorpshuis|\w*school|\w*fabriek|vereniging|coöperatie|platform|initiatief"
    r"|campagne|beweging|\w*krant|tijdschrift|omroep|instituut|café|restaurant|hotel|\w*centrum"
    r"|fonds|villa|huize|kasteel|actie|operatie|festival|congres|symposium|themamiddag|themadag|studiedag|themasessie|webinar|conferentie"
    r"|leerkring|cursus|training|workshop|proef|pilot|regeling|wet|experiment|werkgroep|alliantie"
    r"|advocatenkantoor|kantoor|uitgeverij|onderneming|bedrijf|startup|start-up|app|podcast|boek"
    r"|serie|reeks|\w*straat|\w*plein|\w*laan|buurt|wijk|dorp|gemeente|provincie|waterschap)"
    r"[ ]$",
    re.IGNORECASE,
)
# What no first name ends in: "Subsidieregeling Dorpskracht".
_IS_A_THING = re.compile(
    r"\w{3,}(?:regeling|heid|schap|dienst|project|programma|loket|beleid|fonds|netwerk|kring|centrum"
    r"|bureau|groep|aanpak|traject|campagne|middag|avond|sessie|bijeenkomst|overleg|commissie"
    r"|kracht|werk|punt|plan|actie|tafel|team|weg|straat|plein|haven|stad|dorp|wijk|veld)$"
)
_ORGANISES_REACH = 24
_REACH = 8000
_COMPOUND = 8
"""Letters from which a word is looked at as a compound."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the flat text.

    `shape`: "full" (first name or initials with surname), "weak" (two capitalised words that
    may be a name), "surname" (particle with surname, or behind a title), "given" (a first name
    alone). `titled` says that a title stands before it.
    """

    start: int
    end: int
    text: str
    shape: NameShape
    titled: bool = False


def find_names(flat: str, lower_words: frozenset[str]) -> Iterator[Name]:
    """Yield what may be names; `lower_words` are the words the text also writes in lower case.

    What the text once calls a firm, a place or a programme is no person elsewhere.
    """
    things: set[str] = set()
    runs = []
    for run in _RUN.finditer(flat):
        if _ORGANISES.search(flat, max(0, run.start() - _ORGANISES_REACH), run.start()):
            things.add(run[0])
        else:
            runs.append(run)
    for run in runs:
        for name in _names_in(flat, run, lower_words):
            if name.shape != "weak" or name.text not in things:
                yield name


def _names_in(flat: str, run: re.Match[str], lower_words: frozenset[str]) -> Iterator[Name]:
    """Yield the names in one run of capitalised words."""
    tokens = _tokens(flat, run.start(), run.end())
    titled = bool(_TITLE_BEFORE.search(flat, max(0, run.start() - 12), run.start()))
    index = 0
    while index < len(tokens):
        if _is_organisation(tokens[index].text) and index + 1 < len(tokens):
            break
        if index and is_role(tokens[index - 1].text) and _is_department(tokens[index:]):
            index += 1
            continue
        if _is_function_first(tokens[index : index + 3]):
            index += 1
            continue
        length, shape, skipped = _parse(tokens[index : index + _MAX_WORDS], titled, lower_words)
        if not length:
            index += 1
            titled = titled and tokens[index - 1].lower in TITLES
            continue
        if shape == "full" and _names_a_thing_last(flat, tokens[index : index + length]):
            length -= 1
        whole = shape == "full" or (shape == "weak" and (titled or skipped))
        more = estate_length(tokens[index + length :]) if whole else 0
        if more and _is_used_alone(
            flat,
            run.start(),
            flat[tokens[index + length - 1].start : tokens[index + length + more - 1].end],
            flat[tokens[index].start : tokens[index + length + more - 1].end],
        ):
            length += more
        first, last = tokens[index + skipped], tokens[index + length - 1]
        end = last.end - (2 if POSSESSIVE.search(last.text) else 0)
        yield Name(first.start, end, flat[first.start : end], shape, titled or skipped > 0)
        index += length
        titled = False


@lru_cache(maxsize=4096)
def _is_organisation(word: str) -> bool:
    return bool(_ORGANISES.search(f"{word} "))


def _is_function_first(tokens: list[NameToken]) -> bool:
    """Whether a plain word opens the run and two that are in no dictionary follow."""
    return (
        len(tokens) == 3
        and not is_given(tokens[0].text)
        and not tokens[0].initials
        and tokens[0].lower not in PARTICLES
        and is_common_word(tokens[0].text)
        and all(token.text[0].isupper() and not token.initials for token in tokens[1:])
        and not is_common_word(tokens[1].text)
        and not is_given(tokens[1].text)
    )


def _names_a_thing_last(flat: str, tokens: list[NameToken]) -> bool:
    """Whether the last word is what the person shows: "Levi Bos Plukbot, een robot die …"."""
    capitals = [token for token in tokens if token.text[0].isupper()]
    thing = re.compile(r", (?:een|de|het) [a-zà-ÿ]+").match(flat, tokens[-1].end)
    return len(capitals) > 2 and thing is not None and not is_role(thing[0].split()[-1])


def _is_department(rest: list[NameToken]) -> bool:
    """Whether a capitalised word behind a role belongs to it: "Hoofd Techniek Gosse Wiarda"."""
    return len(rest) >= 3 and not is_given(rest[0].text) and all(is_plain(t) for t in rest[:3])


def _tokens(flat: str, start: int, end: int) -> list[NameToken]:
    return [
        NameToken(start + word.start(), start + word.end(), word[0])
        for word in re.finditer(r"[^ ]+", flat[start:end])
    ]


def _parse(
    tokens: list[NameToken], titled: bool, lower_words: frozenset[str]
) -> tuple[int, NameShape, int]:
    """Return how many tokens form a name here (0 for none), its shape, and titles skipped."""
    skipped = 0
    while skipped < len(tokens) and tokens[skipped].lower in TITLES:
        skipped += 1
    rest = tokens[skipped:]
    if not rest:
        return 0, "weak", 0
    titled = titled or skipped > 0
    given = 0
    while given < len(rest) and _is_first(rest[given]):
        given += 1
    if given:
        return _after_given(rest, given, skipped, titled)
    surname = surname_length(rest, 0)
    place = len(rest) > 1 and rest[1].lower in _NO_SECOND
    if surname == 1 and titled and not place and (length := _weak(rest, frozenset())):
        return skipped + length, "weak", skipped
    flemish = surname > 1 and rest[0].text[0].isupper() and rest[0].lower not in _NO_SECOND
    if surname and (titled or flemish):
        return skipped + surname, "surname", skipped
    length = _weak(rest, lower_words)
    return (skipped + length, "weak", skipped) if length else (0, "weak", 0)


def _is_first(token: NameToken) -> bool:
    """Whether the word can stand for a first name; "ben" in "Ik ben Anna" cannot."""
    return token.initials or (token.text[0].isupper() and is_given(token.text))


def _after_given(
    rest: list[NameToken], given: int, skipped: int, titled: bool
) -> tuple[int, NameShape, int]:
    noble = given < len(rest) and rest[given].text in NOBLE
    surname = surname_length(rest, given + noble)
    if surname and (noble or (rest[given].lower == "van" and has_estate(rest, given + surname))):
        surname += noble + estate_length(rest[given + noble + surname :])
    if surname:
        return skipped + given + surname, "full", skipped
    if given > 1:  # the last "first name" is the surname: "Erik Hendrik", "Jan Peter"
        return skipped + given, "full", skipped
    if rest[0].initials:
        return 0, "weak", 0
    return skipped + 1, "surname" if titled else "given", skipped


def _is_used_alone(flat: str, at: int, surname: str, whole: str) -> bool:
    """Whether the text around also uses the surname so long without the first name."""
    near = flat[max(0, at - _REACH) : at + _REACH].lower()
    return near.count(surname.lower()) > near.count(whole.lower())


def _is_compound(word: str) -> bool:
    """Whether words of the lexicon make up the word: "Wijkbegroting", not "Liesanne"."""
    parts = analyse_word(fold(word)).parts if len(word) >= _COMPOUND else ()
    names = (word[part.start : part.end].capitalize() for part in parts)
    return bool(parts) and not is_given(word) and not any(map(is_given, names))


def _weak(rest: list[NameToken], lower_words: frozenset[str]) -> int:
    """Return the length of two capitalised words that hold nothing unlike a name, or 0."""
    if not is_plain(rest[0]) or rest[0].lower in PARTICLES or rest[0].lower in lower_words:
        return 0
    surname = surname_length(rest, 1)
    if not surname or len(rest[0].text) < 2:
        return 0
    if is_given(rest[1].text) and rest[1].lower not in PARTICLES and surname_length(rest, 2):
        return 0
    if _IS_A_THING.search(rest[0].text) or _is_compound(rest[0].text):
        return 0
    if rest[1].lower in _NO_SECOND and is_common_word(rest[0].text):
        return 0  # "Kennisdag in Zegstad"
    last = rest[surname]
    if not is_plain(last) or (surname == 1 and last.lower in lower_words):
        return 0
    return 1 + surname
