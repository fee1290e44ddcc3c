"""What editors do with proposals is counted per piece of evidence, and changes nothing."""

import io
from collections.abc import Callable

from django.core.management import call_command

from innovkb.ingest.apply import apply_draft
from innovkb.ingest.editor.drafts import save_decisions
from innovkb.ingest.models import EvidenceCount, ImportDraft
from innovkb.ingest.plan import plan_draft
from innovkb.ingest.recognise.items.learning import Choices, proposed_weights
from innovkb.ingest.recognise.items.signs import SIGNS
from practices.models import Tip
from sessions.models import Quote

Make = Callable[..., ImportDraft]


def test_an_import_counts_its_choices_once(draft_of: Make) -> None:
    draft = draft_of()
    tips = plan_draft(draft).of_kind("tip")
    dropped = {"entries": {tips[0].key: {"choice": "skip"}}}
    draft = save_decisions(draft=draft, version=draft.version, decisions=dropped)
    apply_draft(draft=draft)
    draft.refresh_from_db()
    changed = {"entries": {tips[1].key: {"fields": {"title": "Anders"}}}}
    draft = save_decisions(draft=draft, version=draft.version, decisions=changed)
    apply_draft(draft=draft)
    row = EvidenceCount.objects.get(kind="tip", name="heading")
    assert (row.taken, row.dropped, row.changed) == (2, 1, 0)


def test_the_counts_hold_figures_and_no_text(draft_of: Make) -> None:
    apply_draft(draft=draft_of())
    words = {row.name for row in EvidenceCount.objects.all()}
    assert words <= set(SIGNS)
    assert {row.kind for row in EvidenceCount.objects.all()} == {"tip", "barrier"}


def test_few_choices_move_a_weight_little_and_many_no_further_than_a_bound() -> None:
    few = [Choices("tip", "heading", 1, 0), Choices("tip", "cue", 0, 1)]
    many = [Choices("tip", "heading", 900, 0), Choices("tip", "cue", 0, 900)]
    weights = SIGNS["heading"].weigh("tip"), SIGNS["cue"].weigh("tip")
    moved_few = [round(one.proposed - one.now, 2) for one in proposed_weights(few)]
    moved_many = [round(one.proposed - one.now, 2) for one in proposed_weights(many)]
    assert (moved_few, moved_many) == ([0.03, -0.03], [1.5, -1.5])
    assert weights == (SIGNS["heading"].weigh("tip"), SIGNS["cue"].weigh("tip"))


def test_the_command_says_that_nothing_was_counted(db: None) -> None:
    printed = io.StringIO()
    call_command("propose_weights", stdout=printed)
    assert printed.getvalue() == "Er zijn nog geen keuzes geteld.\n"


def test_a_tip_within_a_quote_is_voiced_by_it_and_no_other(draft_of: Make) -> None:
    text = (
        "# Verslag\n\nAnna Bos, directeur, gaf een advies: “Begin met een kleine proef.”\n\n"
        "Karim Haddad, jurist, zei: “Wij wachten liever nog een jaar.”\n"
    )
    write_up = apply_draft(draft=draft_of(text)).write_up
    tip = Tip.objects.get(write_up=write_up)
    assert [quote.text for quote in tip.quotes.all()] == ["Begin met een kleine proef."]
    assert Quote.objects.filter(write_up=write_up).count() == 2
