"""What the models of sessions refuse, in Dutch and in the database, and what they fill in."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from innovkb.lib.publishing import Status
from innovkb.lib.text import sort_name
from sessions.models import (
    Appearance,
    Organisation,
    Question,
    Quote,
    Series,
    Session,
    Speaker,
    WriteUp,
)

Build = Callable[[Any], Any]


def _quote(make: Any, **fields: Any) -> Quote:
    return Quote(
        **{"title": "Doen", "text": "Doen.", "slug": "doen", "position": 1,
           "write_up": make.write_up(), **fields}
    )  # fmt: skip


def _question(make: Any, **fields: Any) -> Question:
    return Question(
        **{"title": "Hoe?", "question": "Hoe?", "slug": "hoe", "position": 1,
           "write_up": make.write_up(), **fields}
    )  # fmt: skip


def _second_quote_in_one_place(make: Any) -> Quote:
    first = make.quote(position=3)
    return _quote(make, write_up=first.write_up, position=3)


def _second_appearance(make: Any) -> Appearance:
    first = make.appearance(part="panel")
    return Appearance(write_up=first.write_up, speaker=first.speaker, part="panel")


def _speaker_with_a_taken_slug(make: Any) -> Speaker:
    make.speaker(slug="anna")
    return Speaker(name="Anna", sort_name="Anna", slug="anna")


def _organisation_with_a_taken_name(make: Any) -> Organisation:
    make.organisation("RIC")
    return Organisation(name="RIC", slug="ric-2")


REFUSED: dict[str, tuple[Build, str]] = {
    "a quote without a text": (
        lambda make: _quote(make, text=""), "Een citaat heeft een tekst.",
    ),
    "an item without a title": (
        lambda make: _question(make, title=""), "Geef dit een titel.",
    ),
    "a question without a question": (
        lambda make: _question(make, question=""), "Vul de vraag in.",
    ),
    "two quotes in one place": (
        _second_quote_in_one_place, "Deze plaats in het verslag is al bezet.",
    ),
    "an occurrence before the first": (
        lambda make: _quote(make, excerpt_occurrence=0), "Tel de keren vanaf 1.",
    ),
    "a held session without a date": (
        lambda make: Session(title="Toen", slug="toen", state="held"),
        "Een gehouden sessie heeft een datum.",
    ),
    "a session without a title": (
        lambda make: Session(title="", slug="toen"), "Geef de sessie een titel.",
    ),
    "a published write-up without a text": (
        lambda make: WriteUp(title="Leeg", slug="leeg", status=Status.PUBLISHED),
        "Een gepubliceerd verslag heeft een tekst.",
    ),
    "a write-up without a title": (
        lambda make: WriteUp(title="", slug="leeg"), "Geef het verslag een titel.",
    ),
    "a speaker without a name": (
        lambda make: Speaker(name="", sort_name="", slug="niemand"), "Geef de spreker een naam.",
    ),
    "an organisation without a name": (
        lambda make: Organisation(name="", slug="niets"), "Geef de organisatie een naam.",
    ),
    "a speaker twice in one part": (
        _second_appearance, "Deze spreker staat al met deze rol bij dit verslag.",
    ),
}  # fmt: skip


TAKEN: dict[str, tuple[Build, str]] = {
    "a slug": (_speaker_with_a_taken_slug, "Dit adres is al in gebruik. Kies een ander."),
    "a name": (
        _organisation_with_a_taken_name, "Er bestaat al een Organisatie met eenzelfde Naam.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_the_model_refuses_it_in_dutch(make: Any, case: str) -> None:
    build, message = REFUSED[case]
    row = build(make)
    with pytest.raises(ValidationError) as error:
        row.validate_constraints()
    assert message in error.value.messages
    with pytest.raises(ValidationError):
        row.full_clean()


@pytest.mark.parametrize("case", TAKEN)
def test_what_is_taken_is_refused_in_dutch(make: Any, case: str) -> None:
    build, message = TAKEN[case]
    with pytest.raises(ValidationError) as error:
        build(make).full_clean()
    assert error.value.messages == [message]


@pytest.mark.parametrize("case", [*REFUSED, *TAKEN])
def test_the_database_refuses_it_too(make: Any, case: str) -> None:
    row = {**REFUSED, **TAKEN}[case][0](make)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save_base(force_insert=True)  # past the model's own save()


def test_slug_sort_name_title_excerpt_and_position_are_filled_in(make: Any) -> None:
    speaker = make.speaker("Dirk-Jan de Bruijn")
    quote = make.quote("Begin klein, en vier het.")
    second = make.quote("Begin klein, en vier het.", write_up=quote.write_up)
    assert (speaker.slug, speaker.sort_name) == ("dirk-jan-de-bruijn", "Bruijn, Dirk-Jan de")
    assert quote.title == quote.excerpt == "Begin klein, en vier het."
    assert (quote.slug, second.slug) == ("begin-klein-en-vier-het", "begin-klein-en-vier-het-2")
    assert (quote.position, second.position) == (1, 2)


@pytest.mark.parametrize(
    ("name", "sorted_under"),
    [
        ("Ben Vis", "Vis, Ben"),
        ("Ben van der Berg", "Berg, Ben van der"),
        ("Karim Ben Ali", "Ben Ali, Karim"),
        ("Steven Van de Walle", "Van de Walle, Steven"),
        ("Van Staden", "Van Staden"),
    ],
)
def test_a_particle_is_none_at_the_head_of_a_first_name(name: str, sorted_under: str) -> None:
    assert sort_name(name) == sorted_under


def test_what_is_filled_in_already_stays(make: Any) -> None:
    speaker = make.speaker("Anna de Wit", slug="anna", sort_name="Wit")
    quote = make.quote("Doen.", title="Titel", excerpt="Passage.", slug="doen", position=7)
    assert (speaker.slug, speaker.sort_name) == ("anna", "Wit")
    assert (quote.title, quote.excerpt, quote.slug, quote.position) == (
        "Titel", "Passage.", "doen", 7,
    )  # fmt: skip


def test_only_a_published_write_up_whose_time_has_come_is_public(make: Any) -> None:
    now = timezone.now()
    public = make.write_up()
    past = make.write_up(publish_at=now - timedelta(minutes=1))
    make.write_up(publish_at=now + timedelta(minutes=1))
    make.draft()
    make.write_up(status=Status.IN_REVIEW)
    assert set(WriteUp.objects.published()) == {public, past}


@pytest.mark.parametrize("state", [Status.DRAFT, Status.IN_REVIEW])
def test_nothing_of_an_unpublished_write_up_is_public(make: Any, state: str) -> None:
    hidden = make.write_up(status=state)
    organisation, speaker = make.organisation(), make.speaker()
    session = make.session(state="held", date=date(2025, 12, 8), series=make.series())
    hidden.session, hidden.publisher = session, organisation
    hidden.save()
    make.quote(write_up=hidden, speaker=speaker)
    make.question(write_up=hidden)
    make.appearance(write_up=hidden, speaker=speaker, organisation=organisation)
    make.session("Volgende", announced_in=hidden)
    for model in (WriteUp, Quote, Question, Appearance, Speaker, Organisation, Series, Session):
        assert list(model.objects.published()) == []


def test_an_announced_session_is_public_without_a_write_up(make: Any) -> None:
    alone = make.session()
    announced = make.session(announced_in=make.write_up())
    make.session(state="held", date=date(2025, 1, 1))
    assert set(Session.objects.published()) == {alone, announced}


@pytest.mark.parametrize(
    ("precision", "dutch", "iso"),
    [
        ("day", "8 december 2025", "2025-12-08"),
        ("month", "december 2025", "2025-12"),
        ("year", "2025", "2025"),
    ],
)
def test_a_date_says_no_more_than_is_known(precision: str, dutch: str, iso: str) -> None:
    row = Session(date=date(2025, 12, 8), date_precision=precision)
    assert (row.date_display, row.date_iso) == (dutch, iso)


def test_a_date_that_is_not_known_is_empty() -> None:
    row = WriteUp()
    assert (row.date_display, row.date_iso) == ("", "")


def test_a_quote_without_a_speaker_still_has_a_voice(make: Any) -> None:
    assert make.quote(speaker=make.speaker("Anna")).voice == "Anna"
    assert make.quote(speaker_label="een deelnemer").voice == "een deelnemer"
    assert make.quote().voice == "onbekende spreker"


def test_a_capacity_is_role_and_organisation(make: Any) -> None:
    ric = make.organisation("RIC")
    assert make.appearance(role="voorzitter", organisation=ric).capacity == "voorzitter, RIC"
    assert make.appearance(role="voorzitter").capacity == "voorzitter"
    assert make.appearance().capacity == ""


def test_a_speaker_who_said_something_can_not_be_deleted(make: Any) -> None:
    quote = make.quote(speaker=make.speaker())
    with pytest.raises(IntegrityError):
        quote.speaker.delete()


def test_publishing_later_is_a_moment_and_not_a_day(make: Any) -> None:
    moment = datetime(2026, 1, 1, 12, 30, tzinfo=UTC)
    write_up = make.write_up(publish_at=moment)
    write_up.refresh_from_db()
    assert write_up.publish_at == moment
