"""``manage.py second_factor_off NAME``: for who lost a phone and the recovery codes."""

from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from innovkb.accounts.second_factor import take_off


class Command(BaseCommand):
    help = "Makes the password of an account enough again, and ends its sessions; it is audited."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError("There is no account of that name.")
        if not take_off(user, None):
            raise CommandError("That account has no second factor.")
        self.stdout.write(f"{user} logs in with a password alone now.")
