"""Whether words between quotation marks are spoken words, or a term, a title, a motto."""

from __future__ import annotations

import re

from innovkb.ingest.recognise.speech.marks import Marked
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.grammar import is_finite
from innovkb.ingest.recognise.text.lexicon import FINITE_VERBS, SPEECH_VERBS

_VERB = "|".join(sorted({*SPEECH_VERBS, "zegt", "zei"} - {"dit"}, key=len, reverse=True))
AFTER_VERB = re.compile(
    rf"[ ]?[,.]?[ ]?(?:\([^()]{{1,40}}\) ?)?[,.]?[ ]?(?:[–—-] ?)?(?:zo |en dus |dus |is |was )?"
    rf"(?P<verb>(?:{_VERB}|volgens|schampert|klinkt het|luidt?|luidde)\b)"
)
_TERM_BEFORE = re.compile(
    r"\b(?:term(?:en)?|begrip(?:pen)?|woord(?:en)?|boek(?:je)?|rapport|notitie|programma(?:’s)?"
    r"|motto|titel|thema|reeks|serie|artikel|project|naam|kop|prijs|manifest|sessies?|rubriek"
    r"|zogenaamde?|zogeheten|genaamd|geheten|genoemd|noemen|noemde[n]?|noemt|heet|heette"
    r"|(?<!welkom te )heten"
    r"|slogan|slagzin|onder|spelregels?|kreet|kreten|strijdkreten(?: zoals)?|publicatie|lied"
    r"|webinar|bijeenkomst|handreiking|werkwijze|missie|aanpak|campagne|podcast|aflevering"
    r"|hoofdstuk|regeling|stimuleringsregeling|label|bordje|status|rol van|vak|cursus|training"
    r"|leergang|masterclass|workshop|congres|festival|dag van|app|kaart|ondertitel|etiket|gids"
    r"|methode|model|principe|visitekaartje staat|referentie|bron|zie|zie ook|lees|lees ook"
    r"|film|proefschrift|scriptie|dissertatie|roman|bundel|documentaire|essay|column|blog"
    r"|brochure|rapport(?:age)?|stuk|brief|begrippen als"
    r"|vraag|vragen|stelling|titels?|called|named|entitled|book|report)"
    r" ?:? ?$",
    re.IGNORECASE,
)
_TITLE_BEFORE = re.compile(
    r"\b(?:lezing|presentatie|voordracht|workshop|boek(?:je)?|artikel|affiche|poster|film|rapport"
    r"|webinar|podcast|column|essay|brochure|lied|gedicht|toneelstuk|expositie|tentoonstelling"
    r"|pitch|keynote|inleiding|training|cursus|masterclass)(?: over)? ?$",
    re.IGNORECASE,
)
_LONGEST_TITLE = 10
_SPEECH_COMMA = re.compile(rf"\b(?:{_VERB}) (?:[\w’'-]+ ){{0,4}}[\w’'-]+, $")
_FIRST_PERSON = re.compile(r"\b(?:ik|je|jij|jullie|we|wij|ons|onze|mijn|me|u|I|you|our|my)\b")
_SENTENCE_END = re.compile(r"[.!?…](?:\s*[’”\"')])?$")
_ONE_QUESTION = re.compile(
    r"[“„‘\"'«]?(?:(?:en|maar|dus|want|of) )?(?P<first>[^\W\d_]+)\b[^.!?…:]*\?[”’\"'»]?",
    re.IGNORECASE,
)
_ASKING_WORD = re.compile(
    r"(?:wie|wat|waar\w*|wanneer|hoe|hoe\w+|welke?|mogen|hebben|zijn|kunnen|moeten|willen|zullen)$",
    re.IGNORECASE,
)
# How far before and behind the marks the words count; it keeps a long line linear.
_REACH = 120
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?…:;][)\]’”\"'»]?|[’”\"'»][,.]?|[–—|•])\s*$")


def is_quotation(document: SourceText, block: Block, marked: Marked) -> bool:
    """Judge by what stands before, inside and behind the marks."""
    flat = document.flat
    text = flat[marked.start : marked.end].strip()
    before = flat[max(block.start, marked.outer_start - _REACH) : marked.outer_start]
    end = min(block.end, marked.outer_end + _REACH) if marked.blocks == 1 else marked.outer_end
    after = flat[marked.outer_end : end]
    words = len(re.findall(r"\w+", text))
    if block.kind == "heading" or not words or _only_named(text, before, after):
        return False
    if not marked.closed and not re.search(r"(?:^|[:.!?]|[A-Z][\w’'-]+)\s*$", before):
        return False
    lead_in = before.strip()
    spoken = AFTER_VERB.match(after) is not None
    closed = after[:1] in ",." or text[-1] in ",.!?"
    term = _TERM_BEFORE.search(before[-40:])
    if term and words <= 8 and (not closed or (words <= 5 and text[-1] not in ".!?")):
        return False
    if spoken and words == 1 and "," in (after[:1], text[-1]) and text[0].isupper():
        return not lead_in or bool(_SENTENCE_BEFORE.search(before))
    if spoken and words >= 2 and (words >= 4 or text[0].isupper() or text[-1] in ",.!?"):
        return True
    told = before.endswith(": ") and bool(_SENTENCE_END.search(text)) and words > 5
    if term and not told and not (_FIRST_PERSON.search(text) and words > 7):
        return False
    ended = bool(_SENTENCE_END.search(text))
    lead = before.rstrip()
    if not lead or _SENTENCE_BEFORE.search(before):
        return _opens_a_sentence(text, words, ended, lead, after)
    if not marked.opened:
        return words >= 5 and ended
    if words >= 3 and _SPEECH_COMMA.search(before[-70:]):
        return True
    return _inside_a_sentence(text, words, ended)


def is_one_question(text: str) -> bool:
    """Whether the words are one sentence that asks, which tells little of who says it."""
    found = _ONE_QUESTION.fullmatch(text.strip())
    return found is not None and (
        bool(_ASKING_WORD.match(found["first"])) or is_finite(found["first"])
    )


def _only_named(text: str, before: str, after: str) -> bool:
    """Whether the words name a thing: "wat hij het ‘eenmaal’ noemt", "haar lezing “Hoe nu?”"."""
    verb = AFTER_VERB.match(after)
    if verb is None and _TITLE_BEFORE.search(before[-30:]):
        return len(text.split()) <= _LONGEST_TITLE
    if verb is None or not verb["verb"].startswith("noem"):
        return False
    return after[:1] not in ",." and text[-1] not in ",.!?"


def has_finite_verb(text: str) -> bool:
    """Whether a common finite verb stands in the words."""
    words = re.findall(r"\w+", text.lower())
    return any(word in FINITE_VERBS for word in words) or any(
        len(word) > 4 and word.endswith("t") and not word.endswith(("heid", "st"))
        for word in words[1:]
    )


def _opens_a_sentence(text: str, words: int, ended: bool, lead: str, after: str) -> bool:
    """Judge a quotation that stands where a sentence begins, or behind a colon."""
    follows = after.lstrip()[:1]
    if ended:
        return words >= 2 or lead.endswith((":", "?"))
    if not text[0].isupper() and not lead.endswith(":"):
        return words >= 6 and has_finite_verb(text)
    if follows and follows.islower():
        # "‘Uitrollen’ won met afstand": the marked words are part of a longer sentence.
        return words >= 6 and has_finite_verb(text)
    if lead.endswith(":"):
        return words >= 4 and (
            has_finite_verb(text) or bool(_FIRST_PERSON.search(text)) or words > 6
        )
    return words >= 4 and (has_finite_verb(text) or words >= 8)


def _inside_a_sentence(text: str, words: int, ended: bool) -> bool:
    """Judge words that are marked in the middle of somebody else's sentence."""
    if ended:
        return words >= 5
    if words < 5 or not has_finite_verb(text):
        return False
    return bool(_FIRST_PERSON.search(text)) or words >= 8
