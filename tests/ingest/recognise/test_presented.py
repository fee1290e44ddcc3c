"""What a text presents as advice or as a barrier in running text is sure; the rest is possible."""

import pytest

from innovkb.ingest.recognise import ItemProposal, recognise
from innovkb.ingest.recognise.items.signs import PRESENTING, SIGNS

OPENING = "Verslag van de middag\n\nOp 12 maart 2024 waren we in het stadhuis van Borne.\n\n"


def tips(words: str) -> dict[str, str]:
    return {tip.text: tip.tier for tip in recognise(OPENING + words).tips}


def barriers(words: str) -> dict[str, str]:
    return {one.text: one.tier for one in recognise(OPENING + words).barriers}


@pytest.mark.parametrize(
    ("words", "tip"),
    [
        ("Zij raadt aan om eerst een week mee te lopen.",) * 2,
        ("Hij pleitte ervoor om elke maandag samen langs de kast te lopen.",) * 2,
        ("Hij drukte ons op het hart om nooit met de techniek te beginnen.",) * 2,
        ("Zij zou voortaan ieder plan eerst met bewoners bespreken.",) * 2,
        ("En dan nog iets: houd een logboek bij van elke fout.",
         "houd een logboek bij van elke fout."),
        ("Voor bedrijven: deel je cijfers voordat iemand erom vraagt.",
         "deel je cijfers voordat iemand erom vraagt."),
    ],
)  # fmt: skip
def test_advice_that_the_sentence_itself_reports_is_a_sure_tip(words: str, tip: str) -> None:
    assert tips(f"Het ging over loketten. {words} Daarna was er soep.\n") == {tip: "sure"}


def test_a_single_order_in_passing_is_possible_and_a_row_of_them_sure() -> None:
    alone = tips("Het ging over loketten. Begin met een klein dossier. Daarna was er soep.\n")
    row = tips("Het ging over loketten. Begin met een klein dossier. Betrek de balie vroeg.\n")
    assert alone == {"Begin met een klein dossier.": "possible"}
    assert set(row.values()) == {"sure"}


@pytest.mark.parametrize(
    "words",
    [
        "Lever de formulieren in voor vrijdag.",
        "Neem voor meer informatie contact op met het secretariaat.",
        "Reserveer een plek bij de excursie.",
        "Laat ik eerlijk zijn, het was een lange middag.",
        "Groet, Anna en het hele team.",
    ],
)
def test_what_only_asks_something_of_the_reader_is_no_sure_tip(words: str) -> None:
    assert "sure" not in tips(f"Het ging over loketten. {words}\n").values()


def test_barriers_behind_a_sentence_that_announces_them_are_sure() -> None:
    found = barriers(
        "Zij noemde drie redenen waarom het stokt. Er is geen geld voor beheer. Elke afdeling "
        "heeft haar eigen formulier en niemand durft af te wijken. De vergunning duurt acht weken "
        "en ook dan is er geen capaciteit.\n"
    )
    assert found == {
        "Er is geen geld voor beheer.": "sure",
        "Elke afdeling heeft haar eigen formulier en niemand durft af te wijken.": "sure",
        "De vergunning duurt acht weken en ook dan is er geen capaciteit.": "sure",
    }


def test_a_problem_that_nothing_announces_is_possible_at_most() -> None:
    words = "Het begon om twee uur. Er is geen geld voor beheer. Daarna was er soep met brood.\n"
    assert barriers(words) == {"Er is geen geld voor beheer.": "possible"}


def test_a_sentence_that_only_announces_is_no_item() -> None:
    found = barriers("De avond was druk. Er zijn ook drempels. Daarna was er soep met brood.\n")
    assert "Er zijn ook drempels." not in found


def test_a_sentence_of_an_announced_item_is_no_item_of_its_own() -> None:
    text = "## Tips\n\n- Begin klein. Zorg dat iedereen meedoet en betrek de balie.\n"
    found = recognise(OPENING + text).tips
    assert [one.text for one in found] == [
        "Begin klein. Zorg dat iedereen meedoet en betrek de balie."
    ]


def test_what_presents_a_sentence_is_evidence_with_a_reason() -> None:
    for names in PRESENTING.values():
        assert names - SIGNS.keys() == set()
    item: ItemProposal = recognise(
        OPENING + "Het ging over loketten. Zij raadt aan om eerst een week mee te lopen.\n"
    ).tips[0]
    assert item.reason == "De zin zegt wat iemand aanraadt."


@pytest.mark.parametrize(
    "heading", ["Wat ging minder", "Waar we tegenaan lopen", "Wat nog wringt", "Wat liep er mank?"]
)
def test_a_heading_that_speaks_of_trouble_presents_barriers(heading: str) -> None:
    text = (
        f"# Verslag\n\nEr was koffie.\n\n## {heading}\n\n"
        "- Seizoenskrachten krijgen nog geen instructie.\n- De nota ging pas na weken uit.\n"
    )
    assert [(one.text, one.tier) for one in recognise(text).barriers] == [
        ("Seizoenskrachten krijgen nog geen instructie.", "sure"),
        ("De nota ging pas na weken uit.", "sure"),
    ]
