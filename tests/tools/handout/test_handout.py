"""A hand-out: what stands on it, on the page and in the file, and what never does."""

from io import BytesIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from docx import Document

WORDS = "Begin  klein,\nen “deel” wat je leert — Gülşen Łukasz."


@pytest.fixture
def theme(make: Any) -> Any:
    """A theme with more tips than fit, quotes of three wordings, and two barriers."""
    theme = make.theme("Ruimte", description="Over ruimte.")
    write_up = make.write_up("Verslag", summary="Kort.", date="2025-05-12", date_precision="day")
    jo, bo = make.speaker("Jo Jansen"), make.speaker("Bo de Wit")
    make.appearance(write_up=write_up, speaker=jo, role="directeur")
    for number in range(7):
        make.tip(f"Tip nummer {number}", write_up=write_up, themes=[theme], position=number)
    shared: Any = {"write_up": write_up, "themes": [theme]}
    make.quote(WORDS, speaker=jo, wording="verbatim", position=1, **shared)
    make.quote("Ook van Jo.", speaker=jo, wording="verbatim", position=2, **shared)
    make.quote("Van Bo.", speaker=bo, wording="second_hand", position=3, **shared)
    make.quote("In onze woorden.", speaker=bo, wording="edited", position=0, **shared)
    light, heavy = make.barrier("Licht", **shared), make.barrier("Zwaar", **shared)
    make.remedy(barrier=light, tip=make.tip("Lichte tip"))
    for number in range(4):
        make.remedy(barrier=heavy, tip=make.tip(f"Helpt {number}"), why=f"Reden {number}.")
    draft: Any = {"write_up": make.draft(), "themes": [theme]}
    make.tip("Geheime tip", **draft)
    make.quote("Geheim citaat.", speaker=jo, **draft)
    make.remedy(barrier=heavy, tip=make.tip("Geheime hulp", write_up=make.draft()), why="Geheim.")
    return theme


def page(client: Client, path: str) -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def told(client: Client, path: str) -> list[str]:
    """The paragraphs of the file."""
    response = client.get(path)
    assert response.status_code == 200
    return [paragraph.text for paragraph in Document(BytesIO(response.content)).paragraphs]


@pytest.mark.parametrize("path", ["themas/ruimte", "verslagen/verslag"])
def test_the_page_holds_five_tips_two_quotes_and_the_barrier_that_most_helps_against(
    client: Client, theme: Any, path: str
) -> None:
    sheet = page(client, f"/hand-out/{path}/").select_one(".kb-handout")
    assert sheet is not None
    assert [link.get_text() for link in sheet.select("ul strong")] == [
        f"Tip nummer {number}" for number in range(5)
    ]
    assert [one.get_text() for one in sheet.select("blockquote p")] == [f"“{WORDS}”", "“Van Bo.”"]
    assert [one.get_text(strip=True) for one in sheet.select("figcaption")] == [
        "Jo Jansen, directeur, in Verslag (12 mei 2025)",
        "Bo de Wit, geciteerd in Verslag (12 mei 2025)",
    ]
    assert sheet.select("h2")[-1].get_text() == "Loop je hier tegenaan? Zwaar"
    assert len(sheet.select("ol > li")) == 3
    assert len(sheet.select("svg.kb-qr")) == 1
    assert "Geheim" not in sheet.get_text()


def test_the_file_says_the_same_to_the_letter_and_its_code_is_described(
    client: Client, theme: Any
) -> None:
    said = told(client, "/hand-out/themas/ruimte.docx")
    assert said[:3] == ["Ruimte", "Over ruimte.", "Tips"]
    assert said[3] == "Tip nummer 0 Verslag (12 mei 2025)"
    assert f"“{WORDS}”\nJo Jansen, directeur, in Verslag (12 mei 2025)" in said
    assert "Loop je hier tegenaan? Zwaar" in said
    assert "Helpt 0 Reden 0." in said
    address = f"{settings.SITE_URL}/themas/ruimte/"
    assert said[-1] == f"{settings.SITE_NAME} – {address}"
    assert not any("Geheim" in text for text in said)
    response = client.get("/hand-out/themas/ruimte.docx")
    assert response["Content-Disposition"] == 'attachment; filename="hand-out-ruimte.docx"'
    document = Document(BytesIO(response.content))
    (picture,) = document.inline_shapes
    assert picture._inline.docPr.get("descr") == f"QR-code naar {address}"


def test_a_theme_and_a_write_up_lead_to_their_hand_out(client: Client, theme: Any) -> None:
    assert page(client, "/themas/ruimte/").select('a[href="/hand-out/themas/ruimte/"]')
    assert page(client, "/verslagen/verslag/").select('a[href="/hand-out/verslagen/verslag/"]')


@pytest.mark.parametrize("end", ["/", ".docx"])
def test_there_is_none_of_what_is_not_public_or_is_something_else(
    client: Client, make: Any, end: str
) -> None:
    tip, draft = make.tip("Begin toch"), make.draft()
    for path in (f"tips/{tip.slug}", f"verslagen/{draft.slug}", "themas/weg", "x/y"):
        assert client.get(f"/hand-out/{path}{end}").status_code == 404
    assert client.post(f"/hand-out/themas/weg{end}").status_code == 405


def test_a_theme_without_anything_says_so(client: Client, make: Any) -> None:
    make.theme("Leeg")
    assert "nog niets om uit te delen" in page(client, "/hand-out/themas/leeg/").get_text()
    assert told(client, "/hand-out/themas/leeg.docx")[0] == "Leeg"


def test_it_takes_seven_queries_however_much_there_is(
    client: Client, theme: Any, make: Any
) -> None:
    for path in ("/hand-out/themas/ruimte/", "/hand-out/themas/ruimte.docx"):
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
        assert len(captured) <= 7
