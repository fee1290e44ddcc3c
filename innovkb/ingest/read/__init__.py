"""Reads what an editor brings, a file or a paste, into one Markdown text.

>>> read_upload("verslag.txt", b"Eerste regel\\r\\nTweede regel").text
'Eerste regel\\nTweede regel'
"""

from __future__ import annotations

from pathlib import PurePath

from .docx import read_docx
from .markup import converted, read_html
from .pdf import read_pdf
from .plain import normalise_line_ends, read_plain
from .source import MAX_UPLOAD_BYTES, ReadText, UnreadableSource, checked

__all__ = [
    "MAX_UPLOAD_BYTES",
    "TOO_LARGE",
    "ReadText",
    "UnreadableSource",
    "read_paste",
    "read_upload",
]

TOO_LARGE = "Dit bestand is te groot: een bestand mag hoogstens 20 MB zijn."

_READERS = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_plain,
    ".markdown": read_plain,
    ".html": read_html,
    ".htm": read_html,
    ".docx": read_docx,
    ".pdf": read_pdf,
}
_ADVICE = {
    ".doc": "Dit is een oud Word-bestand. Open het in Word en sla het op als .docx.",
    ".odt": "Sla het bestand in LibreOffice op als .docx en probeer het opnieuw.",
    ".rtf": "Sla het bestand in Word op als .docx en probeer het opnieuw.",
    ".pages": "Exporteer het bestand in Pages als Word (.docx) en probeer het opnieuw.",
}


def read_upload(name: str, data: bytes) -> ReadText:
    """Return the text of an uploaded file; its kind is told by the end of its name.

    The text of a .txt or .md file is that of the file with its line ends normalised and nothing
    else changed. Raises UnreadableSource, with a Dutch message, for what cannot be read.
    """
    if not data:
        raise UnreadableSource("Dit bestand is leeg. Kies een ander bestand of plak de tekst.")
    if len(data) > MAX_UPLOAD_BYTES:
        raise UnreadableSource(TOO_LARGE)
    ending = PurePath(name).suffix.lower()
    reader = _READERS.get(ending)
    if reader is None:
        raise UnreadableSource(
            _ADVICE.get(ending)
            or "Dit soort bestand kunnen we niet lezen. Kies een .docx, .pdf, .html, .md of .txt, "
            "of plak de tekst."
        )
    return reader(data)


def read_paste(plain: str, html: str = "") -> ReadText:
    """Return the text of a paste: of its rich form where there is one, else of the plain form.

    Raises UnreadableSource where both are empty or too long.
    """
    if html.strip():
        text, warnings = converted(html)
        if text.strip():
            return checked(text, warnings)

    return checked(normalise_line_ends(plain))
