"""``manage.py load_content``: the content that comes with the site, once."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from sessions.models import WriteUp


class Command(BaseCommand):
    help = "Loads fixtures/*.yaml into a database that has no write-up yet."

    def handle(self, *args: Any, **options: Any) -> None:
        if WriteUp.objects.exists():
            self.stdout.write("The database has content already: nothing is loaded over it.")
            return
        files = sorted(Path(settings.BASE_DIR, "fixtures").glob("*.yaml"))
        if files:
            call_command(
                "loaddata", *map(str, files), verbosity=options["verbosity"], stdout=self.stdout
            )
