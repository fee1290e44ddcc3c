"""Where a process keeps finished pages: in memory, bounded in bytes, the least used goes first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from time import monotonic

from django.http import HttpResponse

OVERHEAD = 1_000
"""Bytes that a page takes besides its body, roughly."""
LONGEST_WAIT = 2
"""Seconds for which a thread waits for another that makes the same page."""


@dataclass(frozen=True, slots=True)
class KeptPage:
    """An answer, with nothing of the request that it was made for."""

    headers: dict[str, str]
    body: bytes
    kept_until: float
    """On the clock of ``monotonic``."""

    @property
    def size(self) -> int:
        """Bytes of memory, roughly."""
        return len(self.body) + OVERHEAD

    def response(self) -> HttpResponse:
        response = HttpResponse(self.body)
        response.headers._store.clear()  # its own content type, which every page brings
        for name, value in self.headers.items():
            response.headers._store[name.lower()] = (name, value)
        return response


class PageStore:
    """Pages by their keys. ``most`` is in bytes; a single page may take a tenth of them."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.size = 0
        self._pages: OrderedDict[str, KeptPage] = OrderedDict()
        self._making: dict[str, Lock] = {}
        self._lock = Lock()

    def get(self, key: str) -> KeptPage | None:
        with self._lock:
            page = self._pages.get(key)
            if page is None:
                return None
            if page.kept_until < monotonic():
                self._drop(key)
                return None
            self._pages.move_to_end(key)
            return page

    def keep(self, key: str, page: KeptPage) -> None:
        if page.size > self.most // 10:
            return
        with self._lock:
            self._drop(key)
            self._pages[key] = page
            self.size += page.size
            while self.size > self.most:
                self._drop(next(iter(self._pages)))

    def __len__(self) -> int:
        return len(self._pages)

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()
            self.size = 0

    @contextmanager
    def making(self, key: str) -> Iterator[None]:
        """One thread makes a page; the others wait a moment, and most will find it kept."""
        with self._lock:
            lock = self._making.setdefault(key, Lock())
        ours = lock.acquire(timeout=LONGEST_WAIT)
        try:
            yield
        finally:
            if ours:
                with self._lock:
                    self._making.pop(key, None)
                lock.release()

    def _drop(self, key: str) -> None:
        page = self._pages.pop(key, None)
        if page is not None:
            self.size -= page.size
