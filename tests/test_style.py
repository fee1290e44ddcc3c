"""The style sheet: readable in light and dark, small, and ours to give away."""

import gzip
import re
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

STATIC = Path(__file__).resolve().parent.parent / "static"
CSS = (STATIC / "css" / "site.css").read_text()
MOST_BYTES = 9_500
"""Of the style sheet that every page has, with gzip; what a page weighs in all is looked at in a
browser."""

HEX = "#[0-9a-f]{6}"
PLAIN = dict(re.findall(rf"(--kb-[a-z0-9-]+): ({HEX});", CSS))
BOTH = {
    name: (light, dark)
    for name, light, dark in re.findall(rf"(--kb-[a-z0-9-]+): light-dark\(({HEX}), ({HEX})\);", CSS)
}
PAGE = ("--kb-bg-document", "--kb-bg-subtle", "--kb-bg-surface")
TEXT = [
    *((text, page) for text in ("--kb-color-document", "--kb-action-color") for page in PAGE),
    *(("--kb-color-subtle", page) for page in PAGE),
    ("--kb-action-on-bg", "--kb-action-bg"),
    ("--kb-action-on-bg", "--kb-action-bg-hover"),
    ("--kb-highlight-color", "--kb-highlight-bg"),
    ("--kb-color-document", "--kb-highlight-bg"),
    ("--kb-barrier-color", "--kb-barrier-bg"),
    ("--kb-remedy-color", "--kb-remedy-bg"),
    ("--kb-negative-color", "--kb-negative-bg"),
    ("--kb-color-document", "--kb-barrier-bg"),
    ("--kb-color-document", "--kb-remedy-bg"),
]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_every_colour_has_a_plain_light_value_and_a_dark_one() -> None:
    assert {name: light for name, (light, _) in BOTH.items()} == PLAIN


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "behind"), TEXT)
def test_text_stands_out(text: str, behind: str, mode: int) -> None:
    assert contrast(BOTH[text][mode], BOTH[behind][mode]) >= 4.5


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("page", PAGE)
def test_borders_of_controls_stand_out(page: str, mode: int) -> None:
    assert contrast(BOTH["--kb-border-default"][mode], BOTH[page][mode]) >= 3


def test_the_style_sheet_is_small() -> None:
    assert len(gzip.compress(CSS.encode(), 9, mtime=0)) <= MOST_BYTES


def test_nothing_is_fetched_from_elsewhere() -> None:
    for sheet in (STATIC / "css").glob("*.css"):
        addresses = re.findall(r"url\([\"']?([^)\"']+)", sheet.read_text())
        assert [a for a in addresses if not a.startswith("../")] == []
        assert "@import" not in sheet.read_text()


def test_every_font_comes_with_its_licence_and_the_one_for_quotes_is_small() -> None:
    fonts = STATIC / "fonts"
    assert sorted(font.name for font in fonts.glob("*.woff2")) == [
        "atkinson-hyperlegible-next-ext.woff2", "atkinson-hyperlegible-next.woff2",
        "newsreader.woff2",
    ]  # fmt: skip
    assert (fonts / "newsreader.woff2").stat().st_size <= 25_000
    for name in ("atkinson-hyperlegible-next", "newsreader"):
        assert "SIL OPEN FONT LICENSE" in (fonts / f"OFL-{name}.txt").read_text().upper()


@pytest.mark.parametrize("weight", [200, 400, 650, 800])
def test_no_zero_in_a_date_has_a_slash(weight: int) -> None:
    path = STATIC / "fonts" / "atkinson-hyperlegible-next.woff2"
    font = ImageFont.truetype(str(path), 200, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    _, top, right, bottom = (int(side) for side in font.getbbox("0"))
    image = Image.new("1", (right + 10, bottom + 10), 0)
    ImageDraw.Draw(image).text((0, 0), "0", font=font, fill=1)
    middle = [bool(image.getpixel((x, (top + bottom) // 2))) for x in range(right + 10)]
    strokes = sum(is_ink and not was for was, is_ink in pairwise([False, *middle]))
    assert strokes == 2  # the two sides of the ring, and nothing between them
