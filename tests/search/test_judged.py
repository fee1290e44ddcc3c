"""The judged queries of the benchmark fit the site's content, and its measures are right."""

from math import log2

import pytest

from benchmarks.search.judged import SETS, Judged, ndcg, quality, read, recall
from innovkb.search.models import SearchEntry


def test_ndcg_is_one_for_the_ideal_order_and_less_for_any_other() -> None:
    grades = {"a": 2, "b": 1}
    assert ndcg(["a", "b", "x"], grades) == 1
    assert ndcg(["b", "a"], grades) == (1 + 2 / log2(3)) / (2 + 1 / log2(3))
    assert ndcg(["x"], grades) == 0


def test_recall_asks_for_no_more_than_fits() -> None:
    assert recall(["a", "x"], {"a": 1, "b": 1}) == 0.5
    assert recall([str(n) for n in range(10)], {str(n): 1 for n in range(30)}) == 1


def test_queries_without_an_answer_count_apart() -> None:
    judged = [Judged("a", "word", {"/a/": 2}), Judged("b", "none", {})]
    measured = quality(judged, {"a": [], "b": ["/x/"]})
    assert (measured.ndcg, measured.nothing, measured.false) == (0, 1, 1)


def test_the_sets_share_no_query_and_have_every_class() -> None:
    sets = [read(name) for name in SETS]
    queries = [one.query for judged in sets for one in judged]
    assert len(queries) == len(set(queries)) >= 160
    own, strangers = sets[:5], sets[5:]
    assert {frozenset(one.kind for one in judged) for judged in own} == {
        frozenset(one.kind for one in own[0])
    }
    assert [any(one.kind == "none" for one in judged) for judged in strangers] == [True] * 4


@pytest.mark.django_db
def test_every_judged_address_is_on_the_site(content: None) -> None:
    judged = {url for name in SETS for one in read(name) for url in one.grades}
    assert judged - set(SearchEntry.objects.values_list("url", flat=True)) == set()
