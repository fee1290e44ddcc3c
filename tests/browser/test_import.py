"""Importing a write-up in a real browser, with and without a script."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.checks import OVERFLOW, SMALL_TARGETS, axe_violations, walk
from tests.browser.conftest import PASSWORD

TEXT = """# Leren van {name}

Op {day} mei 2025 kwamen 40 mensen bij elkaar.

Marieke Zandstra (adviseur, Gemeente Dorpsveen) opende de middag.

Marieke Zandstra: “Wie {name} probeert, leert van zijn fouten en van die van een ander.”

## Tips

- Begin klein met {name} en vertel iedereen wat je leert.
- Vraag een collega van buiten om naar {name} te kijken.
"""


def text_about(name: str) -> str:
    """A write-up unlike that of any other test, so that it is no newer version of one.

    A session of each test on a day of its own, because about one on the same day is a question.
    """
    own = ". ".join(f"Over {name} zei nummer {n} {name}{n}" for n in range(30))
    return f"{TEXT.format(name=name, day=len(name))}\n## Verslag\n\n{own}.\n"


@pytest.fixture
def started(log_in: Any) -> Any:
    """Pastes a text of its own and opens its review: ``started("proeven")``."""

    def open_review(name: str, user: str = "karin", **options: Any) -> Any:
        page = log_in(user, "/redactie/nieuw/", **options)
        page.fill("#id_text", text_about(name))
        page.get_by_role("button", name="Zoek in deze tekst").click()
        page.wait_for_selector("#nakijken")
        return page

    return open_review


def saved(page: Any) -> None:
    page.locator("#bewaard", has_text="Bewaard om").wait_for()


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
def test_a_paste_becomes_a_page(started: Any, editors: str, script: bool) -> None:
    name = f"morgen {'met' if script else 'zonder'}"
    page = started(name, java_script_enabled=script)
    page.get_by_label("Samenvatting").fill("Over leren.")
    tip = page.locator(".rv-card--tip").last
    tip.get_by_label("Overslaan").check()
    page.get_by_role("button", name="Voorbeeld").click()
    assert "Dit is een voorbeeld" in page.locator("aside.kb-alert").inner_text()
    page.get_by_role("link", name="Verder met afronden").click()
    page.get_by_role("button", name="Publiceer nu").click()
    page.get_by_role("link", name="Bekijk op de site").click()
    text = page.locator("main").inner_text()
    assert page.locator("h1").inner_text() == f"Leren van {name}"
    assert "Over leren." in text
    assert f"Begin klein met {name}" in text
    assert "Vraag een collega van buiten" not in text
    assert page.locator("mark.kb-mark--quote").count() == 1
    assert page.messages == []


def test_what_is_typed_is_there_after_a_reload_without_a_button(started: Any) -> None:
    page = started("tikken")
    page.get_by_label("Samenvatting").fill("Getikt, nergens op gedrukt.")
    saved(page)
    page.reload()
    assert page.get_by_label("Samenvatting").input_value() == "Getikt, nergens op gedrukt."


def test_closing_the_tab_at_once_loses_nothing(started: Any) -> None:
    page = started("sluiten")
    context, address = page.context, page.url
    page.get_by_label("Samenvatting").fill("Net voor het sluiten.")
    page.close()
    again = context.new_page()
    again.goto(address)
    again.wait_for_timeout(500)
    again.reload()
    assert again.get_by_label("Samenvatting").input_value() == "Net voor het sluiten."


def test_a_selected_passage_becomes_an_item(started: Any) -> None:
    page = started("selecteren")
    page.evaluate("""() => {
      const walker = document.createTreeWalker(document.getElementById('bron'), 4);
      while (!walker.nextNode().data.includes('opende de middag')) {}
      const at = walker.currentNode.data.indexOf('opende de middag');
      getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 16);
    }""")
    page.locator("#selectie").get_by_role("button", name="Voorbeeld").click()
    page.wait_for_selector(".rv-card--example:target")
    card = page.locator(".rv-card--example")
    assert card.get_by_label("Tekst").input_value() == "opende de middag"


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
def test_a_speaker_whom_the_rules_missed_is_added_and_says_a_tip(
    started: Any, script: bool
) -> None:
    page = started(f"spreker {'met' if script else 'zonder'}", java_script_enabled=script)
    card = page.locator(".rv-card--tip").first
    card.locator("summary", has_text="Meer velden").click()
    tip = card.locator("[data-speaks]").get_attribute("data-speaks")
    if script:
        card.get_by_role("link", name="Staat de spreker er niet bij?").click()
        assert page.evaluate("document.activeElement.id") == "id_person_name"
    else:
        page.locator("summary", has_text="Een spreker toevoegen").click()
        page.select_option("#id_person_speaks", tip)
    page.get_by_label("Naam van de spreker").fill("Tobias Veldkamp")
    page.get_by_role("button", name="Voeg deze spreker toe").click()
    page.wait_for_selector(".rv-card--tip:target")
    chosen = page.locator(f"[name='{tip}.speaker'] option:checked")
    assert chosen.text_content() == "Tobias Veldkamp"
    assert page.locator(".rv-card--person [name$='.name']").count() == 2
    assert page.messages == []


def test_a_selected_name_becomes_a_speaker(started: Any) -> None:
    page = started("naam")
    page.evaluate("""() => {
      const walker = document.createTreeWalker(document.getElementById('bron'), 4);
      while (!walker.nextNode().data.includes('collega van buiten')) {}
      const at = walker.currentNode.data.indexOf('collega van buiten');
      getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 7);
    }""")
    page.locator("#selectie").get_by_role("button", name="Spreker").click()
    page.wait_for_selector(".rv-card--person:target")
    card = page.locator(".rv-card--person:target")
    assert card.get_by_label("Naam", exact=True).input_value() == "collega"


def test_two_editors_are_told_of_each_other_and_both_keep_their_words(
    started: Any, log_in: Any
) -> None:
    mine = started("samenwerken")
    theirs = log_in("bram", "/redactie/")
    theirs.goto(mine.url)
    theirs.get_by_label("Titel").first.fill("De titel van bram")
    theirs.get_by_label("Samenvatting").fill("De samenvatting van bram")
    saved(theirs)
    mine.get_by_label("Titel").first.fill("De titel van karin")
    mine.wait_for_selector(".rv-conflict")
    assert "bram" in mine.locator("#bewaard").inner_text()
    assert "bram schreef: De titel van bram" in mine.locator(".rv-conflict").inner_text()
    mine.wait_for_selector(".rv-theirs")
    assert mine.get_by_label("Samenvatting").input_value() == "De samenvatting van bram"
    assert mine.get_by_label("Titel").first.input_value() == "De titel van karin"
    mine.get_by_role("button", name="Houd wat ik schreef").click()
    saved(mine)
    theirs.reload()
    assert theirs.get_by_label("Titel").first.input_value() == "De titel van karin"


def test_work_survives_an_expired_log_in(started: Any) -> None:
    page = started("uitloggen")
    page.context.clear_cookies(name="sessionid")
    page.get_by_label("Samenvatting").fill("Getikt na het uitloggen.")
    page.wait_for_selector("#bewaard.is-wrong a")
    assert "Je bent uitgelogd" in page.locator("#bewaard").inner_text()
    with page.context.expect_page() as opened:
        page.locator("#bewaard a").click()
    second = opened.value
    second.fill("#id_username", "karin")
    second.fill("#id_password", PASSWORD)
    second.click("[type=submit]")
    second.wait_for_url("**/redactie/ingelogd/")
    second.close()
    page.evaluate("dispatchEvent(new Event('focus'))")
    saved(page)
    page.reload()
    assert page.get_by_label("Samenvatting").input_value() == "Getikt na het uitloggen."


def test_a_form_of_a_logged_out_editor_is_saved_after_logging_in_without_a_script(
    started: Any,
) -> None:
    page = started("verlopen", java_script_enabled=False)
    page.context.clear_cookies(name="sessionid")
    page.get_by_label("Samenvatting").fill("Getikt zonder script.")
    page.get_by_role("button", name="Bewaar", exact=True).last.click()
    page.get_by_label("Gebruikersnaam").fill("karin")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Log in en bewaar mijn werk").click()
    assert page.get_by_label("Samenvatting").input_value() == "Getikt zonder script."


def test_a_rich_paste_keeps_its_list(log_in: Any) -> None:
    page = log_in("karin", "/redactie/nieuw/")
    page.evaluate("""() => {
      const data = new DataTransfer();
      data.setData('text/html', '<h2>Tips</h2><ul><li>Begin klein</li></ul>');
      data.setData('text/plain', 'Tips Begin klein');
      const text = document.getElementById('id_text');
      text.dispatchEvent(new ClipboardEvent('paste',
        {clipboardData: data, bubbles: true, cancelable: true}));
    }""")
    page.locator("#plakmelding", has_text="Geplakt, met koppen en lijsten.").wait_for()
    lines = page.locator("#id_text").input_value().strip().split("\n")
    assert (lines[0], lines[-1]) == ("## Tips", "- Begin klein")


def test_what_is_open_gets_the_focus_and_leads_to_its_field(started: Any) -> None:
    page = started("fouten")
    page.get_by_label("Titel").first.fill("")
    saved(page)
    page.get_by_role("button", name="Afronden").click()
    page.wait_for_selector("#fouten")
    assert page.evaluate("document.activeElement.id") == "fouten"
    page.locator("#fouten a").first.click()
    assert page.evaluate("document.activeElement.id") == "f-d-title"


@pytest.fixture(scope="module")
def a_review(browser: Any, editors: str) -> Iterator[str]:
    """The path of a review that the checks below look at."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{editors}/admin/login/?next=/redactie/nieuw/")
    page.fill("#id_username", "karin")
    page.fill("#id_password", PASSWORD)
    page.click("[type=submit]")
    page.fill("#id_text", text_about("bekijken"))
    page.get_by_role("button", name="Zoek in deze tekst").click()
    page.wait_for_selector("#nakijken")
    yield page.url.removeprefix(editors)
    context.close()


SCREENS = ["/redactie/", "/redactie/nieuw/", "{review}", "{review}?controle=ja",
           "{review}afronden/", "{review}weggooien/"]  # fmt: skip


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (360, "light")])
def test_no_screen_has_a_fault_that_axe_can_see(
    log_in: Any, editors: str, a_review: str, width: int, scheme: str
) -> None:
    page = log_in("karin", "/redactie/", width=width, color_scheme=scheme, bypass_csp=True)
    found = {}
    for screen in SCREENS:
        page.goto(editors + screen.format(review=a_review))
        page.evaluate(
            "document.querySelectorAll('main details').forEach(one => { one.open = true })"
        )
        if faults := axe_violations(page):
            found[screen] = faults
    assert found == {}


def test_no_screen_scrolls_sideways_or_has_small_targets(
    log_in: Any, editors: str, a_review: str
) -> None:
    page = log_in("karin", "/redactie/", width=320)
    found = {}
    for screen in SCREENS:
        page.goto(editors + screen.format(review=a_review))
        if faults := page.evaluate(OVERFLOW) + page.evaluate(SMALL_TARGETS):
            found[screen] = faults
    assert found == {}


def test_every_stop_of_the_tab_key_is_visible_and_in_order(
    log_in: Any, editors: str, a_review: str
) -> None:
    page = log_in("karin", "/redactie/")
    found = {}
    for screen in ("/redactie/", "/redactie/nieuw/", "{review}"):
        page.goto(editors + screen.format(review=a_review))
        if faults := walk(page):
            found[screen] = faults
    assert found == {}
    assert page.messages == []
