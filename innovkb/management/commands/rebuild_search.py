"""Writes the search index anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from innovkb.search.index.documents import documents, next_due
from innovkb.search.index.indexing import needs_rebuild, rebuild

_WIDTH = 40


class Command(BaseCommand):
    help = "Writes the search index anew. Searching goes on meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-needed",
            action="store_true",
            help="only when another analyser wrote it, or texts have other lengths now",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_needed"] and not needs_rebuild():
            return
        total = sum(1 for _ in documents())
        count = rebuild(
            documents=documents, due=next_due(), progress=lambda done: self._show(done, total)
        )
        self.stdout.write(f"{count} pages and passages are in the search index.")

    def _show(self, done: int, total: int) -> None:
        if self.stderr.isatty() and (done % 50 == 0 or done == total):
            bar = "#" * (_WIDTH * done // max(total, 1))
            end = "\n" if done == total else ""
            self.stderr.write(f"\r[{bar:<{_WIDTH}}] {done} of {total}", ending=end)
