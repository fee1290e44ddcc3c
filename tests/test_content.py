"""The site's own content: complete with passages, and true to the letter to its sources."""

import io
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import call_command

from innovkb.passages.locate import locate

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
SOURCES = {
    "ric-innovatieleiderschap": "ric-innovatieleiderschap.txt",
    "ric-innovatiebarometer": "ric-innovatiebarometer.txt",
    "nido-iedereen-kan-innoveren": "nido-iedereen-kan-innoveren.txt",
    "ambtenaren-als-innovatoren": "ambtenaren-als-innovatoren.txt",
    "innovatiedrempels-overwinnen": "innovatiedrempels-overwinnen.txt",
}
"""Which source text each write-up was made from."""
KINDS = ("quote", "question", "tip", "barrier", "principle", "example", "tool", "archetype")
TO_THE_LETTER = ("quote", "tip", "barrier", "principle")
LONGEST_BORROWED_RUN = 18
"""Words in a row that a body may share with its source: a list of names, a title with its date."""

Row = dict[str, Any]


@cache
def rows(model: str) -> list[Row]:
    """The fields of every record of a model, in the order of the files."""
    return [
        record["fields"]
        for path in sorted(FIXTURES.glob("*.yaml"))
        for record in _records(path)
        if record["model"].endswith(f".{model}")
    ]


@cache
def _records(path: Path) -> list[Row]:
    records: list[Row] = yaml.load(path.read_text(), yaml.CSafeLoader)
    return records


def items(*models: str) -> list[Row]:
    return [row for model in models for row in rows(model) if row.get("write_up")]


def as_printed(text: str) -> re.Pattern[str]:
    """Matches the text in a source, whose lines may break anywhere, with a hyphen in a word."""
    words = (
        r"(?:[-\u00ad]\s*\n\s*)?".join(re.escape(letter) for letter in word)
        for word in text.split()
    )
    return re.compile(r"\s+".join(words).replace(r"\-", r"\-\s*"))


@cache
def source_text(folder: Path, write_up: str) -> str:
    return (folder / SOURCES[write_up]).read_text()


def test_every_write_up_has_its_source() -> None:
    assert {row["slug"] for row in rows("writeup")} == SOURCES.keys()


def test_every_excerpt_stands_in_the_body_of_its_write_up() -> None:
    bodies = {row["slug"]: row["body"] for row in rows("writeup")}
    for row in items(*KINDS):
        passage = locate(bodies[row["write_up"][0]], row["excerpt"], row.get("excerpt_occurrence"))
        assert passage.start < passage.end


def test_check_excerpts_finds_nothing_wrong(content: None) -> None:
    output = io.StringIO()
    call_command("check_excerpts", stdout=output)
    assert re.fullmatch(r"All \d+ items stand in the text of their write-up\.\n", output.getvalue())


def test_what_is_said_to_be_verbatim_stands_so_in_its_source(sources: Path) -> None:
    changed = [
        f"{row['write_up'][0]}: {row['slug']}"
        for row in items(*TO_THE_LETTER)
        if row.get("wording", "verbatim") != "edited"
        and row.get("text")
        and not as_printed(row["text"]).search(source_text(sources, row["write_up"][0]))
    ]
    assert changed == []


def test_there_are_quotes_tips_and_barriers_to_check() -> None:
    verbatim = [row for row in items("quote") if row.get("wording", "verbatim") == "verbatim"]
    assert len(verbatim) >= 30
    assert all(row["text"] for row in rows("quote"))


@pytest.mark.parametrize("write_up", SOURCES)
def test_a_body_is_in_our_own_words_outside_its_passages(sources: Path, write_up: str) -> None:
    body = next(row["body"] for row in rows("writeup") if row["slug"] == write_up)
    own = list(body)
    for row in items(*KINDS):
        if row["write_up"] == [write_up]:
            passage = locate(body, row["excerpt"], row.get("excerpt_occurrence"))
            own[passage.start : passage.end] = "¶" * (passage.end - passage.start)
    source = f" {' '.join(_words(source_text(sources, write_up)))} "
    borrowed = [
        run
        for stretch in re.split("¶+", "".join(own))
        for run in _runs(_words(stretch), LONGEST_BORROWED_RUN + 1)
        if f" {run} " in source
    ]
    assert borrowed == []


def _words(text: str) -> list[str]:
    joined = re.sub(r"[-\u00ad]\s*\n\s*", "", text)
    return re.findall(r"\w+", joined.lower())


def _runs(words: list[str], length: int) -> list[str]:
    return [" ".join(words[i : i + length]) for i in range(len(words) - length + 1)]


def test_every_speaker_is_sorted_under_a_name() -> None:
    assert [row["slug"] for row in rows("speaker") if not row.get("sort_name")] == []


def test_every_item_has_a_theme() -> None:
    assert [row["slug"] for row in items(*KINDS) if not row.get("themes")] == []


def test_every_archetype_has_three_to_five_questions_for_each_phase() -> None:
    counts: dict[tuple[str, str], int] = {}
    for row in rows("archetypequestion"):
        key = (row["archetype"][0], row["phase"])
        counts[key] = counts.get(key, 0) + 1
    slugs = [row["slug"] for row in rows("archetype")]
    assert len(slugs) == 16
    assert counts.keys() == {
        (slug, phase) for slug in slugs for phase in ("before", "during", "after")
    }
    assert set(counts.values()) <= {3, 4, 5}
