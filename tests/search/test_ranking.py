"""Arrays of scores: which documents are best, and what their facets count."""

import numpy as np

from innovkb.search.ask.facets import Facet, FacetValue, count
from innovkb.search.ask.ranking import best, favour_themes, with_all
from innovkb.search.index.postings import Postings


def ids(*numbers: int) -> "np.typing.NDArray[np.uint32]":
    return np.array(numbers, np.uint32)


def test_the_best_come_first_and_ties_by_number() -> None:
    scores = np.array([0, 3, 1, 3, 2, 3], np.float32)
    everything = np.ones(6, np.bool_)
    assert best(scores, everything, 10).tolist() == [1, 3, 5, 4, 2]
    assert best(scores, everything, 2).tolist() == [1, 3]
    assert best(scores, np.array([0, 0, 1, 0, 1, 0], np.bool_), 9).tolist() == [4, 2]


def test_with_all_needs_every_term() -> None:
    weights = np.ones(2, np.float32)
    postings = {"a": Postings(ids(1, 2), weights), "b": Postings(ids(2, 3), weights)}
    assert np.flatnonzero(with_all(postings, {"a", "b"}, 5)).tolist() == [2]
    assert np.flatnonzero(with_all(postings, {"a", "c"}, 5)).tolist() == []


def test_a_facet_is_counted_without_its_own_filter_and_an_active_value_stays() -> None:
    facets = {
        "theme": Facet([("geld", ids(1, 2)), ("ruimte", ids(2, 3))]),
        "year": Facet([("2024", ids(1)), ("2025", ids(2, 3))]),
    }
    hits = np.array([0, 1, 1, 0], np.bool_)
    filters = {"theme": ["ruimte"], "year": ["2030"]}
    masks = {name: facets[name].mask(values, 4) for name, values in filters.items()}
    counted = count(facets, hits, masks, {"theme": ["ruimte"], "year": ["2030"]})
    assert counted["theme"] == [FacetValue("ruimte", 0, active=True)]
    assert counted["year"] == [FacetValue("2025", 1, active=False)]
    assert masks["theme"].tolist() == [False, False, True, True]


def test_a_facet_without_values_counts_nothing() -> None:
    empty = Facet([])
    assert empty.mask(["x"], 3).tolist() == [False] * 3
    assert count({"series": empty}, np.ones(3, np.bool_), {}, {}) == {"series": []}


def test_what_shares_an_unusual_theme_with_the_best_gains_and_nothing_is_found_by_it() -> None:
    themes = Facet([("geld", ids(1, 2, 4)), ("ruimte", ids(3, 5, 6, 7, 8, 9))])
    scores = np.array([0, 8, 1, 1, 0, 0, 0, 0, 0, 0], np.float32)
    favour_themes(scores, themes, 9)
    assert scores[2] > scores[3] == 1
    assert scores[4:].tolist() == [0] * 6


def test_without_a_hit_or_a_theme_nothing_changes() -> None:
    scores = np.zeros(3, np.float32)
    favour_themes(scores, Facet([("geld", ids(1))]), 2)
    assert scores.tolist() == [0, 0, 0]
    scores = np.array([0, 2, 1], np.float32)
    favour_themes(scores, Facet([]), 2)
    assert scores.tolist() == [0, 2, 1]
