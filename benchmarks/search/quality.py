"""Prints how well this search and others answer the judged queries.

`python -m benchmarks.search.quality [--set NAME] [--worst N]`
"""

import argparse
import json
import sqlite3
from collections.abc import Mapping, Sequence

from . import rivals
from .databases import ENGINES, database, load_content, manage
from .judged import DEPTH, SETS, Judged, ndcg, quality, read, shown
from .rivals import Search, Text

Results = Mapping[str, Sequence[str]]
_ALL = 1000
"""More than any query finds."""
_PASSAGES = 8
"""Rivals find passages and pages alike; so many times DEPTH hits give DEPTH pages."""


def page(url: str) -> str:
    """The address of the page that a hit leads to: a passage counts as its write-up."""
    return url.split("#")[0] if ":~:" in url else url


def ours(address: str, queries: Sequence[str]) -> tuple[dict[str, list[str]], dict[str, int]]:
    """What `manage.py search` finds, and how many of it the page shows unasked.

    Of a query of which nothing is shown, nothing counts as found.
    """
    text = "".join(f"{query}\n" for query in queries)
    lines = manage(address, "search", "--json", "--limit", str(_ALL), text=text).splitlines()
    answers = dict(zip(queries, map(json.loads, lines), strict=True))
    found = {
        query: [page(hit["url"]) for hit in answer["results"]] if answer["shown"] else []
        for query, answer in answers.items()
    }
    return found, {query: answer["shown"] for query, answer in answers.items()}


def theirs(search: Search, texts: Sequence[Text], queries: Sequence[str]) -> dict[str, list[str]]:
    """What a rival finds, each page once."""
    return {
        query: list(
            dict.fromkeys(texts[number].url for number in search(query, DEPTH * _PASSAGES))
        )[:DEPTH]
        for query in queries
    }


def indexed_texts(address: str) -> list[Text]:
    """Every page and passage of our own index in a SQLite database."""
    rows = sqlite3.connect(address.removeprefix("sqlite:///")).execute(
        "SELECT url, title, body, context FROM innovkb_searchentry ORDER BY id"
    )
    return [Text(page(url), title, body, context) for url, title, body, context in rows]


def measure(queries: Sequence[str]) -> tuple[dict[str, Results], Mapping[str, int]]:
    """The results of every system, ours on both databases first, and how many of ours are shown."""
    results: dict[str, Results] = {}
    for engine in ENGINES:
        with database(engine) as address:
            load_content(address)
            results[f"ours, {engine}"], counts = ours(address, queries)
            if engine == "sqlite":
                texts = indexed_texts(address)
            else:
                search = rivals.postgresql(texts, address)
                results["PostgreSQL dutch, websearch"] = theirs(search, texts, queries)
    for name, build in (
        ("icontains on each word", rivals.icontains),
        ("FTS5, any word", rivals.fts5),
        ("tantivy, Dutch stemmer", rivals.tantivy_dutch),
    ):
        results[name] = theirs(build(texts), texts, queries)
    return results, counts


def show(
    name: str,
    judged: Sequence[Judged],
    results: Mapping[str, Results],
    counts: Mapping[str, int],
) -> None:
    """Prints the table of one set, and ours by class of query."""
    print(f"\n{name}: {len(judged)} queries")
    print(f"{'':30} nDCG@10  recall@10  first  three  nothing found  found without answer")
    for system, found in results.items():
        q = quality(judged, found)
        right = f"{q.ndcg:7.3f}  {q.recall:9.3f}  {q.first:5.2f}  {q.three:5.2f}"
        print(f"{system:30} {right}  {q.nothing:13.3f}  {q.false:20.3f}")
    sqlite, postgresql = (results[f"ours, {engine}"] for engine in ENGINES)
    same = sum(sqlite[one.query][:DEPTH] == postgresql[one.query][:DEPTH] for one in judged)
    print(f"the same first ten on both databases: {same} of {len(judged)}")
    unasked = shown(judged, sqlite, counts)
    print(
        f"shown unasked: {unasked.median:g} in the median, precision {unasked.precision:.2f}, "
        f"exact answers kept {unasked.kept:.3f}"
    )
    for kind in dict.fromkeys(one.kind for one in judged if one.grades):
        q = quality([one for one in judged if one.kind == kind], sqlite)
        right = f"{q.ndcg:7.3f}  {q.recall:9.3f}  {q.first:5.2f}  {q.three:5.2f}"
        print(f"  {kind:28} {right}  {q.nothing:13.3f}")


def show_worst(judged: Sequence[Judged], found: Results, count: int) -> None:
    """Prints the queries with the lowest nDCG: what is missing (-) and what is wrong (+)."""
    answered = [one for one in judged if one.grades]
    for one in sorted(answered, key=lambda one: ndcg(found[one.query], one.grades))[:count]:
        print(f"\n{ndcg(found[one.query], one.grades):.3f}  {one.query} ({one.kind})")
        for url in found[one.query][:DEPTH]:
            print(f"    {one.grades.get(url, '+')} {url}")
        for url, grade in one.grades.items():
            if url not in found[one.query][:DEPTH]:
                print(f"    -{grade} {url}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=SETS, help="only this set")
    parser.add_argument("--worst", type=int, default=0, help="list so many of our worst queries")
    options = parser.parse_args()
    sets = {name: read(name) for name in SETS if options.set in (None, name)}
    queries = list(dict.fromkeys(one.query for judged in sets.values() for one in judged))
    results, counts = measure(queries)
    for name, judged in sets.items():
        show(name, judged, results, counts)
        show_worst(judged, results["ours, sqlite"], options.worst)


if __name__ == "__main__":
    main()
