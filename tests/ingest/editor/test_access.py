"""Who gets in, and how work survives an expired log-in."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from innovkb.ingest.models import ImportDraft

SCREENS = [
    "",
    "nieuw/",
    "ingelogd/",
    "{pk}/",
    "{pk}/voorbeeld/",
    "{pk}/afronden/",
    "{pk}/weggooien/",
]
FETCH = {"X-Requested-With": "fetch"}


def address(screen: str, draft: ImportDraft) -> str:
    return f"/redactie/{screen}".replace("{pk}", str(draft.pk))


@pytest.mark.parametrize("screen", SCREENS)
def test_who_is_not_logged_in_is_sent_to_the_log_in(
    client: Client, draft: ImportDraft, screen: str
) -> None:
    response = client.get(address(screen, draft))
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/?next=/redactie/")


@pytest.mark.parametrize("screen", SCREENS)
def test_who_is_no_editor_is_refused(client: Client, draft: ImportDraft, screen: str) -> None:
    client.force_login(User.objects.create_user("gast", is_staff=True))
    for method in (client.get, client.post):
        response: Any = method(address(screen, draft))
        assert response.status_code in (403, 405)
    assert "Je hebt geen toegang" in client.get(address(screen, draft)).content.decode()


@pytest.mark.parametrize("screen", SCREENS)
def test_other_methods_are_refused(chief_client: Client, draft: ImportDraft, screen: str) -> None:
    for method in (chief_client.put, chief_client.delete, chief_client.patch):
        response: Any = method(address(screen, draft))
        assert response.status_code == 405


@pytest.mark.parametrize(
    "path",
    ["/redactie/999/", "/redactie/999999999999999999999/", "/redactie/verslagen/is-er-niet/",
     "/redactie/versies/quote/999/", "/redactie/versies/speaker/1/", "/redactie/versie/tip/999/",
     "/redactie/versie/onzin/1/"],
)  # fmt: skip
def test_what_is_not_there_is_not_found(chief_client: Client, path: str) -> None:
    assert chief_client.get(path).status_code == 404


def test_autosave_tells_who_is_logged_out_where_to_log_in(
    client: Client, draft: ImportDraft
) -> None:
    response = client.post(f"/redactie/{draft.pk}/bewaren/", {"d.title": "X"}, headers=FETCH)
    assert response.status_code == 403
    assert response.json()["login"] == "/admin/login/?next=/redactie/ingelogd/"
    assert "je werk staat nog hier" in response.json()["message"]


def test_a_form_that_was_sent_while_logged_out_is_kept_and_saved_after_logging_in(
    client: Client, draft: ImportDraft, eindredacteur: User
) -> None:
    path = f"/redactie/{draft.pk}/"
    sent = {"version": "1", "d.title": "Mijn titel", "d.summary": "Eerste\nTweede"}
    page = client.post(path, sent)
    assert page.status_code == 403
    text = page.content.decode()
    assert 'name="d.title" value="Mijn titel"' in text
    assert "Eerste\nTweede</textarea>" in text
    wrong = client.post(path, {**sent, "kept_username": "eva", "kept_password": "fout"})
    assert "horen niet bij elkaar" in wrong.content.decode()
    assert "Mijn titel" in wrong.content.decode()
    right = {**sent, "kept_username": "eva", "kept_password": "geheim-voor-tests"}
    assert client.post(path, right).status_code == 302
    draft.refresh_from_db()
    assert draft.decisions["document"] == {"title": "Mijn titel", "summary": "Eerste\nTweede"}
    assert draft.last_editor == eindredacteur


def test_a_password_is_never_put_back_on_the_page(client: Client, draft: ImportDraft) -> None:
    data = {"kept_username": "eva", "kept_password": "heel-geheim"}
    page = client.post(f"/redactie/{draft.pk}/", data).content.decode()
    assert "heel-geheim" not in page


def test_a_form_of_before_the_log_in_is_kept_and_saved_with_one_button(
    draft: ImportDraft, eindredacteur: User
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(eindredacteur)
    path = f"/redactie/{draft.pk}/"
    page = client.post(path, {"version": "1", "d.title": "Mijn titel"})
    assert page.status_code == 403
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page.content.decode())
    assert token is not None
    sent = {"version": "1", "d.title": "Mijn titel", "csrfmiddlewaretoken": token[1]}
    assert client.post(path, sent).status_code == 302
    draft.refresh_from_db()
    assert draft.title == "Mijn titel"


def test_a_form_of_another_site_is_refused(draft: ImportDraft, eindredacteur: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(eindredacteur)
    sent = {"version": "1", "d.title": "Kwaad"}
    page = client.post(f"/redactie/{draft.pk}/", sent, headers={"Origin": "https://evil.example"})
    assert page.status_code == 403
    assert "Kwaad" not in page.content.decode()
    draft.refresh_from_db()
    assert draft.decisions == {}


def test_a_form_that_is_too_large_is_told_so(
    chief_client: Client, draft: ImportDraft, settings: Any
) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
    long = chief_client.post("/redactie/nieuw/", f"text={'a' * 17_000_000}",
                             content_type="application/x-www-form-urlencoded")  # fmt: skip
    assert long.status_code == 413
    assert "Dit is te veel om in één keer te versturen." in long.content.decode()
    many = {f"x{number}": "1" for number in range(1_100)}
    assert chief_client.post(f"/redactie/{draft.pk}/", many).status_code == 413
