"""Word files, opened only after it is known that they are what they say and how big they get."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from html import unescape

import mammoth

from .markup import converted
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
_TANGLED = (
    "De opmaak van dit Word-bestand is te ingewikkeld. Plak de tekst in het venster, of sla het "
    "op in delen."
)
_DAMAGED = "Dit Word-bestand is beschadigd. Open het in Word, sla het opnieuw op en probeer weer."
_PROTECTED = (
    "Dit Word-bestand heeft een wachtwoord of is in een oud formaat (.doc). "
    "Sla het zonder wachtwoord op als .docx."
)
_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TRACKED = (
    "In dit bestand stonden wijzigingen bijgehouden: {added} keer iets erbij en {removed} keer "
    "iets weg. Ze zijn overgenomen alsof ze goedgekeurd zijn. Controleer de tekst."
)
_STYLE = re.compile(r"<w:style [^>]*w:type=\"paragraph\".*?</w:style>", re.DOTALL)
_STYLE_NAME = re.compile(r"<w:name w:val=\"([^\"\\]{1,100})\"")
_STYLE_ID = re.compile(r"w:styleId=\"([^\"]{1,100})\"")
_OUTLINE = re.compile(r"<w:outlineLvl w:val=\"(\d)\"")
_BASED_ON = re.compile(r"<w:basedOn w:val=\"([^\"]{1,100})\"")
_MOST_RULES = 100
# The word above a table of contents that the styles have left out.
_CONTENTS = re.compile(r"^(?:#+ )?Inhoud(?:sopgave)?\n\n(?=#)", re.MULTILINE)
_CHUNK = 64 * 1024
_INSERTED = re.compile(rb"<w:(?:ins|moveTo)[ >]")
_DELETED = re.compile(rb"<w:(?:del|moveFrom)[ >]")
# The library takes some thirty microseconds and a kilobyte for each.
_MOST_ELEMENTS = 400_000
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Titel'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name^='toc '] => !
p[style-name^='TOC '] => !
p[style-name^='Inhopg '] => !
p[style-name='TOC Heading'] => !
p[style-name='Kopvaninhoudsopgave'] => !
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
            style_map=_STYLES + _own_headings(data),
            convert_image=lambda image: [],
            external_file_access=False,
        )
    except UnreadableSource:
        raise
    except Exception as error:  # the library raises whatever a broken part leads it to
        raise UnreadableSource(_DAMAGED) from error
    text, warnings = converted(result.value)
    text = _CONTENTS.sub("", text)
    return checked(text, [*_tracked(data), *warnings])


def _own_headings(data: bytes) -> str:
    """Return rules for the styles that are headings by their level in the outline.

    A style has the level of the one that it is based on, unless it says its own.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        if "word/styles.xml" not in container.namelist():
            return ""
        styles = container.read("word/styles.xml").decode("utf-8", "replace")
    levels: dict[str, str] = {}
    rules = []
    for style in _STYLE.finditer(styles):
        own, based = _OUTLINE.search(style[0]), _BASED_ON.search(style[0])
        level = own[1] if own else levels.get(based[1], "") if based else ""
        name, identity = _STYLE_NAME.search(style[0]), _STYLE_ID.search(style[0])
        if identity and level:
            levels[identity[1]] = level
        if name and level and level in "012345" and "'" not in name[1]:
            rules.append(f"p[style-name='{unescape(name[1])}'] => h{int(level) + 1}:fresh")
    return "\n".join(rules[:_MOST_RULES])


def _tracked(data: bytes) -> list[str]:
    """Return a note on changes that were tracked and not accepted or refused in Word."""
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        document = container.read("word/document.xml")
    added = len(_INSERTED.findall(document))
    removed = len(_DELETED.findall(document))
    if not added + removed:
        return []
    return [_TRACKED.format(added=added, removed=removed)]


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
    size, elements, beginning = 0, 0, b""
    with container.open(entry) as part:
        while chunk := part.read(_CHUNK):
            size += len(chunk)
            beginning = beginning or chunk
            elements += chunk.count(b"<") - chunk.count(b"</")
            if size > MAX_PART_BYTES:
                raise UnreadableSource(_TOO_LARGE)
            if elements > _MOST_ELEMENTS:
                raise UnreadableSource(_TANGLED)
    if b"<!DOCTYPE" in beginning or b"<!ENTITY" in beginning:
        raise UnreadableSource(_DAMAGED)
