"""A backup holds everything, is known to be sound, and comes back in either database."""

import base64
import gzip
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from innovkb.operations import backup
from innovkb.search.ask.engine import search
from innovkb.search.index.tracking import all_afterwards
from innovkb.search.models import SearchState
from sessions.models import WriteUp

KEY = base64.urlsafe_b64encode(b"only-for-these-tests-of-a-backup"[:32]).decode()
ROOT = Path(__file__).resolve().parents[2]


def lines(path: Path) -> list[bytes]:
    """All but the head, which says when it was made, and the checksum of it."""
    return gzip.decompress(path.read_bytes()).splitlines()[1:-1]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "site.kb"


def test_what_was_written_comes_back_and_gives_the_same_backup(
    content: None, editor: Any, file: Path
) -> None:
    tip = WriteUp.objects.first()
    assert tip is not None
    tip.title = "‘Één’ titel\n\\N \u2028"
    tip.save()
    rows = backup.write(file)
    with all_afterwards():
        WriteUp.objects.all().delete()
    editor.delete()
    assert backup.restore(file) == rows
    again = file.with_name("again.kb")
    backup.write(again)
    assert lines(again) == lines(file)
    assert rows > 2_000
    assert search("draagvlak").total > 0
    call_command("check_search")


def test_an_encrypted_backup_comes_back_and_needs_its_key(
    make: Any, file: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr(backup, "_BLOCK", 1)  # so that a small file has several blocks too
    make.tip("Begin klein")
    rows = backup.write(file, KEY)
    assert len(file.read_bytes().splitlines()) > 1
    with pytest.raises(backup.BackupError, match="BACKUP_KEY"):
        backup.read_head(file)
    WriteUp.objects.all().delete()
    assert backup.restore(file, KEY) == rows
    again, plain = file.with_name("again.kb"), file.with_name("plain.kb")
    backup.write(again)
    plain.write_bytes(gzip.compress(b"".join(backup._read_lines(file, KEY))))
    assert lines(again) == lines(plain)


def test_restored_rows_get_new_neighbours(make: Any, file: Path) -> None:
    old = make.tip("Begin klein")
    backup.write(file)
    backup.restore(file)
    assert make.tip("Begin groot").pk > old.pk


@pytest.mark.parametrize("harm", ["cut", "changed", "swapped", "other", "empty", "missing", "key"])
def test_a_damaged_file_is_refused_and_changes_nothing(make: Any, file: Path, harm: str) -> None:
    make.tip("Begin klein")
    backup.write(file)
    make.tip("Daarna gemaakt")
    data, version = file.read_bytes(), SearchState.objects.get().version
    text = gzip.decompress(data)
    harmed = {
        "cut": data[:-200],
        "changed": gzip.compress(text.replace(b"Begin klein", b"Begin groot")),
        "swapped": gzip.compress(b"\n".join(reversed(text.split(b"\n")))),
        "other": gzip.compress(b'{"a": 1}\n[1]\n'),
        "empty": b"",
        "key": b"gAAAAA\n",
    }
    file.write_bytes(harmed[harm]) if harm in harmed else file.unlink()
    with pytest.raises(CommandError, match=r"Nothing was changed\.$"):
        call_command("restore", str(file), replace=True)
    assert SearchState.objects.get().version == version
    assert WriteUp.objects.count() == 2


def test_a_backup_of_another_version_says_what_to_do(
    make: Any, file: Path, monkeypatch: Any
) -> None:
    make.tip()
    backup.write(file)
    monkeypatch.setattr(backup, "_migrations", lambda: [["innovkb", "9999_later"]])
    with pytest.raises(CommandError, match="another version of the site"):
        call_command("restore", str(file), replace=True)


def test_content_is_not_replaced_unless_asked(make: Any, file: Path) -> None:
    make.tip()
    backup.write(file)
    with pytest.raises(CommandError, match="This database has content"):
        call_command("restore", str(file))


def test_nothing_is_left_when_writing_fails(make: Any, file: Path, monkeypatch: Any) -> None:
    make.tip()
    monkeypatch.setattr(backup, "read_head", lambda *args: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(CommandError, match="full"):
        call_command("backup", str(file))
    assert list(file.parent.iterdir()) == []


def test_a_folder_keeps_the_newest_and_the_age_of_the_last_is_told(
    make: Any, tmp_path: Path, monkeypatch: Any, capsys: Any
) -> None:
    make.tip()
    moments = [datetime(2026, 11, day, tzinfo=UTC) for day in (1, 2, 3)]
    for moment in moments:
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        call_command("backup", str(tmp_path), keep=2)
    names = sorted(one.name for one in tmp_path.iterdir())
    assert names == ["innovkb-20261102-000000.kb", "innovkb-20261103-000000.kb"]
    monkeypatch.setattr(timezone, "now", lambda: moments[-1] + timedelta(hours=30))
    call_command("backup", str(tmp_path), check=True, max_age=40)
    assert "hours old." in capsys.readouterr().out
    with pytest.raises(CommandError, match="older than 20 hours"):
        call_command("backup", str(tmp_path), check=True, max_age=20)
    assert oct((tmp_path / names[0]).stat().st_mode & 0o777) == "0o600"


def test_from_one_database_to_the_other_and_back(
    content: None, file: Path, tmp_path: Path, migrated: Any
) -> None:
    """With the suite on PostgreSQL: from there to SQLite, and back."""
    rows = backup.write(file)
    environment = {**os.environ, "DATABASE_URL": migrated(tmp_path / "other.sqlite3")}
    back = tmp_path / "back.kb"
    for command in (["restore", str(file)], ["backup", str(back)], ["check_search"]):
        done = subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
    assert lines(back) == lines(file)
    assert backup.restore(back) == rows
    assert connection.vendor in {"sqlite", "postgresql"}
