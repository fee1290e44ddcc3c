"""``manage.py check_excerpts``: has any item lost the words it was drawn from?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sessions.excerpts import all_items, broken_excerpts


class Command(BaseCommand):
    help = "Lists each item whose excerpt isn't in its write-up's body, or is ambiguous."

    def handle(self, *args: Any, **options: Any) -> None:
        items = list(all_items())
        broken = list(broken_excerpts(items))
        for one in broken:
            self.stdout.write(str(one))
        if broken:
            raise CommandError(f"{len(broken)} of {len(items)} items have lost their passage.")
        self.stdout.write(f"All {len(items)} items stand in the text of their write-up.")
