"""What belongs with an item: ranking, reasons, and what must not be shown."""

from typing import Any

import numpy as np
import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from innovkb.corrections.actions import receive, settle
from innovkb.kinds import kind
from innovkb.lib.publishing import Status
from innovkb.related.lookup import MOST_RELATED, beside
from innovkb.related.signals import Signal, Tie, rank, telling_words, words_of


def ids(*numbers: int) -> Any:
    return np.array(numbers, np.uint32)


def everything(size: int) -> Any:
    return np.ones(size, np.bool_)


def test_a_rare_theme_ties_closer_than_a_common_one() -> None:
    signals = [
        Signal(Tie.THEME, "Ruimte", ids(1, 2, 3, 4, 5)),
        Signal(Tie.THEME, "Vertrouwen", ids(6, 7)),
    ]
    assert [match.number for match in rank(signals, allowed=everything(10), most=3)] == [6, 7, 1]


def test_more_in_common_comes_first_and_ties_keep_the_order_of_the_index() -> None:
    signals = [
        Signal(Tie.THEME, "Ruimte", ids(1, 2, 3)),
        Signal(Tie.WORD, "urgentie", ids(3, 8)),
        Signal(Tie.SPEAKER, "Paul Iske", ids(2, 9)),
    ]
    found = rank(signals, allowed=everything(10), most=9)
    assert [match.number for match in found] == [2, 3, 1]
    assert [match.why for match in found] == [
        "zelfde thema: Ruimte; zelfde spreker: Paul Iske",
        "zelfde thema: Ruimte; zelfde woorden: urgentie",
        "zelfde thema: Ruimte",
    ]


def test_two_words_or_the_speaker_alone_are_no_reason() -> None:
    signals = [
        Signal(Tie.WORD, "crisis", ids(1, 2)),
        Signal(Tie.WORD, "urgentie", ids(1, 2)),
        Signal(Tie.WORD, "haast", ids(2)),
        Signal(Tie.SPEAKER, "Paul Iske", ids(3)),
    ]
    (match,) = rank(signals, allowed=everything(5), most=9)
    assert (match.number, match.why) == (2, "zelfde woorden: haast, crisis")


def test_what_is_not_allowed_is_never_ranked() -> None:
    allowed = everything(4)
    allowed[2] = False
    found = rank([Signal(Tie.THEME, "Ruimte", ids(1, 2))], allowed=allowed, most=9)
    assert [match.number for match in found] == [1]
    assert rank([], allowed=everything(4), most=9) == []


def test_words_are_told_by_their_rarity() -> None:
    words = words_of("De urgentie van ruimte, en de Urgentie weer: 2025 ja")
    assert list(words.values()) == ["urgentie", "ruimte"]
    documents = {stem: ids(1, 2) for stem in words}
    documents[next(iter(words))] = ids(1)
    labels = [signal.label for signal in telling_words(words, documents, everything(40))]
    assert labels == ["ruimte"]


@pytest.fixture
def theme(make: Any) -> Any:
    return make.theme("Ruimte")


@pytest.fixture
def tip(make: Any, theme: Any) -> Any:
    for _ in range(5):
        make.tip(themes=[make.theme()])
    return make.tip("Geef mensen tijd", themes=[theme])


def related(thing: Any) -> list[tuple[str, str]]:
    call_command("rebuild_search", verbosity=0)
    fresh = kind(_key(thing)).full().get(pk=thing.pk)
    return [(one.title, one.why) for one in beside(fresh).related]


def _key(thing: Any) -> str:
    from innovkb.kinds import kind_of

    return kind_of(thing).key


def test_items_with_the_same_theme_belong_together(make: Any, tip: Any, theme: Any) -> None:
    make.archetype("De canyon", themes=[theme])
    assert related(tip) == [("De canyon", "zelfde thema: Ruimte")]


def test_what_is_linked_already_is_not_repeated(make: Any, tip: Any, theme: Any) -> None:
    quote = make.quote("Geef ons tijd.", themes=[theme])
    tip.quotes.add(quote)
    barrier = make.barrier("Geen tijd", themes=[theme])
    make.remedy(barrier=barrier, tip=tip)
    assert related(tip) == []
    assert [title for title, _ in related(barrier)] == ["Geef ons tijd."]


def test_an_item_of_a_draft_belongs_to_nothing(make: Any, tip: Any, theme: Any) -> None:
    make.tip("Geheime tip", themes=[theme], write_up=make.draft())
    soon = make.tip("Open tip", themes=[theme])
    assert [title for title, _ in related(tip)] == ["Open tip"]
    soon.write_up.status = Status.DRAFT
    soon.write_up.save()
    assert related(tip) == []


def test_at_most_five_of_several_kinds_and_two_of_its_own_source(
    make: Any, tip: Any, theme: Any
) -> None:
    for number in range(4):
        make.tip(f"Zelfde bron {number}", themes=[theme], write_up=tip.write_up)
        make.barrier(f"Barrière {number}", themes=[theme])
        make.archetype(f"Patroon {number}", themes=[theme])
    titles = [title for title, _ in related(tip)]
    assert len(titles) == MOST_RELATED
    for name, most in (("Zelfde bron", 2), ("Barrière", 3), ("Patroon", 3)):
        assert len([title for title in titles if title.startswith(name)]) <= most


def test_the_page_says_why_and_asks_whether_it_is_right(
    client: Client, make: Any, tip: Any, theme: Any
) -> None:
    make.archetype("De <canyon>", themes=[theme])
    call_command("rebuild_search", verbosity=0)
    page = client.get(tip.get_absolute_url()).content.decode()
    assert "De &lt;canyon&gt;</a>" in page
    assert "Zelfde thema: Ruimte" in page
    assert f'href="/klopt-dit-niet/tips/{tip.slug}/"' in page


def test_without_an_index_the_page_is_there_without_related_items(client: Client, tip: Any) -> None:
    page = client.get(tip.get_absolute_url()).content.decode()
    assert "Hoort hierbij" not in page


@pytest.mark.parametrize("key", ["tip", "quote", "barrier", "archetype", "example", "question"])
def test_it_takes_one_query_however_many_there_are(make: Any, theme: Any, key: str) -> None:
    thing = getattr(make, key)(themes=[theme])
    for _ in range(9):
        make.tip(themes=[theme])
    call_command("rebuild_search", verbosity=0)
    fresh = kind(key).full().get(pk=thing.pk)
    beside(fresh)
    with CaptureQueriesContext(connection) as captured:
        assert len(beside(fresh).related) == 3
    assert len(captured) == 1


def corrected(thing: Any, answer: str, **fields: Any) -> None:
    row = receive(thing=thing, wrong="Geheime melding", suggestion="", email="a@example.org")
    row.state, row.answer, row.is_public = "done", answer, True
    for name, value in fields.items():
        setattr(row, name, value)
    settle(correction=row)
    row.save()


@pytest.mark.parametrize(
    "key", ["tip", "quote", "barrier", "archetype", "principle", "example", "tool", "question",
            "write_up"],
)  # fmt: skip
def test_a_public_correction_is_told_on_the_page(client: Client, make: Any, key: str) -> None:
    thing = getattr(make, key)()
    corrected(thing, "De functie <klopte> niet.")
    page = client.get(thing.get_absolute_url()).content.decode()
    assert "Verbeterd op" in page
    assert "De functie &lt;klopte&gt; niet." in page
    assert "Geheime melding" not in page
    assert "/klopt-dit-niet/" in page


def test_a_correction_that_is_not_public_is_told_nowhere(client: Client, make: Any) -> None:
    thing, other = make.tip(), make.tip()
    corrected(thing, "Nog niet vertellen.", is_public=False)
    corrected(other, "Van een ander.")
    page = client.get(thing.get_absolute_url()).content.decode()
    assert "Nog niet vertellen." not in page
    assert "Van een ander." not in page
    assert "Verbeterd op" not in page
