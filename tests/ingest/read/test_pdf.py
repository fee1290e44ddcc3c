"""PDFs with and without a text layer."""

import pytest

from innovkb.ingest.read import UnreadableSource, read_upload


def pdf(pages: list[list[tuple[float, float, str]]]) -> bytes:
    """A PDF of pages of (letter size, height, words)."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode())
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    for number, lines in enumerate(pages):
        stream = b"".join(
            f"BT /F1 {size} Tf 50 {top} Td (".encode()
            + words.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)")
            + b") Tj ET\n"
            for size, top, words in lines
        )
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {5 + 2 * number} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>".encode()
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    output, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(output))
        output += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return output + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, len(output))
    )


TEXT = [
    (20, 780, "Innoveren kan iedereen"),
    (11, 740, "De spreker van het departement Bestuurs- en Organisatieweten-"),
    (11, 726, "schap vertelt over de ruimte die ambtenaren nodig hebben om te"),
    (11, 712, "leren."),
    (11, 680, "Een nieuwe alinea begint na een witregel en loopt daarna gewoon"),
    (11, 666, "door op de volgende regel."),
    (11, 640, "• Een eerste punt"),
    (11, 626, "• Een tweede punt"),
]


def test_paragraphs_headings_and_lists_come_back() -> None:
    assert read_upload("a.pdf", pdf([TEXT])).text == (
        "# Innoveren kan iedereen\n\n"
        "De spreker van het departement Bestuurs- en Organisatiewetenschap vertelt over de ruimte "
        "die ambtenaren nodig hebben om te leren.\n\n"
        "Een nieuwe alinea begint na een witregel en loopt daarna gewoon door op de volgende "
        "regel.\n\n"
        "- Een eerste punt\n- Een tweede punt\n"
    )


def test_running_headers_and_page_numbers_are_left_out() -> None:
    pages = [
        [(9, 810, "Jaarboek innovatie"), (11, 700, f"Bladzijde over thema {n}."), (9, 30, str(n))]
        for n in range(1, 5)
    ]
    text = read_upload("a.pdf", pdf(pages)).text
    assert "Jaarboek" not in text
    assert "thema 4." in text
    assert "\n4\n" not in text


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"geen pdf", "beschadigd"),
        (pdf([TEXT])[:200], "beschadigd"),
        (pdf([[]]), "scan"),
        (pdf([[(8, 20, "scan 1")]] * 3), "scan"),
        (pdf([[(8, 20, "x")]] * 601), "bladzijden"),
    ],
)
def test_an_unreadable_pdf_is_refused_in_dutch(data: bytes, word: str) -> None:
    with pytest.raises(UnreadableSource, match=word):
        read_upload("verslag.pdf", data)
