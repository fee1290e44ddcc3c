"""Passages between quotation marks."""

import pytest

from innovkb.ingest.recognise.speech.marks import find_marked
from innovkb.ingest.recognise.text.parser import parse


def marked(text: str) -> list[str]:
    document = parse(text)
    return [document.flat[one.start : one.end] for one in find_marked(document)]


@pytest.mark.parametrize(
    "text",
    [
        "Zij zegt: “Zo is het nu.”",
        "Zij zegt: „Zo is het nu.”",
        "Zij zegt: „Zo is het nu.“",
        'Zij zegt: "Zo is het nu."',
        "Zij zegt: 'Zo is het nu.'",
        "Zij zegt: ‘Zo is het nu.’",
        "Zij zegt: ’Zo is het nu.’",
        "Zij zegt: «Zo is het nu.»",
        "Zij zegt: ,,Zo is het nu.''",
        "Zij zegt: ''Zo is het nu.''",
    ],
)
def test_marks_of_all_kinds(text: str) -> None:
    assert marked(text) == ["Zo is het nu."]


@pytest.mark.parametrize(
    "text",
    [
        "Zo'n idee van 's ochtends, risico's en foto’s.",
        "In de jaren '90 en ’80 was 't anders.",
        "Hans' boek en Max’ idee.",
        "Z’n baas kwam ’s avonds.",
    ],
)
def test_an_apostrophe_is_no_mark(text: str) -> None:
    assert marked(text) == []


def test_an_apostrophe_inside_does_not_close() -> None:
    assert marked("Hij: 'Ik zag zo'n plan 's avonds.' Klaar.") == ["Ik zag zo'n plan 's avonds."]


def test_nested_marks_keep_the_outer_passage() -> None:
    assert marked("‘Weten wat je ‘eigen profiel’ is.’") == [
        "Weten wat je ‘eigen profiel’ is.",
        "eigen profiel",
    ]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    document = parse("Zij: “Dit moet echt anders.\n\nVolgende alinea.")
    found = find_marked(document)[0]
    assert document.flat[found.start : found.end] == "Dit moet echt anders."
    assert not found.closed


def test_a_quotation_over_two_paragraphs_is_one() -> None:
    text = "Zij zegt: “Eerste alinea loopt door.\n\n“En dit is het slot.” Klaar."
    found = find_marked(parse(text))[0]
    assert found.blocks == 2


def test_a_missing_opening_mark_begins_behind_the_name() -> None:
    document = parse("Frans: dan kun je de energie bundelen’. Verder niets.")
    found = find_marked(document)[0]
    assert document.flat[found.start : found.end] == "dan kun je de energie bundelen"
    assert not found.opened
