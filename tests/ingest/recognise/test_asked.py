"""Questions inside a text: what is sure, what is possible, and what asks nobody."""

import pytest

from innovkb.ingest.recognise import recognise

HEAD = "# Verslag\n\nEr kwamen 20 mensen.\n\n"
TURNS = (
    "Gesprek\n\nAnna Bos: Welkom allemaal.\n\nKees Vink: Dank je.\n\n"
    "Anna Bos: Wat ging er mis?\n\nKees Vink: De planning. Die was te krap.\n\n"
    "Vraag uit de zaal: Wie betaalt dat?\n\nKees Vink: De provincie, tot 2027.\n"
)


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        ('Tot slot vroeg Kees Vink: "Kost dat veel?" Nee, het is gratis.', "Kost dat veel?",
         "Nee, het is gratis."),
        ('Iemand wilde weten:\n"Kan dit ook klein?" Volgens Vink kan het met twee mensen.',
         "Kan dit ook klein?", "Volgens Vink kan het met twee mensen."),
        ('Een man steekt zijn hand op. "Welke rijdt er nog?" wil hij weten. De rode bus.',
         "Welke rijdt er nog?", "wil hij weten. De rode bus."),
        ("## Vragen uit de zaal\n\n*Wat kost een rit?* Ongeveer 20 euro.", "Wat kost een rit?",
         "Ongeveer 20 euro."),
        ("Vragen die gesteld werden:\n\n- Mag het ook 's nachts? Ja, tot vier uur.\n- Slot.",
         "Mag het ook 's nachts?", "Ja, tot vier uur."),
        ("Mijn vraag aan jullie: waar zet je zo'n bank neer? Liefst in de schaduw.",
         "waar zet je zo'n bank neer?", "Liefst in de schaduw."),
    ],
)  # fmt: skip
def test_a_question_that_the_text_says_was_asked_is_sure(
    text: str, question: str, answer: str
) -> None:
    found = recognise(HEAD + text).questions
    assert [(one.question, one.answer, one.tier) for one in found] == [(question, answer, "sure")]


@pytest.mark.parametrize(
    "text",
    [
        "Is dat veel? Misschien. Wij doen het toch.",
        "Meer weten? Mail de redactie.",
        "Vraag bij elke klacht: wat had je zelf willen doen?",
        "Het ging over de vraag: hoe gebruik je dat dan?",
        "Niemand kwam. Hoe dat kan? De bus reed niet.",
    ],
)
def test_what_nobody_asks_is_no_question(text: str) -> None:
    assert recognise(HEAD + text).questions == ()


def test_who_leads_a_talk_asks_what_is_possible_and_the_audience_what_is_sure() -> None:
    found = recognise(TURNS).questions
    assert [(one.question, one.tier) for one in found] == [
        ("Wat ging er mis?", "possible"),
        ("Wie betaalt dat?", "sure"),
    ]
    assert [one.answer for one in found] == [
        "De planning. Die was te krap.",
        "De provincie, tot 2027.",
    ]


def test_a_question_about_obstacles_in_a_row_of_questions_is_a_question_too() -> None:
    text = (
        "Vragen na het webinar\n\nDe antwoorden zijn van Anna Bos, planner.\n\n"
        "1. Wie kan er zien waar ik ben?\nAnna: Alleen de planner.\n\n"
        "2. Wat zat jullie het meest dwars?\nAnna: De koppeling kostte veertien maanden.\n\n"
        "3. Is de broncode open?\nAnna: Ja, na aanmelding.\n"
    )
    assert [(one.question, one.answered_by) for one in recognise(text).questions] == [
        ("Wie kan er zien waar ik ben?", "Anna Bos"),
        ("Wat zat jullie het meest dwars?", "Anna Bos"),
        ("Is de broncode open?", "Anna Bos"),
    ]
