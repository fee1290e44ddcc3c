"""Facts of the meeting: its date, attendance, series, organiser, and the next one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from .dates import FoundDate, find_dates, infer_year, years_in
from .document import Block, Document
from .known import Known
from .lexicon import NUMBER_WORDS
from .proposals import (
    AttendanceProposal,
    DateProposal,
    NextSessionProposal,
    OrganiserProposal,
    SeriesProposal,
)

_NEXT = re.compile(
    r"\b(?:volgende|eerstvolgende|komende|laatste|aankomende)\b[^.\n]{0,60}?"
    r"\b(?:sessies?|bijeenkomst(?:en)?|editie|keer|webinar|vergadering|overleg|workshop|kring"
    r"|namiddag|avond|café|lunch|lezing|meet-?up|werkplaats|aflevering|masterclass|diner|ontbijt"
    r"|debat|kennissessie|inspiratiesessie|themasessie|dag|congres|leerkring|ronde|afspraak"
    r"|\w*(?:sessie|bijeenkomst|overleg|overlegvergadering|avond|namiddag|lunch|ontbijt|café))\b"
    r"|\b(?:volgend (?:overleg|webinar|café|congres|seminar|jaarcongres))\b"
    r"|\b(?:noteer|zet|reserveer|save)\b[^.\n]{0,30}\b(?:agenda|datum|date)\b"
    r"|\b(?:next session|next meeting)\b|\bvervolgsessie\b|\bvervolgbijeenkomst\b"
    r"|\b(?:komt|komen) [^.\n]{0,40}\b(?:opnieuw|weer|nogmaals) (?:samen|bijeen|bij elkaar)\b"
    r"|\bvolgt (?:een|deel|het|de)\b|\bis de volgende\b|\bis op \w+ \d"
    r"|\b(?:staat|vindt)\b[^.\n]{0,50}\b(?:gepland|plaats)\b",
    re.IGNORECASE,
)
_NEXT_HEADING = re.compile(
    r"(?:volgende (?:keer|sessie|bijeenkomst|afspraak|editie)|agenda|save the date|vooruitblik"
    r"|komende|blik vooruit|wat volgt|vervolg|noteer|aankomende)\b",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"\b(?:datum|d\.d\.|dd\.?|wanneer|date|gehouden op|verslagdatum|gepubliceerd(?: op)?|geplaatst(?: op)?)\s*:?\s*$",
    re.IGNORECASE,
)
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
    r"|raadsleden|kijklustigen|medewerkers|beleidsmakers|docenten|onderzoekers|ondernemers)\b",
    re.IGNORECASE,
)
_COUNT_LABEL = re.compile(
    r"\b(?:aantal )?(?:deelnemers|aanwezigen|opkomst|bezoekers|wie)\s*:\s*(?:ruim |circa |ca\. )?"
    r"(?P<number>\d{1,5})\b",
    re.IGNORECASE,
)
_COUNT_TOGETHER = re.compile(r"\bmet (?:zijn|z[’']n) (?P<number>[a-zë]+?)en\b", re.IGNORECASE)
_CAME = re.compile(
    r"\b(?:kwam(?:en)?|sloten|sloot|zaten|zat|waren|was|deden|namen|deelnam(?:en)?|verzamel\w+|trok"
    r"|schoven|schoof|keken|keek|meldden|aanwezig|bijeen|samen|bij elkaar|gingen|luister\w+|zakte"
    r"|voor|joined|attended|met|telde|naar|aan)\b",
    re.IGNORECASE,
)
_SERIES = re.compile(
    r"\b(?:in de|van de|de) (?:reeks|serie)\s+(?P<name>[‘“\"']?[A-ZÀ-Þ][^.,;:\n]{2,70}?)(?=[.,;:\n]| van (?:de|het) [A-Z]|$)"
)
_SERIES_QUOTED = re.compile(
    r"[‘“\"'](?P<name>[^‘’“”\"\n]{3,50})[’”\"']\s*[–-]?\s*(?:-?\s?(?:sessie)?reeks|-?\s?serie|sessies)\b"
)
_SERIES_BEFORE = re.compile(
    r"\b(?:de|onze|het) (?P<name>(?:[A-ZÀ-Þ][\w’'–-]*|how to)(?: (?:[A-Z‘“\"'][\w’'”\"–-]*|to))*[ -–]*-?(?:reeks|serie|sessies))\b"
)
_ORGANISED = re.compile(
    r"\b(?:georganiseerd door|organiseerde[n]? door|in handen van|organisatie\s*:|op initiatief van"
    r"|uitgenodigd door|initiatief van) (?:de |het |een )?(?P<name>[A-ZÀ-Þ][\w&’'-]*"
    r"(?: (?:van|voor|de|het|der|en|in|op) (?:de |het )?[A-ZÀ-Þ][\w&’'-]*| [A-ZÀ-Þ][\w&’'-]*)*)"
)
_ORGANISES = re.compile(
    r"\b(?:De|Het) (?P<name>[A-ZÀ-Þ][\w&’'-]*(?: (?:van|voor|de|het|der|en)? ?[A-ZÀ-Þ][\w&’'-]*)*)"
    r" (?:organiseert|organiseerde)\b"
)
_OF_NETWORK = re.compile(
    r"\b(?:sessies?|reeks|bijeenkomst|webinar|kennissessie|\w+sessie|\w+bijeenkomst|leergang|serie)"
    r"(?: [^.\n]{0,40}?)? van (?:de|het) (?P<name>[A-ZÀ-Þ][\w&’'-]*(?: (?:van|voor|de|het|der|en)? ?"
    r"[A-ZÀ-Þ][\w&’'-]*)+)"
)
_HEAD_LENGTH = 1500
# Scores of a date: below the first it must at least have its year, below the second it is out.
_UNSURE = 0.0
_REFUSED = -5.0
_MAX_ATTENDANCE = 20_000


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What the text says about the meeting itself."""

    date: DateProposal | None
    attendance: AttendanceProposal | None
    series: SeriesProposal | None
    organiser: OrganiserProposal | None
    next_sessions: tuple[NextSessionProposal, ...]


def find_meeting(document: Document, known: Known) -> MeetingFacts:
    """Return the facts of the meeting."""
    dates = list(find_dates(document.flat))
    announced = {id(one) for one in dates if _is_announced(document, one)}
    held = [one for one in dates if id(one) not in announced]
    coming = [one for one in dates if id(one) in announced]
    day = _date_of(document, held, dates, known.today)
    sessions = tuple(
        found for one in coming if (found := _next_session(document, one, day, dates, known.today))
    )
    return MeetingFacts(
        date=day,
        attendance=_attendance(document),
        series=_series(document),
        organiser=_organiser(document),
        next_sessions=tuple({one.start: one for one in sessions}.values()),
    )


def _sentence(document: Document, block: Block, start: int, end: int) -> tuple[int, int]:
    """Return the sentence around a flat passage."""
    flat = document.flat
    first = block.start
    for stop in re.finditer(
        r"(?<!\bd)(?<!\bca)[.!?][)”’\"]? (?=[A-ZÀ-Þ‘“\[])", flat[block.start : start]
    ):
        first = block.start + stop.end()
    following = re.compile(r"[.!?](?=\s|$)").search(flat, end, block.end)
    return first, following.end() if following else block.end


def _is_announced(document: Document, one: FoundDate) -> bool:
    """Whether the date is that of a meeting still to come."""
    block = document.blocks[document.index_at(one.start)]
    if block.kind == "heading" and block.path == () and one.start < 200:
        return False
    start, end = _sentence(document, block, one.start, one.end)
    sentence = document.flat[start:end]
    found = _NEXT.search(sentence)
    if found:
        # "Op de laatste bijeenkomst op 3 mei" looks back; "de laatste sessie … is" looks ahead.
        past = re.search(r"\b(?:was|vond|waren|kwam(?:en)?|ging|hadden)\b", sentence)
        return past is None
    heading = document.heading(block)
    head = one.start < 400 and not heading
    return not head and bool(_NEXT_HEADING.match(heading))


def _date_of(
    document: Document, held: list[FoundDate], every: list[FoundDate], today: date
) -> DateProposal | None:
    if not held:
        return _year_of_citations(document)
    best = max(held, key=lambda one: _date_score(document, one))
    score = _date_score(document, best)
    if score < _UNSURE and not best.year:
        return _year_of_citations(document)
    if score < _UNSURE and (cited := _year_of_citations(document)):
        return cited
    if score < _REFUSED:
        return None
    year = best.year
    others = [one for one in every if one is not best]
    if not year:
        inferred = infer_year(best, others, years_in(document.flat), today)
        if inferred is None:
            return None
        year = inferred
    value = best.on(year)
    if value is None:
        return None
    fits = None if best.weekday is None else value.weekday() == best.weekday
    confidence, reason = _date_reason(document, best, fits)
    if score < _UNSURE:
        confidence, reason = 0.45, "De enige datum in de tekst die ervoor in aanmerking komt."
    start, end, text = document.passage(best.start, best.end)
    return DateProposal(
        start=start,
        end=end,
        text=text,
        confidence=confidence,
        reason=reason,
        value=value,
        precision=best.precision,
        weekday_fits=fits,
        inferred=not best.year,
    )


def _date_score(document: Document, one: FoundDate) -> float:
    """Weigh a date: labelled, early, complete; a date of birth or of a law weighs little."""
    flat = document.flat
    block = document.blocks[document.index_at(one.start)]
    before = flat[max(block.start, one.start - 60) : one.start]
    score = 2.0 if one.start < _HEAD_LENGTH else -1.5
    score -= min(one.start, 6000) / 2000
    score += 1.5 * bool(one.day) + 0.7 * bool(one.year) + 0.8 * (one.weekday is not None)
    if _DATE_LABEL.search(before):
        score += 4
    if re.search(r"\b(?:sinds|vanaf|tot|tegen|voor|uiterlijk|verslag van|per|vóór|tussen|geboren|looptijd"
                 r"|en|begin|eind|opent op|verscheen|deadline)\s*:?\s*$", before, re.IGNORECASE):  # fmt: skip
        score -= 3
    if re.search(r"\bnotulen van\s*$|\bhet verslag van\s*$", before, re.IGNORECASE):
        score -= 2
    if re.match(r",? (?:om )?\d{1,2}[:.]\d\d\b", flat[one.end : one.end + 12]) and "|" in before:
        score -= 4
    if block.kind == "heading" and one.day:
        score += 0.5
    if block.kind == "item" and one.start > 300 and not _DATE_LABEL.search(before):
        score -= 1
    return score


def _date_reason(document: Document, one: FoundDate, fits: bool | None) -> tuple[float, str]:
    if one.year and fits is False:
        return 0.6, "De weekdag past niet bij deze datum: controleer het jaar."
    if one.year and fits:
        return 0.97, "Datum met weekdag; de weekdag klopt."
    if one.year:
        return 0.92, "Datum in de tekst."
    if fits:
        return 0.75, "Het jaar staat er niet bij: afgeleid uit de weekdag."
    return 0.5, "Het jaar staat er niet bij: geschat. Controleer het."


def _year_of_citations(document: Document) -> DateProposal | None:
    """Return the year of the newest citations, for an article without a date."""
    cited = [(m[1], m) for m in re.finditer(r"[( ]((?:19|20)\d\d)[a-z]?\)", document.flat)]
    if len(cited) < 5:
        return None
    counts = Counter(year for year, _ in cited)
    newest = (
        max(year for year, count in counts.items() if count >= 2)
        if max(counts.values()) > 1
        else ""
    )
    if not newest:
        return None
    match = next(m for year, m in cited if year == newest)
    start, end, text = document.passage(match.start(1), match.end(1))
    return DateProposal(
        start=start,
        end=end,
        text=text,
        confidence=0.4,
        reason="Geen datum in de tekst: het jaar van de nieuwste bronnen.",
        value=date(int(newest), 1, 1),
        precision="year",
        inferred=True,
    )


def _next_session(
    document: Document,
    one: FoundDate,
    day: DateProposal | None,
    dates: list[FoundDate],
    today: date,
) -> NextSessionProposal | None:
    block = document.blocks[document.index_at(one.start)]
    first, last = _sentence(document, block, one.start, one.end)
    start, end, text = document.passage(first, last)
    value, inferred = one.on(one.year) if one.year else None, not one.year
    if not one.year:
        value = _after(one, day, today)
    if value is not None and day is not None and value < day.value:
        return None
    title = _next_title(document, block, one, last)
    reason = "De zin kondigt een volgende bijeenkomst aan."
    if inferred:
        reason += " Het jaar is afgeleid."
    return NextSessionProposal(
        start=start,
        end=end,
        text=text,
        confidence=0.7 if inferred else 0.85,
        reason=reason,
        title=title,
        value=value,
        inferred=inferred,
    )


def _after(one: FoundDate, day: DateProposal | None, today: date) -> date | None:
    """Return the first such date behind the meeting, on its weekday where one is named."""
    if day is None or day.precision == "year":
        return None
    for year in range(day.value.year, day.value.year + 3):
        value = one.on(year)
        if value is None or value < day.value:
            continue
        if one.weekday is None or value.weekday() == one.weekday:
            return value
    return None


def _next_title(document: Document, block: Block, one: FoundDate, end: int) -> str:
    """Return what the next meeting is about, as the text calls it, or ''."""
    flat = document.flat
    after = flat[one.end : end]
    for pattern in (
        r"^(?:,? (?:om )?\d{1,2}[.:]\d\d(?: uur)?[^:–—-]{0,20})?\s*(?:[:–—]|\s-)\s*(?P<t>\S[^.\n]{2,120})",
        r"\b(?:over|thema|onderwerp|met als titel|in het teken van|rond)\b:? (?P<t>[^.\n]{3,100})",
        r"[‘“\"](?P<t>[^’”\"\n]{3,100})[’”\"]",
    ):
        if found := re.search(pattern, after):
            return found["t"].strip(' .?!’”"*') if "?" not in found["t"] else found["t"].strip()
    follow = flat[end : min(end + 120, block.end)]
    if found := re.match(
        r"\s*(?:Onderwerp|Thema|Dan gaat het over|We hebben het dan over):? (?P<t>[^.\n]{3,100})",
        follow,
    ):
        return found["t"].strip()
    return ""


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


def _attendance(document: Document) -> AttendanceProposal | None:
    """Return the number of people that took part, from the opening or a labelled line."""
    best: tuple[float, re.Match[str], int] | None = None
    for block in document.blocks[:40]:
        for pattern in (_COUNT_LABEL, _COUNT, _COUNT_TOGETHER):
            for found in pattern.finditer(document.flat, block.start, block.end):
                number = number_of(found["number"])
                if number is None or not 5 <= number <= _MAX_ATTENDANCE:
                    continue
                if 1900 <= number <= 2100:
                    continue
                score = _count_score(document, block, found, pattern is not _COUNT)
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
    start, end = _sentence(document, block, found.start(), found.end())
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
    if _CAME.search(sentence):
        score += 1.0
    if (found.groupdict().get("near") or "").strip():
        score += 0.7
    if found.groupdict().get("near") in ("een ", "Een ") and not found.groupdict().get("tal"):
        score -= 1.5
    if any(mark in sentence for mark in '“‘"„') and block.start + 40 < found.start():
        score -= 1.0
    if block.kind == "item" and not labelled:
        score -= 1.5
    return score - min(found.start(), 4000) / 1500 - 1.2


def _series(document: Document) -> SeriesProposal | None:
    for pattern in (_SERIES, _SERIES_QUOTED, _SERIES_BEFORE):
        found = pattern.search(document.flat, 0, 3000)
        if found:
            start, end, text = document.passage(*found.span("name"))
            return SeriesProposal(
                start=start,
                end=end,
                text=text,
                confidence=0.7,
                reason="De tekst noemt een reeks.",
                name=text.strip("‘’“”\"' "),
            )
    return None


def _organiser(document: Document) -> OrganiserProposal | None:
    for pattern, confidence in ((_ORGANISED, 0.85), (_ORGANISES, 0.75), (_OF_NETWORK, 0.6)):
        found = pattern.search(document.flat, 0, 6000)
        if found:
            start, end, text = document.passage(*found.span("name"))
            return OrganiserProposal(
                start=start,
                end=end,
                text=text,
                confidence=confidence,
                reason="De tekst zegt wie de bijeenkomst hield.",
                name=text,
            )
    return None
