"""What a search finds in the site's own content, and how it explains that."""

from typing import Any

import pytest
from django.test.utils import CaptureQueriesContext

from innovkb.search.ask.engine import Result, search

pytestmark = pytest.mark.django_db


def top(query: str, count: int = 1, **options: Any) -> list[str]:
    return [hit.url.split("#")[0] for hit in search(query, limit=count, **options).hits]


def kinds(result: Result) -> set[str]:
    return {hit.entry.kind for hit in result.hits}


@pytest.mark.parametrize(
    ("query", "url"),
    [
        ("portomonee", "/archetypen/de-verkeerde-portemonnee/"),
        ("de verkeerde portemonnee", "/archetypen/de-verkeerde-portemonnee/"),
        ("NFI", "/organisaties/nfi/"),
        ("nederlands forensisch instituut", "/organisaties/nfi/"),
        ("jeff gaspersz", "/sprekers/jeff-gaspersz/"),
        ("de bruijn", "/sprekers/dirk-jan-de-bruijn/"),
        ("Dirk-Jan Bruin", "/sprekers/dirk-jan-de-bruijn/"),
        ("urgentie", "/themas/urgentie/"),
        ("hoe krijg ik ruimte in een druk team", "/vragen/hoe-creeer-je-ruimte-in-drukke-teams/"),
    ],
)
def test_the_first_result_is_what_was_meant(content: None, query: str, url: str) -> None:
    assert top(query) == [url]


def test_a_name_and_a_word_find_the_quotes_of_that_speaker_about_it(content: None) -> None:
    first = search("gaspersz ruimte", limit=4).hits
    assert [hit.entry.kind for hit in first] == ["quote"] * 4
    assert {hit.entry.speaker for hit in first} == {"Jeff Gaspersz"}
    assert all("ruimte" in hit.entry.body for hit in first[:3])


def test_asking_for_the_quotes_of_someone_gives_quotes_of_that_person_first(content: None) -> None:
    result = search("citaten van paul iske", limit=5)
    assert [(hit.entry.kind, hit.entry.speaker) for hit in result.hits] == [
        ("quote", "Paul Iske")
    ] * 5


def test_a_typing_error_is_corrected_with_a_way_back(content: None) -> None:
    result = search("portomonee")
    assert result.query.corrected == "portemonnee"
    assert search("portomonee", literal=True).total == 0


def test_a_known_dutch_word_that_the_site_lacks_is_not_corrected(content: None) -> None:
    result = search("olifantje paraplubak")
    assert result.query.corrected == ""


def test_nothing_is_found_for_words_that_the_site_does_not_know(content: None) -> None:
    result = search("xqzvwk blorptang")
    assert (result.total, result.hits) == (0, [])
    assert result.query.unknown == ["xqzvwk", "blorptang"]


def test_half_a_compound_is_marked_and_explained(make: Any) -> None:
    make.barrier(title="Een cultuur van risicomijding")
    hit = search("risico").hits[0]
    assert hit.title == "Een cultuur van <mark>risico</mark>mijding"
    assert hit.why == ("Hier staat ‘risico’ in een langer woord: ‘risicomijding’.",)


def test_a_synonym_is_explained(make: Any) -> None:
    from innovkb.search.models import SynonymGroup

    make.tip(title="Praat met je leidinggevende")
    assert search("chef").total == 0
    group = SynonymGroup.objects.create(word="chef", synonyms=["leidinggevende"])
    hit = search("chef").hits[0]
    assert hit.why == ()
    assert hit.reasons.also == ("leidinggevende",)
    group.delete()
    assert search("chef").total == 0


def test_a_literal_hit_needs_no_reason(make: Any) -> None:
    make.tip(title="Begin toch", text="Begin klein.")
    assert search("begin").hits[0].why == ()


def test_a_phrase_finds_only_those_words_in_a_row(content: None) -> None:
    assert top('"ruimte waarin anderen"', 10) == [
        "/citaten/gaspersz-leiderschap-is-ruimte-creeren/",
        "/verslagen/ric-innovatieleiderschap/",
    ]
    assert search('"anderen waarin ruimte"').total == 0


def test_a_write_up_is_found_by_a_passage_and_leads_to_it(content: None) -> None:
    result = search('"ruimte waarin anderen"', filters={"kind": ["write_up"]})
    start = "/verslagen/ric-innovatieleiderschap/#kop-jeff-gaspersz:~:text="
    assert result.hits[0].url.startswith(start)


def test_what_is_shown_is_escaped(make: Any) -> None:
    make.tip(title="Gebruik <script>alert(1)</script> nooit", text="<b>vet</b> & zo")
    hit = search("script").hits[0]
    assert "<script>" not in hit.title
    assert hit.snippet == "&lt;b&gt;vet&lt;/b&gt; &amp; zo"


def test_each_facet_is_counted_without_its_own_filter(content: None) -> None:
    everything = search("ruimte")
    tips = search("ruimte", filters={"kind": ["tip"]})
    assert kinds(tips) == {"tip"}
    counts = {value.value: value.count for value in everything.facets["kind"]}
    assert {value.value: value.count for value in tips.facets["kind"]} == counts
    assert tips.total == counts["tip"]
    assert sum(value.count for value in tips.facets["year"]) <= tips.total


def test_filters_of_two_facets_both_apply_and_values_of_one_are_alternatives(
    content: None,
) -> None:
    both = search("ruimte", filters={"kind": ["quote"], "speaker": ["jeff-gaspersz"]})
    assert {(hit.entry.kind, hit.entry.speaker) for hit in both.hits} == {
        ("quote", "Jeff Gaspersz")
    }
    either = search("ruimte", filters={"kind": ["quote", "tip"]}, limit=100)
    assert kinds(either) == {"quote", "tip"}


def test_the_number_of_queries_is_the_same_for_few_and_many_hits(
    content: None, django_assert_max_num_queries: Any
) -> None:
    from django.db import connection

    for query in ("innovatie", "zandbak"):
        search(query)
        with CaptureQueriesContext(connection) as captured:
            search(query)
        assert len(captured) <= 4


def test_hits_come_in_the_same_order_each_time(content: None) -> None:
    first = [hit.url for hit in search("innovatie", limit=200).hits]
    assert [hit.url for hit in search("innovatie", limit=200).hits] == first
    assert len(set(first)) == len(first)
    pages = [hit.url for offset in (0, 50, 100, 150)
             for hit in search("innovatie", offset=offset, limit=50).hits]  # fmt: skip
    assert pages == first


def test_of_a_synonym_of_several_words_no_word_is_marked_by_itself(make: Any) -> None:
    from innovkb.search.models import SynonymGroup

    SynonymGroup.objects.create(word="draagvlak", synonyms=["collega’s overtuigen"])
    make.tip(title="Overtuig", text="Vraag het een collega. Overtuigen kan ook.")
    make.tip(title="Steun", text="Wie zijn collega’s wil overtuigen, praat met een collega.")
    marked = {hit.title: hit.snippet for hit in search("draagvlak").hits}
    assert marked["Steun"] == (
        "Wie zijn <mark>collega’s wil overtuigen</mark>, praat met een collega."
    )
    assert "<mark>" not in marked["Overtuig"]


LONG = "Deze zin gaat over iets anders en is er alleen om de tekst langer te maken dan past. "


def test_a_snippet_is_whole_sentences_with_the_words(make: Any) -> None:
    make.tip(title="Tuin", text=f"{LONG * 3}Zaai goudsbloemen in mei. Geef water.")
    assert search("goudsbloemen").hits[0].snippet == (
        f"… {LONG}{LONG}Zaai <mark>goudsbloemen</mark> in mei. Geef water."
    )


def test_a_snippet_keeps_to_one_line_of_the_text(make: Any) -> None:
    make.example(title="Tuin", text="Eerste regel over goudsbloemen.", effect="Het gevolg.")
    assert search("goudsbloemen").hits[0].snippet == "Eerste regel over <mark>goudsbloemen</mark>."


def test_a_snippet_never_shows_what_is_only_there_to_be_found(make: Any) -> None:
    speaker = make.speaker("Roos Vermeer")
    organisation = make.organisation("Bureau Buitenwereld")
    make.example(
        title="Goudsbloemen", text="Zij zaaiden.", place="Brugge", actor="de hoveniers",
        speaker=speaker, organisations=[organisation],
    )  # fmt: skip
    make.tip(title="Goudsbloemen zaaien", text="Doe het in mei.", audience="voor tuinders")
    make.quote(text="Goudsbloemen zijn geel.", title="Goudsbloemen zijn geel", speaker=speaker)
    make.principle(title="Goudsbloemen eerst", text="Zaai ze vroeg.")
    make.barrier(title="Goudsbloemen ontbreken", text="Er was geen zaad.")
    make.tool(title="Goudsbloemenhark", text="Een hark voor goudsbloemen.", creators="Jan Hark")
    snippets = {str(hit.snippet).replace("<mark>", "").replace("</mark>", "")
                for hit in search("goudsbloemen").hits if hit.kind.is_item}  # fmt: skip
    assert snippets == {
        "Zij zaaiden.", "Doe het in mei.", "", "Zaai ze vroeg.", "Er was geen zaad.",
        "Een hark voor goudsbloemen.",
    }  # fmt: skip


def test_a_quote_that_its_heading_shows_whole_is_not_shown_twice(make: Any) -> None:
    make.quote(
        text="Goudsbloemen zijn geel.", title="Goudsbloemen zijn geel", original="een bericht, 2012"
    )
    assert search("goudsbloemen").hits[0].snippet == ""


def test_whom_a_tip_is_for_is_no_subject_of_it(make: Any) -> None:
    make.tip(title="Zaai in mei", audience="voor hoveniers")
    assert search("hoveniers").total == 0
