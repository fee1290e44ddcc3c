"""What is only possible stands folded beneath its section, unticked, and is taken by one key."""

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.contrib.auth.models import User
from django.test import Client

from innovkb.ingest.editor.drafts import create_draft
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import plan_draft
from innovkb.ingest.read import read_paste

TEXT = """# Samen leren van mislukken

Op 12 mei 2025 kwamen 40 mensen bij elkaar.

## Tips

- Begin klein en vertel iedereen wat je leert.
- Vraag een collega van buiten om mee te kijken.

## Barrières

- Er is geen tijd om terug te kijken op wat misging.
"""


@pytest.fixture
def draft(eindredacteur: User) -> ImportDraft:
    """Three items, of which the second tip is only possible."""
    made = create_draft(source=read_paste(TEXT), user=eindredacteur)
    tips = [one for one in made.proposals if one["kind"] == "tip"]
    tips[1] |= {"tier": "possible", "confidence": 0.55, "reason": "Het klinkt als een advies."}
    made.save()
    return made


def sections(client: Client, draft: ImportDraft) -> list[Tag]:
    page = BeautifulSoup(client.get(f"/redactie/{draft.pk}/").content, "html.parser")
    return list(page.select(".rv-section"))


def headings(found: list[Tag]) -> list[str]:
    return [" ".join(one.h3.get_text().split()) for one in found if one.h3]


def test_each_section_counts_what_is_sure_and_what_is_possible(
    chief_client: Client, draft: ImportDraft
) -> None:
    found = sections(chief_client, draft)
    assert headings(found) == ["Tips 1 · 1 mogelijk", "Barrières 1"]
    page = chief_client.get(f"/redactie/{draft.pk}/").content.decode()
    assert "2 onderdelen op overnemen · 1 mogelijk ·" in page
    fold = found[0].select_one("details.rv-possible")
    assert fold is not None
    assert not fold.has_attr("open")
    assert "1 mogelijk voorstel onder Tips" in " ".join(fold.get_text(" ").split())
    row = fold.select_one("li")
    assert row is not None
    text = " ".join(row.get_text(" ").split())
    assert "2 Tip: Vraag een collega van buiten om mee te kijken." in text
    assert "Het klinkt als een advies." in text
    box = row.select_one("input[type=checkbox]")
    assert box is not None
    assert (box.has_attr("checked"), box["value"]) == (False, "take")
    assert found[0].select(".rv-possible textarea") == []


def test_a_tick_takes_it_and_the_card_gives_it_back(
    chief_client: Client, draft: ImportDraft, shown: Any
) -> None:
    path = f"/redactie/{draft.pk}/"
    key = plan_draft(draft).of_kind("tip")[1].key
    values = shown(chief_client.get(path).content.decode(), "nakijken")
    assert f"{key}.choice" not in values
    chief_client.post(path, {**values, f"{key}.choice": "take", "actie": "bewaar"})
    assert headings(sections(chief_client, draft)) == ["Tips 2", "Barrières 1"]
    values = shown(chief_client.get(path).content.decode(), "nakijken")
    assert values[f"{key}.choice"] == "take"
    chief_client.post(path, {**values, f"{key}.choice": "skip"})
    assert headings(sections(chief_client, draft)) == ["Tips 1 · 1 mogelijk", "Barrières 1"]


def test_saving_a_page_leaves_what_was_not_ticked_undecided(
    chief_client: Client, draft: ImportDraft, shown: Any
) -> None:
    path = f"/redactie/{draft.pk}/"
    values = shown(chief_client.get(path).content.decode(), "nakijken")
    chief_client.post(path, {**values, "d.note": "Iets", "actie": "bewaar"})
    draft.refresh_from_db()
    assert draft.decisions == {"document": {"note": "Iets"}}


def test_taking_a_whole_section_leaves_what_is_possible(
    chief_client: Client, draft: ImportDraft
) -> None:
    path = f"/redactie/{draft.pk}/"
    for choice, expected in (("skip", ["skip", "skip"]), ("take", ["take", "skip"])):
        draft.refresh_from_db()
        chief_client.post(path, {"version": draft.version, "alle": f"{choice}:Tips"})
        draft.refresh_from_db()
        assert [one.choice for one in plan_draft(draft).of_kind("tip")] == expected
    assert [one.choice for one in plan_draft(draft).of_kind("barrier")] == ["take"]
