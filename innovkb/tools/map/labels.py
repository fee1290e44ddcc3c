"""Measures and splits labels, because SVG text knows no lines.

Widths are those of Atkinson Hyperlegible Next at weight 400, in thousandths of the letter size.
"""

import unicodedata

_BY_WIDTH = {
    160: "'", 210: ",.:;", 236: "’‘", 240: "|·`j", 252: "i", 262: "l", 280: " ", 286: "!",
    300: '()"', 316: "f[", 326: "t", 347: "]{}r", 362: "-", 380: "_/\\", 392: "I", 403: "“”1",
    449: "y", 460: "zv", 471: "s", 482: "?x*c", 492: "k", 504: "–7", 512: "J", 525: "a",
    539: "euL", 550: "2ohnF", 557: "~Tg", 565: "dbpE", 575: "qY3", 592: "5$PSV69", 607: "+Z",
    614: "B4R8", 627: "XA=", 640: "KC0", 651: "#", 669: "D…", 687: "wU", 694: "NGH", 718: "OQ&",
    778: "@", 824: "M—", 845: "m", 856: "W", 919: "%",
}  # fmt: skip
_WIDTHS = {character: width for width, characters in _BY_WIDTH.items() for character in characters}
_OTHER = 650
_MARGIN = 1.07
"""Another font may take the place of ours, and chosen labels are bold."""


def width(text: str, size: float) -> float:
    """How wide a text is, in the unit of ``size``, the height of its letters."""
    total = 0
    for character in text:
        known = _WIDTHS.get(character)
        if known is None:
            base = unicodedata.normalize("NFD", character)[0]
            known = 0 if unicodedata.combining(character) else _WIDTHS.get(base, _OTHER)
        total += known
    return total * size / 1000 * _MARGIN


def split(text: str, most: float, size: float, *, lines: int = 3) -> list[str]:
    """The text on at most ``lines`` lines that are at most ``most`` wide.

    A word that is too wide is broken with a hyphen; a text that is too long ends with an ellipsis.
    """
    pieces = [piece for word in text.split() for piece in _broken(word, most, size)]
    found: list[str] = []
    for piece in pieces:
        if found and width(f"{found[-1]} {piece}", size) <= most and not found[-1].endswith("\xad"):
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    found = [line.replace("\xad", "-") for line in found]
    if len(found) <= lines:
        return found
    return [*found[: lines - 1], _shortened(f"{found[lines - 1]}…", most, size)]


def _broken(word: str, most: float, size: float) -> list[str]:
    """A word in pieces that fit; all but the last end with a soft hyphen."""
    pieces = []
    while width(word, size) > most and len(word) > 1:
        end = 1
        while end < len(word) - 1 and width(f"{word[: end + 1]}-", size) <= most:
            end += 1
        pieces.append(f"{word[:end]}\xad")
        word = word[end:]
    return [*pieces, word]


def _shortened(line: str, most: float, size: float) -> str:
    while len(line) > 2 and width(line, size) > most:
        line = f"{line[:-2].rstrip()}…"
    return line
