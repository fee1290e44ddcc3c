"""Word files, opened only after it is known that they are what they say and how big they get."""

from __future__ import annotations

import io
import zipfile
import zlib

import mammoth

from .markup import html_to_markdown
from .source import (
    MAX_INFLATED_BYTES,
    MAX_PART_BYTES,
    MAX_ZIP_ENTRIES,
    ReadText,
    UnreadableSource,
    checked,
)

_NOT_WORD = (
    "Dit is geen Word-bestand, ook al heet het zo. Open het in Word en sla het op als .docx."
)
_TOO_LARGE = (
    "Dit Word-bestand wordt uitgepakt te groot. Sla alleen de tekst op, zonder afbeeldingen, "
    "of plak de tekst in het venster."
)
_DAMAGED = "Dit Word-bestand is beschadigd. Open het in Word, sla het opnieuw op en probeer weer."
_PROTECTED = (
    "Dit Word-bestand heeft een wachtwoord of is in een oud formaat (.doc). "
    "Sla het zonder wachtwoord op als .docx."
)
_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 64 * 1024
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Titel'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Kop 1'] => h1:fresh
p[style-name='Kop 2'] => h2:fresh
p[style-name='Kop 3'] => h3:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
p[style-name='Citaat'] => blockquote:fresh
p[style-name='Duidelijk citaat'] => blockquote:fresh
"""


def read_docx(data: bytes) -> ReadText:
    """Return the text of a .docx file as Markdown."""
    if data.startswith(_OLE_SIGNATURE):
        raise UnreadableSource(_PROTECTED)
    _check_container(data)
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            convert_image=lambda image: [],
            external_file_access=False,
        )
    except UnreadableSource:
        raise
    except Exception as error:  # the library raises whatever a broken part leads it to
        raise UnreadableSource(_DAMAGED) from error
    return checked(html_to_markdown(result.value))


def _check_container(data: bytes) -> None:
    """Raise UnreadableSource unless `data` is a Word container that inflates within bounds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            entries = container.infolist()
            names = {entry.filename for entry in entries}
            if not {"[Content_Types].xml", "word/document.xml"} <= names:
                raise UnreadableSource(_NOT_WORD)
            declared = sum(entry.file_size for entry in entries)
            if len(entries) > MAX_ZIP_ENTRIES or declared > MAX_INFLATED_BYTES:
                raise UnreadableSource(_TOO_LARGE)
            parts = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
            for entry in parts:
                _check_part(container, entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        raise UnreadableSource(_NOT_WORD if not zipfile_like(data) else _DAMAGED) from error
    except (NotImplementedError, RuntimeError) as error:  # unknown compression, a password
        raise UnreadableSource(_PROTECTED) from error


def zipfile_like(data: bytes) -> bool:
    """Whether the bytes begin as a zip file does."""
    return data.startswith(b"PK\x03\x04")


def _check_part(container: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Inflate a part in small steps: what is declared need not be what comes out."""
    if entry.file_size > MAX_PART_BYTES:
        raise UnreadableSource(_TOO_LARGE)
    size, beginning = 0, b""
    with container.open(entry) as part:
        while chunk := part.read(_CHUNK):
            size += len(chunk)
            beginning = beginning or chunk
            if size > MAX_PART_BYTES:
                raise UnreadableSource(_TOO_LARGE)
    if b"<!DOCTYPE" in beginning or b"<!ENTITY" in beginning:
        raise UnreadableSource(_DAMAGED)
