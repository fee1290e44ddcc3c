"""The Atom feeds, read as a feed reader does."""

from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from innovkb.kinds import KINDS
from practices.models import Tip
from sessions.models import WriteUp
from sessions.publishing import publish

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "http://127.0.0.1:8000"


def read(client: Client, path: str, **query: str) -> Any:
    response = client.get(path, query, headers={"host": "localhost"})
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(response.content)
    assert feed.bozo is False
    assert feed.version == "atom10"
    return feed


def titles(client: Client, path: str, **query: str) -> list[str]:
    return [entry.title for entry in read(client, path, **query).entries]


def test_a_tip_added_today_to_an_old_text_stands_on_top(client: Client, make: Any) -> None:
    old = make.write_up("Oud verslag", date="2012-01-01")
    WriteUp.objects.update(public_since=datetime(2025, 1, 1, tzinfo=UTC), added_at="2025-01-01T00Z")
    make.write_up("Nieuwer verslag", date="2026-01-01")
    make.tip("Vandaag", write_up=old)
    assert titles(client, "/feed.xml") == [
        "Tip: Vandaag", "Verslag: Nieuwer verslag", "Verslag: Oud verslag",
    ]  # fmt: skip


def test_what_was_written_long_ago_is_new_when_it_is_published(client: Client, make: Any) -> None:
    first, late = make.write_up(), make.draft()
    make.tip("Lag klaar", write_up=late, speaker=make.speaker("Ook nieuw"))
    make.appearance(write_up=late, speaker=make.speaker("Laat"))
    long_ago = timezone.now() - timedelta(days=300)
    Tip.objects.update(added_at=long_ago)
    make.tip("Stond er al", write_up=first)
    make.appearance(write_up=first, speaker=make.speaker("Eerder"))
    assert titles(client, "/tips/feed.xml") == ["Tip: Stond er al"]
    publish(write_up=late, user=None)
    assert titles(client, "/tips/feed.xml") == ["Tip: Lag klaar", "Tip: Stond er al"]
    assert titles(client, "/sprekers/feed.xml")[0] == "Spreker: Laat"
    assert (
        read(client, "/tips/feed.xml").entries[0].published_parsed[:3]
        == (datetime.now(UTC).timetuple()[:3])
    )


def test_an_entry_has_all_that_a_reader_shows(client: Client, make: Any) -> None:
    make.tip("Begin", text="Begin **klein** & snel.\n\n- één\n- twee",
             speaker=make.speaker("Jo Jansen"), themes=[make.theme("Ruimte")],
             write_up=make.write_up("Verslag"))  # fmt: skip
    feed = read(client, "/tips/feed.xml")
    (entry,) = feed.entries
    assert entry.link == entry.id == f"{SITE}/tips/begin/"
    assert entry.author == "Jo Jansen"
    assert [tag.term for tag in entry.tags] == ["Ruimte"]
    (content,) = entry.content
    assert content.type == "text/html"
    assert "<strong>klein</strong> &amp; snel" in content.value
    assert "<li>twee</li>" in content.value
    assert f'href="{SITE}/verslagen/verslag/"' in content.value
    assert feed.feed.title == "Tips – Innovatiekennis"
    assert {link.rel: link.href for link in feed.feed.links} == {
        "alternate": f"{SITE}/tips/", "self": f"{SITE}/tips/feed.xml",
    }  # fmt: skip


def test_what_a_theme_speaker_organisation_or_series_brings_can_be_followed(
    client: Client, make: Any
) -> None:
    theme, person, body = make.theme("Ruimte"), make.speaker("Jo"), make.organisation("Lab")
    series = make.series("Reeks")
    meeting = make.session("Toen", state="held", date="2025-01-01", series=series)
    write_up = make.write_up("Verslag", session=meeting)
    make.appearance(write_up=write_up, speaker=person, organisation=body)
    make.tip("Van Jo", write_up=write_up, speaker=person)
    make.tip("Over ruimte", write_up=write_up, themes=[theme])
    make.tip("In concept", write_up=make.draft(), themes=[theme], speaker=person)
    assert titles(client, "/themas/ruimte/feed.xml") == ["Tip: Over ruimte"]
    assert titles(client, "/sprekers/jo/feed.xml") == ["Tip: Van Jo", "Verslag: Verslag"]
    assert titles(client, "/organisaties/lab/feed.xml") == ["Verslag: Verslag"]
    assert sorted(titles(client, "/reeksen/reeks/feed.xml")) == ["Sessie: Toen", "Verslag: Verslag"]


@pytest.mark.indexed
def test_a_search_can_be_followed(client: Client, make: Any) -> None:
    make.tip("Zandsuppletie werkt")
    make.tip("Iets heel anders")
    assert titles(client, "/zoeken/feed.xml", q="zandsuppletie") == ["Tip: Zandsuppletie werkt"]
    assert titles(client, "/zoeken/feed.xml", q="") == []
    page = client.get("/zoeken/", {"q": "zandsuppletie"}).content.decode()
    assert 'href="/zoeken/feed.xml?q=zandsuppletie"' in page


@pytest.mark.parametrize(
    "path",
    ["/niets/feed.xml", "/themas/weg/feed.xml", "/sprekers/weg/feed.xml", "/reeksen/weg/feed.xml"],
)
def test_a_feed_of_nothing_is_not_there(client: Client, db: None, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("path", ["", *(f"{one.path}/" for one in KINDS)])
def test_every_feed_is_valid(client: Client, path: str) -> None:
    """What RFC 4287 demands of a feed and of every entry; each entry with an author."""
    root = ElementTree.fromstring(client.get(f"/{path}feed.xml").content)  # noqa: S314
    entries = root.findall(f"{ATOM}entry")
    assert 0 < len(entries) <= 30
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
    for entry in entries:
        assert entry.findtext(f"{ATOM}author/{ATOM}name")
        assert datetime.fromisoformat(entry.findtext(f"{ATOM}updated", ""))
        assert entry.find(f"{ATOM}content") is not None
        assert [link.get("rel") for link in entry.findall(f"{ATOM}link")] == ["alternate"]
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)


def test_every_page_says_what_can_be_followed(client: Client, make: Any) -> None:
    tip = make.tip(themes=[make.theme("Ruimte")], speaker=make.speaker("Jo"))
    for path, feeds in {
        "/": ["/feed.xml"],
        "/tips/": ["/tips/feed.xml", "/feed.xml"],
        tip.get_absolute_url(): ["/tips/feed.xml", "/feed.xml"],
        "/themas/ruimte/": ["/themas/ruimte/feed.xml", "/themas/feed.xml", "/feed.xml"],
        "/sprekers/jo/": ["/sprekers/jo/feed.xml", "/sprekers/feed.xml", "/feed.xml"],
    }.items():
        html = client.get(path).content.decode()
        links = [part.partition(">")[0] for part in html.split('<link rel="alternate"')[1:]]
        found = [link for link in links if 'type="application/atom+xml"' in link]
        assert len(found) == len(feeds)
        for feed in feeds:
            assert f'href="{feed}"' in html
            assert client.get(feed).status_code == 200


def test_three_entries_take_no_more_queries_than_one(client: Client, make: Any) -> None:
    write_up = make.write_up()

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get("/tips/feed.xml")
        return len(captured)

    make.tip(write_up=write_up)
    one = queries()
    for _ in range(2):
        make.tip(write_up=write_up, themes=[make.theme()], speaker=make.speaker())
    assert queries() == one <= 8
