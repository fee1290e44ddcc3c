"""Keeps public pages, compressed, until anything that they may show changes.

A public page is the same for everybody: it depends on its address and on light or dark, never on
who looks. The version of the content is part of a page's key, so a change is seen at once.
"""

import re
from collections.abc import Callable
from hashlib import sha256
from time import monotonic
from typing import Any
from urllib.parse import unquote_plus

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import Error as AnyDatabaseError
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

from innovkb.frame.display import display_mode
from innovkb.frame.page_store import KeptPage, PageStore
from innovkb.search.index.due import follow_due
from innovkb.search.models import SearchState

LARGEST = 500_000
"""Bytes; what is larger, such as a whole export, is made anew every time."""
PLAIN_SHARE = 0.75
"""Of the memory: for addresses without a question mark. There are only so many of those, so
whatever strangers ask, it pushes out none of them."""

PARAMETERS = frozenset(
    "a b fase groep jaar k knoop land letterlijk limit naam naar organisatie page page_size pagina "
    "q reeks soort spreker stap thema zijdelings".split()
)
"""What pages read from an address. A page with any other name in its address is not kept."""
_TRACKERS = ("utm_", "mc_", "mtm_", "pk_")
_TRACKER_NAMES = {"fbclid", "gclid", "msclkid", "ref"}
"""What newsletters and networks add; no page reads it, and it may tell who clicked."""

_DEPENDS_ON = {"accept-encoding", "cookie"}
_ASK_AGAIN = 1.0
"""Seconds for which the version is taken to be the same when the database can't tell."""
_STATE = f"SELECT version, due FROM {SearchState._meta.db_table} ORDER BY id LIMIT 1"  # noqa: S608
_INDENT = re.compile(rb"\n\s+")
_SPACE_COUNTS = re.compile(rb"<(?:pre|textarea)\b")
_Respond = Callable[[HttpRequest], HttpResponse]

PLAIN = PageStore(int(settings.PAGE_CACHE_MB * 1_000_000 * PLAIN_SHARE))
ASKED = PageStore(int(settings.PAGE_CACHE_MB * 1_000_000 * (1 - PLAIN_SHARE)))


class PageCache:
    """Answers from what is kept, and with 304 when the browser has the page already.

    Editors, who have a session, pass by it.
    """

    def __init__(self, get_response: _Respond) -> None:
        if not settings.PAGE_CACHE_SECONDS:
            raise MiddlewareNotUsed("PAGE_CACHE_SECONDS is 0.")
        self._respond = get_response
        # Compression is safe here: who has no session gets nothing secret but the token of a form,
        # which Django masks anew, and pads the page, each time.
        self._gzip = GZipMiddleware(get_response)
        self._version: str | None = None
        self._ask_again = 0.0
        self._row: Any = None
        self._state: SearchState | None = None

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "GET" or settings.SESSION_COOKIE_NAME in request.COOKIES:
            return self._respond(request)
        query = _known_query(request.META.get("QUERY_STRING", ""))
        version = self._content_version() if query is not None else None
        if query is None or version is None:
            return self._respond(request)
        request.META["QUERY_STRING"] = query
        store, key = (ASKED if query else PLAIN), _key(request, version)
        page = store.get(key)
        if page is None:
            with store.making(key):
                page = store.get(key)
                if page is None:
                    response = self._respond(request)
                    if response.get("Content-Type", "").startswith("image/"):
                        return response  # is compressed, and kept where it was drawn
                    if not _is_public(response):
                        self._gzip.process_response(request, response)
                        return response
                    page = self._finish(request, response)
                    store.keep(key, page)
        response = page.response()
        return get_conditional_response(request, response["ETag"], response=response) or response

    def _finish(self, request: HttpRequest, response: HttpResponse) -> KeptPage:
        """Compresses the page, and lets browsers keep it as long as they ask whether it changed."""
        if response.get("Content-Type", "").startswith("text/html"):
            response.content = _without_indent(response.content)
            response.headers["Content-Length"] = str(len(response.content))
        self._gzip.process_response(request, response)
        response["ETag"] = f'"{sha256(response.content).hexdigest()[:32]}"'
        patch_vary_headers(response, ["Cookie"])
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, no_cache=True)
        until = monotonic() + settings.PAGE_CACHE_SECONDS
        return KeptPage(dict(response.items()), response.content, until)

    def _content_version(self) -> str | None:
        """Changes with everything that is public; None when nothing can be kept.

        While the database is away, what is kept is served on: nobody can change it either.
        """
        if monotonic() < self._ask_again:
            return self._version
        try:
            with connection.cursor() as cursor:
                cursor.execute(_STATE)
                row = cursor.fetchone()
        except AnyDatabaseError:
            self._ask_again = monotonic() + _ASK_AGAIN
            return self._version
        if row != self._row:  # reading it as an object would take longer than all the rest
            self._row, self._state = row, SearchState.objects.first()
        state = self._state
        if row is None or state is None:
            return None
        self._version = state.version
        if state.due is not None and state.due <= timezone.now():
            follow_due(state)
            self._version += f" {state.due.isoformat()}"  # pages show it already, by its time
        return self._version


def _without_indent(page: bytes) -> bytes:
    """HTML without the empty lines and the indentation that templates leave: 4 to 8 % of a page."""
    return page if _SPACE_COUNTS.search(page) else _INDENT.sub(b"\n", page)


def _known_query(raw: str) -> str | None:
    """The part of an address after the question mark, in one order and without what tells who
    clicked; None when it holds a name that no page reads, and so is none to keep a page for."""
    fields = []
    for field in filter(None, raw.split("&")):
        name = unquote_plus(field.partition("=")[0])
        if name.startswith(_TRACKERS) or name in _TRACKER_NAMES:
            continue
        if name not in PARAMETERS:
            return None
        fields.append((name, field))
    return "&".join(field for _, field in sorted(fields, key=lambda one: one[0]))


def _key(request: HttpRequest, version: str) -> str:
    """What the answer depends on."""
    parts = (
        version,
        timezone.localdate().isoformat(),
        request.scheme,
        request.META.get("HTTP_HOST", ""),
        request.get_full_path(),
        display_mode(request),
        "gzip" if "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "") else "",
    )
    return sha256("\0".join(str(part) for part in parts).encode()).hexdigest()


def _is_public(response: HttpResponse) -> bool:
    """Whether everybody may have this answer."""
    control = response.get("Cache-Control", "")
    varies = {name.strip().lower() for name in response.get("Vary", "").split(",") if name.strip()}
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "no-store" not in control
        and "private" not in control
        and varies <= _DEPENDS_ON
        and len(response.content) <= LARGEST
    )
