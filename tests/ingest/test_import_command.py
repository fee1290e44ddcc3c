"""``manage.py import_writeup``: the road without a browser."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError

from innovkb.ingest.models import ImportDraft
from practices.models import Tip
from sessions.excerpts import all_items, broken_excerpts
from sessions.models import WriteUp

Run = Callable[..., str]


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
    sure = {
        name: [one for one in found[name] if one.get("tier") != "possible"]
        for name in ("quotes", "tips", "barriers")
    }
    assert [len(rows) for rows in sure.values()] == [2, 3, 2]
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
