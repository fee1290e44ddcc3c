"""Addresses: read at any length, made once, and written in full."""

from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import get_script_prefix, reverse

MOST_FIELDS = 300
_MOST_PATHS = 10_000
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


def path_of(name: str, *args: str) -> str:
    """The address of a page, as ``reverse`` makes it: a long page has hundreds of them."""
    return _path_of(get_script_prefix(), name, *args)


@lru_cache(_MOST_PATHS)
def _path_of(prefix: str, name: str, *args: str) -> str:
    return reverse(name, args=args)


def absolute(path: str) -> str:
    """The address of a page as others use it: SITE_URL is its one source, whoever asks."""
    return f"{settings.SITE_URL}{path}"
