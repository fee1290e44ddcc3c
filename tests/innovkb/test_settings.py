"""The settings: safe by default, and one sentence that names the variable that is wrong."""

import os
import runpy
import subprocess
import sys
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[2]
KEY = "k3y-for-tests-" * 5
VARIABLES = ("DEBUG", "SECRET_KEY", "DATABASE_URL", "SITE_URL", "SITE_NAME", "SITE_OWNER",
             "SITE_EMAIL", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "PORT",
             "LOG_LEVEL", "HSTS_INCLUDE_SUBDOMAINS", "HSTS_PRELOAD")  # fmt: skip


@pytest.fixture
def settings_of(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Run the settings file in a checkout of its own, under these variables alone."""

    def run(**variables: str) -> dict[str, Any]:
        for name in VARIABLES:
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        folder = tmp_path / "innovkb"
        folder.mkdir(exist_ok=True)
        copyfile(ROOT / "innovkb" / "settings.py", folder / "settings.py")
        return runpy.run_path(str(folder / "settings.py"))

    return run


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("DEBUG", "maybe", "must be 1 or 0"),
        ("SECRET_KEY", "", "must be at least 50 random characters"),
        ("SECRET_KEY", "short", "must be at least 50 random characters"),
        ("SECRET_KEY", "a" * 60, "must be at least 50 random characters"),
        ("SECRET_KEY", "django-insecure-" + KEY, "must be at least 50 random characters"),
        ("PORT", "http", "must be a whole number from 1 to 65535"),
        ("PORT", "0", "must be a whole number from 1 to 65535"),
        ("PORT", "65536", "must be a whole number from 1 to 65535"),
        ("SITE_URL", "kennis.example.org", "must look like https://kennis.example.org"),
        ("SITE_URL", "https://", "must look like https://kennis.example.org"),
        ("SITE_URL", "https://a.nl/kennis", "must look like https://kennis.example.org"),
        ("SITE_URL", "https://[a", "must look like https://kennis.example.org"),
        ("SITE_URL", "https://a:b", "must look like https://kennis.example.org"),
        ("SITE_URL", "ftp://a.nl", "must look like https://kennis.example.org"),
        ("ALLOWED_HOSTS", "https://a.nl", "must hold host names"),
        ("CSRF_TRUSTED_ORIGINS", "a.nl", "must hold addresses that start with https://"),
        ("LOG_LEVEL", "loud", "must be one of WARNING, DEBUG, INFO, ERROR, CRITICAL"),
        ("DATABASE_URL", "nonsense", "must look like postgres://"),
        ("DATABASE_URL", " ", "must look like postgres://"),
        ("DATABASE_URL", "://", "must look like postgres://"),
        ("DATABASE_URL", "http://host/name", "must look like postgres://"),
        ("DATABASE_URL", "postgres://[host/name", "must look like postgres://"),
        ("DATABASE_URL", "postgres://host:port/name", "must look like postgres://"),
        ("DATABASE_URL", "postgres://host:99999/name", "must look like postgres://"),
        ("DATABASE_URL", "postgres://", "must end in the name of a database"),
        ("DATABASE_URL", "postgres://user:password@host:5432/", "must end in the name"),
        ("DATABASE_URL", "mysql://host/name", "must name a PostgreSQL or an SQLite database"),
    ],
)
def test_a_wrong_variable_stops_the_start_and_is_named(
    settings_of: Any, name: str, value: str, reason: str
) -> None:
    with pytest.raises(ImproperlyConfigured) as error:
        settings_of(**{"SECRET_KEY": KEY, name: value})
    message = str(error.value)
    assert message.startswith(f"{name} {reason}")
    assert "\n" not in message


def test_a_password_in_a_wrong_address_is_not_told(settings_of: Any) -> None:
    with pytest.raises(ImproperlyConfigured) as error:
        settings_of(SECRET_KEY=KEY, DATABASE_URL="postgres://user:geheim@host:port/name")
    assert "geheim" not in str(error.value)


def test_unless_asked_for_nothing_is_debugged(settings_of: Any) -> None:
    assert settings_of(SECRET_KEY=KEY)["DEBUG"] is False
    assert settings_of(SECRET_KEY=KEY, DEBUG="0")["DEBUG"] is False
    assert settings_of(DEBUG="1")["DEBUG"] is True


def test_the_key_that_set_up_made_is_used(settings_of: Any, tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "secret-key").write_text(KEY + "\n")
    assert settings_of()["SECRET_KEY"] == KEY
    assert settings_of(SECRET_KEY=KEY[::-1])["SECRET_KEY"] == KEY[::-1]


def test_without_an_address_it_is_sqlite_that_writers_can_share(
    settings_of: Any, tmp_path: Path
) -> None:
    database = settings_of(SECRET_KEY=KEY)["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.sqlite3"
    assert database["NAME"] == str(tmp_path / "var" / "innovkb.sqlite3")
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert database["OPTIONS"]["timeout"] == 20
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]


def test_an_address_switches_to_postgresql(settings_of: Any) -> None:
    url = "postgres://anna:geheim@db.example.org:5433/kennis"
    database = settings_of(SECRET_KEY=KEY, DATABASE_URL=url)["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    wanted = {"NAME": "kennis", "USER": "anna", "HOST": "db.example.org", "PORT": 5433}
    assert {name: database[name] for name in wanted} == wanted


def test_over_https_everything_is_locked_to_it(settings_of: Any) -> None:
    secure = settings_of(SECRET_KEY=KEY, SITE_URL="https://kennis.example.org/")
    assert secure["SITE_URL"] == "https://kennis.example.org"
    assert "kennis.example.org" in secure["ALLOWED_HOSTS"]
    assert secure["SESSION_COOKIE_SECURE"] is True
    names = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME")
    assert [secure[name] for name in names] == ["__Host-sessionid", "__Host-csrftoken"]
    assert secure["SECURE_HSTS_SECONDS"] == 31_536_000
    plain = settings_of(SECRET_KEY=KEY, PORT="9000")
    assert plain["SITE_URL"] == "http://127.0.0.1:9000"
    assert plain["SESSION_COOKIE_SECURE"] is False


def test_subdomains_and_browsers_lists_are_bound_to_https_on_request_only(settings_of: Any) -> None:
    names = ("SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_PRELOAD")
    https = {"SECRET_KEY": KEY, "SITE_URL": "https://kennis.example.org"}
    both = {"HSTS_INCLUDE_SUBDOMAINS": "1", "HSTS_PRELOAD": "1"}

    def bound(**variables: str) -> list[bool]:
        values = settings_of(**variables)
        return [values[name] for name in names]

    assert bound(**https) == [False, False]
    assert bound(**https, HSTS_PRELOAD="1") == [False, False]
    assert bound(**https, HSTS_INCLUDE_SUBDOMAINS="1") == [True, False]
    assert bound(**https, **both) == [True, True]
    assert bound(SECRET_KEY=KEY, **both) == [False, False]


def _manage(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    left_out = {*VARIABLES, "DJANGO_ALLOW_ASYNC_UNSAFE"}  # which a browser in this process sets
    environment = {key: value for key, value in os.environ.items() if key not in left_out}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT, env={**environment, **variables}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_production_settings_pass_django_s_own_check() -> None:
    checked = _manage(
        "check", "--deploy", "--fail-level", "INFO",
        SECRET_KEY=KEY, SITE_URL="https://kennis.example.org", DATABASE_URL="sqlite:///:memory:",
    )  # fmt: skip
    told = (checked.returncode, checked.stderr, checked.stdout)
    assert told == (0, "", "System check identified no issues (2 silenced).\n")


def test_a_wrong_variable_is_all_that_is_said() -> None:
    stopped = _manage("migrate", SECRET_KEY=KEY, DATABASE_URL="nonsense")
    assert stopped.returncode == 1
    assert stopped.stderr == (
        "The settings are not right: "
        "DATABASE_URL must look like postgres://user:password@host:5432/name.\n"
    )
