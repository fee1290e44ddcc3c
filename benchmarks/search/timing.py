"""Times `search()` on one database; `speed` runs it as `python -m benchmarks.search.timing`.

Prints one JSON object. Arguments: the number of documents, the queries of each class, and
`--cpu` for processor time.
"""

import gc
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

from .corpus import documents, queries


def percentiles(
    run: Callable[[str], object], texts: list[str], clock: Callable[[], float] = time.perf_counter
) -> tuple[float, float]:
    """The 50th and 95th percentile in milliseconds; the first round only warms up."""
    times = []
    for round_ in range(2):
        for text in texts:
            start = clock()
            run(text)
            if round_:
                times.append((clock() - start) * 1000)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def build(count: int) -> float:
    """Writes the index; returns the seconds that took."""
    from django.core.management import call_command

    from innovkb.search.index.document import IndexDocument
    from innovkb.search.index.indexing import rebuild

    call_command("migrate", verbosity=0)
    made = [IndexDocument(**vars(item)) for item in documents(count)]
    start = time.perf_counter()
    rebuild(documents=lambda: made, due=None, progress=lambda done: None)
    return time.perf_counter() - start


def size() -> float:
    """Bytes of the index on disk, in MB."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            return Path(connection.settings_dict["NAME"]).stat().st_size / 1e6
        cursor.execute("VACUUM FULL")
        cursor.execute(
            "SELECT pg_total_relation_size('innovkb_searchentry')"
            " + pg_total_relation_size('innovkb_searchposting')"
        )
        return float(cursor.fetchone()[0]) / 1e6


def measure(count: int, each: int, clock: Callable[[], float]) -> dict[str, Any]:
    """Seconds to build, megabytes, and the percentiles of each class."""
    from innovkb.search.ask.engine import search

    seconds, megabytes = build(count), size()
    gc.collect()
    gc.freeze()  # the corpus is no part of what is measured
    filters = {"kind": ["tip", "quote"], "theme": ["thema-1", "thema-2"], "year": ["2024"]}
    search("begin")  # reads what is kept between searches
    times = {}
    for name, texts in queries(count, each).items():
        used = filters if name == "faceted" else None
        times[name] = percentiles(lambda text: search(text, filters=used, limit=10), texts, clock)  # noqa: B023
    return {"seconds": seconds, "megabytes": megabytes, "times": times}


if __name__ == "__main__":
    django.setup()
    used_clock = time.process_time if "--cpu" in sys.argv else time.perf_counter
    json.dump(measure(int(sys.argv[1]), int(sys.argv[2]), used_clock), sys.stdout)
