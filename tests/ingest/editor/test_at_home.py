"""On a public page an editor finds the way to its form, its reports and its versions."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from innovkb.corrections.actions import receive


def tools(client: Client, path: str) -> dict[str, str]:
    soup = BeautifulSoup(client.get(path.partition("#")[0]).content, "html.parser")
    return {one.get_text(): str(one["href"]) for one in soup.select(".kb-editor-tools a")}


@pytest.fixture
def things(make: Any) -> dict[str, Any]:
    """One public thing of every kind with a page."""
    row = make.write_up(
        "Een verslag", session=make.session("Een dag", state="held", date="2025-05-12")
    )
    speaker = make.speaker("Mara Jacobi")
    body = make.organisation("Haven")
    make.appearance(write_up=row, speaker=speaker, organisation=body)
    themes = [make.theme("Leren")]
    return {
        "write_up": row, "speaker": speaker, "organisation": body, "session": row.session,
        "theme": themes[0],
        "tip": make.tip("Begin klein", write_up=row, themes=themes),
        "quote": make.quote("Wie leert, groeit.", write_up=row),
        "barrier": make.barrier("Geen tijd", write_up=row),
        "archetype": make.archetype("De lege zaal"),
        "example": make.example("Een straat", write_up=row),
        "tool": make.tool("Een kaart", write_up=row),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "links"),
    [
        ("tip", ["Bewerk dit", "Meldingen (0)", "Versies"]),
        ("quote", ["Bewerk dit", "Meldingen (0)", "Versies"]),
        ("barrier", ["Bewerk dit", "Meldingen (0)", "Versies"]),
        ("archetype", ["Bewerk dit", "Meldingen (0)", "Versies"]),
        ("example", ["Bewerk dit", "Meldingen (0)", "Versies"]),
        ("tool", ["Bewerk dit", "Meldingen (0)", "Versies"]),
        ("write_up", ["Bewerk dit", "Meldingen (0)", "Stappen en versies"]),
        ("speaker", ["Bewerk dit", "Meldingen (0)"]),
        ("organisation", ["Bewerk dit", "Meldingen (0)"]),
        ("session", ["Bewerk dit", "Meldingen (0)"]),
        ("theme", ["Bewerk dit", "Meldingen (0)"]),
    ],
)
def test_each_page_has_its_ways_and_every_way_leads_somewhere(
    chief_client: Client, client: Client, things: dict[str, Any], kind: str, links: list[str]
) -> None:
    path = things[kind].get_absolute_url()
    found = tools(chief_client, path)
    assert list(found) == links
    assert [chief_client.get(address).status_code for address in found.values()] == [200] * len(
        links
    )
    assert tools(client, path) == {}


def test_a_redacteur_is_not_offered_the_form_of_what_is_public(
    assistant_client: Client, things: dict[str, Any]
) -> None:
    found = tools(assistant_client, things["tip"].get_absolute_url())
    assert list(found) == ["Meldingen (0)", "Versies"]


def test_what_editors_see_is_kept_for_nobody(
    chief_client: Client, client: Client, things: dict[str, Any], settings: Any
) -> None:
    from innovkb.frame import page_cache

    page_cache.PLAIN.clear()
    path = things["quote"].get_absolute_url()
    assert len(tools(chief_client, path)) == 3
    first = client.get(path)
    assert "kb-editor-tools" not in first.content.decode()
    receive(thing=things["quote"], wrong="Klopt niet.", suggestion="", email="")
    assert "Meldingen (1)" in tools(chief_client, path)
    assert client.get(path).content == first.content
    stale = Client()
    stale.cookies[settings.SESSION_COOKIE_NAME] = "made-up"
    assert "kb-editor-tools" not in stale.get(path).content.decode()


def test_the_history_in_the_admin_is_that_of_the_versions(
    chief_client: Client, things: dict[str, Any]
) -> None:
    pk = things["tip"].pk
    response = chief_client.get(f"/admin/practices/tip/{pk}/history/")
    assert response["Location"] == f"/redactie/versies/tip/{pk}/"
    assert ">Versies<" in chief_client.get(f"/admin/practices/tip/{pk}/change/").content.decode()


def test_a_new_theme_needs_a_name_alone_and_is_listed_once_there_is_something_on_it(
    chief_client: Client, client: Client, make: Any
) -> None:
    chief_client.post("/admin/practices/theme/add/", {"name": "Ruimte maken", "position": "0"})
    page = client.get("/themas/ruimte-maken/")
    assert (page.status_code, "Ruimte maken" in client.get("/themas/").content.decode()) == (
        200, False,
    )  # fmt: skip
    from practices.models import Theme

    make.tip("Begin klein", themes=[Theme.objects.get()])
    assert "Ruimte maken" in client.get("/themas/").content.decode()


def test_an_archetype_without_a_text_is_refused_and_names_no_source_that_it_has_not(
    chief_client: Client, client: Client
) -> None:
    from practices.models import Archetype
    from tests.forms import form_values

    path = "/admin/practices/archetype/add/"
    values = form_values(chief_client.get(path).content.decode(), "archetype_form")
    values |= {"title": "De zwevende ponton"}
    assert values["wording"] == "edited"
    refused = chief_client.post(path, values)
    assert (refused.status_code, Archetype.objects.count()) == (200, 0)
    assert "Leg uit wat dit patroon is." in refused.content.decode()
    assert chief_client.post(path, {**values, "text": "Hij ligt los."}).status_code == 302
    page = client.get("/archetypen/de-zwevende-ponton/").content.decode()
    assert ("Instituut voor Briljante" in page, "nergens kunnen nakijken" in page) == (False, False)
    assert "De naam, de uitleg en de vragen zijn van de redactie." in page
