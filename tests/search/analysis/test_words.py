import subprocess
import sys

import pytest

from innovkb.search.analysis import Vocabulary, analyse_word, correct, is_known


def stem(word: str) -> str:
    return analyse_word(word).stem


def parts(word: str) -> list[str]:
    return [part.stem for part in analyse_word(word).parts]


@pytest.mark.parametrize(
    "forms",
    [
        "innoveren innoveert innoveerde geinnoveerd innoverend",
        "huis huizen huisje huisjes",
        "risico risico's",
        "mogelijkheid mogelijkheden",
        "budget budgetten",
        "brief brieven",
        "lopen loopt liep liepen gelopen",
        "uitproberen uitprobeert uitgeprobeerd",
        "opschalen opschaalt opgeschaald",
        "groot grote groter grootste",
        "innovatiebudget innovatiebudgetten",
        "leidinggevende leidinggevenden",
    ],
)
def test_inflected_forms_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "pair",
    [
        "gegevens geven",
        "bom boom",
        "rede reden",
        "rok rook",
        "leiden lijden",
        "geval gevaar",
        "tak taak",
    ],
)
def test_different_words_keep_different_stems(pair: str) -> None:
    left, right = pair.split()
    assert stem(left) != stem(right)


@pytest.mark.parametrize(
    "family",
    [
        "leider leiderschap leiding",
        "innovatie innoveren innovatief innovator",
        "verantwoordelijk verantwoordelijkheid",
        "bestuur bestuurlijk",
        "ambtenaar ambtelijk",
        "financieel financiering",
    ],
)
def test_derived_words_share_a_root(family: str) -> None:
    words = [analyse_word(word) for word in family.split()]
    assert len({word.root or word.stem for word in words}) == 1


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("innovatiebudgetten", ["innovatie", "budget"]),
        ("urgentiegevoel", ["urgentie", "gevoel"]),
        ("risicomijding", ["risico", "mijding"]),
        ("stadsbestuur", ["stad", "bestuur"]),
        ("regelgeving", ["regel", "geving"]),
        ("opdrachtgevers", ["opdracht", "gever"]),
        ("takenpakket", ["taak", "pakket"]),
    ],
)
def test_compounds_are_split(word: str, expected: list[str]) -> None:
    assert parts(word) == expected


@pytest.mark.parametrize(
    "word",
    "verandering overheid minister leiderschap belangrijk maandag noodzakelijk organisatie "
    "experimenteren partijen beslissingen gemeenschappelijk gaspersz".split(),
)
def test_words_that_are_no_compounds_are_not_split(word: str) -> None:
    assert parts(word) == []


VOCABULARY = Vocabulary(
    {"portemonnee": 1, "innovatie": 9, "budget": 4, "creativiteit": 2, "leider": 3, "falen": 2}
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("portomonee", "portemonnee"),
        ("inovatie", "innovatie"),
        ("innovatei", "innovatie"),
        ("kreativitijt", "creativiteit"),
        ("leidr", "leider"),
        ("inovatiebudget", "innovatiebudget"),
    ],
)
def test_typing_errors_are_corrected(typed: str, meant: str) -> None:
    found = correct(typed, VOCABULARY)
    assert found is not None
    assert found.word == meant


@pytest.mark.parametrize(
    "word",
    ["halen", "leden", "budgettair", "lieder", "stoelpoot", "innovator", "xyz", "i&w", "2.0"],
)
def test_known_words_and_strange_tokens_are_left_alone(word: str) -> None:
    assert correct(word, VOCABULARY) is None


def test_words_of_the_corpus_are_left_alone() -> None:
    assert correct("innovatie", VOCABULARY) is None
    assert correct("gaspersz", Vocabulary({"gaspersz": 1, "gasperss": 90})) is None


def test_a_short_word_is_at_most_one_edit_off() -> None:
    assert correct("xeidr", VOCABULARY) is None


def test_common_words_win_between_equally_near_ones() -> None:
    found = correct("tijdn", Vocabulary({"tijda": 1, "tijds": 8}))
    assert found is not None
    assert found.word == "tijds"


def test_inflections_and_new_compounds_are_known() -> None:
    for word in ("geinnoveerd", "innovatieoverleg", "ruimtes", "bloemkool"):
        assert is_known(word)
    assert not is_known("portomonee")


def test_the_analyser_needs_no_django() -> None:
    code = "import sys, innovkb.search.analysis; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("word", ["iering", "cratie", "heid", "schap", "atie", "eren", "ing"])
def test_a_word_that_is_an_ending_keeps_something(word: str) -> None:
    analysed = analyse_word(word)
    assert "" not in {term for term, _, _ in analysed.spans()}


@pytest.mark.parametrize(
    ("closed", "hyphened"),
    [
        ("email", "e-mail"), ("emails", "e-mails"), ("selfservice", "self-service"),
        ("cocreatie", "co-creatie"), ("startups", "start-ups"), ("a3", "a-3"),
        ("50plussers", "50-plussers"), ("doehetzelver", "doe-het-zelver"),
        ("elearning", "e-learning"), ("covid19", "covid-19"), ("oudcollega", "oud-collega"),
        ("innovatiebarometer", "innovatie-barometer"), ("topdown", "top-down"),
    ],
)  # fmt: skip
def test_a_word_is_the_same_with_and_without_its_hyphen(closed: str, hyphened: str) -> None:
    assert analyse_word(hyphened).stem == analyse_word(closed).stem
