"""What is given as the words of a source is so, to the letter; all the rest is ours."""

import re

import pytest

from innovkb.passages.locate import locate
from tests.content.fingerprints import digest, given_as_theirs, known, runs, words
from tests.content.fixtures import bodies, items, source_of, wording


def test_every_passage_and_every_literal_text_stands_so_in_its_source() -> None:
    changed = [
        f"{source}: {name}"
        for source, name, passage in given_as_theirs()
        if digest(source, passage) not in known()[source]["passages"]
    ]
    assert changed == []


def test_one_letter_more_or_less_is_seen() -> None:
    quote = next(row for row in items("quote") if "haast" in row["text"])
    right, source = quote["text"], source_of(quote)
    assert digest(source, right) in known()[source]["passages"]
    for wrong in (right.replace("haast", "geen haast"), right.replace(",", "")):
        assert digest(source, wrong) not in known()[source]["passages"]


def test_the_file_knows_of_nothing_but_what_the_fixtures_show() -> None:
    shown: dict[str, set[str]] = {source: set() for source in known()}
    for source, _, passage in given_as_theirs():
        shown[source].add(digest(source, passage))
    assert shown == {source: kinds["passages"] for source, kinds in known().items()}


def test_there_are_quotes_tips_and_barriers_to_check() -> None:
    verbatim = [row for row in items("quote") if wording(row) == "verbatim"]
    assert len(verbatim) >= 30
    assert all(row["text"] for row in items("quote"))


@pytest.mark.parametrize("source", sorted(bodies()))
def test_a_body_is_in_our_own_words_outside_its_passages(source: str) -> None:
    body = bodies()[source]
    own = list(body)
    for row in items():
        if source_of(row) != source:
            continue
        passage = locate(body, row["excerpt"], row.get("excerpt_occurrence"))
        own[passage.start : passage.end] = "¶" * (passage.end - passage.start)
        if row.get("question") and len(row["question"]) > 200:  # a participant's own words
            asked = locate(body, row["question"])
            own[asked.start : asked.end] = "¶" * (asked.end - asked.start)
    borrowed = {
        stretch.strip()
        for stretch in re.split("¶+", "".join(own))
        if set(runs(words(stretch))) & known()[source]["runs"]
    }
    assert borrowed == set()


def test_a_borrowed_stretch_is_seen() -> None:
    source = "innovatiedrempels-overwinnen"
    passage = next(row["excerpt"] for row in items() if row["slug"] == "kennis")
    assert set(runs(words(passage))) & known()[source]["runs"]
