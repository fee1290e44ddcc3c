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
