"""What the API gives: every field of every kind, page by page, filtered, chosen, whole."""

import re
from datetime import timedelta
from typing import Any

import jsonschema
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from innovkb.kinds import ITEM_KINDS, KINDS
from innovkb.open_data.api.schemas import collection, name_of
from practices.models import Tip
from sessions.models import Speaker, WriteUp
from sessions.publishing import publish


def get(client: Client, path: str, **query: str) -> Any:
    response = client.get(f"/api/v1/{path}", query)
    assert response.status_code == 200, response.content
    return response.json()


def slugs(client: Client, path: str, **query: str) -> list[str]:
    return sorted(row["slug"] for row in get(client, path, **query)["results"])


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("one", KINDS, ids=lambda one: one.key)
def test_every_answer_is_as_described(client: Client, one: Any) -> None:
    document = get(client, "openapi.json")
    schema = document["components"]["schemas"][name_of(one)]
    whole = {**schema, "additionalProperties": False, "required": list(schema["properties"])}
    validator = jsonschema.Draft202012Validator({**document, **whole})
    answer = get(client, collection(one), limit="200")
    assert answer["count"] == one.published().count()
    for row in answer["results"]:
        validator.validate(row)
        assert row["url"].startswith("http://127.0.0.1:8000/")
    slug = answer["results"][0]["slug"]
    assert get(client, f"{collection(one)}/{slug}") == answer["results"][0]


def test_the_pages_of_a_list_hold_everything_once_both_ways(client: Client, make: Any) -> None:
    for slug in "abcdefg":
        make.theme(f"Thema {slug}", slug=slug)
    seen, address, pages = [], "/api/v1/themes?limit=3", []
    while address:
        response = client.get(address.replace("http://127.0.0.1:8000", ""))
        pages.append(response.json())
        seen += [row["slug"] for row in pages[-1]["results"]]
        address = pages[-1]["next"]
        found = re.search(r'<([^>]*)>; rel="next"', response.get("Link", ""))
        assert (found[1] if found else None) == address
    assert seen == list("abcdefg")
    assert [page["count"] for page in pages] == [7, 7, 7]
    back = client.get(pages[-1]["previous"].replace("http://127.0.0.1:8000", "")).json()
    assert [row["slug"] for row in back["results"]] == ["d", "e", "f"]
    assert pages[0]["previous"] is None


def test_lists_are_filtered_as_the_pages_are(client: Client, make: Any) -> None:
    person, body, theme = make.speaker("Jo"), make.organisation("Lab"), make.theme("Ruimte")
    series = make.series("Reeks")
    meeting = make.session("Toen", state="held", date="2025-05-01", series=series, organiser=body)
    write_up = make.write_up("Verslag", session=meeting, date="2025-05-12")
    make.appearance(write_up=write_up, speaker=person, organisation=body)
    make.tip("Past", slug="past", write_up=write_up, speaker=person, themes=[theme])
    make.tip("Anders", slug="anders", write_up=make.write_up("Ander", date="2012-01-01"))
    for name, value in {"speaker": "jo", "theme": "ruimte", "organisation": "lab",
                        "series": "reeks", "year": "2025"}.items():  # fmt: skip
        assert slugs(client, "tips", **{name: value}) == ["past"], name
    for name, value in {"speaker": "jo", "organisation": "lab", "series": "reeks",
                        "year": "2025"}.items():  # fmt: skip
        assert slugs(client, "write-ups", **{name: value}) == ["verslag"], name
    assert slugs(client, "sessions", organisation="lab", series="reeks", year="2025") == ["toen"]
    assert slugs(client, "speakers", organisation="lab") == ["jo"]
    assert slugs(client, "organisations", speaker="jo") == ["lab"]
    assert slugs(client, "tips", speaker="niemand") == []
    assert get(client, "tips", theme="ruimte")["count"] == 1


def test_updated_after_gives_what_came_or_changed_since(client: Client, make: Any) -> None:
    late = make.draft()
    make.tip("Oud", slug="oud")
    make.tip("Lag klaar", slug="lag-klaar", write_up=late)
    long_ago = timezone.now() - timedelta(days=9)
    Tip.objects.update(added_at=long_ago, updated_at=long_ago)
    WriteUp.objects.update(added_at=long_ago)
    WriteUp.objects.filter(public_since__isnull=False).update(public_since=long_ago)
    before = (timezone.now() - timedelta(days=1)).isoformat()
    assert slugs(client, "tips", updatedAfter=before) == []
    publish(write_up=late, user=None)
    assert slugs(client, "tips", updatedAfter=before) == ["lag-klaar"]
    Tip.objects.get(slug="oud").save()
    assert slugs(client, "tips", updatedAfter=before) == ["lag-klaar", "oud"]
    odd = "2001-01-01T00:00:00-17:51"  # no place on earth is so far from Greenwich
    assert slugs(client, "tips", updatedAfter=odd) == ["lag-klaar", "oud"]


def test_fields_and_whole_references_are_chosen(client: Client, make: Any) -> None:
    make.tip("Begin", speaker=make.speaker("Jo", bio="Bouwt."), themes=[make.theme("Ruimte")])
    row = get(client, "tips/begin", fields="title")
    assert row == {"slug": "begin", "url": "http://127.0.0.1:8000/tips/begin/", "title": "Begin"}
    row = get(client, "tips/begin", expand="speaker,themes", fields="speaker,themes")
    assert row["speaker"]["bio"] == "Bouwt."
    assert row["themes"][0]["description"] == ""


def test_three_rows_take_no_more_queries_than_one(client: Client, make: Any) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            get(client, "tips", expand="speaker,quotes,themes", theme="ruimte")
        return len([query for query in captured if "tally" not in query["sql"]])

    theme = make.theme("Ruimte")
    make.tip(themes=[theme], speaker=make.speaker(), quotes=[make.quote()])
    queries()
    one = queries()
    for _ in range(2):
        make.tip(themes=[theme], speaker=make.speaker(), quotes=[make.quote()])
    assert queries() == one


@pytest.mark.indexed
def test_the_search_is_that_of_the_site(client: Client, make: Any) -> None:
    make.tip("Zandsuppletie werkt", themes=[make.theme("Kust")])
    make.quote("Zandsuppletie is mooi")
    found = get(client, "search", q="zandsuppletie")
    assert found["total"] == 2
    assert found["facets"]["kind"] == {"tip": 1, "quote": 1}
    only = get(client, "search", q="zandsuppletie", kind="tip", theme="kust")
    assert [hit["title"] for hit in only["results"]] == ["Zandsuppletie werkt"]
    assert only["results"][0]["url"] == "http://127.0.0.1:8000/tips/zandsuppletie-werkt/"


@pytest.mark.parametrize("one", ITEM_KINDS, ids=lambda one: one.key)
def test_who_says_it_too_is_found_by_the_filter_once(client: Client, make: Any, one: Any) -> None:
    jo, bo, cas = make.speaker("Jo"), make.speaker("Bo"), make.speaker("Cas")
    factory = getattr(make, one.key)
    factory(slug="samen", speaker=jo, co_speakers=[jo, bo])
    factory(slug="niemand", co_speakers=[cas])
    factory(slug="concept", speaker=jo, co_speakers=[bo], write_up=make.draft())
    name = collection(one)
    assert slugs(client, name, speaker="jo") == ["samen"]
    assert slugs(client, name, speaker="bo") == ["samen"]
    assert slugs(client, name, speaker="cas") == ["niemand"]
    assert get(client, name, speaker="bo")["count"] == 1
    for slug, told in (("jo", "samen"), ("bo", "samen"), ("cas", "niemand")):
        make.appearance(speaker=Speaker.objects.get(slug=slug))  # or there is no page to follow
        feed = client.get(f"/sprekers/{slug}/feed.xml").content.decode()
        address = one.published().get(slug=told).get_absolute_url()
        assert feed.count(f"<id>http://127.0.0.1:8000{address}</id>") == 1
        assert "concept" not in feed
