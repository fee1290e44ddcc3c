"""Text files and pastes."""

import pytest

from innovkb.ingest.read import UnreadableSource, read_paste, read_upload


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("één\r\ntwee\rdrie\n".encode(), "één\ntwee\ndrie\n"),
        (b"\xef\xbb\xbfmet merk", "met merk"),
        ("coöperatie “zo”".encode("utf-16"), "coöperatie “zo”"),
        ("coöperatie en zo".encode("utf-16-le"), "coöperatie en zo"),
        (b"  ruimte blijft  \n\n\n\n staan\t", "  ruimte blijft  \n\n\n\n staan\t"),
    ],
)
def test_only_line_ends_change(data: bytes, text: str) -> None:
    assert read_upload("verslag.txt", data).text == text
    assert read_upload("verslag.MD", data).text == text


def test_windows_encoding_is_read_with_a_warning() -> None:
    words = "Eén coördinator zei: ‘De financiën zijn op orde’, en dat wás zo in België."
    read = read_upload("verslag.txt", words.encode("cp1252"))
    assert read.text == words
    assert len(read.warnings) == 1


def test_a_few_broken_bytes_do_not_garble_the_rest() -> None:
    read = read_upload("a.txt", "één café, twee cafés".encode() + b" \xff\xe9 einde")
    assert read.text.startswith("één café, twee cafés")
    assert "onleesbaar" in read.warnings[0]


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("a.txt", b"", "leeg"),
        ("a.txt", b" \n\t ", "geen tekst"),
        ("a.exe", b"MZ", "Dit soort bestand"),
        ("verslag", b"tekst", "Dit soort bestand"),
        ("a.doc", b"tekst", ".docx"),
        ("a.txt", bytes(range(32)) * 50, "geen leesbare tekst"),
        ("a.md", b"x" * (5 * 1024 * 1024 + 1), "te lang"),
        ("a.pdf", b"x" * (20 * 1024 * 1024 + 1), "te groot"),
    ],
)
def test_what_cannot_be_read_is_refused_in_dutch(name: str, data: bytes, word: str) -> None:
    with pytest.raises(UnreadableSource, match=word):
        read_upload(name, data)


def test_five_megabytes_are_read() -> None:
    data = b"woord " * (5 * 1024 * 1024 // 6)
    assert len(read_upload("a.txt", data).text) == len(data)


def test_a_paste_without_rich_form_keeps_its_text() -> None:
    assert read_paste("regel\r\n- punt", "").text == "regel\n- punt"


def test_an_empty_paste_is_refused() -> None:
    with pytest.raises(UnreadableSource):
        read_paste("  ", "<p> </p>")
