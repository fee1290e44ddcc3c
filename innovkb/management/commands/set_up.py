"""``manage.py set_up``: database, content, search index and, on request, the first log-in."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    help = "Brings the database up to date; what is there already stays as it is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--editor", action="store_true", help="Make the first log-in too.")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("load_content", stdout=self.stdout)
        call_command("rebuild_search", if_needed=True, stdout=self.stdout)
        if options["editor"]:
            call_command("create_editor", stdout=self.stdout)
