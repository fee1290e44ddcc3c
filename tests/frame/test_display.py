"""The switch between light and dark, and where the menus lead."""

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from innovkb.frame.display import COOKIE, display
from innovkb.kinds import KINDS

ADDRESS = "/weergave/"


def test_choosing_dark_sets_the_cookie_and_goes_back(client: Client) -> None:
    response = client.post(ADDRESS, {"weergave": "donker", "terug": "/tips/?thema=ruimte"})
    assert (response.status_code, response["Location"]) == (303, "/tips/?thema=ruimte")
    cookie = response.cookies[COOKIE]
    assert cookie.value == "donker"
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_no_token_is_needed() -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post(ADDRESS, {"weergave": "licht"}).status_code == 303


@pytest.mark.parametrize(
    "back",
    ["https://elders.example/", "//elders.example", "javascript:alert(1)", "", "x" * 2001, "\0"],
)
def test_going_back_never_leaves_the_site(client: Client, back: str) -> None:
    response = client.post(ADDRESS, {"weergave": "licht", "terug": back})
    assert response["Location"] == "/"


@pytest.mark.parametrize("choice", ["", "paars", "donker\0", "x" * 10_000])
def test_an_unknown_choice_sets_no_cookie(client: Client, choice: str) -> None:
    response = client.post(ADDRESS, {"weergave": choice, "terug": "/tips/"})
    assert (response.status_code, response["Location"]) == (303, "/tips/")
    assert COOKIE not in response.cookies


def test_reading_the_address_is_refused(client: Client) -> None:
    assert client.get(ADDRESS).status_code == 405


@pytest.mark.parametrize(
    ("cookie", "mode"),
    [("donker", "donker"), ("licht", "licht"), ("<script>", "systeem"), ("", "systeem")],
)
def test_the_page_has_the_chosen_mode_and_no_other(
    rf: RequestFactory, cookie: str, mode: str
) -> None:
    request = rf.get("/")
    request.COOKIES[COOKIE] = cookie
    page = render_to_string("base.html", request=request)
    assert f'data-weergave="{mode}"' in page
    assert page.count('aria-pressed="true"') == 1


def test_the_doors_stand_in_front_and_everything_is_in_the_menus_once(rf: RequestFactory) -> None:
    context = display(rf.get("/tips/"))
    labels = {
        name: [link["label"] for link in context[name]]  # type: ignore[attr-defined]
        for name in ("menu", "menu_first", "menu_then")
    }
    assert labels["menu"] == [
        "Wat helpt", "Tips", "Citaten", "Sprekers", "Thema’s", "Pre-mortem"
    ]  # fmt: skip
    assert labels["menu_first"] == ["Wat helpt", "Tips", "Citaten", "Sprekers"]
    assert labels["menu_first"] + labels["menu_then"] == labels["menu"]
    everything = [
        link["url"]
        for name in ("menu", "menu_more", "menu_tools")
        for link in context[name]  # type: ignore[attr-defined]
    ]
    tools = ["/wijzer/", "/premortem/", "/kaart/", "/kaarten/"]
    assert sorted(everything) == sorted([*tools, *(k.list_url for k in KINDS)])


@pytest.mark.parametrize(("path", "current"), [("/tips/", "page"), ("/tips/een-tip/", "true")])
def test_the_menu_says_where_you_are(rf: RequestFactory, path: str, current: str) -> None:
    links = display(rf.get(path))["menu"]
    assert isinstance(links, list)
    marked = {link["url"]: link["current"] for link in links if link["current"]}
    assert marked == {"/tips/": current}
