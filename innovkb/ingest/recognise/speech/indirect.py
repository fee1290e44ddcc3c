"""A speaker whom only a pronoun or a function names: "zegt zij", "aldus de wethouder"."""

from __future__ import annotations

import re

from innovkb.ingest.recognise.names.describe import has_role
from innovkb.ingest.recognise.names.people import People
from innovkb.ingest.recognise.speech.signature import Attribution, one_of
from innovkb.ingest.recognise.speech.subject import Subject

_ROLE_SPEAKS = re.compile(r"[ ,.]*(?:zegt|zei) de ([a-zà-ÿ-]+)\b")
_ROLE_NOUN = re.compile(r"\b(?:[Dd]e|[Hh]et|[Oo]nze|[Dd]ie) ([a-zà-ÿ-]+(?: [a-zà-ÿ-]+){0,2})\b")
_GENDERED = re.compile(r"\b(?:hij|zij|ze|haar)\b", re.IGNORECASE)


def from_pronoun(people: People, subject: Subject, pronoun: str) -> Attribution:
    """Take whom the passage is about, for the pronoun that stands with the words."""
    if len(subject.people) == 1:
        name = people.name(subject.people[0])
        confidence = 0.88 if subject.sure or subject.distance <= 1 else 0.72
        return one_of(subject.people, confidence, f"‘{pronoun.lower()}’ slaat op {name}.")
    return Attribution(None, subject.people, 0.65, f"Niet duidelijk op wie ‘{pronoun}’ slaat.")


def is_other_gender(people: People, subject: Subject, words: str) -> bool:
    """Whether the words since speak of a woman where the subject is a man, or the reverse."""
    if subject.sure:
        return False
    pronouns = {pronoun.lower() for pronoun in _GENDERED.findall(words)}
    gender = people.gender(subject.people[0])
    return (gender == "m" and bool(pronouns & {"ze", "zij", "haar"}) and "hij" not in pronouns) or (
        gender == "v" and pronouns == {"hij"}
    )


def by_role(people: People, clause: str) -> Attribution | None:
    """Find who "de wethouder" is: the only person of that role, or the last one named."""
    for found in _ROLE_NOUN.finditer(clause):
        noun = next((word for word in found[1].split() if has_role(word)), "")
        if not noun:
            continue
        fitting = []
        for index, contexts in people.contexts.items():
            roles = " ".join(c.description.role.lower() for c in contexts)
            if re.search(rf"\b\w*{re.escape(noun.lower())}\b", roles):
                fitting.append(index)
        if fitting:
            return one_of(tuple(fitting), 0.85, f"‘de {noun}’ is {people.name(fitting[0])}.")
    return None


def another_role(people: People, clause: str, subject: Subject) -> Attribution | None:
    """Leave "zei de bevelvoerder" open where the subject is known by another function."""
    spoken = _ROLE_SPEAKS.match(clause)
    if spoken is None or not has_role(spoken[1]) or len(subject.people) != 1:
        return None
    told = [c.description.role for c in people.contexts.get(subject.people[0], ())]
    if not any(told):
        return None
    reason = f"Niet zeker of ‘de {spoken[1]}’ {people.name(subject.people[0])} is."
    return Attribution(None, subject.people, 0.6, reason)
