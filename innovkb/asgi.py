"""The application for a server that reads requests and writes answers without waiting.

A slow client may take minutes over a form or a page. Here a request is read whole, within bounds of
size and time, before Django sees it, and its answer leaves as a whole: a slow client holds a
connection and never a thread. Django's own ASGI handler would start a thread and a connection to
the database for every request.
"""

import asyncio
import io
import os
import sys
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import unquote_to_bytes

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "innovkb.settings")
django.setup(set_prefix=False)

# Models can be imported only now.
from innovkb.frame.gate import LARGEST_BODY, dressed, refusal  # noqa: E402
from innovkb.frame.handler import Handler, Request  # noqa: E402
from innovkb.search.ask.engine import warm_up  # noqa: E402

THREADS = 4
"""Requests that a process works on at once. Python runs one at a time; the others are for when
that one waits for the database or for a file that is read."""
PATIENCE = 20.0
"""Seconds in which a body has to be there, and more for a large one:"""
SLOWEST = 20_000
"""Bytes a second."""

_Message = dict[str, Any]
_Receive = Callable[[], Awaitable[_Message]]
_Send = Callable[[_Message], Awaitable[None]]
_Headers = list[tuple[str, str]]
_Answer = tuple[int, _Headers, bytes]

wsgi = Handler()
_threads = ThreadPoolExecutor(THREADS, thread_name_prefix="django")
_TOO_LATE: _Answer = (408, [("Connection", "close")], b"")
_TOO_LARGE: _Answer = (413, [("Connection", "close")], b"")


async def application(scope: _Message, receive: _Receive, send: _Send) -> None:
    """Answers one request."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
        return
    status, headers, content = await _answer(scope, receive)
    encoded = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    await send({"type": "http.response.start", "status": status, "headers": encoded})
    await send({"type": "http.response.body", "body": content})


async def _live(receive: _Receive, send: _Send) -> None:
    """Searches once before the first visitor comes."""
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            await asyncio.get_running_loop().run_in_executor(_threads, warm_up)
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def _answer(scope: _Message, receive: _Receive) -> _Answer:
    environ = _environ(scope)
    loop = asyncio.get_running_loop()
    if scope["method"] in {"GET", "HEAD"} and "CONTENT_LENGTH" not in environ:
        return await loop.run_in_executor(_threads, _respond, wsgi, environ)
    length = environ.get("CONTENT_LENGTH", "0")
    size = int(length) if length.isascii() and length.isdigit() else 0
    if size > LARGEST_BODY:
        refused = await loop.run_in_executor(_threads, _refusal, environ)
        if refused is not None:
            return refused
    most = max(size, LARGEST_BODY)
    try:
        async with asyncio.timeout(PATIENCE + most / SLOWEST):
            body = await _body(receive, most)
    except TimeoutError:
        return _TOO_LATE
    if body is None:
        return _TOO_LARGE
    environ |= {"CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body)}
    environ.pop("HTTP_TRANSFER_ENCODING", None)
    return await loop.run_in_executor(_threads, _respond, wsgi, environ)


async def _body(receive: _Receive, most: int) -> bytes | None:
    """All that is sent; None when it is more than was said."""
    parts, size, more = [], 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise TimeoutError
        part, more = message.get("body", b""), message.get("more_body", False)
        parts.append(part)
        size += len(part)
        if size > most:
            return None
    return b"".join(parts)


def _refusal(environ: dict[str, Any]) -> _Answer | None:
    """What the gate says of a large body, before any of it is read."""
    request = Request(environ)
    response = refusal(request)
    if response is None:
        return None
    response = dressed(request, response)
    return _respond(lambda environ, start: _started(response, start), environ)


def _started(response: Any, start: Any) -> Iterable[bytes]:
    headers = [*response.items(), ("Connection", "close")]
    start(f"{response.status_code} {response.reason_phrase}", headers)
    return list(response)


def _respond(application: Any, environ: dict[str, Any]) -> _Answer:
    started: list[Any] = []
    result = application(environ, lambda *given: started.extend(given[:2]))
    try:
        content = b"".join(result)
    finally:
        close = getattr(result, "close", None)
        if close is not None:
            close()
    status, headers = started
    return int(status[:3]), headers, content


def _environ(scope: _Message) -> dict[str, Any]:
    """The request as WSGI has it, with an empty body."""
    client, server = scope.get("client") or ("", 0), scope.get("server") or ("localhost", 80)
    path = scope.get("raw_path") or scope["path"].encode()
    environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": scope.get("root_path", ""),
        "PATH_INFO": unquote_to_bytes(path.partition(b"?")[0]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": str(server[0]),
        "SERVER_PORT": str(server[1]),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": str(client[0]),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for raw_name, raw_value in scope["headers"]:
        name = raw_name.decode("latin-1").upper()
        if "_" in name:  # would pass for the header with a hyphen
            continue
        key = name.replace("-", "_")
        key = key if key in {"CONTENT_TYPE", "CONTENT_LENGTH"} else f"HTTP_{key}"
        value = raw_value.decode("latin-1")
        joined = "; " if key == "HTTP_COOKIE" else ","
        environ[key] = f"{environ[key]}{joined}{value}" if key in environ else value
    return environ
