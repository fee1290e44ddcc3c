"""Who speaks a quotation: the words behind it, before it, around it, or the passage's subject."""

from __future__ import annotations

import re

from innovkb.ingest.recognise.names.describe import has_role
from innovkb.ingest.recognise.names.people import People
from innovkb.ingest.recognise.names.roster import Mention
from innovkb.ingest.recognise.speech.indirect import (
    another_role,
    by_role,
    from_pronoun,
    in_portrait,
    is_other_gender,
    row_before,
    stranger,
)
from innovkb.ingest.recognise.speech.marks import Marked
from innovkb.ingest.recognise.speech.signature import (
    ANONYMOUS,
    NOBODY,
    Attribution,
    one_of,
    signature_behind,
)
from innovkb.ingest.recognise.speech.subject import Subject
from innovkb.ingest.recognise.speech.verdict import AFTER_VERB
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.lexicon import OPENERS

_CLAUSE_END = re.compile(r"[.!?;](?=\s|$)|: ?[“‘\"'„«]|[“„«]|(?<=\s)[‘\"'](?=\w)|\n")
_PRONOUN = re.compile(r"\b(?:hij|zij|ze|he|she)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\b(?:haar|zijn|his|her)\b", re.IGNORECASE)
_TURN = re.compile(r"(?: ?\([^()]*\))?(?:, [^:]{2,90})?\s*(?::|\|)?\s*[*_]*\s*")
# "Soedito: …": somebody speaks whom no rule knows, so the passage's subject does not.
_UNKNOWN_TURN = re.compile(
    r"\W*([A-ZÀ-Þ][\w.'’-]*)(?: (?:van|de|der|den|ter|ten|el|al|en|[A-ZÀ-Þ][\w.'’-]*)){0,5}"
    r"(?: \([^()]{1,40}\))?(?:, [^:]{2,60})?:\s*$"
)
_AUDIENCE = re.compile(
    r"\b(?:uit de zaal|een van (?:hen|de [a-z]+)"
    r"|deelneme?r|deelneemster|iemand|bezoeker|publiek|aanwezige|vraagsteller)\b",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(
    r"\b(?:zegt|zei|vertelt|vertelde|aldus|volgens|vindt|vond|roept|riep|vraagt|vroeg|zo)"
    r" (?:een|één|sommigen?|velen|anderen) ",
    re.IGNORECASE,
)
# "…?" Met die vraag opende dagvoorzitter Anna de dag.
_AFTER_WORDS = re.compile(
    r"\s*(?P<verb>Met (?:die|deze|dat|dit) (?:\w+ )?(?:vraag|woorden|oproep|zin|boodschap|opmerking"
    r"|uitspraak|stelling|gedachte|bekentenis)|(?:Dat|Dit) (?:zei|zegt|stelde|vroeg"
    r"|vertelde|schreef)"
    r"|Zo (?:begon|opende|vatte|besloot|verwoordde))\b"
)
_THING = re.compile(r"[ ,.]*(?:aldus|volgens|zegt|zei) (?:de|het|een) ([a-zà-ÿ-]+)[ .,]*$")
# How far around a quotation its speaker is looked for; it keeps a long line linear.
_REACH = 600
_SENTENCE_BREAK = re.compile(
    r"(?<!\bdr)(?<!\bir)(?<!\bdrs)(?<!\bprof)(?<!\bmr)(?<!\b[A-Z])[.!?…][”’\"»)]?\s+"
    r"(?=[A-ZÀ-Þ‘“„\"'«])"
)
# Who asks does not answer: "waarop Anna hem vraagt hoe …".
_ASKS_ANOTHER = re.compile(
    r"\b(?:hem|haar|hen) (?:vraagt|vroeg)\b|\b(?:vraagt|vroeg) (?:aan )?(?:hem|haar|hen)\b"
)
_TOWARDS = re.compile(
    r"\b(?:tegen|aan|over|van|met|voor|door|bij|naar|op de vraag van|to|about)"
    r"(?: (?:mijn|zijn|haar|de|het|[a-zà-ÿ]+(?:er|eur|ist)))* $",
    re.IGNORECASE,
)


def attribute(
    document: SourceText,
    people: People,
    block: Block,
    marked: Marked,
    subject: Subject,
    previous: tuple[Marked, Attribution] | None,
) -> Attribution:
    """Return who speaks the quotation, by the surest rule that fits."""
    last_block = document.blocks[document.index_of(block) + marked.blocks - 1]
    for rule in (_behind, _around):
        found = rule(document, people, last_block, marked, subject, previous)
        if found is not None:
            return found
    found = _before(document, people, block, marked, subject)
    if found is not None:
        return found
    if unnamed := stranger(document, people, block, marked):
        return unnamed
    return _by_subject(document, people, block, marked, subject, previous)


def _behind(
    document: SourceText,
    people: People,
    block: Block,
    marked: Marked,
    subject: Subject,
    previous: tuple[Marked, Attribution] | None,
) -> Attribution | None:
    """Read what follows the quotation: "…", zegt Naam; "…" – Naam; "…" (Naam, functie)."""
    flat = document.flat
    after = flat[marked.outer_end : min(block.end, marked.outer_end + _REACH)]
    if signature := signature_behind(document, people, block, marked, after):
        return signature
    verb = AFTER_VERB.match(after) or _AFTER_WORDS.match(after)
    if verb is None:
        return None
    end_match = _CLAUSE_END.search(
        flat, marked.outer_end + verb.end(), min(block.end, marked.outer_end + _REACH)
    )
    end = end_match.start() if end_match else min(block.end, marked.outer_end + _REACH)
    clause = flat[marked.outer_end : end]
    start = marked.outer_end + verb.start("verb")
    mentions = [m for m in people.between(start, end) if not _is_object(flat, start, m)]
    first_pronoun = _PRONOUN.search(clause)
    if mentions and not (
        first_pronoun and marked.outer_end + first_pronoun.start() < mentions[0].start
    ):
        name = flat[mentions[0].start : mentions[0].end]
        word = verb["verb"]
        reason = f"Citaat met ‘{word} {name}’ erachter."
        return one_of(mentions[0].people, 0.97, reason)
    if first_pronoun and (unnamed := stranger(document, people, block, marked)):
        return unnamed
    if first_pronoun:
        named = people.between(block.start, marked.outer_start)
        return from_pronoun(people, subject, first_pronoun[0], named)
    if role := by_role(people, clause):
        return role
    if ANONYMOUS.search(clause) or _INDEFINITE.search(clause) or _by_a_thing(clause):
        return NOBODY
    return another_role(people, clause, subject)


def _by_a_thing(clause: str) -> bool:
    """Whether a report or a body speaks: "aldus het juryrapport"; "de wethouder" may be known."""
    thing = _THING.match(clause)
    return thing is not None and not has_role(thing[1])


def _is_object(flat: str, floor: int, mention: Mention) -> bool:
    """Whether the name is somebody spoken to or about, not the one who speaks."""
    before = flat[max(floor, mention.start - 60) : mention.start]
    found = _TOWARDS.search(before)
    return bool(found) and not re.search(r"\b(?:bij monde van|woorden van|volgens)\b", before)


def _around(
    document: SourceText,
    people: People,
    block: Block,
    marked: Marked,
    subject: Subject,
    previous: tuple[Marked, Attribution] | None,
) -> Attribution | None:
    """Carry on a quotation that the attribution interrupts: "A", zegt Naam, "B"."""
    if previous is None or previous[0].outer_start < block.start:
        return None
    earlier, attribution = previous
    gap = document.flat[earlier.outer_end : marked.outer_start]
    if len(gap) > 160 or not AFTER_VERB.match(gap):
        return None
    if attribution.speaker is None:
        alone = not people.between(earlier.outer_end, marked.outer_start)
        return attribution if alone and gap.rstrip().endswith(",") else None
    breaks = _SENTENCE_BREAK.findall(gap + "X")
    mentions = people.between(earlier.outer_end, marked.outer_start)
    if any(attribution.speaker not in m.people for m in mentions) or len(breaks) > 2:
        return None
    if gap.rstrip().endswith(":") and breaks:
        return None
    return Attribution(
        attribution.speaker, (attribution.speaker,), 0.93, "Vervolg van het citaat ervoor."
    )


def _before(
    document: SourceText, people: People, block: Block, marked: Marked, subject: Subject
) -> Attribution | None:
    """Read the sentence before the quotation: "Naam: …", "Naam zegt: …", "Volgens Naam …"."""
    flat = document.flat
    floor = block.start
    breaks = list(
        _SENTENCE_BREAK.finditer(flat, max(floor, marked.outer_start - 400), marked.outer_start)
    )
    while breaks and breaks[-1].end() >= marked.outer_start:
        breaks.pop()
    start = breaks[-1].end() if breaks else max(floor, marked.outer_start - 400)
    lead = flat[start : marked.outer_start]
    if not lead.strip(" –—-*_•"):
        return None
    ended = lead.rstrip()[-1:] in '.!?…”’"»'
    if ended:
        return None
    mentions = people.between(start, marked.outer_start)
    colon = lead.rstrip().endswith(":")
    if turn := _turn(flat, mentions, marked.outer_start):
        return turn
    free = [m for m in mentions if not _is_object(flat, start, m)]
    if free:
        return _named_before(people, flat, free, colon)
    if ANONYMOUS.search(lead) or _INDEFINITE.search(lead):
        return NOBODY
    if pronoun := _PRONOUN.search(lead) or (_POSSESSIVE.search(lead) if colon else None):
        return from_pronoun(people, subject, pronoun[0], people.between(block.start, start))
    if role := by_role(people, lead):
        return role
    unknown = _UNKNOWN_TURN.match(lead) if start == block.start else None
    if unknown and unknown[1].lower() not in OPENERS:
        return NOBODY
    return None


def _turn(flat: str, mentions: list[Mention], end: int) -> Attribution | None:
    if not mentions:
        return None
    between = flat[mentions[-1].end : end]
    if _TURN.fullmatch(between) and len(between) < 130:
        return one_of(mentions[-1].people, 0.97, "Naam met dubbele punt voor het citaat.")
    return None


def _named_before(people: People, flat: str, mentions: list[Mention], colon: bool) -> Attribution:
    distinct = {mention.people for mention in mentions}
    if len(distinct) == 1:
        name = flat[mentions[0].start : mentions[0].end]
        confidence = 0.94 if colon else 0.85
        return one_of(mentions[0].people, confidence, f"‘{name}’ staat in de zin voor het citaat.")
    speaking = [m for m in mentions if (c := people.by_start.get(m.start)) and c.speaks]
    if len({m.people for m in speaking}) == 1:
        return one_of(speaking[0].people, 0.85, "De naam met het werkwoord van zeggen ervoor.")
    candidates = tuple(dict.fromkeys(i for m in reversed(mentions) for i in m.people))
    return Attribution(
        None, candidates, 0.6, "In de zin ervoor staan meer namen: kies wie het zegt."
    )


def _speaks_unknown(people: People, marked: Marked, since: str) -> bool:
    """Whether the words since say that somebody unknown, or whoever was asked, speaks."""
    unknown = people.unresolved_between(marked.outer_start - len(since), marked.outer_start)
    return unknown or bool(_ASKS_ANOTHER.search(since[-160:]))


def _by_subject(
    document: SourceText,
    people: People,
    block: Block,
    marked: Marked,
    subject: Subject,
    previous: tuple[Marked, Attribution] | None,
) -> Attribution:
    """Take the person whom the passage is about."""
    flat = document.flat
    since = flat[max(block.start, marked.outer_start - _REACH) : marked.outer_start]
    if previous is not None and previous[0].outer_start >= block.start:
        since = flat[previous[0].outer_end : marked.outer_start]
        anew = bool(people.between(previous[0].outer_end, marked.outer_start))
        if previous[1].speaker is None and not previous[1].candidates and not anew:
            return NOBODY
    if _AUDIENCE.search(since[-120:]) and not subject.sure:
        return NOBODY
    if row := row_before(people, block, marked):
        return Attribution(None, row, NOBODY.confidence, NOBODY.reason)
    if _speaks_unknown(people, marked, since):
        return Attribution(None, subject.people, NOBODY.confidence, NOBODY.reason)
    if not subject.people and (alone := in_portrait(document, people, block, marked)):
        return alone
    if len(subject.people) != 1 or is_other_gender(people, subject, since):
        return Attribution(None, subject.people, NOBODY.confidence, NOBODY.reason)
    name = people.name(subject.people[0])
    if subject.sure:
        return one_of(subject.people, 0.82, f"De alinea gaat over {name}.")
    if subject.distance <= 2:
        return one_of(subject.people, 0.72, f"De tekst hiervoor gaat over {name}.")
    return Attribution(None, subject.people, 0.6, "Er staat niet bij wie het zegt.")
