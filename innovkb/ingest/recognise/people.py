"""People with a part in the text: who they are, what they do, where they are named."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise

from .context import Context, context_of
from .document import Block, Document
from .known import Known
from .lexicon import NOT_NAMES, OPENERS, PARTICLES
from .names import Name, find_names, is_given
from .proposals import Part, PersonProposal, Span
from .roster import Mention, Person, Roster

_CITED_SURNAME = re.compile(
    r"(?:\b([A-ZÀ-Þ][\w’'.-]*|[a-z’']+) )?\b([A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?)"
    r"(?: e\.?a\.+)? \(\d{4}[a-z]?\)"
)
_LOWER_WORD = re.compile(r"\b[a-zà-ÿ]{3,}\b")


@dataclass(slots=True)
class People:
    """Everybody who may have a part, with every mention and what stands around it."""

    roster: Roster
    mentions: list[Mention]
    contexts: dict[int, list[Context]] = field(default_factory=lambda: defaultdict(list))
    by_start: dict[int, Context] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    quoted: set[int] = field(default_factory=set)
    answered: set[int] = field(default_factory=set)

    def name(self, index: int) -> str:
        """Return the full name of a person."""
        return self.roster.people[index].name

    def between(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin in the flat passage."""
        first = bisect_right(self.starts, start - 1)
        last = bisect_right(self.starts, end - 1)
        return self.mentions[first:last]


def find_people(document: Document, known: Known) -> People:
    """Collect the people of the text and where they are mentioned."""
    flat = document.flat
    lower_words = frozenset(_LOWER_WORD.findall(flat))
    names = list(find_names(flat, lower_words))

    def block_at(offset: int) -> Block:
        return document.blocks[document.index_at(offset)]

    roster = Roster(known.speakers)
    contexts = {n.start: context_of(document, block_at(n.start), n.start, n.end) for n in names}
    _spread_over_rows(flat, names, contexts)
    _file_full_names(roster, names, contexts, flat)
    _file_part_names(roster, names, contexts, document)
    _file_cited_surnames(roster, flat)
    mentions = roster.mentions(flat)
    people = People(roster, mentions, starts=[mention.start for mention in mentions])
    for mention in mentions:
        context = contexts.get(mention.start)
        if context is None or context.end != mention.end:
            context = context_of(document, block_at(mention.start), mention.start, mention.end)
        people.by_start[mention.start] = context
        if len(mention.people) == 1:
            people.contexts[mention.people[0]].append(context)
    return people


def _spread_over_rows(flat: str, names: list[Name], contexts: dict[int, Context]) -> None:
    """Let "met Anna Bos, Karim Haddad en Els Vos" list all three, not the first alone."""
    for before, after in pairwise(names):
        row = re.fullmatch(
            r"(?: ?\([^()]{1,80}\))?(?:,? (?:en|and|&) |, )(?:\w+ )?",
            flat[before.end : after.start],
        )
        if row is None:
            continue
        first, second = contexts[before.start], contexts[after.start]
        if first.listed or first.author or first.answers:
            contexts[after.start] = replace(
                second,
                listed=second.listed or first.listed,
                author=second.author or first.author,
                answers=second.answers or first.answers,
            )


def _file_full_names(
    roster: Roster, names: list[Name], contexts: dict[int, Context], flat: str
) -> None:
    for name in names:
        if name.shape == "full" or roster.is_known(name.text):
            roster.add(name)
        elif name.shape == "weak":
            context = contexts[name.start]
            told = context.description
            person = told.role or told.cited or told.age or name.titled or context.answers
            particle = any(word.islower() for word in name.text.split())
            person = person or (particle and context.introduced)
            if person or context.turn or (context.speaks and not _is_named_thing(flat, name)):
                roster.add(name)


def _is_named_thing(flat: str, name: Name) -> bool:
    """Whether the words before show that the capitals name a programme or an organisation."""
    before = flat[max(0, name.start - 40) : name.start].rpartition("\n")[2]
    return bool(
        re.search(r"(?:\b(?:de|het|een|programma|project|stichting|bedrijf|team|van|in|naar|bij)"
                  r"|(?<=[a-z,] )[A-ZÀ-Þ][\w’'-]*) $", before)
    )  # fmt: skip


def _file_part_names(
    roster: Roster, names: list[Name], contexts: dict[int, Context], document: Document
) -> None:
    """File surnames behind a title and first names that speak, where nobody has them yet."""
    for name in names:
        context = contexts[name.start]
        if name.shape == "surname" and not roster.find(surname=name.text):
            speaks = context.speaks or context.turn or bool(context.role_before)
            if speaks or context.description.cited:
                roster.add(name)
        elif name.shape == "given" and not roster.find(given=name.text):
            if roster.find(surname=name.text):
                continue
            close = roster.close_given(name.text)
            if len(close) == 1 and (context.strong or context.turn):
                roster.people[close[0]].other_names.add(name.text)
            elif _is_person_alone(document, name, context):
                roster.add(name)


def _is_person_alone(document: Document, name: Name, context: Context) -> bool:
    """Whether a first name without surname is somebody: it speaks, answers, or is presented."""
    if context.turn or context.answers or context.speaks or context.listed:
        return is_given(name.text) and not _opens_plain_sentence(document.flat, name)
    following = document.flat[name.end : name.end + 12]
    return bool(re.match(r"\. (?:Zij|Hij|Ze)\b", following))


def _opens_plain_sentence(flat: str, name: Name) -> bool:
    """Whether the "name" is a word that opens a sentence: "Elke zin", "Wil je", "Anders is"."""
    return name.text in (
        "Elke",
        "Wil",
        "Anders",
        "Job",
        "Will",
        "Can",
        "May",
        "Art",
        "Noor",
    ) and bool(
        re.match(r" (?:je|zin|is|er|van|een|de|het|[a-z]+en)\b", flat[name.end : name.end + 12])
    )


def _file_cited_surnames(roster: Roster, flat: str) -> None:
    """File "Pullen (2011)", a citation in the running text, where nobody has the surname."""
    for found in _CITED_SURNAME.finditer(flat):
        word = (found[1] or "").lower()
        if (found[1] or "a")[0].isupper() and word not in OPENERS:
            continue
        if word in PARTICLES or found[2].lower() in NOT_NAMES:
            continue
        if not roster.find(surname=found[2]) and not roster.find(given=found[2]):
            roster.add(Name(found.start(2), found.end(2), found[2], "surname"))


def person_proposals(document: Document, people: People) -> tuple[PersonProposal, ...]:
    """Return the people with a part in the text, in the order in which they appear."""
    proposals = []
    spans: dict[int, list[Span]] = defaultdict(list)
    for mention in people.mentions:
        for index in mention.people if len(mention.people) == 1 else ():
            spans[index].append(Span(*document.mapping.span(mention.start, mention.end)))
    for index, person in enumerate(people.roster.people):
        contexts = people.contexts.get(index, [])
        if not contexts or not _has_part(index, person, people, contexts):
            continue
        proposals.append(_proposal(document, index, person, people, contexts, spans[index]))
    return tuple(sorted(proposals, key=lambda proposal: proposal.start))


def _has_part(index: int, person: Person, people: People, contexts: list[Context]) -> bool:
    if index in people.quoted or index in people.answered:
        return True
    if any(context.absent for context in contexts) and not any(c.speaks for c in contexts):
        return False
    if person.known:
        return True
    strong = [context for context in contexts if context.strong and not context.contact]
    if not strong:
        return sum(bool(context.role_before) for context in contexts) > 0 and len(contexts) > 1
    if len(contexts) == 1 and not (person.given and person.surname):
        only = strong[0]
        return only.speaks or only.turn or only.answers or only.author
    return True


def _proposal(
    document: Document,
    index: int,
    person: Person,
    people: People,
    contexts: list[Context],
    spans: list[Span],
) -> PersonProposal:
    role = next((c.description.role for c in contexts if c.description.role), "")
    organisation = next(
        (c.description.organisation for c in contexts if c.description.organisation), ""
    )
    presenting = next((c for c in contexts if c.introduced), contexts[0])
    start, end, text = document.passage(presenting.start, presenting.end)
    confidence, reason = _reason(index, person, people, contexts)
    return PersonProposal(
        start=start,
        end=end,
        text=text,
        confidence=confidence,
        reason=reason,
        name=person.name,
        role=role,
        organisation=organisation,
        part=_part(index, people, contexts),
        spans=tuple(spans),
        known=person.known,
    )


def _reason(
    index: int, person: Person, people: People, contexts: list[Context]
) -> tuple[float, str]:
    if person.known:
        return 0.98, "De site kent deze persoon."
    if any(c.introduced and c.description.says_something for c in contexts):
        return 0.95, "Naam met functie of organisatie erbij."
    if index in people.quoted:
        return 0.93, "Van deze persoon staat een citaat in de tekst."
    if any(c.author for c in contexts):
        return 0.9, "Staat er als schrijver bij."
    if any(c.answers for c in contexts) or index in people.answered:
        return 0.9, "Geeft antwoord op een vraag."
    if any(c.turn for c in contexts):
        return 0.9, "Naam met dubbele punt, als in een gesprek."
    if any(c.speaks for c in contexts):
        return 0.85, "Naam met een werkwoord van zeggen."
    return 0.7, "Naam in een rij van sprekers of aanwezigen, of met een functie."


def _part(index: int, people: People, contexts: list[Context]) -> Part:
    if any(c.comments for c in contexts):
        return "commenter"
    if any(c.author for c in contexts):
        return "author"
    if any(c.panel for c in contexts):
        return "panel"
    if any(c.description.cited for c in contexts):
        return "cited"
    introduced = any(c.introduced or c.listed or c.role_before for c in contexts)
    if (index in people.answered or any(c.answers for c in contexts)) and not introduced:
        return "respondent"
    return "introduced" if introduced or index in people.quoted else "cited"
