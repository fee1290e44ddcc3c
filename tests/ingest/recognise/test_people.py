"""Names, roles and organisations."""

import pytest

from innovkb.ingest.recognise import Known, KnownName, PersonProposal, recognise
from innovkb.ingest.recognise.names.describe import describe


def people(text: str, known: Known | None = None) -> list[PersonProposal]:
    return list(recognise(text, known).people)


def names(text: str) -> list[str]:
    return [person.name for person in people(text)]


@pytest.mark.parametrize(
    ("text", "name", "role", "organisation"),
    [
        ("Sanne Bos (hoofd Data, Rijksdienst) opende.", "Sanne Bos", "hoofd Data", "Rijksdienst"),
        ("Sanne Bos (BZK) opende.", "Sanne Bos", "", "BZK"),
        ("Sanne Bos (hoofd innovatielab NVWA) opende.", "Sanne Bos", "hoofd innovatielab", "NVWA"),
        ("Sanne Bos is directeur Zorg bij het Huis.", "Sanne Bos", "directeur Zorg", "Huis"),
        ("Sanne Bos, hoofd Data van de Dienst Zuid, sprak.", "Sanne Bos", "hoofd Data",
         "Dienst Zuid"),
        ("Wethouder Sanne Bos van Waterstad sprak.", "Sanne Bos", "wethouder", "Waterstad"),
        ("Prof. dr. Jan van der Laan (hoogleraar) sprak.", "Jan van der Laan", "hoogleraar", ""),
        ("Steven Van de Walle (KU Leuven) sprak.", "Steven Van de Walle", "", "KU Leuven"),
        ("J.P. le Roux (jurist) sprak.", "J.P. le Roux", "jurist", ""),
        ("Peter van 't Hoff (trainer) sprak.", "Peter van 't Hoff", "trainer", ""),
        ("Koen D’Hondt (schepen) sprak.", "Koen D’Hondt", "schepen", ""),
    ],
)  # fmt: skip
def test_a_person_comes_with_role_and_organisation(
    text: str, name: str, role: str, organisation: str
) -> None:
    found = people(text)
    assert [(one.name, one.role, one.organisation) for one in found] == [(name, role, organisation)]


@pytest.mark.parametrize(
    "name",
    [
        "Annelies Vermeer-de Haan",
        "Annelies Vermeer-van der Haan",
        "Pieter Vos d’Ancona",
        "Karima Aït Brahim",
        "Karima El Ben Brahim",
        "Floris van Leuven tot Berkel",
    ],
)
def test_a_surname_of_several_words_is_whole(name: str) -> None:
    assert names(f"Adviseur {name}, werkzaam bij de Dienst, sprak. Later lachte de zaal.") == [name]


@pytest.mark.parametrize(
    ("text", "sure", "possible"),
    [
        ("Anna Bos (adviseur) sprak. In de rij stond ook ene Menno.", ["Anna Bos"], []),
        ("Anna Bos (adviseur) sprak. Met dank aan Pieter Vos voor de foto’s.", ["Anna Bos"],
         ["Pieter Vos"]),
        ("Anna Bos (adviseur) sprak. Pieter Vos bedankte haar.", ["Anna Bos", "Pieter Vos"], []),
        ("| Voorzitter | Marjó Zwaanstra, bureau Noord |\n| --- | --- |\n| a | b |",
         ["Marjó Zwaanstra"], []),
        ("Elke tafel lachte om de jurist. Elke afdeling zei: ‘Dat kan niet.’", [], []),
    ],
)  # fmt: skip
def test_who_is_only_mentioned_is_possible(text: str, sure: list[str], possible: list[str]) -> None:
    found = people(text)
    assert [one.name for one in found if one.tier == "sure"] == sure
    assert [one.name for one in found if one.tier == "possible"] == possible


@pytest.mark.parametrize(
    "text",
    [
        "Wijkbegroting Amerhoek: Wijkbegroting Amerhoek zegt dat het kan.",
        "Op kantoor Vlaerdam Zuid sprak men. Vlaerdam Zuid zegt nee. Aanwezig: Vlaerdam Zuid.",
        "Het programma Samen Slim bracht teams bijeen.",
        "Ministerie van Binnenlandse Zaken zegt nee.",
        "Volgens Innovatie Barometer Overheid gaat het goed.",
        "Digitaal Dichtbij: van loket naar keukentafel",
        "De Rijks Innovatie Community organiseert dit.",
        "Elke zin telt. Wil je meer? Anders niet.",
    ],
)
def test_programmes_and_organisations_are_no_people(text: str) -> None:
    assert names(text) == []


def test_later_mentions_by_first_or_last_name_are_the_same_person() -> None:
    text = "Marijke van der Berg (adviseur) sprak. Marijke lachte. Van der Berg zei niets meer."
    found = people(text)
    assert [one.name for one in found] == ["Marijke van der Berg"]
    assert [text[span.start : span.end] for span in found[0].spans] == [
        "Marijke van der Berg",
        "Marijke",
        "Van der Berg",
    ]


def test_a_typing_error_in_the_surname_is_the_same_person() -> None:
    text = "Dirk-Jan Bruin (voorzitter) opende. Dirk-Jan de Bruijn: “Wij gaan gewoon door.”"
    assert names(text) == ["Dirk-Jan de Bruijn"]


def test_a_known_alias_gets_the_name_of_the_site() -> None:
    known = Known(speakers=[KnownName("Annemieke de Vries", ("Annelieke de Vries",))])
    found = people("Annelieke de Vries (NFI) sprak.", known)
    assert [(one.name, one.known) for one in found] == [("Annemieke de Vries", True)]


def test_who_is_absent_is_left_out() -> None:
    text = "Aanwezig: Karim Haddad, Els Bos\n\nAfwezig: Joost Pieterse\n\nKarim opent."
    assert names(text) == ["Karim Haddad", "Els Bos"]


def test_every_name_in_a_row_of_speakers_counts() -> None:
    text = "Terugkijken? Een sessie met Anna Bos, Karim Haddad en Els Vos in de zaal."
    assert names(text) == ["Anna Bos", "Karim Haddad", "Els Vos"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Blog door Lars Bos – 3 mei 2024\n\nTekst.", "author"),
        ("Vraag: Mag dat?\n\nAntwoord van Lars Bos: Ja hoor.", "respondent"),
        ("Lars Bos (2012) benadrukt het belang.", "cited"),
        ("In het panel:\n- Lars Bos, wethouder in Waterstad\n- Els Vos, jurist", "panel"),
        ("Tekst.\n\n- Lars Bos | 3 mei 2024, 09:57\n\n  Mooi stuk geschreven!", "commenter"),
    ],
)
def test_the_part_is_told(text: str, part: str) -> None:
    assert people(text)[0].part == part


@pytest.mark.parametrize(
    ("words", "role", "organisation"),
    [
        ("hoofd Data, Rijksdienst", "hoofd Data", "Rijksdienst"),
        ("Rijksdienst, hoofd Data", "hoofd Data", "Rijksdienst"),
        ("hoogleraar Innovatie aan de Universiteit Zuid", "hoogleraar Innovatie",
         "Universiteit Zuid"),
        ("38", "", ""),
        ("2012", "", ""),
    ],
)  # fmt: skip
def test_descriptions_are_taken_apart(words: str, role: str, organisation: str) -> None:
    told = describe(words)
    assert (told.role, told.organisation) == (role, organisation)


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("Reinout baron van Tuyll, advocaat, sprak.", ["Reinout baron van Tuyll"]),
        ("Anna van Lynden tot Berkel zei weinig.", ["Anna van Lynden tot Berkel"]),
        ("Anna de Vos van Steenwijk sprak. De Vos van Steenwijk zei weinig.",
         ["Anna de Vos van Steenwijk"]),
        ("Anna de Vos van Waterschap Dal sprak. De Vos zei weinig.", ["Anna de Vos"]),
        ("Jolanda van het Hof van Dienst Waterkant vertelde het.", ["Jolanda van het Hof"]),
        ("Sjef Kuijpers-Tjin A Koeng zei weinig.", ["Sjef Kuijpers-Tjin A Koeng"]),
        ("Anna Stigter zei weinig. Wij zien Anna in Dorpswaard.", ["Anna Stigter"]),
        ("Anna in 't Veld zei weinig.", ["Anna in 't Veld"]),
    ],
)  # fmt: skip
def test_a_name_ends_where_the_family_name_does(words: str, people: list[str]) -> None:
    assert [one.name for one in recognise(f"Verslag\n\n{words}\n").people] == people


@pytest.mark.parametrize(
    "words",
    [
        "Zij is hoogleraar Bestuurlijke Informatica aan de universiteit.",
        "De kop in de Heerenveldse Courant (“Wij stempelen snel”) is niet van ons.",
        "De Drempelmeter: controleert een pagina in tien tellen.",
        "Het afdelingshoofd Burgerzaken in Sint-Maartensbeke was er ook.",
    ],
)
def test_what_has_capitals_is_not_yet_a_person(words: str) -> None:
    assert recognise(f"Verslag\n\nEr was koffie.\n\n{words}\n").people == ()


@pytest.mark.parametrize(
    ("words", "tier"),
    [
        ("Het essay ‘Waarom bruggen wachten’ van filosofe Anna Bos is mooi.", "possible"),
        ("Het rapport, met een voorwoord van dijkgraaf Anna Bos, is af.", "possible"),
        ("Dat heeft professor Anna Bos ook geschreven in “De klerk”.", "possible"),
        ("Het boek van Anna Bos is af. “Ik schreef het snel”, zegt Bos.", "sure"),
        ("De lezing van Anna Bos was druk bezocht.", "sure"),
    ],
)
def test_who_only_made_a_work_that_is_named_is_possible(words: str, tier: str) -> None:
    found = recognise(f"Verslag\n\nEr was koffie.\n\n{words}\n").people
    assert [(one.name, one.tier) for one in found] == [("Anna Bos", tier)]
