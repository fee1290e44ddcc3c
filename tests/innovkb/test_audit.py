"""The audit log says who did what, and nothing of visitors."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from innovkb.accounts import audit
from innovkb.accounts.audit import MOST_FAILED
from innovkb.lib.audit import Action, AuditEvent, note
from innovkb.lib.trash import TrashEntry
from innovkb.operations.housekeeping import keep_house
from sessions.models import WriteUp
from sessions.publishing import publish, unpublish
from sessions.versions import restore, versions
from tests.forms import form_values
from tests.roles import browser, screen, screens_of

LIST = "/admin/innovkb/auditevent/"


def told() -> list[tuple[str, str, str, str]]:
    rows = AuditEvent.objects.order_by("pk")
    return list(rows.values_list("user_name", "action", "subject", "detail"))


@pytest.fixture
def eva(eindredacteur: User) -> Client:
    client = browser(eindredacteur)
    AuditEvent.objects.all().delete()
    return client


def test_log_ins_and_failed_ones_are_told(editor: User, client: Client) -> None:
    AuditEvent.objects.all().delete()
    for name, password in (
        ("redactie", "fout"), ("Zomer-in-Zwolle", "x"), ("redactie", "geheim-voor-tests"),
    ):  # fmt: skip
        client.post("/admin/login/?next=/admin/", {"username": name, "password": password})
    client.post("/admin/logout/")
    assert told() == [
        ("redactie", "login_failed", "", ""),
        ("", "login_failed", "", ""),
        ("redactie", "logged_in", "", ""),
        ("redactie", "logged_out", "", ""),
    ]
    words = [field.name for field in AuditEvent._meta.fields]
    assert words == ["id", "at", "user", "user_name", "action", "subject", "detail"]
    everything = str(list(AuditEvent.objects.values()))
    assert "Zwolle" not in everything
    assert "127.0.0.1" not in everything


def test_who_guesses_on_fills_no_disk(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "MOST_FAILED", 3)
    AuditEvent.objects.all().delete()
    for _ in range(5):
        audit._failed({"username": "redactie"})
    assert [one[3] for one in told()] == ["", "", "verder vandaag niet meer genoteerd"]
    assert MOST_FAILED == 100


def test_what_an_administrator_does_with_accounts_is_told(editor_client: Client) -> None:
    Group.objects.get_or_create(name="eindredactie")
    AuditEvent.objects.all().delete()
    sent = {
        "username": "nieuw", "password1": "paard-batterij-nietje", "usable_password": "true",
        "password2": "paard-batterij-nietje",
    }  # fmt: skip
    assert editor_client.post("/admin/auth/user/add/", sent).status_code == 302
    user = User.objects.get(username="nieuw")
    path = f"/admin/auth/user/{user.pk}/change/"
    values = form_values(editor_client.get(path).content.decode(), "user_form")
    chiefs = str(Group.objects.get(name="eindredactie").pk)
    editor_client.post(path, {**values, "groups": [chiefs], "is_superuser": "on"})
    values = form_values(editor_client.get(path).content.decode(), "user_form")
    editor_client.post(path, {**values, "groups": []})
    editor_client.post(f"/admin/auth/user/{user.pk}/delete/", {"post": "yes"})
    subject = "gebruiker ‘nieuw’"
    assert told() == [
        ("redactie", "account", subject, "gemaakt: actief"),
        ("redactie", "rights", subject, "erbij: beheerder"),
        ("redactie", "rights", subject, "erbij: eindredactie"),
        ("redactie", "rights", subject, "eraf: eindredactie"),
        ("redactie", "account", subject, "verwijderd"),
    ]


def test_a_new_password_is_told_and_a_newer_hash_is_not(editor: User, settings: Any) -> None:
    AuditEvent.objects.all().delete()
    editor.set_password("paard-batterij-nietje")
    editor.save()
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.PBKDF2PasswordHasher", *settings.PASSWORD_HASHERS,
    ]  # fmt: skip
    assert User.objects.get().check_password("paard-batterij-nietje")
    assert User.objects.get().password.startswith("pbkdf2")
    assert told() == [("", "password", "gebruiker ‘redactie’", "")]


def test_what_editors_do_with_the_site_is_told(eva: Client, eindredacteur: User, make: Any) -> None:
    write_up = make.draft("Durven")
    publish(write_up=write_up, user=eindredacteur)
    unpublish(write_up=write_up, user=None)
    keep, other = make.theme("Ruimte"), make.theme("Speelruimte")
    sent = {"action": "merge_selected", "_selected_action": [keep.pk, other.pk], "keep": keep.pk}
    eva.post(screens_of(keep), sent)
    restore(record=versions(write_up)[-1].record, user=eindredacteur)
    eva.post(screen(write_up, "delete"), {"post": "yes"})
    eva.post(f"/redactie/prullenbak/{TrashEntry.objects.get().pk}/terugzetten/")
    reason = versions(WriteUp.objects.get())[2].reason
    assert reason.startswith("Teruggezet naar")
    assert told() == [
        ("eva", "publishing", "verslag ‘Durven’", "Gepubliceerd"),
        ("", "publishing", "verslag ‘Durven’", "Van de site gehaald"),
        ("eva", "merged", "thema ‘Ruimte’", "met ‘Speelruimte’"),
        ("eva", "restored", "verslag ‘Durven’", reason),
        ("eva", "thrown_away", "verslag ‘Durven’", ""),
        ("eva", "put_back", "verslag ‘Durven’", ""),
    ]


def test_what_is_undone_is_not_told(make: Any, editor: User) -> None:
    AuditEvent.objects.all().delete()
    write_up = make.draft(body="")
    with pytest.raises(ValueError, match="geen tekst"):
        publish(write_up=write_up, user=editor)
    assert told() == []


def test_administrators_read_it_and_nobody_changes_it(
    editor_client: Client, eva: Client, client: Client
) -> None:
    note(Action.MERGED, None, "thema ‘Ruimte’")
    row = AuditEvent.objects.get(action="merged")
    assert "thema ‘Ruimte’" in editor_client.get(LIST).content.decode()
    assert editor_client.get(f"{LIST}{row.pk}/change/").status_code == 200
    for path in (f"{LIST}add/", f"{LIST}{row.pk}/delete/"):
        assert editor_client.get(path).status_code == 403
        assert editor_client.post(path, {"post": "yes"}).status_code == 403
    assert editor_client.post(f"{LIST}{row.pk}/change/", {"subject": "x"}).status_code == 403
    sent = {"action": "delete_selected", "post": "yes", "_selected_action": [row.pk]}
    editor_client.post(LIST, sent)
    row.refresh_from_db()
    assert row.subject == "thema ‘Ruimte’"
    assert eva.get(LIST).status_code == 403
    assert client.get(LIST).status_code == 302


def test_the_command_writes_a_file_for_a_spreadsheet(editor: User) -> None:
    AuditEvent.objects.all().delete()
    note(Action.MERGED, editor, "=1+1")
    note(Action.MERGED, None, "nieuw")
    AuditEvent.objects.filter(subject="=1+1").update(at=timezone.now() - timedelta(days=3))
    out = io.StringIO()
    call_command("export_audit_log", stdout=out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue().lstrip("\ufeff")), delimiter=";"))
    assert [(one["user"], one["action"], one["subject"]) for one in rows] == [
        ("redactie", "merged", "'=1+1"), ("", "merged", "nieuw"),
    ]  # fmt: skip
    out = io.StringIO()
    call_command("export_audit_log", since=timezone.localdate(), stdout=out)
    assert "nieuw" in out.getvalue()
    assert "1+1" not in out.getvalue()


def test_it_outlives_the_account_and_not_its_time(editor: User) -> None:
    AuditEvent.objects.all().delete()
    note(Action.MERGED, editor, "thema")
    editor.delete()
    assert [one[:2] for one in told()] == [("redactie", "merged"), ("", "account")]
    AuditEvent.objects.filter(action="merged").update(at=timezone.now() - timedelta(days=731))
    assert keep_house() == ["Removed events of the audit log: 1."]
    assert keep_house() == []
