"""Addresses: read at any length, and written in full."""

from django.conf import settings
from django.http import HttpRequest, QueryDict

MOST_FIELDS = 300
LONGEST_FIELD = 2000
"""Characters of one ``name=value`` that are read."""


def read_fields(request: HttpRequest) -> tuple[QueryDict, bool]:
    """The fields of an address, and whether something was too much to read."""
    return parse_fields(request.META.get("QUERY_STRING", ""))


def parse_fields(raw: str) -> tuple[QueryDict, bool]:
    """The same, of the part of an address after its ``?`` or ``#``."""
    fields = raw.split("&", MOST_FIELDS)
    kept = [field for field in fields[:MOST_FIELDS] if len(field) <= LONGEST_FIELD]
    return QueryDict("&".join(kept).encode("latin-1", "replace")), len(kept) < len(fields)


def absolute(path: str) -> str:
    """The address of a page as others use it: SITE_URL is its one source, whoever asks."""
    return f"{settings.SITE_URL}{path}"
