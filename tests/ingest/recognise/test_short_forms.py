"""Initials, call names, titles and first names alone: who is meant by a short form."""

import pytest

from innovkb.ingest.recognise import recognise
from innovkb.ingest.recognise.names.aliases import fits_initials

PRESENT = "Aanwezig: Els Bos (EB, voorzitter), Jip de Bie (JdB), mevr. S. Kalkman\n\n"


def said(text: str) -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker) for quote in recognise(text).quotes]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("EB: “Dat doen we dus niet.”", "Els Bos"),
        ("JdB vindt dat te vroeg. “Dat doen we dus niet.”", "Jip de Bie"),
        ("Volgens JdB is er een ding: “Dat doen we dus niet.”", "Jip de Bie"),
        ("“Dat doen we dus niet”, zegt EB.", "Els Bos"),
    ],
)
def test_stated_initials_stand_for_the_name(line: str, speaker: str) -> None:
    assert [who for _, who in said(PRESENT + line)] == [speaker]


def test_initials_that_fit_one_name_alone_stand_for_it() -> None:
    text = "Aanwezig: Els Bos, Karim Haddad\n\nEB: “Dat kan zo niet.”\n\nKH vraagt: “Waarom niet?”"
    assert said(text) == [("Dat kan zo niet.", "Els Bos"), ("Waarom niet?", "Karim Haddad")]


def test_initials_that_fit_two_names_stand_for_nobody() -> None:
    text = "Aanwezig: Els Bos, Eva Bakker, Karim Haddad\n\nEB: “Dat kan zo niet.”\n\nKH knikt."
    assert said(text) == [("Dat kan zo niet.", None)]


def test_initials_are_no_organisation() -> None:
    person = recognise(PRESENT + "EB opent.").people[0]
    assert (person.name, person.role, person.organisation) == ("Els Bos", "voorzitter", "")


@pytest.mark.parametrize(
    ("short", "name", "fits"),
    [
        ("SK", "S. Kalkman", True),
        ("KWS", "Kees-Willem Spruijt", True),
        ("HG", "Karim Haddad", False),
    ],
)
def test_initials_fit_a_name(short: str, name: str, fits: bool) -> None:
    assert fits_initials(short, name) is fits


def test_a_call_name_between_brackets_is_the_first_name() -> None:
    text = "Geertruida (Truus) Hoekema sprak. ‘Ik ben er blij mee’, zei Truus. Hoekema lachte."
    assert [person.name for person in recognise(text).people] == ["Truus Hoekema"]
    assert said(text) == [("Ik ben er blij mee", "Truus Hoekema")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bij meneer Lindeboom op 14. Hij lacht. ‘Ze bellen gewoon even aan.’", "Lindeboom"),
        ("Zijn buurvrouw Gerda weet het wel. ‘Wij willen gewoon helpen.’", "Gerda"),
        ("Onze wethouder, Mark Tjalsma, reageerde sportief.", "Mark Tjalsma"),
        ("Ik ben Fenna Roording en ik ben nieuw.", "Fenna Roording"),
        ("Bij Bart Van Hoorebeke ging het over data.", "Bart Van Hoorebeke"),
        ("Tekst en foto’s: Saar Wolters\n\nEen verhaal.", "Saar Wolters"),
        ("Van: Dagmar Voskuil\nAan: team\nOnderwerp: verslag\n\nHoi.", "Dagmar Voskuil"),
    ],
)
def test_people_are_presented_in_many_ways(text: str, name: str) -> None:
    assert [person.name for person in recognise(text).people] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Buurthuis De Spil was vol. ‘Wij willen gewoon helpen.’",
        "De slotzin was voor Groene Loper bedoeld.",
        "Hij kent Gerda niet. ‘Wij willen gewoon helpen.’",
    ],
)
def test_a_name_without_a_part_is_nobody(text: str) -> None:
    assert recognise(text).people == ()


def test_a_pronoun_takes_up_the_only_person_named() -> None:
    text = (
        "Anna Bos (wethouder) opende.\n\n## Slot\n\nHet slot was voor Bos. Zij keek vooruit. "
        "‘Hou mij daar maar aan, mensen.’"
    )
    assert said(text) == [("Hou mij daar maar aan, mensen.", "Anna Bos")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prof. Alasdair Munro (Universiteit Zuid) sprak.", "Alasdair Munro"),
        ("Presentator was Joep Zuidgeest.", "Joep Zuidgeest"),
        ("Staatssecretaris Eline Hoogendijk reikte de prijs uit.", "Eline Hoogendijk"),
        ("“Opschalen is een duur woord geworden” - Tineke, verpleegkundige", "Tineke"),
        ("Een van hen, Naïma, wijst. “Hier stond ik dan de hele dag.”", "Naïma"),
        ("Een stuk tekst.\n\nRuben Vlasblom", "Ruben Vlasblom"),
    ],
)
def test_people_are_presented_once(text: str, name: str) -> None:
    assert [person.name for person in recognise(text).people] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Op uitnodiging van het Netwerk Anders Kijken gingen we op reis.",
        "Adviseur van studiebureau Delta Vier noemt het een begin.",
        "Het project Rosa Parks zegt genoeg.",
    ],
)
def test_what_an_organisation_is_called_is_nobody(text: str) -> None:
    assert recognise(text).people == ()


def test_a_title_tells_two_people_of_one_surname_apart() -> None:
    text = (
        "Deelnemers: mevrouw Ans Kooijman, de heer Gerard Kooijman\n\n"
        "Mevrouw Kooijman: “De trap ging echt niet meer.”\n\n"
        "De heer Kooijman: “Ik wilde hier helemaal niet weg.”\n\n"
        "“Zet maar een bed in de kamer”, zei Kooijman."
    )
    assert [who for _, who in said(text)] == ["Ans Kooijman", "Gerard Kooijman", None]


def test_a_report_that_speaks_is_nobody() -> None:
    text = "Anna Bos (jurist) leidt de jury. “Er is geen missie en geen visie”, aldus het rapport."
    assert said(text) == [("Er is geen missie en geen visie", None)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De tweede spreker was Lotfi Ben Yahia, conciërge op een school.", "Lotfi Ben Yahia"),
        ("Ngozi Okafor werkte eerst bij een bank.", "Ngozi Okafor"),
        ("Hartelijke groet,\n\nWubbo Nieboer\nadviseur klimaat", "Wubbo Nieboer"),
        ("Een verhaal.\n\n*door Liesanne Tak, beeld Studio Zes*", "Liesanne Tak"),
        ("(Interview: Joris Vanden Bulcke)", "Joris Vanden Bulcke"),
        ("Mevrouw Eppinga uit Ter Horne vroeg naar geld.", "Eppinga"),
    ],
)
def test_rare_names_are_people_too(text: str, name: str) -> None:
    assert [person.name for person in recognise(text).people] == [name]


def test_names_in_bold_at_the_head_of_a_block_are_of_one_kind() -> None:
    text = (
        "**Roos van den Akker** belt. “Ik heb alleen een telefoon.”\n\n"
        "**Ngozi Okafor** lacht. “Hier maken we gewoon fouten.”"
    )
    assert [who for _, who in said(text)] == ["Roos van den Akker", "Ngozi Okafor"]


def test_half_of_a_double_surname_is_enough() -> None:
    text = "Mw. C. de Wit-Jonker (wethouder) sprak. “Dat doen we nog niet”, zei mevrouw De Wit."
    assert said(text) == [("Dat doen we nog niet", "C. de Wit-Jonker")]


def test_a_subsidy_scheme_is_nobody() -> None:
    assert (
        recognise("Subsidieregeling Dorpskracht: vragen\n\nEr was veel belangstelling.").people
        == ()
    )


def test_who_is_let_to_speak_is_the_subject() -> None:
    text = (
        "Hedda Schut (voorzitter) en Harm Luth (jurist) waren er. Hedda liet Luth aan het woord. "
        "“Leg dat maar eens uit aan iedereen”, zei hij."
    )
    assert said(text) == [("Leg dat maar eens uit aan iedereen", "Harm Luth")]


def test_answers_between_marks_are_those_of_the_interviewee() -> None:
    text = (
        "Katrien Bos (directeur) ontvangt ons.\n\n"
        "U hebt geen bureau meer. Waarom?\n\n“Er lag alleen papier op.”\n\n"
        "Nadine Put noemde u roekeloos. Raakt u dat?\n\n“Nadine heeft gelijk, voor een stuk.”\n\n"
        "Wat raadt u collega’s aan?\n\n“Begin met één dienst die wil.”"
    )
    assert [who for _, who in said(text)] == ["Katrien Bos"] * 3
