"""Writes the search index anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from innovkb.search.index.documents import documents, next_due
from innovkb.search.index.indexing import rebuild
from innovkb.search.index.weighting import fingerprint
from innovkb.search.models import SearchState

_WIDTH = 40


class Command(BaseCommand):
    help = "Writes the search index anew. Searching goes on meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-needed",
            action="store_true",
            help="only when there is no index, or another version of the analyser wrote it",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_needed"]:
            state = SearchState.objects.filter(pk=1).first()
            if state is not None and state.analyser == fingerprint():
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
