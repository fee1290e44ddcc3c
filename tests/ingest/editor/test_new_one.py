"""A name that looks like one of the site's: the editor says which is meant, or that it is new."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client

from innovkb.ingest.apply import DraftInvalid, apply_draft, settle
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import plan_draft
from sessions.models import Organisation, Series, Session, Speaker, WriteUp


def path_of(draft: ImportDraft) -> str:
    return f"/redactie/{draft.pk}/"


def fresh(draft: ImportDraft) -> ImportDraft:
    return ImportDraft.objects.get(pk=draft.pk)


def answers(client: Client, draft: ImportDraft, field: str) -> dict[str, str]:
    """What the buttons below a field send, by their words."""
    page = BeautifulSoup(client.get(path_of(draft)).content, "html.parser")
    buttons = page.select('button[name="zet"]')
    return {
        one.get_text(strip=True): str(one["value"])
        for one in buttons
        if str(one["value"]).startswith((f"{field}=", f"{field}_new="))
    }


def test_a_series_that_looks_like_a_known_one_can_be_that_one_or_new(
    chief_client: Client, draft: ImportDraft, make: Any, eindredacteur: User
) -> None:
    make.series("Kustgesprekken")
    chief_client.post(path_of(draft), {"version": "1", "d.series": "Kustgesprekken Noord"})
    with pytest.raises(DraftInvalid) as refused:
        apply_draft(draft=fresh(draft), user=eindredacteur)
    assert [(one.key, one.field) for one in refused.value.problems] == [("document", "series")]
    found = answers(chief_client, draft, "d.series")
    assert found == {
        "Bedoel je Kustgesprekken?": "d.series=Kustgesprekken",
        "Nee, dit is een nieuwe reeks": "d.series_new=Kustgesprekken Noord",
    }
    sent = {"version": "2", "zet": found["Nee, dit is een nieuwe reeks"]}
    response = chief_client.post(path_of(draft), sent)
    assert response["Location"].endswith("#f-d-series")
    assert answers(chief_client, draft, "d.series") == {}
    apply_draft(draft=fresh(draft), user=eindredacteur)
    assert str(Session.objects.get().series) == "Kustgesprekken Noord"
    assert Series.objects.count() == 2


def test_another_name_after_that_answer_is_asked_about_again(
    chief_client: Client, draft: ImportDraft, make: Any
) -> None:
    make.series("Kustgesprekken")
    sent = {"version": "1", "d.series": "Kustgesprekken Noord",
            "zet": "d.series_new=Kustgesprekken Noord"}  # fmt: skip
    chief_client.post(path_of(draft), sent)
    assert plan_draft(fresh(draft)).document.series.state == "new"
    chief_client.post(path_of(draft), {"version": "3", "d.series": "De Kustgesprekken"})
    assert plan_draft(fresh(draft)).document.series.state == "near"


def test_an_import_that_nobody_watches_leaves_out_what_would_be_asked(
    draft: ImportDraft, make: Any
) -> None:
    make.series("Kustgesprekken")
    make.organisation("Waterdienst Noordkust")
    settled = settle(draft=draft, series="Kustgesprekken Noord", publisher="Waterdienst Noord-kust")
    write_up = apply_draft(draft=settled).write_up
    assert write_up.publisher is None
    assert Session.objects.get().series is None
    assert Series.objects.count() == 1


@pytest.mark.parametrize("field", ["publisher", "organiser"])
def test_an_organisation_of_the_write_up_can_be_new(
    chief_client: Client, draft: ImportDraft, make: Any, eindredacteur: User, field: str
) -> None:
    make.organisation("Waterdienst Noordkust")
    name = f"d.{field}"
    chief_client.post(path_of(draft), {"version": "1", name: "Waterdienst Noord-kust"})
    found = answers(chief_client, draft, name)
    assert found == {
        "Bedoel je Waterdienst Noordkust?": f"{name}=Waterdienst Noordkust",
        "Nee, dit is een nieuwe organisatie": f"{name}_new=Waterdienst Noord-kust",
    }
    with pytest.raises(DraftInvalid):
        apply_draft(draft=fresh(draft), user=eindredacteur)
    sent = {"version": "2", "zet": found["Nee, dit is een nieuwe organisatie"]}
    chief_client.post(path_of(draft), sent)
    apply_draft(draft=fresh(draft), user=eindredacteur)
    assert Organisation.objects.filter(name__startswith="Waterdienst").count() == 2


def test_an_organisation_that_the_text_names_can_be_new(
    chief_client: Client, draft: ImportDraft, make: Any, key: Any, eindredacteur: User
) -> None:
    make.organisation("Gemeente Dorpsvenen")
    with pytest.raises(DraftInvalid):
        apply_draft(draft=fresh(draft), user=eindredacteur)
    chief_client.post(path_of(draft), {"version": "1", f"{key('organisation')}.match": "new"})
    apply_draft(draft=fresh(draft), user=eindredacteur)
    assert Organisation.objects.filter(name="Gemeente Dorpsveen").count() == 1


def test_an_organisation_under_a_corrected_name_stays_that_of_its_people(
    chief_client: Client, draft: ImportDraft, key: Any, eindredacteur: User
) -> None:
    sent = {"version": "1", f"{key('organisation')}.name": "Gemeente Dorpsveen-Oost"}
    chief_client.post(path_of(draft), sent)
    write_up = apply_draft(draft=fresh(draft), user=eindredacteur).write_up
    assert list(Organisation.objects.values_list("name", flat=True)) == ["Gemeente Dorpsveen-Oost"]
    appearance = write_up.appearances.get()
    assert str(appearance.organisation) == "Gemeente Dorpsveen-Oost"


@pytest.mark.parametrize(
    ("known", "answer"), [("Marieke Zandstra", "other"), ("Marieke Zandstr", "new")]
)
def test_a_person_with_a_known_or_a_near_name_can_be_somebody_new(
    chief_client: Client, draft: ImportDraft, make: Any, key: Any, eindredacteur: User,
    known: str, answer: str,
) -> None:  # fmt: skip
    there = make.speaker(known)
    page = BeautifulSoup(chief_client.get(path_of(draft)).content, "html.parser")
    values = {str(one["value"]) for one in page.select(f'[name="{key("person")}.match"] option')}
    assert answer in values
    chief_client.post(path_of(draft), {"version": "1", f"{key('person')}.match": answer})
    write_up = apply_draft(draft=fresh(draft), user=eindredacteur).write_up
    assert Speaker.objects.count() == 2
    assert write_up.appearances.get().speaker != there


def test_nobody_can_be_called_new_who_would_not_become_new(
    chief_client: Client, draft: ImportDraft, make: Any, key: Any
) -> None:
    make.speaker("Marieke Zandstra")
    page = BeautifulSoup(chief_client.get(path_of(draft)).content, "html.parser")
    options = [one.get_text() for one in page.select(f'[name="{key("person")}.match"] option')]
    assert options == [
        "Marieke Zandstra (staat al op de site)",
        "Nee, een ander met dezelfde naam",
    ]
    assert WriteUp.objects.count() == 0
