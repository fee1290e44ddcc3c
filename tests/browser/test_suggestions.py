"""Suggestions while typing, in the search field of every page and in that of the search page."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

HEADER, PAGE = "#zoek-boven", "#zoek"
FIELDS = [("/tips/", HEADER), ("/zoeken/", PAGE)]
OPTIONS = """list => [...list.options].map(option => [option.value, option.label])"""

CHOOSE = """(field, text) => {
  field.value = text;
  field.dispatchEvent(new InputEvent("input", {inputType: "insertReplacementText"}));
}"""


def suggested(page: Any, field: str, typed: str) -> list[list[str]]:
    """What is suggested once the answer to the last letter is there: value and label."""
    with page.expect_response(re.compile(r"/suggesties/")):
        page.locator(field).press_sequentially(typed, delay=10)
    options = page.locator(f"{field}-suggesties option")
    expect(options).not_to_have_count(0)
    found: list[list[str]] = page.locator(f"{field}-suggesties").evaluate(OPTIONS)
    return found


@pytest.mark.parametrize(("path", "field"), FIELDS)
def test_typing_a_name_suggests_the_speaker_with_one_request(
    visit: Any, path: str, field: str
) -> None:
    page = visit(path)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert ["Jeff Gaspersz", "Jeff Gaspersz (spreker)"] in suggested(page, field, "gaspe")
    assert len([url for url in asked if "q=" in url]) == 1
    assert page.messages == []


def test_a_misspelt_name_is_suggested_with_what_was_typed(visit: Any) -> None:
    page = visit("/zoeken/")
    found = suggested(page, PAGE, "jef gasperz")
    assert ["Jeff Gaspersz", "Jeff Gaspersz (spreker, bij ‘jef gasperz’)"] in found


@pytest.mark.parametrize(("path", "field"), FIELDS)
def test_screen_readers_hear_of_a_combobox_with_a_name(visit: Any, path: str, field: str) -> None:
    page = visit(path)
    box = page.get_by_role("combobox", name=re.compile("^Zoek"))
    assert page.locator(field).get_attribute("list") == f"{field[1:]}-suggesties"
    assert box.locator(f"xpath=self::*[@id='{field[1:]}']").count() == 1


@pytest.mark.parametrize(("path", "field"), FIELDS)
def test_enter_searches_for_what_was_typed_whatever_is_suggested(
    visit: Any, path: str, field: str
) -> None:
    page = visit(path)
    suggested(page, field, "gaspe")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=gaspe#resultaten")
    assert page.messages == []


def test_taking_a_suggestion_asks_for_no_more(visit: Any) -> None:
    # The browser draws the list itself, outside the page: what it does on a choice stands here.
    page = visit("/zoeken/")
    suggested(page, PAGE, "gaspe")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator(PAGE).evaluate(CHOOSE, "Jeff Gaspersz")
    page.wait_for_timeout(400)
    assert asked == []
    page.locator(PAGE).press("Enter")
    page.wait_for_url("**/zoeken/?q=Jeff+Gaspersz#resultaten")


def test_too_short_a_text_suggests_nothing(visit: Any) -> None:
    page = visit("/zoeken/")
    suggested(page, PAGE, "ru")
    page.keyboard.press("Backspace")
    expect(page.locator(f"{PAGE}-suggesties option")).to_have_count(0)


def test_without_a_script_the_field_just_searches(visit: Any) -> None:
    page = visit("/tips/", java_script_enabled=False)
    page.locator(HEADER).fill("ruimte")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=ruimte#resultaten")
