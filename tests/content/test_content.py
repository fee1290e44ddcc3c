"""The site's own content: complete, with passages that stand in the text of their write-up."""

import io
import re

from django.core.management import call_command

from innovkb.passages.locate import locate
from tests.content.fingerprints import known
from tests.content.fixtures import bodies, items, rows, source_of


def test_every_write_up_has_its_source() -> None:
    assert {row["slug"] for row in rows("writeup")} == known().keys()


def test_every_excerpt_stands_in_the_body_of_its_write_up() -> None:
    texts = bodies()
    for row in items():
        passage = locate(texts[source_of(row)], row["excerpt"], row.get("excerpt_occurrence"))
        assert passage.start < passage.end


def test_check_excerpts_finds_nothing_wrong(content: None) -> None:
    output = io.StringIO()
    call_command("check_excerpts", stdout=output)
    assert re.fullmatch(r"All \d+ items stand in the text of their write-up\.\n", output.getvalue())


def test_every_speaker_is_sorted_under_a_name() -> None:
    assert [row["slug"] for row in rows("speaker") if not row.get("sort_name")] == []


def test_every_item_has_a_theme() -> None:
    assert [row["slug"] for row in items() if not row.get("themes")] == []


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


def test_what_the_source_says_helps_has_the_passage_that_says_so() -> None:
    barriers, texts = {row["slug"]: row for row in items("barrier")}, bodies()
    for row in rows("remedy"):
        assert bool(row.get("passage")) == (row.get("origin") == "source"), row
        if row.get("passage"):
            body = texts[source_of(barriers[row["barrier"][0]])]
            assert " ".join(row["passage"].split()) in " ".join(body.split())
