"""Lists and searches as files, references to any set, and tags that a reference manager finds."""

import csv
import io
import json
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from innovkb.kinds import ITEM_KINDS, KINDS
from innovkb.open_data.exports import as_csv

NASTY = "a]]>\u202eb;c\"d'e{f}%$\n=1+1 &amp; <b>"


def rows(client: Client, address: str) -> list[dict[str, str]]:
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "text/csv; charset=utf-8")
    text = response.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.mark.parametrize("one", ITEM_KINDS, ids=lambda one: one.key)
def test_a_list_is_filtered_as_its_page_is(client: Client, make: Any, one: Any) -> None:
    jo, theme = make.speaker("Jo"), make.theme("Lef")
    factory = getattr(make, one.key)
    factory(slug="past", speaker=jo, themes=[theme])
    factory(slug="ander")
    factory(slug="concept", speaker=jo, themes=[theme], write_up=make.draft())
    for query in ("spreker=jo&thema=lef", "speaker=jo&theme=lef"):
        found = rows(client, f"/export/{one.path}.csv?{query}")
        assert [row["kenmerk"] for row in found] == ["past"]
        data = client.get(f"/export/{one.path}.json?{query}").json()
        assert [row["slug"] for row in data] == ["past"]


@pytest.mark.parametrize(
    "query", ["kleur=rood", "spreker=a&spreker=b", "jaar=99", "spreker=%00", "updatedAfter=ooit"]
)
def test_a_filter_that_is_none_is_told(client: Client, db: None, query: str) -> None:
    response = client.get(f"/export/tips.csv?{query}")
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")


def test_a_list_leads_to_its_files_and_says_nothing_that_is_not_so(
    client: Client, make: Any
) -> None:
    make.tip(themes=[make.theme("Lef")], form="tip")
    page = client.get("/tips/?thema=lef").content.decode()
    assert 'href="/export/tips.csv?thema=lef"' in page
    assert "/export/tips.bib" not in page
    make.quote()
    assert 'href="/export/citaten.bib"' in client.get("/citaten/").content.decode()
    # A file can't hold what this filter says, so there is none.
    assert "/export/tips.csv" not in client.get("/tips/?soort=tip").content.decode()


@pytest.mark.indexed
def test_a_search_is_a_file_in_its_order(client: Client, make: Any) -> None:
    make.tip("Zandsuppletie werkt", text="Zandsuppletie.")
    make.quote("Zandsuppletie is mooi.", slug="mooi", write_up=make.write_up("Over zand"))
    make.tip("Zandsuppletie, geheim", write_up=make.draft())
    shown = client.get("/api/v1/search?q=zandsuppletie").json()["results"]
    found = rows(client, "/zoeken/export.csv?q=zandsuppletie")
    assert [row["adres op deze site"] for row in found] == [hit["url"] for hit in shown]
    assert [row["soort"] for row in found] == ["tip", "citaat"]
    data = client.get("/zoeken/export.json?q=zandsuppletie").json()
    assert [row["title"] for row in data] == [hit["title"] for hit in shown]
    assert "geheim" not in str(data)
    only = client.get("/zoeken/export.json?q=zandsuppletie&soort=tip").json()
    assert {row["kind"] for row in only} == {"tip"}
    assert client.get("/zoeken/export.bib?q=zandsuppletie").content.count(b"@") == 1
    page = client.get("/zoeken/?q=zandsuppletie").content.decode()
    assert 'href="/zoeken/export.ris?q=zandsuppletie"' in page
    assert client.get("/zoeken/export.csl").json() == []


def test_a_set_of_quotes_is_cited_in_one_query_more(
    client: Client, make: Any, django_assert_num_queries: Any
) -> None:
    for number in (1, 3):
        for _ in range(number):
            write_up = make.write_up(publisher=make.organisation())
            make.appearance(write_up=write_up, speaker=make.speaker(), part="author")
            make.quote(write_up=write_up, speaker=make.speaker(), themes=[make.theme()])
        with django_assert_num_queries(5):
            client.get("/export/citaten.bib")


@pytest.mark.parametrize(
    ("extension", "media_type"),
    [
        ("bib", "application/x-bibtex; charset=utf-8"),
        ("ris", "application/x-research-info-systems; charset=utf-8"),
        ("csl", "application/vnd.citationstyles.csl+json; charset=utf-8"),
    ],
)
@pytest.mark.parametrize("path", ["citaten", "verslagen"])
def test_each_of_a_set_has_its_reference(
    client: Client, make: Any, extension: str, media_type: str, path: str
) -> None:
    for name in ("een", "twee"):
        write_up = make.write_up(name, slug=name, source_title=NASTY)
        person = make.speaker("Jan de Wit" if name == "een" else "Els Zwart")
        make.appearance(write_up=write_up, speaker=person, part="author")
        make.quote(NASTY, slug=name, write_up=write_up)
    make.quote("Geheim.", write_up=make.draft("Geheim"))
    response = client.get(f"/export/{path}.{extension}")
    assert response["Content-Type"] == media_type
    text = response.content.decode()
    assert "Geheim" not in text
    keys = ["een", "twee"] if path == "citaten" else ["verslagen-een", "verslagen-twee"]
    if extension == "csl":
        found = json.loads(text)
        assert [one["id"] for one in found] == keys
        assert {one["title"] for one in found} == {" ".join(re.sub("\u202e", " ", NASTY).split())}
        assert found[0]["author"] == [
            {"family": "Wit", "given": "Jan", "non-dropping-particle": "de"}
        ]
    elif extension == "ris":
        assert text.count("TY  - ") == text.count("ER  - \r\n") == 2
        assert "AU  - de Wit, Jan\r\n" in text
        assert all(re.match("[A-Z][A-Z0-9]  - ", line) for line in text.split("\r\n") if line)
    else:
        assert re.findall(r"^@\w+\{([^,]*),$", text, re.M) == keys
        assert text.count("{") == text.count("}")


@pytest.mark.parametrize("one", [one for one in KINDS if one.key not in {"quote", "write_up"}],
                         ids=lambda one: one.key)  # fmt: skip
def test_what_is_no_source_has_no_references(client: Client, db: None, one: Any) -> None:
    for extension in ("bib", "ris", "csl"):
        assert client.get(f"/export/{one.path}.{extension}").status_code == 404


def test_a_reference_manager_finds_the_source_in_the_head(client: Client, make: Any) -> None:
    write_up = make.write_up(
        "Ons stuk", genre="article", source_title="Het “stuk” <b>", published_in="Blad",
        publisher=make.organisation("Uitgever"), source_url="https://example.org/a?b=1&c=2",
        date="2025-05-01", date_precision="month", language="nl",
    )  # fmt: skip
    for name in ("Jan de Wit", "Els Zwart"):
        make.appearance(write_up=write_up, speaker=make.speaker(name), part="author",
                        position=len(name))  # fmt: skip
    make.appearance(write_up=write_up, speaker=make.speaker("Genoemd"), part="cited")
    quote = make.quote(write_up=write_up)
    for path in (write_up.get_absolute_url(), quote.get_absolute_url()):
        head = client.get(path).content.decode().partition("</head>")[0]
        found = re.findall(r'<meta name="(citation_\w+)"\s+content="([^"]*)"', head)
        assert sorted((name, unescape(content)) for name, content in found) == sorted([
            ("citation_title", "Het “stuk” <b>"),
            ("citation_author", "Zwart, Els"),
            ("citation_author", "de Wit, Jan"),
            ("citation_publication_date", "2025/05"),
            ("citation_journal_title", "Blad"),
            ("citation_publisher", "Uitgever"),
            ("citation_language", "nl"),
            ("citation_public_url", "https://example.org/a?b=1&c=2"),
        ]), path  # fmt: skip


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("＝1+1", "'＝1+1"),
        ("ja;=1+1", "ja;'=1+1"),
        ("ja; ＠SUM(A1)", "ja; '＠SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("a = b", "a = b"),
        ("twee-en-een; drie", "twee-en-een; drie"),
        (NASTY, NASTY),
        ("\u202egespiegeld]]>", "\u202egespiegeld]]>"),
        ("een\x0btwee", "eentwee"),
        ("regel\r\nregel", "regel\r\nregel"),
        (-1, "-1"),
        (None, ""),
    ],
)
def test_a_cell_comes_back_and_is_no_formula(text: Any, cell: str) -> None:
    written = as_csv([{"a": text, "b": "daarna"}]).removeprefix("\ufeff")
    (row,) = csv.DictReader(io.StringIO(written, newline=""), delimiter=";")
    assert row == {"a": cell, "b": "daarna"}
