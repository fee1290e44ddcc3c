"""Who types a name as it sounds gets who is meant first; other words stay as they are."""

import pytest

from innovkb.search.analysis import query_words
from innovkb.search.ask.engine import search
from innovkb.search.ask.names import MeantName, Names, name_sound

PEOPLE = ("Steven Van de Walle", "Dirk-Jan de Bruijn", "Jeff Gaspersz", "Annemieke de Vries")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dijk", "Dyk"), ("Meijer", "Meyer"), ("Carla", "Karla"), ("Zanders", "Sanders"),
        ("Bruggink", "Brugchink"), ("Smidt", "Smit"), ("Haerlem", "Harlem"), ("Bakker", "Baker"),
        ("Dirckx", "Dirks"), ("de Bruijn", "debruyn"), ("Van de Walle", "Vandewalle"),
        ("le Rûtte", "Lerutte"), ("Thijssen", "Tijsen"), ("De Vries", "de fries"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_share_a_sound(one: str, other: str) -> None:
    assert name_sound(one) == name_sound(other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Vandewalle", [MeantName(0, 1, "Van de Walle")]),
        ("wat zegt de bruyn", [MeantName(2, 4, "de Bruijn")]),
        ("dirk jan de bruyn", [MeantName(0, 4, "Dirk-Jan de Bruijn")]),
        ("dirkjandebruin", [MeantName(0, 1, "Dirk-Jan de Bruijn")]),
        ("jef gaspers", [MeantName(0, 2, "Jeff Gaspersz")]),
        ("steven vandewale", [MeantName(0, 2, "Steven Van de Walle")]),
        ("Steven Van de Walle", []),
        ("van de wal", []),
        ("fries", []),
        ("de", []),
        ("", []),
    ],
)
def test_a_name_spelt_as_it_sounds_is_known_and_no_other_word(
    typed: str, meant: list[MeantName]
) -> None:
    names = Names(PEOPLE, ["Kadaster"])
    found = list(names.meant(query_words(typed), lambda word: word.is_stop or word.is_known))
    assert found == meant


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "url"),
    [
        ("Vandewalle", "/sprekers/steven-van-de-walle/"),
        ("de bruyn", "/sprekers/dirk-jan-de-bruijn/"),
        ("dirk jan de bruyn", "/sprekers/dirk-jan-de-bruijn/"),
        ("Gasperz", "/sprekers/jeff-gaspersz/"),
        ("Anneke de Fries", "/sprekers/annemieke-de-vries/"),
        ("wie is Jos Dankers", "/sprekers/jos-dankers/"),
        ("spreker Paul Iske", "/sprekers/paul-iske/"),
        ("organisatie Digicampus", "/organisaties/digicampus/"),
        ("wat is Nyenrode", "/organisaties/nyenrode/"),
        ("wat doet het NFI", "/organisaties/nfi/"),
        ("archetype de verkeerde portemonnee", "/archetypen/de-verkeerde-portemonnee/"),
    ],
)
def test_what_is_named_stands_first(content: None, query: str, url: str) -> None:
    assert [hit.url for hit in search(query, limit=1).hits] == [url]
