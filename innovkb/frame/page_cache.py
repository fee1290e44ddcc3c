"""Keeps public pages, compressed, until anything that they may show changes.

A public page is the same for everybody: it depends on its address and on light or dark, never on
who looks. The version of the content is part of a page's key, so a change is seen at once.
"""

from collections.abc import Callable
from hashlib import sha256

from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

from innovkb.frame.display import display_mode
from innovkb.search.models import SearchState

LARGEST = 500_000
"""Bytes; what is larger, such as a whole export, is made anew every time."""

_DEPENDS_ON = {"accept-encoding", "cookie"}
_Respond = Callable[[HttpRequest], HttpResponse]


class PageCache:
    """Answers from the cache ``pages``, and with 304 when the browser has the page already.

    Editors, who have a session, pass by it.
    """

    def __init__(self, get_response: _Respond) -> None:
        if not settings.PAGE_CACHE_SECONDS:
            raise MiddlewareNotUsed("PAGE_CACHE_SECONDS is 0.")
        self._respond = get_response
        # Compression is safe here: what is kept has no cookie, and so nothing secret.
        self._gzip = GZipMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = _key(request)
        if key is None:
            return self._respond(request)
        page = caches["pages"].get(key)
        if page is None:
            page = self._respond(request)
            if not _is_public(page):
                return page
            self._finish(request, page)
            caches["pages"].set(key, page, settings.PAGE_CACHE_SECONDS)
        return get_conditional_response(request, etag=page["ETag"], response=page) or page

    def _finish(self, request: HttpRequest, page: HttpResponse) -> None:
        """Compresses the page, and lets browsers keep it as long as they ask whether it changed."""
        self._gzip.process_response(request, page)
        page["ETag"] = f'"{sha256(page.content).hexdigest()[:32]}"'
        patch_vary_headers(page, ["Cookie"])
        if not page.has_header("Cache-Control"):
            patch_cache_control(page, no_cache=True)


def _key(request: HttpRequest) -> str | None:
    """What the answer depends on; None when it may not come from the cache."""
    if request.method != "GET" or settings.SESSION_COOKIE_NAME in request.COOKIES:
        return None
    version = _content_version()
    if version is None:
        return None
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


def _content_version() -> str | None:
    """Changes with everything that is public; None from when a planned write-up is due."""
    state = SearchState.objects.values_list("version", "due").first()
    if state is None:
        return None
    version, due = state
    return None if due and due <= timezone.now() else version


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
