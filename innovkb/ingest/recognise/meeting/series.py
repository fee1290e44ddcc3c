"""The run of meetings that this one belongs to, and who held it."""

from __future__ import annotations

import re

from innovkb.ingest.recognise.proposals import OrganiserProposal, SeriesProposal
from innovkb.ingest.recognise.text.document import SourceText

_SERIES = re.compile(
    r"\b(?:in de|van de|de) (?:reeks"
    r"|serie)\s+(?P<name>[‘“\"']?[A-ZÀ-Þ][^.,;:\n]{2,70}?)(?=[.,;:\n]| van (?:de|het) [A-Z]|$)"
)
_SERIES_QUOTED = re.compile(
    r"[‘“\"'](?P<name>[^‘’“”\"\n]{3,50})[’”\"']\s*[–-]?\s*(?:-?\s?(?:sessie)?reeks"
    r"|-?\s?serie|sessies)\b"
)
_SERIES_BEFORE = re.compile(
    r"\b(?:de|onze|het) (?P<name>(?:[A-ZÀ-Þ][\w’'–-]*|how to)(?: (?:[A-Z‘“\"'][\w’'”\"–-]*"
    r"|to))*[ -–]*-?(?:reeks|serie|sessies))\b"
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
    r"(?: [^.\n]{0,40}?)? van (?:de|het) (?P<name>[A-ZÀ-Þ][\w&’'-]*(?: (?:van|voor|de|het"
    r"|der|en)? ?"
    r"[A-ZÀ-Þ][\w&’'-]*)+)"
)


def find_series(document: SourceText) -> SeriesProposal | None:
    """Return the series that the opening names."""
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


def find_organiser(document: SourceText) -> OrganiserProposal | None:
    """Return who held the meeting, where the text says so."""
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
