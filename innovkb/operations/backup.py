"""One file with everything that can't be made again, alike for SQLite and PostgreSQL.

Lines of JSON, compressed: a head with the migrations that the tables follow; for each table its
columns and then its rows; at the end how many rows there were and a checksum of all before. The
search index and log-ins are left out: the one is made anew, the other begin anew. With a key every
block is encrypted (Fernet: AES-128-CBC with HMAC-SHA256).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from innovkb.search.index.documents import documents, next_due
from innovkb.search.index.indexing import rebuild

FORMAT = 1
LEFT_OUT = {
    "innovkb.SearchEntry", "innovkb.SearchPosting", "innovkb.SearchState", "innovkb.Tally",
    "sessions.Session",
}  # fmt: skip
_BLOCK = 1024 * 1024
_ROWS = 500
_END = "end"


class BackupError(ValueError):
    """A file is no backup, is damaged, or doesn't fit this site; the message says which."""


def write(path: Path, key: str = "") -> int:
    """Writes everything as it is at one moment, while the site goes on; returns the rows.

    The file appears under its name only when it is whole and was read back.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with snapshot():
            rows = _write_blocks(unfinished, _lines(), key)
        read_head(unfinished, key)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return rows


def read_head(path: Path, key: str = "") -> dict[str, Any]:
    """What the head of a backup says, once all of it is found sound; raises BackupError."""
    checksum, rows, head, last = hashlib.sha256(), 0, {}, {}
    for number, line in enumerate(_read_lines(path, key)):
        last = _parsed(line)
        if number == 0:
            head = last if isinstance(last, dict) else {}
            if head.get("format") != FORMAT:
                raise BackupError(f"{path.name} is not a backup of this site.")
        rows += isinstance(last, list)
        if not (isinstance(last, dict) and _END in last):
            checksum.update(line)
    expected = {_END: checksum.hexdigest(), "rows": rows}
    if last != expected:
        raise BackupError(f"{path.name} is damaged or not whole.")
    return {**head, "rows": rows}


@transaction.atomic
def restore(path: Path, key: str = "") -> int:
    """Replaces everything in the database by what the backup holds: all of it, or nothing.

    Returns the rows. Raises BackupError for a file that is damaged or of another version.
    """
    head = read_head(path, key)
    if head["migrations"] != _migrations():
        raise BackupError(
            "The backup is of another version of the site. Install that version, restore, and "
            "then migrate."
        )
    everything = [model._meta.db_table for model in _models(every=True)]
    connection.check_constraints()  # PostgreSQL empties no table whose foreign keys it has to check
    with connection.cursor() as cursor:
        for statement in connection.ops.sql_flush(no_style(), everything, allow_cascade=True):
            cursor.execute(statement)
        for model, rows in _tables(_read_lines(path, key)):
            _insert(cursor, model, rows)
        for statement in connection.ops.sequence_reset_sql(no_style(), _models(every=True)):
            cursor.execute(statement)
        cursor.execute("ANALYZE")  # or what follows is planned as for empty tables: minutes
    connection.check_constraints()
    rebuild(documents=documents, due=next_due(), progress=lambda done: None)
    return int(head["rows"])


def newest(folder: Path) -> datetime | None:
    """When the newest backup in a folder was finished."""
    times = [one.stat().st_mtime for one in folder.glob("*.kb") if one.is_file()]
    return datetime.fromtimestamp(max(times), tz=timezone.get_current_timezone()) if times else None


def _models(*, every: bool = False) -> list[type[models.Model]]:
    found = apps.get_models(include_auto_created=True)
    own = [one for one in found if one._meta.managed and not one._meta.proxy]
    return own if every else [one for one in own if one._meta.label not in LEFT_OUT]


def _migrations() -> list[list[str]]:
    return sorted(list(one) for one in MigrationRecorder(connection).applied_migrations())


@contextmanager
def snapshot() -> Iterator[None]:
    """All that is read within is of one moment; nobody waits for it."""
    isolation = " ISOLATION LEVEL REPEATABLE READ, READ ONLY"
    begin = "BEGIN" + (isolation if connection.vendor == "postgresql" else "")
    if connection.in_atomic_block:  # a test has begun one already
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(begin)
        try:
            yield
        finally:
            cursor.execute("COMMIT")


def _lines() -> Iterator[Any]:
    yield {"format": FORMAT, "made": timezone.now().isoformat(), "migrations": _migrations()}
    for model in _models():
        fields = model._meta.local_concrete_fields
        yield {"table": model._meta.label, "columns": [field.column for field in fields]}
        rows = model._base_manager.order_by("pk").values_list(*(field.attname for field in fields))
        for row in rows.iterator(_ROWS):
            yield [_plain(value) for value in row]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _write_blocks(path: Path, values: Iterable[Any], key: str) -> int:
    checksum, rows = hashlib.sha256(), 0
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        sink: Any = _Encrypting(file, Fernet(key)) if key else file
        with gzip.GzipFile(fileobj=sink, mode="wb", mtime=0) as packed:
            for value in values:
                line = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
                checksum.update(line)
                rows += isinstance(value, list)
                packed.write(line)
            packed.write(json.dumps({_END: checksum.hexdigest(), "rows": rows}).encode() + b"\n")
        if key:
            sink.finish()
        file.flush()
        os.fsync(file.fileno())
    return rows


class _Encrypting:
    """Takes bytes and writes a line of ciphertext for each block of them."""

    def __init__(self, file: Any, fernet: Fernet) -> None:
        self._file, self._fernet, self._block = file, fernet, b""

    def write(self, data: bytes) -> int:
        self._block += data
        if len(self._block) >= _BLOCK:
            self.finish()
        return len(data)

    def flush(self) -> None:
        """Nothing before a block is full."""

    def finish(self) -> None:
        self._file.write(self._fernet.encrypt(self._block) + b"\n")
        self._block = b""


def _read_lines(path: Path, key: str) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            if key:
                fernet = Fernet(key)
                source: Any = _Decrypted(fernet.decrypt(line.strip()) for line in file)
            else:
                source = file
            with gzip.GzipFile(fileobj=source, mode="rb") as packed:
                yield from packed
    except (OSError, EOFError, InvalidToken, ValueError) as error:
        if isinstance(error, BackupError):
            raise
        hint = "" if key else " If it is encrypted, BACKUP_KEY has to hold the key."
        reason = f"{type(error).__name__} {error}".strip()
        raise BackupError(f"{path.name} can't be read ({reason}).{hint}") from error


class _Decrypted:
    """Decrypted blocks, read as a file."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self._blocks, self._rest = blocks, b""

    def read(self, size: int = -1) -> bytes:
        while size < 0 or len(self._rest) < size:
            block = next(self._blocks, b"")
            if not block:
                break
            self._rest += block
        size = len(self._rest) if size < 0 else size
        given, self._rest = self._rest[:size], self._rest[size:]
        return given


def _parsed(line: bytes) -> Any:
    try:
        return json.loads(line)
    except ValueError as error:
        raise BackupError("The file holds something else than a backup.") from error


def _tables(lines: Iterable[bytes]) -> Iterator[tuple[type[models.Model], list[Any]]]:
    """Each table with some of its rows."""
    model: type[models.Model] | None = None
    rows: list[Any] = []
    for line in lines:
        value = _parsed(line)
        if isinstance(value, list):
            rows.append(value)
        if model is not None and rows and (isinstance(value, dict) or len(rows) == _ROWS):
            yield model, rows
            rows = []
        if isinstance(value, dict) and "table" in value:
            model = apps.get_model(value["table"])


def _insert(cursor: Any, model: type[models.Model], rows: list[Any]) -> None:
    """Rows as they were: no signal, no time of change, no version of it."""
    fields = model._meta.local_concrete_fields
    names = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    table = connection.ops.quote_name(model._meta.db_table)
    cursor.executemany(
        f"INSERT INTO {table} ({names}) VALUES ({places})",  # noqa: S608 – names of our own tables
        [
            [
                field.get_db_prep_save(field.to_python(value), connection)
                for field, value in zip(fields, row, strict=True)
            ]
            for row in rows
        ],
    )
