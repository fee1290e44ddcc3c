"""How answers stand in an address, and which archetypes they call a threat."""

from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest

from innovkb.tools.premortem.answers import Answer, Answers, Level, judge, known, read, write

YES, PARTLY, NO, NOT_APPLICABLE = Answer.YES, Answer.PARTLY, Answer.NO, Answer.NOT_APPLICABLE


def archetype(slug: str, questions: int = 4) -> Any:
    asked = [SimpleNamespace(position=number) for number in range(1, questions + 1)]
    return SimpleNamespace(slug=slug, asked=asked)


def answers(**letters: str) -> Answers:
    """``answers(canyon="jn-")``: a letter for each question, a dash for no answer."""
    return {
        slug: {n: Answer(letter) for n, letter in enumerate(given, 1) if letter != "-"}
        for slug, given in letters.items()
    }


def slugs(patterns: list[Any]) -> list[str]:
    return [pattern.archetype.slug for pattern in patterns]


def test_what_is_written_is_read_back() -> None:
    given = {"de-olifant": {1: YES, 2: NO, 10: NOT_APPLICABLE}, "de_canyon": {3: PARTLY}}
    assert write(given) == ["de-olifant.1j2n10x", "de_canyon.3d"]
    assert read(write(given)) == (given, 0)


def test_an_archetype_without_answers_is_not_written() -> None:
    assert write({"de-olifant": {}}) == []


def test_of_two_answers_to_one_question_the_first_counts() -> None:
    assert read(["a.1j1n", "a.01d"]) == ({"a": {1: YES}}, 2)


@pytest.mark.parametrize(
    "word",
    ["", ".", "a", "a.", ".1j", "a.j", "a.1", "a.1q", "a.1J", "a b.1j", "a.1j.2n", "a.999999j",
     "a.\x001j", "a.1j\n", "a.¹j", "a.-1j", "a." + "1j" * 61, "a" * 101 + ".1j"],
)  # fmt: skip
def test_what_is_no_answer_is_left_out_and_counted(word: str) -> None:
    assert read([word, "b.1j"]) == ({"b": {1: YES}}, 1)


def test_answers_to_questions_that_are_not_there_are_left_out_and_counted() -> None:
    given = answers(canyon="j---n", gone="jj")
    assert known(given, [archetype("canyon")]) == (answers(canyon="j"), 3)


def test_known_answers_follow_the_order_of_the_archetypes() -> None:
    kept, _ = known(answers(b="j", a="n"), [archetype("a"), archetype("b")])
    assert list(kept) == ["a", "b"]


def test_a_yes_counts_twice_a_partly() -> None:
    outcome = judge([archetype("a"), archetype("b")], answers(a="dd", b="jj"))
    assert [(p.archetype.slug, p.threat) for p in outcome.threats] == [
        ("b", 1),
        ("a", Fraction(1, 2)),
    ]


def test_only_answered_questions_count() -> None:
    half = judge([archetype("a")], answers(a="jn--")).threats[0]
    assert (half.threat, len(half.counted), len(half.unanswered)) == (Fraction(1, 2), 2, 2)


def test_not_applicable_does_not_make_a_threat_smaller() -> None:
    pattern = judge([archetype("a")], answers(a="jxxx")).threats[0]
    assert (pattern.threat, len(pattern.counted), pattern.unanswered) == (1, 1, [])


def test_of_equal_threats_the_one_with_more_answers_comes_first() -> None:
    outcome = judge([archetype("a"), archetype("b")], answers(a="j", b="jj"))
    assert slugs(outcome.threats) == ["b", "a"]


def test_full_equals_keep_the_order_of_the_archetypes() -> None:
    outcome = judge([archetype("b"), archetype("a")], answers(a="jn", b="nj"))
    assert slugs(outcome.threats) == ["b", "a"]


@pytest.mark.parametrize(
    ("given", "level"),
    [("jjjj", Level.HIGH), ("jjn", Level.HIGH), ("jn", Level.MIDDLE), ("jnn", Level.MIDDLE),
     ("dn", Level.LOW), ("jnnn", Level.LOW)],
)  # fmt: skip
def test_a_threat_has_a_level(given: str, level: Level) -> None:
    assert judge([archetype("a")], answers(a=given)).threats[0].level == level


def test_archetypes_without_worries_are_safe_or_not_looked_at() -> None:
    given = answers(safe="nn", spared="x", threat="d")
    outcome = judge([archetype(slug) for slug in ("safe", "spared", "threat", "open")], given)
    assert slugs(outcome.threats) == ["threat"]
    assert slugs(outcome.safe) == ["safe", "spared"]
    assert slugs(outcome.open) == ["open"]
    assert slugs(outcome.in_order) == ["safe", "spared", "threat", "open"]


def test_what_is_answered_is_counted_over_all_archetypes() -> None:
    outcome = judge([archetype("a"), archetype("b", 2)], answers(a="jnx"))
    assert (outcome.asked, outcome.answered, outcome.unanswered) == (6, 3, 3)


def test_an_archetype_without_questions_is_left_out() -> None:
    assert judge([archetype("a", 0)], {}).in_order == []


def test_without_answers_nothing_threatens() -> None:
    assert judge([archetype("a")], {}).threats == []
