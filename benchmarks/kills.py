"""Kills what changes the database, at random moments, and looks at what is left.

    make setup && .venv/bin/python -m benchmarks.kills [--times 100] [--seed 1] [--only NAME …]
                                                       [--database sqlite|postgresql]

Each time a copy of one database with all content is given to one command, which gets SIGKILL after
a random part of the time that it takes. What is in the tables then has to be what was before, or
what is there when nobody kills it; of ``migrate``, which does many things one after the other, that
a second one ends where the first would have. Times are taken from columns that hold one. Needs the
packages of the tests, for a PostgreSQL of its own.
"""

import argparse
import hashlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

import psycopg

from tests.databases import start_postgresql

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = {"django_session", "innovkb_tally", "sqlite_sequence", "sqlite_stat1", "sqlite_stat4"}
"""Tables that hold nothing of the site."""
STAMPS = ("timestamp", "datetime", "date")
RANDOM = {"innovkb_searchstate": {"version"}}
REPORT = """# Zo houd je een proeftuin klein

Verslag van de sessie van 3 maart 2025.

## Tips

- Begin met één afdeling. Wie met drie begint, vergadert.
- Spreek af wanneer je stopt, en met wie je dat beslist.
- Laat de uitvoering zelf vertellen wat het oplevert.
"""
_SETUP = "import django; django.setup(); from sessions.models import *; "
_TAKE_BACK = _SETUP + (
    "from sessions.publishing import unpublish; "
    "unpublish(write_up=WriteUp.objects.order_by('pk')[0], user=None)"
)
_MERGE = _SETUP + (
    "from sessions.merging import merge_speakers; a, b = Speaker.objects.order_by('pk')[:2]; "
    "merge_speakers(keep=a, other=b)"
)
COMMANDS: dict[str, list[str]] = {
    "import": ["manage.py", "import_writeup", "{folder}/verslag.md", "--publish"],
    "take back": ["-c", _TAKE_BACK],
    "merge": ["-c", _MERGE],
    "reindex": ["manage.py", "rebuild_search"],
    "restore": ["manage.py", "restore", "{folder}/site.kb", "--replace"],
    "migrate": ["manage.py", "migrate", "--verbosity", "0"],
}


class Server(Protocol):
    """Makes copies of a database and reads all of one."""

    def url(self, name: str) -> str: ...
    def copy(self, source: str, name: str) -> None: ...
    def create(self, name: str) -> None: ...
    def drop(self, name: str) -> None: ...
    def rows(self, name: str) -> Iterator[tuple[str, list[Any]]]: ...


class Sqlite:
    """Files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def url(self, name: str) -> str:
        return f"sqlite:///{self._folder / name}"

    def create(self, name: str) -> None:
        """A file comes by itself."""

    def copy(self, source: str, name: str) -> None:
        with (
            closing(sqlite3.connect(self._folder / source)) as one,
            closing(sqlite3.connect(self._folder / name)) as other,
        ):
            one.backup(other)

    def drop(self, name: str) -> None:
        for file in self._folder.glob(f"{name}*"):
            file.unlink()

    def rows(self, name: str) -> Iterator[tuple[str, list[Any]]]:
        with closing(sqlite3.connect(self._folder / name)) as opened:
            names = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            for (table,) in opened.execute(names).fetchall():
                columns = opened.execute(f'PRAGMA table_info("{table}")').fetchall()
                kept = kept_columns(table, [(one[1], one[2]) for one in columns])
                yield table, opened.execute(f'SELECT {kept} FROM "{table}"').fetchall()


class Postgresql:
    """Databases of a server that is started for this."""

    def __init__(self) -> None:
        self._address, self.stop = start_postgresql()

    def url(self, name: str) -> str:
        path, _, query = self._address.partition("?")
        return f"{path.rpartition('/')[0]}/{name}?{query}"

    def create(self, name: str) -> None:
        self._execute(f'CREATE DATABASE "{name}"')

    def copy(self, source: str, name: str) -> None:
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')

    def drop(self, name: str) -> None:
        self._execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def rows(self, name: str) -> Iterator[tuple[str, list[Any]]]:
        self._wait_until_left(name)
        with psycopg.connect(self.url(name)) as opened:
            asked = (
                "SELECT table_name, column_name, data_type FROM information_schema.columns "
                "WHERE table_schema = 'public' ORDER BY table_name, ordinal_position"
            )
            tables: dict[str, list[tuple[str, str]]] = {}
            for table, column, kind in opened.execute(asked).fetchall():
                tables.setdefault(table, []).append((column, kind))
            for table, columns in tables.items():
                kept = kept_columns(table, columns)
                yield table, opened.execute(f'SELECT {kept} FROM "{table}"'.encode()).fetchall()

    def _wait_until_left(self, name: str) -> None:
        """What was killed is still there for the server, until it looks."""
        asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s"
        with psycopg.connect(self._address, autocommit=True) as opened:
            for _ in range(600):
                if opened.execute(asked, [name]).fetchall() == [(0,)]:
                    return
                time.sleep(0.1)
        raise RuntimeError(f"Somebody stays in {name}.")

    def _execute(self, statement: str) -> None:
        with psycopg.connect(self._address, autocommit=True) as opened:
            opened.execute(statement.encode())


def kept_columns(table: str, columns: list[tuple[str, str]]) -> str:
    """The columns that are the same whenever a command runs, quoted."""
    kept = [
        name
        for name, kind in columns
        if not kind.lower().startswith(STAMPS) and name not in RANDOM.get(table, set())
    ]
    return ", ".join(f'"{name}"' for name in kept) or "NULL"


def digests(server: Server, name: str) -> dict[str, str]:
    """Of each table one for all its rows, in whatever order."""
    found = {}
    for table, rows in server.rows(name):
        if table not in LEFT_OUT:
            lines = "\n".join(sorted(map(repr, rows)))
            found[table] = f"{len(rows)} {hashlib.sha256(lines.encode()).hexdigest()}"
    return found


def start(server: Server, name: str, command: list[str], folder: Path) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "DATABASE_URL": server.url(name), "PYTHONHASHSEED": "0",
                   "DJANGO_SETTINGS_MODULE": "innovkb.settings"}  # fmt: skip
    filled = [part.replace("{folder}", str(folder)) for part in command]
    return subprocess.Popen(
        [sys.executable, *filled],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def run(server: Server, name: str, command: list[str], folder: Path) -> float:
    """Runs it to its end; the seconds that it took. What it said, if it fails."""
    began = time.monotonic()
    process = start(server, name, command, folder)
    said, _ = process.communicate()
    if process.returncode:
        raise SystemExit(f"{command} fails:\n{said.decode()}")
    return time.monotonic() - began


def sample(
    server: Server, folder: Path, what: str, moments: list[float]
) -> tuple[Counter[str], float]:
    """How often it was before, after and between; each moment is a part of the time it takes."""
    command, base = COMMANDS[what], "empty" if what == "migrate" else "base"
    server.copy(base, "after")
    before = digests(server, base)
    seconds = run(server, "after", command, folder)
    after = digests(server, "after")
    server.drop("after")
    counts: Counter[str] = Counter()
    for moment in moments:
        server.copy(base, "killed")
        process = start(server, "killed", command, folder)
        time.sleep(moment * seconds)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        found = digests(server, "killed")
        if what == "migrate" and found not in (before, after):
            run(server, "killed", command, folder)
            goes_on = digests(server, "killed") == after
            counts["went on" if goes_on else "BETWEEN"] += 1
        else:
            names = {str(before): "before", str(after): "after"}
            counts[names.get(str(found), "BETWEEN")] += 1
            if str(found) not in names:
                odd = [t for t in found if found[t] not in (before.get(t), after.get(t))]
                print(f"  {what} at {moment:.3f} of {seconds:.2f} s: {odd or 'some of each'}")
        server.drop("killed")
    return counts, seconds


def prepare(server: Server, folder: Path) -> None:
    """A database with all content, an empty one, a report to import and a backup to restore."""
    server.create("empty")
    server.create("base")
    run(server, "base", ["manage.py", "set_up"], folder)
    (folder / "verslag.md").write_text(REPORT)
    server.copy("base", "changed")  # so that restoring changes something
    run(server, "changed", COMMANDS["merge"], folder)
    run(server, "changed", ["manage.py", "backup", "{folder}/site.kb"], folder)
    server.drop("changed")


def main() -> int:
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--times", type=int, default=100)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--only", nargs="*", choices=list(COMMANDS), default=list(COMMANDS))
    asked.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    options = asked.parse_args()
    chance = random.Random(options.seed)
    folder = Path(tempfile.mkdtemp(prefix="innovkb-kills-"))
    server: Any = Sqlite(folder) if options.database == "sqlite" else Postgresql()
    wrong = 0
    try:
        prepare(server, folder)
        for number, what in enumerate(options.only):
            times = len(range(number, options.times, len(options.only)))
            moments = [chance.uniform(0.1, 1.1) for _ in range(times)]
            counts, seconds = sample(server, folder, what, moments)
            wrong += counts["BETWEEN"]
            print(f"{what:10} {seconds:5.1f} s  {dict(counts)}", flush=True)
    finally:
        if options.database == "postgresql":
            server.stop()
        shutil.rmtree(folder)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
