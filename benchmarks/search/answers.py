"""Prints how often an answer stands above the results, and how often it is right.

`python -m benchmarks.search.answers [answers_e]`
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .databases import ENGINES, database, load_content, manage
from .quality import page

SETS = ("answers", "answers_e", "answers_f")


@dataclass(frozen=True)
class Wanted:
    """A query with the addresses that answer it, none where nothing may, and what the answering
    sentence must have."""

    query: str
    right: frozenset[str]
    says: str = ""

    def is_right(self, answer: Mapping[str, Any]) -> bool:
        """Whether all of an answer answers."""
        urls = {page(thing["url"]) for thing in answer["things"]}
        return urls <= self.right and self.says in (answer["sentence"] or "")


@dataclass(frozen=True)
class Answered:
    """The queries by what came of them."""

    right: list[str]
    wrong: list[str]
    missed: list[str]

    @property
    def precision(self) -> float:
        """Part of the answers that is right; 1 when there is none."""
        given = len(self.right) + len(self.wrong)
        return len(self.right) / given if given else 1.0

    @property
    def coverage(self) -> float:
        """Part of the queries with an answer that is answered right; 1 when there is none."""
        asked = len(self.right) + len(self.missed)
        return len(self.right) / asked if asked else 1.0


def read(name: str = SETS[0]) -> list[Wanted]:
    """The judged queries of one of SETS."""
    rows = yaml.safe_load((Path(__file__).parent / "judged" / f"{name}.yaml").read_text())
    return [
        Wanted(row["query"], frozenset(row.get("right", ())), row.get("says", "")) for row in rows
    ]


def judge(judged: Sequence[Wanted], answers: Mapping[str, Mapping[str, Any] | None]) -> Answered:
    """What came of each query; a wrong answer where there is a right one is missed too."""
    found = Answered([], [], [])
    for one in judged:
        given = answers[one.query]
        right = given is not None and one.is_right(given)
        if right:
            found.right.append(one.query)
        elif given is not None:
            found.wrong.append(one.query)
        if one.right and not right:
            found.missed.append(one.query)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", nargs="?", choices=SETS, default=SETS[0])
    judged = read(parser.parse_args().set)
    text = "".join(f"{one.query}\n" for one in judged)
    for engine in ENGINES:
        with database(engine) as address:
            load_content(address)
            lines = manage(address, "search", "--json", text=text).splitlines()
        answers = {
            one.query: json.loads(line)["answer"] for one, line in zip(judged, lines, strict=True)
        }
        found = judge(judged, answers)
        asked = sum(bool(one.right) for one in judged)
        print(f"{engine}: {len(judged)} queries, {asked} with an answer")
        print(f"  precision {found.precision:.2f}, coverage {found.coverage:.2f}")
        for name, queries in (("wrong", found.wrong), ("missed", found.missed)):
            print("".join(f"  {name}: {query}\n" for query in queries), end="")


if __name__ == "__main__":
    main()
