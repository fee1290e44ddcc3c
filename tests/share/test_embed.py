"""An item on the page of somebody else: framed by anybody, and nothing else is."""

import re
from datetime import timedelta
from html import unescape
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from innovkb.kinds import ITEM_KINDS, KINDS

SITE = "http://127.0.0.1:8000"
NASTY = '"><script>alert(1)</script>\u202e\x0b]]>'
OWN_PAGE = [one for one in ITEM_KINDS if one.key != "principle"]
"""The kinds of which each has a page of its own; principles share that of their set."""


def may_be_framed(response: Any) -> bool:
    policy = response["Content-Security-Policy"]
    assert "frame-ancestors *" in policy or "frame-ancestors 'none'" in policy
    return "frame-ancestors *" in policy and not response.has_header("X-Frame-Options")


def frame_of(client: Client, path: str) -> str:
    """The address of the frame that the page's own discovery link leads to."""
    page = client.get(path).content.decode()
    (link,) = re.findall(r'json\+oembed"\s+title="[^"]*"\s+href="([^"]*)"', page)
    parts = urlsplit(unescape(link))
    answer = client.get(f"{parts.path}?{parts.query}")
    assert answer.status_code == 200
    assert answer["Access-Control-Allow-Origin"] == "*"
    data = answer.json()
    assert (data["version"], data["type"], data["width"]) == ("1.0", "rich", 600)
    (source,) = re.findall(r'src="([^"]*)"', data["html"])
    assert f'height="{data["height"]}"' in data["html"]
    return urlsplit(unescape(source)).path


@pytest.mark.parametrize("one", OWN_PAGE, ids=lambda one: one.key)
def test_an_item_can_be_framed_anywhere_and_its_page_can_not(
    client: Client, make: Any, one: Any
) -> None:
    item = getattr(make, one.key)(text="Doe het samen.", speaker=make.speaker("Jo Kwint"))
    path = item.get_absolute_url()
    page = client.get(frame_of(client, path))
    assert page.status_code == 200
    assert may_be_framed(page)
    assert "script-src" not in page["Content-Security-Policy"]
    assert "default-src 'self'" in page["Content-Security-Policy"]
    assert not page.cookies
    text = page.content.decode()
    assert "Doe het samen." in text
    assert "Jo Kwint" in text
    assert f'href="{SITE}{path}"' in text
    assert "<script" not in text
    assert not may_be_framed(client.get(path))


def test_nothing_else_can_be_framed(client: Client, make: Any) -> None:
    tip = make.tip("Tip")
    for path in ("/", "/tips/", "/zoeken/", "/admin/login/", "/redactie/", "/oembed",
                 f"/oembed?url={SITE}{tip.get_absolute_url()}", "/insluiten/tips/weg/",
                 "/insluiten/", "/klopt-dit-niet/tips/tip/", "/api/v1"):  # fmt: skip
        assert not may_be_framed(client.get(path)), path


@pytest.mark.indexed
def test_what_is_framed_is_so_when_it_was_kept_too(
    client: Client, make: Any, settings: Any
) -> None:
    settings.PAGE_CACHE_SECONDS = 60
    make.tip("Tip", slug="tip")
    first, second = (Client().get("/insluiten/tips/tip/") for _ in range(2))
    assert may_be_framed(first)
    assert may_be_framed(second)
    assert "ETag" in second


@pytest.mark.parametrize(
    "address",
    [
        "https://elders.example.org/tips/tip/",
        "http://127.0.0.1:8000.example.org/tips/tip/",
        f"{SITE}/tips/",
        f"{SITE}/tips/weg/",
        f"{SITE}/tips/concept/",
        f"{SITE}/sprekers/jo/",
        f"{SITE}/admin/",
        f"{SITE}/tips/tip%00/",
        "/tips/tip/",
        "http://[",
        "javascript:alert(1)",
        f"{SITE}/nergens\n/",
    ],
)
def test_another_address_is_refused(client: Client, make: Any, address: str) -> None:
    make.tip("Tip", slug="tip")
    make.tip("Geheim", slug="concept", write_up=make.draft())
    make.appearance(speaker=make.speaker("Jo"))
    response = client.get(f"/oembed?url={quote(address, safe='')}")
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
    assert "Geheim" not in response.content.decode()


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 400),
        ("url=", 400),
        ("format=xml&url=x", 501),
        ("maxwidth=0", 400),
        ("maxwidth=veel", 400),
        ("maxwidth=%C2%B2", 400),
        ("maxheight=-1", 400),
        ("maxwidth=320&maxheight=100", 200),
        ("maxwidth=9999", 200),
        ("format=json", 200),
    ],
)
def test_what_is_asked_is_answered_or_told(
    client: Client, make: Any, query: str, status: int
) -> None:
    tip = make.tip("Tip")
    if status == 200 or "max" in query:
        query += f"&url={SITE}{tip.get_absolute_url()}"
    response = client.get(f"/oembed?{query}")
    assert response.status_code == status
    if "320" in query:
        data = response.json()
        assert (data["width"], data["height"]) == (320, 100)
    if "9999" in query:
        assert response.json()["width"] == 600


@pytest.mark.parametrize("key", [one.key for one in KINDS if not one.is_item])
def test_what_is_no_item_has_no_frame(client: Client, make: Any, key: str) -> None:
    thing = {
        "speaker": lambda: make.appearance().speaker,
        "organisation": lambda: make.write_up(publisher=make.organisation()).publisher,
        "session": lambda: make.session(date=timezone.localdate() + timedelta(days=1)),
    }.get(key, lambda: getattr(make, key)())()
    path = thing.get_absolute_url()
    assert "oembed" not in client.get(path).content.decode()
    assert client.get(f"/insluiten{path}").status_code == 404
    assert client.get(f"/oembed?url={SITE}{path}").status_code == 404


def test_no_text_leaves_its_place(client: Client, make: Any) -> None:
    quote_ = make.quote(NASTY, speaker_label=NASTY[:90])
    tip = make.tip(NASTY[:40], text=NASTY)
    for item in (quote_, tip):
        path = frame_of(client, item.get_absolute_url())
        assert "<script" not in client.get(path).content.decode()
        html = client.get(f"/oembed?url={SITE}{item.get_absolute_url()}").json()["html"]
        assert re.fullmatch(r"<iframe [^<>]*></iframe>", html)


def test_a_draft_has_no_frame(client: Client, make: Any) -> None:
    tip = make.tip("Tip", write_up=make.draft())
    assert client.get(f"/insluiten{tip.get_absolute_url()}").status_code == 404


def test_a_frame_takes_as_many_queries_with_three_rows_as_with_one(
    client: Client, make: Any, django_assert_num_queries: Any
) -> None:
    one = make.tip("Een", speaker=make.speaker("Jo"), themes=[make.theme()])
    client.get(f"/insluiten{one.get_absolute_url()}")
    with django_assert_num_queries(6):
        client.get(f"/insluiten{one.get_absolute_url()}")
