"""*Het citaat*, not *De citaat*, in the sentences of Django's admin, which all begin with *De*."""

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

_HET = frozenset("archetype citaat hulpmiddel optreden principe thema verslag voorbeeld".split())
"""Names of our models that take *het*."""
_NONE = "wat helpt"


def with_article(message: str, name: str) -> str:
    """The message, with the article that goes with the name of a model; safe if it was."""
    old = f"De {name} "
    if not message.startswith(old) or (name not in _HET and name != _NONE):
        return message
    begin = f"‘{capfirst(name)}’" if name == _NONE else f"Het {name}"
    new = f"{begin} {message.removeprefix(old)}"
    return mark_safe(new) if isinstance(message, SafeString) else new  # noqa: S308 – as it was
