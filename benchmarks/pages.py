"""What a page costs the server: made anew, and from the page cache.

    make setup && python -m benchmarks.pages
    python -m benchmarks.pages --times 40

Reads the database of the settings (DATABASE_URL). Prints for each page the processor time of one
request in milliseconds (median of RUNS), the database queries, and the size of its HTML in bytes,
plain and compressed. The time is that of the whole Django stack, without a web server. With
``--times`` it makes the content so many times as much, in a database of its own that it throws away
again, and prints how many times as long each address took.
"""

import argparse
import gzip
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import django

RUNS = 30
PAGES = (
    "/",
    "/tips/",
    "/tips/begin-toch/",
    "/barrieres/the-last-mile/",
    "/citaten/gaspersz-energie-ruimte-en-vertrouwen/",
    "/sprekers/jeff-gaspersz/",
    "/themas/leiderschap/",
    "/verslagen/ric-innovatieleiderschap/",
    "/zoeken/?q=ruimte",
    "/kaart/",
)
OTHERS = (
    "/themas/",
    "/barrieres/",
    "/sprekers/",
    "/citaten/",
    "/verslagen/",
    "/wijzer/",
    "/sitemap.xml",
    "/sitemap-tips.xml",
    "/api/v1/tips",
    "/export/tips.csv",
    "/feed.xml",
)
"""What is looked at too when there is more content."""


@contextmanager
def page_cache(seconds: int) -> Iterator[Callable[[str], bytes]]:
    """A function that asks for a page of a site that keeps pages so long."""
    from django.test import Client, override_settings

    from innovkb.frame.page_cache import PLAIN

    with override_settings(PAGE_CACHE_SECONDS=seconds):
        PLAIN.clear()
        client = Client(HTTP_HOST="localhost")

        def ask(path: str) -> bytes:
            response = client.get(path)
            if response.status_code != 200:
                raise SystemExit(
                    f"{path} gives {response.status_code}: does the site have content?"
                )
            return bytes(response.content)

        yield ask


def cost(ask: Callable[[str], bytes], path: str) -> tuple[float, int]:
    """Milliseconds of processor time and queries of one request, when the process is warm."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for _ in range(3):
        ask(path)
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        ask(path)
        times.append(time.process_time() - start)
    with CaptureQueriesContext(connection) as queries:
        ask(path)
    return statistics.median(times) * 1000, len(queries)


def compare(times: int) -> None:
    """Prints each address at the content of the fixtures, and at so many times as much."""
    from django.core.management import call_command

    from benchmarks.many_times import multiply

    call_command("set_up")
    measured: list[dict[str, tuple[float, int, int]]] = []
    for many in (1, times):
        multiply(many)
        with page_cache(0) as ask:
            measured.append(
                {path: (*cost(ask, path), len(ask(path))) for path in (*PAGES, *OTHERS)}
            )
    print(f"{'':50} at first         {times} times           as long")
    print(f"{'':50} ms    bytes      ms    queries bytes")
    for path, (first, _, size) in measured[0].items():
        ms, queries, now = measured[1][path]
        print(
            f"{path:50} {first:5.1f} {size:8}   {ms:6.1f} {queries:5} {now:8}   {ms / first:5.1f}"
        )


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "innovkb.settings")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=1)
    times = parser.parse_args().times
    if times > 1:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["DATABASE_URL"] = f"sqlite:///{folder}/many.sqlite3"
            django.setup()
            compare(times)
        return
    django.setup()
    print(f"{'':50} made anew       kept            bytes")
    print(f"{'':50} ms    queries   ms    queries    plain  gzip")
    for path in PAGES:
        with page_cache(0) as ask:
            html = ask(path)
            new, new_queries = cost(ask, path)
        with page_cache(3600) as ask:
            kept, kept_queries = cost(ask, path)
        small = len(gzip.compress(html, 6))
        print(
            f"{path:50} {new:5.1f} {new_queries:7} {kept:7.2f} {kept_queries:7} "
            f"{len(html):9} {small:6}"
        )


if __name__ == "__main__":
    main()
