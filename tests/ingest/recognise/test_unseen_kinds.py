"""Kinds of text that the recogniser once read wrongly, with what must and must not be found."""

import pytest

from benchmarks.recognise.__main__ import both_tiers
from benchmarks.recognise.gold import Gold, read_set
from innovkb.ingest.recognise import recognise

KNOWN_MISSES = {
    ("classes/45-alleen-voornaam-jeugd", "people"),
    ("classes/52-geen-personen", "people"),
    ("classes/04-raad-in-citaat", "speakers"),
}


@pytest.mark.parametrize("gold", read_set("classes"), ids=lambda gold: str(gold.name))
def test_every_text_of_a_class_is_read_as_a_careful_reader_does(gold: Gold) -> None:
    sure, _ = both_tiers([gold])
    wrong = {
        name: score.notes
        for name, score in sure.items()
        if score.notes and (gold.name, name) not in KNOWN_MISSES
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Verslag\n\nAanwezig: Piet Haan, Kees Vink, Gerda de Boer en Pia Kering\n\nSlot.",
            [("Piet Haan", ""), ("Kees Vink", ""), ("Gerda de Boer", ""), ("Pia Kering", "")],
        ),
        (
            "Debat\n\nNanda Bos, directeur, en Jelco de Wijn, beleidsrealisator, zeggen dit",
            [("Nanda Bos", "directeur"), ("Jelco de Wijn", "beleidsrealisator")],
        ),
        ("Verslag\n\n| afwezig: Frank Penning (Bureau A) | x |\n| --- | --- |\n", []),
        ("Rapport\n\nIn de StUF Objecttype (of wel 'StUF entiteit') staat alles.", []),
        ("Rapport\n\nDat staat of valt met een goede Developers Experience (DX).", []),
        ("Verslag\n\nDaar werd de API-mandate van Jef Bezem (Bolwinkel) genoemd.",
         [("Jef Bezem", "")]),
        ("Verslag\n\nHet werk wordt gedaan door iedereen.", []),
    ],
)  # fmt: skip
def test_who_is_named_and_what_they_do(text: str, people: list[tuple[str, str]]) -> None:
    assert [(one.name, one.role) for one in recognise(text).people] == people


def test_the_fields_above_a_page_give_title_and_date_and_are_no_text() -> None:
    text = "---\nlayout: post\ntitle: \"Duwen en trekken\"\ndate: '2025-11-22'\n---\n\nWij leren.\n"
    found = recognise(text)
    assert found.title is not None
    assert found.date is not None
    assert (found.title.text, found.date.value.isoformat()) == ("Duwen en trekken", "2025-11-22")
    assert found.tips == ()


def test_a_title_has_no_marks_of_a_link() -> None:
    tip = recognise("# X\n\n## Tips\n\n- Kom naar [de avond](https://example.org/) in mei.").tips[0]
    assert tip.title == "Kom naar de avond in mei"


def test_a_page_asks_nothing_about_itself() -> None:
    text = "Vragen\n\nVraag: Wat is dit document?\nAntwoord: Een factsheet.\n"
    assert recognise(text).questions == ()


def test_who_asks_does_not_answer() -> None:
    text = (
        "Gesprek\n\nMenno Bos, bestuurskundige, schreef een boek. Simone Roest is directeur.\n\n"
        "Bos gaat zitten, waarop Roest hem vraagt hoe het was. “Het was zwaar en kost veel tijd.”"
    )
    assert [one.speaker for one in recognise(text).quotes] == [None]


def test_the_interviewers_questions_are_possible_only() -> None:
    text = (
        "# Vragen aan Anna Bos\n\nWij spraken met Anna Bos.\n\n## Waarom begon je?\n\n"
        "“Ik wilde het weten.”\n\n## Wat leverde het op?\n\n“Ik leer nog elke dag.”\n"
    )
    found = recognise(text)
    assert [one.tier for one in found.questions] == ["possible", "possible"]
    assert [one.speaker for one in found.quotes] == ["Anna Bos", "Anna Bos"]
