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
