"""What the place of capitalised words in their sentence says: that a person acts, or is told of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from innovkb.ingest.recognise.names.shapes import Name
from innovkb.ingest.recognise.names.speech import VERB
from innovkb.ingest.recognise.text.grammar import is_common_word, is_finite
from innovkb.ingest.recognise.text.lexicon import NOT_NAMES, OPENERS, TITLES
from innovkb.ingest.recognise.text.words import is_function, is_given, is_role

_NEXT_WORD = re.compile(
    r"(?: \([^()\n]{1,80}\))?(?:,? (?:en|&) [A-ZÀ-Þ][\w’'-]*(?: [\w’'-]+){0,3}?)? ([a-zà-ÿ]+)\b"
)
_WORD_BEFORE = re.compile(r"\b([a-zà-ÿ]+)(?: [A-ZÀ-Þ][\w’'-]*(?: [\w’'-]+){0,3} en)? $")
_SUBJECT_BEFORE = re.compile(r"\b(?:ik|je|jij|hij|zij|ze|we|wij|jullie|u|die|er|wie) $", re.I)
_TOLD_OF = re.compile(
    r"\*{0,2}, (?:die|dat|wiens|wier|(?:aan|van|met|door|bij|over|voor) wie"
    r"|met (?:zijn|haar|een))\b"
)
_STARTS = re.compile(r"(?:^|[\n.!?:;–—-][)”’\"»]? ?|[”’\"»],? )$")
_SINGLE = re.compile(
    r"(?<![\w@/.-])(?<![A-ZÀ-Þ]\. )([A-ZÀ-Þ][a-zà-ÿ]{2,})(?![\w’'-]| [A-ZÀ-Þ]|\.\w)"
)
_NAME_BEFORE = re.compile(r"([A-ZÀ-Þ][\w’'-]*) (?:(?:van|de|der|den|ter|ten) ){0,3}$")
_NO_PERSON_BEFORE = re.compile(
    r"\b(?:de|het|een|deze|dit|die|in|te|uit|naar|op|rond|nabij|tussen|bij|gemeente|provincie|stad"
    r"|dorp|wijk|project|programma|app|stichting|heet|heette|genaamd|[Dd]e \w+|[Hh]et \w+) $"
)
_SAID_BEFORE = re.compile(
    rf"\b(?:{VERB}|volgens|collega|dochter|zoon|buurvrouw|buurman) $", re.IGNORECASE
)
_SAYS_AFTER = re.compile(rf" (?:{VERB})\b")
_ROLE_AFTER = re.compile(r"(?:, | \()(?:\d{1,2}(?: jaar)?[,)] ?)?((?:[a-zà-ÿ-]+ ?){0,4})")
_FUNCTION_BEFORE = re.compile(r"(?:^|[.!?:] |[”’] )([A-ZÀ-Þ][a-zà-ÿ-]+) $")
# Who wrote what is only mentioned: "het essay ‘…’ van Anna Bos", "… schreef in “…”".
_WORK = (
    r"(?:boek(?:je)?|roman|bundel|essay|column|artikel|opstel|gedicht|lied|film|documentaire|podcast"
    r"|brochure|folder|rapport|studie|proefschrift|scriptie|dissertatie|publicatie|voorwoord|nawoord"
    r"|theorie|model|handboek|stuk|opiniestuk|interview|blog|schilderij|citaat|uitspraak)"
)
_WORK_BEFORE = re.compile(
    rf"\b{_WORK}(?: (?:uit \d{{4}}|over [^.,;\n]{{3,40}}|[“„‘\"'«][^”’\"'»\n]{{3,80}}[”’\"'»]))?,?"
    r" (?:van|door)(?: (?:[a-zà-ÿ-]+|[Pp]rof\.|[Dd]r\.)){0,4} $",
    re.IGNORECASE,
)
_WORK_BEHIND = re.compile(
    r"(?: [a-zà-ÿ]+){0,4} (?:geschreven|beschreven|schreef|schrijft) (?:in|over) [“„‘\"'«]"
    rf"|(?:[’']s?) {_WORK}\b"
)
_REACH = 60
_WORK_REACH = 140
_SPEECH, _FUNCTION = 2, 3
_MOST = 400


def acts(flat: str, start: int, end: int) -> bool:
    """Whether a finite verb stands right behind or before the name, as with a subject."""
    after = _NEXT_WORD.match(flat, end, end + _REACH)
    if after and is_finite(after[1]) and _STARTS.search(flat, max(0, start - 4), start):
        return True
    before = _WORD_BEFORE.search(flat[max(0, start - _REACH) : start])
    if before and _SUBJECT_BEFORE.search(flat[max(0, start - _REACH) : start][: before.start()]):
        return False  # "Hij kent Anna": somebody else acts.
    return bool(before and is_finite(before[1]) and before[1] not in ("is", "was", "van"))


def is_told_of(flat: str, end: int) -> bool:
    """Whether a relative clause follows the name: "Anna, die ons liet ruiken"."""
    return bool(_TOLD_OF.match(flat, end))


def made_a_work(flat: str, start: int, end: int) -> bool:
    """Whether the words around the name only mention it as the maker of a book or the like."""
    before = flat[max(0, start - _WORK_REACH) : start].rpartition("\n")[2]
    return bool(_WORK_BEFORE.search(before) or _WORK_BEHIND.match(flat, end, end + _WORK_REACH))


def is_unlike_words(name: Name) -> bool:
    """Whether the first word of the name is in no dictionary, so that it is hardly a thing."""
    return not is_common_word(name.text.split()[0])


def first_names(flat: str, names: list[Name]) -> list[Name]:
    """Return first names that no list has, where their place says that they are a person.

    One sign of speaking or of a function is enough; else the name must act, more than once be
    named, and not be the only one that does.
    """
    taken = {at for name in names for at in range(name.start, name.end)} if names else set()
    places: dict[str, list[int]] = defaultdict(list)
    signs: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for found in _SINGLE.finditer(flat):
        word = found[1]
        if found.start() in taken or not _may_be_given(word):
            continue
        before = flat[max(0, found.start() - 30) : found.start()].rpartition("\n")[2]
        function = _FUNCTION_BEFORE.search(before)
        if function and is_function(function[1], before_name=True):
            signs[word] += 2
            inside[word] += 1
        elif (other := _NAME_BEFORE.search(before)) and other[1].lower() not in OPENERS:
            continue
        if _NO_PERSON_BEFORE.search(before):
            signs[word] -= 2
            continue
        places[word].append(found.start())
        told = _signs(flat, before, found.start(), found.end())
        signs[word] += told
        opens = _STARTS.search(flat, max(0, found.start() - 4), found.start())
        inside[word] += not opens or told == _FUNCTION
        if len(places) > _MOST:
            return []
    # A word that only opens sentences may be any word: "Sindsdien".
    sure = {word for word in places if signs[word] >= 2 and inside[word]}
    acting = {w for w in places if signs[w] == 1 and len(places[w]) > 1 and inside[w]}
    wanted = sure | (acting if len(acting | sure) > 1 else set())
    return [
        Name(start, start + len(word), word, "given") for word in wanted for start in places[word]
    ]


def _signs(flat: str, before: str, start: int, end: int) -> int:
    """Weigh what speaks for a person here: a function, speech, or 1 for an act."""
    if _SAID_BEFORE.search(before):
        return _SPEECH
    starts = bool(_STARTS.search(flat, max(0, start - 4), start))
    if starts and _SAYS_AFTER.match(flat, end):
        return _SPEECH
    told = _ROLE_AFTER.match(flat, end)
    if told and (re.search(r"\d", told[0]) or any(is_role(word) for word in told[1].split()[:3])):
        return _FUNCTION
    return int(starts and acts(flat, start, end))


def _may_be_given(word: str) -> bool:
    lower = word.lower()
    return not (
        lower in OPENERS
        or lower in NOT_NAMES
        or lower in TITLES
        or is_role(lower)
        or is_given(lower)
        or is_common_word(lower)
    )
