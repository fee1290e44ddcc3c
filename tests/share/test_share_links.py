"""*Deel* and *Volg* beside the title of a page."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from innovkb.kinds import KINDS

SITE = "http://127.0.0.1:8000"
SHARED = ("quote", "tip", "barrier", "archetype", "theme", "write_up", "session", "speaker")


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return unescape(response.content.decode())


def hidden(html: str, name: str) -> str:
    (found,) = re.findall(rf'<span id="{name}" hidden>(.*?)</span>', html)
    return str(found)


@pytest.mark.parametrize("key", SHARED)
def test_every_page_can_be_shared_with_pictures_that_are_there(
    client: Client, make: Any, key: str
) -> None:
    thing = getattr(make, key)()
    if key == "session":
        make.write_up(session=thing)
    if key == "speaker":
        make.appearance(speaker=thing)
    html = page(client, thing.get_absolute_url())
    assert hidden(html, "deel-adres") == f"{SITE}{thing.get_absolute_url()}"
    pictures = re.findall(r'<a href="(/deel/.*?\.png)" download>', html)
    path = next(kind.path for kind in KINDS if kind.key == key)
    assert pictures == [
        f"/deel/{path}/{thing.slug}/breed.png", f"/deel/{path}/{thing.slug}/vierkant.png"
    ]  # fmt: skip
    assert client.get(pictures[0])["Content-Type"] == "image/png"


def test_the_words_of_a_quote_are_copied_whole_with_who_and_where(
    client: Client, make: Any
) -> None:
    words = "Begin <toch>. " * 60 + "Einde."
    quote = make.quote(words, speaker=make.speaker("Jo Jansen"), write_up=make.write_up("Verslag"))
    html = page(client, quote.get_absolute_url())
    address = f"{SITE}{quote.get_absolute_url()}"
    assert hidden(html, "deel-woorden") == f"“{words}” – Jo Jansen, in Verslag ({address})"


def test_the_words_of_a_tip_say_it_once(client: Client, make: Any) -> None:
    write_up = make.write_up("Verslag")
    tip = make.tip("Begin toch", text="Begin toch. **Zoek** medestanders.", write_up=write_up)
    assert hidden(page(client, tip.get_absolute_url()), "deel-woorden") == (
        f"Begin toch. Zoek medestanders. – Verslag ({SITE}{tip.get_absolute_url()})"
    )


def test_what_needs_a_script_is_hidden_without_one(client: Client, make: Any) -> None:
    html = page(client, make.tip().get_absolute_url())
    ways = html.split('<ul class="kb-deel__ways">')[1].split("</ul>")[0]
    shown = [way for way in ways.split("<li")[1:] if not way.startswith(" hidden")]
    assert len(shown) == 2
    assert all("download" in way and "<button" not in way for way in shown)
