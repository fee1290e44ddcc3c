"""Suggestions while typing, in the search field of every page and in that of the search page."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.checks import axe_violations

HEADER, PAGE = "#zoek-boven", "#zoek"
FIELDS = [("/tips/", HEADER), ("/zoeken/", PAGE)]
OPTIONS = """list => [...list.children].map(
  option => [...option.children].map(part => part.textContent.trim()))"""
BOX = "list => { const b = list.getBoundingClientRect(); return [b.left, b.right, b.width]; }"


def suggested(page: Any, field: str, typed: str) -> list[list[str]]:
    """What is suggested once the answer to the last letter is there: name, and what it is."""
    with page.expect_response(re.compile(r"/suggesties/")):
        page.locator(field).press_sequentially(typed, delay=10)
    expect(page.locator(f"{field}-suggesties")).to_be_visible()
    found: list[list[str]] = page.locator(f"{field}-suggesties").evaluate(OPTIONS)
    return found


def state(page: Any, field: str) -> tuple[str | None, str | None]:
    """Whether the list is said to be open, and the name of the active option."""
    box = page.locator(field)
    active = box.get_attribute("aria-activedescendant")
    name = page.locator(f"#{active} .kb-suggest__text").text_content() if active else None
    return box.get_attribute("aria-expanded"), name


@pytest.mark.parametrize(("path", "field"), FIELDS)
def test_by_keyboard_somebody_reaches_the_person_that_was_typed(
    visit: Any, path: str, field: str
) -> None:
    page = visit(path)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert suggested(page, field, "gasp") == [
        ["Jeff Gaspersz", "spreker · hoogleraar Innovatie"],
    ]  # fmt: skip
    assert len([url for url in asked if "q=" in url]) == 1
    assert state(page, field) == ("true", None)
    page.keyboard.press("ArrowDown")
    assert state(page, field) == ("true", "Jeff Gaspersz")
    assert page.locator(f"{field}-suggesties [aria-selected=true]").count() == 1
    assert page.evaluate("document.activeElement.id") == field[1:]
    page.keyboard.press("Enter")
    page.wait_for_url("**/sprekers/jeff-gaspersz/")
    assert page.messages == []


def test_arrows_go_round_by_way_of_the_field_and_escape_closes_and_keeps_the_words(
    visit: Any,
) -> None:
    page = visit("/zoeken/")
    found = [name for name, _ in suggested(page, PAGE, "inno")]
    assert len(found) == 8
    walked = []
    for _ in range(9):
        page.keyboard.press("ArrowDown")
        walked.append(state(page, PAGE)[1])
    assert walked == [*found, None]
    page.keyboard.press("ArrowUp")
    assert state(page, PAGE) == ("true", found[-1])
    page.keyboard.press("Escape")
    assert state(page, PAGE) == ("false", None)
    expect(page.locator(f"{PAGE}-suggesties")).to_be_hidden()
    assert page.locator(PAGE).input_value() == "inno"


def test_tab_goes_on_and_closes_the_list(visit: Any) -> None:
    page = visit("/zoeken/")
    suggested(page, PAGE, "inno")
    page.keyboard.press("Tab")
    expect(page.locator(f"{PAGE}-suggesties")).to_be_hidden()
    assert page.evaluate("document.activeElement.textContent.trim()") == "Zoek"


@pytest.mark.parametrize(("path", "field"), FIELDS)
def test_screen_readers_hear_of_a_combobox_its_list_and_how_many_there_are(
    visit: Any, path: str, field: str
) -> None:
    page = visit(path)
    box = page.get_by_role("combobox", name=re.compile("^Zoek"))
    assert box.locator(f"xpath=self::*[@id='{field[1:]}']").count() == 1
    assert page.locator(field).get_attribute("aria-controls") == f"{field[1:]}-suggesties"
    suggested(page, field, "gasp")
    assert page.get_by_role("listbox", name="Suggesties").count() == 1
    assert page.get_by_role("option", name=re.compile("^Jeff Gaspersz spreker")).count() == 1
    said = page.locator(f"{field}-suggesties + [role=status]")
    expect(said).to_have_text("1 suggestie")
    page.keyboard.press("ArrowDown")
    assert axe_violations(page) == []
    page.locator(field).fill("xqzvwk")
    expect(said).to_have_text("Geen suggesties")
    assert state(page, field) == ("false", None)


@pytest.mark.parametrize("size", [(360, 740), (1280, 900)])
@pytest.mark.parametrize(("path", "field"), FIELDS)
def test_the_list_fits_the_window(visit: Any, path: str, field: str, size: tuple[int, int]) -> None:
    page = visit(path, width=size[0], height=size[1])
    suggested(page, field, "inno")
    left, right, width = page.locator(f"{field}-suggesties").evaluate(BOX)
    assert (left >= 0, right <= size[0], width >= 260) == (True, True, True)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_click_goes_there_too(visit: Any) -> None:
    page = visit("/zoeken/")
    suggested(page, PAGE, "gasp")
    page.get_by_role("option").click()
    page.wait_for_url("**/sprekers/jeff-gaspersz/")


def test_a_misspelt_word_is_searched_for_in_its_right_spelling(visit: Any) -> None:
    page = visit("/zoeken/")
    assert suggested(page, PAGE, "portomonee")[-1] == ["portemonnee", "zoek hierop"]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=portemonnee#resultaten")


@pytest.mark.parametrize(("path", "field"), FIELDS)
def test_enter_searches_for_what_was_typed_whatever_is_suggested(
    visit: Any, path: str, field: str
) -> None:
    page = visit(path)
    suggested(page, field, "gasp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=gasp#resultaten")
    assert page.messages == []


def test_too_short_a_text_suggests_nothing(visit: Any) -> None:
    page = visit("/zoeken/")
    suggested(page, PAGE, "ru")
    page.keyboard.press("Backspace")
    expect(page.locator(f"{PAGE}-suggesties")).to_be_hidden()


def test_without_a_script_the_field_just_searches(visit: Any) -> None:
    page = visit("/tips/", java_script_enabled=False)
    assert page.locator("[role=combobox], [role=listbox]").count() == 0
    page.locator(HEADER).fill("ruimte")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=ruimte#resultaten")
