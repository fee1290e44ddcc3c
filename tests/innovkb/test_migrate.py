"""A migration that was ended halfway can be carried out again."""

from typing import Any

import pytest
from django.db import connection, migrations, models
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState

from innovkb.management.commands.migrate import Executor

TABLE = "innovkb_halfway"


class Killed(BaseException):
    """Stands for the end of the process."""


def migration() -> Any:
    """Makes a table with a foreign key, which the database gets at the end only."""
    made = migrations.Migration("halfway", "innovkb")
    made.operations = [
        migrations.CreateModel(
            "Halfway",
            [
                ("id", models.BigAutoField(primary_key=True)),
                ("user", models.ForeignKey("auth.User", models.CASCADE)),
            ],
        )
    ]
    return made


def apply(executor: type[MigrationExecutor]) -> None:
    one = executor(connection)
    state = one.loader.project_state()
    assert isinstance(state, ProjectState)
    one.apply_migration(state, migration())


def is_there() -> tuple[bool, bool]:
    """Whether there is a table, and whether the migration is noted."""
    noted = ("innovkb", "halfway") in MigrationRecorder(connection).applied_migrations()
    return TABLE in connection.introspection.table_names(), noted


@pytest.fixture
def away() -> Any:
    yield
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")
    MigrationRecorder(connection).record_unapplied("innovkb", "halfway")


@pytest.mark.django_db(transaction=True)
def test_the_tables_and_the_note_come_together_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch, away: None
) -> None:
    def killed(*args: Any) -> None:
        raise Killed

    with monkeypatch.context() as ending:
        ending.setattr(MigrationRecorder, "record_applied", killed)
        with pytest.raises(Killed):
            apply(Executor)
    assert is_there() == (False, False)
    apply(Executor)
    assert is_there() == (True, True)
