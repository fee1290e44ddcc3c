"""The Dutch of the content: sentences that stand alone, and questions that can be answered."""

import re

import pytest

from tests.content.fixtures import Row, items, rows

_OURS = ("question", "tip", "barrier", "principle", "example", "tool", "archetype")
_DENIALS = re.compile(r"\b(?:niet|geen|niemand|nooit|niets|nergens|noch)\b", re.IGNORECASE)
_QUOTED = re.compile(r"‘[^’]*’")
_ENGLISH = re.compile(r"\b(?:the|of|for|and|with|an|it|all)\b", re.IGNORECASE)


def _texts() -> list[Row]:
    found = [row for kind in _OURS for row in rows(kind)]
    return [row for row in found if row.get("text")]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower())) + " "


@pytest.mark.parametrize("row", _texts(), ids=lambda row: row["slug"])
def test_a_text_is_a_sentence_that_stands_alone(row: Row) -> None:
    assert re.match(r"[A-ZÀ-Ý0-9‘“(]", row["text"]), "begins with a capital"
    assert re.search(r"[.!?][’”)]*$", row["text"].strip()), "ends with a stop"
    assert not _plain(row["text"]).startswith(_plain(row["title"])), "does not repeat the title"


def test_titles_of_one_kind_differ() -> None:
    for kind in _OURS:
        titles = [row["title"] for row in rows(kind)]
        assert sorted(titles) == sorted(set(titles))


def test_a_question_of_the_pre_mortem_can_be_answered_with_yes_or_no() -> None:
    for row in rows("archetypequestion"):
        assert re.match(r"[A-Z].*\?$", row["text"]), row
        assert not _DENIALS.search(_QUOTED.sub("", row["text"])), row
    assert len(rows("archetypequestion")) == 193


def test_reasons_do_not_all_begin_with_wie() -> None:
    reasons = [row["why"] for row in rows("remedy")]
    begin = [why for why in reasons if why.startswith("Wie ")]
    assert len(begin) <= len(reasons) // 50


def test_a_title_in_english_says_so() -> None:
    for row in items() + rows("archetype"):
        english = len(_ENGLISH.findall(row["title"])) >= 2 and "‘" not in row["title"]
        assert not english or row.get("title_language") == "en", row["title"]
