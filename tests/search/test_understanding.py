"""How a query is understood: split verbs, groups of words, kinds, questions, generic words."""

from typing import Any

import pytest

from innovkb.search.analysis import query_words
from innovkb.search.analysis.roots import root
from innovkb.search.analysis.stopwords import STOP_WORDS
from innovkb.search.ask import intent
from innovkb.search.ask.engine import search
from innovkb.search.ask.reader import reader
from innovkb.search.models import SynonymGroup

pytestmark = pytest.mark.django_db


def found(query: str, **options: Any) -> list[str]:
    return [hit.entry.heading for hit in search(query, **options).hits]


def test_a_verb_in_two_halves_is_one_verb(make: Any) -> None:
    make.tip(title="Opschalen kan later")
    make.tip(title="Denk aan de schaal van het probleem")
    assert found("hoe schaal je een proef op")[0] == "Opschalen kan later"


def test_a_preposition_is_no_half_of_a_verb(make: Any) -> None:
    make.tip(title="Let op de inhoud")
    make.tip(title="Blijf gemotiveerd")
    assert found("hoe houd ik mensen gemotiveerd in een project") == ["Blijf gemotiveerd"]


def test_a_compound_is_about_its_first_part(make: Any) -> None:
    make.tip(title="Vraag subsidie")
    make.tip(title="Wees een ambtenaar met lef")
    assert found("subsidieaanvraag") == ["Vraag subsidie"]
    assert found("trouwambtenaar") == []


def test_a_synonym_is_found_by_its_root_too(make: Any) -> None:
    make.tip(title="Waardeer wie iets probeert")
    SynonymGroup.objects.create(word="compliment", synonyms=["waardering"])
    assert found("compliment") == ["Waardeer wie iets probeert"]


def test_a_group_of_words_has_synonyms_that_its_words_have_not(make: Any) -> None:
    make.tip(title="Bezuinigen is lastig")
    make.tip(title="Geld zoeken")
    SynonymGroup.objects.create(word="geldgebrek", synonyms=["geen geld", "bezuinigen"])
    assert found("geld") == ["Geld zoeken"]
    assert set(found("geen geld")) == {"Bezuinigen is lastig", "Geld zoeken"}
    assert found("geen geld")[0] == "Bezuinigen is lastig"


def test_part_of_a_group_keeps_its_synonyms_unless_it_loses_the_denial(make: Any) -> None:
    make.tip(title="Zorg voor draagvlak")
    make.tip(title="Vraag het de chef")
    make.tip(title="Zoek financiering")
    SynonymGroup.objects.create(word="draagvlak", synonyms=["baas overtuigen", "geen geld"])
    SynonymGroup.objects.create(word="chef", synonyms=["baas"])
    SynonymGroup.objects.create(word="financiering", synonyms=["geld"])
    assert found("de baas overtuigen") == ["Zorg voor draagvlak", "Vraag het de chef"]
    assert found("geen geld") == ["Zorg voor draagvlak"]


def test_a_group_of_stop_words_has_synonyms_too(make: Any) -> None:
    make.tip(title="Schakel de buitenwacht in")
    make.tip(title="Neem een besluit")
    SynonymGroup.objects.create(word="buitenwacht", synonyms=["van buiten"])
    assert found("van buiten") == ["Schakel de buitenwacht in"]
    assert found("een besluit van buiten") == ["Neem een besluit", "Schakel de buitenwacht in"]


def test_a_word_and_a_number_may_be_one_name(make: Any) -> None:
    make.tip(title="Word lid van Club35")
    assert found("club 35") == ["Word lid van Club35"]
    assert found("35 club") == []


def test_what_has_the_words_as_typed_comes_before_synonyms(make: Any) -> None:
    make.tip(title="Experimenteer klein")
    make.tip(title="Begin ergens", text="Richt met elkaar proeftuinen in. " + "Leer ervan. " * 30)
    SynonymGroup.objects.create(word="experimenteren", synonyms=["proeftuin"])
    assert found("proeftuin") == ["Begin ergens", "Experimenteer klein"]


def test_the_head_of_a_group_is_nearer_than_the_other_synonyms(make: Any) -> None:
    for title in ("Vraag het de directeur", "Vraag het de chef", "Vraag het de baas"):
        make.tip(title=title)
    SynonymGroup.objects.create(word="chef", synonyms=["baas", "directeur"])
    order = ["Vraag het de baas", "Vraag het de chef", "Vraag het de directeur"]
    assert found("baas") == order


def test_a_group_of_words_is_named_as_a_whole(make: Any) -> None:
    make.tip(title="Bezuinigen is lastig")
    SynonymGroup.objects.create(word="bezuinigen", synonyms=["geen geld", "dubbel werk"])
    hits = search("wij hebben geen geld").hits
    assert [hit.reasons.also for hit in hits] == [("bezuinigen",)]


def test_a_group_is_named_as_typed_and_its_stop_words_are_not_marked(make: Any) -> None:
    make.tip(title="Kijk buiten je sector", text="Vraag je van tijd tot tijd iets af.")
    SynonymGroup.objects.create(word="kastje naar de muur", synonyms=["buiten je sector"])
    (hit,) = search("van het kastje naar de muur").hits
    assert hit.reasons.also == ("buiten je sector",)
    assert hit.title == "Kijk <mark>buiten je sector</mark>"
    assert "<mark>" not in hit.snippet


def test_a_group_with_a_generic_word_is_no_synonym(make: Any) -> None:
    make.tip(title="Werk met een dubbel doel")
    SynonymGroup.objects.create(word="versnippering", synonyms=["dubbel werk"])
    assert found("versnippering") == []


def test_synonyms_of_a_corrected_word_count(make: Any) -> None:
    make.tip(title="Praat met je leidinggevende")
    make.tip(title="Een manager vraagt door")
    SynonymGroup.objects.create(word="manager", synonyms=["leidinggevende"])
    assert search("managr").query.corrected == "manager"
    assert set(found("managr")) == {"Praat met je leidinggevende", "Een manager vraagt door"}


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("citaten van paul iske", {"quote": intent.NAMED}),
        ("paul iske citaten", {"quote": intent.NAMED}),
        ("wat zegt paul iske over mislukken", {"quote": intent.NAMED}),
        ("voorbeelden van hackathons", {"example": intent.NAMED}),
        ("goede voorbeelden van hackathons", {"example": intent.NAMED}),
        ("wanneer begint het", {"session": 1.25}),
        ("wanneer is de volgende bijeenkomst van de ric", {"session": intent.NAMED}),
        ("een goed voorbeeld", {}),
        ("organisatie cultuur", {}),
        ("citaten", {}),
        ("ruimte", {}),
    ],
)
def test_a_query_may_say_which_kind_it_is_after(
    content: None, query: str, kinds: dict[str, float]
) -> None:
    assert search(query, limit=1).query.kinds == kinds


def test_what_somebody_says_about_something_is_their_quotes_about_it(content: None) -> None:
    hits = search("wat zegt paul iske over mislukken", limit=3).hits
    assert [(hit.entry.kind, hit.entry.speaker) for hit in hits] == [("quote", "Paul Iske")] * 3
    assert "mislukk" in hits[0].entry.body


def test_generic_words_count_less_unless_there_are_no_others() -> None:
    assert intent.weights(query_words("goede vragen"), ()).keys() == {"goed"}
    assert intent.weights(query_words("goed werk"), ()) == {}
    assert intent.weights(query_words("goede vragen"), {"goed"}) == {}


def test_parts_of_an_established_compound_lead_nowhere(make: Any) -> None:
    make.tip(title="Houd woord")
    assert search("wachtwoord").total == 0
    assert search("draagvlakgebrek").total == 0
    make.tip(title="Zoek draagvlak")
    assert found("draagvlakgebrek") == ["Zoek draagvlak"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("burokratie", "bureaucratie"),
        ("draagvalk", "draagvlak"),
        ("ambtenarren", "ambtenaren"),
        ("weerstant", "weerstand"),  # a word of the thesaurus only
        ("hiërargie", "hierarchie"),
        ("eigenarschap", "eigenaarschap"),
    ],
)
def test_slips_of_the_pen_are_put_right(content: None, typed: str, meant: str) -> None:
    assert search(typed, limit=1).query.corrected == meant


def test_an_unknown_word_finds_longer_words_that_begin_so(make: Any) -> None:
    make.tip(title="Maak deepfakevideo’s herkenbaar")
    assert found("deepfakes") == ["Maak deepfakevideo’s herkenbaar"]
    assert found("deepfort") == []


def test_a_misspelt_name_gives_the_person_first(content: None) -> None:
    for query in ("jef gasperz", "gaspersz", "giulieta marani"):
        assert search(query, limit=1).hits[0].entry.kind == "speaker"


def test_a_hit_in_a_passage_gives_the_text_of_the_passage(content: None) -> None:
    hit = search('"ruimte waarin anderen"', filters={"kind": ["write_up"]}).hits[0]
    assert hit.shown.passage > 0
    assert "ruimte waarin anderen" in hit.shown.body
    assert hit.entry.passage == 0


def test_a_correction_changes_the_words_it_is_of_and_no_other(make: Any) -> None:
    make.tip(title="Info over innovatie", text="Een teamdag met het team.")
    for _ in range(3):
        make.tip(title="Vraag om info")
    assert search("inno innovatie").query.corrected == "info innovatie"
    assert search("Teamm, (teamm) teamdag").query.corrected == "team, (team) teamdag"


def test_no_stop_word_is_offered_for_what_was_typed(content: None) -> None:
    kept, _ = reader()
    near = {word for typed in ("zijm", "zichh", "wordn", "bruyn", "zijnn", "naarr")
            for word in kept.vocabulary.near(typed, 3)}  # fmt: skip
    assert near & STOP_WORDS == set()
    assert near != set()


def reasons(query: str) -> list[str]:
    return sorted({why for hit in search(query).hits for why in hit.why})


def test_a_verb_in_two_halves_is_named_as_the_thesaurus_writes_it(make: Any) -> None:
    SynonymGroup.objects.create(word="meekrijgen")
    SynonymGroup.objects.create(word="team meekrijgen", related=["schommelsteun", "meekrijgen"])
    make.tip(title="Schommelsteun")
    assert reasons("hoe krijg ik mijn team mee") == ["‘Schommelsteun’ hoort bij ‘team meekrijgen’."]


@pytest.mark.parametrize(
    ("head", "related", "title", "query"),
    [
        ("procent", "20%", "Het werd 20%", "procent"),
        ("afdeling", "beperking", "Een beperktere blik", "afdeling"),
        ("afdeling", "kamer", "Wij moeten koesteren", "die moet ge koesteren"),
        ("afdeling", "kamer", "Schreef e.a. dit", "A"),
    ],
)
def test_what_is_too_far_off_to_be_said_is_not_said(
    make: Any, head: str, related: str, title: str, query: str
) -> None:
    SynonymGroup.objects.create(word=head, related=[related])
    make.tip(title=title)
    assert ([hit.entry.heading for hit in search(query).hits], reasons(query)) == ([title], [])


def test_two_words_that_belong_with_a_third_are_not_said_to_belong_to_each_other(make: Any) -> None:
    SynonymGroup.objects.create(word="opbrengst", related=["baten", "winst"])
    for title in ("Grote baten", "Grote opbrengst"):
        make.tip(title=title)
    assert reasons("winst") == [
        "‘Baten’ en ‘winst’ horen allebei bij ‘opbrengst’.",
        "‘Opbrengst’ hoort bij ‘winst’.",
    ]


def test_a_part_of_a_word_is_shown_as_the_part_that_it_is(make: Any) -> None:
    make.tip(title="Draagvlak zoeken", text="Tijdgebrek is er altijd.")
    assert reasons("draagvlakgebrek") == [
        "Hier staan de delen van ‘draagvlakgebrek’: ‘draagvlak’ en ‘gebrek’ (in ‘tijdgebrek’)."
    ]


def test_the_state_is_not_derived_from_over_nor_the_board_from_direct() -> None:
    assert [root(stem) for stem in ("overheid", "directie", "duurzaam")] == [
        "overheid", "directie", "duurzaam",
    ]  # fmt: skip
