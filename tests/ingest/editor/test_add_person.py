"""A speaker whom the rules missed: added by name or from the source, and chosen at once."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client

from innovkb.ingest.apply import apply_draft
from innovkb.ingest.editor.drafts import create_draft
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import plan_draft
from innovkb.ingest.read import read_paste
from sessions.models import Appearance, Organisation, Quote, Speaker

ADD = {"version": "1", "actie": "voeg-spreker-toe"}


def path_of(draft: ImportDraft) -> str:
    return f"/redactie/{draft.pk}/"


def people(draft: ImportDraft) -> dict[str, str]:
    """The key of each person in the draft, by name."""
    return {one.value("name"): one.key for one in plan_draft(fresh(draft)).of_kind("person")}


def fresh(draft: ImportDraft) -> ImportDraft:
    return ImportDraft.objects.get(pk=draft.pk)


def test_a_typed_speaker_says_the_quote_and_stands_on_the_site(
    chief_client: Client, draft: ImportDraft, key: Any, eindredacteur: User
) -> None:
    sent = {**ADD, "person_name": " Tobias  Veldkamp ", "person_role": "wethouder",
            "person_organisation": "Gemeente Zandwijk", "person_part": "panel",
            "person_speaks": key("quote")}  # fmt: skip
    response = chief_client.post(path_of(draft), sent)
    added = people(draft)["Tobias Veldkamp"]
    entry = plan_draft(fresh(draft)).entry(key("quote"))
    assert entry is not None
    assert entry.value("speaker") == added
    page = BeautifulSoup(chief_client.get(response["Location"]).content, "html.parser")
    card = page.select_one("#" + response["Location"].partition("#")[2])
    assert card is not None
    chosen = card.select_one(f'[name="{key("quote")}.speaker"] option[selected]')
    assert chosen is not None
    assert chosen.get_text() == "Tobias Veldkamp"
    apply_draft(draft=fresh(draft), user=eindredacteur)
    appearance = Appearance.objects.get(speaker__name="Tobias Veldkamp")
    assert (appearance.role, appearance.part) == ("wethouder", "panel")
    assert str(appearance.organisation) == "Gemeente Zandwijk"
    assert Quote.objects.get().speaker == appearance.speaker


def test_a_speaker_who_is_not_in_the_source_has_no_place_in_it(
    chief_client: Client, draft: ImportDraft
) -> None:
    response = chief_client.post(path_of(draft), {**ADD, "person_name": "Tobias Veldkamp"})
    page = BeautifulSoup(chief_client.get(response["Location"]).content, "html.parser")
    card = page.select_one("#" + response["Location"].partition("#")[2])
    assert card is not None
    assert "Deze naam staat niet letterlijk in de brontekst." in card.get_text()
    assert card.select('a[href^="#s"]') == []
    assert len(page.select("#bron a.rv-number[id^=s]")) > 0


def test_a_speaker_who_is_there_already_is_not_added_twice(
    chief_client: Client, draft: ImportDraft, key: Any
) -> None:
    before = people(draft)
    sent = {**ADD, "person_name": "marieke zandstra", "person_speaks": key("tip")}
    assert chief_client.post(path_of(draft), sent).status_code == 302
    assert people(draft) == before
    entry = plan_draft(fresh(draft)).entry(key("tip"))
    assert entry is not None
    assert entry.value("speaker") == before["Marieke Zandstra"]


def test_a_new_speaker_who_looks_like_a_known_one_is_asked_about_and_can_be_new(
    chief_client: Client, draft: ImportDraft, key: Any, make: Any, eindredacteur: User
) -> None:
    make.speaker("Tobias Veldkampf")
    sent = {**ADD, "person_name": "Tobias Veldkamp", "person_speaks": key("quote")}
    page = chief_client.get(chief_client.post(path_of(draft), sent)["Location"])
    assert "Bedoel je Tobias Veldkampf?" in page.content.decode()
    added = people(draft)["Tobias Veldkamp"]
    chief_client.post(path_of(draft), {"version": "2", f"{added}.match": "new"})
    apply_draft(draft=fresh(draft), user=eindredacteur)
    assert Speaker.objects.filter(name__startswith="Tobias").count() == 2


def test_without_a_name_nothing_is_added_and_what_was_typed_stays(
    chief_client: Client, draft: ImportDraft
) -> None:
    sent = {**ADD, "person_name": " ", "person_role": "wethouder"}
    response = chief_client.post(path_of(draft), sent)
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 422
    assert [link["href"] for link in page.select("#fouten a")] == ["#id_person_name"]
    role = page.select_one("#id_person_role")
    assert role is not None
    assert role["value"] == "wethouder"
    assert page.select_one("#spreker-toevoegen[open]") is not None
    assert fresh(draft).decisions == {}


@pytest.mark.parametrize(
    "bad",
    [
        {"person_name": "x" * 201},
        {"person_name": "a\0b"},
        {"person_name": "Tobias", "person_part": "koning"},
        {"person_name": "Tobias", "person_speaks": "x" * 81},
    ],
)
def test_a_bad_speaker_is_refused(chief_client: Client, draft: ImportDraft, bad: Any) -> None:
    assert chief_client.post(path_of(draft), {**ADD, **bad}).status_code == 422
    assert fresh(draft).decisions == {}


def test_a_name_that_was_typed_is_added_with_the_enter_key_too(
    chief_client: Client, draft: ImportDraft
) -> None:
    sent = {"version": "1", "actie": "bewaar", "person_name": "Tobias Veldkamp"}
    chief_client.post(path_of(draft), sent)
    assert "Tobias Veldkamp" in people(draft)


@pytest.mark.parametrize(
    ("passage", "name", "role", "organisation"),
    [
        ("Ilse Brandsma (directeur, Waterdienst Noord)", "Ilse Brandsma", "directeur",
         "Waterdienst Noord"),
        ("Ilse Brandsma", "Ilse Brandsma", "directeur", "Waterdienst Noord"),
        ("Okke", "Okke", "", ""),
    ],
)  # fmt: skip
def test_a_selected_name_becomes_a_speaker_with_what_the_source_says(
    chief_client: Client, eindredacteur: User, passage: str, name: str, role: str,
    organisation: str,
) -> None:  # fmt: skip
    text = "Ilse Brandsma (directeur, Waterdienst Noord) en Okke waren er ook bij.\n"
    draft = create_draft(source=read_paste(text), user=eindredacteur)
    ImportDraft.objects.filter(pk=draft.pk).update(proposals=[])
    start = draft.text.index(passage)
    sent = {"version": "1", "actie": "voeg-toe", "add_kind": "person",
            "add_start": start, "add_end": start + len(passage)}  # fmt: skip
    assert chief_client.post(path_of(draft), sent).status_code == 302
    (entry,) = plan_draft(fresh(draft)).of_kind("person")
    found = (entry.value("name"), entry.value("role"), entry.value("organisation"))
    assert found == (name, role, organisation)
    assert draft.text[entry.start : entry.end] == passage
    chief_client.post(path_of(draft), {**sent, "version": "2"})
    assert len(plan_draft(fresh(draft)).of_kind("person")) == 1


def test_a_whole_paragraph_is_no_name(chief_client: Client, draft: ImportDraft) -> None:
    ImportDraft.objects.filter(pk=draft.pk).update(text="woord " * 300, proposals=[])
    sent = {"version": "1", "actie": "voeg-toe", "add_kind": "person", "add_start": "0",
            "add_end": "1500"}  # fmt: skip
    response = chief_client.post(path_of(draft), sent)
    assert response.status_code == 422
    assert "Selecteer alleen de naam" in response.content.decode()


def test_every_item_leads_to_the_form_for_its_speaker(
    chief_client: Client, draft: ImportDraft, key: Any
) -> None:
    page = BeautifulSoup(chief_client.get(path_of(draft)).content, "html.parser")
    links = {str(one["data-speaks"]): one["href"] for one in page.select("[data-speaks]")}
    assert links[key("quote")] == links[key("tip")] == "#id_person_name"
    options = {str(one["value"]) for one in page.select("#id_person_speaks option")}
    assert set(links) <= options


def test_the_organisation_of_a_person_that_looks_like_a_known_one_is_asked_about(
    chief_client: Client, draft: ImportDraft, make: Any, eindredacteur: User
) -> None:
    make.organisation("Waterschap Noorderkust")
    sent = {**ADD, "person_name": "Tobias Veldkamp",
            "person_organisation": "Waterschap Noorder-kust"}  # fmt: skip
    chief_client.post(path_of(draft), sent)
    sent = {"version": "2", "actie": "klaar"}
    page = chief_client.get(chief_client.post(path_of(draft), sent)["Location"]).content.decode()
    assert "Bedoel je Waterschap Noorderkust?" in page
    added = people(draft)["Tobias Veldkamp"]
    answer = f"{added}.organisation_new=Waterschap Noorder-kust"
    assert f'value="{answer}"' in page
    chief_client.post(path_of(draft), {"version": "2", "zet": answer})
    apply_draft(draft=fresh(draft), user=eindredacteur)
    assert Organisation.objects.filter(name__startswith="Waterschap Noorder").count() == 2


def test_a_newer_version_of_the_text_keeps_who_was_added(
    chief_client: Client, eindredacteur: User
) -> None:
    text = (
        "# Proef in Zandwijk\n\nOp 4 maart 2025 kwamen 42 mensen.\n\n"
        "Joost zei dat het anders kan. “Wij begonnen met één straat en drie bewoners.”\n\n"
        "## Tips\n\n- Begin met een vraag van een bewoner.\n"
    )
    draft = create_draft(source=read_paste(text), user=eindredacteur)
    joost, tip = people(draft)["Joost"], plan_draft(draft).of_kind("tip")[0].key
    sent = {**ADD, "person_name": "Joost Terpstra", "person_speaks": tip}
    chief_client.post(path_of(draft), sent)
    same = f"same:{people(draft)['Joost Terpstra']}"
    chief_client.post(path_of(draft), {"version": "2", f"{joost}.match": same})
    write_up = apply_draft(draft=fresh(draft), user=eindredacteur).write_up
    newer = create_draft(source=read_paste(f"{text}- Nog een tip: schrijf alles op.\n"))
    chief_client.post(path_of(newer), {"version": "1", "d.target": write_up.slug})
    page = BeautifulSoup(chief_client.get(path_of(newer)).content, "html.parser")
    for name in (f"{joost}.match", f"{tip}.speaker"):
        chosen = page.select_one(f'[name="{name}"] option[selected]')
        assert chosen is not None
        assert chosen.get_text() == "Joost Terpstra"
    apply_draft(draft=fresh(newer), user=eindredacteur)
    assert [one.name for one in Speaker.objects.all()] == ["Joost Terpstra"]
    assert {one.speaker.name for one in write_up.tips.filter(title__startswith="Begin")} == {
        "Joost Terpstra"
    }
