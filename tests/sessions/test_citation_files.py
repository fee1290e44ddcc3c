"""The reference of a quote on its page, and as files."""

import json
from typing import Any

import pytest
from django.test import Client

from innovkb.lib.publishing import Status
from sessions.models.speaker import Part


@pytest.fixture
def quote(make: Any) -> Any:
    source = make.write_up(
        "Ambtenaren als innovatoren",
        genre="article",
        date="2012-01-01",
        date_precision="year",
        published_in="Bestuurswetenschappen",
        publisher=make.organisation("Boom"),
    )
    make.appearance(write_up=source, speaker=make.speaker("Davied van Berlo"), part=Part.AUTHOR)
    make.appearance(write_up=source, speaker=make.speaker("Niet De Auteur"), part=Part.CITED)
    return make.quote("Ga gewoon <beginnen>.", write_up=source, speaker_label="een deelnemer")


@pytest.mark.parametrize(
    ("extension", "media_type", "start"),
    [
        ("bib", "application/x-bibtex", "@article{ga-gewoon-beginnen,\n"),
        ("ris", "application/x-research-info-systems", "TY  - JOUR\r\n"),
        ("json", "application/vnd.citationstyles.csl+json", "["),
    ],
)
def test_a_quote_is_downloaded_as_a_reference(
    client: Client, quote: Any, extension: str, media_type: str, start: str
) -> None:
    response = client.get(f"/citaten/{quote.slug}/bron.{extension}")
    assert response.status_code == 200
    assert response["Content-Type"] == f"{media_type}; charset=utf-8"
    assert response["Content-Disposition"] == (
        f'attachment; filename="ga-gewoon-beginnen.{extension}"'
    )
    text = response.content.decode()
    assert text.startswith(start)
    assert "Berlo" in text and "Boom" in text
    assert "Niet De Auteur" not in text


def test_csl_is_json_with_the_author_in_parts(client: Client, quote: Any) -> None:
    (entry,) = json.loads(client.get(f"/citaten/{quote.slug}/bron.json").content)
    assert entry["author"] == [
        {"family": "Berlo", "given": "Davied", "non-dropping-particle": "van"}
    ]
    assert entry["URL"].endswith("/citaten/ga-gewoon-beginnen/")


def test_the_page_shows_every_format_escaped(client: Client, quote: Any) -> None:
    page = client.get(f"/citaten/{quote.slug}/").content.decode()
    assert (
        "van Berlo, D. (2012). Ambtenaren als innovatoren. <em>Bestuurswetenschappen</em>." in page
    )
    assert "(een deelnemer, geciteerd in van Berlo, 2012)" in page
    for start in ("@article{", "TY  - JOUR", "&quot;article-journal&quot;"):
        assert start in page
    assert "<beginnen>" not in page
    for extension in ("bib", "ris", "json"):
        assert f'href="/citaten/ga-gewoon-beginnen/bron.{extension}"' in page


@pytest.mark.parametrize("extension", ["bib", "ris", "json"])
def test_a_quote_of_a_draft_has_no_reference(client: Client, quote: Any, extension: str) -> None:
    quote.write_up.status = Status.DRAFT
    quote.write_up.save()
    response = client.get(f"/citaten/{quote.slug}/bron.{extension}")
    assert response.status_code == 404
    assert "Ambtenaren als innovatoren" not in response.content.decode()


@pytest.mark.parametrize(
    "path", ["ga-gewoon-beginnen/bron.exe", "bestaat-niet/bron.bib", "ga-gewoon-beginnen/bron.bib/"]
)
def test_what_is_not_a_reference_is_not_found(client: Client, quote: Any, path: str) -> None:
    assert client.get(f"/citaten/{path}").status_code == 404


def test_a_reference_is_not_posted(client: Client, quote: Any) -> None:
    assert client.post(f"/citaten/{quote.slug}/bron.bib").status_code == 405
