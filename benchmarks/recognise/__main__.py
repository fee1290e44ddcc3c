"""Prints precision and recall of the recognisers: `python -m benchmarks.recognise`.

`--errors HALF` lists what went wrong in that half ("dev", "held" or "sources").
"""

from __future__ import annotations

import argparse
from collections import defaultdict

from innovkb.ingest.recognise import Known, recognise

from .gold import Gold, read_set
from .measure import Score, measure
from .sources import known_names, read_sources

MEASURES = (
    "title", "date", "attendance", "people", "quotes", "speakers", "tips", "barriers",
    "principles", "examples", "tools", "questions", "answered by", "next",
)  # fmt: skip


def scores_of(golds: list[Gold], known: Known | None = None) -> dict[str, Score]:
    """Recognise every text and count."""
    scores: dict[str, Score] = defaultdict(Score)
    for gold in golds:
        measure(gold, recognise(gold.text, known), scores)
    return scores


def show(title: str, golds: list[Gold], *, errors: bool, known: Known | None = None) -> None:
    """Print one table, and what went wrong if asked for."""
    if not golds:
        print(f"\n{title}: nothing to compare with")
        return
    scores = scores_of(golds, known)
    print(f"\n{title} ({len(golds)} texts)\n{'':12}  precision  recall  expected")
    for name in MEASURES:
        score = scores[name]
        if score.expected or score.proposed:
            figures = f"{score.precision:9.2f}  {score.recall:6.2f}  {score.expected:8d}"
            print(f"{name:12}  {figures}")
    if errors:
        for name in MEASURES:
            for note in scores[name].notes:
                print(f"  {name}: {note}")


def main() -> None:
    """Print the tables for both halves of the set and for the sources."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", choices=("dev", "held", "sources"))
    parser.add_argument("--only", choices=("dev", "held", "sources"))
    arguments = parser.parse_args()
    for half in ("dev", "held"):
        if arguments.only in (None, half):
            show(half, read_set(half), errors=arguments.errors == half)
    if arguments.only in (None, "sources"):
        sources = read_sources()
        show("sources", sources, errors=arguments.errors == "sources")
        show("sources, with the site's own names", sources, errors=False, known=known_names())


if __name__ == "__main__":
    main()
