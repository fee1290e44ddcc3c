"""What can be asked of a page: scripts to run in it, and functions that name its faults."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import axe_playwright_python

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
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


BROKEN_WORDS = """() => [...document.querySelectorAll(
  'dt, th, button, summary, .kb-badge, .kb-nav__link, .kb-breadcrumb__item'
)].filter(e => e.checkVisibility()).flatMap(e => {
  const found = [], texts = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), range = new Range();
  while (texts.nextNode()) {
    for (const word of texts.currentNode.data.matchAll(/[\\p{L}]+/gu)) {
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
      if (lines.size > 1) found.push(word[0]);
    }
  }
  return found;
})"""
"""Words of labels that run over two lines."""
LONE_SIGNS = """() => [...document.querySelectorAll('.kb-breadcrumb__item')].filter(e => {
  const own = e.firstElementChild.getBoundingClientRect(), whole = e.getBoundingClientRect();
  return own.top > whole.top + 4;
}).map(e => e.innerText)"""
"""Items of a breadcrumb of which the text stands below its sign."""
CLOSED = """() => [...document.querySelectorAll('main details')].filter(fold => {
  const hidden = [...fold.children].filter(e => e.localName !== 'summary'
    && !e.checkVisibility() && !e.matches('[hidden], .kb-no-print'));
  return hidden.length > 0 && !fold.closest('.kb-no-print, .kb-filters, .kb-toc');
}).map(fold => fold.innerText.slice(0, 60))"""
"""What stays folded; to be asked of a page on paper."""

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
  ...performance.getEntriesByType('resource')].map(e => [e.name, e.encodedBodySize])"""
PICTURE = re.compile(r"\.(woff2|svg|png|ico)(\?|$)")
MOST_CODE = 20_000
MORE_CODE = {"/verslagen/": 28_500, "/premortem/?": 24_700, "/kaart/": 22_400}
"""Bytes of HTML, CSS and scripts as they are sent: a long text with all that was drawn from it,
sixteen drawings with their questions, and the map with its tables need more."""
SHOWN_NAVIGATION = """() => ['nav', 'form[role=search]', '.kb-skip-link']
  .flatMap(s => [...document.querySelectorAll(s)])
  .filter(e => e.getClientRects().length).map(e => e.outerHTML.slice(0, 100))"""
MOVING = """() => [...document.querySelectorAll('*')].filter(e => {
  const s = getComputedStyle(e);
  return parseFloat(s.transitionDuration) > .01 || parseFloat(s.animationDuration) > .01
    || s.scrollBehavior === 'smooth';
}).map(e => e.outerHTML.slice(0, 100)).slice(0, 3)"""


def axe_violations(page: Any, leave_out: Sequence[str] = ()) -> list[str]:
    """Each violation with the first element that has it; ``leave_out`` are selectors."""
    page.evaluate(AXE)
    rules = {"label-content-name-mismatch": {"enabled": True}}
    return _violations(page, {"type": "tag", "values": TAGS}, rules, leave_out)


def contrast_violations(page: Any) -> list[str]:
    """As ``axe_violations``, of colours alone; to be asked after it, in another scheme."""
    return _violations(page, {"type": "rule", "values": ["color-contrast"]}, {}, ())


def _violations(
    page: Any, only: dict[str, Any], rules: dict[str, Any], leave_out: Sequence[str]
) -> list[str]:
    result = page.evaluate(
        "([only, rules, out]) => axe.run({exclude: out.map(one => [one])},"
        # It would fetch every style sheet and film again, for rules that are not asked for.
        " {runOnly: only, rules, resultTypes: ['violations'], preload: false})",
        [only, rules, list(leave_out)],
    )
    return [
        f"{violation['id']}: {violation['nodes'][0]['html'][:200]}"
        for violation in result["violations"]
    ]


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


def console_messages(page: Any) -> list[str]:
    """What the page said, but for the status of a page that is not there."""
    return [text for text in page.messages if "status of 404" not in text]


def too_heavy(page: Any) -> list[str]:
    """The weight, where it is over 100 kB, takes more than 8 requests or has too much code."""
    sizes = page.evaluate(SIZES)
    total = sum(size for _, size in sizes)
    code = sum(size for name, size in sizes if not PICTURE.search(name))
    most = next((more for path, more in MORE_CODE.items() if path in page.url), MOST_CODE)
    within = total <= 100_000 and len(sizes) <= 8 and code <= most
    if within:
        return []
    parts = (f"{size} {name}" for name, size in sizes)
    return [f"{total} bytes, {code} of code, in {len(sizes)} requests", *parts]
