"""The NL API Design Rules 2.x, each by its name; docs/api.md has the table."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from innovkb.kinds import KINDS
from innovkb.open_data.api import answers
from innovkb.open_data.api.schemas import collection

ADDRESSES = ["/api/v1", "/api/v1/openapi.json", "/api/v1/search?q=tip", "/api/v1/tips"]
METHODS = ["post", "put", "patch", "delete"]


@pytest.fixture
def document(client: Client, db: None) -> Any:
    return client.get("/api/v1/openapi.json").json()


def operations(document: Any) -> list[tuple[str, Any]]:
    return [(path, item["get"]) for path, item in document["paths"].items()]


def test_naming_resources_are_plural_nouns_in_one_language(document: Any) -> None:
    lists = {path for path in document["paths"] if "{" not in path}
    assert lists == {"/openapi.json", "/search", *(f"/{collection(one)}" for one in KINDS)}
    assert all(f"/{collection(one)}/{{slug}}" in document["paths"] for one in KINDS)


def test_path_segments_kebab_case(document: Any) -> None:
    for path in document["paths"]:
        for part in path.strip("/").split("/"):
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*|\{[a-z]+\}|openapi\.json", part), path


def test_query_keys_camel_case(document: Any) -> None:
    for _, operation in operations(document):
        for parameter in operation["parameters"]:
            assert re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", parameter["name"])


@pytest.mark.parametrize("path", ADDRESSES)
def test_no_trailing_slash(client: Client, make: Any, path: str) -> None:
    """None of now ends so; those of version 1.0 did, and lead on."""
    assert client.get(path).status_code == 200
    bare, _, query = path.partition("?")
    if not bare.endswith(".json"):
        response = client.get(f"{bare}/?{query}")
        assert response.status_code == 301
        assert response["Location"] == path


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/api/v1/", "/api/v1"),
        ("/api/v1/citaten/", "/api/v1/quotes"),
        ("/api/v1/verslagen/een/", "/api/v1/write-ups/een"),
        ("/api/v1/tips/?page_size=5", "/api/v1/tips?limit=5"),
        ("/api/v1/tips/?page=1", "/api/v1/tips"),
        (
            "/api/v1/zoeken/?q=a&soort=tip&thema=x&thema=y&letterlijk=1",
            "/api/v1/search?q=a&kind=tip&theme=x&theme=y&literal=true",
        ),
    ],
)
def test_uri_version_the_addresses_of_before_go_on_working(
    client: Client, db: None, old: str, new: str
) -> None:
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, new)


def test_uri_version_a_page_of_before_leads_to_the_same_things(client: Client, make: Any) -> None:
    for slug in "abcde":
        make.tip(slug=slug)
    page = client.get("/api/v1/tips/?page=2&page_size=2", follow=True).json()
    assert [row["slug"] for row in page["results"]] == ["c", "d"]


@pytest.mark.parametrize("path", [*ADDRESSES, "/api/v1/niets", "/api/v1/tips/niets"])
def test_version_header_and_cors_on_every_answer(client: Client, db: None, path: str) -> None:
    for response in (client.get(path), client.head(path), client.post(path), client.options(path)):
        assert response["API-Version"] == answers.VERSION
        assert re.fullmatch(r"\d+\.\d+\.\d+", response["API-Version"])
        assert response["Access-Control-Allow-Origin"] == "*"
        assert not response.cookies


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("path", [*ADDRESSES, "/api/v1/niets"])
def test_http_methods_what_writes_is_refused(
    client: Client, db: None, path: str, method: str
) -> None:
    response = getattr(client, method)(path)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "status", "parameter"),
    [
        ("/api/v1/tips?onzin=1", 400, "onzin"),
        ("/api/v1/tips?limit=1&limit=2", 400, "limit"),
        ("/api/v1/tips?fields=title&fields=kleur", 400, "fields"),
        ("/api/v1/tips?limit=0", 400, "limit"),
        ("/api/v1/tips?limit=201", 400, "limit"),
        ("/api/v1/tips?limit=%C2%B2", 400, "limit"),
        ("/api/v1/tips?cursor=onzin", 400, "cursor"),
        ("/api/v1/tips?updatedAfter=gisteren", 400, "updatedAfter"),
        ("/api/v1/tips?updatedAfter=2026-02-31T00:00:00Z", 400, "updatedAfter"),
        ("/api/v1/tips?year=25", 400, "year"),
        ("/api/v1/tips?fields=title,kleur", 400, "fields"),
        ("/api/v1/tips?expand=note", 400, "expand"),
        ("/api/v1/tips?theme=a%00b", 400, "theme"),
        ("/api/v1/themes?theme=x", 400, "theme"),
        ("/api/v1?x=1", 400, "x"),
        ("/api/v1/search?q=a&soort=tip", 400, "soort"),
        ("/api/v1/search?page=1001", 400, "page"),
        ("/api/v1/search?literal=ja", 400, "literal"),
        ("/api/v1/dingen", 404, ""),
        ("/api/v1/tips/niets", 404, ""),
        ("/api/v1/tips/a/b", 404, ""),
        ("/api/v1/TIPS", 404, ""),
    ],
)
def test_problem_details_say_in_dutch_what_is_wrong(
    client: Client, db: None, path: str, status: int, parameter: str
) -> None:
    response = client.get(path)
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == status
    assert problem["type"] == "about:blank"
    assert problem["detail"].endswith(".")
    named = [one["name"] for one in problem.get("invalidParams", [])]
    assert named == ([parameter] if parameter else [])


def test_documentation_names_a_test_that_is_there_for_each_rule() -> None:
    root = Path(__file__).resolve().parents[3]
    table = (root / "docs" / "api.md").read_text()
    tests = "".join(path.read_text() for path in Path(__file__).parent.glob("test_*.py"))
    named = re.findall(r"`(test_\w+)", table)
    assert len(set(named)) >= 12
    assert [name for name in named if f"def {name}" not in tests] == []


def test_documentation_is_openapi_with_contact_licence_and_server(document: Any) -> None:
    assert document["openapi"].startswith("3.1")
    assert document["servers"] == [{"url": "http://127.0.0.1:8000/api/v1"}]
    assert {"name", "url"} <= set(document["info"]["contact"])
    assert document["info"]["license"]["name"]
    names = [operation["operationId"] for _, operation in operations(document)]
    assert len(set(names)) == len(names)
    for path, operation in operations(document):
        documented = {"200", "304", "400", "405", "429", "503"} | (
            {"404"} if "{" in path else set()
        )
        assert set(operation["responses"]) == documented, path


def test_version_header_is_described_for_every_answer(document: Any) -> None:
    without = [
        (path, status)
        for path, operation in operations(document)
        for status, answer in operation["responses"].items()
        if "API-Version" not in answer.get("headers", {})
    ]
    assert without == []


def test_date_time_every_date_says_what_it_is(document: Any) -> None:
    """A day that may be known to the month alone is no ``date``; a moment has its time zone."""
    formats = {
        (name, field): told["format"]
        for name, schema in document["components"]["schemas"].items()
        for field, told in schema.get("properties", {}).items()
        if "format" in told and not field.endswith("_at")
    }
    assert formats == {
        ("Session", "date"): "partial-date",
        ("WriteUp", "date"): "partial-date",
        ("Archetype", "checked_on"): "date",
    }


def test_rate_limit_is_told_and_kept(client: Client, make: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(answers, "MOST_ASKED", 2)
    assert [client.get("/api/v1")["RateLimit-Remaining"] for _ in range(2)] == ["1", "0"]
    response = client.get("/api/v1")
    assert response.status_code == 429
    assert response["Content-Type"] == "application/problem+json"
    assert 1 <= int(response["Retry-After"]) == int(response["RateLimit-Reset"]) <= 600
    assert client.get("/api/v1", REMOTE_ADDR="203.0.113.9").status_code == 200


def test_what_did_not_change_is_not_sent_again(client: Client, make: Any) -> None:
    tip = make.tip()
    first = client.get("/api/v1/tips")
    again = client.get("/api/v1/tips", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    tip.title = "Anders"
    tip.save()
    later = client.get("/api/v1/tips", headers={"if-none-match": first["ETag"]})
    assert later.status_code == 200
    assert json.loads(later.content)["results"][0]["title"] == "Anders"
