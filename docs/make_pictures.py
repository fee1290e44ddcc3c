"""Makes the pictures of redactie.md from the real screens.

Run it against an empty site of your own, with the log-in that ``make run`` printed:

    .venv/bin/python docs/make_pictures.py http://127.0.0.1:8000 redactie WACHTWOORD

It imports an invented write-up and publishes it.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

IMAGES = Path(__file__).parent / "images"
FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic"]
TEXT = """# Samen leren van wat misging

Op 12 mei 2025 kwamen ruim 40 mensen bij elkaar in Dorpsveen.

Marieke Zandstra (adviseur, Gemeente Dorpsveen) opende de middag. Zij vertelde hoe haar team een
proef met een digitaal loket stopte. “Wie niets probeert, leert ook niets van zijn fouten”, zegt
Marieke.

Joost ter Velde is hoofd vernieuwing bij Waterschap Lage Landen. Hij ziet dat tijd vaak ontbreekt.
Joost: “We vieren de start van een project met taart, maar bij het einde is de kamer leeg.”

## Tips

- Begin klein en vertel iedereen wat je leert.
- Vraag een collega van buiten om mee te kijken.
- Plan het terugkijken al in voordat je begint.

## Barrières

- Er is geen tijd om terug te kijken op wat misging.
- Wie een fout toegeeft, wordt er later op aangesproken.
"""


def main(site: str, user: str, password: str) -> None:
    """Walk through an import, and keep a picture of each step."""
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"), args=FLAGS
        )
        page = browser.new_page(
            viewport={"width": 1100, "height": 760}, locale="nl-NL", timezone_id="Europe/Amsterdam"
        )
        _log_in(page, site, user, password)
        _import(page, site)
        _finish(page)
        _shared_words(page, site)
        _telephone(page, site)
        browser.close()


def _keep(page: Any, name: str, height: int = 760) -> None:
    size = page.viewport_size
    clip = {"x": 0, "y": 0, "width": size["width"], "height": min(height, size["height"])}
    page.screenshot(path=IMAGES / f"{name}.png", clip=clip)


def _log_in(page: Any, site: str, user: str, password: str) -> None:
    page.goto(f"{site}/admin/login/?next=/redactie/")
    _keep(page, "inloggen", 420)
    page.fill("#id_username", user)
    page.fill("#id_password", password)
    page.click("[type=submit]")
    page.wait_for_url("**/redactie/")


def _import(page: Any, site: str) -> None:
    page.goto(f"{site}/redactie/nieuw/")
    page.fill("#id_text", TEXT)
    page.evaluate("scrollTo(0, 150)")
    _keep(page, "plakken")
    page.get_by_role("button", name="Zoek in deze tekst").click()
    page.wait_for_selector("#nakijken")
    page.locator("#voorstellen").evaluate("one => one.scrollIntoView()")
    _keep(page, "nakijken")
    page.locator(".rv-card--quote textarea").first.focus()
    page.locator(".rv-card--quote").first.evaluate("one => one.scrollIntoView()")
    _keep(page, "voorstel")
    page.locator(".rv-add > summary").click()
    page.evaluate("document.activeElement.blur()")
    _keep(page, "toevoegen")
    page.get_by_role("button", name="Voorbeeld", exact=True).last.click()
    page.wait_for_selector("aside.kb-alert")
    _keep(page, "voorbeeld")
    page.get_by_role("link", name="Verder met afronden").click()


def _finish(page: Any) -> None:
    page.wait_for_selector("#stappen")
    page.evaluate("scrollTo(0, 120)")
    _keep(page, "afronden")
    page.get_by_role("button", name="Publiceer nu").click()
    page.wait_for_selector("#versies")
    page.evaluate("scrollTo(0, 120)")
    _keep(page, "verslag")


def _shared_words(page: Any, site: str) -> None:
    page.goto(f"{site}/redactie/")
    _keep(page, "overzicht", 640)
    page.goto(f"{site}/admin/innovation_sessions/speaker/")
    for box in page.locator("input.action-select").all()[:2]:
        box.check()
    page.select_option("select[name=action]", "merge_selected")
    _keep(page, "samenvoegen", 560)
    page.goto(f"{site}/admin/innovkb/synonymgroup/")
    _keep(page, "thesaurus", 460)


def _telephone(page: Any, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(f"{site}/redactie/")
    page.locator(".rv-row__title a").first.click()
    page.wait_for_selector("#nakijken")
    page.locator(".rv-card--quote").first.evaluate("one => one.scrollIntoView()")
    _keep(page, "telefoon", 700)


if __name__ == "__main__":
    main(*sys.argv[1:4])
