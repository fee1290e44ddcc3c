"""The whole source text on the page: no word is lost, and a table is a table."""

import re
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from innovkb.ingest.apply.source_text import source_as_markdown
from innovkb.lib.markdown import render
from tests.ingest.conftest import REPORT

NUMBERS = """# Jaarverslag

## Feiten

12
proeven gedaan in vier wijken

3
dagen duurt een aanvraag, zie [het bericht](https://example.org/x)

Einde van het stuk.
"""
TABLE = """|  |  |
| --- | --- |
| **Actiepunt** | **Wie** |
| Mail sturen | Jan |
| Zaal boeken | Lies |

Einde.
"""
MERGED = """Vooraf.
|  |  |
| --- | --- |
| **Naam** | **Bijdrage** |
| Lies Dam | Loket | Wachttijd omlaag |
"""
TEXTS = {
    "report": REPORT,
    "numbers": NUMBERS,
    "table": TABLE,
    "merged cells": MERGED,
    "no head": "| a | b |\n| c | d |\n",
    "a pipe in a cell": "| Naam | Teken |\n| --- | --- |\n| streep | a \\| b |\n",
    "underlined": "Een kop\n=======\n\nTekst.\n\nNog een kop\n---\n\nMeer.\n",
    "rule": "Een stuk.\n\n---\n\nNog een stuk.\n***\nSlot.\n",
    "bullets": "• Eerste\n• Tweede\n   ◦ Derde\n\n-\n\na) Vierde\nb) Vijfde\n",
    "wrapped": "Een lange kop die\nover twee regels gaat\n\nEen alinea die over\nregels loopt.\n",
    "bold lines": "**Wat we zagen:**\nEr ging veel goed.\n\n**Slot**\n\nTot ziens.\n",
    "quotes": "> “Doe het.”\n> “Nu.”\n\nTekst\n> erna\n",
    "deep": "1. Een\n    - Twee\n        - Drie\n\n    Ingesprongen slot.\n",
    "only numbers": "1\n2\n3\n\n2024\n\n40 %\n",
}


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text))


def shown(text: str) -> Counter[str]:
    """The words on the page; of an ordered list the numbers, which the browser adds, as well."""
    soup = BeautifulSoup(render(source_as_markdown(text)), "html.parser")
    numbers = [
        str(int(str(one.get("start", 1))) + place)
        for one in soup.select("ol")
        for place, _ in enumerate(one.find_all("li", recursive=False))
    ]
    return words(soup.get_text(" ")) + Counter(numbers)


@pytest.mark.parametrize("name", TEXTS)
def test_no_word_of_the_source_is_lost(name: str) -> None:
    source = re.sub(r"\]\([^)]*\)", "]", TEXTS[name])
    marks = words("".join(re.findall(r"^\s*(?:[a-z]\))", source, re.MULTILINE)))
    assert words(source) - marks == shown(TEXTS[name]) - marks


@pytest.mark.parametrize("path", sorted(Path("docs").glob("*.md")), ids=lambda path: path.name)
def test_no_word_of_a_long_text_is_lost(path: Path) -> None:
    text = re.sub(r"```.*?```|`[^`]*`|!?\[([^\]]*)\]\([^)]*\)|<[^>]*>|&\w+;", r"\1",
                  path.read_text(), flags=re.DOTALL)  # fmt: skip
    assert words(text) - shown(text) == Counter()


def test_a_number_by_itself_is_no_heading() -> None:
    soup = BeautifulSoup(render(source_as_markdown(NUMBERS)), "html.parser")
    assert [one.get_text() for one in soup.select("h3, h4")] == ["Jaarverslag", "Feiten"]
    assert [one["href"] for one in soup.select("a")] == ["https://example.org/x"]


@pytest.mark.parametrize(
    ("text", "head", "rows"),
    [
        (TABLE, ["Actiepunt", "Wie"], [["Mail sturen", "Jan"], ["Zaal boeken", "Lies"]]),
        (MERGED, ["Naam", "Bijdrage", ""], [["Lies Dam", "Loket", "Wachttijd omlaag"]]),
        ("| a | b |\n| c | d |\n", ["a", "b"], [["c", "d"]]),
        (TEXTS["a pipe in a cell"], ["Naam", "Teken"], [["streep", "a | b"]]),
    ],
)
def test_a_table_is_a_table_with_a_head(text: str, head: list[str], rows: list[list[str]]) -> None:
    soup = BeautifulSoup(render(source_as_markdown(text)), "html.parser")
    assert [one.get_text() for one in soup.select("thead th")] == head
    found = [[cell.get_text() for cell in row.select("th, td")] for row in soup.select("tbody tr")]
    assert found == rows
    assert "|" not in soup.get_text().replace("a | b", "")
