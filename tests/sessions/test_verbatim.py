"""A quote that is called verbatim says what its passage says, on every road to the public."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

from innovkb.ingest.apply import apply_draft, outlook
from innovkb.ingest.editor.drafts import create_draft, save_decisions
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import plan_draft
from innovkb.ingest.read import read_paste
from innovkb.passages.verbatim import NOT_VERBATIM, is_verbatim
from sessions.models import Quote, WriteUp
from sessions.models.item import Wording
from sessions.publishing import PublishingError, publish
from tests.forms import form_values

SAID = "Wij gaan nooit meer terug naar papier."
OPPOSITE = "Wij gaan altijd weer terug naar papier."
TEXT = f"""# Proefsessie terugtrekken

Mara Jacobi, wethouder van Teststad, zegt: “{SAID}”
"""


@pytest.mark.parametrize(
    ("words", "verbatim"),
    [
        (SAID, True),
        ("Gaan nooit meer terug", True),
        ("Wij gaan … naar papier.", True),
        ("Wij gaan [...] naar papier", True),
        ("[Wij] gaan nooit meer [met de stad] terug naar papier", True),
        ("[w]ij gaan nooit meer terug", True),
        ("Wij gaan *nooit*\nmeer terug naar papier", True),
        ("", True),
        (OPPOSITE, False),
        ("Wij gaan meer terug naar papier.", False),
        ("naar papier … Wij gaan", False),
        ("Wij gaan nooit meer terug naar papieren", False),
        ("Wij gaan niet nooit meer terug", False),
    ],
)
def test_words_may_be_left_out_or_added_only_where_that_is_shown(
    words: str, verbatim: bool
) -> None:
    assert is_verbatim(words, SAID) is verbatim


@pytest.fixture
def draft(eindredacteur: User) -> ImportDraft:
    return create_draft(source=read_paste(TEXT), user=eindredacteur)


def decide(draft: ImportDraft, **fields: str) -> ImportDraft:
    key = plan_draft(draft).of_kind("quote")[0].key
    decisions = {"entries": {key: {"fields": fields}}}
    return save_decisions(draft=draft, version=draft.version, decisions=decisions)


@pytest.mark.parametrize("wording", ["", Wording.VERBATIM, Wording.SECOND_HAND])
def test_an_import_that_turns_a_quote_around_is_stopped_at_its_field(
    draft: ImportDraft, wording: str
) -> None:
    changed = decide(draft, text=OPPOSITE, wording=wording)
    found = outlook(plan_draft(changed)).problems
    assert [(one.key[:6], one.field, one.message) for one in found] == [
        ("quote-", "text", NOT_VERBATIM)
    ]
    assert Quote.objects.count() == 0


def test_in_own_words_it_may_be_anything(draft: ImportDraft) -> None:
    apply_draft(draft=decide(draft, text=OPPOSITE, wording=Wording.EDITED))
    assert Quote.objects.get().wording == Wording.EDITED


def test_the_admin_refuses_it_at_the_field_and_keeps_what_was_typed(
    eindredacteur: User, draft: ImportDraft
) -> None:
    apply_draft(draft=draft, publish=True)
    quote = Quote.objects.get()
    client = Client()
    client.force_login(eindredacteur)
    path = f"/admin/innovation_sessions/quote/{quote.pk}/change/"
    values = form_values(client.get(path).content.decode(), "quote_form")
    page = client.post(path, {**values, "text": OPPOSITE})
    text = page.content.decode()
    assert (page.status_code, NOT_VERBATIM in text, OPPOSITE in text) == (200, True, True)
    quote.refresh_from_db()
    assert quote.text == SAID
    saved = client.post(path, {**values, "text": OPPOSITE, "wording": "edited"})
    quote.refresh_from_db()
    assert (saved.status_code, quote.text, quote.wording) == (302, OPPOSITE, "edited")


def test_a_write_up_with_such_a_quote_is_not_published_now_or_planned(
    make: Any, eindredacteur: User
) -> None:
    from django.utils import timezone

    row = make.draft(body=SAID)
    make.quote(SAID, write_up=row, excerpt=SAID)
    Quote.objects.update(text=OPPOSITE)
    for at in (None, timezone.now() + timedelta(days=1)):
        with pytest.raises(PublishingError, match="Woordelijk, maar anders dan de bron"):
            publish(write_up=row, user=eindredacteur, at=at)
    assert WriteUp.objects.published().count() == 0


def test_the_check_of_the_site_reports_it(make: Any, capsys: Any) -> None:
    make.quote(SAID, write_up=make.write_up(body=SAID), excerpt=SAID)
    call_command("check_excerpts")
    Quote.objects.update(text=OPPOSITE)
    with pytest.raises(CommandError, match="1 of 1"):
        call_command("check_excerpts")
    assert NOT_VERBATIM in capsys.readouterr().out
