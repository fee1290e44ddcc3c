"""A write-up in a browser: plain at first, and its marks on demand."""

from typing import Any

import pytest

PATH = "/verslagen/ric-innovatieleiderschap/"
PLAIN = "rgba(0, 0, 0, 0)"


def background(page: Any) -> str:
    return str(
        page.locator(".kb-mark--tip").first.evaluate("e => getComputedStyle(e).backgroundColor")
    )


@pytest.mark.parametrize("script", [True, False])
def test_marks_are_off_until_somebody_asks(visit: Any, script: bool) -> None:
    page = visit(PATH, java_script_enabled=script)
    assert page.locator(".kb-mark__link:visible").count() == 0
    page.get_by_label("Toon wat eruit is gehaald").check()
    assert page.locator(".kb-mark__link:visible").count() > 20


def test_the_choice_is_kept_in_this_browser(visit: Any) -> None:
    page = visit(PATH)
    assert background(page) == PLAIN
    page.get_by_label("Toon wat eruit is gehaald").check()
    page.reload()
    assert page.get_by_label("Toon wat eruit is gehaald").is_checked()
    assert background(page) != PLAIN
    page.get_by_label("Toon wat eruit is gehaald").uncheck()
    page.reload()
    assert background(page) == PLAIN


def test_who_comes_for_a_passage_sees_it(visit: Any) -> None:
    page = visit(f"{PATH}#passage-tip-begin-toch")
    mark = page.locator("#passage-tip-begin-toch")
    assert mark.evaluate("e => getComputedStyle(e).backgroundColor") != PLAIN


def test_the_contents_lead_into_what_is_folded(visit: Any) -> None:
    page = visit(PATH)
    page.get_by_role("link", name="Tips (").click()
    page.locator("#tips > summary").click()
    assert page.locator("#tips li").first.is_visible()
    assert page.messages == []
