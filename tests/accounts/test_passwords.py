"""Which passwords are taken, how they are kept, and how a forgotten one is replaced."""

import re
from importlib import reload
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import clear_url_caches

from innovkb import settings as written


@pytest.mark.parametrize(
    "password",
    [
        "innovatie", "Welkom2025", "Welkom2025!!!", "Wachtwoord123", "W4chtw00rd2026",
        "wELKOM-welkom", "innovatie2026!", "Innovatie-2026-!", "Zomer2026Zomer",
        "ministerie0000", "1234567890123",
        "password123456", "aaaaaaaaaaaaaa", "ababababababab", "redactie.2026", "DeNieuweWinter26",
        "Amsterdam2026", "kort-maar-ja", "x" * 129, "annabelle-2026",
    ],
)  # fmt: skip
def test_a_password_that_is_soon_guessed_is_refused(password: str) -> None:
    user = get_user_model()(username="annabelle", email="annabelle@example.org")
    if password == "kort-maar-ja":
        password = password[:11]
    with pytest.raises(ValidationError) as refused:
        validate_password(password, user)
    assert all(message for message in refused.value.messages)


@pytest.mark.parametrize(
    "password",
    [
        "paars kaas trein ladder",
        "Gk3!vQz9-wRt2",
        "welkomstdrankje-om-acht",
        "zomerse buien in Goes",
    ],
)
def test_a_sentence_of_ones_own_is_taken(password: str) -> None:
    validate_password(password, get_user_model()(username="annabelle"))


def test_passwords_are_kept_under_argon2(settings: Any) -> None:
    settings.PASSWORD_HASHERS = written.PASSWORD_HASHERS  # the tests are in a hurry
    assert make_password("x").startswith("argon2$argon2id$")
    before = make_password("x", hasher="pbkdf2_sha256")
    assert check_password("x", before) is True


@pytest.fixture
def mailing(settings: Any) -> Any:
    """A site that can send mail."""
    import innovkb.accounts.urls
    import innovkb.urls

    def load(host: str) -> None:
        settings.EMAIL_HOST = host
        reload(innovkb.accounts.urls)
        reload(innovkb.urls)
        clear_url_caches()

    load("mail.example.org")
    yield
    load("")


@pytest.mark.django_db
def test_without_mail_nobody_is_offered_a_new_password() -> None:
    assert "wachtwoord/" not in Client().get("/admin/login/").content.decode()
    assert Client().get("/admin/wachtwoord/").status_code == 302  # to the log-in, as all of it


@pytest.mark.django_db
def test_a_forgotten_password_is_replaced_by_mail(mailing: None, editor: Any) -> None:
    editor.email = "anna@example.org"
    editor.save()
    client = Client()
    assert "/admin/wachtwoord/" in client.get("/admin/login/").content.decode()
    client.post("/admin/wachtwoord/", {"email": "Anna@example.org"}, headers={"host": "localhost"})
    (message,) = mail.outbox
    assert message.to == ["anna@example.org"]
    found = re.search(r"http://127\.0\.0\.1:8000(/admin/wachtwoord/\S+)", str(message.body))
    assert found is not None and "localhost" not in message.body
    form = client.get(found[1], follow=True)
    address = form.redirect_chain[-1][0]
    weak = client.post(address, {"new_password1": "Welkom2025!!", "new_password2": "Welkom2025!!"})
    assert "wordt vaak geprobeerd" in weak.content.decode()
    new = "paars kaas trein ladder"
    done = client.post(address, {"new_password1": new, "new_password2": new})
    assert done["Location"] == "/admin/wachtwoord/klaar/"
    editor.refresh_from_db()
    assert editor.check_password(new)
    assert Client().get(found[1], follow=True).context["validlink"] is False  # works once


@pytest.mark.django_db
def test_nobody_learns_who_has_an_account_and_no_mailbox_is_filled(
    mailing: None, editor: Any
) -> None:
    editor.email = "anna@example.org"
    editor.save()
    answers = [
        Client().post("/admin/wachtwoord/", {"email": email})["Location"]
        for email in ("anna@example.org", "niemand@example.org")
    ]
    assert answers == ["/admin/wachtwoord/verstuurd/"] * 2
    for _ in range(5):
        Client().post("/admin/wachtwoord/", {"email": "anna@example.org"})
    assert len(mail.outbox) == 3
