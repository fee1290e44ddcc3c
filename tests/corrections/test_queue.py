"""The editors' queue, and what of it comes on the page."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from innovkb.corrections.actions import receive
from innovkb.corrections.models import Correction


@pytest.fixture
def tip(make: Any) -> Any:
    return make.tip("Begin klein")


@pytest.fixture
def correction(tip: Any) -> Correction:
    return receive(thing=tip, wrong="<b>Fout</b>", suggestion="Goed", email="lezer@example.org")


def change(client: Client, row: Correction, **fields: str) -> Any:
    return client.post(f"/admin/innovkb/correction/{row.pk}/change/", fields)


def test_the_queue_shows_what_was_said_escaped(
    editor_client: Client, correction: Correction
) -> None:
    queue = editor_client.get("/admin/innovkb/correction/").content.decode()
    assert "&lt;b&gt;Fout&lt;/b&gt;" in queue and "Begin klein" in queue
    page = editor_client.get(f"/admin/innovkb/correction/{correction.pk}/change/").content.decode()
    assert 'href="/tips/begin-klein/"' in page
    assert "lezer@example.org" in page
    assert "<b>Fout</b>" not in page


def test_nothing_is_added_by_hand(editor_client: Client) -> None:
    assert editor_client.get("/admin/innovkb/correction/add/").status_code == 403


def test_closing_a_correction_dates_it_and_forgets_the_sender(
    editor_client: Client, correction: Correction
) -> None:
    response = change(
        editor_client, correction, state="done", answer="De naam klopte niet.", is_public="on"
    )
    assert response.status_code == 302
    correction.refresh_from_db()
    assert (correction.state, correction.email) == ("done", "")
    assert correction.handled_on == timezone.localdate()
    assert correction.wrong == "<b>Fout</b>"


def test_an_open_correction_keeps_the_sender(editor_client: Client, correction: Correction) -> None:
    change(editor_client, correction, state="open", answer="")
    correction.refresh_from_db()
    assert (correction.email, correction.handled_on) == ("lezer@example.org", None)


@pytest.mark.parametrize(
    "fields", [{"state": "done", "answer": ""}, {"state": "open", "answer": "Verbeterd."}]
)
def test_only_what_was_done_and_said_can_be_public(
    editor_client: Client, correction: Correction, fields: dict[str, str]
) -> None:
    response = change(editor_client, correction, is_public="on", **fields)
    assert response.status_code == 200
    assert "alleen een verwerkte melding" in response.content.decode()
    correction.refresh_from_db()
    assert correction.is_public is False
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.filter(pk=correction.pk).update(is_public=True, **fields)


def test_a_correction_outlives_its_page(
    editor_client: Client, tip: Any, correction: Correction
) -> None:
    tip.delete()
    page = editor_client.get(f"/admin/innovkb/correction/{correction.pk}/change/").content.decode()
    assert "staat niet meer op de site" in page


def test_the_page_is_not_linked_while_it_is_a_draft(make: Any) -> None:
    tip = make.tip(write_up=make.draft())
    assert receive(thing=tip, wrong="Fout", suggestion="", email="").public_page() is None


def test_the_same_words_after_an_answer_are_a_new_report(
    editor_client: Client, tip: Any, correction: Correction
) -> None:
    same = {"wrong": "<b>fout</b>", "suggestion": "Goed", "email": ""}
    assert receive(thing=tip, **same) == correction
    change(editor_client, correction, state="rejected", answer="")
    again = receive(thing=tip, **same)
    assert (again == correction, again.state, Correction.objects.count()) == (False, "new", 2)
    page = change(editor_client, correction, state="open", answer="")
    assert page.status_code == 200
    assert "staat al open" in page.content.decode()
    correction.refresh_from_db()
    assert correction.state == "rejected"
