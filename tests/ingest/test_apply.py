"""Applying makes everything that was taken, once, or nothing at all."""

from collections.abc import Callable
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
    preview,
    problems_of,
    settle,
)
from innovkb.ingest.drafts import StaleDraft, add_passage, create_draft, save_decisions
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import plan_draft
from innovkb.ingest.read import ReadText
from innovkb.lib.publishing import Status
from practices.models import Barrier, Tip
from sessions.excerpts import broken_excerpts, items_of
from sessions.models import Appearance, Organisation, Question, Quote, Session, Speaker, WriteUp

Make = Callable[..., ImportDraft]
MODELS = (WriteUp, Session, Speaker, Organisation, Appearance, Quote, Question, Tip, Barrier)


def rows() -> dict[str, list[dict[str, Any]]]:
    """Every row that an import makes, whole."""
    return {model.__name__: list(model._base_manager.order_by("pk").values()) for model in MODELS}


def decide(draft: ImportDraft, of_kind: str, number: int, **decision: Any) -> ImportDraft:
    """The draft with a decision on the n-th entry of a kind."""
    key = plan_draft(draft).of_kind(of_kind)[number].key
    decisions = {"entries": {key: decision}}
    return save_decisions(draft=draft, version=draft.version, decisions=decisions)


def test_everything_taken_is_made_and_traced_to_its_words(draft_of: Make) -> None:
    applied = apply_draft(draft=draft_of())
    write_up = applied.write_up
    assert (write_up.title, write_up.status) == ("Zo houd je een proeftuin klein", Status.DRAFT)
    assert list(Tip.objects.values_list("text", flat=True)) == [
        "Begin met een vraag van een bewoner.",
        "Spreek af wanneer je stopt.",
        "Vier wat je leert.",
    ]
    assert {one.speaker.name: one.text.split()[0] for one in Quote.objects.all()} == {
        "Marit van der Zwaan": "Een",
        "Joost Terpstra": "Wij",
    }
    assert Barrier.objects.count() == 2
    assert list(broken_excerpts(items_of(write_up))) == []
    assert applied.created == 7


def test_people_appear_with_role_and_organisation(draft_of: Make) -> None:
    apply_draft(draft=draft_of())
    found = Appearance.objects.order_by("position")
    assert [(a.speaker.name, a.role, a.organisation and a.organisation.name) for a in found] == [
        ("Marit van der Zwaan", "hoofd vernieuwing", "Waterdienst Noord"),
        ("Joost Terpstra", "adviseur", "Gemeente Zandwijk"),
    ]


def test_the_session_is_held_on_its_day(draft_of: Make) -> None:
    session = apply_draft(draft=draft_of()).write_up.session
    assert session is not None
    assert (session.state, session.date_iso, session.attendance) == ("held", "2025-03-04", 42)


def test_in_own_words_the_text_holds_only_what_was_taken(draft_of: Make) -> None:
    body = apply_draft(draft=draft_of()).write_up.body
    assert "- Begin met een vraag van een bewoner.\n- Spreek af wanneer je stopt." in body
    assert "Marit van der Zwaan:\n\n> “Een proeftuin die iedereen past, past niemand.”" in body
    assert "## Belemmeringen" in body
    assert "opende de middag" not in body


def test_the_whole_text_stands_there_only_with_the_right_to(draft_of: Make) -> None:
    draft = draft_of(body_mode="source")
    assert [(one.key, one.field) for one in problems_of(draft=draft)] == [("document", "rights")]
    allowed = draft_of(body_mode="source", rights="full_text", again="yes", target="")
    write_up = apply_draft(draft=allowed).write_up
    assert "opende de middag" in write_up.body
    assert not write_up.body.startswith("# ")
    assert list(broken_excerpts(items_of(write_up))) == []


def test_a_passage_that_stands_more_than_once_says_which(db: None) -> None:
    text = "# Drie keer\n\nBegin klein. Begin klein, zei men.\n\n## Tips\n\n- Begin klein\n- Deel\n"
    draft = create_draft(source=ReadText(text))
    draft = settle(draft=draft, body_mode="source", rights="full_text")
    write_up = apply_draft(draft=draft).write_up
    tip = Tip.objects.get(text="Begin klein")
    assert tip.excerpt_occurrence == 3
    assert list(broken_excerpts(items_of(write_up))) == []


def test_a_second_time_changes_nothing(draft_of: Make) -> None:
    draft = draft_of()
    apply_draft(draft=draft)
    before, versions = rows(), WriteUp.history.count()
    draft.refresh_from_db()
    again = apply_draft(draft=draft)
    assert (again.created, again.updated, again.removed, again.unchanged) == (0, 0, 0, 7)
    assert rows() == before
    assert WriteUp.history.count() == versions


def test_another_draft_of_the_same_text_changes_nothing_either(draft_of: Make, report: str) -> None:
    write_up = apply_draft(draft=draft_of()).write_up
    before = rows()
    second = apply_draft(draft=draft_of(target=write_up.slug))
    assert second.write_up == write_up
    assert (second.created, second.updated, second.removed) == (0, 0, 0)
    assert rows() == before


def test_a_text_that_is_there_is_asked_about(draft_of: Make) -> None:
    apply_draft(draft=draft_of())
    problems = problems_of(draft=draft_of())
    assert [(one.key, one.field) for one in problems] == [("document", "target")]
    assert "staat er al" in problems[0].message


def test_what_was_skipped_is_not_made_and_nobody_speaks_it(draft_of: Make) -> None:
    draft = decide(draft_of(), "tip", 0, choice="skip")
    draft = decide(draft, "person", 0, choice="skip")
    apply_draft(draft=draft)
    assert Tip.objects.count() == 2
    assert list(Speaker.objects.values_list("name", flat=True)) == ["Joost Terpstra"]
    assert Quote.objects.get(text__startswith="Een").speaker is None


def test_what_the_editor_corrected_counts(draft_of: Make, make: Any) -> None:
    theme = make.theme("Samen")
    draft = decide(
        draft_of(),
        "tip",
        1,
        kind="barrier",
        fields={"title": "Geen einde", "text": "Niemand spreekt af.", "themes": [theme.slug]},
    )
    apply_draft(draft=draft)
    barrier = Barrier.objects.get(title="Geen einde")
    assert (barrier.text, barrier.wording) == ("Niemand spreekt af.", "edited")
    assert barrier.excerpt == "Spreek af wanneer je stopt."
    assert list(barrier.themes.all()) == [theme]
    assert Tip.objects.count() == 2


def test_an_added_passage_becomes_an_item(draft_of: Make) -> None:
    draft = draft_of()
    at = draft.text.index("zijn wijkaanpak")
    draft, _ = add_passage(draft=draft, version=draft.version, kind="tip", start=at, end=at + 15)
    write_up = apply_draft(draft=draft).write_up
    assert Tip.objects.filter(excerpt="zijn wijkaanpak", write_up=write_up).count() == 1


def test_a_known_speaker_is_not_made_again(draft_of: Make, make: Any) -> None:
    known = make.speaker("Marit van der Zwaan")
    apply_draft(draft=draft_of())
    assert Quote.objects.get(text__startswith="Een").speaker == known
    assert Speaker.objects.count() == 2


def test_a_near_name_must_be_decided_and_is_remembered(make: Any, report: str) -> None:
    known = make.speaker("Marieke van der Zwaan")
    draft = create_draft(source=ReadText(report.replace("Marit", "Mariek")))
    problems = problems_of(draft=draft)
    assert [one.field for one in problems] == ["match"]
    assert "Bedoel je Marieke van der Zwaan?" in problems[0].message
    draft = decide(draft, "person", 0, fields={"match": known.slug})
    apply_draft(draft=draft)
    known.refresh_from_db()
    assert known.aliases == ["Mariek van der Zwaan"]
    assert Appearance.objects.get(speaker=known).name_in_source == "Mariek van der Zwaan"


def test_unattended_a_near_name_is_left_out_rather_than_guessed(
    make: Any, draft_of: Make, report: str
) -> None:
    make.speaker("Marieke van der Zwaan")
    apply_draft(draft=draft_of(report.replace("Marit", "Mariek")))
    quote = Quote.objects.get(text__startswith="Een")
    assert quote.speaker is None
    assert Speaker.objects.filter(name__startswith="Mari").count() == 1


def test_the_write_up_of_an_announced_session_makes_it_held(draft_of: Make, make: Any) -> None:
    row = make.session("Zo houd je een proeftuin klein")
    write_up = apply_draft(draft=draft_of()).write_up
    row.refresh_from_db()
    assert write_up.session == row
    assert (row.state, row.date_iso, row.attendance) == ("held", "2025-03-04", 42)
    assert Session.objects.count() == 1


def test_the_next_session_is_announced_once(db: None) -> None:
    text = (
        "# Zo begin je een proef\n\nMaandag 12 mei 2025 was de sessie.\n\n"
        "De volgende sessie is maandag 2 juni 2025: Samen een proef stoppen.\n"
    )
    draft = settle(draft=create_draft(source=ReadText(text)))
    apply_draft(draft=draft)
    found = Session.objects.filter(state="announced")
    assert [(one.title, one.date_iso) for one in found] == [
        ("Samen een proef stoppen", "2025-06-02")
    ]


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
    problems = problems_of(draft=draft)
    assert [(one.key[:4], one.field) for one in problems] == [("tip-", "title")]


def test_more_items_than_a_reader_wants_are_refused(db: None) -> None:
    lines = "\n".join(f"- Doe vandaag nog iets met idee {n}." for n in range(MOST_ITEMS + 1))
    draft = create_draft(source=ReadText(f"# Veel\n\n## Tips\n\n{lines}\n"))
    assert "knip de tekst" in problems_of(draft=draft)[0].message


def test_own_text_must_hold_the_words(draft_of: Make) -> None:
    draft = draft_of(body_mode="own", body="Alleen: Vier wat je leert.")
    assert {one.field for one in problems_of(draft=draft)} == {"text"}


def test_line_ends_of_a_narrow_page_are_undone_and_lists_are_not(db: None) -> None:
    text = (
        "# Smalle bladzijde\n\n## Tips\n\n"
        "- **Begin klein**\n  met een vraag die\n  iemand echt heeft.\n"
        "- Deel wat je leert.\n\n## Vragen\n\n"
        "Vraag: Hoe begin je?\n\nAntwoord: Zo:\n\n- met een vraag;\n- met een straat.\n"
    )
    apply_draft(draft=settle(draft=create_draft(source=ReadText(text))))
    tips = list(Tip.objects.values_list("text", flat=True))
    assert [one.count("\n") <= 1 for one in tips] == [True, True]
    assert "vraag die iemand echt heeft" in tips[0]


def test_the_editors_order_is_the_order_of_the_items(draft_of: Make) -> None:
    draft = draft_of()
    tips = [entry.key for entry in plan_draft(draft).of_kind("tip")]
    decisions = {"order": tips[::-1]}
    apply_draft(draft=save_decisions(draft=draft, version=draft.version, decisions=decisions))
    assert [one.text.split()[0] for one in Tip.objects.order_by("position")] == [
        "Vier",
        "Spreek",
        "Begin",
    ]


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

    monkeypatch.setattr("innovkb.ingest.apply.applying._Application._remember", fail)
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


def test_a_database_that_keeps_refusing_is_a_message_and_no_crash(
    draft_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: WriteUp, *args: Any, **kwargs: Any) -> None:
        raise OperationalError("database is locked")

    draft = draft_of()
    monkeypatch.setattr(WriteUp, "save", refuse)
    with pytest.raises(DraftInvalid, match="te druk"):
        apply_draft(draft=draft)
    assert Speaker.objects.count() == 0


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
