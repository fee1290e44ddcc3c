"""Cards, the map and *Klopt dit niet?* in a browser: with a script, without one, and on paper."""

import re
from typing import Any

import pytest

SET = "/kaarten/?k=tip:begin-toch" + "".join(
    f"&k=archetype:de-{name}" for name in ("olifant", "canyon", "junk", "gloeilamp")
)
OVERFULL_CARDS = """() => [...document.querySelectorAll('.kb-print-card')]
  .filter(card => card.scrollHeight > card.clientHeight + 1).length"""
OVERFULL_BOXES = """() => [...document.querySelectorAll('.kb-map__node')].filter(node => {
  const box = node.querySelector('.kb-map__box').getBoundingClientRect();
  return [...node.querySelectorAll('text')]
    .some(text => text.getBoundingClientRect().right > box.right);
}).length"""


def test_keeping_collects_across_pages_in_this_browser_only(visit: Any) -> None:
    page = visit("/tips/begin-toch/")
    keep = page.locator("[data-keep='tip:begin-toch']")
    keep.click()
    assert keep.get_attribute("aria-pressed") == "true"
    assert page.inner_text("#melding") == "Bewaard. Je hebt er 1."
    page.goto(page.url.replace("/tips/begin-toch/", "/archetypen/de-olifant/"))
    page.locator("[data-keep='archetype:de-olifant']").focus()
    page.keyboard.press("Space")
    page.get_by_role("link", name="Bewaard (2)").click()
    assert page.url.endswith("/kaarten/?k=tip:begin-toch&k=archetype:de-olifant")
    assert page.inner_text("h1") == "2 kaartjes"
    page.locator("[data-unkeep='tip:begin-toch']").click()
    assert page.evaluate("localStorage.kept") == '["archetype:de-olifant"]'
    assert page.context.cookies() == []
    assert page.messages == []


@pytest.mark.parametrize(
    ("path", "number"), [("/archetypen/", 16), ("/tips/?thema=leiderschap", 20)]
)
def test_all_of_a_page_is_kept_at_once(visit: Any, path: str, number: int) -> None:
    page = visit(path)
    page.get_by_role("button", name="Alles op deze pagina bewaren").click()
    assert page.inner_text("#melding") == f"Bewaard. Je hebt er {number}."
    page.get_by_role("link", name=f"Bewaard ({number})").click()
    assert page.inner_text("h1") == f"{number} kaartjes"
    assert page.messages == []


def test_a_set_is_made_without_a_script(visit: Any) -> None:
    page = visit("/tips/begin-toch/", java_script_enabled=False)
    page.get_by_role("link", name=re.compile("^Bewaar")).click()
    assert page.inner_text("h1") == "1 kaartje"
    page.select_option("[name=soort]", "archetype")
    page.get_by_role("button", name="Toon").click()
    page.get_by_label("De olifant").check()
    page.get_by_role("button", name="Maak kaartjes").click()
    assert page.inner_text("h1") == "2 kaartjes"


def test_five_cards_fill_two_sheets_of_a4(visit: Any) -> None:
    pdf = visit(SET).pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 2
    boxes = re.findall(rb"/MediaBox\s*\[([^\]]+)\]", pdf)
    assert {tuple(round(float(side)) for side in box.split()) for box in boxes} == {
        (0, 0, 595, 842)
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_text_runs_off_a_card_or_out_of_a_box_of_the_map(visit: Any, scheme: str) -> None:
    page = visit(SET, color_scheme=scheme)
    page.emulate_media(media="print")
    assert page.evaluate(OVERFULL_CARDS) == 0
    page = visit("/kaart/?thema=samenwerken&knoop=theme:samenwerken", color_scheme=scheme)
    assert page.evaluate(OVERFULL_BOXES) == 0


def test_a_node_is_chosen_with_the_keyboard_and_without_a_script(visit: Any) -> None:
    page = visit("/kaart/", java_script_enabled=False)
    page.locator(".kb-map__node").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/kaart/?knoop=*")
    assert page.locator(".kb-map__node--chosen").count() == 1
    assert page.locator(".kb-map__node--near").count() > 0


def test_a_wrong_form_takes_the_focus_to_what_is_wrong(visit: Any) -> None:
    page = visit("/klopt-dit-niet/tips/begin-toch/", java_script_enabled=False)
    assert not page.locator("[name=website]").is_visible()
    page.get_by_role("button", name="Verstuur").click()
    assert page.locator("#fouten").is_visible()
    assert page.locator("#wrong").get_attribute("aria-describedby") == "wrong_helptext wrong_error"
    assert page.inner_text("#wrong_error") == "Vul in wat er niet klopt."
