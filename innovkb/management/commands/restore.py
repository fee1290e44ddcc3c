"""``manage.py restore FILE``: the site as it was, from a backup of either database."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from innovkb.operations import backup
from sessions.models import WriteUp


class Command(BaseCommand):
    help = (
        "Replaces everything in the database by a backup: all of it, or nothing when the file is "
        "damaged. Run `manage.py migrate` first in a new database."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", metavar="FILE")
        parser.add_argument("--replace", action="store_true", help="also where there is content")

    def handle(self, *args: Any, **options: Any) -> None:
        if WriteUp.objects.exists() and not options["replace"]:
            raise CommandError(
                "This database has content. Make a backup of it, and then add --replace."
            )
        try:
            rows = backup.restore(Path(options["path"]), settings.BACKUP_KEY)
        except (backup.BackupError, OSError) as error:
            raise CommandError(f"{error} Nothing was changed.") from error
        self.stdout.write(f"{rows} rows were restored, and the search index was made anew.")
