"""QR codes as SVG, drawn with one path and classes: nothing that the policy refuses."""

from functools import lru_cache

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString

_MARGIN = 2
"""Modules of white around the code; the card around it is white too."""


@lru_cache(maxsize=2048)
def qr_svg(address: str) -> SafeString:
    """A QR code that leads to ``address``, hidden from screen readers: the address stands by it.

    Medium error correction: a card may get a stain.
    """
    matrix = segno.make(address, micro=False, error="m").matrix
    side = len(matrix) + 2 * _MARGIN
    return format_html(
        '<svg class="kb-qr" viewBox="0 0 {} {}" aria-hidden="true" focusable="false">'
        '<path d="{}" /></svg>',
        side,
        side,
        _path(matrix),
    )


def _path(matrix: tuple[bytearray, ...]) -> str:
    """A bar for every run of dark modules in a row."""
    bars = []
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            width = 0
            while x + width < len(row) and row[x + width]:
                width += 1
            if width:
                bars.append(f"M{x + _MARGIN} {y + _MARGIN}h{width}v1h-{width}z")
            x += max(width, 1)
    return "".join(bars)
