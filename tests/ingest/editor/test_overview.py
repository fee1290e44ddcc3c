"""The overview: what waits for somebody stands on top, and everything can be found."""

from datetime import timedelta
from typing import Any

from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from innovkb.corrections.actions import receive
from innovkb.corrections.models import Correction
from innovkb.ingest.apply import apply_draft
from innovkb.ingest.editor.drafts import create_draft
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.read import read_paste
from innovkb.lib.publishing import Status
from sessions.models import WriteUp


def sections(client: Client, query: str = "") -> dict[str, list[str]]:
    """The headings of the overview with the titles that stand under each."""
    soup = BeautifulSoup(client.get(f"/redactie/{query}").content, "html.parser")
    return {
        section.h2.get_text(" ", strip=True): [one.get_text() for one in section.select("h3")]
        for section in soup.select("main section")
        if section.h2 and section.select("h3")
    }


def make_drafts(user: User, count: int) -> None:
    for number in range(count):
        text = f"# Over onderwerp {number}\n\nEr was een bijeenkomst over zaak {number}.\n"
        create_draft(source=read_paste(text), user=user)


def test_what_waits_for_review_stands_first_and_what_is_published_is_no_work(
    chief_client: Client, draft: ImportDraft, eindredacteur: User, make: Any
) -> None:
    apply_draft(draft=draft, user=eindredacteur, publish=True)
    make_drafts(eindredacteur, 21)
    make.draft("Kijk mij na", status=Status.IN_REVIEW)
    make.draft("Nog bezig")
    found = sections(chief_client)
    assert list(found) == [
        "Ter beoordeling 1", "Verslagen waar we aan werken", "Nog niet op de site 1",
    ]  # fmt: skip
    assert found["Ter beoordeling 1"] == ["Kijk mij na"]
    assert found["Nog niet op de site 1"] == ["Nog bezig"]
    working = found["Verslagen waar we aan werken"]
    assert (len(working), "Samen leren van mislukken" in working) == (20, False)


def test_a_title_is_found_whoever_gave_it_and_the_pages_keep_the_question(
    chief_client: Client, draft: ImportDraft, eindredacteur: User, make: Any
) -> None:
    apply_draft(draft=draft, user=eindredacteur, publish=True)
    make_drafts(eindredacteur, 21)
    make.draft("Iets heel anders")
    assert sections(chief_client, "?q=mislukken") == {
        "Imports met ‘mislukken’": ["Samen leren van mislukken"]
    }
    assert sections(chief_client, "?q=heel+anders") == {
        "Nog niet op de site 1": ["Iets heel anders"]
    }
    page = chief_client.get("/redactie/?q=onderwerp").content.decode()
    assert 'href="?q=onderwerp&amp;pagina=2"' in page
    nothing = chief_client.get("/redactie/?q=zzz").content.decode()
    assert "Geen import met deze woorden" in nothing


def test_a_new_report_of_a_visitor_is_told_and_leads_to_the_form_and_the_page(
    chief_client: Client, assistant_client: Client, make: Any
) -> None:
    quote = make.quote("Wie leert, die groeit.")
    assert "nieuwe melding" not in chief_client.get("/redactie/").content.decode()
    receive(thing=quote, wrong="Dit klopt niet.", suggestion="", email="")
    for client in (chief_client, assistant_client):
        page = BeautifulSoup(client.get("/redactie/").content, "html.parser")
        link = page.select_one("main .kb-alert a")
        assert link is not None
        assert link.get_text() == "1 nieuwe melding: klopt dit niet?"
        queue = client.get(str(link["href"])).content.decode()
        assert "Dit klopt niet." in queue
    assert ">citaat (1)</a>" in queue or ">citaat</a>" in queue
    report = Correction.objects.get()
    change = f"/admin/innovkb/correction/{report.pk}/change/"
    soup = BeautifulSoup(chief_client.get(change).content, "html.parser")
    links = {one.get_text(): one["href"] for one in soup.select(".field-page a")}
    assert links == {
        "Wijzig": f"/admin/innovation_sessions/quote/{quote.pk}/change/",
        "Bekijk op de site": quote.get_absolute_url(),
    }
    report.state = "open"
    report.save()
    assert "nieuwe melding" not in chief_client.get("/redactie/").content.decode()


def buttons(client: Client, row: WriteUp) -> list[str]:
    soup = BeautifulSoup(client.get(f"/redactie/verslagen/{row.slug}/").content, "html.parser")
    return [one.get_text(strip=True) for one in soup.select("main form button")]


def test_what_is_planned_can_be_moved_or_called_off_and_is_not_on_the_site(
    chief_client: Client, make: Any
) -> None:
    at = timezone.localtime() + timedelta(days=3)
    row = make.write_up("Gepland", publish_at=at)
    assert buttons(chief_client, row) == [
        "Publiceer nu", "Wijzig het moment", "Trek de planning in",
    ]  # fmt: skip
    path = f"/redactie/verslagen/{row.slug}/"
    page = chief_client.get(path).content.decode()
    assert (f'value="{at:%Y-%m-%dT%H:%M}"' in page, "Haal van de site" in page) == (True, False)
    later = at + timedelta(days=1)
    moved = chief_client.post(
        path, {"step": "schedule", "at": f"{later:%Y-%m-%dT%H:%M}"}, follow=True
    )
    assert f"gepland voor {later:%d-%m-%Y %H:%M}" in moved.content.decode()
    chief_client.post(path, {"step": "unpublish"})
    row.refresh_from_db()
    assert (row.status, row.publish_at) == (Status.DRAFT, None)
    public = make.write_up("Staat er al")
    assert buttons(chief_client, public) == ["Haal van de site"]


def test_an_editor_can_log_out_from_the_overview(chief_client: Client) -> None:
    assert chief_client.post("/admin/logout/").status_code == 200
    assert chief_client.get("/redactie/").status_code == 302
