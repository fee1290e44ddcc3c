"""The list of imports, and starting one by pasting or uploading."""

import json
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from innovkb.ingest.editor.drafts import saving
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.read.source import MAX_TEXT_BYTES
from innovkb.ingest.recognise import Recognition

NEW = "/redactie/nieuw/"
FETCH = {"X-Requested-With": "fetch"}


def test_pasting_a_text_makes_a_draft_and_leads_to_its_review(
    chief_client: Client, eindredacteur: User
) -> None:
    response = chief_client.post(NEW, {"text": "# Een titel\n\n## Tips\n\n- Begin klein."})
    draft = ImportDraft.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"/redactie/{draft.pk}/")
    assert (draft.title, draft.owner, draft.origin) == ("Een titel", eindredacteur, "paste")


def test_uploading_a_file_keeps_its_name(chief_client: Client) -> None:
    upload = SimpleUploadedFile("verslag.txt", "Een titel\n\nEen zin.".encode("cp1252"))
    chief_client.post(NEW, {"file": upload})
    draft = ImportDraft.objects.get()
    assert (draft.origin, draft.file_name) == ("upload", "verslag.txt")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "Plak een tekst of kies een bestand."),
        ({"text": " \n "}, "Plak een tekst of kies een bestand."),
        ({"file": SimpleUploadedFile("a.txt", b"")}, "Dit bestand is leeg"),
        ({"file": SimpleUploadedFile("a.exe", b"MZ")}, "Dit soort bestand kunnen we niet lezen"),
        ({"file": SimpleUploadedFile("a.docx", b"PK\x03\x04")}, "Word"),
        ({"file": SimpleUploadedFile("a.pdf", b"%PDF-1.4")}, "PDF"),
    ],
)
def test_what_cannot_be_read_is_told_and_makes_no_draft(
    chief_client: Client, data: Any, message: str
) -> None:
    response = chief_client.post(NEW, data)
    assert response.status_code == 422
    assert message in response.content.decode()
    assert ImportDraft.objects.count() == 0


def test_a_refused_paste_stays_in_the_field(chief_client: Client) -> None:
    data = {"text": "Mijn lange tekst", "file": SimpleUploadedFile("a.txt", b"En een bestand")}
    page = chief_client.post(NEW, data).content.decode()
    assert "Mijn lange tekst</textarea>" in page
    assert "Je plakte een tekst én koos een bestand" in page


def test_five_megabytes_pass_without_a_script_and_more_is_told(
    chief_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "recognise", lambda text, known: Recognition(text=text))
    form = "application/x-www-form-urlencoded"
    most = quote("é" * (MAX_TEXT_BYTES // 2))
    assert len(most) == 3 * MAX_TEXT_BYTES
    response = chief_client.post(NEW, f"text={most}", content_type=form)
    draft = ImportDraft.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"/redactie/{draft.pk}/")
    refused = chief_client.post(NEW, f"text={'a' * (MAX_TEXT_BYTES + 1)}", content_type=form)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "een verslag mag hoogstens 5 MB zijn" in page
    assert "a" * (MAX_TEXT_BYTES + 1) in page


def test_sending_twice_makes_one_draft(chief_client: Client) -> None:
    places = {chief_client.post(NEW, {"text": "Een titel\n\nTekst."})["Location"] for _ in "ab"}
    assert len(places) == 1
    assert ImportDraft.objects.count() == 1


def test_our_script_gets_the_address_of_the_review_or_the_errors(chief_client: Client) -> None:
    refused = chief_client.post(NEW, {}, headers=FETCH)
    assert (refused.status_code, refused.json()) == (
        422,
        {"errors": ["Plak een tekst of kies een bestand."]},
    )
    upload = SimpleUploadedFile("geplakt.txt", b"Een titel\n\nTekst.")
    made = chief_client.post(NEW, {"file": upload}, headers=FETCH)
    draft = ImportDraft.objects.get()
    assert made.json() == {"url": f"/redactie/{draft.pk}/"}
    assert (draft.origin, draft.file_name) == ("paste", "")


def test_a_rich_paste_becomes_a_text_with_its_lists_and_no_script(chief_client: Client) -> None:
    html = b"<h2>Tips</h2><ul><li>Begin klein</li></ul><script>alert(1)</script>"
    response = chief_client.post("/redactie/opmaak/", {"html": SimpleUploadedFile("a", html)})
    text = json.loads(response.content)["text"]
    assert "## Tips" in text
    assert "Begin klein" in text
    assert "alert" not in text


def test_a_rich_paste_without_words_is_refused(chief_client: Client) -> None:
    response = chief_client.post("/redactie/opmaak/", {"html": SimpleUploadedFile("a", b"<p>")})
    assert response.status_code == 422
    assert chief_client.post("/redactie/opmaak/").status_code == 413


def test_the_list_shows_drafts_of_everybody_and_write_ups_that_wait(
    chief_client: Client, redacteur: User, draft: ImportDraft, make: Any
) -> None:
    ImportDraft.objects.filter(pk=draft.pk).update(owner=redacteur, last_editor=redacteur)
    make.draft("Een concept")
    make.write_up("Al op de site")
    page = chief_client.get("/redactie/").content.decode()
    assert "Samen leren van mislukken" in page
    assert "Van robin" in page
    assert "Een concept" in page
    assert "Al op de site" not in page


def test_an_empty_list_says_how_to_begin(chief_client: Client) -> None:
    page = chief_client.get("/redactie/").content.decode()
    assert "Nu niets om na te kijken" in page


def test_the_admin_leads_to_the_screens(editor_client: Client) -> None:
    assert 'href="/redactie/"' in editor_client.get("/admin/").content.decode()
