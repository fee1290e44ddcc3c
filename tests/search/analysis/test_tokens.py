import pytest

from innovkb.search.analysis import analyse, analyse_word, fold, index_terms, tokenize


def folded(text: str) -> list[str]:
    return [token.folded for token in tokenize(text)]


@pytest.mark.parametrize(
    "text", ["I&W", "2.0", "20%", "5-7", "24/7", "65+", "co-creatie", "A/B", "jan@rws.nl", "H&M's"]
)
def test_composites_stay_whole(text: str) -> None:
    assert folded(f"({text}),") == [text.lower()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I&W", ["i", "w"]),
        ("5-7", ["5", "7"]),
        ("20%", ["20"]),
        ("co-creatie", ["co", "creatie", "creat"]),
    ],
)
def test_pieces_of_composites_are_extras(text: str, expected: list[str]) -> None:
    assert index_terms(text).extra == expected


def test_punctuation_ends_a_word() -> None:
    assert folded("wet- en regelgeving (2024). Klaar!") == [
        "wet",
        "en",
        "regelgeving",
        "2024",
        "klaar",
    ]


def test_a_full_stop_between_words_joins_nothing() -> None:
    assert folded("einde.Begin") == ["einde", "begin"]


def test_apostrophes_of_any_kind_are_one() -> None:
    assert folded("risico's risico’s risicoʼs risico`s") == ["risico's"] * 4
    assert {analyse_word(word).stem for word in folded("risico's risico’s risico")} == {"risico"}


def test_diacritics_are_folded() -> None:
    assert fold("Barrière IDEEËN één café\u0301 ﬁnanciën") == "barriere ideeen een cafe financien"


def test_soft_hyphens_vanish_from_the_word_and_stay_in_the_surface() -> None:
    (token,) = tokenize("inno\u00advatie")
    assert (token.folded, token.surface) == ("innovatie", "inno\u00advatie")


def test_nul_and_direction_marks_separate_words() -> None:
    assert folded("geld\0tijd \u202eruimte\u202c") == ["geld", "tijd", "ruimte"]


def test_part_of_a_compound_has_its_own_offsets() -> None:
    text = "Geen risicomijding!"
    marked = {term: text[start:end] for term, start, end in analyse(text)[1].spans()}
    assert marked["risico"] == "risico"
    assert marked["mijding"] == "mijding"
    assert marked["risicomijding"] == "risicomijding"


def test_offsets_of_parts_survive_folding() -> None:
    text = "ﬁnanciëringsbudget cafe\u0301beleid ﬁnancie\u0308ringsbudget"
    marked = [
        [
            text[start:end]
            for _, start, end in token.spans()
            if end - start < len(token.token.surface)
        ]
        for token in analyse(text)
    ]
    assert [parts[-1] for parts in marked] == ["budget", "beleid", "budget"]
    assert marked[0][0] == "ﬁnanciëring"
    assert marked[1][0] == "cafe\u0301"
    assert marked[2][0] == "ﬁnancie\u0308ring"


def test_words_within_an_established_part_are_extras_too() -> None:
    assert {"draagvlak", "gebrek", "vlak"} <= set(index_terms("draagvlakgebrek").extra)


def test_letters_that_fold_to_an_apostrophe_leave_no_empty_term() -> None:
    assert folded("ʼs ʼ ŉ") == ["s", "n"]
    assert index_terms("ʼs ʼ ŉ").main == ["s", "n"]
