"""The JSON-LD of the pages: well-formed whatever a text holds, in words that schema.org has."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from innovkb.kinds import KINDS

SITE = "http://127.0.0.1:8000"
NASTY = "</script><script>alert(1)</script><!-- & \u2028 ]]>"


def graph(client: Client, path: str) -> list[dict[str, Any]]:
    html = client.get(path).content.decode()
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = data["@graph"]
    return found


def test_the_way_to_a_page_is_told(client: Client, make: Any) -> None:
    tip = make.tip("Begin")
    crumbs, _ = graph(client, tip.get_absolute_url())
    assert [(one["name"], one["item"]) for one in crumbs["itemListElement"]] == [
        ("Home", f"{SITE}/"), ("Tips", f"{SITE}/tips/"), ("Begin", f"{SITE}/tips/begin/"),
    ]  # fmt: skip


def test_a_quote_names_who_said_it_and_where(client: Client, make: Any) -> None:
    quote = make.quote("Doe het gewoon.", speaker=make.speaker("Jo"), themes=[make.theme("Lef")],
                       write_up=make.write_up("Verslag"))  # fmt: skip
    thing = graph(client, quote.get_absolute_url())[1]
    assert thing["@type"] == "Quotation"
    assert thing["text"] == "Doe het gewoon."
    assert thing["spokenByCharacter"]["url"] == f"{SITE}/sprekers/jo/"
    assert thing["isPartOf"]["name"] == "Verslag"
    assert [one["name"] for one in thing["about"]] == ["Lef"]


@pytest.mark.parametrize(
    ("name", "type_"),
    [("tip", "HowToTip"), ("question", "Question"), ("write_up", "Article"), ("session", "Event"),
     ("speaker", "Person"), ("organisation", "Organization"), ("theme", "DefinedTerm"),
     ("series", "EventSeries"), ("claim", "Claim"), ("barrier", "CreativeWork"),
     ("principle_set", "ItemList")],
)  # fmt: skip
def test_every_kind_has_its_word(client: Client, make: Any, name: str, type_: str) -> None:
    series = make.series("Reeks", organiser=make.organisation("Wie"))
    made = {
        "series": lambda: make.session(series=series, date="2031-01-01").series,
        "session": lambda: make.session(series=series, date="2031-01-01", place="Utrecht"),
        "principle_set": lambda: make.principle().set,
        "speaker": lambda: make.appearance().speaker,
        "organisation": lambda: make.write_up(publisher=make.organisation()).publisher,
    }.get(name, lambda: getattr(make, name)())()
    path = made.get_absolute_url()
    thing = graph(client, path)[1]
    assert thing["@type"] == type_
    assert thing["@id"] == f"{SITE}{path}"
    assert None not in thing.values()


@pytest.mark.parametrize("one", KINDS, ids=lambda one: one.key)
def test_a_list_has_its_way_and_no_thing(client: Client, db: None, one: Any) -> None:
    (crumbs,) = graph(client, one.list_url)
    assert crumbs["@type"] == "BreadcrumbList"


def test_no_text_leaves_the_data(client: Client, make: Any) -> None:
    tip = make.tip(NASTY, text=NASTY)
    crumbs, thing = graph(client, tip.get_absolute_url())
    line = " ".join(NASTY.split())  # a name stands on one line
    assert (thing["name"], thing["text"]) == (line, NASTY)
    assert crumbs["itemListElement"][-1]["name"] == NASTY


def test_a_page_about_something_else_tells_of_no_thing(client: Client, make: Any) -> None:
    write_up = make.write_up()
    assert len(graph(client, f"/klopt-dit-niet/verslagen/{write_up.slug}/")) == 1
