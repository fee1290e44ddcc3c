"""The settings, in one file. README.md lists the variables; a wrong one stops the start."""

import re
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from innovkb.accounts.openid_settings import openid_settings
from innovkb.lib import env

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

DEBUG = env.flag("DEBUG")


def _secret_key() -> str:
    """SECRET_KEY, or the key that ``make setup`` made for this checkout."""
    stored = VAR_DIR / "secret-key"
    key = env.text("SECRET_KEY", stored.read_text().strip() if stored.exists() else "")
    if not key and DEBUG:
        return "only-for-development"
    if len(key) < 50 or len(set(key)) < 5 or key.startswith("django-insecure"):
        raise ImproperlyConfigured(
            "SECRET_KEY must be at least 50 random characters; `make setup` makes one in var/."
        )
    return key


def _databases() -> dict[str, object]:
    """SQLite in var/, or whatever DATABASE_URL names."""
    url = env.text("DATABASE_URL", "") or f"sqlite:///{VAR_DIR / 'innovkb.sqlite3'}"
    try:
        config = dict(dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True))
    except (ValueError, KeyError, dj_database_url.ParseError) as error:
        raise ImproperlyConfigured(
            "DATABASE_URL must look like postgres://user:password@host:5432/name."
        ) from error
    if not config["NAME"]:
        raise ImproperlyConfigured("DATABASE_URL must end in the name of a database.")
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    elif config["ENGINE"] == "django.db.backends.postgresql":
        config["OPTIONS"] = {
            "connect_timeout": 3,
            **cast(dict[str, object], config.get("OPTIONS", {})),
        }
    else:
        raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL or an SQLite database.")
    return {"default": config}


def _site_url() -> str:
    """Where the public finds the site, without a slash at the end."""
    port = env.integer("PORT", 8000, minimum=1, maximum=65_535)
    url = env.text("SITE_URL", f"http://127.0.0.1:{port}")
    if not re.fullmatch(r"https?://([\w.-]+|\[[0-9a-fA-F:.]+\])(:\d{1,5})?/?", url):
        raise ImproperlyConfigured(
            f"SITE_URL must look like https://kennis.example.org, not {url!r}."
        )
    return url.rstrip("/")


SECRET_KEY = _secret_key()
SITE_URL = _site_url()
SITE_NAME = env.text("SITE_NAME", "Innovatiekennis")
SITE_OWNER = env.text("SITE_OWNER", "de redactie van deze kennisbank")
SITE_EMAIL = env.text("SITE_EMAIL", "")

# security.txt (RFC 9116) has to be looked at every year: a check warns before it expires.
SECURITY_CONTACT = env.text("SECURITY_CONTACT", "") or (
    f"mailto:{SITE_EMAIL}" if SITE_EMAIL else f"{SITE_URL}/over/#contact"
)
SECURITY_EXPIRES = env.day("SECURITY_EXPIRES", "2027-10-31")

# What the owner adds to the accessibility statement; until then it says that it is a draft.
ACCESSIBILITY_TESTED_ON = env.day("ACCESSIBILITY_TESTED_ON")
ACCESSIBILITY_TESTED_BY = env.text("ACCESSIBILITY_TESTED_BY", "")
ACCESSIBILITY_REPORT_URL = env.text("ACCESSIBILITY_REPORT_URL", "")
ACCESSIBILITY_KNOWN_ISSUES = env.text("ACCESSIBILITY_KNOWN_ISSUES", "")

# How others may use what the editors wrote themselves, such as "CC BY 4.0"; empty: they must ask.
CONTENT_LICENCE = env.text("CONTENT_LICENCE", "")

ALLOWED_HOSTS = [
    urlsplit(SITE_URL).hostname or "",
    *env.hosts("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]"),
]
CSRF_TRUSTED_ORIGINS = env.origins("CSRF_TRUSTED_ORIGINS")

# Over https everything is locked to it; `make run` on a laptop serves plain http.
_HTTPS = SITE_URL.startswith("https://")
SECURE_SSL_REDIRECT = _HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # asked from beside the server
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0
# These two bind a whole domain for a year and can't be taken back, so its owner asks for them;
# without them `check --deploy` would warn.
SECURE_HSTS_INCLUDE_SUBDOMAINS = _HTTPS and env.flag("HSTS_INCLUDE_SUBDOMAINS")
SECURE_HSTS_PRELOAD = SECURE_HSTS_INCLUDE_SUBDOMAINS and env.flag("HSTS_PRELOAD")
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _HTTPS
# Under these names no neighbour in the domain can set them.
SESSION_COOKIE_NAME = "__Host-sessionid" if _HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if _HTTPS else "csrftoken"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

INSTALLED_APPS = [
    "innovkb",
    "sessions",  # before django.contrib.sessions, which has the same folder name
    "practices",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "taggit",
    "simple_history",
    "csp",
]

MIDDLEWARE = [
    "innovkb.frame.gate.Gate",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "innovkb.frame.page_cache.PageCache",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "innovkb.accounts.sessions.IdleSessions",
    "innovkb.accounts.second_factor.RequireSecondFactor",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "innovkb.urls"
WSGI_APPLICATION = "innovkb.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "innovkb.frame.context.site",
                "innovkb.frame.display.display",
            ],
        },
    }
]

DATABASES = _databases()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Each process keeps public pages so long at most; a change of content empties them at once.
PAGE_CACHE_SECONDS = env.integer("PAGE_CACHE_SECONDS", 3600)
PAGE_CACHE_MB = env.integer("PAGE_CACHE_MB", 32, minimum=1)

AUTHENTICATION_BACKENDS = [
    "innovkb.accounts.throttle.Throttle",
    "django.contrib.auth.backends.ModelBackend",
]
# Log-in through the organisation's own provider, for who sets OIDC_CLIENT_ID.
OIDC_RP_CLIENT_ID = ""
globals().update(openid_settings())
if OIDC_RP_CLIENT_ID:
    AUTHENTICATION_BACKENDS.append("innovkb.accounts.openid.OpenIdBackend")
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",  # reads what was made before
]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
    {"NAME": "innovkb.accounts.passwords.DutchPasswords"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60  # seconds
SESSION_COOKIE_AGE = 8 * 60 * 60  # seconds without a click
# Logging in with two steps: nobody can, who wants can, or who publishes has to.
SECOND_FACTOR = env.choice("SECOND_FACTOR", ["OFF", "OPTIONAL", "REQUIRED"])

# Mail, for who forgot a password; without a host nobody is offered it.
EMAIL_HOST = env.text("EMAIL_HOST", "")
EMAIL_PORT = env.integer("EMAIL_PORT", 587, minimum=1, maximum=65_535)
EMAIL_HOST_USER = env.text("EMAIL_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_PASSWORD", "")
EMAIL_USE_TLS = env.flag("EMAIL_TLS", default=True)
EMAIL_TIMEOUT = 10  # seconds
DEFAULT_FROM_EMAIL = SITE_EMAIL or f"noreply@{urlsplit(SITE_URL).hostname}"

# The screen of a write-up holds some twelve fields for each of its items.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# A text of 5 MB, of which a form without a file makes three times as many bytes.
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024
LOGIN_URL = "admin:login"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = Path(env.text("STATIC_ROOT", str(BASE_DIR / "staticfiles")))
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_ROOT = BASE_DIR / "static" / "root"  # favicon.ico and what else has to be at the root
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "innovkb.lib.static_files.LeanStaticFilesStorage"
    },
}

FIXTURE_DIRS = [BASE_DIR / "fixtures"]

TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = True

# Where `manage.py export_open_data` writes everything public, and the site reads it.
OPEN_DATA_DIR = env.text("OPEN_DATA_DIR", str(VAR_DIR / "open-data"))

# Where `manage.py backup` is told to write, so that /readyz can say when the newest is too old.
BACKUP_DIR = env.text("BACKUP_DIR", "")
BACKUP_MAX_AGE = env.integer("BACKUP_MAX_AGE", 26, minimum=1)  # hours
BACKUP_KEY = env.text("BACKUP_KEY", "")

LOG_LEVELS = ["WARNING", "DEBUG", "INFO", "ERROR", "CRITICAL"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "innovkb.operations.logs.Formatter",
            "as_json": env.choice("LOG_FORMAT", ["TEXT", "JSON"]).lower(),
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    # Django's own go to the console too, and mail nobody.
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.server": {"handlers": ["console"], "propagate": False},
    },
    "root": {"handlers": ["console"], "level": env.choice("LOG_LEVEL", LOG_LEVELS)},
}
