"""Every list of the admin: it searches, filters, counts, and stays quick with more rows."""

import re
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sessions.models import Redirect

FACTORIES = {
    "appearance": "appearance",
    "archetype": "archetype",
    "barrier": "barrier",
    "barriergroup": "barrier_group",
    "claim": "claim",
    "example": "example",
    "organisation": "organisation",
    "principle": "principle",
    "principleset": "principle_set",
    "question": "question",
    "quote": "quote",
    "remedy": "remedy",
    "series": "series",
    "session": "session",
    "speaker": "speaker",
    "theme": "theme",
    "tip": "tip",
    "tool": "tool",
    "writeup": "write_up",
}
PATHS = {
    **dict.fromkeys(("quote", "question", "redirect", "series", "session", "speaker", "writeup",
                     "organisation", "appearance"), "innovation_sessions"),
    **dict.fromkeys(("archetype", "barrier", "barriergroup", "claim", "example", "principle",
                     "principleset", "remedy", "theme", "tip", "tool"), "practices"),
}  # fmt: skip
QUERY_BUDGET = 40


def list_address(name: str) -> str:
    return f"/admin/{PATHS[name]}/{name}/"


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_every_list_has_search_and_filters(editor_client: Client) -> None:
    bare = {
        model.__name__
        for model, screen in admin.site._registry.items()
        if model._meta.app_label in {"innovation_sessions", "practices"}
        and not (screen.search_fields and screen.list_filter)
    }
    assert bare == set()


def test_redirects_are_filtered_by_kind_of_page(editor_client: Client) -> None:
    for kind in ("sprekers", "themas"):
        Redirect.objects.create(old_path=f"/{kind}/oud/", new_path=f"/{kind}/nieuw/")
    address = "/admin/innovation_sessions/redirect/"
    page = editor_client.get(f"{address}?soort=sprekers").content.decode()
    assert "/sprekers/oud/" in page
    assert "/themas/oud/" not in page


def test_the_page_to_log_in_carries_the_name_of_the_site(client: Client) -> None:
    html = client.get("/admin/login/").content.decode()
    assert ">Innovatiekennis, beheer</a>" in html
    assert "<title>Aanmelden – Innovatiekennis, beheer</title>" in " ".join(html.split())
    assert "testserver" not in html


def test_every_model_has_a_screen() -> None:
    inside_another = {"archetypequestion", "voice"}
    models = {
        model._meta.model_name
        for label in ("innovation_sessions", "practices")
        for model in apps.get_app_config(label).get_models()
    }
    registered = {
        model._meta.model_name
        for model in admin.site._registry
        if model._meta.app_label in {"innovation_sessions", "practices"}
    }
    assert models - registered == inside_another
    assert registered == PATHS.keys()


@pytest.mark.parametrize("name", FACTORIES)
def test_a_list_asks_no_more_queries_for_more_rows(
    editor_client: Client, make: Any, name: str
) -> None:
    factory = getattr(make, FACTORIES[name])
    factory()
    queries(editor_client, list_address(name))  # content types are looked up once
    with_one = queries(editor_client, list_address(name))
    factory()
    with_two = queries(editor_client, list_address(name))  # only now filters have a choice
    factory()
    assert with_one <= with_two
    assert queries(editor_client, list_address(name)) == with_two
    assert with_two <= QUERY_BUDGET


@pytest.mark.parametrize("name", PATHS)
def test_every_list_can_be_searched(editor_client: Client, name: str) -> None:
    page = editor_client.get(list_address(name), {"q": "één woord"})
    assert page.status_code == 200
    assert 'id="searchbar"' in page.content.decode()


@pytest.mark.parametrize("name", ["quote", "tip", "writeup", "speaker", "organisation", "session"])
def test_filters_show_their_counts(editor_client: Client, make: Any, name: str) -> None:
    getattr(make, FACTORIES[name])()
    html = editor_client.get(list_address(name)).content.decode()
    assert re.search(r"\(\d+\)", html)
    assert 'id="changelist-filter"' in html


@pytest.mark.parametrize(
    "query",
    [
        "q=%00", "q=" + "x" * 5000, "p=abc", "p=-1", "p=99999999999999999999", "o=abc", "o=-99.x",
        "%00=1", "nonsense=1", "e=1", "all=", "_facets=", "pk__in=%00",
        "write_up__id__exact=abc", "write_up__id__exact=%00", "themes__id__exact=x",
        "write_up__id__exact=99999999999999999999", "wording__exact=%00",
        "wording__exact=verzonnen", "write_up__body__contains=geheim",
    ],
)  # fmt: skip
def test_a_list_survives_parameters_that_no_form_sends(
    editor_client: Client, make: Any, query: str
) -> None:
    make.quote()
    for name in ("quote", "barrier"):
        response = editor_client.get(f"{list_address(name)}?{query}", follow=True)
        assert response.status_code in {200, 400}


@pytest.mark.parametrize(
    "query",
    [
        "date__gte=x", "date__year=99999999999", "date__year=%00",
        "date__month=13&date__year=2025", "date__day=31&date__month=2&date__year=2025",
    ],
)  # fmt: skip
def test_a_list_survives_dates_that_do_not_exist(
    editor_client: Client, make: Any, query: str
) -> None:
    make.session(date="2025-12-08")
    response = editor_client.get(f"{list_address('session')}?{query}", follow=True)
    assert response.status_code in {200, 400}


@pytest.mark.parametrize("pk", ["abc", "0", "99999999999999999999", "%00", "1_2F"])
def test_a_screen_of_nothing_leads_back(editor_client: Client, pk: str) -> None:
    response = editor_client.get(f"/admin/practices/tip/{pk}/change/", follow=True)
    assert response.status_code == 200


def _autocomplete(client: Client, term: str, model: str, field: str) -> list[str]:
    response = client.get("/admin/autocomplete/", {
        "term": term, "app_label": "practices", "model_name": model, "field_name": field,
    })  # fmt: skip
    assert response.status_code == 200
    return [row["text"] for row in response.json()["results"]]


def test_speakers_themes_and_write_ups_are_found_by_typing(
    editor_client: Client, make: Any
) -> None:
    make.speaker("Dirk-Jan de Bruijn", aliases=["Dirk-Jan Bruin"])
    make.speaker("Anna de Wit")
    make.theme("Durf")
    make.write_up("Begin klein")
    assert _autocomplete(editor_client, "bruin", "tip", "speaker") == ["Dirk-Jan de Bruijn"]
    assert _autocomplete(editor_client, "DURF", "tip", "themes") == ["Durf"]
    assert _autocomplete(editor_client, "klein", "tip", "write_up") == ["Begin klein"]
    assert _autocomplete(editor_client, "bestaat niet", "tip", "speaker") == []
    assert len(_autocomplete(editor_client, "\0", "tip", "speaker")) == 2


def test_a_visitor_sees_no_screen(client: Client) -> None:
    for name in PATHS:
        response = client.get(list_address(name))
        assert response.status_code == 302
        assert response["Location"].startswith("/admin/login/")


def test_the_admin_speaks_dutch_and_carries_the_name_of_the_site(editor_client: Client) -> None:
    html = editor_client.get("/admin/").content.decode()
    assert '<html lang="nl"' in html
    assert "Innovatiekennis" in html
    assert "Wat wil je bewerken?" in html
    for name in ("Verslagen", "Citaten", "Barrières", "Thema’s"):
        assert name in html
