"""The preview of a write-up in the admin: the public page, that nobody else sees."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from innovkb.lib.publishing import Status
from sessions.models import WriteUp
from tests.forms import notices

LIST = "/admin/innovation_sessions/writeup/"


def change_address(write_up: WriteUp) -> str:
    return f"{LIST}{write_up.pk}/change/"


def test_a_draft_is_nowhere_on_the_site_but_can_be_previewed(
    editor_client: Client, client: Client, make: Any
) -> None:
    draft = make.draft("Nog geheim", body="Hier staat: gewoon doen.")
    make.quote("gewoon doen", write_up=draft)
    preview = f"{LIST}{draft.pk}/preview/"
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert client.get(preview).status_code == 302
    page = editor_client.get(preview)
    assert page.status_code == 200
    assert "Nog geheim" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    draft.refresh_from_db()
    assert draft.status == Status.DRAFT
    assert client.get(draft.get_absolute_url()).status_code == 404
    html = editor_client.get(change_address(draft)).content.decode()
    assert preview in html
    assert "Op site bekijken" not in html


def test_a_preview_says_that_it_is_one_and_a_public_page_never_does(
    editor_client: Client, make: Any
) -> None:
    draft, public = make.draft(body="Hier."), make.write_up()
    later = make.write_up(publish_at=timezone.now() + timedelta(days=3))
    for write_up, words in (
        (draft, "een concept: het staat nog niet op de site"),
        (later, "het verslag komt vanaf"),
        (public, "Het verslag staat zo ook"),
    ):
        page = editor_client.get(f"{LIST}{write_up.pk}/preview/").content.decode()
        assert words in page
        assert ("Alleen wie bij de redactie is ingelogd" in page) == (write_up != public)
    page = editor_client.get(public.get_absolute_url()).content.decode()
    assert "Dit is een voorbeeld" not in page
    assert "Dit is een concept" not in page


def test_a_published_write_up_can_be_looked_at_on_the_site(
    editor_client: Client, make: Any
) -> None:
    html = editor_client.get(change_address(make.write_up())).content.decode()
    assert "Op site bekijken" in html
    assert ">Versies</a>" in html


def test_a_preview_without_a_text_says_so(editor_client: Client, make: Any) -> None:
    draft = make.draft(body="")
    assert editor_client.get(f"{LIST}{draft.pk}/preview/").status_code == 302
    assert notices(editor_client, LIST) == ["Dit verslag heeft nog geen tekst om te tonen."]


def test_a_preview_of_nothing_is_not_found(editor_client: Client) -> None:
    assert editor_client.get(f"{LIST}4711/preview/").status_code == 404
