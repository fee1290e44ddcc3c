"""Files that are made to take all time and memory: refused, and the server goes on."""

import zlib
from typing import Any

import pytest

from innovkb.ingest.read import ReadText, UnreadableSource, apart, read_upload
from tests.ingest.read import test_docx, test_pdf

TOO_MUCH = "te ingewikkeld"


def docx_of_empty_runs() -> bytes:
    return test_docx.docx("<w:p>" + "<w:r/>" * 1_900_000 + "</w:p>")


def twice_deflated(megabytes: int) -> bytes:
    squeeze, million = zlib.compressobj(9), bytes(1024 * 1024)
    once = b"".join(squeeze.compress(million) for _ in range(megabytes)) + squeeze.flush()
    return zlib.compress(once, 9)


def pdf_bomb() -> bytes:
    sound = test_pdf.pdf([[(11, 700, "Hallo")]])
    stream = twice_deflated(700)
    start = sound.index(b"<</Length", sound.index(b"5 0 obj"))
    end = sound.index(b"endstream", start)
    head = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n" % len(stream)
    return sound[:start] + head + stream + b"\n" + sound[end:]


def nested_html() -> bytes:
    return (b"<table><tr><td>" * 100 + b"<i>a" * 200 + b"</td></tr></table>" * 100) * 1_300


@pytest.mark.parametrize(
    ("name", "make"),
    [("a.docx", docx_of_empty_runs), ("a.pdf", pdf_bomb), ("a.html", nested_html)],
)
def test_a_bomb_is_ended_and_the_editor_is_told(
    name: str, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "SECONDS", 5)
    with pytest.raises(UnreadableSource) as refused:
        apart.read_upload(name, make())
    assert TOO_MUCH in str(refused.value)


def test_html_of_a_paste_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 5)
    with pytest.raises(UnreadableSource) as refused:
        apart.read_paste("", nested_html().decode())
    assert TOO_MUCH in str(refused.value)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("verslag.docx", test_docx.docx(test_docx.paragraph("Gewoon doen – één keer"))),
        ("verslag.pdf", test_pdf.pdf([test_pdf.TEXT])),
        ("verslag.html", "<h1>Kop</h1><p>‘Eén’ zin</p>".encode()),
        ("verslag.txt", "Eén zin".encode("cp1252")),
    ],
)
def test_an_honest_file_reads_as_it_did(name: str, data: bytes) -> None:
    assert apart.read_upload(name, data) == read_upload(name, data)


def test_why_a_file_is_refused_is_told_in_the_same_words() -> None:
    for name, data in (("a.docx", b"geen Word"), ("a.pdf", b""), ("a.xyz", b"x"), ("a.txt", b"")):
        with pytest.raises(UnreadableSource) as here:
            read_upload(name, data)
        with pytest.raises(UnreadableSource) as there:
            apart.read_upload(name, data)
        assert str(there.value) == str(here.value)


@pytest.mark.parametrize(
    "charset", ["undefined", "zlib", "hex", "idna", "rot13", "utf-99", "utf-7"]
)
def test_a_page_may_name_any_encoding(charset: str) -> None:
    page = f"<meta charset={charset}><p>Hallo caf\xe9</p>".encode("latin-1")
    assert "Hallo caf" in read_upload("a.html", page).text


def test_the_process_is_given_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, str] = {}

    def run(command: Any, *, env: dict[str, str], **options: Any) -> Any:
        given.update(env)
        return type("Done", (), {"stdout": b'{"text": "x", "warnings": []}'})

    monkeypatch.setattr(apart.subprocess, "run", run)
    monkeypatch.setenv("SECRET_KEY", "geheim")
    assert apart.read_upload("a.html", b"<p>x</p>") == ReadText("x")
    assert {"SECRET_KEY", "DATABASE_URL"} & given.keys() == set()
