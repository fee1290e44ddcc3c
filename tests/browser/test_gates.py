"""The checks of every page see the faults that they are there for."""

import re
from typing import Any

import pytest

from tests.browser.checks import (
    OVERFLOW,
    SHOWN_NAVIGATION,
    SMALL_TARGETS,
    axe_violations,
    console_messages,
    too_heavy,
    walk,
)

ADD = "html => document.querySelector('main').insertAdjacentHTML('afterbegin', html)"


@pytest.fixture
def page(visit: Any) -> Any:
    return visit("/over/", bypass_csp=True)


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<img src='/favicon.ico'>", "image-alt"),
        ("<p style='color:#ccc;background:#fff'>Nauwelijks te lezen</p>", "color-contrast"),
        ("<button></button>", "button-name"),
        ("<h2>Kop</h2><h5>Te diep</h5>", "heading-order"),
        ("<input type='text'>", "label"),
    ],
)
def test_axe_sees_the_fault(page: Any, html: str, rule: str) -> None:
    assert axe_violations(page) == []
    page.evaluate(ADD, html)
    assert rule in {violation.split(":")[0] for violation in axe_violations(page)}


def test_something_too_wide_is_seen(page: Any) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate(OVERFLOW) == []
    page.evaluate(ADD, "<div style='width:900px'>breed</div>")
    assert page.evaluate(OVERFLOW) != []


def test_a_focus_that_does_not_show_is_seen(page: Any) -> None:
    assert walk(page) == []
    page.reload()
    page.add_style_tag(content="a:focus-visible { outline: none !important; box-shadow: none }")
    assert any(fault.startswith("no visible focus") for fault in walk(page))


def test_something_that_covers_the_focus_is_seen(page: Any) -> None:
    page.evaluate(ADD, "<div style='position:fixed;inset:0;z-index:99;background:#fff'></div>")
    assert any(fault.startswith("covered") for fault in walk(page))


def test_a_target_that_is_too_small_is_seen(page: Any) -> None:
    assert page.evaluate(SMALL_TARGETS) == []
    page.evaluate(
        ADD, "<button style='inline-size:9px;block-size:9px;padding:0;min-block-size:0'>x"
    )
    assert len(page.evaluate(SMALL_TARGETS)) == 1


def test_navigation_on_paper_is_seen(page: Any) -> None:
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN_NAVIGATION) == []
    page.evaluate(ADD, "<nav style='display:block'>Menu</nav>")
    assert len(page.evaluate(SHOWN_NAVIGATION)) == 1


def test_an_inline_script_is_refused_and_its_message_seen(visit: Any) -> None:
    page = visit("/over/")
    assert console_messages(page) == []
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
        " document.body.append(s); }"
    )
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in text for text in console_messages(page))


def test_too_many_requests_are_seen(page: Any) -> None:
    assert too_heavy(page) == []
    page.evaluate(
        "async () => { for (let n = 0; n < 9; n++) await (await fetch('/robots.txt?' + n)).text() }"
    )
    page.wait_for_function("performance.getEntriesByType('resource').length > 8")
    assert re.search(r"in \d{2} requests$", too_heavy(page)[0])
