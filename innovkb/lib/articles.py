"""The article of what a model is called: *het citaat*, also where Django says *De citaat*."""

from django.db import models
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst


def article_of(model: type[models.Model]) -> str:
    """The Dutch article of the name of a model; empty where the name takes none."""
    return str(getattr(model, "article", "de"))


def with_article(message: str, model: type[models.Model]) -> str:
    """A sentence of Django's admin, which begin with *De*, with the right one; safe if it was."""
    name, article = str(model._meta.verbose_name), article_of(model)
    old = f"De {name} "
    if not message.startswith(old):
        return message
    begin = f"{capfirst(article)} {name}" if article else f"‘{capfirst(name)}’"
    new = f"{begin} {message.removeprefix(old)}"
    return mark_safe(new) if isinstance(message, SafeString) else new  # noqa: S308 – as it was
