"""The measured quality does not slip below what was promised."""

import pytest

from benchmarks.recognise.__main__ import scores_of
from benchmarks.recognise.gold import read_set

FLOORS = {
    "title": (0.90, 0.90),
    "date": (0.90, 0.90),
    "people": (0.85, 0.92),
    "quotes": (0.92, 0.92),
    "speakers": (0.90, 0.75),
    # In this set advice that a sentence only reports ("she advises to …") is not always labelled.
    "tips": (0.90, 0.70),
}


@pytest.mark.parametrize("part", ["fit"])
def test_precision_and_recall_stay_above_their_floors(part: str) -> None:
    scores = scores_of(read_set(part))
    below = {
        name: (round(scores[name].precision, 2), round(scores[name].recall, 2))
        for name, (precision, recall) in FLOORS.items()
        if scores[name].precision < precision or scores[name].recall < recall
    }
    assert below == {}
