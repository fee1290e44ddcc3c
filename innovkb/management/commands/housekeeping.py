"""``manage.py housekeeping``: for cron or a timer, every few minutes."""

from typing import Any

from django.core.management.base import BaseCommand

from innovkb.operations.housekeeping import keep_house


class Command(BaseCommand):
    help = "Follows write-ups whose time has come and removes what is past. Safe to run twice."

    def handle(self, *args: Any, **options: Any) -> None:
        for line in keep_house():
            self.stdout.write(line)
