"""Prints precision and recall of the recognisers: `python -m benchmarks.recognise`.

`--errors PART` lists what went wrong in that part ("fit", "classes", "sources" or "folder");
`--folder PATH` measures texts that stand elsewhere, each with its gold beside it, alone.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from pathlib import Path

from innovkb.ingest.recognise import Known, recognise

from .by_layout import scores_by_layout
from .gold import Gold, read_first, read_folder, read_set
from .measure import KINDS, Score, measure, ticked
from .sources import known_names, read_sources

MEASURES = (
    "title", "date", "attendance", "people", "quotes", "speakers", "tips", "barriers",
    "principles", "examples", "tools", "questions", "answered by", "next",
)  # fmt: skip
PARTS = ("fit", "classes", "sources", "folder")


def scores_of(golds: list[Gold], known: Known | None = None) -> dict[str, Score]:
    """Recognise every text and count what is proposed as sure."""
    return both_tiers(golds, known)[0]


def both_tiers(
    golds: list[Gold], known: Known | None = None
) -> tuple[dict[str, Score], dict[str, Score]]:
    """Recognise every text; count what is proposed as sure, and all that is proposed."""
    sure: dict[str, Score] = defaultdict(Score)
    every: dict[str, Score] = defaultdict(Score)
    for gold in golds:
        found = recognise(gold.text, known)
        measure(gold, ticked(found), sure)
        measure(gold, found, every)
    return sure, every


def show(title: str, golds: list[Gold], *, errors: bool, known: Known | None = None) -> None:
    """Print one table, and what went wrong if asked for."""
    if not golds:
        print(f"\n{title}: nothing to compare with")
        return
    sure, every = both_tiers(golds, known)
    print(f"\n{title} ({len(golds)} texts)")
    print(f"{'':12}  precision  recall  with possible  expected")
    for name in MEASURES:
        score = sure[name]
        if score.expected or score.proposed or every[name].proposed:
            figures = f"{score.precision:9.2f}  {score.recall:6.2f}  {every[name].recall:13.2f}"
            print(f"{name:12}  {figures}  {score.expected:8d}")
    words = sum(len(re.findall(r"\w+", gold.text)) for gold in golds)
    wrong, more = _to_drop(sure), _to_drop(every)
    print(
        f"to drop per 1,000 words: {1000 * wrong / words:.1f} that are sure, "
        f"{1000 * (more - wrong) / words:.1f} that are possible"
    )
    if errors:
        for name in MEASURES:
            for note in sure[name].notes:
                also = "" if note in every[name].notes or "+" in note else " (possible)"
                print(f"  {name}: {note}{also}")


def show_by_layout(fit: list[Gold], first: list[Gold]) -> None:
    """Print what the weights are worth on a layout that was left out of their fitting."""
    for title, golds, more in (("fit", fit, first), ("first", first, fit)):
        scores = scores_by_layout(golds, more)
        print(f"\n{title}, each layout left out in turn: precision and recall of what is sure")
        for name in ("tips", "barriers"):
            print(f"{name:12}  {scores[name].precision:9.2f}  {scores[name].recall:6.2f}")


def _to_drop(scores: dict[str, Score]) -> int:
    return sum(scores[name].proposed - scores[name].hits for name in (*KINDS, "people"))


def main() -> None:
    """Print the tables for the set, the classes and the sources."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", choices=PARTS)
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    if arguments.folder:
        golds = read_folder(arguments.folder)
        show(arguments.folder.name, golds, errors=arguments.errors == "folder")
        return
    for part in ("fit", "classes"):
        if arguments.only in (None, part):
            show(part, read_set(part), errors=arguments.errors == part)
    if arguments.only in (None, "fit"):
        show_by_layout(read_set("fit"), read_first())
    if arguments.only in (None, "sources"):
        sources = read_sources()
        show("sources", sources, errors=arguments.errors == "sources")
        show("sources, with the site's own names", sources, errors=False, known=known_names())


if __name__ == "__main__":
    main()
