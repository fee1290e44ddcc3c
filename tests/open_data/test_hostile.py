"""Whatever a text holds, it comes out well-formed in every format."""

import json
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from innovkb.kinds import KINDS
from innovkb.lib.text import printable
from practices.models import Theme, Tip
from sessions.models import Organisation

NASTY = (
    "Kop\x0b\x00\x1f]]><b>&amp;\"'\r\n=1+1;@SUM(A1)\ufffe\u202egespiegeld\u2028"
    "END:VEVENT\nBEGIN:VEVENT é 😀"
)


@given(st.text())
@settings(max_examples=200)
def test_what_is_printable_stands_in_xml_and_nothing_else_is_lost(text: str) -> None:
    clean = printable(text)
    element = ElementTree.Element("a", {"b": clean})
    assert ElementTree.fromstring(ElementTree.tostring(element)).get("b") == clean  # noqa: S314
    assert [c for c in text if c not in clean and c >= " " and not 0x7F <= ord(c) <= 0x9F
            and not 0xD800 <= ord(c) <= 0xDFFF and c not in "\ufffe\uffff"] == []  # fmt: skip


def test_characters_that_no_format_holds_are_not_kept(make: Any) -> None:
    tip = make.tip("Een\x0bkop", text="a\x00b\x1fc\td\ne")
    assert make.write_up(body="Een.\r\n\r\nTwee.\rDrie.").body == "Een.\n\nTwee.\nDrie."
    body = make.organisation("Lab\x0b", aliases=["L\x02ab"])
    stored = Tip.objects.get(pk=tip.pk)
    assert (stored.title, stored.text) == ("Eenkop", "abc\td\ne")
    assert Organisation.objects.get(pk=body.pk).aliases == ["Lab"]


def everywhere(make: Any) -> None:
    """One of everything, with hostile words that reached the database by a back door."""
    theme, person, body = make.theme("T"), make.speaker("S"), make.organisation("O")
    meeting = make.session("Sessie", state="announced", date="2031-01-01", place="p")
    write_up = make.write_up("Verslag", publisher=body)
    make.appearance(write_up=write_up, speaker=person, organisation=body)
    shared: Any = {"write_up": write_up, "speaker": person, "themes": [theme]}
    rows = [theme, person, body, meeting, write_up, make.quote("C", **shared)]
    items = ("tip", "barrier", "archetype", "principle", "example", "tool", "question")
    rows += [getattr(make, name)(**shared) for name in items]
    claim = make.claim("Stelling", voices=0, themes=[theme])
    make.voice(claim=claim, quote=rows[5])
    make.voice(claim=claim, tip=rows[6])
    rows.append(claim)
    for row in rows:
        nasty = NASTY.replace("\x00", "")  # PostgreSQL keeps none
        names = {"title", "name", "text", "bio", "description", "summary", "body", "place"}
        own = {field.name for field in row._meta.concrete_fields} & names
        type(row)._base_manager.filter(pk=row.pk).update(**dict.fromkeys(own, nasty))


@pytest.mark.parametrize(
    "path", ["", *(f"{one.path}/" for one in KINDS), "themas/t/", "sprekers/s/"]
)
def test_no_text_breaks_a_feed(client: Client, make: Any, path: str) -> None:
    everywhere(make)
    root = ElementTree.fromstring(client.get(f"/{path}feed.xml").content)  # noqa: S314
    assert len(root.findall("{*}entry")) > 0


@pytest.mark.parametrize("one", KINDS, ids=lambda one: one.key)
def test_no_text_breaks_a_file_or_an_answer(client: Client, make: Any, one: Any) -> None:
    everywhere(make)
    rows = json.loads(client.get(f"/export/{one.path}.json").content)
    name = "name" if "name" in rows[0] else "title"
    assert rows[0][name] == NASTY.replace("\x00", "")
    assert client.get(f"/export/{one.path}.csv").status_code == 200
    for page in (one.list_url, one.published()[0].get_absolute_url()):
        assert client.get(page).status_code == 200
    assert Theme.objects.count() == 1
