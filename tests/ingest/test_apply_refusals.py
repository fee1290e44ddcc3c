"""What cannot be applied is refused with a message, and leaves everything as it was."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import IntegrityError, OperationalError
from django.test import Client

from innovkb.ingest.apply import (
    MOST_ITEMS,
    DraftInvalid,
    apply_draft,
    outlook,
    preview,
    settle,
)
from innovkb.ingest.editor.drafts import StaleDraft, create_draft, save_decisions
from innovkb.ingest.plan import plan_draft
from innovkb.ingest.read import ReadText
from innovkb.lib.publishing import Status
from practices.models import Tip
from sessions.models import Speaker, WriteUp
from tests.ingest.deciding import Make, decide, rows


def test_what_is_wrong_is_told_at_its_field_and_nothing_is_written(draft_of: Make) -> None:
    draft = draft_of(title="", date="4 maart", attendance="veel")
    before = rows()
    with pytest.raises(DraftInvalid) as invalid:
        apply_draft(draft=draft)
    assert {one.field for one in invalid.value.problems} == {"title", "date", "attendance"}
    assert rows() == before


def test_unattended_a_text_without_a_title_is_called_by_its_first_line(db: None) -> None:
    draft = settle(draft=create_draft(source=ReadText("verslag:\n\nIets wat niemand zei.\n")))
    assert apply_draft(draft=draft).write_up.title == "Verslag"


def test_too_long_a_value_is_told_at_its_entry(draft_of: Make) -> None:
    draft = decide(draft_of(), "tip", 0, fields={"title": "x" * 300})
    problems = outlook(plan_draft(draft)).problems
    assert [(one.key[:4], one.field) for one in problems] == [("tip-", "title")]


def test_more_items_than_a_reader_wants_are_refused(db: None) -> None:
    lines = "\n".join(f"- Doe vandaag nog iets met idee {n}." for n in range(MOST_ITEMS + 1))
    draft = settle(draft=create_draft(source=ReadText(f"# Veel\n\n## Tips\n\n{lines}\n")))
    assert "knip de tekst" in outlook(plan_draft(draft)).problems[0].message


def test_own_text_must_hold_the_words(draft_of: Make) -> None:
    draft = draft_of(body_mode="own", body="Alleen: Vier wat je leert.")
    assert {one.field for one in outlook(plan_draft(draft)).problems} == {"text"}


@pytest.mark.indexed
def test_published_it_is_on_its_page_in_the_index_and_in_every_count(draft_of: Make) -> None:
    call_command("rebuild_search", verbosity=0)
    write_up = apply_draft(draft=draft_of(), publish=True).write_up
    page = Client().get(write_up.get_absolute_url())
    assert page.status_code == 200
    assert "Vier wat je leert." in page.content.decode()
    call_command("check_search", verbosity=0)
    found = Client().get("/zoeken/", {"q": "proeftuin"}).content.decode()
    assert write_up.get_absolute_url() in found
    assert Client().get("/tips/").content.decode().count("Vier wat je leert.") >= 1


def test_a_draft_is_nowhere_to_be_seen(draft_of: Make) -> None:
    write_up = apply_draft(draft=draft_of()).write_up
    assert Client().get(write_up.get_absolute_url()).status_code == 404
    assert "Zwaan" not in Client().get("/sprekers/").content.decode()
    assert write_up.title not in Client().get("/zoeken/", {"q": "proeftuin"}).content.decode()


def test_a_preview_shows_the_page_and_leaves_nothing(draft_of: Make) -> None:
    draft = draft_of()
    before = rows()
    html = preview(
        draft=draft,
        render=lambda write_up: Client().get(write_up.get_absolute_url()).content.decode(),
    )
    assert "Vier wat je leert." in html
    assert rows() == before
    draft.refresh_from_db()
    assert draft.write_up is None


def test_a_failure_halfway_leaves_everything_as_it_was(
    draft_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = draft_of()
    before = rows()

    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("killed")

    monkeypatch.setattr("innovkb.ingest.apply.application.Application._remember", fail)
    with pytest.raises(RuntimeError):
        apply_draft(draft=draft)
    assert rows() == before


def test_an_address_taken_at_the_same_moment_is_tried_again(
    draft_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    original, calls = WriteUp.save, []

    def clash_once(self: WriteUp, *args: Any, **kwargs: Any) -> None:
        calls.append(self.slug)
        if len(calls) == 1:
            raise IntegrityError("slug")
        original(self, *args, **kwargs)

    monkeypatch.setattr(WriteUp, "save", clash_once)
    assert apply_draft(draft=draft_of()).created == 7
    assert (WriteUp.objects.count(), Tip.objects.count()) == (1, 3)


def test_an_address_that_stays_taken_is_told_and_never_called_busy(
    draft_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: WriteUp, *args: Any, **kwargs: Any) -> None:
        raise IntegrityError("UNIQUE constraint failed")

    draft = draft_of()
    monkeypatch.setattr(WriteUp, "save", refuse)
    with pytest.raises(DraftInvalid) as invalid:
        apply_draft(draft=draft)
    assert [one.message for one in invalid.value.problems] == [
        "Een naam of adres hieruit is op de site al van iets anders. Verander die hier."
    ]
    assert Speaker.objects.count() == 0


def test_a_locked_database_is_no_fault_of_the_draft(
    draft_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def refuse(self: WriteUp, *args: Any, **kwargs: Any) -> None:
        calls.append(self.title)
        raise OperationalError("database is locked")

    draft = draft_of()
    monkeypatch.setattr(WriteUp, "save", refuse)
    with pytest.raises(OperationalError):
        apply_draft(draft=draft)
    assert (len(calls), Speaker.objects.count()) == (1, 0)


def test_a_draft_that_was_saved_since_is_not_applied_as_it_was(draft_of: Make) -> None:
    seen = draft_of()
    save_decisions(draft=seen, version=seen.version, decisions={"document": {"title": "Nieuw"}})
    with pytest.raises(StaleDraft):
        apply_draft(draft=seen)
    assert WriteUp.objects.count() == 0


def test_a_redacteur_imports_but_does_not_publish(draft_of: Make, redacteur: Any) -> None:
    draft = draft_of(user=redacteur)
    with pytest.raises(PermissionDenied, match="eindredacteur"):
        apply_draft(draft=draft, user=redacteur, publish=True)
    assert WriteUp.objects.count() == 0
    assert apply_draft(draft=draft, user=redacteur).write_up.status == Status.DRAFT


def test_a_redacteur_does_not_change_what_is_public(
    draft_of: Make, redacteur: Any, eindredacteur: Any
) -> None:
    write_up = apply_draft(draft=draft_of(), user=eindredacteur, publish=True).write_up
    draft = draft_of(target=write_up.slug, title="Iets anders")
    with pytest.raises(PermissionDenied, match="gepubliceerd"):
        apply_draft(draft=draft, user=redacteur)
    write_up.refresh_from_db()
    assert write_up.title == "Zo houd je een proeftuin klein"


def test_somebody_without_a_role_may_do_nothing(draft_of: Make) -> None:
    from django.contrib.auth.models import User

    with pytest.raises(PermissionDenied):
        apply_draft(draft=draft_of(), user=User.objects.create_user("gast"))
    assert WriteUp.objects.count() == 0


def test_each_item_has_one_version_by_who_imported_it(draft_of: Make, redacteur: Any) -> None:
    draft = draft_of()
    apply_draft(draft=draft, user=redacteur)
    tip = Tip.objects.first()
    assert tip is not None
    assert [
        (one.history_type, one.history_user, one.history_change_reason) for one in tip.history.all()
    ] == [("+", redacteur, f"Import {draft.pk}")]
