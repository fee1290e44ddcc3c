"""The text layer of a PDF, its lines put back into paragraphs and headings."""

from __future__ import annotations

import ctypes
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from .source import MAX_PDF_PAGES, MAX_TEXT_BYTES, ReadText, UnreadableSource, checked

_SCAN = (
    "In deze PDF staat geen tekst, alleen een afbeelding (een scan). Plak de tekst, of maak "
    "met tekstherkenning (OCR) eerst een PDF waarin je tekst kunt selecteren."
)
_LOCKED = "Deze PDF heeft een wachtwoord. Sla hem zonder wachtwoord op en probeer het opnieuw."
_DAMAGED = "Deze PDF is beschadigd of is geen PDF. Maak hem opnieuw en probeer het nog eens."
_TOO_LONG = f"Deze PDF heeft meer dan {MAX_PDF_PAGES} bladzijden. Knip hem in delen."
_ORDER = "Een PDF bewaart geen alinea’s: controleer koppen, lijsten en de volgorde van kolommen."

# Below this many letters a page, the page is a picture with at most a stamp on it.
_MIN_LETTERS_PER_PAGE = 25
_HEADING_RATIO = 1.12
_MAX_HEADING_LENGTH = 140
_BULLET = re.compile(r"\s*(?:[•◦▪●‣·–—➤►✓✔→*-]|\uf0b7|\uf0a7)(?:\s|$)")
_NUMBERED = re.compile(r"\s*\d{1,3}[.)]\s")
_KEEPS_HYPHEN = re.compile(r"(?:en|of|noch|tot|and)\b")
_PAGE_NUMBER = re.compile(r"(?:pagina|blz\.?|page)?\s*\d{1,4}(?:\s*(?:/|van|of)\s*\d{1,4})?", re.I)


@dataclass(slots=True)
class _PdfLine:
    text: str
    size: float
    top: float
    page: int


def read_pdf(data: bytes) -> ReadText:
    """Return the text of a PDF as Markdown; a larger letter makes a heading."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        message = _LOCKED if "password" in str(error).lower() else _DAMAGED
        raise UnreadableSource(message) from error
    try:
        if len(document) > MAX_PDF_PAGES:
            raise UnreadableSource(_TOO_LONG)
        lines = list(_lines(document))
        pages = len(document)
    except pdfium.PdfiumError as error:
        raise UnreadableSource(_DAMAGED) from error
    finally:
        document.close()
    letters = sum(len(line.text) for line in lines)
    if letters < _MIN_LETTERS_PER_PAGE * max(pages, 1) and letters < 2000:
        raise UnreadableSource(_SCAN)
    return checked(_compose(_without_running_lines(lines, pages)), [_ORDER])


def _lines(document: pdfium.PdfDocument) -> Iterator[_PdfLine]:
    letters = 0
    for number, page in enumerate(document):
        textpage = page.get_textpage()
        try:
            count = textpage.count_chars()
            text = textpage.get_text_range(errors="replace") if count > 0 else ""
            letters += len(text)
            if letters > MAX_TEXT_BYTES:
                checked(" x" * MAX_TEXT_BYTES)
            exact = len(text) == count
            position = 0
            for line in re.split(r"(\r\n|\r|\n)", text):
                if line.strip():
                    index = position + len(line) - len(line.lstrip()) if exact else -1
                    size, top = _geometry(textpage, index)
                    yield _PdfLine(_printable(line), size, top, number)
                position += len(line)
        finally:
            textpage.close()
            page.close()


def _printable(line: str) -> str:
    """Resolve the library's mark for a hyphen at a line end; drop control characters."""
    line = re.sub(r"[\ufffe\x02]\s*(?=(?:en|of|noch|tot|and)\b)", "- ", line)
    line = re.sub(r"[\ufffe\x02]\s*(?=[^\W\d_A-ZÀ-Þ])", "", line)
    line = re.sub(r"[\ufffe\x02]", "-", line)
    return re.sub(r"[\x00-\x08\x0b-\x1f\ufeff]", "", line).rstrip()


def _geometry(textpage: pdfium.PdfTextPage, index: int) -> tuple[float, float]:
    """Return the letter size and the height on the page of a character, in points; or zeros."""
    if index < 0:
        return 0.0, 0.0
    size = round(float(raw.FPDFText_GetFontSize(textpage, index)), 1)
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, index, ctypes.byref(x), ctypes.byref(y))
    return size, y.value


def _without_running_lines(lines: list[_PdfLine], pages: int) -> list[_PdfLine]:
    """Leave out page numbers and the header or footer that most pages share."""
    by_page: dict[int, list[_PdfLine]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    edges = Counter(
        re.sub(r"\d+", "#", line.text.strip())
        for found in by_page.values()
        for line in {id(line): line for line in [*found[:1], *found[-1:]]}.values()
    )
    shared = {text for text, count in edges.items() if pages >= 3 and count >= 0.5 * pages}
    dropped = set()
    for found in by_page.values():
        for line in (found[0], found[-1]):
            text = line.text.strip()
            if re.sub(r"\d+", "#", text) in shared or _PAGE_NUMBER.fullmatch(text):
                dropped.add(id(line))
    return [line for line in lines if id(line) not in dropped]


def _compose(lines: list[_PdfLine]) -> str:
    letters_by_size: Counter[float] = Counter()
    for line in lines:
        letters_by_size[line.size] += len(line.text)
    body = letters_by_size.most_common(1)[0][0] if letters_by_size else 0.0
    sizes = sorted({line.size for line in lines if body and _is_heading(line, body)}, reverse=True)
    level = {size: min(number, 4) for number, size in enumerate(sizes, 1)}
    gap = _usual_gap(lines)
    parts: list[str] = []
    previous: _PdfLine | None = None
    for line in lines:
        text = line.text
        heading = body > 0 and line.size in level
        listed = bool(_BULLET.match(text) or _NUMBERED.match(text))
        if previous is not None and not heading and not listed and _carries_on(previous, line, gap):
            parts[-1] = _join(parts[-1], text.strip())
        elif heading:
            same = previous is not None and previous.size == line.size and parts[-1][:1] == "#"
            if same and previous is not None and _carries_on(previous, line, gap):
                parts[-1] = _join(parts[-1], text.strip())
            else:
                parts.append(f"{'#' * level[line.size]} {text.strip()}")
        else:
            parts.append(_with_marker(text))
        previous = line
    return _separate(parts)


def _is_heading(line: _PdfLine, body: float) -> bool:
    return line.size >= _HEADING_RATIO * body and len(line.text) <= _MAX_HEADING_LENGTH


def _usual_gap(lines: list[_PdfLine]) -> float:
    gaps = [
        before.top - after.top
        for before, after in itertools.pairwise(lines)
        if before.page == after.page and before.top - after.top > 1
    ]
    return median(gaps) if gaps else 0.0


def _carries_on(before: _PdfLine, after: _PdfLine, gap: float) -> bool:
    """Whether the line continues the paragraph: same letter, no wider white above it."""
    if before.size != after.size:
        return False
    if before.page != after.page:
        return not re.search(r"[.!?:]\W?$", before.text) and after.text[:1].islower()
    distance = before.top - after.top
    if gap and (distance > 1.35 * gap or distance < -gap):
        return False
    short = len(before.text) < 45 and re.search(r"[.!?:]\W?$", before.text)
    return not short


def _join(before: str, after: str) -> str:
    """Join two lines; the hyphen that only broke a word goes, "Bestuurs- en" stays."""
    if re.search(r"[^\W\d_][-\u00ad]$", before) and after[:1].islower():
        if _KEEPS_HYPHEN.match(after):
            return f"{before} {after}"
        return before[:-1] + after
    return f"{before} {after}" if before else after


def _with_marker(text: str) -> str:
    found = _BULLET.match(text)
    return f"- {text[found.end() :].strip()}" if found else text.strip()


def _separate(parts: list[str]) -> str:
    """Put a blank line between the parts, but not between the items of a list."""
    text = ""
    for part in parts:
        both = part.startswith("- ") and text.rpartition("\n\n")[2].startswith("- ")
        text += f"{chr(10) if both else chr(10) * 2}{part}" if text else part
    return text + "\n"
