"""How many people took part."""

from __future__ import annotations

import re

from innovkb.ingest.recognise.proposals import AttendanceProposal
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.lexicon import NUMBER_WORDS
from innovkb.ingest.recognise.text.sentences import sentence_around

_UNIT = r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_TENS = r"(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig"
_NUMBER_WORD = (
    rf"(?:{_UNIT}[eë]n{_TENS}|{_TENS}|(?:{_UNIT})?honderd(?:en)?(?:{_UNIT}[eë]n)?(?:{_TENS})?"
    r"|(?:der|veer|vijf|zes|zeven|acht|negen)tien|tien|elf|twaalf|acht|negen|duizend)"
)
_WHO = (
    r"\w*(?:deelnemers|deelneemsters|aanwezigen|mensen|personen|collega(?:’|')?s"
    r"|belangstellenden|bezoekers|toehoorders|kijkers|ambtenaren|geïnteresseerden|gasten|bewoners"
    r"|participants|people|attendees|inschrijvingen|professionals|innovatoren|leidinggevenden"
    r"|schrijvers|genoten|managers|publiek|luisteraars|studenten|inspecteurs|bestuurders|leden"
    r"|lustigen|medewerkers|makers|docenten|onderzoekers|ondernemers|beheerders|werkers|adviseurs"
    r"|man|koppen|hoofden|informatici|griffiers|stagiairs|leiders|directeuren|wandelaars|wethouders|burgemeesters|burgers|inwoners|ouders|leerlingen"
    r"|vrijwilligers|experts|specialisten|architecten|juristen|ontwerpers|wetenschappers|coaches"
    r"|vertegenwoordigers|liefhebbers|verleners|verpleegkundigen|artsen|agenten|buren|jongeren"
    r"|kinderen|leraren|besturen|coördinatoren|secretarissen|regisseurs)"
)
_COUNT = re.compile(
    r"(?P<near>\b(?:ruim|zo[’']?n|zo'n|ongeveer|circa|ca\.|rond(?: de)?|bijna|meer dan|een kleine"
    r"|over|about|around|some|een|krap|dik|minstens|maar liefst|liefst|rondom)\s+)?"
    r"\b(?P<number>\d{1,3}\.\d{3}|\d{1,5}|"
    + _NUMBER_WORD
    + r")(?P<tal>-?(?:tal|koppige?|tallig)\b)?(?:\+| \+)?\s+(?:van de \d+ )?"
    r"(?:(?!\d)[\w’'-]+\s+){0,2}?"
    rf"(?P<who>{_WHO})\b",
    re.IGNORECASE,
)
_COUNT_LABEL = re.compile(
    r"\b(?:aantal )?(?:deelnemers|aanwezigen?|opkomst|bezoekers|kijkers|luisteraars|present|publiek"
    r"|geteld|wie)\b(?: \w+){0,3}\s*[:?|]\s*(?:ruim |circa |ca\. |ongeveer |zo[’']n |± ?)?"
    r"(?P<number>\d{1,5})\b",
    re.IGNORECASE,
)
_COUNT_TOGETHER = re.compile(
    r"\bmet (?:zijn|z[’']n) (?P<number>[a-zë]+?|\d{1,4})[’']?en\b"
    r"|\bsamen met (?:(?:zo[’']n|ruim|nog) )?(?P<others>\d{1,4}|" + _NUMBER_WORD + r") anderen\b"
    r"|\b(?:waren|zaten) (?:we |er )?met (?:ons )?(?P<with>\d{1,4}|" + _NUMBER_WORD + r")\b",
    re.IGNORECASE,
)
# "64 in de zaal en 37 op afstand, 101 in totaal": the sum of what the sentence counts.
_COUNT_TOTAL = re.compile(
    r"\b(?P<number>\d{1,5}) (?:\w+ )?(?:in totaal|bij elkaar|samen|al met al)\b"
    r"|\b(?:in totaal|bij elkaar|samen|alles bij elkaar)(?: dus| goed voor| waren (?:we|er)"
    rf"| zijn (?:we|er)|:)? (?:zo[’']n |ruim |met )?(?P<with>\d{{1,5}})(?= {_WHO}\b|[.,;])",
    re.IGNORECASE,
)
_NOT_COUNTED = re.compile(
    r"[^\w\n]*(?:euro|jaar|uur|minuten|dagen|weken|maanden|organisaties|gemeenten|teams|besturen"
    r"|sprekers|procent|projecten|vragen|punten|keer|binnen|plannen|idee[eë]n|kilometer|meter)\b",
    re.IGNORECASE,
)
# "we telden er 43", "120 aanmeldingen, van wie er 96 kwamen": who came, not who said they would.
_COUNT_CAME = re.compile(
    r"\btelden? (?:ik|we|wij) er (?:\w+ ){0,2}(?P<number>\d{1,5})\b"
    r"|\b(?:waarvan|van wie) er (?P<with>\d{1,5}) (?:\w+ ){0,3}"
    r"(?:kwamen|kwam|verschenen|opdaagden|bleven|aanwezig)\b",
    re.IGNORECASE,
)
_COUNT_AFTER_VERB = re.compile(
    r"\b(?:verzamel\w+ zich|kwamen|sloten|namen|zaten|schoven|luisterden|keken|spraken in totaal"
    r"|telden|trok|trokken|ontving) (?:[^.\d\n]{0,30} )??(?P<near>ruim |zo[’']n |ongeveer "
    r"|circa |bijna |zo'n )?"
    r"(?P<number>\d{1,4}) (?P<who>(?!jaar|minuten|uur|weken|maanden|dagen|organisaties"
    r"|gemeenten|teams"
    r"|besturen|sprekers|euro|procent)[a-z]{4,}(?:en|rs|s|’s))\b",
    re.IGNORECASE,
)
_PRESENT = frozenset(
    "deelnemers deelneemsters aanwezigen belangstellenden kijkers participants bezoekers".split()
)
_MEETING = re.compile(
    r"\w*(?:bijeenkomst|sessie|middag|avond|ochtend|dag|congres|conferentie|webinar)\b", re.I
)
_COUNTS = (
    _COUNT_LABEL, _COUNT_TOTAL, _COUNT, _COUNT_AFTER_VERB, _COUNT_TOGETHER, _COUNT_CAME,
)  # fmt: skip
_LABELLED = (_COUNT_LABEL, _COUNT_TOGETHER)
_SURVEY = re.compile(
    r"\b(?:volg(?:den|de) (?:we|wij|een)|spraken (?:we|wij|de onderzoekers)|interview\w*"
    r"|onderzoek onder|enquête|ondervroeg\w*)\b"
)
_CAME = re.compile(
    r"\b(?:kwam(?:en)?|komen|komt|schreven|opgegeven|aangemeld|sloten|sloot|zaten|zat|waren|was|deden|namen|deelnam(?:en)?|verzamel\w+|trok"
    r"|vulde[n]?|liepen|liep|bogen|telden|verwelkomd?e?n?|bezochten?|bezocht|druk|vol|stroomden"
    r"|waren er|present|tekenden?"
    r"|schoven|schoof|keken|keek|meldden|aanwezig|bijeen|samen|bij elkaar|gingen|luister\w+|zakte"
    r"|joined|attended|telde)\b",
    re.IGNORECASE,
)
# The count is of something else than this meeting.
_OTHER = re.compile(
    r"\b(?:wachtlijst|enquête|vragenlijst|experiment|open dag|per (?:jaar|maand|week|dag)|jaarlijks"
    r"|wekelijks|dagelijks|maandelijks"
    r"|in (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    r"|december)|vorig (?:jaar|keer)|vorige keer|mail(?:de|tje)? (?:aan|naar)|werken (?:er )?"
    r"|organisatie met|team van|telt|in het land|gemiddeld|sinds|al (?:ruim|meer))\b",
    re.IGNORECASE,
)
_FEW = 12
# "22 januari 2025 | wijkgebouw | 53 bewoners": a line of facts below the title.
_HEAD_LINE = re.compile(r"^.{0,60}\b20\d\d\b.{0,60}$")
# These come with a meeting too, but as often with a company or a survey.
_MAY_COME = re.compile(r"\b(?:voor|met|naar|aan)\b", re.IGNORECASE)
_OPENING, _HEAD_LENGTH = 600, 1500
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


def _number(found: re.Match[str]) -> int | None:
    """Return the number that was counted; "with z'n twaalven" is twelve."""
    groups = found.groupdict()
    words = found["number"] or groups.get("with") or groups.get("others") or ""
    return number_of(words) or number_of(f"{words[:-1]}f")


def find_attendance(document: SourceText) -> AttendanceProposal | None:
    """Return the number of people that took part, from the opening or a labelled line."""
    best: tuple[float, re.Match[str], int] | None = None
    for block in document.blocks[:40]:
        for pattern in _COUNTS:
            for found in pattern.finditer(document.flat, block.start, block.end):
                number = _number(found)
                if number is None or not 5 <= number <= _MAX_ATTENDANCE:
                    continue
                if 1900 <= number <= 2100:
                    continue
                score = _count_score(document, block, found, labelled=pattern in _LABELLED)
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


def _count_score(
    document: SourceText, block: Block, found: re.Match[str], *, labelled: bool
) -> float:
    flat = document.flat
    start, end = sentence_around(document, block, found.start(), found.end())
    sentence = flat[start:end]
    if _NOT_COUNTED.match(flat, found.end()):
        return 0.0
    score = 3.0 if labelled else 0.0
    if found.re is _COUNT_TOTAL:
        score += 1.5 if _COUNT.search(sentence) else 0.0
    score += 1.5 if found.re is _COUNT_CAME and found.start() < _OPENING else 0.0
    score += 1.0 if found.start() < _HEAD_LENGTH else -1.0
    who = (found.groupdict().get("who") or "").lower()
    if who in _PRESENT:
        score += 1.5
    if _CAME.search(sentence) or (_HEAD_LINE.search(document.text(block)) and found.start() < 300):
        score += 1.0
    elif _MAY_COME.search(sentence):
        score += 0.5
    if (found.groupdict().get("near") or "").strip():
        score += 0.7
    if found.groupdict().get("near") in ("een ", "Een ") and not found.groupdict().get("tal"):
        score -= 1.5
    before = flat[start : found.start()]
    if sum(before.count(mark) for mark in "“‘„") > sum(before.count(mark) for mark in "”’"):
        score -= 1.5
    if block.kind == "item" and not labelled:
        score -= 1.5
    score -= _against(sentence, found, labelled=labelled)
    # Who is counted as present is not soon somebody else, however late in the text.
    reach = 3000 if who in _PRESENT and _MEETING.search(sentence) else 1500
    return score - min(found.start(), 4000) / reach - 1.2


def _against(sentence: str, found: re.Match[str], *, labelled: bool) -> float:
    """Weigh what says that the number counts something else than those who came."""
    against = 3.0 if _SURVEY.search(sentence) else 0.0
    if labelled:
        return against
    if _OTHER.search(sentence):
        against += 2
    number = _number(found)
    if number is not None and number < _FEW and not _CAME.search(sentence):
        against += 1.5
    return against
