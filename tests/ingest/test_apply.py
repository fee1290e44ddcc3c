"""Applying makes everything that was taken, once."""

from typing import Any

from innovkb.ingest.apply import apply_draft, outlook, settle
from innovkb.ingest.editor.drafts import add_passage, create_draft, save_decisions
from innovkb.ingest.plan import plan_draft
from innovkb.ingest.read import ReadText
from innovkb.lib.publishing import Status
from practices.models import Barrier, Tip
from sessions.excerpts import broken_excerpts, items_of
from sessions.models import Appearance, Quote, Session, Speaker, WriteUp
from tests.ingest.deciding import Make, decide, rows


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
    assert [(one.key, one.field) for one in outlook(plan_draft(draft)).problems] == [
        ("document", "rights")
    ]
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
    problems = outlook(plan_draft(draft_of())).problems
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
    problems = outlook(plan_draft(draft)).problems
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


def test_a_public_session_stays_announced_until_its_write_up_is_public(
    draft_of: Make, make: Any
) -> None:
    row = make.session("Zo houd je een proeftuin klein")
    draft = draft_of()
    write_up = apply_draft(draft=draft).write_up
    row.refresh_from_db()
    assert (write_up.session, row.state) == (row, "announced")
    assert Session.objects.published().filter(pk=row.pk).exists()
    draft.refresh_from_db()
    apply_draft(draft=draft, publish=True)
    row.refresh_from_db()
    assert (row.state, row.date_iso, row.attendance) == ("held", "2025-03-04", 42)
    assert Session.objects.count() == 1


def test_a_session_that_nobody_sees_is_held_with_the_draft(draft_of: Make, make: Any) -> None:
    row = make.session("Zo houd je een proeftuin klein", announced_in=make.draft())
    apply_draft(draft=draft_of())
    row.refresh_from_db()
    assert (row.state, row.date_iso) == ("held", "2025-03-04")


def test_a_redacteur_teaches_a_public_speaker_no_other_name(
    draft_of: Make, make: Any, redacteur: Any, eindredacteur: Any
) -> None:
    row = make.speaker("Marit van der Zwaan-Vos")
    make.quote("Iets.", speaker=row)
    draft = draft_of(user=redacteur)
    decided = decide(draft, "person", 0, choice="take", fields={"match": row.slug})
    apply_draft(draft=decided, user=redacteur)
    row.refresh_from_db()
    assert row.aliases == []
    other = draft_of(draft.text.replace("4 maart", "5 maart"), user=eindredacteur, again="yes")
    decided = decide(other, "person", 0, choice="take", fields={"match": row.slug})
    apply_draft(draft=decided, user=eindredacteur)
    row.refresh_from_db()
    assert row.aliases == ["Marit van der Zwaan"]


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
