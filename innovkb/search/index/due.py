"""Brings the index up to date when a planned write-up's time has come, while nobody waits."""

import logging
from collections.abc import Callable
from threading import Lock, Thread

from django.db import Error as AnyDatabaseError
from django.db import connection

from innovkb.search.index.tracking import refresh_due
from innovkb.search.models import SearchState

logger = logging.getLogger(__name__)
_one_at_a_time = Lock()


def follow_due(state: SearchState) -> None:
    """Starts what the housekeeping command does as well, unless this process is at it already.

    Pages show a write-up from its time on by themselves; the index follows within a second.
    """
    if _one_at_a_time.acquire(blocking=False):
        _in_background(lambda: _follow(state))


def _in_background(work: Callable[[], None]) -> None:
    def run() -> None:
        try:
            work()
        finally:
            connection.close()  # that of the thread

    Thread(target=run, daemon=True).start()


def _follow(state: SearchState) -> None:
    try:
        refresh_due(state)
    except AnyDatabaseError:
        logger.warning("The index could not be brought up to date now; it is tried again.")
    finally:
        _one_at_a_time.release()
