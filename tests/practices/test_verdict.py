"""How many say so, in words."""

import pytest

from innovkb.lib.text import number_word
from practices.verdict import said_by, verdict


@pytest.mark.parametrize(
    ("number", "word"),
    [(0, "nul"), (1, "één"), (2, "twee"), (11, "elf"), (12, "twaalf"), (13, "13"), (250, "250")],
)
def test_numbers_up_to_twelve_are_words(number: int, word: str) -> None:
    assert number_word(number) == word


@pytest.mark.parametrize(
    ("stance", "people", "said"),
    [
        ("agree", 0, "Niemand zegt dit"),
        ("agree", 1, "Eén zegt dit"),
        ("agree", 2, "Twee zeggen dit"),
        ("against", 0, "Niemand zegt het tegendeel"),
        ("against", 1, "Eén zegt het tegendeel"),
        ("against", 4, "Vier zeggen het tegendeel"),
        ("depends", 0, "Niemand zegt: het hangt ervan af"),
        ("depends", 1, "Eén zegt: het hangt ervan af"),
        ("depends", 13, "13 zeggen: het hangt ervan af"),
    ],
)
def test_one_side_is_a_sentence(stance: str, people: int, said: str) -> None:
    assert said_by(stance, people) == said


@pytest.mark.parametrize(
    ("agree", "against", "depends", "words"),
    [
        (0, 0, 0, ""),
        (1, 0, 0, "Eén zegt dit, niemand zegt het tegendeel"),
        (5, 0, 0, "Vijf zeggen dit, niemand zegt het tegendeel"),
        (0, 1, 0, "Eén zegt het tegendeel"),
        (0, 2, 0, "Twee zeggen het tegendeel"),
        (0, 0, 1, "Eén zegt: het hangt ervan af"),
        (0, 0, 2, "Twee zeggen: het hangt ervan af"),
        (1, 1, 0, "Eén zegt dit, één zegt het tegendeel"),
        (4, 1, 0, "Vier zeggen dit, één zegt het tegendeel"),
        (1, 0, 1, "Eén zegt dit, één zegt: het hangt ervan af"),
        (2, 0, 3, "Twee zeggen dit, drie zeggen: het hangt ervan af"),
        (0, 2, 1, "Twee zeggen het tegendeel, één zegt: het hangt ervan af"),
        (4, 1, 2, "Vier zeggen dit, één zegt het tegendeel, twee zeggen: het hangt ervan af"),
        (13, 14, 1, "13 zeggen dit, 14 zeggen het tegendeel, één zegt: het hangt ervan af"),
    ],
)
def test_all_sides_are_one_sentence(agree: int, against: int, depends: int, words: str) -> None:
    assert verdict({"agree": agree, "against": against, "depends": depends}) == words
