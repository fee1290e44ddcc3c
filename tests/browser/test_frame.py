"""What is around every page, in use: the menu, and the focus after a form that was sent empty."""

from typing import Any

import pytest


@pytest.fixture
def more(visit: Any) -> Any:
    page = visit("/over/")
    page.get_by_text("Meer", exact=True).click()
    assert page.locator(".kb-nav__more[open]").count() == 1
    return page


def test_escape_closes_the_menu_and_gives_the_focus_back(more: Any) -> None:
    more.keyboard.press("Tab")
    more.keyboard.press("Escape")
    assert more.locator(".kb-nav__more[open]").count() == 0
    assert more.evaluate("document.activeElement.innerText") == "Meer"


def test_a_click_or_focus_elsewhere_closes_the_menu(more: Any) -> None:
    more.locator("h1").click()
    assert more.locator(".kb-nav__more[open]").count() == 0
    more.get_by_text("Meer", exact=True).click()
    more.locator("main a").first.focus()
    assert more.locator(".kb-nav__more[open]").count() == 0
    assert more.messages == []


@pytest.mark.parametrize("button", ["Toon wat helpt", "Zoek"])
@pytest.mark.parametrize("script", [True, False])
def test_an_empty_wijzer_takes_the_focus_to_what_is_wrong(
    visit: Any, button: str, script: bool
) -> None:
    page = visit("/wijzer/", java_script_enabled=script)
    page.locator("main").get_by_role("button", name=button, exact=True).click()
    alert = page.get_by_role("alert")
    assert alert.evaluate("e => e === document.activeElement")
    assert alert.inner_text().startswith("Vink eerst aan waar je tegenaan loopt")
    alert.get_by_role("link").click()
    assert page.evaluate("location.hash") == "#eigen-woorden"
