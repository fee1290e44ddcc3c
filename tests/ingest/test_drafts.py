"""Drafts keep what editors decide, and one editor never undoes another's work."""

from collections.abc import Callable

import pytest

from innovkb.ingest.editor.drafts import (
    PassageError,
    StaleDraft,
    add_passage,
    create_draft,
    move_entry,
    passage_between,
    save_decisions,
)
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import plan_draft
from innovkb.ingest.read import ReadText

Make = Callable[..., ImportDraft]


def test_a_draft_holds_the_source_and_a_proposal_for_each_item(draft_of: Make) -> None:
    plan = plan_draft(draft_of())
    kinds = [entry.kind for entry in plan.entries if not entry.is_possible]
    assert kinds.count("tip") == 3
    assert kinds.count("barrier") == 2
    assert kinds.count("quote") == 2
    assert {e.value("name") for e in plan.of_kind("person")} == {
        "Marit van der Zwaan",
        "Joost Terpstra",
    }
    assert plan.document.value("title") == "Zo houd je een proeftuin klein"
    assert plan.document.value("date") == "2025-03-04"


def test_every_proposal_says_where_and_why(draft_of: Make) -> None:
    draft = draft_of()
    for entry in plan_draft(draft).entries:
        assert draft.text[entry.start : entry.end]
        assert entry.reason


def test_the_same_words_keep_their_key_in_another_version(draft_of: Make, report: str) -> None:
    before = {one["key"] for one in draft_of().proposals}
    after = {one["key"] for one in draft_of(f"Een regel vooraf.\n\n{report}").proposals}
    assert {key for key in before if key.startswith("tip-")} <= after


def test_decisions_are_laid_over_the_earlier_ones(draft_of: Make) -> None:
    draft = draft_of()
    tips = [entry.key for entry in plan_draft(draft).of_kind("tip")]
    for fields in ({"title": "Vraag eerst"}, {"audience": "bestuurders"}):
        decisions = {"entries": {tips[0]: {"fields": fields}}}
        draft = save_decisions(draft=draft, version=draft.version, decisions=decisions)
    entry = plan_draft(draft).entry(tips[0])
    assert entry is not None
    assert (entry.value("title"), entry.value("audience")) == ("Vraag eerst", "bestuurders")


def test_saving_the_same_again_makes_no_new_version(draft_of: Make) -> None:
    draft = draft_of()
    decisions = {"document": {"title": "Een andere titel"}}
    once = save_decisions(draft=draft, version=draft.version, decisions=decisions)
    twice = save_decisions(draft=once, version=once.version, decisions=decisions)
    assert twice.version == once.version


def test_who_saves_on_an_old_version_is_told_and_loses_nothing(draft_of: Make) -> None:
    draft = draft_of()
    first = {"document": {"title": "Van de een"}}
    second = {"document": {"summary": "Van de ander"}}
    saved = save_decisions(draft=draft, version=draft.version, decisions=first)
    with pytest.raises(StaleDraft) as stale:
        save_decisions(draft=draft, version=draft.version, decisions=second)
    assert stale.value.current.decisions["document"]["title"] == "Van de een"
    assert stale.value.refused == second
    draft.refresh_from_db()
    assert draft.decisions["document"] == saved.decisions["document"]


def test_what_no_form_would_send_is_left_out(draft_of: Make) -> None:
    draft = draft_of()
    key = plan_draft(draft).of_kind("tip")[0].key
    nonsense = {
        "document": {"title": "Met\x00nul", "pk": "1", "status": "published"},
        "entries": {
            "tip-bestaat-niet": {"choice": "take"},
            key: {"choice": "misschien", "kind": "user", "fields": ["geen", "velden"]},
        },
        "order": "geen lijst",
        "gone": {"tip:1": "drop table"},
    }
    saved = save_decisions(draft=draft, version=draft.version, decisions=nonsense)
    assert saved.decisions["document"]["title"] == "Metnul"
    assert not {"pk", "status"} & saved.decisions["document"].keys()
    assert saved.decisions["entries"] == {**draft.decisions.get("entries", {}), key: {}}
    assert saved.decisions.get("gone") == {}


def test_half_characters_in_a_paste_are_replaced(db: None) -> None:
    draft = create_draft(source=ReadText("Een titel\n\nTekst met \ud800 en \x00 erin."))
    assert draft.text == "Een titel\n\nTekst met ? en  erin."


def test_an_added_passage_is_an_item_in_its_place(draft_of: Make) -> None:
    draft = draft_of()
    start, end = passage_between(draft.text, "vertelde over", "zijn wijkaanpak")
    draft, key = add_passage(
        draft=draft, version=draft.version, kind="example", start=start, end=end
    )
    entry = plan_draft(draft).entry(key)
    assert entry is not None
    assert (entry.kind, entry.text) == ("example", "vertelde over zijn wijkaanpak")
    assert entry.taken


@pytest.mark.parametrize(("start", "end"), [(0, 0), (50, 10), (10**9, 10**9 + 5), (-5, 0)])
def test_nothing_selected_is_nothing_added(draft_of: Make, start: int, end: int) -> None:
    draft = draft_of()
    with pytest.raises(PassageError, match="Selecteer"):
        add_passage(draft=draft, version=draft.version, kind="tip", start=start, end=end)


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("Spreek af", "", "Spreek af"),
        ("Begin   met", "een\nbewoner", "Begin met een vraag van een bewoner"),
    ],
)
def test_a_passage_is_found_by_its_words(report: str, first: str, last: str, found: str) -> None:
    start, end = passage_between(report, first, last)
    assert report[start:end] == found


@pytest.mark.parametrize(
    ("first", "last", "message"),
    [
        ("staat hier niet", "", "staan niet in de brontekst"),
        ("een", "", "keer in de brontekst"),
        ("", "", "staan niet in de brontekst"),
        ("Vier wat", "Begin met", "niet na de eerste"),
    ],
)
def test_a_passage_that_is_not_one_is_explained(
    report: str, first: str, last: str, message: str
) -> None:
    with pytest.raises(PassageError, match=message):
        passage_between(report, first, last)


def test_the_order_is_the_editors(draft_of: Make) -> None:
    draft = draft_of()
    tips = [entry.key for entry in plan_draft(draft).of_kind("tip")]
    draft = move_entry(draft=draft, version=draft.version, keys=tips, key=tips[2], to=1)
    assert [entry.key for entry in plan_draft(draft).of_kind("tip")] == [tips[2], tips[0], tips[1]]
