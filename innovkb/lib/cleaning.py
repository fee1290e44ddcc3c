"""Every text is kept without characters that no format can hold, and with one kind of line end."""

from typing import Any

from django.db import models
from django.db.models.signals import pre_save

from innovkb.lib.fields import LinesField
from innovkb.lib.text import printable

_APPS = ("innovation_sessions", "practices", "innovkb")


def _clean(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    if sender._meta.app_label not in _APPS:
        return
    for field in sender._meta.concrete_fields:
        value = instance.__dict__.get(field.attname)
        if isinstance(field, models.CharField | models.TextField) and isinstance(value, str):
            setattr(instance, field.attname, _plain(value))
        elif isinstance(field, LinesField) and isinstance(value, list):
            setattr(instance, field.attname, [_plain(str(line)) for line in value])
        elif isinstance(field, models.JSONField):
            setattr(instance, field.attname, _cleaned(value))


def _plain(text: str) -> str:
    """Browsers send CR and LF at the end of a line; paragraphs are told by LF alone."""
    return printable(text).replace("\r\n", "\n").replace("\r", "\n")


def _cleaned(value: Any) -> Any:
    """The value with all texts in it as PostgreSQL's jsonb can hold them."""
    if isinstance(value, str):
        return _plain(value)
    if isinstance(value, list | tuple):
        return [_cleaned(one) for one in value]
    if isinstance(value, dict):
        return {_cleaned(name): _cleaned(one) for name, one in value.items()}
    return value


def connect() -> None:
    """Starts cleaning; called once, when the apps are ready."""
    pre_save.connect(_clean, dispatch_uid="clean-texts")
