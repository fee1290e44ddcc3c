"""HTML from files, browsers and Word."""

import pytest

from innovkb.ingest.read import UnreadableSource, read_paste, read_upload


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<h2>Kop</h2><p>Tekst</p>", "## Kop\n\nTekst\n"),
        ("<p>een <b>vet</b> en <em>schuin</em> woord</p>", "een **vet** en *schuin* woord\n"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c\n"),
        ("<ol><li>een</li><li>twee</li></ol>", "1. een\n2. twee\n"),
        ("<blockquote><p>Zo is het.</p></blockquote>", "> Zo is het.\n"),
        ('<a href="https://voorbeeld.nl/a">hier</a>', "[hier](https://voorbeeld.nl/a)\n"),
        ('<a href="javascript:alert(1)">klik</a>', "klik\n"),
        ("<p>snake_case en 5 * 3</p>", "snake_case en 5 * 3\n"),
        ("<p>a</p><script>kwaad()</script><style>p{}</style><p>b</p>", "a\n\nb\n"),
        ('<p onclick="kwaad()">a<img src=x onerror=kwaad()></p>', "a\n"),
        ('<b style="font-weight:normal"><p>niet vet</p></b>', "niet vet\n"),
        ('<p><span style="font-weight:700">wel vet</span></p>', "**wel vet**\n"),
        ("<!--[if gte mso 9]><xml>rommel</xml><![endif]--><p>tekst</p>", "tekst\n"),
    ],
)
def test_structure_survives_and_scripts_do_not(html: str, markdown: str) -> None:
    assert read_paste("", html).text == markdown


WORD_LIST = """
<p class=MsoTitle>Verslag<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
 style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp; </span></span>
 </span><![endif]>Eerste punt<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span
 style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span>Onder het eerste</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span
 style='mso-list:Ignore'>·<span>&nbsp; </span></span>Tweede punt</p>
<p class=MsoNormal>Slot</p>
"""


def test_lists_from_word_keep_their_nesting() -> None:
    text = read_paste("", WORD_LIST).text
    assert text == "# Verslag\n\n- Eerste punt\n  - Onder het eerste\n- Tweede punt\n\nSlot\n"


def test_numbered_lists_from_word_stay_numbered() -> None:
    html = "".join(
        f"<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>"
        f"{number}.<span>&nbsp; </span></span>punt {number}</p>"
        for number in (1, 2)
    )
    assert read_paste("", html).text == "1. punt 1\n2. punt 2\n"


def test_a_page_gives_its_article_without_the_menu() -> None:
    page = (
        "<html><head><title>Site</title></head><body><nav>Menu</nav><article><h1>Kop</h1><p>"
        + "Veel tekst. " * 30
        + "</p></article><footer>Voet</footer></body></html>"
    )
    text = read_upload("pagina.html", page.encode()).text
    assert text.startswith("# Kop\n\nVeel tekst.")
    assert "Menu" not in text
    assert "Voet" not in text
    assert "Site" not in text


def test_the_declared_encoding_of_a_page_is_used() -> None:
    page = '<meta charset="iso-8859-1"><p>coördinatie in België, één café</p>'
    assert "coördinatie in België" in read_upload("a.htm", page.encode("iso-8859-1")).text


def test_tags_nested_past_reason_give_their_words() -> None:
    assert read_paste("", "<div>" * 500 + "diep" + "</div>" * 500).text == "diep\n"


def test_tags_nested_past_bounds_are_refused() -> None:
    with pytest.raises(UnreadableSource, match="zonder opmaak"):
        read_paste("", "<div>" * 50_000 + "diep" + "</div>" * 50_000)


def test_a_page_with_only_a_script_is_refused() -> None:
    with pytest.raises(UnreadableSource):
        read_upload("a.html", b"<script>document.write('x')</script>")
