"""The judged queries, and how well a ranking answers them.

A judgement says of an address whether it is exactly what was asked for (2) or helps (1). The pool
that was judged joined the best of six systems and a reading of the whole content.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from statistics import fmean, median

import yaml

SETS = (
    "tuning", "held_out", "fresh", "reader_a", "reader_b", "reader_c", "reader_d", "reader_e",
    "reader_f",
)  # fmt: skip
DEPTH = 10
_GRADES = {"exactly": 2, "helps": 1}


@dataclass(frozen=True)
class Judged:
    """A query with the grade of each address; none for a query without an answer."""

    query: str
    kind: str
    grades: Mapping[str, int]


@dataclass(frozen=True)
class Quality:
    """Means over the queries that have an answer, and what is found for those that have none."""

    ndcg: float
    recall: float
    nothing: float
    """Share of the queries with an answer for which nothing at all is found."""
    false: float
    """Share of the queries without an answer for which something is found."""
    first: float
    """Share of the queries of which the first result has the highest grade that is judged."""
    three: float
    """Share of the queries of which one of the first three results has."""


@dataclass(frozen=True)
class Shown:
    """What our own page shows unasked, over the queries that have an answer."""

    median: float
    """Results."""
    precision: float
    """Mean part of what is shown that is judged to help."""
    kept: float
    """Part of all that is judged to be exactly what was asked for, and found, that is shown."""


def read(name: str) -> list[Judged]:
    """The queries of one of SETS."""
    rows = yaml.safe_load((Path(__file__).parent / "judged" / f"{name}.yaml").read_text())
    return [
        Judged(
            row["query"],
            row["class"],
            {url: grade for name, grade in _GRADES.items() for url in row.get(name, ())},
        )
        for row in rows
    ]


def ndcg(urls: Sequence[str], grades: Mapping[str, int]) -> float:
    """Normalised discounted cumulative gain at DEPTH (Järvelin and Kekäläinen, 2002)."""
    best = sorted(grades.values(), reverse=True)[:DEPTH]
    got = [grades.get(url, 0) for url in urls[:DEPTH]]
    return _discounted(got) / _discounted(best)


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, start=1))


def recall(urls: Sequence[str], grades: Mapping[str, int]) -> float:
    """The part of the judged addresses in the first DEPTH, of as many as fit there."""
    return len(grades.keys() & set(urls[:DEPTH])) / min(len(grades), DEPTH)


def has_best(urls: Sequence[str], grades: Mapping[str, int]) -> bool:
    """Whether one of the addresses has the highest grade that is judged."""
    return any(grades.get(url, 0) == max(grades.values()) for url in urls)


def shown(
    judged: Sequence[Judged], results: Mapping[str, Sequence[str]], counts: Mapping[str, int]
) -> Shown:
    """What is shown of all results (addresses by query), of which ``counts`` says how many."""
    answered = [one for one in judged if one.grades]
    parts, exact, kept = [], 0, 0
    for one in answered:
        first = results[one.query][: counts[one.query]]
        parts.append(sum(url in one.grades for url in first) / max(len(first), 1))
        best = {url for url, grade in one.grades.items() if grade == max(_GRADES.values())}
        exact += len(best.intersection(results[one.query]))
        kept += len(best.intersection(first))
    return Shown(median(counts[one.query] for one in answered), fmean(parts), kept / max(exact, 1))


def quality(judged: Sequence[Judged], results: Mapping[str, Sequence[str]]) -> Quality:
    """How good the results (addresses by query) are."""
    answered = [(results[one.query], one.grades) for one in judged if one.grades]
    empty = [results[one.query] for one in judged if not one.grades]
    return Quality(
        ndcg=fmean(ndcg(urls, grades) for urls, grades in answered),
        recall=fmean(recall(urls, grades) for urls, grades in answered),
        nothing=fmean(not urls for urls, _ in answered),
        false=fmean(bool(urls) for urls in empty) if empty else 0.0,
        first=fmean(has_best(urls[:1], grades) for urls, grades in answered),
        three=fmean(has_best(urls[:3], grades) for urls, grades in answered),
    )
