"""``manage.py export_open_data``: everything public as files, for cron or a timer, every night."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from innovkb.ingest.export import Fixture, public_rows
from innovkb.open_data.dataset import store
from innovkb.open_data.dataset.documents import corpus, linked_corpus
from innovkb.open_data.dataset.names import DATA, LINKED, SITE
from innovkb.operations.backup import snapshot


class Command(BaseCommand):
    help = (
        "Writes everything that is public to OPEN_DATA_DIR: as data, as linked data, and as a "
        "fixture that `manage.py loaddata` puts on an empty site. Replaces what it made before."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        moment = timezone.now()
        made = moment.isoformat(timespec="seconds")
        try:
            with snapshot():
                done = store.write(
                    moment,
                    (
                        (DATA, "application/json", corpus(made)),
                        (LINKED, "application/ld+json", linked_corpus(made)),
                        (SITE, "application/json", list(Fixture(public_rows()).records())),
                    ),
                )
        except OSError as error:
            folder = Path(settings.OPEN_DATA_DIR)
            raise CommandError(f"Can't write in {folder}: {error.strerror}.") from error
        for file in done.files:
            self.stdout.write(f"{file.name}: {file.size} bytes, sha256 {file.sha256}")
