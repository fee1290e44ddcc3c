"""What the head of every public page says of it: to a tab, a search engine and a chat."""

import re
from collections import Counter
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client

from tests.crawling import reads, sitemap_paths


class Head(HTMLParser):
    """The title, the meta data and the links of a page, and the text of its h1."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.title = self.h1 = ""
        self.meta: Counter[tuple[str, str]] = Counter()
        self.links: list[dict[str, str]] = []
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag in {"title", "h1"} and not getattr(self, tag):  # a drawing has a title as well
            self._open = tag
        elif tag == "meta" and "content" in found:
            self.meta[found.get("name") or found.get("property", ""), found["content"]] += 1
        elif tag == "link":
            self.links.append(found)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            setattr(self, self._open, getattr(self, self._open) + data)

    def values(self, name: str) -> list[str]:
        return [content for (key, content), times in self.meta.items() if key == name]

    def linked(self, rel: str) -> list[str]:
        return [link["href"] for link in self.links if link.get("rel") == rel]


def head(client: Client, path: str) -> Head:
    response = client.get(path)
    assert response.status_code == 200, path
    return Head(response.content.decode())


def several(values: dict[str, str]) -> dict[str, list[str]]:
    """The values that more than one page has, with those pages."""
    counted = Counter(values.values())
    return {
        value: [path for path, own in values.items() if own == value]
        for value, times in counted.items()
        if times > 1
    }


def test_each_page_has_a_title_heading_description_and_address_of_its_own(
    client: Client, content_pages: dict[str, str]
) -> None:
    heads = {path: Head(content_pages[path]) for path in sitemap_paths(reads(client))}
    assert len(heads) > 300
    assert several({path: one.title for path, one in heads.items()}) == {}
    assert several({path: one.values("description")[0] for path, one in heads.items()}) == {}
    for path, one in heads.items():
        assert one.linked("canonical") == [f"{settings.SITE_URL}{path}"], path
        assert one.values("og:url") == one.linked("canonical"), path
        assert one.values("og:title") == [one.title], path
        assert one.values("og:description") == one.values("description"), path
        assert 1 <= len(one.title) <= 350, path
        assert one.h1.strip(), path
        assert 20 <= len(one.values("description")[0]) <= 201, path
        assert not re.search(r"[<>]|&\w+;|  ", one.title), path


def test_the_title_of_the_home_page_reads_as_a_sentence(client: Client, db: None) -> None:
    assert head(client, "/").title == "Innovatiekennis – wat vernieuwers bij de overheid leerden"


def test_a_filtered_list_says_in_title_heading_and_address_what_it_holds(
    client: Client, make: Any
) -> None:
    make.tip(themes=[make.theme("Ruimte & rust")])
    one = head(client, "/tips/?onzin=1&soort=tip&thema=ruimte-rust")
    words = "Tips – thema: Ruimte & rust, soort: Tip"
    assert one.title == f"{words} – Innovatiekennis"
    assert one.h1 == words
    assert one.values("description")[0].startswith("1 tip van wie")
    assert one.linked("canonical") == [f"{settings.SITE_URL}/tips/?thema=ruimte-rust&soort=tip"]


def test_each_page_of_a_list_is_a_page_of_its_own(client: Client, make: Any) -> None:
    write_up = make.write_up()
    for _ in range(21):
        make.quote(write_up=write_up)
    first, second = head(client, "/citaten/"), head(client, "/citaten/?pagina=2")
    assert second.linked("canonical") == [f"{settings.SITE_URL}/citaten/?pagina=2"]
    assert first.title != second.title
    assert first.values("description") != second.values("description")
    assert head(client, "/citaten/?pagina=7").linked("canonical") == first.linked("canonical")


@pytest.mark.indexed
def test_results_have_an_address_without_what_means_nothing(client: Client, make: Any) -> None:
    make.tip("Zandsuppletie werkt")
    one = head(client, "/zoeken/?utm_source=x&q=zandsuppletie&soort=tip")
    assert one.linked("canonical") == [f"{settings.SITE_URL}/zoeken/?q=zandsuppletie&soort=tip"]
    assert one.title.startswith("zandsuppletie – ")
    assert head(client, "/zoeken/?x=1").linked("canonical") == [f"{settings.SITE_URL}/zoeken/"]


def test_a_page_that_is_not_there_has_no_address(client: Client, db: None) -> None:
    assert Head(client.get("/tips/weg/").content.decode()).linked("canonical") == []


def test_what_a_title_holds_can_not_leave_it(client: Client, make: Any) -> None:
    tip = make.tip('</title><script>alert(1)</script>" & <b>')
    one = head(client, tip.get_absolute_url())
    assert one.title.startswith('</title><script>alert(1)</script>" & <b> – Tip')
    assert one.values("og:title") == [one.title]


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/favicon.ico", "image/x-icon"),
        ("/apple-touch-icon.png", "image/png"),
        ("/icon-512.png", "image/png"),
        ("/site.webmanifest", "application/manifest+json"),
    ],
)
def test_what_browsers_ask_for_at_the_root_is_there(
    client: Client, db: None, path: str, media_type: str
) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"].partition(";")[0] == media_type
    response.close()


def test_the_icons_of_the_manifest_are_there(client: Client, db: None) -> None:
    icons = client.get("/site.webmanifest").json()["icons"]
    assert [icon["sizes"] for icon in icons] == ["192x192", "512x512"]
    for icon in icons:
        response = client.get(icon["src"])
        assert response.status_code == 200
        response.close()


def test_a_chat_shows_the_picture_of_the_page_and_else_the_logo(make: Any, client: Client) -> None:
    series = make.series("Leren")
    meeting = make.session(series=series, state="held", date="2025-05-12")
    things = [make.tip(), make.quote(), make.theme(), make.write_up(session=meeting), meeting]
    for thing in things:
        shown = head(client, thing.get_absolute_url())
        [address] = shown.values("og:image")
        assert shown.values("twitter:card") == ["summary_large_image"]
        picture = client.get(urlsplit(address).path)
        assert (picture.status_code, picture["Content-Type"]) == (200, "image/png")
    for path in ("/", "/tips/", series.get_absolute_url()):
        shown = head(client, path)
        assert urlsplit(shown.values("og:image")[0]).path == "/icon-512.png"
        assert shown.values("twitter:card") == ["summary"]
