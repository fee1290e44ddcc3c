"""``manage.py backup FILE``: everything that can't be made again, while the site goes on."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from innovkb.operations import backup


class Command(BaseCommand):
    help = (
        "Writes a backup to FILE, or in a folder to a new file with the time in its name. With "
        "BACKUP_KEY set it is encrypted. Restore it with `manage.py restore`."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", metavar="FILE", nargs="?", help="a file, or a folder")
        parser.add_argument("--check", action="store_true", help="only say whether FILE is sound")
        parser.add_argument("--keep", type=int, metavar="N", help="in a folder: the newest N only")
        parser.add_argument(
            "--max-age", type=int, metavar="HOURS", help="with --check: fail if older"
        )
        parser.add_argument("--new-key", action="store_true", help="print a key for BACKUP_KEY")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["new_key"]:
            self.stdout.write(Fernet.generate_key().decode())
            return
        if not options["path"]:
            raise CommandError("Say where to: manage.py backup FILE")
        path = Path(options["path"])
        try:
            if options["check"]:
                self._check(path, options["max_age"])
            else:
                self._write(path, options["keep"])
        except (backup.BackupError, OSError) as error:
            raise CommandError(str(error)) from error

    def _write(self, path: Path, keep: int | None) -> None:
        folder = path if path.is_dir() else None
        if folder is not None:
            path = folder / f"innovkb-{timezone.now():%Y%m%d-%H%M%S}.kb"
        rows = backup.write(path, settings.BACKUP_KEY)
        self.stdout.write(f"{rows} rows are in {path}.")
        if folder is not None and keep:
            for old in sorted(folder.glob("innovkb-*.kb"))[: -max(keep, 1)]:
                old.unlink()

    def _check(self, path: Path, hours: int | None) -> None:
        if path.is_dir():
            path = max(path.glob("*.kb"), key=lambda one: one.stat().st_mtime, default=path)
        if not path.is_file():
            raise CommandError("There is no backup.")
        head = backup.read_head(path, settings.BACKUP_KEY)
        age = timezone.now() - datetime.fromisoformat(head["made"])
        self.stdout.write(
            f"{path} is sound: {head['rows']} rows, {age // timedelta(hours=1)} hours old."
        )
        if hours is not None and age > timedelta(hours=hours):
            raise CommandError(f"It is older than {hours} hours.")
