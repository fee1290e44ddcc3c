"""The editor's screen of a write-up: its items inside it, their passages, its preview."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from innovkb.lib.publishing import Status
from practices.models import Tip
from sessions.models import Appearance, Quote, Session, WriteUp
from tests.forms import add_rows, errors, form_values

ADD = "/admin/innovation_sessions/writeup/add/"
LIST = "/admin/innovation_sessions/writeup/"
BODY = """## Begin

Anna zei “Gewoon doen.” Bram zei “Ik durf.” En “Samen.”

- Begin klein.
- Vier het.
"""


def change_address(write_up: WriteUp) -> str:
    return f"{LIST}{write_up.pk}/change/"


def screen(client: Client, address: str) -> tuple[str, dict[str, Any]]:
    html = client.get(address).content.decode()
    return html, form_values(html, "writeup_form")


def test_a_session_with_its_write_up_is_added_and_shows_on_the_site(
    editor_client: Client, make: Any, client: Client
) -> None:
    anna, bram = make.speaker("Anna de Wit"), make.speaker("Bram Zwart")
    theme = make.theme("Durf")
    address = "/admin/innovation_sessions/session/add/"
    html = editor_client.get(address).content.decode()
    values = form_values(html, "session_form")
    values |= {"title": "Durven", "state": "held", "date": "2025-12-08"}
    assert editor_client.post(address, values).status_code == 302

    html, values = screen(editor_client, ADD)
    values |= {
        "title": "Verslag van durven",
        "session": str(Session.objects.get().pk),
        "body": BODY,
        "status": Status.PUBLISHED,
    }
    add_rows(html, values, "appearances", [
        {"speaker": str(anna.pk), "part": "introduced", "role": "adviseur"},
        {"speaker": str(bram.pk), "part": "panel"},
    ])  # fmt: skip
    add_rows(html, values, "quotes", [
        {"text": "Gewoon doen.", "speaker": str(anna.pk), "themes": [str(theme.pk)]},
        {"text": "Ik durf.", "speaker": str(bram.pk)},
        {"text": "Samen.", "speaker_label": "een deelnemer"},
    ])  # fmt: skip
    add_rows(html, values, "tips", [
        {"title": "Begin klein", "excerpt": "Begin klein."},
        {"title": "Vier het", "excerpt": "Vier het."},
    ])  # fmt: skip
    response = editor_client.post(ADD, values)
    assert (response.status_code, errors(response.content.decode())) == (302, [])

    write_up = WriteUp.objects.get()
    assert write_up.session == Session.objects.get()
    assert list(Quote.objects.values_list("slug", "position", "excerpt")) == [
        ("gewoon-doen", 1, "Gewoon doen."),
        ("ik-durf", 2, "Ik durf."),
        ("samen", 3, "Samen."),
    ]
    assert list(Tip.objects.values_list("slug", "position")) == [
        ("begin-klein", 1),
        ("vier-het", 2),
    ]
    assert Appearance.objects.count() == 2
    for path, words in {
        write_up.get_absolute_url(): "Gewoon doen.",
        anna.get_absolute_url(): "Anna de Wit",
        Quote.objects.get(slug="samen").get_absolute_url(): "een deelnemer",
        Tip.objects.get(slug="vier-het").get_absolute_url(): "Vier het",
        Session.objects.get().get_absolute_url(): "Durven",
    }.items():
        page = client.get(path)
        assert (page.status_code, words in page.content.decode()) == (200, True)


def test_a_passage_that_is_not_in_the_text_is_an_error_at_the_field(
    editor_client: Client, make: Any
) -> None:
    write_up = make.write_up(body=BODY)
    html, values = screen(editor_client, change_address(write_up))
    add_rows(html, values, "tips", [{"title": "Verzonnen", "excerpt": "Nooit gezegd."}])
    page = editor_client.post(change_address(write_up), values).content.decode()
    assert "De passage staat niet (meer) in de tekst van het verslag." in errors(page)
    assert "Nooit gezegd." in page
    assert Tip.objects.count() == 0


def test_the_new_text_counts_for_the_passages_on_the_same_screen(
    editor_client: Client, make: Any
) -> None:
    write_up = make.write_up(body="Oud.")
    html, values = screen(editor_client, change_address(write_up))
    values["body"] = "Oud. Nieuw."
    add_rows(html, values, "quotes", [{"text": "Nieuw."}])
    assert editor_client.post(change_address(write_up), values).status_code == 302
    assert Quote.objects.get().excerpt == "Nieuw."


def test_a_passage_that_stands_twice_asks_for_the_occurrence(
    editor_client: Client, make: Any
) -> None:
    write_up = make.write_up(body="Doen. En nog eens: Doen.")
    html, values = screen(editor_client, change_address(write_up))
    add_rows(html, values, "quotes", [{"text": "Doen."}])
    page = editor_client.post(change_address(write_up), values).content.decode()
    reason = "De passage staat 2 keer in de tekst; kies de hoeveelste keer je bedoelt."
    assert reason in errors(page)
    values["quotes-0-excerpt_occurrence"] = "2"
    assert editor_client.post(change_address(write_up), values).status_code == 302
    assert Quote.objects.get().excerpt_occurrence == 2


def test_a_text_that_loses_passages_warns_by_name_and_keeps_the_items(
    editor_client: Client, make: Any
) -> None:
    write_up = make.write_up(body=BODY)
    lost = make.quote("Gewoon doen.", write_up=write_up)
    kept = make.tip("Vier het", write_up=write_up, excerpt="Vier het.")
    example = make.example("Kaart", write_up=write_up, excerpt="Begin klein.")
    _, values = screen(editor_client, change_address(write_up))
    values["body"] = "Iets anders. Vier het."
    assert editor_client.post(change_address(write_up), values).status_code == 302
    page = editor_client.get(LIST).content.decode()
    assert f'<a href="/admin/innovation_sessions/quote/{lost.pk}/change/">citaat ‘' in page
    assert f'<a href="/admin/practices/example/{example.pk}/change/">voorbeeld ‘Kaart’' in page
    assert f"/admin/practices/tip/{kept.pk}/change/" not in page
    lost.refresh_from_db()
    assert lost.excerpt == "Gewoon doen."


def test_quotes_can_change_places(editor_client: Client, make: Any) -> None:
    write_up = make.write_up(body=BODY)
    first = make.quote("Gewoon doen.", write_up=write_up)
    second = make.quote("Ik durf.", write_up=write_up)
    third = make.quote("Samen.", write_up=write_up)
    html, values = screen(editor_client, change_address(write_up))
    values |= {"quotes-0-position": "2", "quotes-1-position": "1", "quotes-2-DELETE": "on"}
    add_rows(html, values, "quotes", [{"text": "Vier het.", "position": "3"}])
    assert editor_client.post(change_address(write_up), values).status_code == 302
    assert list(Quote.objects.order_by("position").values_list("pk", flat=True)[:2]) == [
        second.pk,
        first.pk,
    ]
    assert not Quote.objects.filter(pk=third.pk).exists()
    assert list(Quote.objects.values_list("position", flat=True)) == [1, 2, 3]


def test_two_quotes_in_one_place_are_an_error(editor_client: Client, make: Any) -> None:
    write_up = make.write_up(body=BODY)
    make.quote("Gewoon doen.", write_up=write_up)
    make.quote("Ik durf.", write_up=write_up)
    _, values = screen(editor_client, change_address(write_up))
    values["quotes-1-position"] = "1"
    page = editor_client.post(change_address(write_up), values).content.decode()
    assert "Deze plaats in het verslag is al bezet." in errors(page)


def test_a_published_write_up_needs_a_text(editor_client: Client) -> None:
    _, values = screen(editor_client, ADD)
    values |= {"title": "Leeg", "status": Status.PUBLISHED}
    page = editor_client.post(ADD, values).content.decode()
    assert "Een gepubliceerd verslag heeft een tekst." in errors(page)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("title", "a\0b", "Null-tekens zijn niet toegestaan."),
        ("title", "a" * 251, "Zorg dat deze waarde"),
        ("body", "a\0b", "Null-tekens zijn niet toegestaan."),
        ("date", "gisteren", "Voer een geldige datum in."),
        ("source_url", "geen adres", "Voer een geldige URL in."),
        ("status", "verzonnen", "Selecteer een geldige keuze."),
        ("session", "99999999999999999999", "Selecteer een geldige keuze."),
        ("session", "\0", "Selecteer een geldige keuze."),
        ("slug", "met spatie", "Voer een geldige ‘slug’ in"),
    ],
)  # fmt: skip
def test_bad_input_is_an_error_at_the_field_and_loses_nothing(
    editor_client: Client, field: str, value: str, message: str
) -> None:
    _, values = screen(editor_client, ADD)
    values |= {"title": "Titel", "summary": "Een samenvatting.", field: value}
    response = editor_client.post(ADD, values)
    page = response.content.decode()
    assert response.status_code == 200
    assert [error for error in errors(page) if error.startswith(message)] != []
    assert "Een samenvatting." in page
    assert WriteUp.objects.count() == 0


@pytest.mark.parametrize("position", ["-1", "1000001", "99999999999999999999", "x", "\0"])
def test_a_place_that_no_row_can_have_is_an_error(
    editor_client: Client, make: Any, position: str
) -> None:
    write_up = make.write_up(body=BODY)
    html, values = screen(editor_client, change_address(write_up))
    add_rows(html, values, "quotes", [{"text": "Samen.", "position": position}])
    response = editor_client.post(change_address(write_up), values)
    assert response.status_code == 200
    assert len(errors(response.content.decode())) == 2


@pytest.mark.parametrize("slug", ["", "anders"])
def test_a_refused_address_leaves_the_link_to_the_steps_as_it_was(
    editor_client: Client, make: Any, slug: str
) -> None:
    write_up = make.write_up(slug="oud")
    _, values = screen(editor_client, change_address(write_up))
    page = editor_client.post(change_address(write_up), {**values, "slug": slug, "title": ""})
    assert page.status_code == 200
    assert 'href="/redactie/verslagen/oud/"' in page.content.decode()


def test_a_new_address_keeps_the_old_one_working(
    editor_client: Client, client: Client, make: Any
) -> None:
    write_up = make.write_up(slug="oud")
    _, values = screen(editor_client, change_address(write_up))
    values["slug"] = "nieuw"
    assert editor_client.post(change_address(write_up), values).status_code == 302
    response = client.get("/verslagen/oud/")
    assert (response.status_code, response.get("Location")) == (301, "/verslagen/nieuw/")


def test_every_write_up_of_the_site_can_be_saved_unchanged(
    editor_client: Client, content: None
) -> None:
    for write_up in WriteUp.objects.all():
        _, values = screen(editor_client, change_address(write_up))
        response = editor_client.post(change_address(write_up), values)
        assert (response.status_code, errors(response.content.decode())) == (302, [])
        noted = LogEntry.objects.latest("pk")
        assert (noted.object_id, noted.get_change_message()) == (
            str(write_up.pk),
            "Geen velden gewijzigd.",
        )
