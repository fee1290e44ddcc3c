"""A database of version 1.0 migrates and loses nothing.

``version-1.0.json.gz`` holds every row of a site that was used: its content, a published and an
unpublished import, an open draft with a decision, corrections, a redirect, versions, an editor.
"""

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.databases import connect, scratch_database

ROOT = Path(__file__).resolve().parents[2]
TARGETS = (
    ("innovkb", "0005"), ("innovation_sessions", "0003"), ("practices", "0001"),
    ("admin",), ("taggit",), ("sessions",),
)  # fmt: skip
TO_VERSION_1 = f"""
from django.core.management import call_command
for target in {TARGETS}:
    call_command("migrate", *target, verbosity=0)
"""
MADE_BY_MIGRATIONS = {"auth_group", "django_migrations"}
MOVED = {("innovkb_synonymgroup", "synonyms"): "related"}
"""Columns whose values a migration put in another column of the same table."""

Rows = dict[str, dict[str, Any]]


@pytest.fixture
def old_rows() -> Rows:
    rows: Rows = json.loads(
        gzip.decompress((Path(__file__).parent / "version-1.0.json.gz").read_bytes())
    )
    return {table: value for table, value in rows.items() if table not in MADE_BY_MIGRATIONS}


@pytest.fixture
def address(db: None, tmp_path: Path) -> Iterator[str]:
    """Of an empty database."""
    with scratch_database(tmp_path) as made:
        yield made


def manage(address: str, *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments, "--verbosity", "0"],
        cwd=ROOT, env={**os.environ, "DATABASE_URL": address},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def load(address: str, rows: Rows) -> None:
    mark = "?" if address.startswith("sqlite") else "%s"
    with connect(address) as opened:
        for table, value in rows.items():
            columns = ", ".join(f'"{name}"' for name in value["columns"])
            marks = ", ".join([mark] * len(value["columns"]))
            texts = [
                [str(int(v)) if isinstance(v, bool) else v if v is None else str(v) for v in row]
                for row in value["rows"]
            ]
            opened.cursor().executemany(
                f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', texts
            )
            if mark == "%s" and value["columns"][0] == "id":
                opened.execute(
                    f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) "
                    f'FROM "{table}"'
                )
        opened.commit()


def plain(value: Any) -> Any:
    """A value as both engines and the file say it."""
    if isinstance(value, bool | int):
        return str(int(value))
    if isinstance(value, date):  # a datetime too
        return value.isoformat(" ")[:19] if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\d \d\d:", value):
        return value[:19]
    if isinstance(value, str) and value[:1] in {"[", "{"}:
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def line(row: Iterable[Any]) -> str:
    return json.dumps([plain(value) for value in row], sort_keys=True)


def kept(address: str, table: str, columns: list[str]) -> set[str]:
    """The rows of a table as they are now, in these columns."""
    names = ", ".join(f'"{name}"' for name in columns)
    with connect(address) as opened:
        if not address.startswith("sqlite"):
            opened.execute("SET TIME ZONE 'UTC'")
        return set(map(line, opened.cursor().execute(f'SELECT {names} FROM "{table}"').fetchall()))


def test_a_database_of_version_1_migrates_and_keeps_every_value(
    address: str, old_rows: Rows
) -> None:
    manage(address, "shell", "-c", TO_VERSION_1)
    load(address, old_rows)
    manage(address, "migrate")
    lost = [
        (table, row)
        for table, value in old_rows.items()
        for columns in [[MOVED.get((table, name), name) for name in value["columns"]]]
        for rows in [kept(address, table, columns)]
        for row in map(line, value["rows"])
        if row not in rows
    ]
    assert lost == []
    for table, column in MOVED:  # what moved is not there twice
        assert kept(address, table, [column]) == {line([[]])}, (table, column)
    manage(address, "rebuild_search")
    manage(address, "check_search")
