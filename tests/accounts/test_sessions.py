"""How long somebody stays logged in."""

import time
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from innovkb.accounts import sessions


def writes(client: Client) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/redactie/").status_code == 200
    return [one["sql"] for one in captured if "UPDATE" in one["sql"]]


@pytest.mark.django_db
def test_a_session_is_renewed_by_use_but_not_written_at_every_click(
    editor_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(writes(editor_client)) == 1
    assert writes(editor_client) == []
    before = Session.objects.get().expire_date
    later = time.time() + sessions.RENEWED_AFTER + 60
    monkeypatch.setattr(sessions.time, "time", lambda: later)
    assert len(writes(editor_client)) == 1
    assert Session.objects.get().expire_date > before


@pytest.mark.django_db
def test_a_visitor_gets_no_session(client: Client, settings: Any) -> None:
    client.cookies[settings.SESSION_COOKIE_NAME] = "made-up"
    client.get("/tips/")
    assert Session.objects.count() == 0
    assert settings.SESSION_COOKIE_AGE == 8 * 60 * 60


@pytest.mark.django_db
def test_a_session_ends_a_day_after_the_log_in_however_much_it_is_used(
    editor_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    for hours, status in ((6, 200), (12, 200), (23, 200), (24.1, 302)):
        monkeypatch.setattr(sessions.time, "time", lambda hours=hours: now + hours * 3600)
        assert editor_client.get("/redactie/").status_code == status
    assert Session.objects.count() == 0


@pytest.mark.django_db
def test_everybody_sees_their_own_sessions_and_ends_them(editor: Any, eindredacteur: Any) -> None:
    here, phone, other, of_another = (Client() for _ in range(4))
    agents = {phone: "Mozilla/5.0 (iPhone; CPU) CriOS/120 Safari/604", here: "curl", other: ""}
    for client, agent in agents.items():
        client.defaults["HTTP_USER_AGENT"] = agent
        sent = {"username": "redactie", "password": "geheim-voor-tests"}
        assert client.post("/admin/login/?next=/redactie/", sent).status_code == 302
    of_another.force_login(eindredacteur)
    page = here.get("/admin/account/").content.decode()
    assert page.count("rv-row__title") == 3
    assert page.count("Chrome op een iPhone</h3>") == 1
    keys = [str(row.pk) for row in Session.objects.all()]
    assert [key for key in keys if key in page] == []  # nobody takes over what is shown
    found = sessions.open_sessions(editor, None)
    code = next(one.code for one in found if one.browser == "Chrome op een iPhone")
    assert of_another.post("/admin/account/uitloggen/", {"sessie": code}).status_code == 302
    assert phone.get("/redactie/").status_code == 200
    here.post("/admin/account/uitloggen/", {"sessie": code})
    assert [one.get("/redactie/").status_code for one in (here, phone, other)] == [200, 302, 200]
    here.post("/admin/account/uitloggen/", {"sessie": "onzin\0"})
    here.post("/admin/account/uitloggen/")
    assert [one.get("/redactie/").status_code for one in (here, other, of_another)] == [
        200, 302, 200,
    ]  # fmt: skip
    editor.set_password("een-nieuwe-na-een-lek")  # the others can do nothing from now on
    editor.save()
    here.force_login(editor)
    assert here.get("/admin/account/").content.decode().count("rv-row__title") == 1
    assert Client().get("/admin/account/").status_code == 302


@pytest.mark.parametrize(
    ("agent", "named"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537 Edg/120", "Edge op Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:120) Gecko Firefox/120.0", "Firefox op Linux"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537", "Chrome op Android"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X) Version/17 Safari/605", "Safari op een Mac"),
        ("<script>", "Een browser"),
    ],
)
def test_a_browser_is_told_by_its_kind_alone(agent: str, named: str) -> None:
    assert sessions.browser_of(agent) == named
