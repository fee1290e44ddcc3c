"""What waits for an editor: counted on every screen, and told by mail to who wants that."""

import smtplib
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from innovkb.corrections.actions import receive
from innovkb.lib.publishing import Status
from innovkb.notices.mails import send_notices
from innovkb.notices.models import MailWish
from innovkb.operations.housekeeping import keep_house
from sessions.models import WriteUp

SCREENS = ("/redactie/", "/redactie/nieuw/", "/redactie/prullenbak/", "/admin/",
           "/admin/innovation_sessions/writeup/")  # fmt: skip


@pytest.fixture(autouse=True)
def mail_server(settings: Any) -> None:
    settings.EMAIL_HOST = "mail.example.org"


def logged_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def reports(make: Any, *words: str) -> None:
    thing = make.tip("Begin klein")
    for wrong in words:
        receive(thing=thing, wrong=wrong, suggestion="", email="geheim@example.org")


def wants_mail(user: Any, email: str) -> MailWish:
    user.email = email
    user.save()
    logged_in(user).post("/redactie/mail/", {"wil": "1"})
    return MailWish.objects.get(user=user)


@pytest.mark.parametrize("path", SCREENS)
def test_every_screen_says_how_much_waits_for_whom(
    redacteur: Any, eindredacteur: Any, make: Any, path: str
) -> None:
    chief, editor = logged_in(eindredacteur), logged_in(redacteur)
    assert "Er wacht op je" not in chief.get(path).content.decode()
    make.draft("Een", status=Status.IN_REVIEW)
    make.draft("Twee", status=Status.IN_REVIEW)
    make.draft("Drie")
    reports(make, "Fout.")
    words = "Er wacht op je: 2 verslagen ter beoordeling en 1 nieuwe melding"
    assert words in chief.get(path).content.decode()
    # Who may not publish has nothing to judge.
    assert "Er wacht op je: 1 nieuwe melding<" in editor.get(path).content.decode()


def test_a_visitor_sees_none_of_it(client: Client, make: Any) -> None:
    reports(make, "Fout.")
    for path in ("/", "/tips/", "/tips/begin-klein/", "/admin/login/"):
        assert "Er wacht op je" not in client.get(path).content.decode()


def test_nobody_gets_mail_who_did_not_ask(eindredacteur: Any, make: Any) -> None:
    eindredacteur.email = "eva@example.org"
    eindredacteur.save()
    reports(make, "Fout.")
    assert (send_notices(), mail.outbox) == (0, [])


def test_who_asked_is_told_once_what_came(eindredacteur: Any, make: Any) -> None:
    make.draft("Wachtte al", status=Status.IN_REVIEW)
    wants_mail(eindredacteur, "eva@example.org")
    assert send_notices() == 0
    make.draft("Geheim concept", status=Status.IN_REVIEW)
    reports(make, "Dit zei een bezoeker.", "En dit.")
    assert send_notices() == 1
    assert send_notices() == 0
    (sent,) = mail.outbox
    assert sent.to == ["eva@example.org"]
    words = "1 verslag ter beoordeling en 2 nieuwe meldingen"
    assert sent.subject == f"Innovatiekennis: {words}"
    assert words in sent.body
    assert "http://127.0.0.1:8000/redactie/" in sent.body
    for secret in ("geheim@example.org", "bezoeker", "Geheim concept", "Begin klein"):
        assert secret not in f"{sent.subject}{sent.body}"


def test_what_waits_again_is_told_again(eindredacteur: Any, make: Any) -> None:
    wants_mail(eindredacteur, "eva@example.org")
    write_up = make.draft(status=Status.IN_REVIEW)
    assert send_notices() == 1
    WriteUp.objects.filter(pk=write_up.pk).update(status=Status.DRAFT)
    assert send_notices() == 0
    WriteUp.objects.filter(pk=write_up.pk).update(status=Status.IN_REVIEW)
    assert send_notices() == 1


def test_an_editor_is_told_only_of_what_is_theirs(redacteur: Any, make: Any) -> None:
    wants_mail(redacteur, "robin@example.org")
    make.draft(status=Status.IN_REVIEW)
    assert send_notices() == 0
    reports(make, "Fout.")
    assert send_notices() == 1
    assert mail.outbox[0].subject == "Innovatiekennis: 1 nieuwe melding"


@pytest.mark.parametrize(
    "lost", [{"is_active": False}, {"is_staff": False}, {"email": ""}, {"groups": ()}]
)
def test_who_is_no_editor_any_more_gets_none(
    eindredacteur: Any, make: Any, lost: dict[str, Any]
) -> None:
    wants_mail(eindredacteur, "eva@example.org")
    for name, value in lost.items():
        if name == "groups":
            eindredacteur.groups.clear()
        else:
            setattr(eindredacteur, name, value)
    eindredacteur.save()
    reports(make, "Fout.")
    assert (send_notices(), mail.outbox) == (0, [])


def test_who_takes_it_back_gets_none(eindredacteur: Any, make: Any) -> None:
    wants_mail(eindredacteur, "eva@example.org")
    answer = logged_in(eindredacteur).post("/redactie/mail/", follow=True)
    assert "Je krijgt geen mail meer." in answer.content.decode()
    reports(make, "Fout.")
    assert (send_notices(), mail.outbox) == (0, [])


def test_what_can_not_be_sent_is_told_the_next_time(
    eindredacteur: Any, make: Any, monkeypatch: Any
) -> None:
    def refuse(*args: Any) -> None:
        raise smtplib.SMTPRecipientsRefused({})

    wants_mail(eindredacteur, "eva@example.org")
    reports(make, "Fout.")
    with monkeypatch.context() as broken:
        broken.setattr("innovkb.notices.mails.send_mail", refuse)
        assert send_notices() == 0
    assert keep_house() == ["Told editors what waits for them: 1."]


def test_without_a_mail_server_nobody_is_offered_it(
    eindredacteur: Any, make: Any, settings: Any
) -> None:
    wants_mail(eindredacteur, "eva@example.org")
    settings.EMAIL_HOST = ""
    reports(make, "Fout.")
    assert (send_notices(), mail.outbox) == (0, [])
    MailWish.objects.all().delete()
    client = logged_in(eindredacteur)
    assert "Mail mij" not in client.get("/redactie/").content.decode()
    answer = client.post("/redactie/mail/", {"wil": "1"}, follow=True)
    assert "Mail kan nog niet" in answer.content.decode()
    assert not MailWish.objects.exists()


def test_the_screen_says_where_mail_goes(eindredacteur: Any) -> None:
    eindredacteur.email = "eva@example.org"
    eindredacteur.save()
    client = logged_in(eindredacteur)
    page = client.get("/redactie/").content.decode()
    assert ("Mail mij" in page, "eva@example.org" in page) == (True, True)
    client.post("/redactie/mail/", {"wil": "1"})
    assert "Stop met mailen" in client.get("/redactie/").content.decode()


def test_only_an_editor_can_ask(client: Client, db: None) -> None:
    client.post("/redactie/mail/", {"wil": "1"})
    assert not MailWish.objects.exists()
    assert client.get("/redactie/mail/").status_code == 405
