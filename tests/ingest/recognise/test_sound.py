"""What holds for every text: nothing invented, nothing lost, no crash, the stable shape."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.recognise.gold import read_set
from innovkb.ingest.recognise import Recognition, recognise, to_json
from innovkb.ingest.recognise.text.flat import clean

PIECES = st.sampled_from(
    ["“", "”", "‘", "’", '"', "'", "«", "»", ",,", "\n", "\n\n", "- ", "# ", "> ", "1. ", ": ", "?",
     "Jan", "Els Bos", "zegt", "Tip 1:", "Vraag:", "Antwoord:", "12 mei", "(", ")", "**", "*", "|",
     "weten-\n", "schap", " ", ".", "é", "\u00a0", "\ufeff", "[a](b)", "2024", "de", "van"]
)  # fmt: skip


def assert_sound(found: Recognition) -> None:
    for proposal in found.proposals():
        assert 0 <= proposal.start < proposal.end <= len(found.text)
        assert proposal.text == clean(found.text[proposal.start : proposal.end])
        assert 0 <= proposal.confidence <= 1
        assert proposal.reason.endswith(".")
    names = {person.name for person in found.people}
    for quote in found.quotes:
        assert quote.speaker is None or quote.speaker in names
    json.dumps(to_json(found))


@pytest.mark.parametrize("part", ["fit", "classes"])
def test_no_proposal_says_what_the_text_does_not(part: str) -> None:
    for gold in read_set(part):
        assert_sound(recognise(gold.text))


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_odd_text_is_survived(text: str) -> None:
    assert_sound(recognise(text))


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    assert_sound(recognise(text.replace("\r", "\n")))


def test_nothing_gives_nothing() -> None:
    assert recognise("").proposals() == ()


def test_the_same_text_gives_the_same_result() -> None:
    text = read_set("fit")[0].text
    assert to_json(recognise(text)) == to_json(recognise(text))


def test_ten_thousand_bullets_are_ten_thousand_tips() -> None:
    text = "# Tips\n\n" + "".join(f"- Begin met idee {n} en vraag hulp.\n" for n in range(10_000))
    assert len(recognise(text).tips) == 10_000


@pytest.mark.parametrize(
    "mark",
    [
        "“a ",
        '‘ " ',
        "Aa Bb ",
        "Jan: ",
        "((([[[",
        "**a",
        "12 mei ",
        "‘a b c’ ",
        "a bb ccc dddd eeeee” ",
    ],
)
def test_stray_marks_by_the_thousand_are_survived(mark: str) -> None:
    assert_sound(recognise(mark * 5000))


def test_the_shape_for_machines_is_stable() -> None:
    found = to_json(recognise("# Kop\n\nEls Bos (jurist) zei: “Dat mag gewoon van de wet.”"))
    assert list(found) == [
        "text", "title", "date", "attendance", "series", "organiser", "people", "quotes", "tips",
        "barriers", "principles", "examples", "tools", "questions", "next_sessions",
    ]  # fmt: skip
    assert found["title"] == "Kop"
    assert found["people"] == [
        {"name": "Els Bos", "role": "jurist", "organisation": None, "part": "introduced"}
    ]
    quote = found["quotes"][0]
    assert quote["text"] == found["text"][quote["start"] : quote["end"]]
    assert quote["speaker"] == "Els Bos"
