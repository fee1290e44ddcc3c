"""Who tells what goes wrong finds the barrier, also in the words of what helps against it."""

from typing import Any

import pytest

from innovkb.search.analysis import query_words
from innovkb.search.ask.engine import search
from innovkb.search.ask.intent import tells
from tests.factories import barrier, remedy, tip, write_up

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("mijn baas wil niet", True),
        ("we hebben er geen tijd voor", True),
        ("het blijft in de la liggen", True),
        ("welk boek gaat over de wet", False),
        ("hoe krijg ik mijn baas mee als die niet wil", False),
        ("geen geld", False),
        ("tips voor leidinggevenden", False),
    ],
)
def test_a_complaint_is_a_sentence_that_asks_nothing(typed: str, expected: bool) -> None:
    assert tells(query_words(typed)) is expected


def test_a_barrier_is_found_by_why_something_helps_and_not_by_what_is_no_longer_public() -> None:
    hidden, helps = barrier(title="Stilstand"), tip(title="Begin", write_up=write_up())
    made = remedy(barrier=hidden, tip=helps, why="Met een sluiproute kom je er ook.")

    def found() -> list[str]:
        return [hit.entry.heading for hit in search("sluiproute").hits]

    assert found() == ["Stilstand"]
    made.why = "Anders."
    made.save()
    assert found() == []
    made.why = "Met een sluiproute kom je er ook."
    made.save()
    assert found() == ["Stilstand"]
    helps.write_up.status = "draft"
    helps.write_up.save()
    assert found() == []


def test_of_a_complaint_the_barrier_stands_before_an_equal_tip(make: Any) -> None:
    make.tip(title="Een collega die dwars ligt")
    make.barrier(title="Een collega die dwars ligt")
    assert [hit.entry.kind for hit in search("een collega ligt steeds dwars en wil niet").hits] == [
        "barrier",
        "tip",
    ]


def test_a_barrier_answers_who_says_it_as_people_do(make: Any) -> None:
    made = make.barrier(title="Stilstand", sayings=["het verdwijnt in een bodemloze put"])
    make.remedy(barrier=made, tip=make.tip(title="Begin"), why="Een begin is een begin.")
    found = search("ons voorstel is in een bodemloze put verdwenen")
    assert found.answer and [one.heading for one in found.answer.entries] == ["Stilstand"]
    assert search("de put ligt in het dorp").answer is None
    made.sayings = []
    made.save()
    assert search("ons voorstel is in een bodemloze put verdwenen").answer is None


def test_of_a_complaint_what_helps_against_the_barrier_is_found_too_and_says_so(make: Any) -> None:
    made = make.barrier(title="De bodemloze put")
    helps, other = make.tip(title="Begin"), make.tip(title="Wacht", write_up=make.write_up())
    make.remedy(barrier=made, tip=helps, why="Een begin is een begin.")
    make.remedy(barrier=made, tip=other, why="Soms waait het over.")

    def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
        return [(hit.entry.heading, hit.reasons.why) for hit in search(text).hits]

    complaint, why = (
        "ons voorstel is in een bodemloze put verdwenen",
        "Helpt tegen ‘De bodemloze put’.",
    )
    first = [("De bodemloze put", ()), ("Begin", (why,))]
    assert found(complaint) == [*first, ("Wacht", (why,))]
    assert found("bodemloze put") == [("De bodemloze put", ())]  # asks for no help
    other.write_up.status = "draft"
    other.write_up.save()
    assert found(complaint) == first


def test_of_a_complaint_what_is_like_the_barrier_is_found_too_and_says_so(make: Any) -> None:
    made = make.barrier(title="De bodemloze put")
    hidden = make.barrier(title="Verborgen", write_up=make.write_up(status="draft"))
    made.related.add(make.barrier(title="Stilstand"), hidden)
    made.archetypes.add(make.archetype(title="De olifant"))
    hits = search("ons voorstel is in een bodemloze put verdwenen").hits
    why = ("Hoort bij ‘De bodemloze put’.",)
    assert sorted((hit.entry.heading, hit.reasons.why) for hit in hits) == [
        ("De bodemloze put", ()), ("De olifant", why), ("Stilstand", why),
    ]  # fmt: skip


def test_where_a_number_is_asked_for_a_text_with_one_stands_first(make: Any) -> None:
    make.tip(title="Gemeenten innoveren met gemeenten", text="Gemeenten doen het samen.")
    make.tip(title="Lang niet alle gemeenten innoveren", text="Wij zagen dat 43 het doen.")
    assert [
        [hit.entry.heading.split()[0] for hit in search(text).hits]
        for text in ("gemeenten innoveren", "hoeveel gemeenten innoveren")
    ] == [["Gemeenten", "Lang"], ["Lang", "Gemeenten"]]
