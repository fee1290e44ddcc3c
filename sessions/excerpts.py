"""Which items have lost the passage they were drawn from, or say something else than it does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.apps import apps

from innovkb.passages.locate import ExcerptError, locate
from innovkb.passages.verbatim import NOT_VERBATIM
from sessions.models import WriteUp
from sessions.models.item import Item


@dataclass(frozen=True)
class BrokenExcerpt:
    """An item whose excerpt can't be placed in its write-up, and why (Dutch, for the editor)."""

    item: Item
    reason: str

    def __str__(self) -> str:
        kind = self.item._meta.verbose_name
        return f"{kind} ‘{self.item}’ ({self.item.write_up.slug}): {self.reason}"


def item_models() -> list[type[Item]]:
    """Every model whose rows are drawn from a write-up."""
    return [model for model in apps.get_models() if issubclass(model, Item)]


def broken_excerpts(items: Iterable[Item]) -> Iterator[BrokenExcerpt]:
    """The items whose excerpt isn't in the body or stands there more than once, and those that
    are called verbatim but aren't in their excerpt.

    An item without an excerpt, or without a write-up, promises no passage and is passed over.
    """
    for item in items:
        if not item.excerpt or item.write_up_id is None:
            continue
        try:
            locate(item.write_up.body, item.excerpt, item.excerpt_occurrence)
        except ExcerptError as error:
            yield BrokenExcerpt(item, str(error))
        else:
            if item.is_misquoted:
                yield BrokenExcerpt(item, NOT_VERBATIM)


def all_items() -> Iterator[Item]:
    """Every item on the site, model by model, in the order of their write-ups."""
    for model in item_models():
        yield from model._default_manager.select_related("write_up").order_by(
            "write_up__slug", "position", "pk"
        )


def items_of(write_up: WriteUp) -> Iterator[Item]:
    """Every item of one write-up, each with that very write-up: saved or not."""
    for model in item_models():
        for item in model._default_manager.filter(write_up=write_up).order_by("position", "pk"):
            item.write_up = write_up
            yield item
