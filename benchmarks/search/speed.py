"""Prints how fast the search is on generated corpora, beside PostgreSQL's own and tantivy.

`python -m benchmarks.search.speed [--sizes 1000,10000,100000] [--million] [--each 40] [--cpu]`

On a busy machine, `--cpu` measures processor time of the process that searches instead of time
on the clock; what a PostgreSQL server does is then not in it.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import rivals
from .corpus import documents, queries
from .databases import ENGINES, ROOT, database
from .rivals import Text
from .timing import percentiles

Measured = dict[str, Any]


def ours(address: str, size: int, each: int, cpu: bool) -> Measured:
    """Runs `timing` in a process of its own, for a process has one database."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.search.timing", str(size), str(each)] + ["--cpu"] * cpu,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env={
            **os.environ,
            "DATABASE_URL": address,
            "DJANGO_SETTINGS_MODULE": "innovkb.settings",
            "SECRET_KEY": "only-for-benchmarks" * 3,
        },
        check=True,
    )
    found: Measured = json.loads(done.stdout)
    return found


def theirs(
    build: Callable[[], rivals.Search],
    size: int,
    each: int,
    weigh: Callable[[], float],
) -> Measured:
    """The same for a rival, which only finds: no facets, highlights or explanations."""
    start = time.perf_counter()
    search = build()
    seconds = time.perf_counter() - start
    times = {
        name: percentiles(lambda text: search(text, 10), texts)
        for name, texts in queries(size, each).items()
        if name != "faceted"
    }
    return {"seconds": seconds, "megabytes": weigh(), "times": times}


def measure(size: int, each: int, cpu: bool) -> dict[str, Measured]:
    """Every system on a corpus of this size."""
    found: dict[str, Measured] = {}
    texts = [Text(d.url, d.title, d.body, d.context) for d in documents(size)]
    for engine in ENGINES:
        with database(engine) as address:
            found[f"ours, {engine}"] = ours(address, size, each, cpu)
            if engine == "postgresql":
                found["PostgreSQL dutch"] = theirs(
                    lambda: rivals.postgresql(texts, address),
                    size,
                    each,
                    lambda: rivals.postgresql_megabytes(address),
                )
    with tempfile.TemporaryDirectory(prefix="innovkb-benchmark-") as folder:
        found["tantivy"] = theirs(
            lambda: rivals.tantivy_dutch(texts, folder),
            size,
            each,
            lambda: sum(path.stat().st_size for path in Path(folder).iterdir()) / 1e6,
        )
    return found


def show(size: int, found: dict[str, Measured]) -> None:
    """Prints the table of one size: milliseconds, p50 / p95."""
    print(f"\n{size:,} documents; p50 / p95 in ms")
    print(f"{'':16}" + "".join(f"{name:>20}" for name in found))
    for name in found["ours, sqlite"]["times"]:
        cells = (
            f"{times[name][0]:.2f} / {times[name][1]:.2f}" if name in times else "–"
            for times in (measured["times"] for measured in found.values())
        )
        print(f"{name:16}" + "".join(f"{cell:>20}" for cell in cells))
    print(f"{'index, MB':16}" + "".join(f"{m['megabytes']:>20.1f}" for m in found.values()))
    rates = (size / measured["seconds"] for measured in found.values())
    print(f"{'built, per s':16}" + "".join(f"{rate:>20.0f}" for rate in rates), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--million", action="store_true", help="a million documents too (slow)")
    parser.add_argument("--each", type=int, default=40, help="queries of each class (40)")
    parser.add_argument("--cpu", action="store_true", help="processor time of our searches")
    options = parser.parse_args()
    sizes = [int(text) for text in options.sizes.split(",")]
    for size in [*sizes, *([1_000_000] if options.million else [])]:
        show(size, measure(size, options.each, options.cpu))


if __name__ == "__main__":
    main()
