"""Compares the search index with what is on the site."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from innovkb.search.index.documents import documents
from innovkb.search.index.indexing import drift


class Command(BaseCommand):
    help = "Lists what the search index holds wrongly; exits 1 when there is any."

    def handle(self, *args: Any, **options: Any) -> None:
        problems = list(drift(documents()))
        for problem in problems:
            self.stdout.write(problem)
        if problems:
            self.stdout.write(f"{len(problems)} faults; `manage.py rebuild_search` mends them.")
            sys.exit(1)
        self.stdout.write("The search index agrees with the site.")
