"""The plan knows who and what is meant, asks where it doesn't, and merges nothing by itself."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from innovkb.ingest.apply import apply_draft
from innovkb.ingest.editor.drafts import create_draft
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import find_duplicates, plan_draft
from innovkb.ingest.plan.organisations import Organisations
from innovkb.ingest.plan.people import PlannedPeople
from innovkb.ingest.plan.sessions import match_session
from innovkb.ingest.read import ReadText
from sessions.models import Speaker

Make = Callable[..., ImportDraft]


@pytest.fixture
def people(make: Any) -> PlannedPeople:
    make.speaker("Dirk-Jan de Bruijn", aliases=["Dirk-Jan Bruin"])
    make.speaker("Annemieke de Vries", aliases=["Annelieke"])
    make.speaker("Steven Van de Walle")
    make.speaker("Joaquin Collao")
    make.speaker("Pullen")
    make.speaker("Anna ter Horst")
    make.speaker("Jan van den Berg")
    return PlannedPeople()


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Dirk-Jan de Bruijn", "dirk-jan-de-bruijn"),
        ("dirk-jan de bruijn", "dirk-jan-de-bruijn"),
        ("Dirk-Jan Bruin", "dirk-jan-de-bruijn"),
        ("prof. dr. Dirk-Jan de Bruijn", "dirk-jan-de-bruijn"),
        ("Annelieke", "annemieke-de-vries"),
        ("Steven van de Walle", "steven-van-de-walle"),
    ],
)
def test_a_name_or_an_alias_is_known(people: PlannedPeople, name: str, slug: str) -> None:
    match = people.match(name)
    assert (match.state, match.value) == ("known", slug)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Dirk-Jan Bruijn", "Dirk-Jan de Bruijn"),
        ("Dirk Jan de Bruyn", "Dirk-Jan de Bruijn"),
        ("D.J. de Bruijn", "Dirk-Jan de Bruijn"),
        ("De Bruijn", "Dirk-Jan de Bruijn"),
        ("Anemieke de Vries", "Annemieke de Vries"),
        ("Joaquin", "Joaquin Collao"),
        ("Marieke Pullen", "Pullen"),
        ("Jan vd Berg", "Jan van den Berg"),
    ],
)
def test_a_near_name_is_asked_about_and_never_merged(
    people: PlannedPeople, name: str, meant: str
) -> None:
    match = people.match(name)
    assert match.state == "near"
    assert f"Bedoel je {meant}?" in [one.question for one in match.candidates]
    assert not match.value


@pytest.mark.parametrize(
    "name", ["Kees de Vries", "Dirk Bakker", "Anna de Horst-Vos", "Jan Berghuis", "Vries", ""]
)
def test_a_namesake_is_somebody_else(people: PlannedPeople, name: str) -> None:
    assert people.match(name).state != "known"


@pytest.mark.parametrize("name", ["Kees de Vries", "Ben de Vries"])
def test_another_first_name_is_no_candidate(people: PlannedPeople, name: str) -> None:
    assert people.match(name).state == "new"


def test_two_people_of_one_name_are_a_question(make: Any) -> None:
    make.speaker("Jan Jansen")
    make.speaker("Jan Jansen")
    match = PlannedPeople().match("Jan Jansen")
    assert (match.state, len(match.candidates)) == ("near", 2)


def test_one_person_under_three_names_in_one_text_is_one_question_each(draft_of: Make) -> None:
    text = (
        "# Verslag\n\nDirk-Jan Bruin (voorzitter, Kustlab) opende: “Wij beginnen op tijd vandaag.”"
        "\n\nDirk-Jan de Bruijn (voorzitter, Kustlab) sloot af: “Wij stoppen ook op tijd vandaag.”"
    )
    plan = plan_draft(create_draft(source=ReadText(text)))
    named = plan.of_kind("person")
    asked = [one.question for entry in named if entry.match for one in entry.match.candidates]
    assert len(named) == 1 or asked == ["Bedoel je Dirk-Jan de Bruijn?"]


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Nederlands Forensisch Instituut", "known"),
        ("het NFI", "known"),
        ("Nederlands Forensisch Instituut (NFI)", "known"),
        ("N.F.I. Den Haag", "known"),
        ("Nederlands Forensich Instituut", "near"),
        ("Forensische Opsporing", "new"),
    ],
)
def test_organisations_are_known_by_name_short_name_and_alias(
    make: Any, name: str, state: str
) -> None:
    make.organisation(
        "Nederlands Forensisch Instituut", short_name="NFI", aliases=["N.F.I. Den Haag"]
    )
    assert Organisations().match(name).state == state


def test_an_announced_session_is_known_by_title_or_day_in_its_series(make: Any) -> None:
    series = make.series("Kustgesprekken")
    row = make.session("Samen een proef stoppen", date=date(2025, 6, 2), series=series)
    by_title = match_session(title="Samen een proef stoppen!", day=None, series="")
    by_day = match_session(title="Iets anders", day=date(2025, 6, 2), series=series.slug)
    assert (by_title.value, by_day.value) == (row.slug, row.slug)


def test_a_session_that_only_shares_its_day_is_a_question(make: Any) -> None:
    make.session("Samen een proef stoppen", date=date(2025, 6, 2))
    match = match_session(title="Heel iets anders", day=date(2025, 6, 2), series="")
    assert match.state == "near"
    question = "Gaat dit over ‘Samen een proef stoppen’ van 2 juni 2025?"
    assert [one.question for one in match.candidates] == [question]


def test_a_session_months_away_is_another_one(make: Any) -> None:
    make.session("Samen een proef stoppen", date=date(2025, 6, 2))
    title = "Samen een proef stoppen"
    assert match_session(title=title, day=date(2025, 11, 3), series="").state == "new"


def test_themes_come_from_items_with_the_same_words(make: Any) -> None:
    money = make.theme("Geld")
    make.theme("Ruimte")
    for title in ("Het geld stopt na een jaar", "Geen geld na het eerste jaar"):
        make.barrier(title, text=title, themes=[money])
    text = "# Titel\n\n## Belemmeringen\n\n- Het geld stopt na een jaar.\n"
    plan = plan_draft(create_draft(source=ReadText(text)))
    assert [entry.fields["themes"] for entry in plan.of_kind("barrier")] == [["geld"]]


def test_a_barrier_gets_the_group_of_its_likes(make: Any) -> None:
    group = make.barrier_group("Financiering")
    make.barrier("Subsidie stopt onverwacht halverwege", group=group)
    text = "# Titel\n\n## Belemmeringen\n\n- De subsidie stopt halverwege het traject.\n"
    plan = plan_draft(create_draft(source=ReadText(text)))
    assert [entry.value("group") for entry in plan.of_kind("barrier")] == [group.slug]


def test_the_same_text_is_found_whatever_its_white_space(draft_of: Make, report: str) -> None:
    write_up = apply_draft(draft=draft_of()).write_up
    found = find_duplicates(report.replace("\n", "\n\n"))
    assert [(one.write_up, one.same_text) for one in found] == [(write_up, True)]


def test_a_text_that_is_four_fifths_the_same_is_found(draft_of: Make, report: str) -> None:
    write_up = apply_draft(draft=draft_of()).write_up
    shorter = report.replace("- Vier wat je leert.\n", "").replace("42 deelnemers", "40 mensen")
    found = find_duplicates(shorter)
    assert [(one.write_up, one.same_text) for one in found] == [(write_up, False)]
    assert "lijkt voor 9" in found[0].message


def test_another_text_is_no_duplicate(draft_of: Make, report: str) -> None:
    apply_draft(draft=draft_of())
    half = len(report) // 2
    assert find_duplicates(report[:half] + " heel andere woorden over iets anders" * 20) == []


def test_a_write_up_in_own_words_is_known_by_its_items(make: Any, report: str) -> None:
    write_up = make.write_up("In eigen woorden", body="Heel andere tekst.")
    make.tip("Begin", text="Begin met een vraag van een bewoner.", write_up=write_up)
    make.tip("Stop", text="Spreek af wanneer je stopt.", write_up=write_up)
    make.quote("Een proeftuin die iedereen past, past niemand.", write_up=write_up)
    assert [one.write_up for one in find_duplicates(report)] == [write_up]


@pytest.mark.usefixtures("content")
def test_planning_changes_nothing(draft_of: Make) -> None:
    draft = draft_of()
    before = list(Speaker.objects.values_list("pk", "name"))
    plan_draft(draft)
    assert list(Speaker.objects.values_list("pk", "name")) == before


def test_two_meetings_on_one_day_with_half_the_same_name_are_asked_about(make: Any) -> None:
    first = make.session(
        "Verslag bijeenkomst werkgroep rivieren", date=date(2025, 6, 25), state="held"
    )
    other = match_session(
        title="Verslag bijeenkomst werkgroep archieven", day=date(2025, 6, 25), series=""
    )
    assert (other.state, [one.value for one in other.candidates]) == ("near", [first.slug])
    assert other.candidates[0].question == (
        "Gaat dit over ‘Verslag bijeenkomst werkgroep rivieren’ van 25 juni 2025?"
    )
    for title in ("Bijeenkomst werkgroep rivieren", "Verslag bijeenkomst werkgroep rivier"):
        same = match_session(title=title, day=date(2025, 6, 25), series="")
        assert (same.state, same.value) == ("known", first.slug)
