"""A hand-out as a .docx, in the styles of the word processor, so that who gets it can go on."""

from io import BytesIO
from typing import Any

import segno
from django.conf import settings
from docx import Document
from docx.shared import Cm, Pt

from innovkb.lib.text import printable
from innovkb.templatetags.kb import plain, source_line
from innovkb.tools.handout.content import Handout

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LONGEST_TEXT = 220
"""Characters of the explanation of a tip, barrier or lead."""
_MARGIN = Cm(1.9)
_CODE = Cm(2.4)


def as_word(sheet: Handout) -> bytes:
    """The file: A4, headings that a reader can walk through, and the QR code described."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(10.5)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    properties = document.core_properties
    properties.title, properties.author = printable(sheet.title), settings.SITE_NAME
    properties.language = "nl-NL"
    document.add_heading(printable(sheet.title), 0)
    if sheet.lead:
        document.add_paragraph(plain(sheet.lead, LONGEST_TEXT))
    _tips(document, sheet)
    _quotes(document, sheet)
    _barrier(document, sheet)
    _foot(document, sheet)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _tips(document: Any, sheet: Handout) -> None:
    if sheet.tips:
        document.add_heading("Tips", 1)
    for tip in sheet.tips:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(printable(tip.title)).bold = True
        _small(paragraph, f" {source_line(tip)}")


def _quotes(document: Any, sheet: Handout) -> None:
    if sheet.quotes:
        document.add_heading("Woordelijk", 1)
    for quote in sheet.quotes:
        # Word for word: nothing of it is shortened or straightened.
        paragraph = document.add_paragraph(style="Quote")
        paragraph.add_run(f"“{printable(quote.text)}”")
        paragraph.add_run().add_break()
        _small(paragraph, quote_source(quote))


def _barrier(document: Any, sheet: Handout) -> None:
    if not sheet.barrier:
        return
    document.add_heading(f"Loop je hier tegenaan? {printable(sheet.barrier.title)}", 1)
    for remedy in sheet.remedies:
        paragraph = document.add_paragraph(style="List Number")
        paragraph.add_run(printable(remedy.target.title)).bold = True
        paragraph.add_run(f" {printable(remedy.why)}")


def _foot(document: Any, sheet: Handout) -> None:
    code = BytesIO()
    segno.make(sheet.address, micro=False, error="m").save(code, kind="png", scale=8, border=2)
    code.seek(0)
    picture = document.add_picture(code, width=_CODE)
    described = picture._inline.docPr
    described.set("descr", f"QR-code naar {sheet.address}")
    _small(document.add_paragraph(), f"{settings.SITE_NAME} – {sheet.address}")


def _small(paragraph: Any, text: str) -> None:
    paragraph.add_run(printable(text)).font.size = Pt(8.5)


def quote_source(quote: Any) -> str:
    """Who said it, in which role then, where and when: ``Jo, directeur, in Verslag (mei 2025)``."""
    who = ", ".join(part for part in (quote.voice, getattr(quote, "capacity", "")) if part)
    cited = "geciteerd in" if quote.wording == "second_hand" else "in"
    return f"{who}, {cited} {source_line(quote, with_voice=False)}"
