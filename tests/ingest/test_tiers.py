"""What is only possible is never taken by itself."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User

from innovkb.ingest.editor.drafts import DraftProposal, save_decisions
from innovkb.ingest.editor.review.actions import take_certain
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import plan_draft

Make = Callable[..., ImportDraft]


@pytest.fixture
def draft(draft_of: Make) -> ImportDraft:
    """A draft whose first tip is only possible, however sure the rules are of its words."""
    made = draft_of()
    tip = next(one for one in made.proposals if one["kind"] == "tip")
    tip |= {"tier": "possible", "confidence": 0.95, "evidence": ["orders"]}
    made.save()
    return made


def test_a_possible_proposal_is_skipped_until_an_editor_takes_it(draft: ImportDraft) -> None:
    tips = plan_draft(draft).of_kind("tip")
    assert [(one.tier, one.choice, one.is_possible) for one in tips] == [
        ("possible", "skip", True),
        ("sure", "take", False),
        ("sure", "take", False),
    ]
    taken = {"entries": {tips[0].key: {"choice": "take"}}}
    draft = save_decisions(draft=draft, version=draft.version, decisions=taken)
    first = plan_draft(draft).of_kind("tip")[0]
    assert (first.choice, first.is_possible) == ("take", False)


def test_taking_all_that_is_certain_leaves_what_is_possible(draft: ImportDraft) -> None:
    user = User.objects.create_user("redactie")
    saved, _ = take_certain(draft=draft, user=user)
    assert [one.choice for one in plan_draft(saved).of_kind("tip")] == ["skip", "take", "take"]


def test_a_suggestion_comes_back_from_plain_data_as_it_was(draft: ImportDraft) -> None:
    suggestions = [DraftProposal.from_data(one) for one in draft.proposals]
    assert [one.as_data() for one in suggestions] == draft.proposals


def test_a_draft_of_before_the_tiers_is_sure_of_everything(draft: ImportDraft) -> None:
    old = [
        {name: value for name, value in one.items() if name not in ("tier", "evidence")}
        for one in draft.proposals
    ]
    assert {DraftProposal.from_data(one).tier for one in old} == {"sure"}
