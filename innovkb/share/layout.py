"""Draws words into a picture: they take the largest size in which all of them fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import groupby

import resvg_py
from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from innovkb.frame.drawings import drawings

VERSION = 1
"""Grows with every change of the design, so that a kept picture of the older one is not used."""

PAPER, INK, SUBTLE, MARKER = "#faf9f5", "#1d2428", "#50595e", "#ffcf33"
_MARGIN = 72
_SIZES = (76, 68, 60, 54, 48, 43, 39, 35, 32, 29, 26)
_SMALL = 30
_LINE = 1.28
"""Height of a line, in the size of its letters."""
_FONTS = ("atkinson-hyperlegible-next.woff2", "atkinson-hyperlegible-next-ext.woff2")
_BASIC = "ıŒœ"
"""Letters beyond Latin-1 that the first font has; punctuation aside."""


@dataclass(frozen=True)
class Picture:
    """What is said in a picture, and how large it is."""

    label: str
    title: str
    words: str
    """Beneath the title, smaller; or, without a title, what the picture is about."""
    byline: tuple[str, ...]
    foot: str
    drawing: str = ""
    """The slug of an archetype with a drawing."""
    size: tuple[int, int] = (1200, 630)


class Face:
    """The site's own font in one size and weight; foreign letters come from its second file."""

    def __init__(self, size: int, weight: int) -> None:
        self.size = size
        self._fonts = [_font(name, size, weight) for name in _FONTS]

    def runs(self, text: str) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        """The text in pieces of one font file each."""
        for is_foreign, letters in groupby(text, key=_is_foreign):
            yield self._fonts[is_foreign], "".join(letters)

    def width(self, text: str) -> float:
        return sum(font.getlength(piece) for font, piece in self.runs(text))

    def wrap(self, text: str, width: float) -> list[str]:
        """The lines of a text, broken between words, or within one that is longer than a line."""
        lines = [""]
        for word in (part for whole in text.split() for part in self._parts(whole, width)):
            longer = f"{lines[-1]} {word}".strip()
            if self.width(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return [line for line in lines if line]

    def _parts(self, word: str, width: float) -> Iterator[str]:
        while self.width(word) > width:
            fits = next(n for n in range(len(word) - 1, 0, -1) if self.width(word[:n]) <= width)
            yield word[:fits]
            word = word[fits:]
        yield word


@cache
def _font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    path = settings.BASE_DIR / "static" / "fonts" / name
    font = ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


def _is_foreign(letter: str) -> bool:
    return "\u0100" <= letter < "\u2000" and letter not in _BASIC


@dataclass(frozen=True)
class _Block:
    """Lines in one face, and the room before them."""

    face: Face
    lines: Sequence[str]
    before: float = 0.0

    @property
    def height(self) -> float:
        return self.before + len(self.lines) * self.face.size * _LINE


def draw(picture: Picture) -> bytes:
    """The picture as PNG."""
    image = Image.new("RGB", picture.size, PAPER)
    pen = ImageDraw.Draw(image)
    across, down = picture.size
    pen.rectangle((0, 0, 18, down), fill=MARKER)
    label = Face(_SMALL, 700)
    width = label.width(picture.label)
    pen.rectangle((_MARGIN - 8, 74, _MARGIN + width + 8, 92), fill=MARKER)
    _write(pen, _Block(label, [picture.label]), 52, INK)

    small, site = Face(_SMALL, 400), Face(_SMALL, 700)
    foot = down - 60 - _SMALL
    by = [line for part in picture.byline for line in small.wrap(part, across - 2 * _MARGIN)][:4]
    _write(pen, _Block(site, site.wrap(picture.foot, across - 2 * _MARGIN)[:1]), foot, INK)
    above = foot - len(by) * _SMALL * _LINE - 14
    _write(pen, _Block(small, by), above, SUBTLE)

    room = across - 2 * _MARGIN
    if drawn := _drawing(picture.drawing, 300):
        image.paste(drawn, (across - _MARGIN - 300, 40), drawn)
        room -= 300 if across > down else 0
    top = 132.0 if not (drawn and across == down) else 350.0
    for block in _fitting(picture, room, above - 24 - top):
        top = _write(pen, block, top, INK)
    out = BytesIO()
    image.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _fitting(picture: Picture, width: float, height: float) -> list[_Block]:
    """Title and words in the largest size that fits; in the smallest the rest is left out."""
    for size in _SIZES:
        blocks = _blocks(picture, size, width)
        if sum(block.height for block in blocks) <= height:
            return blocks
    return _cut(blocks, width, height)


def _blocks(picture: Picture, size: int, width: float) -> list[_Block]:
    title = Face(size, 700)
    words = Face(max(round(size * 0.62), _SIZES[-1]) if picture.title else size, 400)
    blocks = [_Block(title, title.wrap(picture.title, width))] if picture.title else []
    if picture.words:
        between = words.size * 0.6 if blocks else 0.0
        blocks.append(_Block(words, words.wrap(picture.words, width), between))
    return blocks


def _cut(blocks: list[_Block], width: float, height: float) -> list[_Block]:
    """As many lines as there is room for; the last ends at a word, with […]."""
    kept: list[_Block] = []
    for block in blocks:
        room = height - sum(one.height for one in kept) - block.before
        most = int(room / (block.face.size * _LINE))
        lines = list(block.lines[: max(most, 0)])
        if not lines:
            break
        if len(lines) < len(block.lines):
            last = lines[-1].split()
            while last and block.face.width(" ".join([*last, "[…]"])) > width:
                last.pop()
            lines[-1] = " ".join([*last, "[…]"])
        kept.append(_Block(block.face, lines, block.before))
    return kept


def _write(pen: ImageDraw.ImageDraw, block: _Block, top: float, colour: str) -> float:
    """Writes the lines and returns where the next block begins."""
    top += block.before
    for line in block.lines:
        x = float(_MARGIN)
        for font, piece in block.face.runs(line):
            pen.text((x, top), piece, font=font, fill=colour)
            x += font.getlength(piece)
        top += block.face.size * _LINE
    return top


def _drawing(slug: str, size: int) -> Image.Image | None:
    svg = drawings().get(slug)
    if not svg:
        return None
    svg = svg.replace("<svg ", f'<svg color="{INK}" ', 1)
    drawn = resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size, skip_system_fonts=True)
    return Image.open(BytesIO(bytes(drawn))).convert("RGBA")
