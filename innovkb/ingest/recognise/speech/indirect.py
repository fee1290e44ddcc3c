"""A speaker whom only a pronoun or a function names: "zegt zij", "aldus de wethouder"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from innovkb.ingest.recognise.names.describe import has_role
from innovkb.ingest.recognise.names.people import People
from innovkb.ingest.recognise.names.roster import Mention
from innovkb.ingest.recognise.names.speech import IS_CALLED
from innovkb.ingest.recognise.speech.marks import Marked
from innovkb.ingest.recognise.speech.signature import Attribution, one_of
from innovkb.ingest.recognise.speech.subject import Subject
from innovkb.ingest.recognise.text.document import Block, SourceText

_ROW = 3
_OFTEN = 2
# Somebody besides the one person of the text may be speaking.
_OTHERS = re.compile(
    r"\b(?:iemand|een (?:man|vrouw|collega|bewoner|klant|bezoeker|deelnemer|ambtenaar|kind)"
    r"|collega|buur|bewoners?|deelnemers?|bezoekers?|mensen|anderen|publiek|zaal)\b",
    re.IGNORECASE,
)
_REACH = 600
_PRONOUN = re.compile(r"\b(?:hij|zij|ze|he|she)\b", re.IGNORECASE)
_ROLE_SPEAKS = re.compile(r"[ ,.]*(?:zegt|zei) de ([a-zà-ÿ-]+)\b")
_ROLE_NOUN = re.compile(r"\b(?:[Dd]e|[Hh]et|[Oo]nze|[Dd]ie) ([a-zà-ÿ-]+(?: [a-zà-ÿ-]+){0,2})\b")
_SO_CALLED = re.compile(r",? (?:want )?zo (?:heet|heette) (?:hij|zij|ze)\b")
_STRANGER = re.compile(
    r"\b(?:zit|zat|staat|stond|komt|kwam|verschijnt|verscheen|loopt|liep|vertelt|vertelde|steekt"
    r"|stak|vraagt|vroeg|wacht|wachtte)(?: er| ook)? een (?:[a-zà-ÿ-]+ ){0,2}?(?P<who>[a-zà-ÿ-]+)\b"
)
_PEOPLE = frozenset("man vrouw jongen meisje mevrouw meneer heer dame oudere jongere".split())
_GENDER_OF = {"hij": "m", "he": "m", "zijn": "m", "zij": "v", "ze": "v", "she": "v", "haar": "v"}
_GENDERED = re.compile(r"\b(?:hij|zij|ze|haar)\b", re.IGNORECASE)


def from_pronoun(
    people: People, subject: Subject, pronoun: str, named: Sequence[Mention] = ()
) -> Attribution:
    """Take whom the passage is about, for the pronoun that stands with the words.

    `named` are the mentions before the words: where the subject is known to be of the other
    gender, or somebody named after it to be of this one, the pronoun means that one.
    """
    gender = _GENDER_OF.get(pronoun.lower(), "")
    for mention in reversed(named):
        if mention.people == subject.people:
            break
        if (
            len(mention.people) == 1
            and gender
            and people.stated_gender(mention.people[0]) == gender
        ):
            subject = Subject(mention.people, sure=True)
            break
    if len(subject.people) == 1 and gender:
        other = people.stated_gender(subject.people[0])
        if other and other != gender:
            subject = Subject()
    if len(subject.people) == 1:
        name = people.name(subject.people[0])
        confidence = 0.88 if subject.sure or subject.distance <= 1 else 0.72
        return one_of(subject.people, confidence, f"‘{pronoun.lower()}’ slaat op {name}.")
    return Attribution(None, subject.people, 0.65, f"Niet duidelijk op wie ‘{pronoun}’ slaat.")


def stranger(
    document: SourceText, people: People, block: Block, marked: Marked
) -> Attribution | None:
    """Return who speaks where the paragraph brings in somebody without a name before the words.

    "In de hal zit een man. “…”, zegt hij. Zijn naam: Anton Bos.": the first name that follows, if
    it is said to be theirs, or nobody; None where the paragraph brings in no such stranger.
    """
    brought_in = None
    before = document.flat[max(block.start, marked.outer_start - _REACH) : marked.outer_start]
    for found in _STRANGER.finditer(before):
        if has_role(found["who"]) or found["who"] in _PEOPLE:
            brought_in = found
    start = marked.outer_start - len(before)
    if brought_in is None or people.between(start + brought_in.start(), marked.outer_start):
        return None
    last = document.blocks[min(document.index_of(block) + 1, len(document.blocks) - 1)]
    for mention in people.between(marked.outer_end, last.end)[:1]:
        lead = people.flat[max(marked.outer_end, mention.start - _REACH) : mention.start]
        goes_on = people.flat[mention.end : mention.end + 30]
        if len(mention.people) == 1 and (IS_CALLED.search(lead) or _SO_CALLED.match(goes_on)):
            name = people.name(mention.people[0])
            return Attribution(
                mention.people[0], mention.people, 0.75, f"De alinea noemt daarna de naam: {name}."
            )
    return Attribution(None, (), 0.6, "De alinea noemt geen naam bij wie dit zegt.")


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


def row_before(people: People, block: Block, marked: Marked) -> tuple[int, ...]:
    """Return the people whom the paragraph names one after another before it quotes, or ()."""
    named = dict.fromkeys(
        one for m in people.between(block.start, marked.outer_start) for one in m.people
    )
    rows = [
        m for m in people.between(block.start, marked.outer_start)
        if (c := people.by_start.get(m.start)) and (c.introduced or c.listed) and not c.acts
    ]  # fmt: skip
    return tuple(named) if len(named) >= _ROW and len(rows) >= _ROW else ()


def in_portrait(
    document: SourceText, people: People, block: Block, marked: Marked
) -> Attribution | None:
    """Take the one person of a text that is about nobody else, where a sign is there of them."""
    one = people.only_one
    before = document.flat[max(block.start, marked.outer_start - _REACH) : marked.outer_start]
    if one is None or _OTHERS.search(before):
        return None
    above = document.blocks[max(document.index_of(block) - 1, 0)]
    asked = document.text(above).rstrip().endswith("?") and not before.strip()
    if len(people.contexts[one]) < _OFTEN and not asked and not _PRONOUN.search(before):
        return None
    return Attribution(one, (one,), 0.65, f"De tekst gaat over één mens: {people.name(one)}.")
