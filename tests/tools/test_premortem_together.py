"""The pre-mortem of several people: their addresses beside each other."""

from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from practices.models import ArchetypeQuestion

SITE = "https://kennis.example.org/premortem/"


def told(client: Client, *addresses: str) -> str:
    response = client.post("/premortem/samen/", {"adressen": "\n".join(addresses)})
    assert response.status_code == 200
    main = unescape(response.content.decode()).split("<main", 1)[1]
    return " ".join(main.split())


@pytest.fixture
def canyon(make: Any) -> Any:
    archetype = make.archetype("De canyon")
    for position in range(1, 5):
        ArchetypeQuestion.objects.create(
            archetype=archetype, phase="before", position=position, text=f"Vraag {position}?"
        )
    return archetype


def test_where_people_differ_stands_on_top(client: Client, canyon: Any) -> None:
    html = told(
        client,
        f"{SITE}#fase=vooraf&naam=Proef&vooraf=de-canyon.1j2j3n4j",
        f"{SITE}#fase=vooraf&vooraf=de-canyon.1j2n3n4d",
        f"{SITE}#fase=vooraf&vooraf=de-canyon.1j2j3n",
        "/premortem/?fase=vooraf&a=de-canyon.1d2d3x",
    )
    assert "Pre-mortem samen: Proef" in html
    assert "4 mensen, vooraf" in html
    assert "<p>Vraag 2?</p> <p><strong>2 van de 4 zeggen ja, 1 deels, 1 nee</strong>" in html
    assert "<p>Vraag 1?</p> <p><strong>3 van de 4 zeggen ja, 1 deels</strong>" in html
    assert "<p>Vraag 4?</p> <p><strong>1 van de 2 zegt ja, 1 deels</strong>" in html
    places = [html.index(words) for words in (
        "Hier denken jullie verschillend", "Vraag 2?", "Dit zien jullie samen", "Vraag 1?",
        "Vraag 4?", "Over 1 andere vraag maakt niemand zich zorgen.",
    )]  # fmt: skip
    assert places == sorted(places)
    assert "Vraag 3?" not in html


@pytest.mark.parametrize(
    "lines",
    [(), ("x",), (f"{SITE}#fase=vooraf&vooraf=de-canyon.1j",), ("#" * 9000, "\x00", "?#&=")],
)
def test_fewer_than_two_answers_are_told_so(
    client: Client, canyon: Any, lines: tuple[str, ...]
) -> None:
    assert "We vonden geen twee adressen met antwoorden." in told(client, *lines)


def test_what_is_no_address_is_counted_and_other_phases_stay_apart(
    client: Client, canyon: Any
) -> None:
    one = f"{SITE}#fase=vooraf&vooraf=de-canyon.1j"
    assert "In 1 regel vonden we geen antwoorden." in told(client, one, one, "onzin")
    html = told(client, one, one, f"{SITE}#fase=onderweg&onderweg=de-canyon.1n")
    assert "2 mensen, vooraf" in html
    assert "2 van de 2 zeggen ja" in html


def test_nothing_of_a_draft_shows(client: Client, make: Any, canyon: Any) -> None:
    hidden = make.archetype("Geheim patroon", write_up=make.draft())
    ArchetypeQuestion.objects.create(
        archetype=hidden, phase="before", position=1, text="Geheime vraag?"
    )
    one = f"{SITE}#fase=vooraf&vooraf=geheim-patroon.1j&vooraf=de-canyon.1j"
    html = told(client, one, one)
    assert "Geheime vraag" not in html
    assert "Vraag 1?" in html


def test_the_page_takes_few_queries_and_asks_nothing_before(client: Client, canyon: Any) -> None:
    assert "We vonden geen" not in client.get("/premortem/samen/").content.decode()
    one = f"{SITE}#fase=vooraf&vooraf=de-canyon.1j2n3d"
    with CaptureQueriesContext(connection) as captured:
        told(client, *[one] * 30)
    assert len(captured) == 2
