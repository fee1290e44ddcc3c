"""The preview, finishing by role, and a write-up's steps and versions afterwards."""

import re
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from innovkb.ingest.editor.drafts import save_decisions
from innovkb.ingest.models import ImportDraft
from innovkb.lib.publishing import Status
from sessions.models import Quote, WriteUp


def finish(client: Client, draft: ImportDraft, step: str, **more: Any) -> Any:
    draft.refresh_from_db()
    data = {"version": draft.version, "step": step, **more}
    return client.post(f"/redactie/{draft.pk}/afronden/", data)


def test_the_preview_is_the_public_page_and_changes_nothing(
    chief_client: Client, draft: ImportDraft
) -> None:
    page = chief_client.get(f"/redactie/{draft.pk}/voorbeeld/").content.decode()
    assert "Dit is een voorbeeld" in page
    assert "Wie niets probeert, leert ook niets van zijn fouten." in page
    assert WriteUp.objects.count() == 0


def test_the_preview_says_who_sees_it_and_how_it_gets_on_the_site(
    chief_client: Client, assistant_client: Client, draft: ImportDraft
) -> None:
    address = f"/redactie/{draft.pk}/voorbeeld/"
    chief, assistant = (
        bar(client.get(address).content) for client in (chief_client, assistant_client)
    )
    for text in (chief, assistant):
        assert "een concept: het staat nog niet op de site" in text
        assert "Alleen wie bij de redactie is ingelogd, ziet deze pagina." in text
    assert "Publiceer nu" in chief
    assert "Publiceer nu" not in assistant
    assert "Dien in ter beoordeling" in assistant


def test_the_buttons_of_finishing_say_what_they_do(
    chief_client: Client, draft: ImportDraft
) -> None:
    page = chief_client.get(f"/redactie/{draft.pk}/afronden/").content
    steps = BeautifulSoup(page, "html.parser").select("[name=step]")
    labels = {str(one["value"]): one.get_text(strip=True) for one in steps}
    assert labels["publish"] == "Publiceer nu"
    assert labels["schedule"] == "Plan"


def test_no_screen_shows_how_python_writes_a_thing(
    chief_client: Client, draft: ImportDraft
) -> None:
    ways = ("", "afronden/", "voorbeeld/", "brontekst/", "weggooien/")
    pages = {way: chief_client.get(f"/redactie/{draft.pk}/{way}") for way in ways}
    finish(chief_client, draft, "publish")
    write_up = WriteUp.objects.get()
    pages |= {
        path: chief_client.get(path)
        for path in ("/redactie/", f"/redactie/verslagen/{write_up.slug}/")
    }
    assert {way for way, page in pages.items() if page.status_code != 200} == set()
    shown = {way: BeautifulSoup(page.content, "html.parser") for way, page in pages.items()}
    odd = re.compile(r"<\w+: |\w+\(\w+=|<\w+ object at ")
    assert {way for way, page in shown.items() if odd.search(page.get_text())} == set()


def test_the_preview_of_changes_says_that_the_site_has_what_was(
    chief_client: Client, draft: ImportDraft
) -> None:
    finish(chief_client, draft, "publish")
    page = chief_client.get(f"/redactie/{draft.pk}/voorbeeld/").content
    assert "op de site staat nog wat er stond" in bar(page)
    public = chief_client.get(WriteUp.objects.get().get_absolute_url()).content
    assert bar(public) == ""


def test_a_redacteur_is_told_that_a_public_write_up_is_brought_up_to_date_by_another(
    chief_client: Client, assistant_client: Client, draft: ImportDraft
) -> None:
    finish(chief_client, draft, "publish")
    address = f"/redactie/{draft.pk}/afronden/"
    page = assistant_client.get(address).content.decode()
    assert "Alleen een eindredacteur kan het bijwerken" in page
    assert "Werk het verslag bij" not in page
    assert "Werk het verslag bij" in chief_client.get(address).content.decode()


def bar(page: bytes) -> str:
    """The words of the bar on top of a preview; empty where there is none."""
    found = BeautifulSoup(page, "html.parser").select_one("aside.kb-alert")
    return " ".join(found.get_text().split()) if found else ""


def test_the_preview_leads_to_what_is_still_open(chief_client: Client, draft: ImportDraft) -> None:
    save_decisions(draft=draft, version=1, decisions={"document": {"title": ""}})
    response = chief_client.get(f"/redactie/{draft.pk}/voorbeeld/")
    assert response["Location"] == f"/redactie/{draft.pk}/?controle=ja#fouten"


def test_publishing_puts_the_write_up_on_the_site(
    chief_client: Client, draft: ImportDraft, client: Client
) -> None:
    response = finish(chief_client, draft, "publish")
    write_up = WriteUp.objects.get()
    assert response["Location"] == f"/redactie/verslagen/{write_up.slug}/"
    page = client.get(f"/verslagen/{write_up.slug}/")
    assert page.status_code == 200
    assert "Marieke Zandstra" in page.content.decode()
    assert Quote.objects.get().speaker.name == "Marieke Zandstra"  # type: ignore[union-attr]


def test_sending_twice_makes_one_write_up(chief_client: Client, draft: ImportDraft) -> None:
    for _ in range(2):
        assert finish(chief_client, draft, "publish").status_code == 302
    assert (WriteUp.objects.count(), Quote.objects.count()) == (1, 1)


def test_who_may_not_publish_hands_in(assistant_client: Client, draft: ImportDraft) -> None:
    page = assistant_client.get(f"/redactie/{draft.pk}/afronden/").content.decode()
    assert "Dien in ter beoordeling" in page
    assert "Publiceer nu" not in page
    assert finish(assistant_client, draft, "publish").status_code == 403
    assert WriteUp.objects.count() == 0
    assert finish(assistant_client, draft, "hand_in").status_code == 302
    assert WriteUp.objects.get().status == Status.IN_REVIEW


def test_a_write_up_is_scheduled(chief_client: Client, draft: ImportDraft, client: Client) -> None:
    at = timezone.localtime() + timedelta(days=2)
    finish(chief_client, draft, "schedule", at=at.strftime("%Y-%m-%dT%H:%M"))
    write_up = WriteUp.objects.get()
    assert write_up.publish_at == at.replace(second=0, microsecond=0)
    assert client.get(f"/verslagen/{write_up.slug}/").status_code == 404


def test_an_announced_session_stays_on_the_site_until_its_planned_write_up_does(
    chief_client: Client, draft: ImportDraft, client: Client, make: Any
) -> None:
    announced = make.session("Samen leren van mislukken")
    save_decisions(draft=draft, version=1, decisions={"document": {"session": announced.slug}})
    at = timezone.localtime() + timedelta(days=2)
    finish(chief_client, draft, "schedule", at=at.strftime("%Y-%m-%dT%H:%M"))
    write_up = WriteUp.objects.get()
    assert (write_up.session, client.get(announced.get_absolute_url()).status_code) == (
        announced, 200,
    )  # fmt: skip
    assert ">Aangekondigd</h3>" in client.get("/sessies/").content.decode()
    write_up.publish_at = timezone.now()
    write_up.save()
    page = client.get("/sessies/").content.decode()
    assert (">Aangekondigd</h3>" in page, ">Gehouden</h3>" in page) == (False, True)
    assert "Aangekondigd" not in client.get(announced.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"step": "schedule"}, "Vul in wanneer"),
        ({"step": "schedule", "at": "morgen"}, "Vul een dag en een tijd in"),
        ({"step": "schedule", "at": "2001-01-01T10:00"}, "Dit moment is voorbij"),
        ({"step": ""}, "Kies wat er met het verslag gebeurt"),
        ({"step": "unpublish"}, ""),
    ],
)
def test_a_step_that_makes_no_sense_is_told(
    chief_client: Client, draft: ImportDraft, data: Any, message: str
) -> None:
    response = chief_client.post(f"/redactie/{draft.pk}/afronden/", {"version": 1, **data})
    assert response.status_code == 422
    assert message in response.content.decode()
    assert WriteUp.objects.count() == 0


def test_what_somebody_else_saved_meanwhile_is_looked_at_first(
    chief_client: Client, draft: ImportDraft, redacteur: User
) -> None:
    save_decisions(draft=draft, version=1, decisions={"document": {"note": "x"}}, user=redacteur)
    data = {"version": 1, "step": "publish"}
    response = chief_client.post(f"/redactie/{draft.pk}/afronden/", data, follow=True)
    assert "Iemand anders bewaarde intussen" in response.content.decode()
    assert WriteUp.objects.count() == 0


def test_finishing_with_something_open_leads_back(chief_client: Client, draft: ImportDraft) -> None:
    save_decisions(draft=draft, version=1, decisions={"document": {"title": ""}})
    back = f"/redactie/{draft.pk}/?controle=ja#fouten"
    assert chief_client.get(f"/redactie/{draft.pk}/afronden/")["Location"] == back
    assert finish(chief_client, draft, "publish")["Location"] == back


def step(client: Client, write_up: WriteUp, name: str) -> Any:
    return client.post(f"/redactie/verslagen/{write_up.slug}/", {"step": name})


def test_a_write_up_walks_to_the_site_and_back(
    chief_client: Client, assistant_client: Client, make: Any
) -> None:
    row = make.draft("Een verslag")
    for client, name, status in (
        (assistant_client, "hand_in", Status.IN_REVIEW),
        (assistant_client, "send_back", Status.DRAFT),
        (chief_client, "publish", Status.PUBLISHED),
        (chief_client, "unpublish", Status.DRAFT),
    ):
        assert step(client, row, name).status_code == 302
        row.refresh_from_db()
        assert row.status == status
    page = chief_client.get(f"/redactie/verslagen/{row.slug}/").content.decode()
    assert "Van de site gehaald" in page
    assert "robin" in page


def test_only_the_chief_takes_a_write_up_off_the_site(assistant_client: Client, make: Any) -> None:
    row = make.write_up("Een verslag")
    page = assistant_client.get(f"/redactie/verslagen/{row.slug}/").content.decode()
    assert "Alleen de eindredactie" in page
    for name in ("publish", "unpublish"):
        assert step(assistant_client, row, name).status_code == 403
    assert step(assistant_client, row, "send_back").status_code == 422
    row.refresh_from_db()
    assert row.status == Status.PUBLISHED


def test_versions_are_compared_and_brought_back(chief_client: Client, make: Any) -> None:
    row = make.draft("Een verslag", body="Een goede tekst.")
    row.body = "Een slechte tekst."
    row.save()
    first = row.history.order_by("history_id").first()
    path = f"/redactie/versie/write_up/{first.pk}/"
    page = chief_client.get(path).content.decode()
    assert "<del>goede </del><ins>slechte </ins>tekst." in page.replace("Een ", "")
    assert chief_client.post(path)["Location"] == f"/redactie/verslagen/{row.slug}/"
    row.refresh_from_db()
    assert row.body == "Een goede tekst."


def test_a_removed_item_is_listed_and_brought_back(chief_client: Client, make: Any) -> None:
    tip = make.tip("Begin klein", write_up=make.draft(body="Begin klein"))
    slug = tip.write_up.slug
    tip.delete()
    page = chief_client.get(f"/redactie/verslagen/{slug}/").content.decode()
    assert "Weggehaalde onderdelen" in page
    record = type(tip).history.filter(history_type="-").get()
    assert chief_client.get(f"/redactie/versie/tip/{record.pk}/").status_code == 200
    assert chief_client.post(f"/redactie/versie/tip/{record.pk}/").status_code == 302
    assert type(tip).objects.get().title == "Begin klein"


def test_the_versions_of_an_item_are_listed(chief_client: Client, make: Any) -> None:
    quote = make.quote("Wie leert, die groeit.")
    page = chief_client.get(f"/redactie/versies/quote/{quote.pk}/")
    assert page.status_code == 200
    assert "gemaakt" in page.content.decode()


def test_a_version_of_a_published_write_up_is_the_chiefs(
    assistant_client: Client, make: Any
) -> None:
    row = make.write_up("Een verslag")
    record = row.history.first()
    assert assistant_client.post(f"/redactie/versie/write_up/{record.pk}/").status_code == 403
