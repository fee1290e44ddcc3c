"""Writes that a visitor waits for: they wait for others a moment, not the twenty seconds that an
editor's do."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

SECONDS = 2.0


@contextmanager
def impatient(seconds: float = SECONDS) -> Iterator[None]:
    """A transaction that waits at most so long for a lock; raises OperationalError after that."""
    milliseconds = int(seconds * 1000)
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [f"{milliseconds}ms"])
            yield
        return
    with connection.cursor() as cursor:
        (usual,) = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {milliseconds}")
    try:
        with transaction.atomic():
            yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {int(usual)}")
