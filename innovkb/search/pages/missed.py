"""Keeps which queries found nothing, for the editors, and nothing about who typed them."""

import re

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from innovkb.search.models import MissedQuery

_LONGEST = 100
_MOST_ROWS = 2000
_PERSONAL = re.compile(r"@|\d{6,}|(?:\d[\s-]?){8,}")
"""Mail addresses and long numbers (telephone, citizen service number) are not kept."""


def record_missed(query: str) -> None:
    """Counts the query; leaves out what may be personal. A search never fails for it."""
    text = query.lower().strip()
    if not 2 <= len(text) <= _LONGEST or _PERSONAL.search(text):
        return
    try:
        with transaction.atomic():
            seen = MissedQuery.objects.filter(query=text)
            if seen.update(count=F("count") + 1, last_on=timezone.localdate()):
                return
            if MissedQuery.objects.count() < _MOST_ROWS:
                MissedQuery.objects.get_or_create(query=text)
    except DatabaseError:  # a read-only or busy database: the visitor's answer comes first
        return
