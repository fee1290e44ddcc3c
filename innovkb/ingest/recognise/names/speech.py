"""Whether a name speaks: by a verb, a quotation that it signs, or the floor that it gets."""

from __future__ import annotations

import re

from innovkb.ingest.recognise.text.lexicon import SPEECH_VERBS

VERB = "|".join(sorted(set(SPEECH_VERBS), key=len, reverse=True))
_PLURAL = (
    r"presenteerden|vertelden|spraken|bespraken|deelden|gingen|stelden|toonden|begonnen|sloten"
    r"|openden|keken|lieten|zeiden|vinden|vonden|zien|zagen|schreven|onderzochten|leidden"
)
_AFTER_SPEECH = re.compile(
    rf"(?: ?\([^()\n]{{1,100}}\)|, [^,.:;\n]{{3,120}},"
    rf"| (?:van|bij|namens|uit) (?:de |het |een )?[\w’&'-]+(?: [\w’&'-]+){{0,4}}?)?"
    rf"(?: (?:\w+ ){{0,1}}?(?:{VERB})\b"
    rf"| en [^.\n]{{3,50}}? (?:{_PLURAL})\b| (?:\w+ )?(?:{_PLURAL})\b)"
)
_SPEECH_BEFORE = frozenset((*SPEECH_VERBS, "volgens"))
_COLLEAGUES = frozenset(("collega", "baas", "chef", "leidinggevende"))
# "“Het kan gewoon.” – Tineke, verpleegkundige": the name behind a quotation.
_SIGNED = re.compile(r"[”’\"'»] ?[–—-]+ $")
_SIGNED_AFTER = re.compile(r"(?:, [^.\n]{3,80}| ?\([^()\n]{2,80}\))?\W*$")
# Who gets the floor: "Het slotwoord was voor Anna", "Bij Anna ging het over geld".
_FLOOR = re.compile(
    r"(?:\bwas|\bis|\bkwam|\bkwamen) (?:\w+ ){0,2}?(?:woord |beurt |podium |microfoon )?"
    r"(?:voor|aan)"
    r"(?: (?:de |het |onze )?[a-zà-ÿ-]+)? $"
    r"|\bin de woorden van(?: [a-zà-ÿ-]+)? $"
    r"|\b(?:woord|beurt|podium|microfoon|workshop|werksessie|deelsessie|presentatie|pitch|lezing"
    r"|keynote|bijdrage|verhaal) (?:aan|van|door)(?: [a-zà-ÿ-]+)? $",
    re.IGNORECASE,
)
_LETS = re.compile(r"\b(?:liet|laat|gaf|geeft|vroeg|vraagt)(?: [a-zà-ÿ-]+){0,2} $")
_SPEAK = re.compile(r"(?: ?\([^()\n]{1,80}\))? (?:aan het woord|het woord|om (?:een )?reactie)\b")
_AT = re.compile(r"(?:^|[.!?:] )(?:Bij|In de (?:\w*sessie|workshop|groep) van)(?: [a-zà-ÿ-]+)? $")
_AT_GOES_ON = re.compile(
    r"(?: ?\([^()\n]{1,80}\)|, [^,.\n]{3,80},)? (?:ging|draaide|draait|gaat|stond|staat|leerde|lag"
    r"|kon|mocht|werd|kwam|was het)\b"
)
IS_CALLED = re.compile(r"\b(?:heet|heette|naam (?:is|was)|naam\b[^.:\n]{0,40}:) $", re.IGNORECASE)
"""What ends the words before a name: "ze heet …", "zijn naam, na enig aandringen: …"."""
_MAX_WORDS_BETWEEN = 7


def gets_the_floor(before: str, after: str) -> bool:
    """Whether the words around a name give it the floor: "het slotwoord was voor …"."""
    return bool(
        _FLOOR.search(before)
        or (_AT.search(before) and _AT_GOES_ON.match(after))
        or (_LETS.search(before) and _SPEAK.match(after))
    )


def speaks(before: str, after: str) -> bool:
    """Whether a verb of speaking goes with the name, or the name signs a quotation."""
    signs_quote = _SIGNED.search(before) and _SIGNED_AFTER.match(after)
    return bool(signs_quote or _AFTER_SPEECH.match(after)) or _speaks_before(before)


def _speaks_before(before: str) -> bool:
    """Whether a verb of speaking stands before the name: "zegt projectleider …", "volgens …"."""
    if before[-1:] != " ":
        return False
    words = before.split()[-_MAX_WORDS_BETWEEN - 1 :]
    for place, word in enumerate(reversed(words)):
        if word.lower() in _SPEECH_BEFORE:
            return True
        if place < 3 and (word.lower() in _COLLEAGUES or word.startswith("oud-")):
            return True
        if not word[0].islower() or not word[-1].isalnum():
            return False
    return False
