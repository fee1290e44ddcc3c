"""Words that are not Dutch say so, on every page that leads to them."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.roles import ITEMS

TITLE = "Thoroughly English wording"


@pytest.fixture
def english(make: Any) -> list[str]:
    """An item of each kind with an English title, all tied together; where their links stand."""
    write_up, theme = make.write_up(body="Een tekst."), make.theme("Ruimte")
    speaker = make.speaker("Anna Bos")
    make.appearance(write_up=write_up, speaker=speaker)
    rows = {}
    for name in ITEMS:
        rows[name] = getattr(make, name)(
            title=f"{TITLE} of a {name}", title_language="en", write_up=write_up, themes=[theme],
            speaker=speaker, text="Een uitleg van wat helpt.",
        ) if name != "question" else make.question(
            "Wat helpt?", write_up=write_up, themes=[theme], speaker=speaker
        )  # fmt: skip
    for target in ("tip", "principle", "tool", "example"):
        make.remedy(barrier=rows["barrier"], **{target: rows[target]})
    rows["barrier"].archetypes.add(rows["archetype"])
    rows["barrier"].related.add(make.barrier("Nog een", related=[rows["barrier"]]))
    return ["/", *(one.get_absolute_url() for one in (*rows.values(), write_up, theme, speaker))]


def links_within(client: Client, starts: list[str]) -> dict[str, BeautifulSoup]:
    """The pages at these addresses and all that they lead to on the site."""
    pages: dict[str, BeautifulSoup] = {}
    waiting = [*starts, f"/wijzer/?b={TITLE.lower().replace(' ', '-')}-of-a-barrier",
               f"/zoeken/?q={TITLE.replace(' ', '+')}"]  # fmt: skip
    while waiting:
        path = waiting.pop()
        if path in pages or path.startswith(("/feeds", "/api", "/export", "/admin", "/redactie")):
            continue
        response = client.get(path)
        is_page = response.status_code == 200 and "html" in response["Content-Type"]
        pages[path] = BeautifulSoup(response.content if is_page else b"", "html.parser")
        for link in pages[path].find_all("a", href=True):
            parts = urlsplit(str(link["href"]))
            if not parts.netloc and not parts.query and parts.path.startswith("/"):
                waiting.append(parts.path)
    return pages


@pytest.mark.indexed
def test_every_link_to_an_english_title_is_marked_as_english(
    client: Client, english: list[str]
) -> None:
    unmarked: set[tuple[str, str]] = set()
    marked: set[tuple[str, str]] = set()
    for path, page in links_within(client, english).items():
        for link in page.select("a, .kb-breadcrumb [aria-current]"):
            if not link.get_text(strip=True).startswith(TITLE):
                continue
            around = [link, *link.parents, *link.select("[lang]")]
            is_english = any(one.get("lang") == "en" for one in around if one.name != "html")
            (marked if is_english else unmarked).add((path, str(link)[:90]))
    assert unmarked == set()
    assert len({path for path, _ in marked}) >= 10
    told = client.get("/zoeken/suggesties/", {"q": TITLE}).json()["suggestions"]
    assert {one["language"] for one in told} == {"en"}
