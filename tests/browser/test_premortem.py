"""The pre-mortem in a browser: nothing gets lost, and no server reads an answer in an address."""

from typing import Any
from urllib.parse import urlsplit

import pytest

OPEN = ".kb-checks:not(.kb-checks--later)"


@pytest.fixture
def requests(visit: Any) -> Any:
    """A page with the questions, and every address that it asked of the server."""
    page = visit("/premortem/?fase=vooraf")
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    return page


def answer(page: Any, number: int) -> None:
    for place in range(number):
        page.locator(f"{OPEN} [value=j]").nth(place).check()


def go(page: Any, name: str, heading: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    page.get_by_role("heading", level=1, name=heading).wait_for()


def test_answers_survive_pages_phases_a_reload_and_another_visit(requests: Any) -> None:
    page = requests
    assert page.locator(OPEN).count() == 5
    page.fill("#naam", "Proef")
    answer(page, 4)
    page.get_by_role("button", name="Volgende vijf").click()
    assert page.inner_text("#voortgang") == "Patroon 6 tot en met 10 van 16"
    assert page.evaluate("document.activeElement.id") == "voortgang"
    answer(page, 6)
    go(page, "Onderweg", "Pre-mortem: onderweg")
    go(page, "Vooraf", "Pre-mortem: vooraf")
    assert page.locator("input:checked").count() == 10
    page.reload()
    page.locator("form[data-state]").wait_for()
    assert page.locator("input:checked").count() == 10
    assert page.input_value("#naam") == "Proef"
    page.goto(page.url.partition("#")[0])
    page.get_by_role("link", name="Ga verder waar je was").click()
    page.locator("form[data-state]").wait_for()
    assert page.locator("input:checked").count() == 10
    asked = [urlsplit(url) for url in page.asked if "premortem" in url]
    assert {one.query for one in asked} == {""}
    assert page.messages == []


def test_what_is_agreed_stands_in_the_address_and_starting_again_asks(requests: Any) -> None:
    page = requests
    answer(page, 4)
    page.get_by_role("button", name="Toon de uitslag").last.click()
    page.locator("h2#uitslag").wait_for()
    assert page.evaluate("document.activeElement.id") == "uitslag"
    page.fill("[name='wat:de-olifant']", "Elke week bellen")
    assert page.inner_text("#adres") == page.url
    page.reload()
    page.locator("h2#uitslag").wait_for()
    assert page.input_value("[name='wat:de-olifant']") == "Elke week bellen"
    assert not page.get_by_text("Ja, begin opnieuw").is_visible()
    page.get_by_text("Begin opnieuw", exact=True).click()
    page.get_by_role("link", name="Ja, begin opnieuw").click()
    page.wait_for_url("**/premortem/")
    assert page.evaluate("localStorage.premortem") is None


def test_without_a_script_no_answer_gets_lost_either(visit: Any) -> None:
    page = visit("/premortem/?fase=vooraf", java_script_enabled=False)
    assert page.locator(".kb-checks").count() == 16
    answer(page, 4)
    go(page, "Onderweg", "Pre-mortem: onderweg")
    go(page, "Vooraf", "Pre-mortem: vooraf")
    assert page.locator("input:checked").count() == 4
    go(page, "Toon de uitslag", "Pre-mortem vooraf")
    assert page.inner_text("h2#uitslag") == "Eén patroon bedreigt je"
    assert "de-olifant.1" not in page.url
