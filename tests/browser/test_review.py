"""The review by keyboard: what is only possible, a conflict after a reload, a choice outside."""

from typing import Any

import pytest

from tests.browser.checks import OVERFLOW, SMALL_TARGETS, axe_violations

TEXT = """# Leren van proeven met {name}

Op 12 mei 2025 kwamen 40 mensen bij elkaar.

## Wat werkt

Marieke Zandstra (adviseur, Gemeente Dorpsveen) zei: “Wie niets probeert, leert niets van {name}.”

Het helpt om vroeg met bewoners te praten over {name}, want dan weet je wat er speelt. Volgens de
groep moet je eerst een kleine proef met {name} doen voordat je een aanbesteding start.

## Tips

- Begin klein met {name} en vertel iedereen wat je leert.
"""


@pytest.fixture
def started(log_in: Any) -> Any:
    """Pastes a text about something and opens its review."""

    def open_review(name: str, **options: Any) -> Any:
        page = log_in("karin", "/redactie/nieuw/", **options)
        words = " ".join(f"{name}{n}" for n in range(60))
        page.fill("#id_text", f"{TEXT.format(name=name)}\n## Slot\n\n{words}.\n")
        page.get_by_role("button", name="Zoek in deze tekst").click()
        page.wait_for_selector("#nakijken")
        return page

    return open_review


def saved(page: Any) -> None:
    page.locator("#bewaard", has_text="Bewaard om").wait_for()


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
@pytest.mark.parametrize("width", [360, 1280])
def test_one_key_takes_what_is_only_possible_and_drops_it(
    started: Any, script: bool, width: int
) -> None:
    name = f"water{width}{'met' if script else 'zonder'}"
    page = started(name, java_script_enabled=script)
    page.set_viewport_size({"width": width, "height": 900})
    fold = page.locator("details.rv-possible").first
    assert fold.get_attribute("open") is None
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    box = fold.get_by_role("checkbox", name="Het helpt om vroeg")
    assert not box.is_checked()
    box.focus()
    page.keyboard.press("Space")
    if script:
        saved(page)
        page.reload()
    else:
        fold.get_by_role("button", name="Toon wat ik aanvinkte als voorstel").click()
    card = page.locator("section.rv-card--tip", has_text="Het helpt om vroeg").first
    assert card.get_by_label("Overnemen").is_checked()
    if script:
        assert (page.evaluate(OVERFLOW), page.evaluate(SMALL_TARGETS)) == ([], [])
        assert axe_violations(page) == []
        card.get_by_label("Overslaan").focus()
        page.keyboard.press("Space")
        saved(page)
        page.reload()
        assert page.locator("section.rv-card--tip", has_text="Het helpt om vroeg").count() == 0
    assert page.messages == []


def test_two_keys_lead_to_the_proposals(started: Any) -> None:
    page = started("toetsen")
    page.evaluate("document.activeElement.blur()")
    for _ in range(2):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de voorstellen"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('#eerste')")


def test_a_conflict_is_asked_again_after_a_reload_until_it_is_settled(
    started: Any, log_in: Any
) -> None:
    mine = started("ruzie")
    theirs = log_in("bram", "/redactie/")
    theirs.goto(mine.url)
    theirs.get_by_label("Samenvatting").fill("van B")
    saved(theirs)
    mine.get_by_label("Samenvatting").fill("van A")
    mine.wait_for_selector(".rv-conflict")
    mine.reload()
    assert mine.get_by_label("Samenvatting").input_value() == "van A"
    assert "van B" in mine.locator(".rv-conflict").inner_text()
    mine.get_by_role("button", name="Neem dat over").click()
    saved(mine)
    mine.reload()
    assert mine.locator(".rv-conflict").count() == 0
    assert mine.get_by_label("Samenvatting").input_value() == "van B"
