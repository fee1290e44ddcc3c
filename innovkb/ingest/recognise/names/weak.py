"""Whether two capitalised words, the first on no list of first names, are somebody's name."""

from __future__ import annotations

import re

from innovkb.ingest.recognise.names.context import Context
from innovkb.ingest.recognise.names.positions import is_unlike_words
from innovkb.ingest.recognise.names.shapes import Name
from innovkb.ingest.recognise.text.grammar import is_common_word
from innovkb.ingest.recognise.text.lexicon import SPEECH_VERBS

_ACTS_BEHIND = re.compile(
    r" (?:\(\d\d\)|(?:werkt|was|is|kan|wil|heeft|had|hoeft|hoefde|haalde|kwam|"
    rf"{'|'.join(SPEECH_VERBS)})\b)"
)
_SAYS_BEFORE = re.compile(rf"\b(?:{'|'.join((*SPEECH_VERBS, 'volgens'))}) $")
_LONGEST_VERB = 20
# No word, and no other half of a name, stands right before it.
_ALONE = re.compile(r"(?<![\w-] )(?<![\w’'-])")
_REACH = 4000


def is_person(flat: str, name: Name, context: Context, *, among: bool) -> bool:
    """Whether the words around a weak name say that it is a person.

    `among` says that it opens a block in bold, as names do that are surely names.
    """
    if _is_abbreviated(flat, name):
        return False
    told = context.description
    # "hoogleraar Bestuurlijke Informatica": behind a role plain words are its field.
    role = told.role if told.role != context.role_before or is_unlike_words(name) else ""
    person = bool(role or told.cited or told.age or name.titled or context.answers)
    person = person or context.byline or among or _is_presented(flat, name, context)
    if (context.speaks or context.acts) and not _is_named_thing(flat, name):
        person = person or context.speaks or is_unlike_words(name)
    if is_plain_words(name):
        named = context.author or context.turn or bool(told.role)
        return person and named and (context.signs > 1 or context.author)
    turn = context.turn and name.start > 0
    return person or turn or bool(context.role_before and is_unlike_words(name))


def _is_presented(flat: str, name: Name, context: Context) -> bool:
    """Whether the name stands in a row of people, or what follows presents it as one."""
    if _inside_organisation(flat, name.start):
        return False
    particle = any(word.islower() for word in name.text.split())
    bracketed = flat[name.end : name.end + 2] == " ("
    return context.listed or (context.introduced and (particle or not bracketed))


def is_plain_words(name: Name) -> bool:
    """Whether all words stand in a dictionary and none is known as a first name."""
    return name.shape == "weak" and all(is_common_word(word) for word in name.text.split())


def _is_abbreviated(flat: str, name: Name) -> bool:
    """Whether the letters behind it abbreviate the words: "Developers Experience (DX)"."""
    short = re.compile(r" \(([A-Z])[A-Z]{1,4}\)").match(flat, name.end)
    before = flat[max(0, name.start - 20) : name.start]
    return bool(short and name.text.startswith(short[1]) and re.search(r"[a-z] $", before))


def _inside_organisation(flat: str, start: int) -> bool:
    """Whether the words stand between brackets or behind "van": "(Dienst Kleine Ondernemers)"."""
    before = flat[max(0, start - 60) : start].rpartition("\n")[2]
    return before.rfind("(") > before.rfind(")") or bool(re.search(r"\b(?:van|voor|bij) $", before))


def acts_alone(flat: str, name: Name) -> bool:
    """Whether the surname, or the first name, later speaks by itself: "Karadağ (44) werkt"."""
    first, _, surname = name.text.partition(" ")
    end = name.end + _REACH
    for part in (surname, first):
        at = flat.find(part, name.end, end)
        while at >= 0:
            behind = at + len(part)
            said = _SAYS_BEFORE.search(flat, max(0, at - _LONGEST_VERB), at)
            if said and not flat[behind : behind + 1].isalnum():
                return True
            if _ALONE.match(flat, at) and _ACTS_BEHIND.match(flat, behind):
                return True
            at = flat.find(part, at + 1, end)
    return False


def _is_named_thing(flat: str, name: Name) -> bool:
    """Whether the words before show that the capitals name a programme or an organisation."""
    before = flat[max(0, name.start - 40) : name.start].rpartition("\n")[2]
    return bool(
        re.search(r"(?:\b(?:de|het|een|programma|project|stichting|bedrijf|team|van|in|naar|bij)"
                  r"|(?<=[a-z,] )[A-ZÀ-Þ][\w’'-]*) $", before)
    )  # fmt: skip
