"""Loads fixtures, and brings the search index up to date in the same transaction."""

from typing import Any

from innovkb.lib.history import without_history
from innovkb.search.index import tracking
from sessions.management.commands.loaddata import Command as SessionsCommand


class Command(SessionsCommand):
    def loaddata(self, fixture_labels: Any) -> None:
        with without_history(), tracking.all_afterwards():
            super().loaddata(fixture_labels)
