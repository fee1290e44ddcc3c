"""``manage.py export_writeup SLUG``: a write-up with all its items, to share and to commit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from innovkb.ingest.export import Fixture, gather
from sessions.models import WriteUp


class Command(BaseCommand):
    help = (
        "Schrijft een verslag met alles wat eruit gehaald is als fixture (YAML): sessie, sprekers, "
        "organisaties, citaten, tips, wat helpt. `manage.py loaddata BESTAND` zet het op een site."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slugs", metavar="SLUG", nargs="+", help="het adres van het verslag")
        parser.add_argument("--output", metavar="FILE", help="schrijf naar dit bestand")
        parser.add_argument(
            "--keep-links",
            action="store_true",
            help="houd ook verwijzingen naar andere verslagen: die moeten er bij het laden zijn",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        slugs = list(dict.fromkeys(options["slugs"]))
        found = {one.slug: one for one in WriteUp.objects.filter(slug__in=slugs)}
        if missing := [slug for slug in slugs if slug not in found]:
            raise CommandError(f"Er is geen verslag met het adres ‘{', '.join(missing)}’.")
        fixture = Fixture(gather(found.values()), keep_links=options["keep_links"])
        text = fixture.text()
        if options["output"]:
            self._write(Path(options["output"]), text)
        else:
            self.stdout.write(text, ending="")
        if fixture.dropped:
            self.stderr.write(
                f"{fixture.dropped} verwijzingen naar andere verslagen staan er niet in "
                "(--keep-links houdt ze)."
            )

    def _write(self, path: Path, text: str) -> None:
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise CommandError(f"Kan niet schrijven naar {path}: {error.strerror}.") from error
        self.stderr.write(f"Geschreven: {path}")
