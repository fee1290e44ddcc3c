"""What a proxy, a monitor and cron ask of the site."""

import io
import json
import logging
import os
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from innovkb.lib.tally import Tally, tally
from innovkb.lib.trash import TrashEntry, keep_copy
from innovkb.operations.logs import Formatter, request_id
from innovkb.search.models import SearchEntry, SearchState


@pytest.fixture
def indexed(make: Any) -> None:
    make.tip()
    call_command("rebuild_search", stdout=io.StringIO())


def ready() -> tuple[int, Any]:
    answer = Client().get("/readyz")
    assert answer["Cache-Control"].startswith("max-age=0, no-cache, no-store")
    return answer.status_code, answer.json()


def away(*args: Any, **kwargs: Any) -> None:
    raise OperationalError("connection refused")


def test_a_process_that_lives_says_so_whatever_the_database_does(monkeypatch: Any) -> None:
    answer = Client().get("/healthz")  # without a database at all
    assert (answer.status_code, answer.content) == (200, b"ok\n")


def test_a_site_is_ready_when_visitors_meet_no_error(indexed: None, monkeypatch: Any) -> None:
    assert ready() == (200, {"ready": True, "problems": [], "warnings": []})
    with monkeypatch.context() as broken:
        broken.setattr("django.db.backends.utils.CursorWrapper.execute", away)
        assert ready() == (503, {"ready": False, "problems": ["database"], "warnings": []})
    SearchState.objects.update(analyser="another")
    assert ready()[1]["problems"] == ["index"]


def test_an_old_backup_and_a_late_publication_are_warned_for(
    indexed: None, settings: Any, tmp_path: Path
) -> None:
    settings.BACKUP_DIR = str(tmp_path)
    assert ready() == (200, {"ready": True, "problems": [], "warnings": ["backup"]})
    call_command("backup", str(tmp_path / "a.kb"), stdout=io.StringIO())
    assert ready()[1]["warnings"] == []
    old = timezone.now().timestamp() - 27 * 3600
    os.utime(tmp_path / "a.kb", (old, old))
    SearchState.objects.update(due=timezone.now() - timedelta(minutes=6))
    assert ready()[1]["warnings"] == ["publication", "backup"]


def test_housekeeping_does_what_is_due_and_nothing_twice(make: Any, settings: Any) -> None:
    now = timezone.now()
    write_up = make.write_up("Van straks", publish_at=now + timedelta(hours=1))
    type(write_up).objects.update(publish_at=now - timedelta(minutes=1))
    SearchState.objects.update(due=now - timedelta(minutes=1))
    tally("x", "y", timedelta(hours=1))
    Tally.objects.update(until=now - timedelta(seconds=1))
    for days in (91, 89):
        keep_copy(write_up, None)
        TrashEntry.objects.filter(thrown_away_at__gt=now - timedelta(days=1)).update(
            thrown_away_at=now - timedelta(days=days)
        )
    for key, days in (("oud", -8), ("net verlopen", -6), ("nieuw", 1)):
        Session.objects.create(session_key=key, expire_date=now + timedelta(days=days))
    said = [io.StringIO(), io.StringIO()]
    for one in said:
        call_command("housekeeping", stdout=one)
    assert said[0].getvalue().splitlines() == [
        "The index follows the write-ups whose time has come.",
        "The index is written anew.",
        "Removed log-ins that ended: 1.",
        "Removed what lay in the waste bin: 1.",
        "Removed counts of limits: 1.",
    ]
    assert said[1].getvalue() == ""
    assert SearchEntry.objects.filter(title="Van straks").exists()
    assert Session.objects.count() == 2
    assert TrashEntry.objects.count() == 1


def logged(as_json: str) -> str:
    formatter = Formatter(as_json)
    try:
        raise ValueError("Piet de Vries typed this")
    except ValueError:
        record = logging.LogRecord("kb", 40, "f", 1, "It\nfailed: %s", ("x",), sys.exc_info())
    return formatter.format(record)


def test_a_line_of_log_says_when_and_where_and_not_who() -> None:
    token = request_id.set("abc-123-def")
    try:
        plain, found = logged("text"), json.loads(logged("json"))
    finally:
        request_id.reset(token)
    assert "\n" not in plain and "Piet" not in plain + json.dumps(found)
    assert set(found) == {"time", "level", "logger", "message", "request", "error", "at"}
    assert (found["message"], found["request"], found["error"]) == (
        "It failed: x", "abc-123-def", "ValueError",
    )  # fmt: skip
    assert found["at"].startswith("test_health.py:") and found["time"].endswith("+00:00")
    assert plain.startswith(found["time"][:10])
    assert "request=abc-123-def error=ValueError" in plain


@pytest.mark.django_db
def test_a_request_can_be_found_by_the_code_on_its_error_page(monkeypatch: Any) -> None:
    client = Client(raise_request_exception=False)
    monkeypatch.setattr("innovkb.search.pages.views.reader", lambda: 1 / 0)
    answer = client.get("/zoeken/?q=x", headers={"x-request-id": "proxy-0123456789"})
    assert (answer.status_code, answer["X-Request-ID"]) == (500, "proxy-0123456789")
    assert "<code>proxy-0123456789</code>" in answer.content.decode()
    for odd in ("<script>", "a\tb", "x" * 65, ""):
        made = client.get("/robots.txt", headers={"x-request-id": odd})["X-Request-ID"]
        assert (len(made), made.isalnum()) == (16, True)
