"""The pages about the site, security.txt, and the check that watches it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.utils import timezone

from innovkb.lib import env

PAGES = {
    "/over/": "Over deze site",
    "/toegankelijkheid/": "Toegankelijkheid",
    "/privacy/": "Privacy",
    "/colofon/": "Colofon",
}


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_its_heading_and_a_link_in_the_footer(client: Client, path: str) -> None:
    page = client.get(path).content.decode()
    assert f"<h1>{PAGES[path]}</h1>" in page
    footer = page[page.index("<footer") :]
    for other in PAGES:
        assert f'href="{other}"' in footer


@pytest.mark.django_db
@pytest.mark.parametrize("path", [*PAGES, "/.well-known/security.txt"])
def test_a_page_sets_no_cookie_and_takes_no_post(client: Client, path: str) -> None:
    assert client.get(path, {"x": "\0", "page": "-1"}).status_code == 200
    assert client.cookies == {}
    assert client.post(path).status_code == 405


def test_the_colophon_names_public_sources_only(client: Client, make: Any) -> None:
    publisher = make.organisation("Digicampus")
    make.write_up("Open bron", publisher=publisher, rights_note="Met dank aan de <maker>")
    make.draft("Geheim concept", publisher=make.organisation("Geheime uitgever"))
    page = client.get("/colofon/").content.decode()
    assert "Open bron" in page and "Digicampus" in page
    assert "Met dank aan de &lt;maker&gt;" in page
    assert "Geheim" not in page
    for name in ("Instituut voor Briljante Mislukkingen", "CC BY-SA 4.0", "SIL Open Font License"):
        assert name in page


@pytest.mark.django_db
def test_the_colophon_names_the_licence_where_there_is_one(client: Client, settings: Any) -> None:
    assert "Vraag het ons eerst" in client.get("/colofon/").content.decode()
    settings.CONTENT_LICENCE = "CC BY 4.0"
    page = client.get("/colofon/").content.decode()
    assert "onder de licentie CC BY 4.0" in page and "Vraag het ons eerst" not in page


@pytest.mark.django_db
def test_the_statement_says_that_it_is_a_draft_until_the_owner_completes_it(
    client: Client, settings: Any
) -> None:
    assert "Deze verklaring is nog niet af" in client.get("/toegankelijkheid/").content.decode()
    settings.ACCESSIBILITY_TESTED_ON = date(2027, 3, 1)
    settings.ACCESSIBILITY_TESTED_BY = "Bureau <Toets>"
    settings.ACCESSIBILITY_REPORT_URL = "https://example.org/rapport"
    settings.ACCESSIBILITY_KNOWN_ISSUES = "De kaart is druk."
    page = client.get("/toegankelijkheid/").content.decode()
    assert "Deze verklaring is nog niet af" not in page
    assert "1 maart 2027" in page
    assert "Bureau &lt;Toets&gt;" in page
    assert 'href="https://example.org/rapport"' in page
    assert "<p>De kaart is druk.</p>" in page


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/over/", "/privacy/", "/toegankelijkheid/"])
def test_the_owners_address_is_given_where_it_is_known(
    client: Client, settings: Any, path: str
) -> None:
    assert "mailto:" not in client.get(path).content.decode()
    settings.SITE_EMAIL = "kennis@example.org"
    assert 'href="mailto:kennis@example.org"' in client.get(path).content.decode()


def test_security_txt_is_what_the_standard_asks(client: Client, settings: Any) -> None:
    settings.SITE_URL = "https://kennis.example.org"
    settings.SECURITY_CONTACT = "mailto:lek@example.org"
    settings.SECURITY_EXPIRES = date(2027, 10, 31)
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "Contact: mailto:lek@example.org",
        "Expires: 2027-10-31T00:00:00Z",
        "Preferred-Languages: nl, en",
        "Canonical: https://kennis.example.org/.well-known/security.txt",
    ]


@pytest.mark.django_db
def test_without_an_expiry_there_is_no_security_txt(client: Client, settings: Any) -> None:
    settings.SECURITY_EXPIRES = None
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize(
    ("days", "warned"), [(-400, True), (0, True), (30, True), (31, False), (300, False)]
)
def test_the_check_warns_from_thirty_days_before(settings: Any, days: int, warned: bool) -> None:
    settings.SECURITY_EXPIRES = timezone.localdate() + timedelta(days=days)
    assert ("innovkb.W001" in {message.id for message in run_checks()}) is warned


def test_the_check_is_silent_without_an_expiry(settings: Any) -> None:
    settings.SECURITY_EXPIRES = None
    assert "innovkb.W001" not in {message.id for message in run_checks()}


def test_a_date_in_the_environment_is_read_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECURITY_EXPIRES", "2027-10-31")
    assert env.day("SECURITY_EXPIRES") == date(2027, 10, 31)
    monkeypatch.setenv("SECURITY_EXPIRES", " ")
    assert env.day("SECURITY_EXPIRES", "2027-10-31") is None
    for wrong in ("31-10-2027", "2027-13-01", "morgen"):
        monkeypatch.setenv("SECURITY_EXPIRES", wrong)
        with pytest.raises(ImproperlyConfigured, match="SECURITY_EXPIRES must be a date"):
            env.day("SECURITY_EXPIRES")
