"""Text files in any encoding; only the line ends change."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from .source import ReadText, UnreadableSource, checked

# The encodings that Dutch text is found in when it is not UTF-8. The order breaks a tie.
_LEGACY = ["cp1252", "iso8859_15", "mac_roman", "cp850"]
_SAMPLE_BYTES = 64 * 1024
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOJIBAKE = re.compile("â€|Ã[©«¨¶¯¼]")
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")

_NOT_TEXT = (
    "Dit bestand bevat geen leesbare tekst. Sla het op als .docx, .pdf, .html, .md of .txt "
    "en probeer het opnieuw."
)
_BROKEN = "Enkele tekens waren onleesbaar en staan er als ‘�’. Controleer de tekst en vul ze aan."
_GUESSED = "Het bestand is niet in UTF-8 opgeslagen. Controleer letters zoals é, ë en ï."
_GARBLED = "In de tekst staan vreemde tekens (zoals ‘Ã©’). Controleer de bron."


def normalise_line_ends(text: str) -> str:
    """Return the text with every line end as "\\n"; nothing else changes."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode(data: bytes) -> tuple[str, list[str]]:
    """Return the text in `data` and Dutch warnings; raise UnreadableSource if it is no text."""
    text, warnings = _decode(data)
    if len(_BINARY.findall(text[:_SAMPLE_BYTES])) > 2:
        raise UnreadableSource(_NOT_TEXT)
    if _MOJIBAKE.search(text):
        warnings.append(_GARBLED)
    return text, warnings


def read_plain(data: bytes) -> ReadText:
    """Return the text of a .txt or .md file with its line ends normalised, else untouched."""
    text, warnings = decode(data)
    return checked(normalise_line_ends(text), warnings)


def _decode(data: bytes) -> tuple[str, list[str]]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, "replace").removeprefix("\ufeff")
            return text, [_BROKEN] if "\ufffd" in text else []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(data)
    if "\x00" in text and (wide := _decode_wide(data)):
        return wide, []
    return text, []


def _decode_wide(data: bytes) -> str | None:
    """Decode UTF-16 that lacks its byte order mark: every other byte of Latin text is zero."""
    sample = data[:_SAMPLE_BYTES]
    half = len(sample) // 2
    for encoding, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        if sample[offset::2].count(0) > 0.8 * half > 0 and sample[1 - offset :: 2].count(0) == 0:
            return data.decode(encoding, "replace")
    return None


def _decode_other(data: bytes) -> tuple[str, list[str]]:
    if wide := _decode_wide(data):
        return wide, []
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    foreign = sum(character > "\x7f" for character in text) - broken
    if foreign > broken:
        return text, [_BROKEN]
    best = from_bytes(data[:_SAMPLE_BYTES], cp_isolation=_LEGACY).best()
    encoding = best.encoding if best else "cp1252"
    return data.decode(encoding, "replace"), [_GUESSED]
