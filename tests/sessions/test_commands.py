"""``load_content``, ``check_excerpts`` and ``create_editor``."""

import io
import stat
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

from sessions.models import Speaker, WriteUp

pytestmark = pytest.mark.django_db


def run(name: str) -> str:
    output = io.StringIO()
    call_command(name, stdout=output)
    return output.getvalue()


@pytest.fixture
def checkout(settings: Any, tmp_path: Path) -> Path:
    """A checkout of its own, with one small fixture."""
    settings.BASE_DIR, settings.VAR_DIR = tmp_path, tmp_path / "var"
    (tmp_path / "fixtures").mkdir()
    (tmp_path / "fixtures" / "10-speakers.yaml").write_text(
        "- model: innovation_sessions.speaker\n"
        "  fields: {slug: anna, name: Anna, sort_name: Anna}\n"
    )
    return tmp_path


def test_content_is_loaded_into_an_empty_database(checkout: Path) -> None:
    assert run("load_content") == "Installed 1 object(s) from 1 fixture(s)\n"
    assert Speaker.objects.get().name == "Anna"


def test_content_is_not_loaded_over_what_editors_changed(checkout: Path, make: Any) -> None:
    make.draft("Van een redacteur")
    assert run("load_content") == ("The database has content already: nothing is loaded over it.\n")
    assert Speaker.objects.count() == 0
    assert WriteUp.objects.get().title == "Van een redacteur"


def test_without_fixtures_there_is_nothing_to_load(checkout: Path) -> None:
    (checkout / "fixtures" / "10-speakers.yaml").unlink()
    assert run("load_content") == ""


def test_excerpts_that_stand_in_their_text_are_fine(make: Any) -> None:
    write_up = make.write_up(body="Gewoon  doen.\nEn nog eens: doen.")
    make.quote("Gewoon doen.", write_up=write_up)
    make.tip(write_up=write_up, excerpt="doen", excerpt_occurrence=2)
    make.tip(write_up=write_up)
    make.archetype(excerpt="Zonder verslag.")
    assert run("check_excerpts") == "All 4 items stand in the text of their write-up.\n"


def test_lost_and_ambiguous_excerpts_are_listed(make: Any) -> None:
    write_up = make.write_up(slug="verslag", body="Doen. En nog eens: Doen.")
    make.quote("Weg.", write_up=write_up)
    make.tip("Doe het", write_up=write_up, excerpt="Doen.")
    make.example("Kaart", write_up=write_up, excerpt="Doen.", excerpt_occurrence=3)
    output = io.StringIO()
    with pytest.raises(CommandError, match="3 of 3 items have lost their passage") as error:
        call_command("check_excerpts", stdout=output)
    assert error.value.returncode == 1
    twice = "De passage staat 2 keer in de tekst;"
    assert set(output.getvalue().splitlines()) == {
        "citaat ‘Weg.’ (verslag): De passage staat niet (meer) in de tekst van het verslag.",
        f"tip ‘Doe het’ (verslag): {twice} kies de hoeveelste keer je bedoelt.",
        f"voorbeeld ‘Kaart’ (verslag): {twice} keer 3 is er niet.",
    }


def test_the_first_editor_gets_a_password_and_can_log_in(checkout: Path, client: Client) -> None:
    said = run("create_editor")
    stored = checkout / "var" / "editor-login"
    username, password, _ = stored.read_text().split()
    assert username == "redactie"
    assert f"as redactie with password {password}" in said
    assert "(kept in var/editor-login" in said
    assert stat.S_IMODE(stored.stat().st_mode) == 0o600
    assert client.login(username=username, password=password)
    assert client.get("/admin/").status_code == 200
    assert (User.objects.get().is_staff, User.objects.get().is_superuser) == (True, False)


def test_a_later_run_only_says_where_the_password_is(checkout: Path) -> None:
    run("create_editor")
    stored = (checkout / "var" / "editor-login").read_text()
    said = run("create_editor")
    assert "stands in var/editor-login" in said
    assert stored.split()[1] not in said
    assert (checkout / "var" / "editor-login").read_text() == stored
    assert User.objects.count() == 1


def test_a_password_that_was_changed_stays(checkout: Path, client: Client) -> None:
    run("create_editor")
    editor = User.objects.get()
    editor.set_password("zelf-gekozen-1")
    editor.save()
    (checkout / "var" / "editor-login").unlink()
    assert run("create_editor").endswith("the first log-in exists.\n")
    assert client.login(username="redactie", password="zelf-gekozen-1")


def test_every_database_gets_a_password_of_its_own(checkout: Path) -> None:
    run("create_editor")
    first = (checkout / "var" / "editor-login").read_text()
    User.objects.all().delete()
    run("create_editor")
    assert (checkout / "var" / "editor-login").read_text() != first


def test_the_log_in_of_another_database_is_kept_beside_it(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("create_editor")
    stored = checkout / "var" / "editor-login"
    first = stored.read_text()
    name = "sessions.management.commands.create_editor._database"
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(name, lambda: "elsewhere")
        User.objects.all().delete()
        run("create_editor")
        assert stored.read_text().endswith("elsewhere\n")
    mark = first.split()[2]
    assert (checkout / "var" / f"editor-login-{mark}").read_text() == first
    run("create_editor")
    assert stored.read_text() == first
