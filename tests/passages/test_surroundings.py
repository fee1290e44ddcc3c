"""The words around a passage."""

import re

from innovkb.passages.marking import Mark
from innovkb.passages.surroundings import passage_in_context

BODY = """## Kop

Eerste alinea.

> Zorg voor ruimte

Derde alinea. Zorg voor ruimte

## Andere kop

Vierde alinea."""


def text(occurrence: int | None, excerpt: str = "Zorg voor ruimte") -> str | None:
    found = passage_in_context(BODY, Mark("quote", "x", excerpt, occurrence, "Citaat", "X", "/x/"))
    return None if found is None else found.html


def test_the_paragraphs_before_and_after_come_along_and_no_heading() -> None:
    html = text(1) or ""
    assert re.sub(r"<[^>]*>|\s+", " ", html).split() == (
        "Eerste alinea. Zorg voor ruimte Derde alinea. Zorg voor ruimte".split()
    )
    assert html.count("<mark") == 1
    assert html.index("<mark") < html.index("Derde")


def test_the_occurrence_that_is_meant_is_marked() -> None:
    html = text(2) or ""
    assert html.index("Derde") < html.index("<mark")
    assert "Vierde" not in html


def test_a_passage_that_is_not_there_has_no_context() -> None:
    assert text(None, "Iets anders") is None
    assert text(3) is None


def test_lines_that_end_as_a_browser_sends_them_are_no_longer_a_context() -> None:
    body = BODY.replace("\n", "\r\n")
    found = passage_in_context(body, Mark("quote", "x", "Eerste alinea", 1, "Citaat", "X", "/x/"))
    assert found is not None
    assert ("Kop" in found.html, "Derde" in found.html) == (False, False)
