"""Choices that outlive a reload, many choices at once, and a source text that is corrected."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client

from innovkb.ingest.apply import apply_draft, settle
from innovkb.ingest.editor.drafts import add_passage, create_draft, save_decisions
from innovkb.ingest.models import ImportDraft, OpenConflict
from innovkb.ingest.plan import MOST_TAKEN, plan_draft
from innovkb.ingest.read import read_paste

FETCH = {"X-Requested-With": "fetch"}


@pytest.fixture
def conflict(chief_client: Client, draft: ImportDraft, redacteur: User) -> str:
    """Robin wrote a title, and then Eva another; returns the address of the review."""
    save_decisions(draft=draft, version=1, decisions={"document": {"title": "Van B"}},
                   user=redacteur)  # fmt: skip
    sent = {"version": 1, "was": json.dumps({"d.title": draft.title}), "d.title": "Van A"}
    answer = chief_client.post(f"/redactie/{draft.pk}/bewaren/", sent, headers=FETCH)
    assert answer.status_code == 409
    return f"/redactie/{draft.pk}/"


def title(draft: ImportDraft) -> str:
    draft.refresh_from_db()
    return str(draft.decisions["document"]["title"])


def test_both_texts_of_a_conflict_are_there_after_a_reload_for_who_has_to_choose(
    chief_client: Client, assistant_client: Client, draft: ImportDraft, conflict: str, shown: Any
) -> None:
    for _ in range(2):
        page = chief_client.get(conflict).content.decode()
        box = BeautifulSoup(page, "html.parser").select_one(".rv-conflict")
        assert box is not None
        assert "Van B" in box.get_text()
        assert shown(page, "nakijken")["d.title"] == "Van A"
        assert "jullie schreven allebei iets. Kies." in page
    other = assistant_client.get(conflict).content.decode()
    assert ("rv-conflict" in other, shown(other, "nakijken")["d.title"]) == (False, "Van B")
    assert title(draft) == "Van B"


def test_keeping_what_i_wrote_settles_it(
    chief_client: Client, draft: ImportDraft, conflict: str, shown: Any
) -> None:
    values = shown(chief_client.get(conflict).content.decode(), "nakijken")
    assert chief_client.post(conflict, values).status_code == 302
    assert (title(draft), OpenConflict.objects.count()) == ("Van A", 0)


@pytest.mark.parametrize("script", [True, False])
def test_taking_what_the_other_wrote_settles_it(
    chief_client: Client, draft: ImportDraft, conflict: str, shown: Any, script: bool
) -> None:
    if script:
        sent = {"version": 2, "theirs": "d.title"}
        chief_client.post(f"{conflict}bewaren/", sent, headers=FETCH)
    else:
        values = shown(chief_client.get(conflict).content.decode(), "nakijken")
        chief_client.post(conflict, {**values, "theirs": "d.title"})
    assert (title(draft), OpenConflict.objects.count()) == ("Van B", 0)
    assert "rv-conflict" not in chief_client.get(conflict).content.decode()


def test_saving_another_field_leaves_the_conflict_open(
    chief_client: Client, draft: ImportDraft, conflict: str
) -> None:
    sent = {"version": 2, "was": json.dumps({"d.note": ""}), "d.note": "Nog iets"}
    assert chief_client.post(f"{conflict}bewaren/", sent, headers=FETCH).status_code == 204
    assert OpenConflict.objects.get().mine == "Van A"


def test_the_choice_to_update_a_write_up_is_kept_and_said_and_can_be_taken_back(
    chief_client: Client, draft: ImportDraft, eindredacteur: User
) -> None:
    write_up = apply_draft(draft=draft, user=eindredacteur).write_up
    newer = create_draft(source=read_paste(draft.text.replace("40", "41")), user=eindredacteur)
    path = f"/redactie/{newer.pk}/"
    asked = chief_client.get(path).content.decode()
    assert "Dit verslag lijkt er al te zijn" in asked
    sent = {"version": 1, "was": json.dumps({"d.target": "?"}), "d.target": write_up.slug}
    assert chief_client.post(f"{path}bewaren/", sent, headers=FETCH).status_code == 204
    chosen = chief_client.get(path).content.decode()
    assert "Je werkt een verslag bij" in chosen
    assert "Dit verslag lijkt er al te zijn" not in chosen
    chief_client.post(path, {"version": 2, "zet": "d.target="})
    newer.refresh_from_db()
    assert newer.decisions["document"]["target"] == ""
    assert "Je maakt een nieuw verslag" in chief_client.get(path).content.decode()


def many_tips(count: int) -> str:
    tips = "\n".join(f"- Zorg dat stap {n} wordt vastgelegd en gedeeld." for n in range(count))
    return f"# Kader voor proeven\n\n## Adviezen\n\n{tips}\n\n## Overig\n\n- Bel elke dag.\n"


def choices(draft: ImportDraft, kind: str = "tip") -> list[str]:
    draft.refresh_from_db()
    return [one.choice for one in plan_draft(draft).of_kind(kind)]


def test_of_many_of_a_kind_the_surest_are_taken_and_the_rest_waits(
    chief_client: Client, eindredacteur: User
) -> None:
    draft = create_draft(source=read_paste(many_tips(40)), user=eindredacteur)
    assert choices(draft).count("take") == MOST_TAKEN == 25
    page = chief_client.get(f"/redactie/{draft.pk}/").content.decode()
    assert "Er staan veel tips in deze tekst. De 25 waar we het zekerst van zijn" in page
    few = create_draft(source=read_paste(many_tips(4)), user=eindredacteur)
    assert "Er staan veel" not in chief_client.get(f"/redactie/{few.pk}/").content.decode()


def test_an_import_that_nobody_watches_takes_them_all(eindredacteur: User) -> None:
    draft = settle(draft=create_draft(source=read_paste(many_tips(40)), user=eindredacteur))
    assert "skip" not in choices(draft)


@pytest.mark.parametrize("section", ["", "Adviezen"])
def test_all_of_a_kind_or_section_is_skipped_and_taken_at_once_and_that_is_undone(
    chief_client: Client, eindredacteur: User, section: str
) -> None:
    draft = create_draft(source=read_paste(many_tips(6)), user=eindredacteur)
    path = f"/redactie/{draft.pk}/?soort=tip"
    before = choices(draft)
    page = chief_client.get(path).content.decode()
    assert ("Sla alle tips over" in page, "Maak dat ongedaan" in page) == (True, False)
    for choice in ("skip", "take"):
        data = {"version": draft.version, "alle": f"{choice}:{section}"}
        assert chief_client.post(path, data).status_code == 302
        now = choices(draft)
        touched = now if not section else now[:6]
        assert set(touched) == {choice}
        assert section == "" or now[6:] == before[6:]
    assert "Maak dat ongedaan" in chief_client.get(path).content.decode()
    chief_client.post(path, {"version": draft.version, "actie": "ongedaan"})
    assert set(choices(draft)[:6]) == {"skip"}
    assert "Maak dat ongedaan" not in chief_client.get(path).content.decode()


def test_the_first_proposal_is_three_keys_away(chief_client: Client, draft: ImportDraft) -> None:
    soup = BeautifulSoup(chief_client.get(f"/redactie/{draft.pk}/").content, "html.parser")
    links = [(one.get_text(), str(one["href"])) for one in soup.select(".kb-skip-link")]
    assert links == [
        ("Direct naar de inhoud", "#inhoud"),
        ("Naar de voorstellen", "#eerste"),
        ("Naar de knoppen", "#knoppen"),
    ]
    assert all(soup.select_one(address) for _, address in links)
    numbers = soup.select("#bron .rv-number")
    assert (len(numbers) > 3, {one["tabindex"] for one in numbers}) == (True, {"-1"})


MISREAD = """# De nieuwe AItool

Op 12 mei 2025 kwamen 40 mensen bij elkaar.

Marieke Zandstra (adviseur, Gemeente Dorpsveen) opende de middag.

Marieke Zandstra: “Wie de AItool niets vraagt, leert ook niets van de AItool.”

## Tips

- Begin klein en vertel iedereen wat je leert.
- Vraag een collega van buiten om mee te kijken.
"""


def test_a_source_that_was_read_wrongly_is_corrected_and_the_choices_stay(
    chief_client: Client, eindredacteur: User, shown: Any
) -> None:
    draft = create_draft(source=read_paste(MISREAD), user=eindredacteur)
    plan = plan_draft(draft)
    quote, tip = plan.of_kind("quote")[0], plan.of_kind("tip")[0]
    entries = {
        quote.key: {
            "choice": "skip",
            "fields": {"note": "Mijn noot", "speaker": quote.value("speaker")},
        },
        tip.key: {"choice": "skip", "kind": "barrier"},
    }
    draft = save_decisions(draft=draft, version=1, decisions={"entries": entries})
    start = MISREAD.index("opende de middag")
    draft, added = add_passage(
        draft=draft, version=draft.version, kind="example", start=start, end=start + 16
    )
    path = f"/redactie/{draft.pk}/brontekst/"
    values = shown(chief_client.get(path).content.decode(), "verbeteren")
    assert values["text"] == MISREAD
    text = "Vooraf iets nieuws.\n\n" + MISREAD.replace("AItool", "AI-tool")
    response = chief_client.post(path, {**values, "text": text.replace("\n", "\r\n")})
    assert response["Location"] == f"/redactie/{draft.pk}/"
    draft.refresh_from_db()
    plan = plan_draft(draft)
    assert draft.text.strip() == text.strip()
    found = plan.of_kind("quote")[0]
    assert "AI-tool" in found.value("text")
    assert (found.choice, found.value("note")) == ("skip", "Mijn noot")
    assert found.value("speaker") == plan.of_kind("person")[0].key
    barriers = [one for one in plan.of_kind("barrier") if not one.is_possible]
    assert [one.choice for one in barriers] == ["skip"]
    passage = plan.entry(added)
    assert passage is not None
    assert draft.text[passage.start : passage.end] == "opende de middag"


def test_correcting_an_old_text_or_to_nothing_loses_nothing(
    chief_client: Client, draft: ImportDraft
) -> None:
    path = f"/redactie/{draft.pk}/brontekst/"
    empty = chief_client.post(path, {"version": 1, "text": " "})
    assert empty.status_code == 422
    save_decisions(draft=draft, version=1, decisions={"document": {"note": "Van een ander"}})
    stale = chief_client.post(path, {"version": 1, "text": "Mijn betere tekst."})
    page = stale.content.decode()
    assert (stale.status_code, "Mijn betere tekst." in page) == (422, True)
    assert "Iemand anders bewaarde intussen" in page
    assert 'name="version" value="2"' in page
    draft.refresh_from_db()
    assert draft.decisions["document"] == {"note": "Van een ander"}


def test_correcting_an_import_that_was_applied_updates_its_items(
    chief_client: Client, eindredacteur: User
) -> None:
    from sessions.models import Quote

    draft = create_draft(source=read_paste(MISREAD), user=eindredacteur)
    apply_draft(draft=draft, user=eindredacteur, publish=True)
    pk = Quote.objects.get().pk
    draft.refresh_from_db()
    text = MISREAD.replace("AItool", "AI-tool")
    chief_client.post(f"/redactie/{draft.pk}/brontekst/", {"version": draft.version, "text": text})
    draft.refresh_from_db()
    apply_draft(draft=draft, user=eindredacteur)
    assert [(one.pk, one.text) for one in Quote.objects.all()] == [
        (pk, "Wie de AI-tool niets vraagt, leert ook niets van de AI-tool.")
    ]
