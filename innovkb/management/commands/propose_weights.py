"""``manage.py propose_weights``: what editors' choices would make of the recogniser's weights."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.core.management.base import BaseCommand

from innovkb.ingest.models import EvidenceCount
from innovkb.ingest.recognise.items.learning import Choices, ProposedWeight, proposed_weights
from innovkb.ingest.recognise.items.signs import weighed_otherwise


class Command(BaseCommand):
    help = (
        "Laat zien welke gewichten van aanwijzingen bij de keuzes van de redactie passen, en wat "
        "dat doet met precisie en recall op de teksten met antwoorden. Verandert niets: een mens "
        "schrijft een gewicht in innovkb/ingest/recognise/items/signs.py."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        counted = [
            Choices(row.kind, row.name, row.taken, row.dropped)
            for row in EvidenceCount.objects.all()
        ]
        proposed = proposed_weights(counted)
        if not proposed:
            self.stdout.write("Er zijn nog geen keuzes geteld.")
            return
        for one in proposed:
            self.stdout.write(
                f"{one.kind:10} {one.name:16} {one.choices:5} keuzes: "
                f"{one.now:5.2f} wordt {one.proposed:5.2f}"
            )
        self._measure(proposed)

    def _measure(self, proposed: list[ProposedWeight]) -> None:
        """Print precision and recall with both tables, where the labelled texts are at hand."""
        if find_spec("benchmarks") is None:
            self.stdout.write("De teksten met antwoorden staan niet op deze server.")
            return
        measuring = import_module("benchmarks.recognise.__main__")
        golds = import_module("benchmarks.recognise.gold").read_set("fit")
        now = measuring.scores_of(golds)
        with weighed_otherwise({(one.kind, one.name): one.proposed for one in proposed}):
            then = measuring.scores_of(golds)
        for kind in ("tips", "barriers"):
            self.stdout.write(
                f"{kind}: precisie {now[kind].precision:.2f} wordt {then[kind].precision:.2f}, "
                f"recall {now[kind].recall:.2f} wordt {then[kind].recall:.2f}"
            )
