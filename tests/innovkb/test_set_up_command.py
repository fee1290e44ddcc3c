"""``set_up``: everything that the site needs before it can be served, as often as you like."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from sessions.models import Speaker


@pytest.fixture
def checkout(db: None, settings: Any, tmp_path: Path) -> Path:
    settings.BASE_DIR, settings.VAR_DIR = tmp_path, tmp_path / "var"
    (tmp_path / "fixtures").mkdir()
    (tmp_path / "fixtures" / "10-all.yaml").write_text(
        "- model: innovation_sessions.speaker\n"
        "  fields: {slug: anna, name: Anna, sort_name: Anna}\n"
        "- model: innovation_sessions.writeup\n"
        "  fields: {slug: klein, title: Begin klein, status: published, body: Durf.}\n"
        "- model: innovation_sessions.appearance\n"
        "  fields: {write_up: [klein], speaker: [anna]}\n"
    )
    return tmp_path


def run(**options: Any) -> str:
    output = io.StringIO()
    call_command("set_up", stdout=output, **options)
    return output.getvalue()


def test_after_set_up_the_content_is_there_and_can_be_found(checkout: Path, client: Client) -> None:
    assert "Installed 3 object(s)" in run()
    assert "Begin klein" in client.get("/verslagen/").content.decode()
    assert "/verslagen/klein/" in client.get("/zoeken/", {"q": "begin klein"}).content.decode()
    assert User.objects.count() == 0


def test_a_second_set_up_changes_nothing(checkout: Path) -> None:
    first = run(editor=True)
    Speaker.objects.update(name="Anna de Wit")
    second = run(editor=True)
    assert "with password" in first
    assert "nothing is loaded over it" in second
    assert "with password" not in second
    assert Speaker.objects.get().name == "Anna de Wit"
    assert User.objects.count() == 1
