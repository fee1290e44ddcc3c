"""Every public page, found through the sitemap: it answers, its links lead somewhere, and nothing
of a draft shows anywhere."""

import re
from datetime import timedelta
from html import unescape
from typing import Any
from urllib.parse import urljoin

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from innovkb.frame.display import ABOUT, TOOLS
from innovkb.kinds import KINDS, Kind, kind
from innovkb.lib.addresses import absolute
from innovkb.lib.publishing import Status
from tests.crawling import crawl, reads, sitemap_paths

SECRET = "Geheimzinnig"
"""Stands in every text of the draft, and nowhere else."""


def test_every_page_answers_and_every_fragment_of_a_link_is_there(
    content_pages: dict[str, str],
) -> None:
    ids: dict[str, set[str]] = {}
    links: list[tuple[str, str]] = []
    for path, page in content_pages.items():
        found = re.findall(r'\sid="([^"]*)"', page)
        assert len(found) == len(set(found)), f"{path} has an id twice"
        assert page.count("<h1") == (not path.endswith(".ics")), path
        ids[path] = set(found)
        links += [(path, urljoin(path, unescape(h))) for h in re.findall(r'href="([^"]*)"', page)]
    assert len(ids) > 300
    lost = [
        (path, url)
        for path, url in links
        if "#" in url and url.partition("#")[0] in ids
        if url.partition("#")[2] not in ids[url.partition("#")[0]]
    ]
    assert lost == []


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("one", KINDS, ids=lambda one: one.key)
def test_every_kind_has_a_list_pages_and_sitemap_entries(client: Client, one: Kind) -> None:
    paths = set(sitemap_paths(reads(client)))
    assert one.list_url == f"/{one.path}/"
    assert one.list_url in paths
    assert client.get(one.list_url).status_code == 200
    rows = list(one.cards())
    assert rows
    for row in rows:
        assert row.get_absolute_url().partition("#")[0] in paths


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("one", KINDS, ids=lambda one: one.key)
def test_what_goes_out_and_what_is_indexed_can_be_made_of_everything(one: Kind) -> None:
    for row in one.full():
        data = one.serialize(row)
        assert data["slug"] == row.slug
        assert data["url"] == absolute(row.get_absolute_url())
    for row in one.indexed():
        assert one.entry(row).title


def test_an_empty_site_has_no_page_that_fails(client: Client, db: None) -> None:
    others = {reverse(name) for _, name in (*TOOLS, *ABOUT)} | {reverse("sessions_calendar")}
    assert {path for path, _ in crawl(client)} == {"/", *(one.list_url for one in KINDS)} | others


def hidden(make: Any, **status: Any) -> list[Any]:
    """A write-up that isn't public, with one of everything, linked to public things both ways."""
    theme, person = make.theme("Ruimte"), make.speaker("Openbare Spreker")
    own = make.speaker(f"{SECRET} Spreker")
    organisation = make.organisation(f"{SECRET} Organisatie")
    meeting = make.session(f"{SECRET} sessie", state="held", date="2025-05-12",
                           series=make.series(f"{SECRET} reeks", organiser=organisation),
                           organiser=organisation)  # fmt: skip
    write_up = make.write_up(f"{SECRET} verslag", body=f"{SECRET} tekst.", summary=SECRET,
                             session=meeting, publisher=organisation, **status)  # fmt: skip
    write_up.partners.add(organisation)
    make.appearance(write_up=write_up, speaker=own, organisation=organisation)
    make.appearance(write_up=write_up, speaker=person, role=f"{SECRET} rol")
    coming = make.session(f"{SECRET} vervolg", state="announced", announced_in=write_up,
                          date=timezone.localdate() + timedelta(days=9))  # fmt: skip
    shared: Any = {"write_up": write_up, "themes": [theme], "speaker": person}
    quote = make.quote(f"{SECRET} citaat", **shared)
    voiced: Any = {**shared, "quotes": [quote], "text": f"{SECRET} uitleg"}
    items = [
        make.tip(f"{SECRET} tip", **voiced),
        make.principle(f"{SECRET} principe", set=make.principle_set(f"{SECRET} set"), **voiced),
        make.tool(f"{SECRET} hulpmiddel", organisations=[organisation], **voiced),
        make.example(f"{SECRET} voorbeeld", organisations=[organisation], **voiced),
    ]
    barrier = make.barrier(
        f"{SECRET} barrière", group=make.barrier_group(f"{SECRET} groep"), **voiced
    )
    archetype = make.archetype(f"{SECRET} archetype", **voiced)
    question = make.question(f"{SECRET} vraag?", **voiced)

    public: Any = {"write_up": make.write_up("Openbaar verslag", body="Openbaar."),
                   "themes": [theme], "speaker": person}  # fmt: skip
    make.appearance(write_up=public["write_up"], speaker=person)
    public_barrier = make.barrier(
        "Openbare barrière", quotes=[quote], archetypes=[archetype], **public
    )
    public_barrier.related.add(barrier)
    public_tip = make.tip("Openbare tip", quotes=[quote], **public)
    public_tool = make.tool("Openbaar hulpmiddel", quotes=[quote], **public)
    make.example("Openbaar voorbeeld", references=[items[2]], quotes=[quote], **public)
    make.archetype("Openbaar archetype", quotes=[quote]).barriers.add(barrier)
    make.principle("Openbaar principe", quotes=[quote], **public)
    make.question("Openbare vraag?", quotes=[quote], **public)
    items[3].references.add(public_tool)
    public_quote = make.quote("Openbaar citaat", **public)
    for item in (*items, barrier, archetype, question):
        item.quotes.add(public_quote)
    for item, name in zip(items, ("tip", "principle", "tool", "example"), strict=True):
        make.remedy(barrier=public_barrier, why=f"{SECRET} reden", **{name: item})
    make.remedy(barrier=barrier, tip=public_tip, why=f"{SECRET} reden")
    claim = make.claim(f"{SECRET} stelling", voices=0, themes=[theme])
    public_claim = make.claim("Openbare stelling", voices=0, themes=[theme])
    for one in (claim, public_claim):
        make.voice(claim=one, tip=public_tip, label="het gesprek")
    make.voice(claim=public_claim, quote=public_quote, stance="against")
    for said in ({"quote": quote}, {"tip": items[0]}, {"principle": items[1]},
                 {"barrier": barrier}, {"question": question}):  # fmt: skip
        for one in (claim, public_claim):
            make.voice(claim=one, note=f"{SECRET} toelichting", **said)
    make.session("Openbare sessie", state="held", date="2025-01-01",
                 announced_in=write_up)  # fmt: skip
    return [
        write_up,
        meeting,
        coming,
        quote,
        own,
        organisation,
        barrier,
        archetype,
        question,
        claim,
        *items,
    ]


STATES = {
    "draft": {"status": Status.DRAFT},
    "in review": {"status": Status.IN_REVIEW},
    "published later": {
        "status": Status.PUBLISHED,
        "publish_at": timezone.now() + timedelta(days=5),
    },
}


@pytest.mark.parametrize("state", STATES)
def test_nothing_of_a_write_up_that_is_not_public_shows_anywhere(
    client: Client, make: Any, state: str
) -> None:
    things = hidden(make, **STATES[state])
    pages = dict(crawl(client))
    assert [path for path, page in pages.items() if SECRET.lower() in page.lower()] == []
    for thing in things:
        path = thing.get_absolute_url().partition("#")[0]
        assert client.get(path).status_code == 404, path
        assert path not in pages
    for key in ("tip", "barrier", "archetype", "quote", "tool", "example", "question", "claim"):
        assert f"1 {kind(key).singular}" in pages[kind(key).list_url]
    for one in KINDS:
        data = [one.serialize(row) for row in one.full()]
        entries = [one.entry(row) for row in one.indexed()]
        assert SECRET.lower() not in f"{data}{entries}".lower(), one.key


def test_all_of_it_shows_once_the_write_up_is_published(client: Client, make: Any) -> None:
    things = hidden(make, status=Status.PUBLISHED)
    pages = dict(crawl(client))
    for thing in things:
        path = thing.get_absolute_url().partition("#")[0]
        assert SECRET in pages[path], path


@pytest.mark.parametrize("path", ["/api/", "/api/v1/", "/api/v1/openapi.json"])
def test_the_addresses_of_the_api_of_version_one_go_on_working(
    client: Client, db: None, path: str
) -> None:
    """Programs of others have them."""
    assert client.get(path, follow=True).status_code == 200
