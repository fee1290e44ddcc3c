"""The review: what it shows, what its buttons do, and what is saved."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client

from innovkb.ingest.editor.drafts import create_draft, save_decisions
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import plan_draft
from innovkb.ingest.read import read_paste
from sessions.models import WriteUp


def path_of(draft: ImportDraft, more: str = "") -> str:
    return f"/redactie/{draft.pk}/{more}"


def soup(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def decisions(draft: ImportDraft) -> dict[str, Any]:
    draft.refresh_from_db()
    return draft.decisions


def test_every_number_in_the_source_leads_to_its_card_and_back(
    chief_client: Client, draft: ImportDraft
) -> None:
    page = soup(chief_client, path_of(draft))
    numbers = page.select("#bron a.rv-number[id]")
    cards = page.select("section.rv-card")
    assert len(cards) >= 5
    assert {f"#{card['id']}" for card in cards} <= {str(one["href"]) for one in numbers}
    for card in cards:
        back = card.select_one("a.rv-number")
        assert back is not None
        assert page.select_one(f"#bron {back['href']}") is not None


def test_the_source_is_shown_to_the_letter(chief_client: Client, draft: ImportDraft) -> None:
    source = soup(chief_client, path_of(draft)).select_one("#bron")
    assert source is not None
    for number in source.select("a.rv-number"):
        number.decompose()
    assert source.get_text() == draft.text


def test_each_card_says_why_and_how_sure(chief_client: Client, draft: ImportDraft) -> None:
    for card in soup(chief_client, path_of(draft)).select("section.rv-card"):
        sure = card.select_one(".rv-card__sure")
        reason = card.select(".rv-reason")[-1]
        assert sure is not None
        assert sure.get_text(strip=True) in ("zeker", "vrij zeker", "twijfel")
        assert len(reason.get_text(strip=True)) > len("Toon in de brontekst")


def test_markup_in_a_source_is_shown_and_does_nothing(
    chief_client: Client, eindredacteur: User
) -> None:
    text = "Titel\n\n- Tip 1: <script>alert(1)</script> \"'><img src=x>\n"
    draft = create_draft(source=read_paste(text), user=eindredacteur)
    page = soup(chief_client, path_of(draft))
    assert page.select("main script, main img") == []


def test_sending_the_page_untouched_changes_nothing(
    chief_client: Client, draft: ImportDraft, shown: Any
) -> None:
    values = shown(chief_client.get(path_of(draft)).content.decode(), "nakijken")
    assert chief_client.post(path_of(draft), {**values, "actie": "bewaar"}).status_code == 302
    assert decisions(draft) == {}
    assert draft.version == 1


def test_only_what_was_changed_is_saved(
    chief_client: Client, draft: ImportDraft, shown: Any, key: Any
) -> None:
    values = shown(chief_client.get(path_of(draft)).content.decode(), "nakijken")
    tip, quote = key("tip"), key("quote")
    values |= {"d.summary": "Kort.", f"{tip}.choice": "skip", f"{quote}.speaker": ""}
    chief_client.post(path_of(draft), values)
    assert decisions(draft) == {
        "document": {"summary": "Kort."},
        "entries": {tip: {"choice": "skip"}, quote: {"fields": {"speaker": ""}}},
    }


def test_themes_are_ticked_and_unticked(
    chief_client: Client, draft: ImportDraft, shown: Any, key: Any, make: Any
) -> None:
    make.theme("Leren", slug="leren")
    tip = key("tip")
    values = shown(chief_client.get(path_of(draft)).content.decode(), "nakijken")
    chief_client.post(path_of(draft), {**values, f"{tip}.themes": ["leren"]})
    assert decisions(draft)["entries"][tip]["fields"] == {"themes": ["leren"]}
    values = shown(chief_client.get(path_of(draft)).content.decode(), "nakijken")
    assert values.pop(f"{tip}.themes") == "leren"
    chief_client.post(path_of(draft), values)
    assert decisions(draft)["entries"][tip]["fields"] == {"themes": []}


def test_another_kind_gets_the_fields_of_that_kind(
    chief_client: Client, draft: ImportDraft, key: Any
) -> None:
    tip = key("tip")
    chief_client.post(path_of(draft), {"version": "1", f"{tip}.kind": "barrier"})
    page = soup(chief_client, path_of(draft))
    assert page.select_one(f'[name="{tip}.group"]') is not None


def test_the_tabs_show_one_kind(chief_client: Client, draft: ImportDraft) -> None:
    page = soup(chief_client, path_of(draft, "?soort=tip"))
    kinds = {str(card["class"][1]) for card in page.select("section.rv-card")}
    assert kinds == {"rv-card--tip"}
    assert soup(chief_client, path_of(draft, "?soort=onzin&pagina=x")).select("section.rv-card")


def test_a_tab_saves_first(chief_client: Client, draft: ImportDraft) -> None:
    sent = {"version": "1", "d.summary": "Kort.", "naar": "soort=tip&pagina=1"}
    response = chief_client.post(path_of(draft), sent)
    assert response["Location"] == path_of(draft, "?soort=tip#voorstellen")
    assert decisions(draft)["document"] == {"summary": "Kort."}


def test_all_that_is_certain_is_taken_at_once(chief_client: Client, draft: ImportDraft) -> None:
    chief_client.post(path_of(draft), {"version": "1", "actie": "zeker"})
    sure = {
        one["key"]
        for one in draft.proposals
        if one["confidence"] >= 0.85 and one["kind"] in ("quote", "tip", "barrier", "question")
    }
    taken = decisions(draft)["entries"]
    assert sure
    assert set(taken) == sure
    assert {one["choice"] for one in taken.values()} == {"take"}


def test_a_passage_is_added_by_its_first_and_last_words(
    chief_client: Client, draft: ImportDraft
) -> None:
    sent = {"version": "1", "actie": "voeg-toe", "add_kind": "example",
            "add_first": "Marieke Zandstra (adviseur", "add_last": "opende de middag."}  # fmt: skip
    response = chief_client.post(path_of(draft), sent)
    (added,) = decisions(draft)["added"]
    assert added["kind"] == "example"
    assert added["text"] == "Marieke Zandstra (adviseur, Gemeente Dorpsveen) opende de middag."
    page = soup(chief_client, response["Location"])
    anchor = response["Location"].partition("#")[2]
    card = page.select_one(f"#{anchor}")
    assert card is not None
    assert "zelf toegevoegd" in card.get_text()


def test_a_passage_is_added_by_selecting_it(chief_client: Client, draft: ImportDraft) -> None:
    start = draft.text.index("Begin klein")
    sent = {"version": "1", "actie": "voeg-toe", "add_kind": "quote",
            "add_start": start, "add_end": start + 11}  # fmt: skip
    chief_client.post(path_of(draft), sent)
    assert decisions(draft)["added"][0]["text"] == "Begin klein"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"add_kind": "tip"}, "Neem de eerste woorden over"),
        ({"add_kind": "tip", "add_first": "staat er niet"}, "staan niet in de brontekst"),
        ({"add_kind": "tip", "add_start": "5", "add_end": "5"}, "Selecteer de woorden"),
        ({"add_kind": "tip", "add_start": "5", "add_end": "999999"}, "buiten de brontekst"),
        ({"add_kind": "onzin", "add_first": "Begin klein"}, ""),
    ],
)
def test_a_passage_that_is_not_there_is_told_and_what_was_typed_is_saved(
    chief_client: Client, draft: ImportDraft, data: Any, message: str
) -> None:
    sent = {"version": "1", "actie": "voeg-toe", "d.summary": "Kort.", **data}
    response = chief_client.post(path_of(draft), sent)
    assert response.status_code == 422
    assert message in response.content.decode()
    assert decisions(draft) == {"document": {"summary": "Kort."}}


def test_an_item_moves_by_button_and_by_number(
    chief_client: Client, draft: ImportDraft, shown: Any
) -> None:
    unfolded = [one for one in plan_draft(draft).entries if one.is_item and not one.is_possible]
    barrier = next(one.key for one in unfolded if one.kind == "barrier")
    above = unfolded[[one.key for one in unfolded].index(barrier) - 1].key
    chief_client.post(path_of(draft), {"version": "1", "verplaats": f"{barrier}:op"})
    order = decisions(draft)["order"]
    assert order.index(barrier) == order.index(above) - 1
    values = shown(chief_client.get(path_of(draft)).content.decode(), "nakijken")
    assert values[f"{barrier}.order"] == str(order.index(barrier) + 1)
    chief_client.post(path_of(draft), {**values, f"{barrier}.order": "1"})
    assert decisions(draft)["order"][0] == barrier


def test_somebody_of_the_site_is_chosen_by_name(
    chief_client: Client, draft: ImportDraft, key: Any, make: Any
) -> None:
    make.speaker("Joris Elderman", slug="joris")
    quote = key("quote")
    sent = {"version": "1", f"{quote}.other": "joris elderman"}
    assert chief_client.post(path_of(draft), sent).status_code == 302
    assert decisions(draft)["entries"][quote]["fields"] == {"speaker": "speaker:joris"}
    wrong = chief_client.post(path_of(draft), {"version": "2", f"{quote}.other": "Niemand"})
    assert wrong.status_code == 409
    assert "‘Niemand’ staat niet op de site" in wrong.content.decode()


def test_what_is_still_open_stands_on_top_and_at_its_field(
    chief_client: Client, draft: ImportDraft
) -> None:
    sent = {"version": "1", "d.title": "", "d.date": "12 mei", "actie": "klaar"}
    response = chief_client.post(path_of(draft), sent)
    assert response["Location"] == path_of(draft, "?controle=ja#fouten")
    page = soup(chief_client, response["Location"])
    summary = page.select_one("#fouten[tabindex='-1']")
    assert summary is not None
    targets = [str(link["href"]).partition("#")[2] for link in summary.select("a")]
    assert "f-d-title" in targets
    field = page.select_one("#f-d-title")
    assert field is not None
    assert field["aria-invalid"] == "true"
    assert "Geef het verslag een titel." in page.select_one("#f-d-title_error").get_text()  # type: ignore[union-attr]


def test_an_earlier_import_of_the_text_is_told_and_can_be_brought_up_to_date(
    chief_client: Client, draft: ImportDraft, eindredacteur: User
) -> None:
    chief_client.post(path_of(draft, "afronden/"), {"version": "1", "step": "draft"})
    write_up = WriteUp.objects.get()
    again = create_draft(source=read_paste(draft.text + "\n- Nog een tip: schrijf alles op.\n"))
    page = soup(chief_client, path_of(again))
    assert "Dit verslag lijkt er al te zijn" in page.get_text()
    sent = {"version": "1", "actie": "klaar"}
    assert "controle" in chief_client.post(path_of(again), sent)["Location"]
    chief_client.post(path_of(again), {"version": "1", "d.target": write_up.slug})
    assert decisions(again)["document"] == {"target": write_up.slug}
    assert "stond er al" in soup(chief_client, path_of(again)).get_text()


def test_a_text_in_which_nothing_is_found_says_what_to_do(
    chief_client: Client, eindredacteur: User
) -> None:
    draft = create_draft(source=read_paste("Zomaar een zin."), user=eindredacteur)
    page = soup(chief_client, path_of(draft))
    assert "We herkenden niets in deze tekst" in page.get_text()


def test_many_proposals_stand_on_pages_and_all_are_saved(
    chief_client: Client, eindredacteur: User, shown: Any
) -> None:
    text = "Titel\n\n## Tips\n\n" + "\n".join(f"- Probeer manier {n} eens uit." for n in range(90))
    draft = create_draft(source=read_paste(text), user=eindredacteur)
    page = chief_client.get(path_of(draft, "?pagina=3")).content.decode()
    assert "Pagina 3 van 3" in page
    values = shown(page, "nakijken")
    last = [name for name in values if name.endswith(".choice")][-1]
    sent = {**values, last: "take", "naar": "soort=&pagina=2"}
    response = chief_client.post(path_of(draft, "?pagina=3"), sent)
    assert response["Location"] == path_of(draft, "?pagina=2#voorstellen")
    assert decisions(draft)["entries"] == {last.removesuffix(".choice"): {"choice": "take"}}


def test_an_editor_sees_who_was_here_last(
    assistant_client: Client, draft: ImportDraft, eindredacteur: User
) -> None:
    save_decisions(
        draft=draft, version=1, decisions={"document": {"note": "x"}}, user=eindredacteur
    )
    page = soup(assistant_client, path_of(draft))
    assert "eva bewaarde hier het laatst" in page.get_text()


def test_an_import_is_thrown_away_after_asking(chief_client: Client, draft: ImportDraft) -> None:
    assert "weggooien?" in soup(chief_client, path_of(draft, "weggooien/")).get_text()
    assert ImportDraft.objects.count() == 1
    response = chief_client.post(path_of(draft, "weggooien/"))
    assert (response["Location"], ImportDraft.objects.count()) == ("/redactie/", 0)
