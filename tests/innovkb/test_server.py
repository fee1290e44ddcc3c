"""The server itself: slow clients, and processes that die."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from innovkb import asgi
from innovkb.frame.gate import LARGEST_BODY

ROOT = Path(__file__).resolve().parents[2]
HEAD = b"Host: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"


class Site:
    """A server of its own, with two processes."""

    def __init__(self, database: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.environment = {
            **os.environ, "DATABASE_URL": database, "DEBUG": "1",
            "PORT": str(self.port), "PYTHONWARNINGS": "ignore",
        }  # fmt: skip
        self.process = subprocess.Popen(
            [sys.executable, "-m", "innovkb.serve"],
            cwd=ROOT, env=self.environment, start_new_session=True,
        )  # fmt: skip
        self.wait()

    def connect(self, request: bytes) -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=20)
        connection.sendall(request)
        return connection

    def get(self, path: str) -> bytes:
        """The first line of the answer."""
        request = f"GET {path} HTTP/1.1\r\nConnection: close\r\n".encode() + HEAD + b"\r\n"
        with self.connect(request) as connection:
            return connection.makefile("rb").readline().strip()

    def wait(self) -> None:
        for _ in range(300):
            try:
                if self.get("/robots.txt"):
                    return
            except OSError:
                pass
            time.sleep(0.1)
        raise AssertionError("The server does not answer.")

    def workers(self) -> list[int]:
        task = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        names = {int(one): Path(f"/proc/{one}/cmdline") for one in task.read_text().split()}
        return [pid for pid, name in names.items() if b"tracker" not in name.read_bytes()]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, migrated: Any) -> Iterator[Site]:
    site = Site(migrated(tmp_path_factory.mktemp("site") / "site.sqlite3"))
    yield site
    os.killpg(site.process.pid, signal.SIGKILL)  # it would wait for clients that read nothing
    site.process.wait(timeout=60)


def test_clients_that_send_a_byte_of_a_form_keep_nobody_waiting(site: Site) -> None:
    with ExitStack() as open_connections:
        for _ in range(100):
            slow = site.connect(b"POST /weergave/ HTTP/1.1\r\nContent-Length: 500\r\n" + HEAD)
            open_connections.enter_context(slow)
            slow.sendall(b"\r\nw")
        assert site.get("/robots.txt") == b"HTTP/1.1 200 OK"
        assert site.get("/tips/") == b"HTTP/1.1 200 OK"


def test_clients_that_read_nothing_keep_nobody_waiting(site: Site) -> None:
    with ExitStack() as open_connections:
        for _ in range(100):
            request = b"GET /tips/ HTTP/1.1\r\n" + HEAD + b"\r\n"
            open_connections.enter_context(site.connect(request * 20))
        assert site.get("/barrieres/") == b"HTTP/1.1 200 OK"


def test_six_hundred_megabytes_are_refused_before_they_are_sent(site: Site) -> None:
    head = b"POST /weergave/ HTTP/1.1\r\nContent-Length: 600000000\r\nCookie: sessionid=x\r\n"
    with site.connect(head + HEAD + b"\r\n") as connection:
        assert connection.recv(12) == b"HTTP/1.1 413"


@pytest.mark.skipif(sys.platform != "linux", reason="finds the processes as Linux shows them")
def test_a_process_that_dies_is_replaced_and_the_site_goes_on(site: Site) -> None:
    before = site.workers()
    assert len(before) == 2
    os.kill(before[0], signal.SIGKILL)
    site.wait()
    for _ in range(100):
        after = site.workers()
        if len(after) == 2 and before[0] not in after:
            break
        time.sleep(0.1)
    assert (len(after), before[0] in after, before[1] in after) == (2, False, True)
    assert site.get("/tips/") == b"HTTP/1.1 200 OK"


def test_a_form_that_is_sent_arrives_and_a_wrong_encoding_is_refused(site: Site) -> None:
    form = b"weergave=donker&terug=/tips/"
    head = f"POST /weergave/ HTTP/1.1\r\nContent-Length: {len(form)}\r\n".encode()
    with site.connect(head + HEAD + b"\r\n" + form) as connection:
        answer = connection.recv(65_536).lower()
    assert answer.startswith(b"http/1.1 303")
    assert b"weergave=donker" in answer
    odd = b"GET /tips/?a=b HTTP/1.1\r\nContent-Type: x; charset=zlib\r\nHost: 127.0.0.1\r\n\r\n"
    with site.connect(odd) as connection:
        assert connection.recv(65_536).startswith(b"HTTP/1.1 400")


class Client:
    """Calls the application as a server would, without one."""

    def __init__(self, *parts: bytes, length: int | None = None, path: str = "/weergave/") -> None:
        self.parts = list(parts)
        self.sent: list[Any] = []
        headers = [(b"host", b"127.0.0.1"), (b"x_forwarded_for", b"6.6.6.6")]
        if length is not None:
            headers.append((b"content-length", str(length).encode()))
        self.scope = {
            "type": "http", "method": "POST", "path": path, "query_string": b"", "headers": headers,
            "http_version": "1.1", "client": ("192.0.2.1", 5),
        }  # fmt: skip

    async def receive(self) -> Any:
        if not self.parts:
            await asyncio.sleep(60)
        part = self.parts.pop(0)
        return {"type": "http.request", "body": part, "more_body": part != b""}

    async def send(self, message: Any) -> None:
        self.sent.append(message)

    def status(self) -> int:
        # A thread has no event loop yet; that of the tests may be driving a browser.
        with ThreadPoolExecutor(1) as thread:
            answer = asgi.application(self.scope, self.receive, self.send)
            thread.submit(asyncio.run, answer).result()
        status: int = self.sent[0]["status"]
        return status


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What reaches Django: environment and body."""
    seen: list[Any] = []

    def application(environ: Any, start: Any) -> list[bytes]:
        seen.append((environ, environ["wsgi.input"].read()))
        start("200 OK", [])
        return [b"ok"]

    monkeypatch.setattr(asgi, "wsgi", application)
    monkeypatch.setattr(asgi, "PATIENCE", 0.05 - LARGEST_BODY / asgi.SLOWEST)
    return seen


def test_a_body_comes_whole_and_says_its_true_length(answered: list[Any]) -> None:
    client = Client(b"wat", b"je", b"typte", b"")
    client.scope["headers"].append((b"transfer-encoding", b"chunked"))  # type: ignore[attr-defined]
    assert client.status() == 200
    environ, body = answered[0]
    assert (body, environ["CONTENT_LENGTH"], environ["REMOTE_ADDR"]) == (
        b"watjetypte", "10", "192.0.2.1",
    )  # fmt: skip
    assert {"HTTP_TRANSFER_ENCODING", "HTTP_X_FORWARDED_FOR"} & environ.keys() == set()


@pytest.mark.parametrize(
    ("client", "status"),
    [
        (Client(b"a", length=10), 408),
        (Client(), 408),
        (Client(*[b"x" * 60_000] * 3, length=10), 413),
    ],
)
def test_a_body_that_does_not_come_or_goes_on_never_reaches_django(
    answered: list[Any], client: Client, status: int
) -> None:
    assert client.status() == status
    assert answered == []


@pytest.mark.django_db(transaction=True)
def test_a_large_body_is_refused_by_the_gate_before_it_is_asked_for(answered: list[Any]) -> None:
    for path in ("/weergave/", "/redactie/nieuw/"):
        client = Client(b"never read", length=LARGEST_BODY + 1, path=path)
        assert client.status() == 413
        assert client.parts == [b"never read"]
        assert "Dit is te veel" in client.sent[1]["body"].decode()
        names = {name.lower() for name, _ in client.sent[0]["headers"]}
        assert {b"content-security-policy", b"permissions-policy", b"cache-control"} <= names
    assert answered == []
