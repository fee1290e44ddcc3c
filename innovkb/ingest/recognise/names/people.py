"""People with a part in the text: who they are, what they do, where they are named."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from itertools import pairwise

from innovkb.ingest.recognise.known import Known
from innovkb.ingest.recognise.names.aliases import (
    file_call_names,
    file_initials,
    told_apart,
    with_call_names,
)
from innovkb.ingest.recognise.names.alone import is_person_alone, speaks_next
from innovkb.ingest.recognise.names.context import Context, context_of
from innovkb.ingest.recognise.names.gender import gender_before
from innovkb.ingest.recognise.names.positions import first_names
from innovkb.ingest.recognise.names.roster import Mention, Roster
from innovkb.ingest.recognise.names.shapes import Name, find_names
from innovkb.ingest.recognise.names.weak import acts_alone, is_person, is_plain_words
from innovkb.ingest.recognise.text.document import SourceText
from innovkb.ingest.recognise.text.grammar import is_common_word
from innovkb.ingest.recognise.text.lexicon import NOT_NAMES, OPENERS, PARTICLES

_CITED_SURNAME = re.compile(
    r"(?:\b([A-ZÀ-Þ][\w’'.-]*|[a-z’']+) )?\b([A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?)"
    r"(?: e\.?a\.+)? \(\d{4}[a-z]?\)"
)
_MAX_DOUBTFUL = 200
_PRONOUN = re.compile(r"\b(?:hij|zij|ze)\b", re.IGNORECASE)
_PRONOUN_REACH = 160
# Of a text that names more, none is about one person.
_FEW_PEOPLE = 20
_MAX_CONTEXTS = 30
# The words around a name are read this many times; a book has fewer names.
_MAX_READ = 30_000
_PLACE = re.compile(r"\b(?:uit|in|te|naar|rond|langs) $")
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
    unresolved: list[int] = field(default_factory=list)
    flat: str = ""
    _genders: dict[int, str] = field(default_factory=dict)
    answered: set[int] = field(default_factory=set)

    def name(self, index: int) -> str:
        """Return the full name of a person."""
        return self.roster.people[index].name

    def gender(self, index: int) -> str:
        """Return "m" or "v" where the pronouns that follow the name agree, else ""."""
        if index not in self._genders:
            found: Counter[str] = Counter()
            for context in self.contexts.get(index, ())[:_MAX_CONTEXTS]:
                end = self.flat.find("\n", context.end, context.end + _PRONOUN_REACH)
                end = end if end >= 0 else context.end + _PRONOUN_REACH
                following = self.between(context.end, end)
                end = min([end, *(mention.start for mention in following)])
                first = _PRONOUN.search(self.flat, context.end, end)
                if first:
                    found["m" if first[0].lower() == "hij" else "v"] += 1
            self._genders[index] = found.most_common(1)[0][0] if len(found) == 1 else ""
        return self._genders[index]

    def stated_gender(self, index: int) -> str:
        """Return "m" or "v" where a title or a noun before the name says so, else ""."""
        contexts = self.contexts.get(index, ())[:_MAX_CONTEXTS]
        return next((said for one in contexts if (said := gender_before(self.flat, one.start))), "")

    @property
    def only_one(self) -> int | None:
        """The one person whom the text names, writers left out; else None."""
        if len(self.contexts) > _FEW_PEOPLE:
            return None
        named = [
            index
            for index, contexts in self.contexts.items()
            if contexts and not any(context.author for context in contexts)
        ]
        return named[0] if len(named) == 1 else None

    def unresolved_between(self, start: int, end: int) -> bool:
        """Whether capitals that may be a name, but nobody's, stand in the flat passage."""
        return bisect_right(self.unresolved, end - 1) > bisect_right(self.unresolved, start - 1)

    def between(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin in the flat passage."""
        first = bisect_right(self.starts, start - 1)
        last = bisect_right(self.starts, end - 1)
        return self.mentions[first:last]


def find_people(document: SourceText, known: Known) -> People:
    """Collect the people of the text and where they are mentioned."""
    flat = document.flat
    names, by_place = _names(flat)
    times_read = itertools.count()

    def read(place: Name | Mention) -> Context:
        if next(times_read) > _MAX_READ:
            return Context(place.start, place.end)
        block = document.blocks[document.index_at(place.start)]
        return context_of(document, block, place.start, place.end)

    roster = Roster(known.speakers)
    contexts = {name.start: read(name) for name in names}
    _spread_over_rows(flat, names, contexts)
    bold_leads = {n.start for n in names if _is_bold_lead(document, n)}
    _file_full_names(roster, names, contexts, flat, bold_leads)
    file_call_names(roster, flat)
    _file_part_names(roster, names, contexts, document, by_place)
    _file_cited_surnames(roster, flat)
    listed = {start for start, context in contexts.items() if context.listed}
    file_initials(roster, names, listed, flat)
    mentions = told_apart(roster, names, roster.mentions(flat), flat)
    people = People(roster, mentions, starts=[one.start for one in mentions], flat=flat)
    named = {mention.start for mention in mentions}
    people.unresolved = [
        name.start
        for name in names
        if name.shape == "weak" and name.start not in named and contexts[name.start].speaks
    ]
    for mention in mentions:
        context = contexts.get(mention.start)
        if context is None or context.end != mention.end:
            context = read(mention)
        people.by_start[mention.start] = context
        if len(mention.people) == 1:
            people.contexts[mention.people[0]].append(context)
    return people


def _names(flat: str) -> tuple[list[Name], set[str]]:
    """Return what may be names, in order, and the first names that only their place tells."""
    lower_words = frozenset(_LOWER_WORD.findall(flat))
    names = with_call_names(flat, list(find_names(flat, lower_words)))
    alone = first_names(flat, names)
    return sorted([*names, *alone], key=lambda name: name.start), {name.text for name in alone}


def _spread_over_rows(flat: str, names: list[Name], contexts: dict[int, Context]) -> None:
    """Let "met Anna Bos, Karim Haddad en Els Vos" list all three, not the first alone."""
    for before, after in pairwise(names):
        row = re.fullmatch(
            r"(?: ?\([^()]{1,80}\))?(?:,? (?:en|and|&) |, )(?:\w+ )?",
            flat[before.end : after.start],
        )
        if row is None or is_plain_words(after):
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
    roster: Roster,
    names: list[Name],
    contexts: dict[int, Context],
    flat: str,
    bold_leads: Collection[int],
) -> None:
    """File full names, and two capitalised words where something says that they are one.

    `bold_leads` are the starts of the names in bold that open a block: where one of them is
    surely a name, the others are names too.
    """
    doubtful = 0
    leads = {n.start for n in names if n.shape == "full" and n.start in bold_leads}
    for name in names:
        if name.shape == "full" or roster.is_known(name.text):
            roster.add(name)
        elif name.shape == "weak":
            told = is_person(
                flat, name, contexts[name.start], among=bool(leads) and name.start in bold_leads
            )
            if told or (doubtful < _MAX_DOUBTFUL and acts_alone(flat, name)):
                roster.add(name)
            doubtful += not told


def _is_bold_lead(document: SourceText, name: Name) -> bool:
    block = document.blocks[document.index_at(name.start)]
    return block.start == name.start and block.lead_end == name.end and block.kind != "heading"


def _file_part_names(
    roster: Roster,
    names: list[Name],
    contexts: dict[int, Context],
    document: SourceText,
    by_place: Collection[str],
) -> None:
    """File surnames behind a title and first names that speak, where nobody has them yet."""
    for name in names:
        context = contexts[name.start]
        if name.shape == "surname" and not roster.find(surname=name.text):
            if _PLACE.search(document.flat, max(0, name.start - 8), name.start):
                continue  # "Mevrouw Bos uit Ter Horne"
            if not name.titled and is_common_word(name.text.split()[-1]):
                continue  # "De Drempelmeter:"
            speaks = context.speaks or context.turn or bool(context.role_before)
            next_to = name.titled and speaks_next(document, name)
            if speaks or context.description.cited or next_to:
                roster.add(name)
        elif name.shape == "given" and not roster.find(given=name.text):
            if roster.index_of(name.text) is not None or roster.find(surname=name.text):
                continue
            close = roster.close_given(name.text)
            if len(close) == 1 and (context.strong or context.turn):
                roster.people[close[0]].other_names.add(name.text)
            elif name.text in by_place or is_person_alone(document, name, context):
                roster.add(name)


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
