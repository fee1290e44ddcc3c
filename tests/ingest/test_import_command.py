"""``manage.py import_writeup``: the road without a browser."""

import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from innovkb.ingest.models import ImportDraft
from practices.models import Tip
from sessions.excerpts import all_items, broken_excerpts
from sessions.models import Quote, Speaker, WriteUp

ROOT = Path(__file__).resolve().parents[2]
SOURCES = (
    "ambtenaren-als-innovatoren",
    "innovatiedrempels-overwinnen",
    "nido-iedereen-kan-innoveren",
    "ric-innovatiebarometer",
    "ric-innovatieleiderschap",
)
Run = Callable[..., str]


@pytest.fixture
def run(db: None) -> Run:
    """Runs the command and returns what it prints."""

    def run_command(*arguments: str) -> str:
        printed = io.StringIO()
        call_command("import_writeup", *arguments, stdout=printed, stderr=io.StringIO())
        return printed.getvalue()

    return run_command


@pytest.fixture
def file(tmp_path: Path, report: str) -> str:
    path = tmp_path / "verslag.md"
    path.write_text(report)
    return str(path)


def test_a_dry_run_prints_one_object_and_keeps_nothing(run: Run, file: str, report: str) -> None:
    found = json.loads(run(file, "--dry-run", "--json"))
    assert found["text"] == report
    assert (found["title"], found["date"]) == ("Zo houd je een proeftuin klein", "2025-03-04")
    assert found["attendance"] == 42
    assert found["people"][0] == {
        "name": "Marit van der Zwaan",
        "role": "hoofd vernieuwing",
        "organisation": "Waterdienst Noord",
        "part": found["people"][0]["part"],
    }
    assert {"text", "start", "end", "speaker", "confidence", "reason"} <= found["quotes"][0].keys()
    assert [len(found[name]) for name in ("quotes", "tips", "barriers")] == [2, 3, 2]
    for name in ("principles", "questions", "next_sessions"):
        assert found[name] == []
    assert (ImportDraft.objects.count(), WriteUp.objects.count()) == (0, 0)


def test_offsets_count_in_the_text_with_its_line_ends_normalised(
    run: Run, tmp_path: Path, report: str
) -> None:
    path = tmp_path / "windows.txt"
    path.write_bytes(report.replace("\n", "\r\n").encode())
    found = json.loads(run(str(path), "--dry-run", "--json"))
    assert found["text"] == report
    for tip in found["tips"]:
        assert report[tip["start"] : tip["end"]] == tip["text"]


def test_without_dry_run_it_is_a_draft(run: Run, file: str) -> None:
    assert "7 nieuw" in run(file)
    write_up = WriteUp.objects.get()
    assert write_up.status == "draft"
    assert Tip.objects.filter(write_up=write_up).count() == 3


def test_with_publish_it_is_public(run: Run, file: str) -> None:
    found = json.loads(run(file, "--publish", "--json"))
    assert found["status"] == "published"
    assert WriteUp.objects.published().get().slug == found["slug"]


def test_the_same_file_twice_changes_nothing(run: Run, file: str) -> None:
    run(file)
    before = list(Tip.objects.values())
    assert "staat er al" in run(file)
    assert (WriteUp.objects.count(), list(Tip.objects.values())) == (1, before)


def test_the_same_file_may_be_published_later(run: Run, file: str) -> None:
    run(file)
    run(file, "--publish")
    assert WriteUp.objects.get().status == "published"


def test_a_changed_text_is_refused_until_you_say_what_you_want(run: Run, file: str) -> None:
    run(file)
    path = Path(file)
    path.write_text(path.read_text().replace("Vier wat je leert", "Vier wat je samen leert"))
    with pytest.raises(CommandError, match="--update zo-houd-je-een-proeftuin-klein"):
        run(file)
    assert "1 bijgewerkt" in run(file, "--update", "zo-houd-je-een-proeftuin-klein")
    assert "7 nieuw" in run(file, "--new")
    assert WriteUp.objects.count() == 2


def zipped(*names: str, size: int = 100) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, b"0" * size)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("leeg.txt", b""),
        ("wit.txt", b" \n\n\t"),
        ("groot.txt", b"Een regel tekst.\n" * 330_000),
        ("kapot.docx", b"geen zip"),
        ("hernoemd.docx", zipped("iets.txt")),
        ("bom.docx", zipped("word/document.xml", "[Content_Types].xml", size=100_000_000)),
        ("kapot.pdf", b"%PDF-1.4 en dan niets"),
        ("plaatje.png", b"\x89PNG\r\n"),
        ("binair.txt", bytes(range(32)) * 100),
        ("oud.doc", b"\xd0\xcf\x11\xe0"),
        ("zonder-einde", b"Tekst"),
    ],
)
def test_bad_input_is_one_clear_message(run: Run, tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    for options in ((), ("--dry-run", "--json")):
        with pytest.raises(CommandError) as error:
            run(str(path), *options)
        assert str(error.value).strip()
    assert (WriteUp.objects.count(), ImportDraft.objects.count()) == (0, 0)


def test_what_is_no_file_is_said_so(run: Run, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is er niet"):
        run(str(tmp_path / "nergens.txt"))
    with pytest.raises(CommandError, match="map"):
        run(str(tmp_path))
    with pytest.raises(CommandError):
        run("met\0nul.txt")


def test_an_unknown_write_up_cannot_be_updated(run: Run, file: str) -> None:
    with pytest.raises(CommandError, match="geen verslag met het adres ‘nergens’"):
        run(file, "--update", "nergens")


@pytest.mark.parametrize(
    "text",
    [
        "A report in English.\n\nTips\n\n- Start small.\n- Share what you learn.\n",
        "Un rapport en français.\n\n- Commencez petit.\n",
        "Eén regel",
        "\n".join(["# kop"] * 50),
        "“‘„«" * 500,
        "<script>alert(1)</script>\n\n- [x](javascript:alert(1))",
    ],
)
def test_any_text_gives_a_sound_result(run: Run, tmp_path: Path, text: str) -> None:
    path = tmp_path / "vreemd.txt"
    path.write_text(text)
    run(str(path))
    assert WriteUp.objects.get().title
    assert list(broken_excerpts(all_items())) == []


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("rights", ["own_words", "full_text"])
def test_a_source_becomes_a_write_up(run: Run, sources: Path, name: str, rights: str) -> None:
    call_command("rebuild_search", verbosity=0)
    run(str(sources / f"{name}.txt"), "--publish", "--rights", rights)
    write_up = WriteUp.objects.published().get()
    assert Quote.objects.filter(write_up=write_up).exists()
    assert list(broken_excerpts(all_items())) == []
    call_command("check_search", verbosity=0)


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("name", SOURCES)
def test_a_source_is_known_to_be_there(run: Run, sources: Path, name: str) -> None:
    before = set(Speaker.objects.values_list("name", flat=True))
    with pytest.raises(CommandError, match=f"--update {name}"):
        run(str(sources / f"{name}.txt"))
    assert set(Speaker.objects.values_list("name", flat=True)) == before


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("ric-innovatieleiderschap", {"Jeff Gaspersz", "Erno Bammens"}),
        ("ric-innovatiebarometer", {"Linda ter Heerdt", "Paul Iske", "Frans van Dongen"}),
        ("nido-iedereen-kan-innoveren", {"Steven Van de Walle", "Angela Hanson"}),
        ("ambtenaren-als-innovatoren", {"Pullen", "Hein Albeda", "Pauline le Rûtte"}),
        ("innovatiedrempels-overwinnen", {"Giulietta Marani"}),
    ],
)
def test_people_of_the_sources_stand_there_once(
    run: Run, sources: Path, name: str, people: set[str]
) -> None:
    run(str(sources / f"{name}.txt"))
    names = list(Speaker.objects.values_list("name", flat=True))
    assert people <= set(names)
    surnames = [one.split()[-1] for one in names]
    assert len(surnames) == len(set(surnames))


@pytest.mark.usefixtures("content")
def test_one_person_under_three_names_stays_one(run: Run, sources: Path) -> None:
    for number, name in enumerate(SOURCES, start=1):
        run(str(sources / f"{name}.txt"), "--new")
        assert WriteUp.objects.count() == 5 + number
    for surname in ("Bruijn", "Bruin", "Vries", "Collao", "Walle", "Pullen", "Staden"):
        assert Speaker.objects.filter(name__contains=surname).count() <= 1


class Site:
    """A database of its own, used by processes of their own."""

    def __init__(self, url: str) -> None:
        self.environment = {**os.environ, "DATABASE_URL": url, "PYTHONWARNINGS": "ignore"}
        self.manage("migrate", "--verbosity", "0")
        self.manage("rebuild_search", "--verbosity", "0")

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
        script = (
            "import json\n"
            "from django.apps import apps\n"
            "labels = ('innovation_sessions', 'practices', 'innovkb')\n"
            "models = [m for m in apps.get_models() if m._meta.app_label in labels]\n"
            "print(json.dumps({m.__name__: m._base_manager.count() for m in models"
            " if m.__name__ != 'ImportDraft'}))"
        )
        found: dict[str, int] = json.loads(self.manage("shell", "-v", "0", "-c", script))
        return found


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    if connection.vendor == "sqlite":
        yield Site(f"sqlite:///{tmp_path / 'site.sqlite3'}")
        return
    import psycopg

    url: Any = os.environ["DATABASE_URL"]
    with psycopg.connect(url, autocommit=True) as server:
        name = f"scratch_{os.getpid()}_{time.monotonic_ns()}"
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            path, _, query = url.partition("?")
            own = f"{path.rpartition('/')[0]}/{name}{f'?{query}' if query else ''}"
            yield Site(own)
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def test_two_imports_at_once_and_a_killed_one_leave_a_sound_site(site: Site, file: str) -> None:
    """Killed at any moment: as before or as after. At the same moment: as one after the other."""
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
