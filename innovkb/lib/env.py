"""Reads settings from the environment and fails loudly, in one sentence, when one is wrong."""

import os
import re
from datetime import date
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

_TRUE = {"1", "true", "yes", "on", "ja"}
_FALSE = {"0", "false", "no", "off", "nee", ""}


def text(name: str, default: str | None = None) -> str:
    """The variable's value; raises ImproperlyConfigured when it is absent and has no default."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"{name} is not set, and it has no default.")
    return value


def flag(name: str, default: bool = False) -> bool:
    """True or False; raises ImproperlyConfigured for anything that is neither."""
    value = os.environ.get(name)
    if value is None:
        return default
    lowered = value.strip().lower()
    if lowered in _TRUE:
        return True
    if lowered in _FALSE:
        return False
    raise ImproperlyConfigured(f"{name} must be 1 or 0 (or true or false), not {value!r}.")


def integer(name: str, default: int, *, minimum: int = 0, maximum: int | None = None) -> int:
    """A whole number within the bounds; raises ImproperlyConfigured for anything else."""
    value = os.environ.get(name)
    if value is None:
        return default
    try:
        number = int(value)
    except ValueError:
        number = minimum - 1
    if number < minimum or (maximum is not None and number > maximum):
        bounds = f"of at least {minimum}" if maximum is None else f"from {minimum} to {maximum}"
        raise ImproperlyConfigured(f"{name} must be a whole number {bounds}, not {value!r}.")
    return number


def choice(name: str, allowed: list[str]) -> str:
    """One of the allowed words, in whatever case; the first is the default."""
    value = os.environ.get(name, allowed[0]).strip().upper()
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(allowed)}, not {value!r}.")
    return value


def day(name: str, default: str = "") -> date | None:
    """A date such as 2027-10-31, None when empty; raises ImproperlyConfigured for anything else."""
    value = os.environ.get(name, default).strip()
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name} must be a date such as 2027-10-31, not {value!r}."
        ) from error


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list, without its empty entries."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def hosts(name: str, default: str) -> list[str]:
    """A comma-separated list of host names such as ``kennis.example.org`` or ``.example.org``."""
    values = words(name, default)
    for value in values:
        if not re.fullmatch(r"\*|\.?[\w.-]+|\[[0-9a-fA-F:.]+\]", value):
            raise ImproperlyConfigured(
                f"{name} must hold host names such as kennis.example.org, not {value!r}."
            )
    return values


def origins(name: str) -> list[str]:
    """A comma-separated list of origins such as ``https://kennis.example.org``."""
    values = words(name)
    for value in values:
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            raise ImproperlyConfigured(
                f"{name} must hold addresses that start with https://, not {value!r}."
            )
    return values
