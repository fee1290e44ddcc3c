"""The home page, the 404 page with its redirects, robots and the sitemap."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone

from sessions.models import Redirect


def page(client: Client, path: str = "/") -> str:
    return client.get(path).content.decode()


def test_an_empty_site_shows_no_empty_parts(client: Client, db: None) -> None:
    html = page(client)
    for heading in (
        "Nieuw<",
        "Binnenkort",
        "Citaat van vandaag",
        "Waar loop je tegenaan?",
        "Kies een thema",
    ):
        assert heading not in html
    assert 'action="/zoeken/#resultaten"' in html


def test_the_newest_write_ups_stand_on_the_home_page(client: Client, make: Any) -> None:
    for year in (2020, 2025, 2012, 2024):
        make.write_up(f"Verslag van {year}", date=f"{year}-01-01")
    html = page(client)
    assert [year for year in (2012, 2020, 2024, 2025) if f"Verslag van {year}" in html] == [
        2020, 2024, 2025,
    ]  # fmt: skip


def test_the_field_on_the_home_page_leads_into_the_wijzer(client: Client, make: Any) -> None:
    make.barrier("Geen geld", text="Er is geen geld na de pilot.")
    html = page(client)
    assert 'class="kb-ask" action="/wijzer/#resultaten"' in html
    assert '<input type="hidden" name="stap" value="kiezen">' in html
    assert "Waar loop je tegenaan?" in html


def test_only_an_announced_session_that_is_still_to_come_is_shown(
    client: Client, make: Any
) -> None:
    today = timezone.localdate()
    make.session("Voorbije sessie", date=today - timedelta(days=1))
    assert "Binnenkort" not in page(client)
    make.session("Verre sessie", date=today + timedelta(days=60))
    make.session("Eerste sessie", date=today)
    html = page(client)
    assert "Eerste sessie" in html
    assert "Verre sessie" not in html
    assert "Voorbije sessie" not in html


def test_the_quote_of_the_day_has_a_name_and_is_short(client: Client, make: Any) -> None:
    make.quote("Zonder naam gezegd.")
    make.quote("Lang. " * 100, speaker=make.speaker())
    make.quote("Uit de tweede hand.", speaker=make.speaker(), wording="second_hand")
    assert "Citaat van vandaag" not in page(client)
    make.quote("Begin toch.", speaker=make.speaker("Jo Jansen"))
    assert "Begin toch." in page(client)
    assert "Jo Jansen" in page(client)


@pytest.mark.parametrize("path", ["/bestaat-niet/", "/tips/bestaat-niet/", "/tips/\x00/", "/💡/"])
def test_a_wrong_address_gets_a_page_that_helps(client: Client, db: None, path: str) -> None:
    response = client.get(path)
    html = response.content.decode()
    assert response.status_code == 404
    assert "Deze pagina is er niet" in html
    assert 'href="/barrieres/"' in html
    assert 'action="/zoeken/#resultaten"' in html


def test_the_search_box_of_the_404_page_holds_the_words_of_the_address(
    client: Client, db: None
) -> None:
    assert 'value="tips begin toch"' in page(client, "/tips/begin-toch/")


@pytest.mark.parametrize("path", ["/sprekers/jo-jansen/", "/sprekers/jo-jansen"])
def test_an_old_address_leads_to_the_new_one(client: Client, db: None, path: str) -> None:
    Redirect.objects.create(old_path="/sprekers/jo-jansen/", new_path="/sprekers/jo-de-boer/")
    response = client.get(path, {"thema": "geld"}, follow=True)
    assert response.redirect_chain[-1] == ("/sprekers/jo-de-boer/?thema=geld", 301)


def test_a_page_that_is_there_wins_from_a_redirect(client: Client, make: Any) -> None:
    person = make.speaker("Jo Jansen")
    make.appearance(speaker=person)
    Redirect.objects.create(old_path=person.get_absolute_url(), new_path="/elders/")
    assert client.get(person.get_absolute_url()).status_code == 200


def test_an_address_of_enormous_length_is_not_found(client: Client, db: None) -> None:
    assert client.get("/" + "x" * 5000 + "/").status_code == 404


def test_the_server_error_page_needs_nothing(rf: RequestFactory) -> None:
    from innovkb.frame.views import server_error

    response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert "Er ging iets mis" in response.content.decode()


def test_robots_may_read_what_is_public(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines()[-1].endswith("/sitemap.xml")


def test_addresses_in_the_sitemap_start_with_the_address_of_the_site(
    client: Client, db: None, settings: Any
) -> None:
    settings.SITE_URL = "https://kennis.example.org"
    index = page(client, "/sitemap.xml")
    assert "<loc>https://kennis.example.org/sitemap-lijsten.xml</loc>" in index
    lists = page(client, "/sitemap-lijsten.xml")
    assert "<loc>https://kennis.example.org/tips/</loc>" in lists


def test_pages_answer_no_other_method_than_get(client: Client, db: None) -> None:
    for path in ("/", "/tips/", "/citaten/", "/robots.txt"):
        assert client.post(path).status_code == 405
