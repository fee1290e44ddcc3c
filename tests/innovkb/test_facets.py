"""The chips of every list: counted as the list that they lead to, and of what is public only."""

import re
from html import unescape
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from innovkb.kinds import KINDS, kind
from innovkb.lib.publishing import Status
from sessions.models.speaker import Part

LISTS = [one for one in KINDS if one.key not in {"theme", "claim"}]


def soup(client: Client, path: str) -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == 200, path
    return BeautifulSoup(response.content, "html.parser")


def chips(page: BeautifulSoup) -> list[tuple[str, int, str]]:
    """The options of a list: label, number and address."""
    found = []
    for link in page.select(".kb-chip-group a.kb-chip"):
        label, number = re.fullmatch(r"\s*(.+?) (\d+)\s*", link.get_text()).groups()  # type: ignore[union-attr]
        found.append((label, int(number), str(link["href"])))
    return found


def total(page: BeautifulSoup) -> int:
    heading = page.find(id="resultaten")
    assert heading is not None
    return int(heading.get_text().split()[0])


@pytest.fixture
def content(make: Any) -> None:
    """Two of everything that can be told apart, and a third that nobody may see."""
    country = iter(["NL", "BE", "NL"])
    for number, status in enumerate([Status.PUBLISHED, Status.PUBLISHED, Status.DRAFT]):
        name = ("Een", "Twee", "Geheim")[number]
        organisation = make.organisation(f"Dienst {name}", country=next(country))
        series = make.series(f"Reeks {name}")
        meeting = make.session(series=series, state="held", date=f"20{20 + number}-01-01")
        write_up = make.write_up(
            session=meeting, status=status, date=f"20{20 + number}-01-01",
            genre=("blog", "article", "theme_page")[number],
        )  # fmt: skip
        person, theme = make.speaker(f"Spreker {name}"), make.theme(f"Thema {name}")
        for part in (Part.PANEL, Part.CITED):
            make.appearance(write_up=write_up, speaker=person, organisation=organisation, part=part)
        shared: Any = {"write_up": write_up, "speaker": person, "themes": [theme]}
        for key in ("tip", "quote", "archetype", "principle", "question"):
            getattr(make, key)(**shared)
        make.example(**shared, organisations=[organisation])
        make.tool(**shared, organisations=[organisation])
        make.barrier(**shared, group=make.barrier_group(f"Groep {name}"))


@pytest.mark.usefixtures("content")
def test_each_chip_of_every_list_leads_to_as_many_rows_as_it_says(client: Client) -> None:
    for one in LISTS:
        said = {
            urljoin(one.list_url, url.partition("#")[0]): number
            for _, number, url in chips(soup(client, one.list_url))
        }
        assert said != {}, one.key
        assert {url: total(soup(client, url)) for url in said} == said


@pytest.mark.usefixtures("content")
def test_no_chip_of_any_list_tells_of_what_is_not_public(client: Client) -> None:
    for one in LISTS:
        found = chips(soup(client, one.list_url))
        assert [label for label, _, _ in found if "Geheim" in label or label == "2022"] == []
        assert {number for _, number, _ in found} == {1}, one.key


@pytest.mark.usefixtures("content")
def test_who_spoke_twice_for_an_organisation_has_each_quote_listed_once(client: Client) -> None:
    page = soup(client, "/citaten/?organisatie=dienst-een")
    assert (total(page), len(page.select(".kb-quotes .kb-quote"))) == (1, 1)


def test_a_speaker_is_not_found_by_what_a_draft_says_of_them(client: Client, make: Any) -> None:
    person = make.speaker("Jo Jansen")
    make.appearance(speaker=person, organisation=make.organisation("Kadaster"))
    draft = make.write_up(status=Status.DRAFT)
    make.appearance(speaker=person, organisation=make.organisation("Dienst X"), write_up=draft)
    other = make.appearance(organisation=make.organisation("Dienst Y")).organisation
    found = [label for label, _, _ in chips(soup(client, "/sprekers/"))]
    assert found == [other.name, "Kadaster"]
    assert total(soup(client, "/sprekers/?organisatie=dienst-x")) == 2  # left out, and said so


def test_a_chip_counts_with_the_other_filters_on_and_without_its_own(
    client: Client, make: Any
) -> None:
    rest, money = make.theme("Rust"), make.theme("Geld")
    jo, bo = make.speaker("Jo"), make.speaker("Bo")
    for speaker, themes in ((jo, [rest]), (jo, [rest, money]), (bo, [money])):
        make.tip(speaker=speaker, themes=themes)
    page = soup(client, "/tips/?thema=geld")
    assert chips(page) == [
        ("Rust", 2, "?thema=rust#resultaten"),
        ("Bo", 1, "?thema=geld&spreker=bo#resultaten"),
        ("Jo", 1, "?thema=geld&spreker=jo#resultaten"),
    ]


def test_what_is_on_stands_first_and_can_be_taken_off(client: Client, make: Any) -> None:
    make.tip(speaker=make.speaker("Jo"), themes=[make.theme("Rust")])
    page = soup(client, "/tips/?spreker=jo&thema=rust")
    first = page.select(".kb-filter-chips a")[:3]
    assert [(" ".join(link.get_text().split()), link["href"]) for link in first] == [
        ("Thema: Rust ×(haal weg)", "/tips/?spreker=jo#resultaten"),
        ("Spreker: Jo ×(haal weg)", "/tips/?thema=rust#resultaten"),
        ("Alles weghalen", "/tips/#resultaten"),
    ]


def test_of_many_options_the_fullest_stand_open_and_the_others_are_folded(
    client: Client, make: Any
) -> None:
    for number in range(15):
        make.tip(themes=[make.theme(f"Thema {number:02}")])
    make.tip(themes=[kind("theme").model._default_manager.get(name="Thema 14")])
    group = soup(client, "/tips/").select(".kb-chip-group")[0]
    assert len(group.select(":scope > ul a")) == 8
    assert group.select(":scope > ul a")[0].get_text() == "Thema 14 2"
    more = group.select_one("details")
    assert more is not None
    assert [link.get_text() for link in more.select("a")] == [
        f"Thema {n:02} 1" for n in range(7, 14)
    ]


@pytest.mark.parametrize("value", ["weg", "\0", "'", "x" * 5000, "²", "-1", "0", "9" * 17])
def test_a_value_that_no_row_has_is_left_out_and_named(
    client: Client, make: Any, value: str
) -> None:
    make.tip(themes=[make.theme("Rust")])
    names = ("thema", "spreker", "organisatie", "jaar", "soort", "land", "reeks", "groep")
    for one in LISTS:
        html = client.get(one.list_url, dict.fromkeys(names, value)).content.decode()
        assert "kunnen we hier niet gebruiken als" in html, one.key


@pytest.mark.usefixtures("content")
def test_chips_on_chips_are_for_people_not_for_robots(client: Client) -> None:
    assert 'rel="nofollow"' not in unescape(client.get("/tips/").content.decode())
    on = soup(client, "/tips/?soort=tip").select(".kb-chip-group a.kb-chip")
    assert {link.get("rel") and "nofollow" in link["rel"] for link in on} == {True}
