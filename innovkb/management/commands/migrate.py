"""``manage.py migrate``: Django's own, but a migration and the note that it was done are one."""

from typing import Any

from django.core.management.commands import migrate
from django.db.migrations.executor import MigrationExecutor


class Executor(MigrationExecutor):
    """Notes a migration in the transaction that carries it out.

    Django notes one that leaves work for the end, such as foreign keys, a moment after its tables
    are committed. Killed in between, it would start again with tables that are there already.
    """

    def apply_migration(
        self, state: Any, migration: Any, fake: bool = False, fake_initial: bool = False
    ) -> Any:
        if fake or fake_initial or migration.replaces or not migration.atomic:
            return super().apply_migration(state, migration, fake, fake_initial)
        if self.progress_callback:
            self.progress_callback("apply_start", migration, fake)
        with self.connection.schema_editor(atomic=True) as editor:
            state = migration.apply(state, editor)
            self.recorder.record_applied(migration.app_label, migration.name)
        if self.progress_callback:
            self.progress_callback("apply_success", migration, fake)
        return state


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        vars(migrate)["MigrationExecutor"] = Executor
        super().handle(*args, **options)
