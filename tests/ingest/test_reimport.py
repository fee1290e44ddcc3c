"""A newer version of a text changes what changed, and keeps what editors made of the rest."""

from collections.abc import Callable

from innovkb.ingest.apply import apply_draft, settle
from innovkb.ingest.editor.drafts import create_draft, save_decisions
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import Plan, plan_draft
from innovkb.ingest.read import ReadText
from practices.models import Tip
from sessions.excerpts import broken_excerpts, items_of
from sessions.models import Quote, WriteUp

Make = Callable[..., ImportDraft]


def newer(text: str) -> str:
    """One tip changed, one gone, one new."""
    changed = text.replace("Spreek af wanneer je stopt.", "Spreek vooraf af wanneer je stopt.")
    return changed.replace("- Vier wat je leert.", "- Nodig elke week iemand van buiten uit.")


def changes(plan: Plan) -> dict[str, str]:
    return {one.text: one.change for one in plan.of_kind("tip")}


def test_only_what_is_new_changed_or_gone_shows(draft_of: Make, report: str) -> None:
    write_up = apply_draft(draft=draft_of()).write_up
    plan = plan_draft(create_draft(source=ReadText(newer(report))))
    assert plan.target == write_up
    assert changes(plan) == {
        "Begin met een vraag van een bewoner.": "same",
        "Spreek vooraf af wanneer je stopt.": "changed",
        "Nodig elke week iemand van buiten uit.": "new",
    }
    assert [one.text for one in plan.gone] == ["Vier wat je leert."]
    assert {one.change for one in plan.of_kind("quote", "barrier")} == {"same"}


def test_a_changed_text_updates_its_items_and_keeps_the_rest(draft_of: Make, report: str) -> None:
    write_up = apply_draft(draft=draft_of()).write_up
    pks = dict(Tip.objects.values_list("text", "pk"))
    applied = apply_draft(draft=draft_of(newer(report), target=write_up.slug))
    assert (applied.created, applied.updated, applied.removed) == (1, 1, 0)
    assert (
        Tip.objects.get(text__startswith="Spreek vooraf").pk == pks["Spreek af wanneer je stopt."]
    )
    assert Tip.objects.filter(text="Vier wat je leert.").exists()
    assert list(broken_excerpts(items_of(applied.write_up))) == []


def test_the_address_of_a_changed_item_stays(draft_of: Make, report: str) -> None:
    write_up = apply_draft(draft=draft_of()).write_up
    slugs = set(Tip.objects.values_list("slug", flat=True))
    apply_draft(draft=draft_of(newer(report), target=write_up.slug))
    assert slugs <= set(Tip.objects.values_list("slug", flat=True))


def test_what_is_gone_goes_only_when_the_editor_says_so(draft_of: Make, report: str) -> None:
    write_up = apply_draft(draft=draft_of()).write_up
    draft = draft_of(newer(report), target=write_up.slug)
    gone = plan_draft(draft).gone[0].reference
    draft = save_decisions(draft=draft, version=draft.version, decisions={"gone": {gone: "remove"}})
    assert apply_draft(draft=draft).removed == 1
    assert not Tip.objects.filter(text="Vier wat je leert.").exists()


def test_what_was_skipped_before_stays_skipped(draft_of: Make, report: str) -> None:
    first = draft_of()
    key = plan_draft(first).of_kind("tip")[0].key
    decisions = {"entries": {key: {"choice": "skip"}}}
    first = save_decisions(draft=first, version=first.version, decisions=decisions)
    write_up = apply_draft(draft=first).write_up
    plan = plan_draft(draft_of(newer(report), target=write_up.slug))
    entry = plan.entry(key)
    assert entry is not None
    assert (entry.choice, entry.change) == ("skip", "same")


def test_what_an_editor_changed_on_the_site_is_not_undone(draft_of: Make, report: str) -> None:
    write_up = apply_draft(draft=draft_of()).write_up
    Tip.objects.filter(text__startswith="Begin").update(title="Een betere titel")
    WriteUp.objects.update(title="Betere titel van het verslag")
    apply_draft(draft=draft_of(newer(report), target=write_up.slug))
    assert Tip.objects.get(text__startswith="Begin").title == "Een betere titel"
    assert WriteUp.objects.get().title == "Betere titel van het verslag"


def test_connecting_text_of_the_editor_stays(draft_of: Make, report: str) -> None:
    write_up = apply_draft(draft=draft_of()).write_up
    WriteUp.objects.update(body=f"Een inleiding van de redactie.\n\n{write_up.body}")
    applied = apply_draft(draft=draft_of(newer(report), target=write_up.slug))
    assert applied.write_up.body.startswith("Een inleiding van de redactie.")
    assert "Nodig elke week iemand van buiten uit." in applied.write_up.body
    assert "Spreek vooraf af" in applied.write_up.body
    assert "Spreek af wanneer" not in applied.write_up.body


def test_with_the_whole_text_the_new_text_takes_its_place(draft_of: Make, report: str) -> None:
    decided = {"body_mode": "source", "rights": "full_text"}
    write_up = apply_draft(draft=draft_of(**decided)).write_up
    text = newer(report).replace("opende de middag", "opende de avond")
    applied = apply_draft(draft=draft_of(text, target=write_up.slug))
    assert "opende de avond" in applied.write_up.body
    assert [str(one.item) for one in applied.lost] == ["Vier wat je leert"]


def test_items_that_an_editor_made_are_recognised_and_left_alone(
    draft_of: Make, make: object, report: str
) -> None:
    write_up: WriteUp = make.write_up(  # type: ignore[attr-defined]
        "Met de hand", body="Begin met een vraag van een bewoner. En meer."
    )
    by_hand: Tip = make.tip(  # type: ignore[attr-defined]
        "Vraag",
        text="Begin met een vraag van een bewoner.",
        excerpt="Begin met een vraag van een bewoner.",
        write_up=write_up,
    )
    plan = plan_draft(draft_of(target=write_up.slug))
    same = [one for one in plan.of_kind("tip") if one.change == "same"]
    assert [one.item and one.item.pk for one in same] == [by_hand.pk]
    assert plan.gone == ()
    applied = apply_draft(draft=draft_of(target=write_up.slug))
    by_hand.refresh_from_db()
    assert by_hand.title == "Vraag"
    assert applied.lost == ()


def test_deciding_more_on_an_applied_draft_changes_only_that(draft_of: Make) -> None:
    draft = draft_of()
    apply_draft(draft=draft)
    draft.refresh_from_db()
    Quote.objects.update(title="Met de hand")
    key = plan_draft(draft).of_kind("tip")[1].key
    decisions = {"entries": {key: {"fields": {"title": "Spreek het af"}}}}
    draft = save_decisions(draft=draft, version=draft.version, decisions=decisions)
    applied = apply_draft(draft=draft)
    assert (applied.created, applied.updated, applied.unchanged) == (0, 1, 6)
    assert Tip.objects.filter(title="Spreek het af").count() == 1
    assert set(Quote.objects.values_list("title", flat=True)) == {"Met de hand"}


def test_skipping_what_was_applied_takes_it_away(draft_of: Make) -> None:
    draft = draft_of()
    apply_draft(draft=draft)
    draft.refresh_from_db()
    key = plan_draft(draft).of_kind("tip")[1].key
    decisions = {"entries": {key: {"choice": "skip"}}}
    draft = save_decisions(draft=draft, version=draft.version, decisions=decisions)
    assert apply_draft(draft=draft).removed == 1
    assert Tip.objects.count() == 2


def test_new_words_that_repeat_older_ones_leave_those_their_place(db: None) -> None:
    text = (
        "# Titel van dit verslag\n\n## Tips\n\n- Begin klein en dichtbij.\n- Deel wat je leert.\n"
    )
    first = settle(draft=create_draft(source=ReadText(text)))
    write_up = apply_draft(draft=first).write_up
    longer = f"{text}- Zeg het nog eens: Begin klein en dichtbij.\n"
    second = settle(draft=create_draft(source=ReadText(longer)), target=write_up.slug)
    applied = apply_draft(draft=second)
    assert applied.lost == ()
    assert Tip.objects.get(text="Begin klein en dichtbij.").excerpt_occurrence == 1
