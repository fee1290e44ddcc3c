"""What people come for, counted in clicks: typing, pasting and looking cost none."""

from collections.abc import Iterator
from typing import Any

import pytest


class Clicks:
    """A page, how often its reader clicked, and how often it was printed."""

    def __init__(self, page: Any) -> None:
        self.page, self.number, self.prints = page, 0, 0
        page.expose_function("printed", self._print)
        page.add_init_script("window.print = () => printed()")
        page.reload()

    def _print(self) -> None:
        self.prints += 1

    def press(self, found: Any) -> None:
        self.number += 1
        found.first.click()

    def click(self, role: str, name: str) -> None:
        self.press(self.page.get_by_role(role, name=name, exact=True))


@pytest.fixture
def start(visit: Any) -> Iterator[Any]:
    yield lambda path: Clicks(visit(path))


def test_from_own_words_to_what_helps_takes_two_clicks(start: Any) -> None:
    reader = start("/")
    reader.page.fill("#tegenaan", "geen geld na de pilot")
    reader.click("button", "Toon wat helpt")
    reader.page.wait_for_url("**/wijzer/**")
    reader.press(reader.page.locator(".kb-choice__note a"))
    reader.page.wait_for_url("**b=**")
    assert reader.page.locator("main ol > li").count() > 2
    assert reader.number == 2


def test_from_a_theme_to_printed_cards_takes_three_clicks(start: Any) -> None:
    reader = start("/themas/leiderschap/")
    reader.press(reader.page.locator("#tips > summary"))
    reader.click("link", "Maak hier kaartjes van")
    reader.page.wait_for_url("**/kaarten/**")
    assert reader.page.locator(".kb-print-card--tip").count() == 25
    reader.click("button", "Print nu")
    assert (reader.number, reader.prints) == (3, 1)


def test_from_a_quote_to_its_picture_takes_two_clicks(start: Any) -> None:
    reader = start("/citaten/gaspersz-energie-ruimte-en-vertrouwen/")
    reader.press(reader.page.locator(".kb-deel > summary"))
    with reader.page.expect_download() as download:
        reader.click("link", "Download als plaatje, vierkant")
    assert download.value.suggested_filename.endswith(".png")
    assert reader.number == 2


def test_three_people_are_merged_in_six_clicks_after_they_answered(start: Any, site: str) -> None:
    answers = ("j2d", "n2j", "d2n")
    addresses = [f"{site}/premortem/#fase=vooraf&a=de-canyon.1{one}" for one in answers]
    reader = start("/")
    reader.press(reader.page.get_by_role("link", name="Pre-mortem", exact=True))
    reader.press(reader.page.get_by_role("link", name="leg de antwoorden naast elkaar"))
    reader.page.locator("textarea").fill("\n".join(addresses))
    reader.click("button", "Leg ze naast elkaar")
    heading = reader.page.locator("#resultaten")
    heading.wait_for()
    assert heading.inner_text().startswith("3 mensen")
    assert reader.number <= 6


def test_a_theme_is_followed_in_two_clicks(start: Any) -> None:
    reader = start("/themas/")
    reader.press(reader.page.locator("main a[href='/themas/leiderschap/']"))
    reader.page.wait_for_url("**/themas/leiderschap/")
    follow = reader.page.locator("a.kb-follow")
    feed = reader.page.request.get(site_of(reader.page) + str(follow.get_attribute("href")))
    assert "<feed" in feed.text()
    reader.press(follow)
    assert reader.number == 2


def site_of(page: Any) -> str:
    """Scheme and host of the site."""
    return "/".join(page.url.split("/")[:3])
