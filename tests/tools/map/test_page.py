"""The page of the map: what it draws, tells and leaves out."""

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from innovkb.tools.map.content import MOST_BARRIERS


def page(client: Client, **query: Any) -> str:
    response = client.get("/kaart/", query)
    assert response.status_code == 200
    assert "unsafe-inline" not in response["Content-Security-Policy"]
    return str(response.content.decode())


def nodes(text: str) -> dict[str, str]:
    """Spoken name and state of every node."""
    found = re.findall(
        r'<a class="kb-map__node kb-map__node--\w+ kb-map__node--(\w+)"(.*?)>', text, re.S
    )
    return {re.search(r'aria-label="(.*?)"', rest)[1]: state for state, rest in found}  # type: ignore[index]


def helping(text: str) -> dict[str, list[str]]:
    """What the table says of each row: how much helps, of each kind and in all."""
    table = BeautifulSoup(text, "html.parser").select_one(".kb-heat--help tbody")
    assert table is not None
    return {
        row.select("th")[0].get_text(): [cell.get_text() for cell in row.select("td")]
        for row in table.select("tr")
    }


@pytest.fixture
def linked(make: Any) -> dict[str, Any]:
    """A theme, a barrier of a group, and a tip that helps; and another barrier."""
    theme, other = make.theme("Geld"), make.theme("Regels")
    group = make.barrier_group("Financiering")
    barrier = make.barrier("Geen <budget>", group=group, themes=[theme])
    tip = make.tip("Vraag subsidie", themes=[theme])
    make.remedy(barrier=barrier, tip=tip, why="Dan is er geld.")
    make.barrier("Te veel regels", group=make.barrier_group("Bureaucratie"), themes=[other])
    return {"theme": theme, "group": group, "barrier": barrier, "tip": tip}


def test_the_overview_links_themes_groups_and_kinds(client: Client, linked: Any) -> None:
    text = page(client)
    assert set(nodes(text)) == {"Geld", "Regels", "Financiering", "Bureaucratie", "Tips"}
    assert set(nodes(text).values()) == {"plain"}
    assert 'role="group"' in text and 'role="img"' not in text
    assert text.count('<path class="kb-map__line') == 3
    assert "style=" not in text


def test_a_chosen_node_lights_up_what_it_is_linked_to(client: Client, linked: Any) -> None:
    text = page(client, knoop="theme:geld")
    assert nodes(text) == {
        "Geld, gekozen": "chosen",
        "Financiering, hoort bij de keuze": "near",
        "Tips, hoort bij de keuze": "near",
        "Regels": "far",
        "Bureaucratie": "far",
    }
    assert 'aria-current="true"' in text
    assert "Gekozen: Geld." in text
    assert 'href="/kaart/?thema=geld#kaart">Zoom in' in text


def test_a_theme_shows_its_barriers_with_what_helps_and_why(client: Client, linked: Any) -> None:
    text = page(client, thema="geld")
    assert set(nodes(text)) == {"Geld", "Financiering Geen &lt;budget&gt;", "Tip Vraag subsidie"}
    assert "Dan is er geld." in text
    assert "Te veel regels" not in text
    assert 'href="/kaart/?thema=geld&amp;knoop=theme:geld#kaart"' in text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"groep": "bureaucratie"}, {"Regels", "Bureaucratie Te veel regels"}),
        ({"thema": "geld", "groep": "bureaucratie"}, set()),
    ],
)
def test_filters_combine(
    client: Client, linked: Any, query: dict[str, str], expected: set[str]
) -> None:
    assert set(nodes(page(client, **query))) == expected


@pytest.mark.parametrize("name", ["barrier", "tip"])
def test_a_barrier_or_remedy_has_its_own_map(client: Client, linked: Any, name: str) -> None:
    text = page(client, knoop=f"{name}:{linked[name].slug}")
    assert (
        nodes(text).keys()
        == {
            "barrier": {
                "Geld, hoort bij de keuze",
                "Financiering Geen &lt;budget&gt;, gekozen",
                "Tip Vraag subsidie, hoort bij de keuze",
            },
            "tip": {
                "Geld, hoort bij de keuze",
                "Financiering Geen &lt;budget&gt;, hoort bij de keuze",
                "Tip Vraag subsidie, gekozen",
            },
        }[name]
    )


def test_a_draft_is_nowhere_on_the_map(client: Client, make: Any, linked: Any) -> None:
    draft = make.draft()
    theme = make.theme("Alleen concept")
    secret = make.barrier("Geheime barrière", write_up=draft, themes=[theme], group=linked["group"])
    hidden = make.tip("Geheime tip", write_up=draft, themes=[linked["theme"]])
    make.remedy(barrier=linked["barrier"], tip=hidden, why="Geheime reden")
    make.remedy(barrier=secret, tip=linked["tip"], why="Ook geheim")
    for query in (
        {}, {"thema": "geld"}, {"groep": "financiering"}, {"thema": "alleen-concept"},
        {"knoop": f"barrier:{secret.slug}"}, {"knoop": f"tip:{hidden.slug}"},
    ):  # fmt: skip
        text = page(client, **query)
        assert "Geheim" not in text and "Ook geheim" not in text
        assert "Alleen concept" not in nodes(text)
    overview = page(client)
    assert helping(overview)["Financiering"] == ["1", "0", "0", "0", "1"]
    row = overview[overview.index('href="/themas/geld/">Geld</a></th>') :].partition("</tr>")[0]
    assert '<a href="/tips/?thema=geld">1<' in " ".join(row.split())


def test_the_heat_table_counts_and_links_to_the_lists(client: Client, linked: Any) -> None:
    text = page(client)
    assert (
        '<a href="/barrieres/?thema=geld">1<span class="kb-visually-hidden"> barrière over Geld'
        in text
    )
    assert "kb-heat__cell--4" in text and "kb-heat__cell--0" in text
    assert "Hoe donkerder" not in text  # in the dark more is lighter
    assert "Hoe sterker de kleur van het vakje, hoe meer er is." in text
    listed = client.get("/barrieres/?thema=geld").content.decode()
    assert "1 barrière</h2>" in " ".join(listed.split())


def test_a_table_tells_how_much_helps_against_what(client: Client, linked: Any, make: Any) -> None:
    make.remedy(barrier=linked["barrier"], example=make.example("Zo ging het"))
    assert helping(page(client)) == {
        "Bureaucratie": ["0", "0", "0", "0", "0"],
        "Financiering": ["1", "0", "0", "1", "2"],
    }
    assert helping(page(client, thema="geld")) == {"Geen <budget>": ["1", "0", "0", "1", "2"]}


def test_a_theme_has_a_poster_with_its_barriers_and_what_helps(
    client: Client, linked: Any, make: Any
) -> None:
    make.theme("Leeg")
    make.remedy(barrier=linked["barrier"], tip=make.tip("Geheime tip", write_up=make.draft()))
    assert 'href="/kaart/poster/geld/"' in page(client, thema="geld")
    assert 'href="/kaart/poster/' not in page(client, thema="geld", groep="financiering")
    text = client.get("/kaart/poster/geld/").content.decode()
    assert set(nodes(text)) == {"Geld", "Financiering Geen &lt;budget&gt;", "Tip Vraag subsidie"}
    assert "Geheime tip" not in text
    assert text.count('class="kb-qr"') == 1
    assert "nog niets om te tekenen" in client.get("/kaart/poster/leeg/").content.decode()
    assert client.get("/kaart/poster/weg/").status_code == 404


def test_a_big_map_is_cut_and_says_so(client: Client, make: Any) -> None:
    group, write_up = make.barrier_group("Geld"), make.write_up()
    for _ in range(MOST_BARRIERS + 2):
        make.barrier(group=group, write_up=write_up)
    text = page(client, groep="geld")
    assert len(nodes(text)) == MOST_BARRIERS
    assert "Er is meer dan op één kaart past." in text


@pytest.mark.parametrize(
    "query",
    [
        "thema=niets", "groep=%00", "knoop=barrier:bestaat-niet", "knoop=tip:../x",
        "knoop=" + "x" * 9000, "knoop=write_up:x", "knoop=theme:",
        "thema=geld&thema=regels&knoop=%F0%9F%98%80", "a=1&" * 5000,
    ],
)  # fmt: skip
def test_any_address_gives_a_page(client: Client, linked: Any, query: str) -> None:
    response = client.get(f"/kaart/?{query}")
    assert response.status_code == 200
    assert "Kaart" in response.content.decode()


def test_what_is_not_on_the_map_is_named(client: Client, linked: Any) -> None:
    assert "‘theme:weg’ staat niet op deze kaart." in page(client, knoop="theme:weg")
    assert "kunnen we hier niet gebruiken als thema" in page(client, thema="weg")


def test_an_empty_site_has_an_empty_map(client: Client, db: None) -> None:
    assert "Hier is nog niets om te tekenen" in page(client)


@pytest.mark.parametrize("query", [{}, {"thema": "geld"}, {"knoop": "theme:geld"}])
def test_it_takes_five_queries_at_most(
    client: Client, make: Any, linked: Any, query: dict[str, str]
) -> None:
    for _ in range(3):
        barrier = make.barrier(group=linked["group"], themes=[linked["theme"]])
        for target in ("tip", "principle", "tool", "example"):
            make.remedy(barrier=barrier, **{target: getattr(make, target)()})
    with CaptureQueriesContext(connection) as captured:
        page(client, **query)
    assert len(captured) <= 5
