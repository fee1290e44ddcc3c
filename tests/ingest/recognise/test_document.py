"""Text to blocks."""

import pytest

from innovkb.ingest.recognise.text.flat import clean
from innovkb.ingest.recognise.text.parser import parse


def shape(text: str) -> list[tuple[str, str]]:
    document = parse(text)
    return [(block.kind, document.text(block)) for block in document.blocks]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# Kop\n\nTekst", [("heading", "Kop"), ("paragraph", "Tekst")]),
        ("Kop\n===\n\nTekst", [("heading", "Kop"), ("paragraph", "Tekst")]),
        ("**Kop**\n\nLange tekst.", [("heading", "Kop"), ("paragraph", "Lange tekst.")]),
        ("Tips\n- een\n- twee", [("heading", "Tips"), ("item", "een"), ("item", "twee")]),
        ("• een\n• twee", [("item", "een"), ("item", "twee")]),
        ("1. een\n2) twee", [("item", "een"), ("item", "twee")]),
        ("> citaat\n> verder", [("quote", "citaat verder")]),
        ("een *schuin* [woord](http://x.nl)", [("paragraph", "een schuin woord")]),
        ("Dit loopt\ndoor zonder punt", [("paragraph", "Dit loopt door zonder punt")]),
        ("| a | b |\n|---|---|", [("row", "| a | b |")]),
        ("Naam: dit is geen kop\nTekst", [("paragraph", "Naam: dit is geen kop"),
                                          ("paragraph", "Tekst")]),
    ],
)  # fmt: skip
def test_blocks_are_told_apart(text: str, blocks: list[tuple[str, str]]) -> None:
    assert shape(text) == blocks


def test_wrapped_lines_are_one_paragraph_without_soft_hyphens() -> None:
    line = "De spreker van het departement Bestuurs- en Organisatieweten-"
    text = "\n".join([line, "schap vertelt over de ruimte die ambtenaren nodig hebben om"] * 4)
    assert shape(text)[0][1].startswith(
        "De spreker van het departement Bestuurs- en Organisatiewetenschap vertelt"
    )


def test_a_passage_maps_back_to_the_source() -> None:
    text = "## Kop\n\nDit is **heel vet** en verder."
    document = parse(text)
    start = document.flat.index("heel")
    first, last, words = document.passage(start, document.flat.index(" en verder"))
    assert words == "heel vet"
    assert text[first:last] == "heel vet"


def test_emphasis_at_the_start_of_a_passage_is_taken_whole() -> None:
    document = parse("- **Begin klein.** Meet later.")
    block = document.blocks[0]
    assert document.passage(block.start, block.end)[2] == "**Begin klein.** Meet later."


def test_numbered_minutes_have_headings() -> None:
    text = "1. Opening\nDe voorzitter opent.\n2. Knelpunten\n- geen geld\n3. Rondvraag\nGeen."
    assert [words for kind, words in shape(text) if kind == "heading"] == [
        "Opening",
        "Knelpunten",
        "Rondvraag",
    ]


@pytest.mark.parametrize(
    ("passage", "cleaned"),
    [
        ("voor inno-\nvatie door\nmensen", "voor innovatie door mensen"),
        ("Bestuurs-\nen", "Bestuurs-\nen"),
        ("twee\nregels", "twee\nregels"),
        ("IPhone-\nApp", "IPhone-\nApp"),
    ],
)
def test_only_soft_hyphens_are_cleaned(passage: str, cleaned: str) -> None:
    assert clean(passage) == cleaned
