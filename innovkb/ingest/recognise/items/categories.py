"""What a heading, or the line above a list, announces: tips, barriers, principles, cases, aids."""

from __future__ import annotations

import re
from typing import Literal

Category = Literal["tip", "barrier", "principle", "example", "tool", "none"]

_TIP = re.compile(
    r"\b(?:tips?|tricks|lessen|les|leerpunten|geleerd|leerde[n]?|leren we|leert|advies|adviezen"
    r"|aanbeveling(?:en)?|aanbevelen|aan de slag|handvatten|vuistregels|gouden regels|do[’']?s"
    r"|take-?aways?|concrete acties?|wat kun je|wat kan je|wat kunnen (?:we|wij|jullie) doen"
    r"|kunnen we hiervan|wat helpt|wat hielp|wat werkt|zo doe je|zo pak je|zo begin je|zo kan"
    r"|zo kun je|hoe pak je|hoe begin je|hoe dan wel|wat dan wel|hoe het wel|anders (?:zou )?doen"
    r"|anders zou|meenemen|meegeven|(?:ne(?:em|emt|men)|nam(?:en)?) [^?\n]{0,45}\bmee"
    r"|namen we mee|raden [^?\n]{2,40} aan|raad ik|aanraden|adviseren|aanraders"
    r"|suggesties|checklist|zelf [^?\n]{0,40}(?:doen|beginnen|starten|proberen)"
    r"|beginnen vandaag|morgen doen|lessons?|learnings"
    r"|recommendations|takeaway|raadgevingen|goede raad|onthouden|onthoud|wenken"
    r"|oproep(?:en)? aan|opsteker|(?:welke|goede|wijze) raad|raad geven|zelf proberen"
    r"|tot slot: doen"
    r"|wat kan beter|voor wie wil starten|om mee te beginnen|hoe maak je|hoe zorg je"
    r"|ga ermee|direct toepassen|toepassen)\b",
    re.IGNORECASE,
)
_BARRIER = re.compile(
    r"(?:\b|innovatie)(?:barri[eè]res?|drempels?|knelpunten|knelpunt|belemmering(?:en)?|obstakels?"
    r"|hindernis(?:sen)?|nadelen|bezwaren|valkuil(?:en)?|struikelblok(?:ken)?|hobbels|uitdagingen"
    r"|remmers|remmende|tegenwind|houdt [^?\n]{2,60} tegen|hield [^?\n]{2,40} tegen|tegenhoudt"
    r"|misging|mis ging|mis gaat|ging (?:er |het )?mis|gaat (?:er |het )?(?:vaak )?mis"
    r"|zo lastig|zo moeilijk|wat lastig|wat moeilijk|lastig is|moeilijk is|frustraties|weerstanden"
    r"|beperkingen|loop(?:t|en)? [^?\n]{2,30} (?:tegenaan|(?:op )?vast)"
    r"|liepen [^?\n]{2,30} (?:tegenaan|vast)"
    r"|don[’']?ts|faalfactoren|pijnpunten|klempunten|barriers?|obstacles|pitfalls|challenges"
    r"|moeilijkheden|moeilijkheid|lastigste?|moeilijkste?|tegenslag(?:en)?|hoofdbrekens"
    r"|(?:zit|schuurt|wringt|knelt|stokt|hapert) (?:het|er|’m|'m|de schoen)|tegenzit|tegenviel"
    r"|problemen|probleem|zit het vast|in de weg|belemmer(?:t|de|en)|hinder(?:t|de)|remt"
    r"|z[ai]t (?:er |het |ons |jullie )?tegen|werkt(?:e)? (?:er |ons |jullie )?tegen"
    r"|viel(?:en)? tegen|tegenvallers|stokt|waarom lukt|blokkades|bottlenecks"
    r"|wat werkt niet|stroef|tegenaan (?:lopen|loopt|liepen|gelopen)"
    r"|(?:gaat|gaan|ging|gingen|liep|liepen) (?:er |het |nog )?(?:minder|niet goed|fout|mank)"
    r"|minder goed (?:gaat|ging)|(?:zit|zat|zitten|zaten) [^?\n]{0,30}dwars|dwars(?:zit|zat)"
    r"|wat (?:er )?(?:nog )?(?:wringt|schuurt|knelt|hapert|knaagt)|minpunten|kinderziekten"
    r"|verbeterpunten|zorgpunten|aandachtspunten)\b",
    re.IGNORECASE,
)
_PRINCIPLE = re.compile(
    r"\b(?:\w*principes?|bouwstenen|bouwsteen|(?:rand)?voorwaarden|pijlers|\w*succesfactoren"
    r"|succesfactor|uitgangspunten|kernwaarden|competenties|\w*strategie[eë]n|kenmerken|condities"
    r"|ingredi[eë]nten|fundamenten|kernzaken|ontwerpregels|spelregels|(?:kern)?elementen|sleutels"
    r"|factoren|vaardigheden|basisregels|leidraden|leefregels|beginselen|kernpunten|principles"
    r"|building blocks|success factors|conditions)\b",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"\b(?:voorbeelden|cases|casussen|cassussen|casus|praktijkvoorbeelden|praktijkverhalen"
    r"|in de kijker|best practices|good practices|goede praktijken|pareltjes|proeftuinen"
    r"|uit de praktijk|praktijkcases|projecten|uitgelicht)\b",
    re.IGNORECASE,
)
_TOOL = re.compile(
    r"\b(?:tools?|hulpmiddelen|instrumenten|gereedschap(?:pen|skist)?|toolbox|toolkits?"
    r"|handreikingen|werkvormen|formats?|templates)\b",
    re.IGNORECASE,
)
_NEITHER = re.compile(
    r"\b(?:actiepunten|actielijst|actie- en|afspraken|besluiten|besluitenlijst|agenda|programma"
    r"|aanwezig|afwezig|deelnemers|sprekers|inleiders|bronnen|referenties|links|downloads"
    r"|presentaties|meer weten|meer lezen|verder lezen|lees ook|zie ook|partners|colofon|contact"
    r"|noten|literatuur|volgende|panel|rondvraag|mededelingen|planning|inhoud|stellingen"
    r"|reageer|deel dit|tags|gerelateerd|vacatures)\b",
    re.IGNORECASE,
)
# "Lessen om drempels te overwinnen" are lessons, whatever else the heading names.
_OVERCOMES = re.compile(
    r"\b(?:overwin\w*|voorkom\w*|vermijd\w*|weg ?te ?nemen|wegnemen|aanpakken|oplossen|omzeil\w*"
    r"|doorbre\w*|slechten|tegen (?:de )?\w+|omgaan met|help\w*)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?P<noun>tip|les|aanbeveling|advies|actie|concrete actie|barri[eè]re|drempel|knelpunt"
    r"|belemmering|valkuil|obstakel|bezwaar|principe|kernprincipe|bouwsteen|voorwaarde|pijler"
    r"|succesfactor|strategie|competentie|uitgangspunt|casus|case|voorbeeld|praktijkvoorbeeld"
    r"|project in de kijker|in de kijker|tool|hulpmiddel|instrument|lesson|principle|barrier)"
    r"(?: (?:nr\.? ?)?#?(?P<number>\d{1,2}|[a-f]|[ivx]{1,4}|een|één|twee|drie|vier|vijf))?"
    r"(?: (?:van|voor|aan) [^:\n]{2,50})?\s*(?::|\.(?= )|[–—-](?= ))\s*(?=\S)",
    re.IGNORECASE,
)
_NOUNS: dict[str, Category] = {
    **dict.fromkeys(
        ["tip", "les", "aanbeveling", "advies", "actie", "concrete actie", "lesson"], "tip"
    ),
    **dict.fromkeys(
        ["barriere", "barrière", "drempel", "knelpunt", "belemmering", "valkuil", "obstakel"],
        "barrier",
    ),
    **dict.fromkeys(["bezwaar", "barrier"], "barrier"),
    **dict.fromkeys(
        ["principe", "kernprincipe", "bouwsteen", "voorwaarde", "pijler", "succesfactor"],
        "principle",
    ),
    **dict.fromkeys(["strategie", "competentie", "uitgangspunt", "principle"], "principle"),
    **dict.fromkeys(
        ["casus", "case", "voorbeeld", "praktijkvoorbeeld", "project in de kijker"], "example"
    ),
    "in de kijker": "example",
    **dict.fromkeys(["tool", "hulpmiddel", "instrument"], "tool"),
}
_SET_NAME = re.compile(
    r"(?:(?P<count>\b(?:\d{1,2}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf))\s+)?"
    r"\b(?:(?!van\b|de\b|en\b|het\b)[\w-]+\s+){0,2}?" + _PRINCIPLE.pattern,
    re.IGNORECASE,
)


def category_of(words: str) -> Category | None:
    """Return what a heading or label announces, "none" for what is no item, None if unclear.

    >>> category_of("Lessen om drempels te overwinnen")
    'tip'
    """
    tip, barrier = _TIP.search(words), _BARRIER.search(words)
    if tip and barrier:
        return "tip" if tip.start() < barrier.start() or _OVERCOMES.search(words) else "barrier"
    if barrier and re.search(r"\b(?:overwin|doorbre|slecht)\w*", words, re.IGNORECASE):
        return None
    if barrier:
        return "barrier"
    principle = _PRINCIPLE.search(words)
    if tip and re.search(r"\b(?:vragen|discussie|gesprek)\b", words[: tip.start()], re.IGNORECASE):
        return None
    if tip and not (principle and principle.start() < tip.start()):
        return "tip"
    if principle:
        return "principle"
    if _NEITHER.search(words):
        return "none"
    if _TOOL.search(words):
        return "tool"
    return "example" if _EXAMPLE.search(words) else None


def numbered(words: str) -> tuple[Category, int, str] | None:
    """Return the category, the length of the mark and its number in "Tip 1: …", or None."""
    found = _NUMBERED.match(words)
    if found is None:
        return None
    noun = found["noun"].lower()
    mark = found[0].rstrip()
    if not mark.endswith(":") and not found["number"]:
        return None
    return _NOUNS[noun], found.end(), found["number"] or ""


def set_name(words: str) -> str:
    """Return the name of the set that a heading announces: "vijf bouwstenen"."""
    found = _SET_NAME.search(words)
    return re.sub(r"\s+", " ", found[0]).strip() if found else words.strip(" :.?")
