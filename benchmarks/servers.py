"""What servers do with this site: how much each page costs, and what slow clients cost others.

    make setup && pip install gunicorn waitress uvicorn && python -m benchmarks.servers [NAME …]

Each server runs the site with two processes (waitress has one). First a page that is kept, a static
file and a page made anew are asked for by eight connections: requests a second, and processor time
of the server for each, which a busy machine hardly changes. Then SLOW clients send one byte of a
form a second, and as many read a page a byte at a time, while an ordinary visitor asks for a page:
the milliseconds it waits, at the middle and for the slowest in a hundred. Only this machine is
asked anything. A server that isn't installed is left out.
"""

import asyncio
import importlib.util
import os
import signal
import socket
import statistics
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

SLOW = 200
SECONDS = 6.0
PORT = 8797
KEPT, STATIC, ANEW = "/tips/", "/static/css/site.css", "/tips/?niet-bewaard=1"
_GRANIAN = ["granian", "--host", "127.0.0.1", "--port", str(PORT), "--workers", "2", "--no-ws"]
_WSGI, _ASGI = "innovkb.wsgi:application", "innovkb.asgi:application"
SERVERS = {
    "granian asgi": [*_GRANIAN, "--interface", "asgi", _ASGI],
    "granian wsgi, 1 thread": [*_GRANIAN, "--interface", "wsgi", "--blocking-threads", "1", _WSGI],
    "granian wsgi, 64": [*_GRANIAN, "--interface", "wsgi", "--blocking-threads", "64", _WSGI],
    "gunicorn gthread": ["gunicorn", "-w", "2", "-k", "gthread", "--threads", "4", "-b",
                         f"127.0.0.1:{PORT}", _WSGI],
    "uvicorn": ["uvicorn", "--workers", "2", "--port", str(PORT), _ASGI],
    "waitress": ["waitress", f"--listen=127.0.0.1:{PORT}", "--threads=4", _WSGI],
}  # fmt: skip


def processes(pid: int) -> list[int]:
    """The process and all that it started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in processes(int(child)))]


def processor_time(pid: int) -> float:
    """Milliseconds that the server has taken until now."""
    ticks = 0
    for one in processes(pid):
        with suppress(OSError):
            fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks * 1000 / os.sysconf("SC_CLK_TCK")


def ask(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode()


async def read(reader: asyncio.StreamReader) -> None:
    """One answer, whole."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    if not head.startswith(b"http/1.1 200"):
        raise SystemExit(f"The server says {head[:40]!r}.")
    length = int(head.partition(b"content-length:")[2].split(b"\r\n")[0])
    await reader.readexactly(length)


async def load(path: str, until: float) -> int:
    """Asks again and again over one connection; returns how often."""
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    count = 0
    while time.monotonic() < until:
        writer.write(ask(path))
        await read(reader)
        count += 1
    writer.close()
    return count


async def cost(pid: int, path: str) -> tuple[float, float]:
    """Requests a second, and milliseconds of the server's processors for each."""
    await load(path, time.monotonic() + 1)
    before, start = processor_time(pid), time.monotonic()
    counts = await asyncio.gather(*(load(path, start + SECONDS) for _ in range(8)))
    total = sum(counts)
    return total / (time.monotonic() - start), (processor_time(pid) - before) / total


async def slow_sender() -> None:
    with suppress(OSError):
        _, writer = await asyncio.open_connection("127.0.0.1", PORT)
        writer.write(b"POST /weergave/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000\r\n"
                     b"Content-Type: application/x-www-form-urlencoded\r\n\r\n")  # fmt: skip
        while True:
            writer.write(b"a")
            await writer.drain()
            await asyncio.sleep(1)


async def slow_reader() -> None:
    """Asks for a large page often, with a tiny window, and takes a byte a second."""
    loop = asyncio.get_running_loop()
    with socket.socket() as connection, suppress(OSError):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        connection.settimeout(0)  # for the loop alone
        await loop.sock_connect(connection, ("127.0.0.1", PORT))
        await loop.sock_sendall(connection, ask("/export/citaten.json") * 3)
        while True:
            await loop.sock_recv(connection, 1)
            await asyncio.sleep(1)


async def visitor() -> list[float]:
    """The milliseconds that an ordinary visitor waits, each time on a new connection."""
    waits = []
    until = time.monotonic() + 3 * SECONDS
    while time.monotonic() < until:
        start = time.monotonic()
        try:
            async with asyncio.timeout(10):
                reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
                writer.write(ask(KEPT))
                await read(reader)
                writer.close()
        except (TimeoutError, OSError):
            pass
        waits.append((time.monotonic() - start) * 1000)
        await asyncio.sleep(0.02)
    return waits


async def under_attack() -> tuple[float, float]:
    """Milliseconds: the median wait, and that of the slowest in a hundred."""
    attack = [asyncio.create_task(one()) for one in (slow_sender, slow_reader) for _ in range(SLOW)]
    await asyncio.sleep(2)
    waits = await visitor()
    for task in attack:
        task.cancel()
    await asyncio.gather(*attack, return_exceptions=True)
    return statistics.median(waits), sorted(waits)[int(len(waits) * 0.99)]


def ready() -> bool:
    for _ in range(200):
        try:
            with socket.create_connection(("127.0.0.1", PORT), timeout=5) as connection:
                connection.sendall(ask(KEPT))
                return bool(connection.recv(1))
        except OSError:
            time.sleep(0.2)
    return False


def measure(name: str, command: list[str]) -> None:
    server = subprocess.Popen(
        [sys.executable, "-m", *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        if not ready():
            print(f"{name:24} does not answer")
            return
        cells = []
        for path in (KEPT, STATIC, ANEW):
            rate, milliseconds = asyncio.run(cost(server.pid, path))
            cells.append(f"{rate:7.0f}/s {milliseconds:6.2f} ms")
        median, slowest = asyncio.run(under_attack())
        print(f"{name:24} {'  '.join(cells)}   {median:7.0f} {slowest:7.0f}", flush=True)
    finally:
        server.send_signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            server.wait(10)
        server.kill()


def main() -> None:
    print(f"{'':24} {'kept':^17}  {'static':^17}  {'anew':^17}   waits: median, p99 (ms)")
    for name, command in SERVERS.items():
        asked = not sys.argv[1:] or any(word in name for word in sys.argv[1:])
        if asked and importlib.util.find_spec(command[0]):
            measure(name, command)


if __name__ == "__main__":
    main()
