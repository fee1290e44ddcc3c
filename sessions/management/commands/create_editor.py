"""``manage.py create_editor``: the first log-in for the editors."""

import os
import secrets
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand
from django.db import connection

from sessions.roles import CHIEF_EDITORS

USERNAME = "redactie"


class Command(BaseCommand):
    help = "Makes the log-in of the first editor, unless it is there, and says where it stands."

    def handle(self, *args: Any, **options: Any) -> None:
        users = get_user_model()._default_manager
        stored = Path(settings.VAR_DIR, "editor-login")
        self._keep_that_of_another_database(stored)
        address = f"{settings.SITE_URL}/admin/"
        if users.filter(username=USERNAME).exists():
            where = f" and stands in {self._shown(stored)}" if stored.exists() else ""
            self.stdout.write(f"Editors log in on {address}; the first log-in exists{where}.")
            return
        password = secrets.token_urlsafe(15)
        user = users.create_user(USERNAME, password=password, is_staff=True)
        user.groups.add(*Group.objects.filter(name=CHIEF_EDITORS))
        self._store(stored, f"{USERNAME}\n{password}\n{_database()}\n")
        self.stdout.write(
            f"Editors log in on {address} as {USERNAME} with password {password}\n"
            f"(kept in {self._shown(stored)}; change it on the site)."
        )

    @staticmethod
    def _keep_that_of_another_database(stored: Path) -> None:
        """Put the log-in that was made for another database beside it, under that one's mark."""
        lines = stored.read_text().splitlines() if stored.exists() else []
        mark = lines[2] if len(lines) > 2 else ""
        if mark and mark != _database():
            stored.replace(stored.with_name(f"{stored.name}-{mark}"))
        own = stored.with_name(f"{stored.name}-{_database()}")
        if own.exists() and not stored.exists():
            own.replace(stored)

    @staticmethod
    def _store(path: Path, text: str) -> None:
        """Write a file that nobody but its owner may read, not even for a moment."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(text)

    @staticmethod
    def _shown(path: Path) -> str:
        """The path as seen from the checkout, where it lies in it."""
        base = Path(settings.BASE_DIR)
        return str(path.relative_to(base) if path.is_relative_to(base) else path)


def _database() -> str:
    """A mark that tells one database from another, without its password."""
    parts = [str(connection.settings_dict.get(name, "")) for name in ("HOST", "PORT", "NAME")]
    return sha256("\n".join(parts).encode()).hexdigest()[:8]
