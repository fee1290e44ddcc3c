"""Reads a file in a process of its own, which is ended when it takes too much time or memory.

A file can be made so that the libraries that open it never finish: 18 kB can take gigabytes. The
process gets the file on its standard input and answers with one object of JSON; it is given
nothing else, and nothing that it did to itself reaches the server.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from pathlib import Path, PurePath
from typing import Any

from .source import ReadText, UnreadableSource

logger = logging.getLogger(__name__)

SECONDS = 30
MEGABYTES = 512
"""Of address space, the libraries included."""
AT_ONCE = {".txt", ".text", ".md", ".markdown"}
"""Plain text is decoded and no more: that takes no time worth a process."""

_ROOT = Path(__file__).resolve().parents[3]
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SYSTEMROOT")
"""Of the environment; no key or password is among them."""

_TOO_MUCH = (
    f"Dit bestand is te ingewikkeld: het lezen duurde langer dan {SECONDS} seconden of nam te veel "
    "geheugen. Knip het in delen, of plak alleen de tekst."
)


def read_upload(name: str, data: bytes) -> ReadText:
    """As ``innovkb.ingest.read.read_upload``, within the bounds."""
    from innovkb.ingest import read

    if PurePath(name).suffix.lower() in AT_ONCE or len(data) > read.MAX_UPLOAD_BYTES:
        return read.read_upload(name, data)
    return _ask("upload", PurePath(name).name, data)


def read_paste(plain: str, html: str = "") -> ReadText:
    """As ``innovkb.ingest.read.read_paste``, within the bounds."""
    from innovkb.ingest import read

    if not html.strip():
        return read.read_paste(plain)
    return _ask("paste", plain, html.encode("utf-8", "replace"))


def _ask(what: str, name: str, data: bytes) -> ReadText:
    command = [sys.executable, "-m", "innovkb.ingest.read.apart", str(SECONDS), str(MEGABYTES)]
    head = json.dumps([what, name]).encode()
    environment = {key: os.environ[key] for key in _PASSED_ON if key in os.environ}
    try:
        done = subprocess.run(  # noqa: S603 – our own module, with two numbers
            command, input=head + b"\n" + data, capture_output=True, timeout=SECONDS, check=True,
            cwd=_ROOT, env=environment,
        )  # fmt: skip
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        last = (error.stderr or b"").decode(errors="replace").strip().rpartition("\n")[2]
        logger.warning("A file could not be read: %s %s", error, last)
        raise UnreadableSource(_TOO_MUCH) from error
    answer = json.loads(done.stdout)
    if "text" not in answer:
        raise UnreadableSource(answer["problem"])
    return ReadText(str(answer["text"]), tuple(map(str, answer["warnings"])))


def _answer() -> dict[str, Any]:
    """What the process found: a text, or in Dutch why there is none."""
    from innovkb.ingest import read

    what, name = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    try:
        if what == "upload":
            found = read.read_upload(name, data)
        else:
            found = read.read_paste(name, data.decode())
    except (MemoryError, RecursionError):
        return {"problem": _TOO_MUCH}
    except UnreadableSource as error:
        is_bound = isinstance(error.__cause__, MemoryError | RecursionError)
        return {"problem": _TOO_MUCH if is_bound else str(error)}
    return {"text": found.text, "warnings": found.warnings}


def _limit(seconds: int, megabytes: int) -> None:
    """Lets the system itself end this process; where it can't, the one that waits does."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024 * 1024,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _limit(int(sys.argv[1]), int(sys.argv[2]))
    json.dump(_answer(), sys.stdout)
