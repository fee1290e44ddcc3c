"""Which people have a part in the text, and what to propose about them."""

from __future__ import annotations

from collections import defaultdict

from innovkb.ingest.recognise.names.context import Context
from innovkb.ingest.recognise.names.people import People
from innovkb.ingest.recognise.names.positions import is_unlike_words
from innovkb.ingest.recognise.names.roster import Person
from innovkb.ingest.recognise.names.shapes import Name
from innovkb.ingest.recognise.proposals import Part, PersonProposal, Span
from innovkb.ingest.recognise.text.document import SourceText
from innovkb.ingest.recognise.text.grammar import is_common_word


def person_proposals(document: SourceText, people: People) -> tuple[PersonProposal, ...]:
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
    whole = bool(person.given and person.surname)
    there = [context for context in contexts if not context.contact]
    if whole and there and any(_is_surely_a_name(name) for name in person.names):
        return True
    if any(c.acts for c in there) and (whole or len(contexts) > 1):
        return any(name.shape != "weak" or is_unlike_words(name) for name in person.names)
    strong = [context for context in contexts if context.strong and not context.contact]
    if not strong:
        presented = [c for c in contexts if c.role_before and not c.contact]
        return bool(presented) and (len(contexts) > 1 or bool(person.given and person.surname))
    if len(contexts) == 1 and not (person.given and person.surname):
        only = strong[0]
        return only.speaks or only.turn or only.answers or only.author
    return True


def _is_surely_a_name(name: Name) -> bool:
    """Whether the words alone make a person: a known first name, or initials and no plain word."""
    if name.shape != "full":
        return False
    first, last = name.text.split()[0], name.text.split()[-1]
    return "." not in first or not is_common_word(last)


def _proposal(
    document: SourceText,
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
    if passing := _is_in_passing(index, person, people, contexts):
        confidence, reason = 0.4, passing
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
        tier="possible" if passing else "sure",
    )


def _is_in_passing(index: int, person: Person, people: People, contexts: list[Context]) -> str:
    """Why a mention is hardly a part in the text, a Dutch sentence; empty where it is one.

    It refers to what somebody made, thanks somebody, or knows a first name alone.
    """
    if person.known:
        return ""
    if all(one.thanked for one in contexts) and index not in people.quoted:
        return "Alleen bedankt."
    if any(one.turn or one.listed or one.author for one in contexts):
        return ""
    if index in people.quoted or index in people.answered:
        return ""
    if not person.surname and any(other.surname for other in people.roster.people):
        told = any(one.description.says_something or one.description.cited for one in contexts)
        acts = any(one.acts or one.speaks for one in contexts)
        if not told and not acts:
            return "Alleen een voornaam, waar anderen een hele naam hebben."
    if any(one.answers or one.comments or one.floor for one in contexts):
        return ""
    if any(one.made for one in contexts) and not any(o.speaks and not o.made for o in contexts):
        return "Alleen genoemd als maker van een werk."
    return ""


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
