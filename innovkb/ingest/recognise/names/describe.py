"""Role and organisation in the words that stand with a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from innovkb.ingest.recognise.text.words import is_function, is_role

_AGE = re.compile(r"\d{1,2}(?: jaar)?$")
_YEAR = re.compile(r"(?:ca\. ?)?\d{4}[a-z]?(?: ?[-–/] ?\d{4})?$|datum onbekend$|z\.d\.$")
# Brackets that hold a date, a count, an address, a quotation or other words for the same.
_NO_ROLE = re.compile(
    r"\d|[“„\"«]|[a-z]+: |of wel\b|ofwel\b|https?:|www\.|zie\b|bijvoorbeeld\b", re.IGNORECASE
)
_PREPOSITION = re.compile(r"\s(?:bij|van|aan|namens|voor|in|at|of|from)\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:de|het|'t|’t|een|the|vzw)\s+(?=\S)")
_ORGANISATION = re.compile(
    r"\b(?:ministerie|gemeente|provincie|waterschap|universiteit|hogeschool|stichting|vereniging"
    r"|dienst|bureau|instituut|inspectie|autoriteit|politie|bank|raad|fod|vzw|bv|stad|bedrijf"
    r"|coöperatie|welzijnsorganisatie|ziekenhuis|museum|school|afdeling|team|agentschap)\b",
    re.IGNORECASE,
)
_ACRONYM_AT_END = re.compile(r"^(.*\S)\s+((?:[A-Z][\w&]*[A-Z][\w&]*|[A-Z]{2,})(?:\s[A-Z]{2,})*)$")
_SECOND_IS_ORGANISATION = re.compile(r"^(.*\S)\s+en\s+((?:het )?[A-Z]\w+\s.+)$")


@dataclass(frozen=True, slots=True)
class Description:
    """What stands with a name; `cited` for a year, `age` for an age; else role, organisation."""

    role: str = ""
    organisation: str = ""
    cited: bool = False
    age: bool = False

    @property
    def says_something(self) -> bool:
        """Whether it tells a role or an organisation."""
        return bool(self.role or self.organisation)


NOTHING = Description()


def has_role(text: str) -> bool:
    """Whether one of the words names a function."""
    first = text.split(" ", 1)[0]
    if first.islower() and is_function(first):
        return True
    return any(is_role(word) for word in re.split(r"[\s/]+", text))


def looks_like_organisation(text: str) -> bool:
    """Whether the words name an organisation by their form."""
    if _ORGANISATION.search(text):
        return True
    words = [word for word in text.split() if word[:1].isupper()]
    return bool(words) and not has_role(text)


def describe(words: str) -> Description:
    """Return the role and organisation in an apposition: "hoofd Data bij de NVWA"."""
    words = words.strip(" .,;:")
    if _NO_ROLE.match(words) and not _YEAR.match(words) and not _AGE.match(words.split(",")[0]):
        return NOTHING
    if _YEAR.match(words):
        return Description(cited=True)
    if _AGE.match(words):
        return Description(age=True)
    words = re.sub(r"^\d{1,2}(?: jaar)?,\s*", "", words)
    pieces = [
        piece.strip() for piece in re.split(r"\s*[,|]\s*|\s+[–—-]\s+", words) if piece.strip()
    ]
    if not pieces:
        return Description()
    if len(pieces) == 1:
        return _one_piece(pieces[0])
    first = _one_piece(pieces[0])
    if first.organisation and first.role:
        return first
    rest = ", ".join(pieces[1:])
    if has_role(pieces[0]):
        organisation = _ARTICLE.sub("", re.sub(r"^(?:bij|van|aan)\s+", "", rest))
        return Description(first.role, organisation if looks_like_organisation(rest) else "")
    if has_role(rest):
        other = _one_piece(rest)
        return Description(other.role, first.organisation or other.organisation)
    return first


def _without_second_role(organisation: str) -> str:
    """Cut off a second function: "Universiteit X en oprichter van Y"."""
    first, _, second = organisation.partition(" en ")
    return first if second and has_role(" ".join(second.split()[:2])) else organisation


def _one_piece(words: str) -> Description:
    words = _ARTICLE.sub("", words)
    both = _SECOND_IS_ORGANISATION.match(words)
    if both and has_role(both[1]) and not has_role(both[2]) and _ORGANISATION.search(both[2]):
        return Description(both[1], _ARTICLE.sub("", both[2]))
    if not has_role(words):
        return Description("", words) if looks_like_organisation(words) else Description(words)
    for preposition in _PREPOSITION.finditer(words):
        role, organisation = words[: preposition.start()], words[preposition.end() :]
        if has_role(role) and re.search(r"[A-Z]", organisation):
            return Description(role, _ARTICLE.sub("", _without_second_role(organisation)))
    if ended := _ACRONYM_AT_END.match(words):
        return Description(ended[1], ended[2])
    return Description(words)
