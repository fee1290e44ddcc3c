"""How many people took part."""

from __future__ import annotations

import re

from innovkb.ingest.recognise.proposals import AttendanceProposal
from innovkb.ingest.recognise.text.document import Block, Document
from innovkb.ingest.recognise.text.lexicon import NUMBER_WORDS
from innovkb.ingest.recognise.text.sentences import sentence_around

_UNIT = r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_TENS = r"(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig"
_NUMBER_WORD = (
    rf"(?:{_UNIT}[eë]n{_TENS}|{_TENS}|(?:{_UNIT})?honderd(?:en)?(?:{_UNIT}[eë]n)?(?:{_TENS})?"
    r"|(?:der|veer|vijf|zes|zeven|acht|negen)tien|tien|elf|twaalf|acht|negen|duizend)"
)
_COUNT = re.compile(
    r"(?P<near>\b(?:ruim|zo[’']?n|zo'n|ongeveer|circa|ca\.|rond(?: de)?|bijna|meer dan|een kleine"
    r"|over|about|around|some|een|krap|dik|minstens|maar liefst|liefst|rondom)\s+)?"
    r"\b(?P<number>\d{1,3}\.\d{3}|\d{1,5}|"
    + _NUMBER_WORD
    + r")(?P<tal>-?(?:tal|koppige?|tallig)\b)?(?:\+| \+)?\s+(?:(?!\d)[\w’'-]+\s+){0,2}?"
    r"(?P<who>deelnemers|deelneemsters|aanwezigen|mensen|personen|collega(?:’|')?s|belangstellenden"
    r"|bezoekers|toehoorders|kijkers|ambtenaren|geïnteresseerden|gasten|bewoners|participants"
    r"|people|attendees|inschrijvingen|professionals|innovatoren|leidinggevenden|schrijvers"
    r"|vakgenoten|buurtbewoners|managers|publiek|luisteraars|studenten|inspecteurs|bestuurders"
    r"|raadsleden|leden|kijklustigen|medewerkers|beleidsmakers|docenten|onderzoekers|ondernemers)\b",
    re.IGNORECASE,
)
_COUNT_LABEL = re.compile(
    r"\b(?:aantal )?(?:deelnemers|aanwezigen|opkomst|bezoekers|kijkers|luisteraars"
    r"|wie)\s*:\s*(?:ruim |circa |ca\. )?"
    r"(?P<number>\d{1,5})\b",
    re.IGNORECASE,
)
_COUNT_TOGETHER = re.compile(r"\bmet (?:zijn|z[’']n) (?P<number>[a-zë]+?)en\b", re.IGNORECASE)
_COUNT_AFTER_VERB = re.compile(
    r"\b(?:verzamel\w+ zich|kwamen|sloten|namen|zaten|schoven|luisterden|keken|spraken in totaal"
    r"|telden|trok|trokken|ontving) (?:[^.\d\n]{0,30} )??(?P<near>ruim |zo[’']n |ongeveer "
    r"|circa |bijna |zo'n )?"
    r"(?P<number>\d{1,4}) (?P<who>(?!jaar|minuten|uur|weken|maanden|dagen|organisaties"
    r"|gemeenten|teams"
    r"|besturen|sprekers|euro|procent)[a-z]{4,}(?:en|rs|s|’s))\b",
    re.IGNORECASE,
)
_SURVEY = re.compile(
    r"\b(?:spraken (?:we|wij|de onderzoekers)|interview\w*|onderzoek onder|enquête|ondervroeg\w*)\b"
)
_CAME = re.compile(
    r"\b(?:kwam(?:en)?|sloten|sloot|zaten|zat|waren|was|deden|namen|deelnam(?:en)?|verzamel\w+|trok"
    r"|schoven|schoof|keken|keek|meldden|aanwezig|bijeen|samen|bij elkaar|gingen|luister\w+|zakte"
    r"|joined|attended|telde)\b",
    re.IGNORECASE,
)
# "22 januari 2025 | wijkgebouw | 53 bewoners": a line of facts below the title.
_HEAD_LINE = re.compile(r"^.{0,60}\b20\d\d\b.{0,60}$")
# These come with a meeting too, but as often with a company or a survey.
_MAY_COME = re.compile(r"\b(?:voor|met|naar|aan)\b", re.IGNORECASE)
_HEAD_LENGTH = 1500
_MAX_ATTENDANCE = 20_000


def number_of(words: str) -> int | None:
    """Return the number in digits or Dutch words ("zevenendertig"), or None."""
    words = words.lower().replace("ë", "e")
    if re.fullmatch(r"\d{1,3}\.\d{3}|\d{1,5}", words):
        return int(words.replace(".", ""))
    if words in NUMBER_WORDS:
        return NUMBER_WORDS[words]
    found = re.fullmatch(r"(een|twee|drie|vier|vijf|zes|zeven|acht|negen)en(\w+tig)", words)
    if found and found[2] in NUMBER_WORDS:
        return NUMBER_WORDS[found[2]] + {"een": 1, **NUMBER_WORDS}[found[1]]
    found = re.fullmatch(r"(\w*?honderd)(?:en)?(\w+)", words)
    if found and found[1] in NUMBER_WORDS and (rest := number_of(found[2])) is not None:
        return NUMBER_WORDS[found[1]] + rest
    return None


def find_attendance(document: Document) -> AttendanceProposal | None:
    """Return the number of people that took part, from the opening or a labelled line."""
    best: tuple[float, re.Match[str], int] | None = None
    for block in document.blocks[:40]:
        for pattern in (_COUNT_LABEL, _COUNT, _COUNT_AFTER_VERB, _COUNT_TOGETHER):
            for found in pattern.finditer(document.flat, block.start, block.end):
                number = number_of(found["number"]) or number_of(f"{found['number'][:-1]}f")
                if number is None or not 5 <= number <= _MAX_ATTENDANCE:
                    continue
                if 1900 <= number <= 2100:
                    continue
                score = _count_score(
                    document, block, found, pattern in (_COUNT_LABEL, _COUNT_TOGETHER)
                )
                if score > 0 and (best is None or score > best[0]):
                    best = (score, found, number)
    if best is None:
        return None
    _, found, number = best
    start, end, text = document.passage(found.start(), found.end())
    near = (found.groupdict().get("near") or "").strip()
    approximate = bool(near and near != "liefst") or bool(found.groupdict().get("tal"))
    return AttendanceProposal(
        start=start,
        end=end,
        text=text,
        confidence=0.9 if best[0] > 2 else 0.7,
        reason="Getal met ‘deelnemers’ of ‘mensen’ erachter.",
        number=number,
        approximate=approximate,
    )


def _count_score(document: Document, block: Block, found: re.Match[str], labelled: bool) -> float:
    flat = document.flat
    start, end = sentence_around(document, block, found.start(), found.end())
    sentence = flat[start:end]
    score = 3.0 if labelled else 0.0
    score += 1.0 if found.start() < _HEAD_LENGTH else -1.0
    who = (found.groupdict().get("who") or "").lower()
    if who in (
        "deelnemers",
        "aanwezigen",
        "belangstellenden",
        "kijkers",
        "participants",
        "bezoekers",
    ):
        score += 1.5
    if _CAME.search(sentence) or (_HEAD_LINE.search(document.text(block)) and found.start() < 300):
        score += 1.0
    elif _MAY_COME.search(sentence):
        score += 0.5
    if (found.groupdict().get("near") or "").strip():
        score += 0.7
    if found.groupdict().get("near") in ("een ", "Een ") and not found.groupdict().get("tal"):
        score -= 1.5
    if any(mark in sentence for mark in '“‘"„') and block.start + 40 < found.start():
        score -= 1.0
    if block.kind == "item" and not labelled:
        score -= 1.5
    if _SURVEY.search(sentence):
        score -= 3
    return score - min(found.start(), 4000) / 1500 - 1.2
