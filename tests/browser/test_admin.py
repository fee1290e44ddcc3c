"""The screens of the admin in a browser: for everybody to use, and as wide as the window."""

import re
from typing import Any

import pytest

from tests.browser.checks import OVERFLOW, axe_violations

DJANGOS_OWN = {
    ".select2-container": "select2, with which Django lets one choose by typing, names its boxes "
    "by what is chosen, and puts its search field in a list without a label",
    "th.original": "Django's table of rows has a column without a heading",
}
"""Parts that Django makes and that we can't mend from here, with what is wrong with them."""

WRITE_UP = "/admin/innovation_sessions/writeup/{write_up}"
SCREENS = [
    "/admin/", "/admin/innovation_sessions/writeup/", "/admin/innovation_sessions/writeup/add/",
    f"{WRITE_UP}/change/", f"{WRITE_UP}/history/", f"{WRITE_UP}/delete/", f"{WRITE_UP}/preview/",
    "/admin/innovation_sessions/speaker/{speaker}/change/",
    "/admin/practices/barrier/{barrier}/change/",
]  # fmt: skip
SHOWN = """document.querySelectorAll('details:not(.kb-nav__more)')
  .forEach(one => { one.open = true })"""
"""Opens every fold, but not the menu of the site, which lies over the page while it is open."""


def first(page: Any, path: str) -> str:
    """The key of the first row in a list of the admin."""
    page.goto(re.sub(r"/admin/.*|/redactie/.*", path, page.url))
    link = page.locator("#result_list tbody th a").first.get_attribute("href")
    return str(link).strip("/").split("/")[-2]


@pytest.fixture
def screens(log_in: Any, request: pytest.FixtureRequest) -> Any:
    """A page of karin, and every screen that it should look at."""

    def open_screens(**options: Any) -> tuple[Any, list[str]]:
        page = log_in("karin", "/admin/", bypass_csp=True, **options)
        keys = {
            name: first(page, f"/admin/{path}/")
            for name, path in (
                ("write_up", "innovation_sessions/writeup"),
                ("speaker", "innovation_sessions/speaker"),
                ("barrier", "practices/barrier"),
            )
        }
        return page, [screen.format(**keys) for screen in SCREENS]

    return open_screens


@pytest.mark.parametrize("width", [1280, 360])
def test_no_screen_of_the_admin_has_a_fault_of_ours_that_axe_can_see(
    screens: Any, editors: str, width: int
) -> None:
    page, paths = screens(width=width, color_scheme="light")
    found = {}
    for path in paths:
        page.goto(editors + path)
        page.evaluate(SHOWN)
        if faults := axe_violations(page, list(DJANGOS_OWN)) + page.evaluate(OVERFLOW):
            found[path] = faults
    assert found == {}


@pytest.mark.parametrize("width", [1280, 360])
def test_the_question_before_merging_has_no_fault_that_axe_can_see(
    log_in: Any, editors: str, width: int
) -> None:
    page = log_in("karin", "/admin/", bypass_csp=True, width=width, color_scheme="light")
    page.goto(f"{editors}/admin/innovation_sessions/speaker/")
    for number in (0, 1):
        page.locator("[name=_selected_action]").nth(number).check()
    page.select_option("[name=action]", "merge_selected")
    page.get_by_role("button", name="Uitvoeren").click()
    page.get_by_role("button", name="Voeg samen").wait_for()
    assert axe_violations(page) == []
    assert page.evaluate(OVERFLOW) == []


@pytest.mark.parametrize("width", [1280, 360])
def test_the_steps_and_versions_of_a_write_up_have_no_fault_that_axe_can_see(
    log_in: Any, editors: str, width: int
) -> None:
    page = log_in("karin", "/admin/", bypass_csp=True, width=width, color_scheme="light")
    key = first(page, "/admin/innovation_sessions/writeup/")
    page.goto(f"{editors}/admin/innovation_sessions/writeup/{key}/change/")
    page.get_by_role("button", name="Opslaan en opnieuw bewerken").first.click()
    page.locator(".messagelist .success").wait_for()
    page.get_by_role("link", name="Stappen en versies").click()
    page.wait_for_url("**/redactie/verslagen/*/")
    paths = [page.url.removeprefix(editors)]
    for kind in ("versie", "versies"):
        link = page.locator(f"main a[href*='/redactie/{kind}/']").last
        paths.append(str(link.get_attribute("href")))
    found = {}
    for path in paths:
        page.goto(editors + path)
        if faults := axe_violations(page) + page.evaluate(OVERFLOW):
            found[path] = faults
    assert found == {}
    assert len(paths) == 3
