"""Saving while typing, and two editors at once: nobody's work is lost."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from innovkb.ingest.editor.drafts import save_decisions
from innovkb.ingest.editor.review.values import fingerprint, read_sent
from innovkb.ingest.models import ImportDraft

FETCH = {"X-Requested-With": "fetch"}


def save(client: Client, draft: ImportDraft, version: int, was: Any = None, **values: Any) -> Any:
    data = {"version": version, "was": json.dumps(was or {}), **values}
    return client.post(f"/redactie/{draft.pk}/bewaren/", data, headers=FETCH)


def test_what_was_typed_is_saved_and_the_new_version_is_told(
    chief_client: Client, draft: ImportDraft
) -> None:
    response = save(chief_client, draft, 1, {"d.title": "Oud"}, **{"d.title": "Nieuw"})
    draft.refresh_from_db()
    assert (response.status_code, response["X-Draft-Version"]) == (204, "2")
    assert (draft.decisions, draft.version) == ({"document": {"title": "Nieuw"}}, 2)


def test_saving_the_same_twice_is_one_version(chief_client: Client, draft: ImportDraft) -> None:
    for _ in range(2):
        response = save(chief_client, draft, 1 if _ == 0 else 2, **{"d.title": "Nieuw"})
    assert (response.status_code, response["X-Draft-Version"]) == (204, "2")


def test_the_last_tick_can_be_taken_away(
    chief_client: Client, draft: ImportDraft, key: Any
) -> None:
    tip = key("tip")
    save(chief_client, draft, 1, empty=f"{tip}.themes")
    draft.refresh_from_db()
    assert draft.decisions["entries"][tip]["fields"] == {"themes": []}


def test_work_of_two_editors_on_different_fields_is_merged(
    chief_client: Client, draft: ImportDraft, redacteur: User
) -> None:
    save_decisions(draft=draft, version=1, decisions={"document": {"note": "B"}}, user=redacteur)
    response = save(chief_client, draft, 1, {"d.title": draft.title}, **{"d.title": "A"})
    assert response.status_code == 409
    answer = response.json()
    assert (answer["version"], answer["by"], answer["conflicts"]) == (3, "robin", [])
    draft.refresh_from_db()
    assert draft.decisions["document"] == {"note": "B", "title": "A"}


def test_a_field_that_both_changed_is_asked_about_and_both_values_are_kept(
    chief_client: Client, draft: ImportDraft, redacteur: User
) -> None:
    save_decisions(draft=draft, version=1, decisions={"document": {"title": "B"}}, user=redacteur)
    was = {"d.title": draft.title, "d.note": ""}
    response = save(chief_client, draft, 1, was, **{"d.title": "A", "d.note": "Mijn noot"})
    assert response.json()["conflicts"] == [{"name": "d.title", "mine": "A", "theirs": "B"}]
    draft.refresh_from_db()
    assert draft.decisions["document"] == {"title": "B", "note": "Mijn noot"}


def test_without_a_script_both_values_are_shown_and_one_is_chosen(
    chief_client: Client, draft: ImportDraft, redacteur: User, shown: Any
) -> None:
    path = f"/redactie/{draft.pk}/"
    values = shown(chief_client.get(path).content.decode(), "nakijken")
    save_decisions(draft=draft, version=1, decisions={"document": {"title": "B"}}, user=redacteur)
    response = chief_client.post(path, {**values, "d.title": "A"})
    page = response.content.decode()
    assert response.status_code == 409
    assert "jullie schreven allebei iets. Kies." in page
    again = shown(page, "nakijken")
    assert (again["d.title"], again["version"]) == ("A", "2")
    mine = chief_client.post(path, again)
    assert mine.status_code == 302
    draft.refresh_from_db()
    assert draft.decisions["document"] == {"title": "A"}


def test_without_a_script_the_value_of_the_other_can_be_taken(
    chief_client: Client, draft: ImportDraft, redacteur: User, shown: Any
) -> None:
    path = f"/redactie/{draft.pk}/"
    values = shown(chief_client.get(path).content.decode(), "nakijken")
    save_decisions(draft=draft, version=1, decisions={"document": {"title": "B"}}, user=redacteur)
    again = shown(chief_client.post(path, {**values, "d.title": "A"}).content.decode(), "nakijken")
    assert chief_client.post(path, {**again, "theirs": "d.title"}).status_code == 302
    draft.refresh_from_db()
    assert draft.decisions["document"] == {"title": "B"}


def test_without_a_script_other_fields_are_merged_and_the_second_is_told(
    chief_client: Client, draft: ImportDraft, redacteur: User, shown: Any
) -> None:
    path = f"/redactie/{draft.pk}/"
    values = shown(chief_client.get(path).content.decode(), "nakijken")
    save_decisions(draft=draft, version=1, decisions={"document": {"note": "B"}}, user=redacteur)
    response = chief_client.post(path, {**values, "d.summary": "A"}, follow=True)
    assert "robin werkte ook aan deze import" in response.content.decode()
    draft.refresh_from_db()
    assert draft.decisions["document"] == {"note": "B", "summary": "A"}


def test_a_draft_that_was_thrown_away_is_told(chief_client: Client, draft: ImportDraft) -> None:
    ImportDraft.objects.all().delete()
    response = save(chief_client, draft, 1, **{"d.title": "A"})
    assert response.status_code == 410
    assert "weggegooid" in response.json()["message"]


@pytest.mark.parametrize(
    "data",
    [
        {"version": "x"},
        {"version": "-1"},
        {"version": "9" * 400},
        {"version": "1", "was": "[", "base": "{{"},
        {"version": "1", "was": "[" * 5_000},
        {"version": "1", "base": '{"d": 3, "x": null}'},
        {"version": "1", "d.bestaat-niet": "x", "onzin.text": "x", ".": "x", "a.b.c": "x"},
        {"version": "1", "d.title": "a\0b\ud800"},
        {"version": "1", "gone.tip:1": "remove", "gone.": "x"},
        {"version": "1", "theirs": "d.title", "naar": "%%%", "zet": "", "verplaats": "x"},
        {"version": "1", "zet": "d.series=Reeks"},
        {"version": "1", "verplaats": "x:op"},
    ],
)
def test_malformed_input_breaks_nothing(
    chief_client: Client, draft: ImportDraft, data: Any
) -> None:
    safe = {name: value.encode("utf-8", "replace").decode() for name, value in data.items()}
    for address in (f"/redactie/{draft.pk}/", f"/redactie/{draft.pk}/bewaren/"):
        assert chief_client.post(address, safe).status_code in (204, 302, 409)


def test_white_space_around_a_value_is_no_change() -> None:
    assert fingerprint("Een\r\nregel ") == fingerprint("Een\nregel")
    assert fingerprint(["b", "a"]) == fingerprint(["a", "b"])
    assert fingerprint("Een regel") != fingerprint("Een regel.")


def test_a_list_without_a_tick_counts_as_empty_and_other_absent_fields_as_unseen() -> None:
    from django.http import QueryDict

    data = QueryDict(mutable=True)
    data.update({"version": "4", "base": json.dumps({"tip-1": {"themes": "x", "title": "y"}})})
    sent = read_sent(data)
    assert (sent.version, sent.values) == (4, {"tip-1.themes": []})
