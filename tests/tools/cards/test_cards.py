"""Sets of items: read from the address, as a list to share and as cards to print."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from innovkb.kinds import ITEM_KINDS, kind
from innovkb.tools.cards.qr import qr_svg
from innovkb.tools.cards.selection import MOST_CARDS, PrintCard, read_keys, without_title


def test_a_set_is_read_in_its_order_and_each_item_once() -> None:
    wanted = read_keys(["quote:b", "tip:a", "quote:b", "tip:a_1"])
    assert wanted.keys == (("quote", "b"), ("tip", "a"), ("tip", "a_1"))
    assert wanted.ignored == ()


@pytest.mark.parametrize(
    "word", ["", "tip", "tip:", ":a", "theme:ruimte", "tip:../a", "tip:a b", "tip:\0", "speaker:x"]
)
def test_what_names_no_item_is_left_out_with_a_word(word: str) -> None:
    wanted = read_keys([word, "tip:a"])
    assert wanted.keys == (("tip", "a"),)
    assert len(wanted.ignored) == 1
    assert "\0" not in wanted.ignored[0]


def test_a_set_is_bounded_and_says_how_many_fell_off() -> None:
    wanted = read_keys(f"tip:t{number}" for number in range(MOST_CARDS + 7))
    assert len(wanted.keys) == MOST_CARDS
    assert wanted.ignored == ("Een set heeft hooguit 60 kaartjes. Er vielen er 7 af.",)
    many = read_keys(f"niets:{number}" for number in range(300))
    assert many.keys == ()
    assert "en nog 295" in many.ignored[0]


@pytest.mark.parametrize(
    ("title", "text", "rest"),
    [
        ("Begin toch", "Begin toch. Zoek medestanders.", "Zoek medestanders."),
        ("Begin toch", "begin toch", ""),
        ("Begin…", "Beginnen is moeilijk.", "Beginnen is moeilijk."),
        ("Begin toch", "Zoek medestanders.", "Zoek medestanders."),
        ("Mag het?", "Mag het? Ja.", "Ja."),
        ("Begin toch", "Begin toch met wie wil.", "Begin toch met wie wil."),
        ("Begin toch", "Begin toch, zoek medestanders.", "Begin toch, zoek medestanders."),
        ("Begin toch", "Begin toch:\n- met geld", "Begin toch:\n- met geld"),
    ],
)
def test_a_card_does_not_say_its_title_twice(title: str, text: str, rest: str) -> None:
    assert without_title(title, text) == rest


def test_a_quote_stands_on_its_card_whole_or_is_visibly_cut_at_a_word() -> None:
    def quoted(text: str) -> str:
        return PrintCard(kind("quote"), "x", "", text, "", "", "/citaten/x/").quoted

    whole = "woorden " * 87 + "toe."
    assert len(whole) == 700
    assert quoted(whole) == whole
    assert quoted(f"En {whole}") == f"En {'woorden ' * 86}woorden […]"


@pytest.mark.parametrize(("length", "size"), [(40, "l"), (300, "m"), (900, "s")])
def test_long_texts_get_small_letters(length: int, size: str) -> None:
    card = PrintCard(kind("quote"), "x", "", "x" * length, "", "", "/citaten/x/")
    assert card.size == size


def test_the_qr_code_is_a_path_that_the_policy_lets_through() -> None:
    svg = qr_svg("https://kennis.example.org/tips/begin-toch/")
    assert svg.startswith('<svg class="kb-qr" viewBox="0 0 ')
    assert re.fullmatch(r"(M\d+ \d+h\d+v1h-\d+z)+", svg.partition(' d="')[2].partition('"')[0])
    for refused in ("style=", "data:", "<style", "href"):
        assert refused not in svg


def test_the_qr_code_has_every_dark_module() -> None:
    import segno

    address = "https://kennis.example.org/tips/begin-toch/"
    dark = sum(map(sum, segno.make(address, micro=False, error="m").matrix))
    assert sum(int(width) for width in re.findall(r"h(\d+)v1", qr_svg(address))) == dark


@pytest.fixture
def tip(make: Any) -> Any:
    return make.tip("Begin <klein>", text="En groei.", slug="begin-klein")


def test_the_same_address_is_a_list_and_a_sheet_of_cards(
    client: Client, make: Any, settings: Any, tip: Any
) -> None:
    settings.SITE_URL = "https://kennis.example.org"
    quote = make.quote("Ga gewoon beginnen.", speaker_label="een deelnemer")
    page = client.get("/kaarten/", {"k": [f"quote:{quote.slug}", "tip:begin-klein"]})
    text = page.content.decode()
    assert "<h1>2 kaartjes</h1>" in text
    assert text.index("Ga gewoon beginnen.") < text.index("Begin &lt;klein&gt;")
    assert "een deelnemer" in text
    assert "kennis.example.org/tips/begin-klein/" in text
    assert qr_svg("https://kennis.example.org/tips/begin-klein/") in text
    assert text.count('class="kb-card-sheet"') == 1
    assert f'href="/kaarten/?k=quote:{quote.slug}" data-unkeep="tip:begin-klein"' in " ".join(
        text.split()
    )
    assert "unsafe-inline" not in page["Content-Security-Policy"]
    assert "style=" not in text


def test_four_cards_make_a_sheet(client: Client, make: Any) -> None:
    tips = [make.tip() for _ in range(9)]
    page = client.get("/kaarten/", {"k": [f"tip:{tip.slug}" for tip in tips]}).content.decode()
    assert page.count('class="kb-card-sheet"') == 3
    assert page.count('class="kb-qr"') == 9


@pytest.mark.parametrize("key", [one.key for one in ITEM_KINDS])
def test_every_kind_of_item_fits_on_a_card_and_offers_to_be_kept(
    client: Client, make: Any, key: str
) -> None:
    thing = getattr(make, key)()
    page = client.get("/kaarten/", {"k": f"{key}:{thing.slug}"}).content.decode()
    assert "<h1>1 kaartje</h1>" in page
    own = client.get(thing.get_absolute_url()).content.decode()
    assert f'href="/kaarten/?k={key}:{thing.slug}"' in own
    assert f'data-keep="{key}:{thing.slug}"' in own


def test_a_draft_is_on_no_card_and_not_offered(client: Client, make: Any) -> None:
    draft = make.draft()
    theme = make.theme("Ruimte")
    tip = make.tip("Geheime tip", write_up=draft, themes=[theme])
    quote = make.quote("Geheim citaat", write_up=draft)
    keys = [f"tip:{tip.slug}", f"quote:{quote.slug}"]
    page = client.get("/kaarten/", {"k": keys, "soort": "tip", "thema": "ruimte"}).content.decode()
    assert "Geheime tip" not in page and "Geheim citaat" not in page
    assert "2 kaartjes staan niet (meer) op de site" in page
    assert "<h1>Kaartjes</h1>" in page
    assert "Hier is niets meer te kiezen" in page


def test_items_of_another_kind_with_the_same_slug_stay_out(client: Client, make: Any) -> None:
    make.tip("De tip", slug="zelfde")
    make.tool("Het hulpmiddel", slug="zelfde")
    make.tool("Ander hulpmiddel", slug="ander")
    page = client.get("/kaarten/", {"k": ["tip:zelfde", "tool:ander"]}).content.decode()
    assert "De tip" in page and "Ander hulpmiddel" in page
    assert "Het hulpmiddel" not in page


def test_a_set_grows_without_a_script(client: Client, make: Any, tip: Any) -> None:
    theme = make.theme("Ruimte")
    make.tip("Andere tip", slug="andere", themes=[theme])
    make.tip("Zonder thema", slug="zonder")
    page = client.get(
        "/kaarten/", {"k": "tip:begin-klein", "soort": "tip", "thema": "ruimte"}
    ).content.decode()
    assert page.count('<input type="hidden" name="k" value="tip:begin-klein">') == 2
    assert 'value="tip:andere"' in page
    assert 'value="tip:zonder"' not in page


@pytest.mark.parametrize(
    "query",
    [
        "k=" + "x" * 5000,
        "&".join(f"k=tip:t{number}" for number in range(5000)),
        "soort=niets&thema=%00&pagina=x",
        "k=%ff%fe&k=tip%3A%00",
        "soort=tip&soort=quote&thema=" + "y" * 300,
        "k[]=1&k=&k=:::",
    ],
)
def test_any_address_gives_a_page(client: Client, tip: Any, query: str) -> None:
    response = client.get(f"/kaarten/?{query}")
    assert response.status_code == 200
    assert "kb-card-sheet" not in response.content.decode()


def test_a_set_is_not_posted(client: Client, tip: Any) -> None:
    assert client.post("/kaarten/", {"k": "tip:begin-klein"}).status_code == 405


def test_a_full_page_takes_five_queries(client: Client, make: Any) -> None:
    theme = make.theme("Ruimte")
    keys = []
    for one in ITEM_KINDS:
        for _ in range(3):
            thing = getattr(make, one.key)(themes=[theme])
            keys.append(f"{one.key}:{thing.slug}")
    quote = make.quote(speaker=make.speaker())
    keys.append(f"quote:{quote.slug}")
    with CaptureQueriesContext(connection) as captured:
        page = client.get("/kaarten/", {"k": keys, "soort": "tip", "thema": "ruimte"})
    assert "<h1>25 kaartjes</h1>" in page.content.decode()
    assert len(captured) == 5
