"""What reading gives, what it refuses, and the bounds that keep time and memory small.

Bounds: an upload of at most 20 MB; 5 MB of text; 6 MB of HTML; a Word file that inflates to at
most 64 MB, each part that is parsed to at most 12 MB; 600 PDF pages. Reading is linear in the
size: 5 MB of text takes well under a second, 600 PDF pages or a Word file with 4 MB of text some
three seconds, 6 MB of HTML at its most tangled under twenty seconds and 600 MB of memory.
"""

from __future__ import annotations

from dataclasses import dataclass

MAX_UPLOAD_BYTES = 20 * 1024 * 1024
MAX_TEXT_BYTES = 5 * 1024 * 1024
MAX_HTML_BYTES = 6 * 1024 * 1024
MAX_INFLATED_BYTES = 64 * 1024 * 1024
MAX_PART_BYTES = 12 * 1024 * 1024
MAX_ZIP_ENTRIES = 4000
MAX_PDF_PAGES = 600


class UnreadableSource(ValueError):  # noqa: N818 – it names what the editor brought
    """The source cannot be read; the message tells an editor in Dutch why and what helps."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """One Markdown text with "\\n" line ends, and Dutch notes on what the editor should check."""

    text: str
    warnings: tuple[str, ...] = ()


def checked(text: str, warnings: list[str] | None = None) -> ReadText:
    """Return the text if it holds words and is not too long; raise UnreadableSource otherwise."""
    if not text.strip():
        raise UnreadableSource("Er staat geen tekst in. Plak een tekst of kies een ander bestand.")
    if len(text) > MAX_TEXT_BYTES:
        raise UnreadableSource(
            "De tekst is te lang: een verslag mag hoogstens 5 MB zijn. Knip de tekst in delen."
        )
    return ReadText(text, tuple(warnings or ()))
