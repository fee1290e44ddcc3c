"""What a public page or answer names is public itself: no link of ours leads nowhere."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django.test import Client
from django.utils import timezone

from innovkb.kinds import KINDS
from innovkb.lib.publishing import Status


def addresses(data: Any) -> Iterator[str]:
    """Every address of a page in the data, wherever in it."""
    if isinstance(data, dict):
        for name, value in data.items():
            if name == "url":
                yield value
            else:
                yield from addresses(value)
    elif isinstance(data, list):
        for part in data:
            yield from addresses(part)


def only_announced(make: Any, **announcement: Any) -> None:
    """A session to come, whose organisers and series nothing else names."""
    meeting: Any = {"state": "announced", "date": timezone.localdate() + timedelta(days=9)}
    series = make.series("Reeks", organiser=make.organisation("Wie de reeks houdt"))
    make.session("Straks", series=series, organiser=make.organisation("Wie dit houdt"), **meeting,
                 **announcement)  # fmt: skip


def status(client: Client, path: str) -> int:
    return client.get(path).status_code


def test_all_that_an_announced_session_names_has_a_page(client: Client, make: Any) -> None:
    only_announced(make)
    page = client.get("/sessies/straks/").content.decode()
    for path in ("/reeksen/reeks/", "/organisaties/wie-dit-houdt/"):
        assert f'href="{path}"' in page
        assert status(client, path) == 200
    assert (
        'href="/organisaties/wie-de-reeks-houdt/"' in client.get("/reeksen/reeks/").content.decode()
    )
    assert status(client, "/organisaties/wie-de-reeks-houdt/") == 200


def test_who_made_an_archetype_of_the_site_itself_has_a_page(client: Client, make: Any) -> None:
    make.archetype("Patroon", speaker=make.speaker("Paul Iske"))
    assert status(client, "/sprekers/paul-iske/") == 200


def test_what_only_a_draft_names_has_no_page(client: Client, make: Any) -> None:
    draft = make.draft()
    only_announced(make, announced_in=draft)
    make.archetype("Patroon", speaker=make.speaker("Paul Iske"), write_up=draft)
    make.session("Gehouden", state="held", date="2025-05-12", series=make.series("Stille reeks"),
                 organiser=make.organisation("Stil"), announced_in=make.write_up())  # fmt: skip
    for path in (
        "/sessies/straks/",
        "/reeksen/reeks/",
        "/organisaties/wie-dit-houdt/",
        "/organisaties/wie-de-reeks-houdt/",
        "/sprekers/paul-iske/",
        "/sessies/gehouden/",
        "/reeksen/stille-reeks/",
        "/organisaties/stil/",
    ):
        assert status(client, path) == 404, path


def test_no_address_in_plain_data_leads_nowhere(client: Client, make: Any) -> None:
    only_announced(make)
    quotes = [make.quote(write_up=make.draft(), speaker=make.speaker("Alleen in concept"))]
    make.archetype("Patroon", speaker=make.speaker("Paul Iske"), quotes=quotes)
    make.appearance(speaker=make.speaker(), organisation=make.organisation())
    make.remedy()
    make.write_up(status=Status.PUBLISHED, publish_at=timezone.now() + timedelta(days=1))
    named = {
        urlsplit(url).path
        for kind in KINDS
        for thing in kind.full()
        for url in addresses(kind.serialize(thing))
    }
    assert {url: status(client, url) for url in named} == dict.fromkeys(named, 200)
