"""The three jobs of the site, with JavaScript switched off."""

from typing import Any


def test_searching_and_filtering_need_no_script(visit: Any) -> None:
    page = visit("/", java_script_enabled=False)
    page.get_by_role("searchbox").fill("portomonee")
    page.get_by_role("button", name="Zoek", exact=True).click()
    assert page.locator("#resultaten").inner_text() == "3 resultaten voor ‘portemonnee’"
    page.get_by_role("checkbox", name="archetypen").check()
    page.get_by_role("button", name="Filters toepassen").click()
    assert page.locator("#resultaten").inner_text() == "1 resultaat voor ‘portemonnee’"
    page.get_by_role("link", name="De verkeerde portemonnee").first.click()
    assert page.locator("h1").inner_text() == "De verkeerde portemonnee"


def test_a_quote_and_its_source_can_be_read_and_copied_without_script(visit: Any) -> None:
    page = visit("/citaten/gaspersz-energie-ruimte-en-vertrouwen/", java_script_enabled=False)
    assert page.locator("figure blockquote").first.inner_text().strip(" “”") == (
        "Zorg voor energie, ruimte en vertrouwen"
    )
    assert page.locator("button[data-copy]:visible").count() == 0
    page.locator("details summary", has_text="APA").first.click()
    assert page.locator("#apa").inner_text().startswith("Rijks Innovatie Community. (2025")


def test_a_quote_is_copied_with_its_source_in_one_click(visit: Any, site: str) -> None:
    page = visit("/citaten/gaspersz-energie-ruimte-en-vertrouwen/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    page.locator("button[data-copy]:visible").first.click()
    page.wait_for_selector("#melding:not(:empty)")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Zorg voor energie, ruimte en vertrouwen" in copied
    assert "Jeff Gaspersz" in copied
    assert f"{site}/citaten/gaspersz-energie-ruimte-en-vertrouwen/" in copied


def test_a_page_is_shared_in_two_clicks(visit: Any, site: str) -> None:
    page = visit("/tips/begin-toch/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    page.locator(".kb-deel > summary").click()
    page.get_by_role("button", name="Kopieer de link").click()
    page.wait_for_selector("#melding:not(:empty)")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("/tips/begin-toch/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download als plaatje, vierkant").click()
    assert download.value.suggested_filename.endswith(".png")


def test_a_result_in_a_write_up_leads_to_its_passage(visit: Any) -> None:
    page = visit("/zoeken/?q=%22ruimte+waarin+anderen%22&soort=write_up", java_script_enabled=False)
    page.locator(".kb-result a").first.click()
    assert page.url.split("#")[1].split(":~:")[0] == "kop-jeff-gaspersz"
    assert page.locator("#kop-jeff-gaspersz").count() == 1
