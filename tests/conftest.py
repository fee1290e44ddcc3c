"""What every test may use: a database of choice, the content, factories."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from _pytest.unittest import UnitTestCase

from tests.databases import start_postgresql

ROOT = Path(__file__).resolve().parent.parent
CI = os.environ.get("CI", "").lower() in {"1", "true"}
SEARCHING = {"search", "operations", "upgrade", "browser"}
"""Rooms whose tests keep the search index in step with every row that they make."""
POSTGRESQL_SCHEMES = ("postgres://", "postgresql://")
SETTINGS = (
    "DEBUG", "SITE_URL", "SITE_NAME", "SITE_OWNER", "SITE_EMAIL", "ALLOWED_HOSTS",
    "CSRF_TRUSTED_ORIGINS", "PORT", "LOG_LEVEL", "PAGE_CACHE_SECONDS", "SECURITY_CONTACT",
    "SECURITY_EXPIRES", "ACCESSIBILITY_TESTED_ON", "ACCESSIBILITY_TESTED_BY",
    "ACCESSIBILITY_REPORT_URL", "ACCESSIBILITY_KNOWN_ISSUES", "CONTENT_LICENCE", "OPEN_DATA_DIR",
)  # fmt: skip

stop_database = pytest.StashKey[Callable[[], None]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=("sqlite", "postgresql"),
        default="sqlite",
        help="where the tests keep their data; DATABASE_URL may name the PostgreSQL to use",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Choose the database, then load the settings: they read the environment once.

    The settings module isn't named in pyproject.toml, for then pytest-django would load it
    before this file is read. The workers of pytest-xdist inherit what is set here.
    """
    if not hasattr(config, "workerinput"):
        for name in SETTINGS:
            os.environ.pop(name, None)
        os.environ["SECRET_KEY"] = "only-for-tests-" * 5
        os.environ["DJANGO_SETTINGS_MODULE"] = "innovkb.settings"
        given = os.environ.get("DATABASE_URL", "")
        if config.getoption("--database") == "sqlite":
            os.environ["DATABASE_URL"] = "sqlite:///:memory:"
        elif not given.startswith(POSTGRESQL_SCHEMES):
            os.environ["DATABASE_URL"], config.stash[stop_database] = start_postgresql()
    # How fast examples are made depends on what runs beside the tests.
    hypothesis.settings.register_profile(
        "any machine",
        deadline=None,
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
    )
    hypothesis.settings.load_profile("any machine")
    from django.conf import settings
    from django.db import connections

    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = True
    connections["default"].settings_dict["TEST"]["MIGRATE"] = False
    settings.PAGE_CACHE_SECONDS = 0  # a page that is kept would hide what it costs
    settings.OPEN_DATA_DIR = str(ROOT / "var" / "not-made")  # whatever was made in this checkout
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What never touches the database of choice is tested once."""
    if config.getoption("--database") == "sqlite":
        return
    without = [item for item in items if not _touches_database(item)]
    config.hook.pytest_deselected(items=without)
    items[:] = [item for item in items if item not in set(without)]


def _touches_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db"} & {*getattr(item, "fixturenames", ())}
    markers = [item.get_closest_marker(name) for name in ("django_db", "own_database")]
    return bool(fixtures or any(markers) or isinstance(item.parent, UnitTestCase))


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash.get(stop_database, lambda: None)()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """In CI a skipped test is a failed one."""
    report: Any = yield
    if CI and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome, report.longrepr = "failed", f"In CI nothing may be skipped. {reason}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """In CI a skipped file is an error."""
    report: Any = yield
    if CI and report.skipped:
        reason = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome, report.longrepr = "failed", f"In CI nothing may be skipped. {reason}"
    return report


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Tables made of the models, as if migrated: quick. That migrations give the same, the
    tests of an upgrade, of an import by two processes and of the browser see."""
    from django.apps import apps
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.recorder import MigrationRecorder

    from innovkb.models import AuditEvent
    from sessions.roles import make_roles

    with django_db_blocker.unblock():
        recorder = MigrationRecorder(connection)
        recorder.ensure_schema()
        for app, name in MigrationLoader(None).disk_migrations:
            recorder.record_applied(app, name)
        make_roles(apps)
        AuditEvent.objects.all().delete()  # a migration makes the roles without being noted


@pytest.fixture(scope="session")
def content_files() -> list[Path]:
    """The fixtures of the site's own content, in the order of loading."""
    return sorted((ROOT / "fixtures").glob("*.yaml"))


@pytest.fixture(scope="session")
def content_rows(
    django_db_setup: None, django_db_blocker: Any, content_files: list[Path]
) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that the fixtures make, by table and columns: read once for each worker."""
    from django.apps import apps
    from django.core.management import call_command
    from django.db import connection, transaction

    rows: dict[str, list[tuple[Any, ...]]] = {}
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("loaddata", *map(str, content_files), verbosity=0)
        for model in apps.get_models(include_auto_created=True):
            if model._meta.app_label in {"contenttypes", "auth", "admin", "sessions"}:
                continue
            columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
            with connection.cursor() as cursor:
                cursor.execute(f'SELECT {columns} FROM "{model._meta.db_table}"')
                rows[f'"{model._meta.db_table}" ({columns})'] = cursor.fetchall()
        transaction.set_rollback(True)
    return rows


@pytest.fixture
def content(db: None, content_rows: dict[str, list[tuple[Any, ...]]]) -> None:
    """The site's own content stands in the database (without it the database is empty)."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        for table, rows in content_rows.items():
            if rows and connection.vendor == "postgresql":
                with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                    for row in rows:
                        copy.write_row(row)
            elif rows:
                places = ", ".join(["%s"] * len(rows[0]))
                cursor.executemany(f"INSERT INTO {table} VALUES ({places})", rows)


@pytest.fixture(autouse=True)
def index_rests(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests of other rooms don't search, unless marked so: they leave the index alone.

    Writing it for every row that a test makes takes more time than the rest of the test.
    """
    searches = request.node.get_closest_marker("indexed")
    if not searches and not SEARCHING & {*request.path.relative_to(ROOT / "tests").parts}:
        from innovkb.search.index import tracking

        monkeypatch.setattr(tracking, "keys_showing", lambda model, pks: set())
        monkeypatch.setattr(tracking, "_write", lambda keys: None)
        monkeypatch.setattr(tracking, "synchronise", lambda: 0)


@pytest.fixture(autouse=True)
def due_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a server does in a thread, a test does before it goes on: it has one connection."""
    monkeypatch.setattr("innovkb.search.index.due._in_background", lambda work: work())


@pytest.fixture
def groups(db: None) -> None:
    """The roles, also after a test that emptied every table."""
    from django.apps import apps

    from sessions.roles import make_roles

    make_roles(apps)


def _user(name: str, group: str) -> Any:
    from django.contrib.auth.models import Group, User

    user = User.objects.create_user(name, password="geheim-voor-tests", is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return User.objects.get(pk=user.pk)


@pytest.fixture
def redacteur(groups: None) -> Any:
    """Somebody who may import and edit drafts."""
    return _user("robin", "redactie")


@pytest.fixture
def eindredacteur(groups: None) -> Any:
    """Somebody who may publish as well."""
    return _user("eva", "eindredactie")


@pytest.fixture
def make(db: None) -> Any:
    """The factories of tests/factories.py: ``make.quote(text="…")``."""
    from tests import factories

    return factories


@pytest.fixture
def editor(db: None) -> Any:
    """Somebody who may change everything."""
    from django.contrib.auth.models import User

    return User.objects.create_superuser("redactie", password="geheim-voor-tests")


@pytest.fixture
def editor_client(editor: Any) -> Any:
    """A browser in which the editor is logged in."""
    from django.test import Client

    client = Client()
    client.force_login(editor)
    return client
