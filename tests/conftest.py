"""What every test may use: a database of choice, the content, factories."""

import functools
import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from _pytest.unittest import UnitTestCase

from tests.databases import (
    insert,
    made_once,
    migrated_sqlite,
    pass_keys,
    rows_of,
    start_postgresql,
)

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
    "SECOND_FACTOR", "OIDC_CLIENT_ID",
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
    # A run makes objects by the million and keeps few: looking for cycles as often as Python
    # does costs a twentieth of it.
    gc.set_threshold(100_000, 50, 50)
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
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[], Any]], Any]:
    """Makes what takes long once in a run, for whoever asks first: ``once("pages", walk)``."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # the processes of a run have folders side by side
        folder = folder.parent
    return functools.partial(made_once, folder)


@pytest.fixture(scope="session")
def migrated(once: Any) -> Callable[[Path], str]:
    """Writes an SQLite file as ``migrate`` leaves it, and gives its address: ``migrated(file)``."""

    def write(file: Path) -> str:
        file.write_bytes(once("migrated", migrated_sqlite))
        return f"sqlite:///{file}"

    return write


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
    once: Any, django_db_setup: None, django_db_blocker: Any, content_files: list[Path]
) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that the fixtures make, by table and columns."""
    with django_db_blocker.unblock():
        rows: dict[str, list[tuple[Any, ...]]] = once("content", lambda: rows_of(content_files))
        pass_keys(rows)
    return rows


@pytest.fixture
def content(db: None, content_rows: dict[str, list[tuple[Any, ...]]]) -> None:
    """The site's own content stands in the database (without it the database is empty)."""
    insert(content_rows)


@pytest.fixture
def content_pages(content: None, once: Any) -> dict[str, str]:
    """Every public page of the site's own content, by its path."""
    from django.test import Client

    from tests.crawling import crawl

    pages: dict[str, str] = once("pages", lambda: dict(crawl(Client())))
    return pages


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
