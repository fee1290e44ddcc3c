"""What a sentence itself is like: an order, advice, a lack. General Dutch, no text's own words."""

from __future__ import annotations

import re
from functools import lru_cache

from innovkb.ingest.recognise.items.troubles import trouble_signs
from innovkb.ingest.recognise.text.grammar import (
    has_finite_verb,
    is_imperative,
    is_infinitive,
    is_past,
    words_of,
)

_WHO = r"(?:je|jij|u|we|wij|men|jullie|iedereen|wie [^,.]{2,60},?|een \w+|\w+s|\w+en)"
_ADVICE = re.compile(
    rf"\b{_WHO} (?:\w+ )?(?:moet(?:en)?|hoeft? niet|mag best|dien(?:t|en))\b"
    r"|\b(?:moet|kun|kunt|kan|kunnen|zou|zouden) (?:je|jij|u|we|wij|men|jullie) (?:\w+ ){0,3}"
    r"(?:beter|eerst|altijd|nooit|vooral|zelf|ook)\b"
    r"|\b(?:beter|het beste) (?:kun|kunt|kan) je\b|\bkun(?:t)? (?:je|u) (?:het )?(?:beter|best)\b"
    r"|\bhet (?:loont|is (?:zaak|goed|handig|slim|verstandig|raadzaam|nuttig|zinvol|belangrijk"
    r"|essentieel|cruciaal|nodig|de kunst|beter)|helpt|werkt|scheelt) "
    r"(?:\w+ ){0,2}(?:om|dat|als|wanneer)\b"
    r"|\b(?:is|zijn|blijft|blijven) (?:\w+ )?(?:cruciaal|essentieel|onmisbaar|onontbeerlijk)\b"
    r"|\b(?:zorg(?:en)? (?:er ?voor )?dat|durf(?:t|ven)? (?:\w+ ){0,4}te|liever \w+ dan)\b"
    r"|\bgeen [\w ]{3,40} zonder\b|\bniet [\w ,]{3,60}, maar\b"
    r"|\b(?:adviseer|adviseert|adviseren|raadt?|raden|pleit(?:en)?)\b"
    r"|\bwie [^,.]{3,60}, (?:moet|kan|begint|doet|zorgt|heeft)\b",
    re.IGNORECASE,
)
_WORKS = re.compile(
    r"\bwat (?:ons|mij|me|hun|haar|hem|het|hier|je|goed|echt|dan|vooral)? ?(?:\w+ )?"
    r"(?:hielp|helpt|werkte?|scheelde?)\b"
    r"|\b(?:hielp|helpt|werkte?|werken|scheelt|scheelde|loonde) (?:\w+ )?"
    r"(?:enorm|goed|beter|vooral|meer|het (?:best|meest|beste)|om|dat|als|wanneer|door)\b"
    r"|\b(?:geheim|sleutel|succesfactor|truc|kunst)\b[^.]{0,40}\b(?:is|was|zit|zat|bleek)\b"
    r"|\b(?:leerden?|geleerd|les|lessen|inzicht|achteraf)\b",
    re.IGNORECASE,
)
_LACKS = re.compile(
    r"\b(?:geen|niemand|nergens|nooit|niets|nauwelijks|onvoldoende|ontbr(?:eekt|eken|ak|aken)"
    r"|gebrek|tekort|mist|missen|ontoereikend|kwijt|maar (?:één|een|twee)|(?:nog )?steeds niet"
    r"|(?:veel |net |heel )?te (?:weinig|veel|laat|vroeg|lang|kort|klein|groot|duur|traag|snel|hoog"
    r"|laag|licht|zwaar|krap|druk|oud|vaag|ver|complex|ingewikkeld|voorzichtig|afhankelijk|strak)"
    r"|niet|zelden|minder|weinig)\b",
    re.IGNORECASE,
)
_HINDERS = re.compile(
    r"\b(?:lastig(?:e|er)?|moeilijk(?:e|er|heden)?|ingewikkeld(?:e|er)?|moeizaam|stroef|stroperig"
    r"|traag|kost(?:te|en)? (?:\w+ )?(?:veel|tijd|geld|moeite|meer|maanden|jaren|te)|duurt|duurde"
    r"|bots(?:t|en|te|ten)|weerstand|strand(?:t|de|en|den)|sneuvel(?:t|de)|verdwijnt|angst(?:ig)?"
    r"|bang|vrees|onzeker(?:heid)?|onduidelijk(?:heid)?|bureaucrati\w*|verbied(?:t|en)|verbood"
    r"|blok(?:keert|keerde|keren)|vertraag(?:t|de|en)|\w*belemmer\w*|barri[eè]res?|drempels?"
    r"|knelpunt(?:en)?|obstakels?|hindernis(?:sen)?|probleem|problemen|worstel\w*|struikel\w*"
    r"|frustr\w*|versnipper\w*|tegenwerk\w*|wantrouwen|werkdruk|stress|valt stil|viel stil|stokt"
    r"|stokte|vast(?:liep|loopt|lopen|liepen|gelopen)|l(?:oopt|open|iep|iepen) (?:\w+ ){0,3}vast"
    r"|ver(?:loren|liest|liezen)|afhaken|haakt(?:e|en)? (?:\w+ )?af|afgehaakt|mislukt(?:e|en)?"
    r"|zwak(?:ke)?|tegenstrijdig\w*|verouderd\w*|risico)\b"
    r"|\b(?:moet|moeten|moest|moesten) (?:\w+ ){0,4}(?:eerst|opnieuw|telkens|steeds|twee keer)\b"
    r"|\bdus (?:ik|je|we|niemand|iedereen) (?:moet|moeten|mag|mogen|kan|kunnen)\b",
    re.IGNORECASE,
)
_INVITES = re.compile(
    r"\b(?:meld|schrijf|geef) je (?:\w+ ){0,3}(?:aan|in|op)\b|\baanmelden\b|\bmeer weten\b"
    r"|\b(?:lees|bekijk|download|luister|kijk|zie) (?:\w+ ){0,5}(?:hier|verder|ook|meer|op|terug"
    r"|programma|verslag|video|artikel|bijlage|website|webinar|publicatie|rapport)\b"
    r"|\binschrijven\b|\bstaat (?:al )?gepland\b"
    r"|\bop de (?:hoogte|website)\b|https?:|www\.|@|\bneem (?:\w+ ){0,5}contact\b"
    r"|\breserveer (?:\w+ ){0,2}(?:plek|plaats|stoel|kaart)\w*|\bvolg ons\b"
    r"|\blever (?:\w+ ){0,4}in\b|\bmail (?:naar|ons)\b|\bbel (?:met|naar)\b",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"(?:Neem (?:bijvoorbeeld|nou|maar|[A-Z])|Denk (?:maar )?aan|Stel (?:je (?:eens )?voor|dat|,)"
    r"|Kijk (?:maar|eens)|Zie |Hoor |Geloof me|Vergeet niet dat)"
)
_LEAST_WORDS = 4
# What a longer passage says further on is no form of its first sentence.
_MOST_READ = 600


_PATTERNS = (
    ("advice", _ADVICE), ("works", _WORKS), ("lacks", _LACKS), ("hinders", _HINDERS),
    ("invites", _INVITES),
)  # fmt: skip


@lru_cache(maxsize=64)
def form_signs(text: str) -> tuple[str, ...]:
    """Return the names of the signs that the words of a sentence or item themselves give."""
    text = text.strip(" “”‘’\"'„«»*_")[:_MOST_READ]
    found = [name for name, pattern in _PATTERNS if pattern.search(text)]
    found += trouble_signs(text)
    words = words_of(text)
    if is_imperative(text):
        found += ["order", "example"] if _EXAMPLE.match(text) else ["order"]
    else:
        if 3 <= len(words) <= 14 and _is_bare_infinitive(words):
            found.append("infinitive")
        if "reports" not in found and any(is_past(word) for word in words):
            found.append("story")
    if text.endswith("?"):
        found.append("asks")
    if len(words) < _LEAST_WORDS:
        found.append("short")
    return tuple(found)


def lacks_something(text: str) -> bool:
    """Whether the words say what is not there, or what is in the way."""
    return bool(_LACKS.search(text) or _HINDERS.search(text))


def _is_bare_infinitive(words: list[str]) -> bool:
    """Whether an infinitive stands without a finite verb: "fouten delen in het overleg"."""
    return any(is_infinitive(word) for word in words) and not has_finite_verb(" ".join(words))
