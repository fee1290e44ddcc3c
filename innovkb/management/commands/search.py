"""Searches from the command line."""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from innovkb.kinds import KINDS
from innovkb.search.ask.engine import Result, search
from innovkb.search.pages.serialize import result_data


def _limit(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 1000:
        raise argparse.ArgumentTypeError("must be from 1 to 1000")
    return number


class Command(BaseCommand):
    help = "Searches for each argument or, without arguments, for each line of standard input."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("queries", nargs="*", metavar="QUERY")
        parser.add_argument("--json", action="store_true", help="print one JSON object a line")
        parser.add_argument("--limit", type=_limit, default=10, help="results a query (10)")
        parser.add_argument("--kind", choices=[kind.key for kind in KINDS], help="only this kind")

    def handle(self, *args: Any, **options: Any) -> None:
        filters = {"kind": [options["kind"]]} if options["kind"] else None
        for query in options["queries"] or self._lines():
            result = search(query, filters=filters, limit=options["limit"])
            if options["json"]:
                line = json.dumps(result_data(query, result), ensure_ascii=False)
                self.stdout.write(line.encode("utf-8", "replace").decode())
            else:
                self._print(query, result)

    def _lines(self) -> Iterator[str]:
        for line in sys.stdin.buffer:
            yield line.decode("utf-8", "replace").rstrip("\r\n")

    def _print(self, query: str, result: Result) -> None:
        data = result_data(query, result)
        corrected = f", corrected to: {data['corrected']}" if data["corrected"] else ""
        self.stdout.write(f"{query}: {data['total']} found{corrected}")
        for number, hit in enumerate(data["results"], start=1):
            self.stdout.write(f"{number:3} {hit['score']:8.3f}  {hit['kind']}: {hit['title']}")
            self.stdout.write(f"              {hit['url']}")
