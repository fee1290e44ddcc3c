"""The thesaurus says how words relate, and a search weighs and words that."""

from urllib.parse import urlencode

import pytest
from django.test import Client

from innovkb.search.analysis import Match
from innovkb.search.ask.engine import Result, search
from innovkb.search.ask.thesaurus import Entry, Thesaurus
from innovkb.search.models import SynonymGroup
from tests.factories import tip

pytestmark = pytest.mark.django_db


@pytest.fixture
def bosses() -> None:
    SynonymGroup.objects.create(
        word="chef", synonyms=["baas"], narrower=["directeur"], related=["angst"]
    )
    for title in ("Praat met de baas", "Praat met de directeur", "Praat over angst"):
        tip(title=title)


def found(query: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    result: Result = search(query)
    return [(hit.entry.heading, hit.reasons.also, hit.why) for hit in result.hits]


def test_only_what_means_the_same_is_said_to_be_searched_for_and_stands_first(
    bosses: None,
) -> None:
    assert sorted(found("chef")[:2]) == [
        ("Praat met de baas", ("baas",), ()),
        ("Praat met de directeur", ("directeur",), ()),
    ]
    assert found("chef")[2:] == [("Praat over angst", (), ("‘Angst’ hoort bij ‘chef’.",))]


def test_what_is_a_kind_of_a_word_finds_that_word_as_belonging_to_it(bosses: None) -> None:
    headings = {heading: (also, why) for heading, also, why in found("directeur")}
    assert headings["Praat met de directeur"] == ((), ())
    assert headings["Praat met de baas"] == ((), ("‘Baas’ hoort bij ‘directeur’.",))


def test_the_note_stands_once_above_the_results(client: Client, bosses: None) -> None:
    text = client.get("/zoeken/?" + urlencode({"q": "chef"})).text
    assert text.count("We zochten ook op ") == 1
    assert "We zochten ook op baas en directeur." in text
    assert "betekent" not in text


def test_two_entries_that_differ_give_the_closest_relation() -> None:
    thesaurus = Thesaurus(
        [Entry("lef", related=("durf",)), Entry("durf", same=("lef",)), Entry("moed")]
    )
    assert {other.match for other in thesaurus._others[("lef",)].values()} == {Match.SYNONYM}


def test_no_two_words_of_the_thesaurus_both_mean_the_same_and_only_belong_together(
    content: None,
) -> None:
    for group in SynonymGroup.objects.all():
        lists = [group.synonyms, group.narrower, group.related]
        every = [text.casefold() for texts in lists for text in texts]
        assert len(every) == len(set(every)), group.word
        assert group.word.casefold() not in every
