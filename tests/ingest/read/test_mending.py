"""What a browser hides, strikes out or nests is mended before it becomes text."""

import io
import zipfile

import pytest

from innovkb.ingest.read import read_upload
from innovkb.ingest.read.docx import read_docx
from innovkb.ingest.read.markup import html_to_markdown, read_html


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>Geheim.</p>",
        '<p style="display:none">Geheim.</p>',
        '<div style="visibility: hidden"><p>Geheim.</p></div>',
        '<span aria-hidden="true">Geheim.</span>',
    ],
)
def test_what_is_hidden_on_the_page_is_no_text(hidden: str) -> None:
    assert html_to_markdown(f"<p>Te zien.</p>{hidden}") == "Te zien.\n"


def test_what_is_struck_out_is_left_out_and_the_editor_is_told() -> None:
    html = "<h1>Terugblik</h1><p>De proef <del>faalde</del><ins>lukte</ins>, <s>niet</s> echt.</p>"
    found = read_html(html.encode())
    assert found.text == "# Terugblik\n\nDe proef lukte, echt.\n"
    assert len(found.warnings) == 1
    assert "Doorgehaalde woorden" in found.warnings[0]


def test_a_list_right_in_a_list_belongs_to_the_item_before_it() -> None:
    html = "<ul><li>Begin</li><ul><li>klein</li><li>samen</li></ul><li>Vier</li></ul>"
    assert html_to_markdown(html) == "- Begin\n  - klein\n  - samen\n- Vier\n"


def test_a_pipe_stays_in_its_cell() -> None:
    html = "<table><tr><th>A</th><th>B</th></tr><tr><td>x | y</td><td><code>p|q</code></td></tr>"
    assert html_to_markdown(html) == "| A | B |\n| --- | --- |\n| x \\| y | `p\\|q` |\n"


def test_a_table_in_a_cell_is_its_words_in_reading_order() -> None:
    inner = "<table><tr><td>een</td><td>twee</td></tr><tr><td>drie</td></tr></table>"
    html = f"<table><tr><th>A</th></tr><tr><td>{inner}</td></tr></table>"
    assert html_to_markdown(html) == "| A |\n| --- |\n| een twee drie |\n"


def test_merged_cells_lose_no_column_and_a_bold_first_row_is_the_header() -> None:
    html = (
        "<table><tr><td><b>Naam</b></td><td colspan='2'><b>Bijdrage</b></td></tr>"
        "<tr><td>Lies</td><td>Loket</td><td>Rust</td></tr></table>"
    )
    expected = "| Naam | Bijdrage |  |\n| --- | --- | --- |\n| Lies | Loket | Rust |\n"
    assert html_to_markdown(html) == expected


def test_the_mark_of_a_note_is_no_part_of_the_sentence() -> None:
    html = (
        '<p>Tijd<sup><a href="#footnote-2" id="footnote-ref-2">[1]</a></sup> helpt.</p>'
        '<ol><li id="footnote-2"><p>Zie elders. <a href="#footnote-ref-2">↑</a></p></li></ol>'
    )
    assert html_to_markdown(html) == "Tijd helpt.\n\nNoot 1: Zie elders.\n"


def test_a_page_without_a_heading_has_the_title_and_date_of_its_head() -> None:
    html = (
        "<html><head><title>Zo leren we - Gemeente X</title>"
        '<meta property="article:published_time" content="2026-03-04T09:00"></head>'
        "<body><p>Wij leren elke dag.</p></body></html>"
    )
    found = read_html(html.encode())
    assert found.text == "# Zo leren we\n\nGepubliceerd op 2026-03-04\n\nWij leren elke dag.\n"
    assert len(found.warnings) == 1


@pytest.mark.parametrize("name", ["undefined", "idna", "punycode", "base64", "unicode_escape"])
def test_an_encoding_that_is_none_is_not_used(name: str) -> None:
    data = f"<meta charset={name}><p>Een caf".encode() + b"\xe9</p>"
    assert read_html(data).text == "Een café\n"


def _word(body: str, styles: str = "") -> bytes:
    kind = "application/vnd.openxmlformats-officedocument"
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="xml" '
        f'ContentType="application/xml"/><Default Extension="rels" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{relations}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{relations}/styles" Target="styles.xml"/></Relationships>',
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {space}>{styles}</w:styles>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as container:
        for name, content in files.items():
            container.writestr(name, content)
    return packed.getvalue()


def test_tracked_changes_are_accepted_and_counted() -> None:
    body = (
        "<w:p><w:r><w:t>Wij </w:t></w:r><w:ins w:id='1'><w:r><w:t>leren</w:t></w:r></w:ins>"
        "<w:del w:id='2'><w:r><w:delText>falen</w:delText></w:r></w:del></w:p>"
    )
    found = read_docx(_word(body))
    assert found.text == "Wij leren\n"
    assert "1 keer iets erbij en 1 keer iets weg" in found.warnings[0]


def test_a_style_with_a_level_in_the_outline_is_a_heading() -> None:
    styles = (
        "<w:style w:type='paragraph' w:styleId='A'><w:name w:val='Kop huis'/><w:pPr>"
        "<w:outlineLvl w:val='1'/></w:pPr></w:style>"
    ).replace("'", '"')
    body = (
        '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Doel</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>Wij leren.</w:t></w:r></w:p>"
    )
    assert read_docx(_word(body, styles)).text == "## Doel\n\nWij leren.\n"


def test_a_text_file_stays_as_it_is() -> None:
    assert read_upload("a.md", b"---\ntitle: X\n---\n~~nee~~ ja\n").text.endswith("~~nee~~ ja\n")
