"""Title, date, attendance, series, organiser, next session."""

from datetime import date

import pytest

from innovkb.ingest.recognise import Known, Recognition, recognise

TODAY = Known(today=date(2025, 6, 30))


def read(text: str) -> Recognition:
    return recognise(text, TODAY)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# De titel\n\nTekst.", "De titel"),
        ("De titel\n\nDit is de tekst van het verslag.", "De titel"),
        ("Overheid\nBlog\n\nDrempels overwinnen\n\nTekst van de blog.", "Drempels overwinnen"),
        ("**Titel:** Samen leren\n\nTekst.", "Samen leren"),
        (
            "Verslag bewonersavond\nwoensdag 22 mei 2025 | De Brink\n\nTekst van het verslag.",
            "Verslag bewonersavond",
        ),
        ("Katern 7 | Essay\n\nDe titel\n\nDit is de tekst van het essay.", "De titel"),
        ("PERSBERICHT\n\nDe titel\n\nDit is de tekst van het bericht.", "De titel"),
        ("12 mei 2025\n\nDe titel\n\nDit is de tekst van het verslag.", "De titel"),
    ],
)
def test_the_title_is_found(text: str, title: str) -> None:
    found = read(text).title
    assert found is not None
    assert found.text == title


def test_a_first_line_above_headings_that_only_divide_is_the_title() -> None:
    text = "Zo doen wij het in Waterland\n\nWe waren er vroeg.\n\n## Tips\n\n- Begin klein.\n"
    found = read(text).title
    assert found is not None
    assert found.text == "Zo doen wij het in Waterland"


def test_a_letter_has_no_title() -> None:
    assert read("Beste allemaal,\n\nWat een middag was dat!").title is None


@pytest.mark.parametrize(
    ("words", "value", "precision", "inferred"),
    [
        ("Op 12 mei 2025 kwamen we samen.", date(2025, 5, 12), "day", False),
        ("Op maandag 12 mei kwamen we samen.", date(2025, 5, 12), "day", True),
        ("Maandagochtend 8 december kwamen we samen.", date(2014, 12, 8), "day", True),
        ("Datum: 12-05-2025", date(2025, 5, 12), "day", False),
        ("Datum: do 13-06-2024", date(2024, 6, 13), "day", False),
        ("Datum: 2024-06-13", date(2024, 6, 13), "day", False),
        ("De sessie van september 2024 was druk.", date(2024, 9, 1), "month", False),
        ("Op 3 okt. 2024 kwamen we samen.", date(2024, 10, 3), "day", False),
        ("On 12 March 2024 we met.", date(2024, 3, 12), "day", False),
    ],
)
def test_the_date_is_found(words: str, value: date, precision: str, inferred: bool) -> None:
    found = read(f"# Verslag\n\n{words}").date
    assert found is not None
    assert (found.value, found.precision, found.inferred) == (value, precision, inferred)


def test_a_weekday_that_does_not_fit_is_told() -> None:
    found = read("# Verslag\n\nOp maandag 13 mei 2025 kwamen we samen.").date
    assert found is not None
    assert found.weekday_fits is False
    assert found.confidence < 0.7


def test_dates_without_year_help_each_other() -> None:
    text = "# X\n\nMaandag 12 mei zaten we klaar. De volgende sessie is maandag 2 juni: Leren."
    found = read(text)
    assert found.date is not None
    assert found.date.value == date(2025, 5, 12)
    assert [(one.title, one.value) for one in found.next_sessions] == [("Leren", date(2025, 6, 2))]


def test_no_date_is_made_up() -> None:
    assert read("# Verslag\n\nDe zon scheen.").date is None


@pytest.mark.parametrize(
    ("words", "number", "approximate"),
    [
        ("Ruim 80 mensen sloten aan.", 80, True),
        ("Er waren 21 deelnemers.", 21, False),
        ("Een zestigtal ambtenaren zakte af.", 60, True),
        ("Zevenendertig deelnemers gingen in gesprek.", 37, False),
        ("Deelnemers: 47", 47, False),
        ("In 2024 kwamen 32 collega’s bijeen.", 32, False),
        ("| Wat | Hoe |\n| --- | --- |\n| Aanwezigen | 34 |", 34, False),
        ("We stonden daar met z’n 36'en.", 36, False),
        ("Ik zat er samen met zo’n 300 anderen.", 300, False),
        ("In totaal zijn er 19 mensen aangeschoven.", 19, False),
        ("Er tekenden 64 personeelsleden de lijst.", 64, False),
        ("Een volle bak, later telde ik er precies 57.", 57, False),
        ("Er waren 120 inschrijvingen, van wie er 96 echt kwamen.", 96, False),
    ],
)
def test_the_attendance_is_found(words: str, number: int, approximate: bool) -> None:
    found = read(f"# Verslag\n\n{words}").attendance
    assert found is not None
    assert (found.number, found.approximate) == (number, approximate)


@pytest.mark.parametrize(
    "words",
    [
        "Het onderzoek omvat 347 organisaties.",
        "Er kwamen 140 ideeën binnen.",
        "In 2024 werd het druk.",
        "Vier mensen spraken.",
    ],
)
def test_other_numbers_are_no_attendance(words: str) -> None:
    assert read(f"# Verslag\n\n{words}").attendance is None


def test_series_and_organiser_are_found() -> None:
    text = "# X\n\nDe zesde sessie in de reeks Leren in de Praktijk van het Netwerk Lerend Werk."
    found = read(text)
    assert found.series is not None
    assert found.organiser is not None
    assert found.series.name == "Leren in de Praktijk"
    assert found.organiser.name == "Netwerk Lerend Werk"


def test_the_date_of_a_next_session_is_not_the_date_of_this_one() -> None:
    text = "# X\n\nOp 12 mei 2025 kwamen we samen.\n\nVolgende keer: 2 juni 2025, over leren."
    found = read(text)
    assert found.date is not None
    assert found.date.value == date(2025, 5, 12)
    assert [one.value for one in found.next_sessions] == [date(2025, 6, 2)]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("De volgende studiedag heeft plaats op 3 juni 2025 in Aalst.", [date(2025, 6, 3)]),
        ("De volgende Groene Golf rolt op dinsdag 3 juni 2025 binnen.", [date(2025, 6, 3)]),
        ("Er komt een volgende. Dat wordt 3 juni 2025, in Ede.", [date(2025, 6, 3)]),
        ("In de zomer is er een proefdag voor makers: 3 juni 2025.", [date(2025, 6, 3)]),
        ("Inschrijven kan tot 3 juni 2025.", []),
        ("Meld je aan, uiterlijk op 3 juni 2025.", []),
    ],
)
def test_a_next_session_is_read_and_a_last_day_to_enter_is_none(
    words: str, days: list[date]
) -> None:
    found = read(f"# X\n\nOp 12 mei 2025 kwamen we samen.\n\n{words}")
    assert [one.value for one in found.next_sessions] == days


def test_a_day_without_a_year_gets_none_where_nothing_tells_which() -> None:
    text = (
        "# Breakout sessies werkgroep 26 april\n\nIn beide sessies is gesproken.\n\n"
        "De volgende bijeenkomst is 5 juni van 13:00-15:00.\n"
    )
    found = recognise(text, Known(today=date(2026, 11, 30)))
    assert found.date is None
    coming = found.next_sessions[0]
    assert (coming.value, coming.confidence < 0.6) == (None, True)
    assert "Het jaar staat er niet bij" in coming.reason
    named = recognise(text + "\nHet jaarplan van 2018.\n", Known(today=date(2026, 11, 30)))
    assert named.date is not None
    assert named.date.value == date(2018, 4, 26)


def test_the_fields_of_a_memo_are_no_title_and_its_date_is_no_meeting() -> None:
    text = (
        "MEMO\n\nAan: directieteam\nVan: Anna Bos\nDatum: 4 juli 2025\n"
        "Betreft: evaluatie van de proef met loketten\n\nSamenvatting\n"
        "Op 26 juni 2025 hebben we de proef besproken met 21 mensen.\n\n"
        "Inschrijving sluit 13 juli 2025.\n"
    )
    found = recognise(text)
    assert found.title is not None
    assert found.date is not None
    assert (found.title.text, found.date.value.isoformat()) == (
        "evaluatie van de proef met loketten",
        "2025-06-26",
    )
    assert found.next_sessions == ()


def test_a_page_that_was_placed_later_has_the_date_of_the_meeting() -> None:
    text = (
        "# Drone boven de dijk\n\n*Nieuws | geplaatst 14 oktober 2025*\n\n"
        "Donderdag 9 oktober 2025 vertelde het team hoe het is gegaan.\n"
    )
    found = recognise(text)
    assert found.date is not None
    assert (found.date.value.isoformat(), found.next_sessions) == ("2025-10-09", ())
