"""Imports by processes of their own: at the same moment, and killed halfway."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from innovkb.ingest.models import ImportDraft
from tests.databases import connect, scratch_database

ROOT = Path(__file__).resolve().parents[2]


class Site:
    """A database of its own, used by processes of their own."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.environment = {**os.environ, "DATABASE_URL": url, "PYTHONWARNINGS": "ignore"}

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def manage(self, *arguments: str) -> str:
        process = self.start(*arguments)
        printed, errors = process.communicate()
        assert process.returncode == 0, errors
        return printed

    def counts(self) -> dict[str, int]:
        """How many rows an import made, by model."""
        labels = ("innovation_sessions", "practices", "innovkb")
        models = [one for one in apps.get_models() if one._meta.app_label in labels]
        with closing(connect(self.url)) as opened:
            counted = {
                one.__name__: opened.execute(f'SELECT count(*) FROM "{one._meta.db_table}"')
                for one in models
                if one is not ImportDraft
            }
            return {name: int(cursor.fetchone()[0]) for name, cursor in counted.items()}


@pytest.fixture
def site(tmp_path: Path, migrated: Any) -> Iterator[Site]:
    with scratch_database(tmp_path) as address:
        site = Site(address)
        if address.startswith("sqlite"):
            migrated(Path(address.removeprefix("sqlite:///")))
        else:
            site.manage("migrate", "--verbosity", "0")
        yield site


@pytest.mark.own_database
def test_two_imports_at_once_and_a_killed_one_leave_a_sound_site(site: Site, file: str) -> None:
    """Killed at any moment: as before or as after. At the same moment: as one after the other."""
    site.manage("rebuild_search", "--verbosity", "0")
    empty = site.counts()
    for delay in (0.0, 0.6, 1.2, 1.8):
        process = site.start("import_writeup", file, "--publish")
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        counts = site.counts()
        assert counts == empty or counts["Tip"] == 3
    other = Path(file).with_name("ander.md")
    other.write_text(Path(file).read_text().replace("# Zo houd je een proeftuin klein", "# Ander"))
    started = [site.start("import_writeup", file, "--new") for _ in range(2)]
    started += [site.start("import_writeup", str(other), "--new", "--publish")]
    before = counts["WriteUp"]
    results = [(process.communicate()[1], process.returncode) for process in started]
    assert [code for _, code in results] == [0, 0, 0], results
    after = site.counts()
    assert after["WriteUp"] == before + 3
    assert after["Speaker"] == 2
    assert after["Tip"] == 3 * after["WriteUp"]
    site.manage("check_search")
    site.manage("check_excerpts")
