"""Write-ups and organisations."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from innovkb.kinds import KINDS

ITEMS = [one.key for one in KINDS if one.is_item]


def page(client: Client, path: str, **query: str) -> str:
    response = client.get(path, query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("name", ITEMS)
def test_an_item_is_marked_in_the_text_and_leads_both_ways(
    client: Client, make: Any, name: str
) -> None:
    write_up = make.write_up("Verslag", body="Voor.\n\n- De woorden zelf.\n- Na.")
    item = getattr(make, name)(write_up=write_up, excerpt="De woorden zelf.", slug="ding",
                               position=1)  # fmt: skip
    html = page(client, "/verslagen/verslag/")
    anchor = f"passage-{name}-ding"
    assert f'id="{anchor}">De woorden zelf.</mark>' in html
    assert html.count(f'href="{item.get_absolute_url()}"') >= 2
    assert f'href="#{anchor}"' in html
    assert f'href="/verslagen/verslag/#{anchor}"' in page(client, item.get_absolute_url())


def test_an_item_whose_passage_is_gone_is_listed_without_a_link_to_it(
    client: Client, make: Any
) -> None:
    write_up = make.write_up("Verslag", body="Iets anders.")
    make.tip("Begin toch", write_up=write_up, excerpt="Begin toch.")
    html = page(client, "/verslagen/verslag/")
    assert 'href="/tips/begin-toch/"' in html
    assert "#passage-tip-begin-toch" not in html


def test_the_contents_hold_the_headings_and_what_was_drawn_from_the_text(
    client: Client, make: Any
) -> None:
    write_up = make.write_up(
        "Verslag", body="## Eerste\n\nA.\n\n### Onder\n\nB.\n\n## Tweede\n\nC."
    )
    make.tip("Begin toch", write_up=write_up)
    html = page(client, "/verslagen/verslag/")
    entries = re.findall(r'kb-toc__link"\s+href="([^"]*)">([^<]*)<', html)
    assert entries == [
        ("#kop-eerste", "Eerste"), ("#kop-tweede", "Tweede"), ("#tips", "Tips (1)"),
        ("#over-de-tekst", "Over deze tekst"),
    ]  # fmt: skip
    for address, _ in entries:
        assert f'id="{address[1:]}"' in html


def test_the_text_comes_first_and_the_rest_is_folded_at_the_foot(client: Client, make: Any) -> None:
    write_up = make.write_up(
        "Verslag", body="woord " * 1100 + "De passage.", date="2025-05-12", note="Afgeleid."
    )
    make.tip("Begin toch", write_up=write_up, excerpt="De passage.")
    make.appearance(write_up=write_up, speaker=make.speaker("Jo Jansen"))
    html = page(client, "/verslagen/verslag/")
    assert "12 mei 2025</time> · 5 minuten lezen" in html
    switch = html.index("data-marks")
    assert "checked" not in html[switch : switch + 20]
    places = [html.index(words) for words in (
        "data-marks", "De passage.", '<details class="kb-foot-fold kb-no-print" id="mensen">',
        '<details class="kb-foot-fold kb-no-print" id="tips">', 'id="over-de-tekst">', "Afgeleid.",
    )]  # fmt: skip
    assert places == sorted(places)


def test_a_text_of_an_editor_cannot_run_script(client: Client, make: Any) -> None:
    make.write_up(
        "Verslag",
        body="<script>alert(1)</script> [x](javascript:alert(2)) <img src=x onerror=alert(3)>",
        summary="<script>alert(4)</script>",
    )
    html = page(client, "/verslagen/verslag/")
    assert "<script>alert" not in html
    assert 'href="javascript:' not in html
    assert "<img" not in html


def test_people_stand_in_the_order_of_their_part(client: Client, make: Any) -> None:
    write_up = make.write_up("Verslag")
    for name, part in (("C Citaat", "cited"), ("A Auteur", "author"), ("I Inleider", "introduced")):
        make.appearance(write_up=write_up, speaker=make.speaker(name), part=part)
    html = page(client, "/verslagen/verslag/").partition("<body")[2]
    places = [html.index(name) for name in ("A Auteur", "I Inleider", "C Citaat")]
    assert places == sorted(places)


@pytest.mark.parametrize("fields", [
    {"status": "draft"},
    {"status": "in_review"},
    {"publish_at": timezone.now() + timedelta(days=5)},
])  # fmt: skip
def test_a_write_up_that_is_not_public_is_not_there(
    client: Client, make: Any, fields: dict[str, Any]
) -> None:
    make.write_up("Verslag", **fields)
    assert client.get("/verslagen/verslag/").status_code == 404
    assert "0 verslagen" in page(client, "/verslagen/")


def test_a_write_up_whose_time_has_come_is_there(client: Client, make: Any) -> None:
    make.write_up("Verslag", publish_at=timezone.now() - timedelta(minutes=5))
    assert "1 verslag<" in page(client, "/verslagen/")


def test_write_ups_are_filtered_by_genre_and_year(client: Client, make: Any) -> None:
    make.write_up("Blog van nu", genre="blog", date="2025-01-01")
    make.write_up("Blog van toen", genre="blog", date="2020-01-01")
    make.write_up("Artikel van nu", genre="article", date="2025-01-01")
    html = page(client, "/verslagen/", soort="blog", jaar="2025")
    assert "Blog van nu" in html
    assert "Blog van toen" not in html
    assert "Artikel van nu" not in html


def test_a_list_of_more_than_twenty_has_a_second_page(client: Client, make: Any) -> None:
    for number in range(21):
        make.write_up(f"Verslag {number:02}", genre="blog", date=f"20{number + 1:02}-01-01")
    html = page(client, "/verslagen/", soort="blog")
    assert "?soort=blog&amp;pagina=2" in html
    assert "Verslag 00" not in html
    assert "Verslag 00" in page(client, "/verslagen/", soort="blog", pagina="2")
    assert "Dit is de eerste pagina." in page(client, "/verslagen/", soort="blog", pagina="3")


def test_an_organisation_leads_to_all_that_leads_to_it(client: Client, make: Any) -> None:
    organisation = make.organisation("Kadaster", short_name="KAD", aliases=["Het Kadaster"])
    series = make.series("Hoe dan", organiser=organisation)
    meeting = make.session("Toen", state="held", date="2025-01-01", series=series)
    published = make.write_up("Uitgegeven", publisher=organisation, session=meeting)
    partnered = make.write_up("Samen gemaakt")
    partnered.partners.add(organisation)
    person = make.speaker("Jo Jansen")
    make.appearance(speaker=person, write_up=published, organisation=organisation)
    example = make.example(organisations=[organisation])
    tool = make.tool(organisations=[organisation])
    html = page(client, "/organisaties/kadaster/")
    for thing in (series, meeting, published, partnered, person, example, tool):
        assert f'href="{thing.get_absolute_url()}"' in html
    for thing in (series, published, partnered, person, example, tool):
        assert 'href="/organisaties/kadaster/"' in page(client, thing.get_absolute_url())
    assert "Ook bekend als Het Kadaster" in html


def test_organisations_stand_by_name_and_are_filtered_by_country(client: Client, make: Any) -> None:
    for name, country in (("écht", "NL"), ("Zorg", "NL"), ("Beleid", "BE"), ("Data", "NL")):
        make.write_up(publisher=make.organisation(name, country=country))
    html = page(client, "/organisaties/")
    assert re.findall(r'<a href="/organisaties/[-\w]+/">([^<]*)<', html) == [
        "Beleid", "Data", "écht", "Zorg",
    ]  # fmt: skip
    assert "Beleid" not in page(client, "/organisaties/", land="nl")
