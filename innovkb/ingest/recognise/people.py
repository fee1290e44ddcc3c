"""People with a part in the text: who they are, what they do, where they are named."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise

from .aliases import file_call_names, file_initials, told_apart, with_call_names
from .context import Context, context_of
from .document import Block, Document
from .known import Known
from .lexicon import NOT_NAMES, OPENERS, PARTICLES, SPEECH_VERBS
from .names import Name, find_names, is_given, is_role
from .roster import Mention, Roster

_CITED_SURNAME = re.compile(
    r"(?:\b([A-ZÀ-Þ][\w’'.-]*|[a-z’']+) )?\b([A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?)"
    r"(?: e\.?a\.+)? \(\d{4}[a-z]?\)"
)
_ACTS = "|".join(SPEECH_VERBS) + "|werkt|was|is|kan|wil|heeft|had|hoeft|hoefde|haalde|kwam"
_SAYS = "|".join((*SPEECH_VERBS, "volgens"))
_REACH = 4000
_MAX_DOUBTFUL = 200
_PRONOUN = re.compile(r"\b(?:hij|zij|ze)\b", re.IGNORECASE)
_PRONOUN_REACH = 160
_MAX_CONTEXTS = 30
_ONE_OF = re.compile(r"\b[ée]en van (?:hen|de \w+)(?: is)?,? $", re.IGNORECASE)
_NEXT_REACH = 280
_OPENS_QUOTE = re.compile(r"(?:(?<=[\s:(])|^)[“‘„\"'](?=\w)")
_OTHER_NAME = re.compile(
    r"(?<![.!?] )\b(?!Ik\b)[A-ZÀ-Þ][a-zà-ÿ]+ (?:[a-z]+ ){0,2}[A-ZÀ-Þ][a-zà-ÿ]+"
)
_RELATED = re.compile(
    r"\b(?:buur|buurman|buurvrouw|buurmeisje|buurjongen|oma|opa|moeder|vader|dochter|zoon|zus|broer"
    r"|neef|nicht|oom|tante|vriend|vriendin|man|vrouw|partner|klant|cliënt|patiënt|juf|meester"
    r"|collega|begeleider|baas|chef|kapper|stagiair|stagiaire|leerling|bewoonster|kleinzoon"
    r"|kleindochter)(?: van \w+)? $",
    re.IGNORECASE,
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

    def unresolved_between(self, start: int, end: int) -> bool:
        """Whether capitals that may be a name, but nobody's, stand in the flat passage."""
        return bisect_right(self.unresolved, end - 1) > bisect_right(self.unresolved, start - 1)

    def between(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin in the flat passage."""
        first = bisect_right(self.starts, start - 1)
        last = bisect_right(self.starts, end - 1)
        return self.mentions[first:last]


def find_people(document: Document, known: Known) -> People:
    """Collect the people of the text and where they are mentioned."""
    flat = document.flat
    lower_words = frozenset(_LOWER_WORD.findall(flat))
    names = with_call_names(flat, list(find_names(flat, lower_words)))

    def block_at(offset: int) -> Block:
        return document.blocks[document.index_at(offset)]

    roster = Roster(known.speakers)
    contexts = {n.start: context_of(document, block_at(n.start), n.start, n.end) for n in names}
    _spread_over_rows(flat, names, contexts)
    _file_full_names(roster, names, contexts, flat)
    file_call_names(roster, flat)
    _file_part_names(roster, names, contexts, document)
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
    doubtful = 0
    for name in names:
        if name.shape == "full" or roster.is_known(name.text):
            roster.add(name)
        elif name.shape == "weak":
            context = contexts[name.start]
            told = context.description
            person = bool(told.role or told.cited or told.age or name.titled or context.answers)
            particle = any(word.islower() for word in name.text.split())
            bracketed = flat[name.end : name.end + 2] == " ("
            inside = _inside_organisation(flat, name.start)
            person = person or (context.listed and not inside) or context.byline
            person = person or (context.introduced and not inside and (particle or not bracketed))
            if context.speaks and not _is_named_thing(flat, name):
                person = True
            if person or context.turn or context.role_before:
                roster.add(name)
                continue
            doubtful += 1
            if doubtful < _MAX_DOUBTFUL and _acts_alone(flat, name):
                roster.add(name)


def _inside_organisation(flat: str, start: int) -> bool:
    """Whether the words stand between brackets or behind "van": "(Dienst Kleine Ondernemers)"."""
    before = flat[max(0, start - 60) : start].rpartition("\n")[2]
    return before.rfind("(") > before.rfind(")") or bool(re.search(r"\b(?:van|voor|bij) $", before))


def _acts_alone(flat: str, name: Name) -> bool:
    """Whether the surname, or the first name, later speaks by itself: "Karadağ (44) werkt"."""
    words = name.text.split()
    first, surname = words[0], " ".join(words[1:])
    for part in (surname, first):
        pattern = (
            rf"(?<![\w-] )(?<![\w’'-]){re.escape(part)} (?:\(\d\d\)|(?:{_ACTS})\b)"
            rf"|\b(?:{_SAYS}) {re.escape(part)}\b"
        )
        if re.search(pattern, flat[name.end : name.end + _REACH]):
            return True
    return False


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
            next_to = name.titled and _speaks_next(document, name)
            if speaks or context.description.cited or next_to:
                roster.add(name)
        elif name.shape == "given" and not roster.find(given=name.text):
            if roster.index_of(name.text) is not None or roster.find(surname=name.text):
                continue
            close = roster.close_given(name.text)
            if len(close) == 1 and (context.strong or context.turn):
                roster.people[close[0]].other_names.add(name.text)
            elif _is_person_alone(document, name, context):
                roster.add(name)


def _is_person_alone(document: Document, name: Name, context: Context) -> bool:
    """Whether a first name without surname is somebody: it speaks, answers, or is presented."""
    if (
        context.turn
        or context.answers
        or context.speaks
        or context.listed
        or context.description.age
    ):
        return is_given(name.text) and not _opens_plain_sentence(document.flat, name)
    following = document.flat[name.end : name.end + 12]
    if re.match(r"\. (?:Zij|Hij|Ze)\b", following):
        return True
    before = document.flat[max(0, name.start - 30) : name.start].rpartition("\n")[2]
    related = (
        _RELATED.search(before)
        or _ONE_OF.search(before)
        or (before.split() and is_role(before.split()[-1]))
    )
    return bool(related) and is_given(name.text) and _speaks_next(document, name)


def _speaks_next(document: Document, name: Name) -> bool:
    """Whether words between marks follow in the block before any other capitalised name does."""
    block = document.blocks[document.index_at(name.start)]
    rest = document.flat[name.end : min(block.end, name.end + _NEXT_REACH)]
    opened = _OPENS_QUOTE.search(rest)
    return opened is not None and not _OTHER_NAME.search(rest, 0, opened.start())


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
