"""What a sentence says of who came, when the next meeting is, and whose words these are."""

from datetime import date

import pytest

from innovkb.ingest.recognise import Known, recognise

TODAY = Known(today=date(2025, 6, 30))
OPENING = "Verslag van een middag\n\nOp dinsdag 12 maart 2024 waren we in het stadhuis.\n\n"


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Het was vol: 85 man in een zaal voor zestig.", 85),
        ("Er waren 33 van de 40 aangemelde collega's.", 33),
        ("Wie? 48 stagiairs en twee directeuren", 48),
        ("Aanmeldingen: 90, geteld aan de deur: 75", 75),
        ("64 mensen kwamen en 37 keken mee via de stream, 101 in totaal dus.", 101),
        ("In totaal schreven zich 164 mensen in.", 164),
        ("We waren met 24.", 24),
        ("Een groep van 31 ambtenaren liep mee.", 31),
        ("Dat krijg je als er 55 mensen komen.", 55),
        ("Het programma kostte 40 euro en duurde 3 uur.", None),
        ("Samen bedachten ze in totaal 112 verbeteringen.", None),
        ("Er komen wekelijks 90 mensen langs.", None),
    ],
)
def test_a_sentence_tells_how_many_came(words: str, number: int | None) -> None:
    found = recognise(f"{OPENING}{words}\n\nDaarna ging het over loketten.\n", TODAY).attendance
    assert (found and found.number) == number


@pytest.mark.parametrize(
    "words",
    [
        "Op donderdag 20 juni 2024 is er een rondleiding in de werkplaats.",
        "Meedoen? Er is nog plek op donderdag 20 juni.",
        "Op 20 juni zitten we weer bij elkaar.",
        "Nieuwe datum om te onthouden, donderdag 20 juni 2024.",
        "Het volgende lunchcollege is donderdag 20 juni 2024 en gaat over ratten.",
        "De uitkomsten bespreken we op 20 juni 2024.",
        "Wij zien u graag op 20 juni 2024 in Almelo.",
        "Data om te noteren:\n\n  20 juni 2024   De keten, in Almelo",
    ],
)
def test_a_later_date_in_a_sentence_that_looks_ahead_is_a_next_session(words: str) -> None:
    found = recognise(f"{OPENING}{words}\n", TODAY)
    assert [one.value for one in found.next_sessions] == [date(2024, 6, 20)]
    assert found.date is not None
    assert found.date.value == date(2024, 3, 12)


@pytest.mark.parametrize(
    "words",
    [
        "De gemeenteraad besluit op 20 juni 2024 over het geld voor de bijeenkomst.",
        "De regeling gaat in op 1 juli 2024.",
        "Stukken voor de bijeenkomst moeten vóór 20 juni 2024 binnen zijn.",
        "Op 20 januari 2024 was de eerste bijeenkomst.",
        "## Actiepunten\n\n- Anna bespreekt dit op 20 juni 2024 met de raad.",
    ],
)
def test_a_deadline_or_a_day_that_has_been_is_no_next_session(words: str) -> None:
    assert recognise(f"{OPENING}{words}\n", TODAY).next_sessions == ()


def test_two_dates_in_one_sentence_are_two_next_sessions() -> None:
    text = f"{OPENING}Volgende sessies: 9 mei 2024 (Almelo) en 10 juni 2024 (online).\n"
    found = recognise(text, TODAY).next_sessions
    assert [one.value for one in found] == [date(2024, 5, 9), date(2024, 6, 10)]
    assert len({one.start for one in found}) == 2
    assert all(text[one.start : one.end] == one.text for one in found)


def test_a_message_is_sent_after_the_meeting_that_it_tells_of() -> None:
    text = (
        "Van: Anna Bos\nVerzonden: maandag 18 maart 2024\nOnderwerp: terugblik\n\n"
        "Beste allemaal,\n\nOp dinsdag 12 maart 2024 waren we in het stadhuis.\n"
    )
    found = recognise(text, TODAY).date
    assert found is not None
    assert found.value == date(2024, 3, 12)


def said(text: str) -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker) for quote in recognise(text).quotes]


TURNS = """Gesprek over hergebruik, met Sanne Bos van de sloop en Karim Haddad, jurist.

**[00:02] Gespreksleider (Els de Vries):** Welkom allemaal. Sanne, begin jij?

**[00:41] Sanne Bos:** Graag. Wij slopen niet, wij oogsten.

**[01:30] Els:** Gaat dat altijd goed?

**[01:33] Sanne:** Nee, daar is nooit tijd voor.

**[02:10] Karim Haddad:** Dat herken ik wel.

**[02:48] Karim:** Hoeveel zijn het er?

**[02:50] Sanne:** Ik schat tweehonderd.
"""


def test_turns_have_the_time_before_the_name_and_who_leads_or_only_asks_is_no_quote() -> None:
    assert said(TURNS) == [
        ("Graag. Wij slopen niet, wij oogsten.", "Sanne Bos"),
        ("Nee, daar is nooit tijd voor.", "Sanne Bos"),
        ("Dat herken ik wel.", "Karim Haddad"),
        ("Ik schat tweehonderd.", "Sanne Bos"),
    ]


def test_who_is_asked_behind_a_label_answers_in_the_first_person_until_the_writer_goes_on() -> None:
    text = (
        "Twee vragen aan Sanne Bos, wijkverbinder\n\nWij spraken haar op 19 september 2024.\n\n"
        "Vraag: Hoe is het begonnen?\nAntwoord: Met een mevrouw die ik sprak.\n\n"
        "Vraag: Waar liep u tegenaan?\nAntwoord: Ik mocht niets zien.\n\n"
        "Of het loket blijft, weet Bos nog niet.\n"
    )
    assert said(text) == [
        ("Met een mevrouw die ik sprak.", "Sanne Bos"),
        ("Ik mocht niets zien.", "Sanne Bos"),
    ]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "— Wij hadden het echt niet door, zegt Sanne Bos. Dat was dom.\n",
            [("Wij hadden het echt niet door", "Sanne Bos")],
        ),
        (
            "> “We hebben het nooit gevraagd.” Sanne Bos, wijkagent\n",
            [("We hebben het nooit gevraagd.", "Sanne Bos")],
        ),
        (
            "De vrouw is directeur en ze heet Sanne Bos. “Dit is alles wat er over is”, zegt ze.\n",
            [("Dit is alles wat er over is", "Sanne Bos")],
        ),
        (
            "Sanne Bos opent. Er staat een man. “Ik kom hier”, zegt hij. Hij heet Karim Haddad.\n",
            [("Ik kom hier", "Karim Haddad")],
        ),
        (
            "Mevrouw Sanne Bos opent. In de hal zit een man. “Iedereen komt hier”, zegt hij.\n",
            [("Iedereen komt hier", None)],
        ),
    ],
)
def test_words_get_the_speaker_that_the_sentences_around_them_give(
    text: str, quotes: list[tuple[str, str | None]]
) -> None:
    assert said(f"Verslag van een lange middag\n\n{text}") == quotes


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("Vraag Sanne Bos (advocaat): Wat kost een zitting?", "Antw. Haddad: Twee taarten."),
        ("Vraag onbekend: Wat kost een zitting?", "Antwoord: Twee taarten."),
        ("V (Sanne Bos, jurist): Wat kost een zitting?", "A: Twee taarten."),
    ],
)
def test_who_asks_may_stand_in_the_label_of_a_question(asked: str, answered: str) -> None:
    text = f"Verslag van de oogst\n\n{asked}\n{answered}\n"
    found = recognise(text).questions
    assert [(one.question, one.answer, one.tier) for one in found] == [
        ("Wat kost een zitting?", "Twee taarten.", "sure")
    ]
