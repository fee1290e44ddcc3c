"""The annotations of a write-up: each leads to words that stand in its page, once."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from innovkb.kinds import ITEM_KINDS
from innovkb.open_data.annotations import selector
from innovkb.passages.locate import Passage
from sessions.models import WriteUp

SITE = "http://127.0.0.1:8000"


def line(text: str) -> str:
    return " ".join(text.split())


def seen(client: Client, path: str) -> str:
    """The text of the page as a reader sees it first: the labels of passages are hidden."""
    page = BeautifulSoup(client.get(path).content.decode(), "html.parser").body
    assert page is not None
    for hidden in page.select(".kb-mark__link, script"):
        hidden.decompose()
    return line(page.get_text())


def collection(client: Client, path: str) -> Any:
    response = client.get(f"{path}annotaties")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/ld+json; profile=")
    assert response["Access-Control-Allow-Origin"] == "*"
    data = response.json()
    assert data["type"] == "AnnotationCollection"
    assert data["total"] == len(data["first"]["items"])
    return data


@pytest.mark.usefixtures("content")
def test_every_annotation_of_every_write_up_is_anchored_once(client: Client) -> None:
    anchored = 0
    for write_up in WriteUp.objects.published():
        path = write_up.get_absolute_url()
        text = seen(client, path)
        items = collection(client, path)["first"]["items"]
        placed = client.get(path).context["document"].placed
        assert len(items) == len(placed)
        for one in items:
            words = one["target"]["selector"]
            assert words["type"] == "TextQuoteSelector"
            assert text.count(line(words["prefix"] + words["exact"] + words["suffix"])) == 1, one
            assert one["target"]["source"] == f"{SITE}{path}"
            anchored += 1
    assert anchored > 250


@pytest.mark.parametrize("one", ITEM_KINDS, ids=lambda one: one.key)
def test_each_kind_is_annotated(client: Client, make: Any, one: Any) -> None:
    write_up = make.write_up(body="Voor. *Begin* nu & <b>nooit</b>.\n\n- Begin nu & later.")
    item = getattr(make, one.key)(write_up=write_up, excerpt="Begin nu & later.")
    (found,) = collection(client, write_up.get_absolute_url())["first"]["items"]
    tag, _, link = found["body"]
    assert tag["value"] == one.singular
    assert link["source"] == f"{SITE}{item.get_absolute_url()}"
    words = found["target"]["selector"]
    assert words["exact"] == "Begin nu & later."
    assert line(words["prefix"]).endswith("*Begin* nu & <b>nooit</b>.".replace("*", ""))
    assert urlsplit(found["id"]).path == f"{write_up.get_absolute_url()}annotaties"


def test_overlapping_passages_each_have_their_own_words(client: Client, make: Any) -> None:
    write_up = make.write_up(body="Eerst dit. Dan [dat](https://example.org) en tot slot.")
    make.tip("Lang", write_up=write_up, excerpt="dit. Dan [dat](https://example.org) en")
    make.quote("Dan", write_up=write_up, excerpt="Dan")
    items = collection(client, write_up.get_absolute_url())["first"]["items"]
    assert sorted(one["target"]["selector"]["exact"] for one in items) == ["Dan", "dit. Dan dat en"]


def test_the_same_words_are_set_apart_by_what_surrounds_them() -> None:
    text = "Het is zo. " + "Altijd en overal, zegt men, is het zo. " * 4
    place = text.rindex("is het zo")
    found = selector(text, Passage(place, place + 9))
    assert found["exact"] == "is het zo"
    assert text.count(found["prefix"] + found["exact"] + found["suffix"]) == 1
    assert text.index(found["prefix"] + found["exact"]) + len(found["prefix"]) == place


def test_what_is_not_placed_is_not_annotated(client: Client, make: Any) -> None:
    write_up = make.write_up(body="Iets anders.")
    make.tip(write_up=write_up, excerpt="Staat er niet.")
    assert collection(client, write_up.get_absolute_url())["total"] == 0


def test_a_draft_has_none(client: Client, make: Any) -> None:
    write_up = make.draft(body="Geheim.")
    make.tip(write_up=write_up, excerpt="Geheim.")
    assert client.get(f"{write_up.get_absolute_url()}annotaties").status_code == 404


def test_three_items_take_as_many_queries_as_one(
    client: Client, make: Any, django_assert_num_queries: Any
) -> None:
    write_up = make.write_up(body="Een. Twee. Drie.")
    path = f"{write_up.get_absolute_url()}annotaties"
    for words in ("Een.", "Twee.", "Drie."):
        make.tip(write_up=write_up, excerpt=words, speaker=make.speaker(), themes=[make.theme()])
        with django_assert_num_queries(1 + len(ITEM_KINDS)):
            client.get(path)


def test_its_page_leads_to_them(client: Client, make: Any) -> None:
    path = make.write_up().get_absolute_url()
    assert f'href="{path}annotaties"' in client.get(path).content.decode()
