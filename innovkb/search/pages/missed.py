"""Keeps which queries found nothing, for the editors, and nothing about who typed them.

No visitor waits for it: a count that can't be written at once goes with the next one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Lock

from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone

from innovkb.search.models import MissedQuery

_LONGEST = 100
MOST_ROWS = 2000
MOST_NEW_A_DAY = 200
"""New queries of one day; more than people type, so what comes on top is a flood."""
_MOST_WAITING = 100
_PERSONAL = re.compile(r"@|\d{6,}|(?:\d[\s-]?){8,}")
"""Mail addresses and long numbers (telephone, citizen service number) are not kept."""

_waiting: Counter[str] = Counter()
_lock = Lock()


def record_missed(query: str) -> None:
    """Counts the query; leaves out what may be personal. A search never fails or waits for it."""
    text = query.lower().strip()
    if not 2 <= len(text) <= _LONGEST or _PERSONAL.search(text):
        return
    with _lock:
        _waiting[text] += 1
        counts = dict(_waiting)
        _waiting.clear()
    try:
        with _without_waiting(), transaction.atomic():
            _write(counts)
    except DatabaseError:  # read-only or busy
        with _lock:
            _waiting.update(counts)
            for extra, _ in _waiting.most_common()[_MOST_WAITING:]:
                del _waiting[extra]


def _write(counts: Mapping[str, int]) -> None:
    today = timezone.localdate()
    for text, count in counts.items():
        seen = MissedQuery.objects.filter(query=text)
        if not seen.update(count=F("count") + count, last_on=today):
            _make_room()
            MissedQuery.objects.create(query=text, count=count)


def _make_room() -> None:
    """Removes a query where the list is full: of a flood one of the same day, else the rarest and
    oldest."""
    new = MissedQuery.objects.filter(count=1, last_on=timezone.localdate())
    if new.count() >= MOST_NEW_A_DAY:
        full = new.order_by("pk")
    elif MissedQuery.objects.count() >= MOST_ROWS:
        full = MissedQuery.objects.order_by("count", "last_on", "pk")
    else:
        return
    MissedQuery.objects.filter(pk__in=list(full.values_list("pk", flat=True)[:1])).delete()


@contextmanager
def _without_waiting() -> Iterator[None]:
    """Lets a write fail at once where another holds the lock, instead of waiting for it."""
    if connection.vendor != "sqlite":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '50ms'")
            yield
        return
    with connection.cursor() as cursor:
        (before,) = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {int(before)}")
