"""Word files, sound and unsound."""

import io
import zipfile

import pytest

from innovkb.ingest.read import UnreadableSource, read_upload

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
    '.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = (
    f'<?xml version="1.0"?><w:styles xmlns:w="{NAMESPACE}"><w:style w:type="paragraph" '
    'w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>'
)


def docx(body: str, **extra: bytes) -> bytes:
    document = f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("[Content_Types].xml", TYPES)
        container.writestr("_rels/.rels", RELATIONS)
        container.writestr("word/styles.xml", STYLES)
        container.writestr("word/document.xml", f'<?xml version="1.0"?>{document}')
        for name, data in extra.items():
            container.writestr(f"word/{name}.xml", data)
    return stream.getvalue()


def paragraph(text: str, style: str = "", bold: bool = False) -> str:
    kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p>{kind}<w:r>{weight}<w:t>{text}</w:t></w:r></w:p>"


def test_headings_paragraphs_and_emphasis_survive() -> None:
    body = paragraph("Kop", "Heading1") + paragraph("Tekst") + paragraph("vet", bold=True)
    assert read_upload("a.docx", docx(body)).text == "# Kop\n\nTekst\n\n**vet**\n"


def test_a_long_file_is_read_whole() -> None:
    body = "".join(paragraph(f"Alinea {number}") for number in range(2000))
    text = read_upload("a.docx", docx(body)).text
    assert text.count("Alinea") == 2000
    assert text.endswith("Alinea 1999\n")


def renamed_zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as container:
        container.writestr("foto.txt", "hallo")
    return stream.getvalue()


def understated() -> bytes:
    """A part that inflates to far more than the container declares."""
    data = bytearray(docx(paragraph("x"), zwaar=b" " * (20 * 1024 * 1024)))
    size = (20 * 1024 * 1024).to_bytes(4, "little")
    return bytes(data.replace(size, (10).to_bytes(4, "little")))


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"geen zip", "geen Word-bestand"),
        (renamed_zip(), "geen Word-bestand"),
        (docx(paragraph("x"))[:300], "beschadigd"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "wachtwoord"),
        (docx(paragraph("x"), zwaar=b" " * (20 * 1024 * 1024)), "te groot"),
        (docx("<w:p>"), "beschadigd"),
        (docx(""), "geen tekst"),
    ],
)
def test_an_unsound_file_is_refused_in_dutch(data: bytes, word: str) -> None:
    with pytest.raises(UnreadableSource, match=word):
        read_upload("verslag.docx", data)


def test_an_understated_size_is_refused() -> None:
    with pytest.raises(UnreadableSource):
        read_upload("verslag.docx", understated())
