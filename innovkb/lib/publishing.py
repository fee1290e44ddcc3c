"""What is public. The rule stands here; each model's ``published()`` applies it to its own rows."""

from collections.abc import Callable
from typing import Any, Self

from django.db import models
from django.db.models import Q

from innovkb.lib.prepared import now
from innovkb.lib.writes import NoticedQuerySet


class Status(models.TextChoices):
    """Where a write-up stands on its road to the public."""

    DRAFT = "draft", "concept"
    IN_REVIEW = "in_review", "ter beoordeling"
    PUBLISHED = "published", "gepubliceerd"


def published_q(prefix: str = "") -> Q:
    """Matches what is public now: published, and its publication time has come.

    ``prefix`` is the path to the write-up, for example ``"write_up__"``.
    """
    return Q(**{f"{prefix}status": Status.PUBLISHED}) & (
        Q(**{f"{prefix}publish_at__isnull": True}) | Q(**{f"{prefix}publish_at__lte": now()})
    )


def exposed_q(prefix: str = "") -> Q:
    """Matches what is public now, or will be as soon as its publication time comes."""
    return Q(**{f"{prefix}status": Status.PUBLISHED})


def scheduled_q(prefix: str = "") -> Q:
    """Matches what becomes public later: published, but its publication time has yet to come."""
    return Q(**{f"{prefix}status": Status.PUBLISHED, f"{prefix}publish_at__gt": now()})


def in_review_q(prefix: str = "") -> Q:
    """Matches what waits for somebody who may publish."""
    return Q(**{f"{prefix}status": Status.IN_REVIEW})


Rule = Callable[[str], Q]
"""Which write-ups count, given the path to them: ``published_q``, ``exposed_q``."""


class PublicQuerySet(NoticedQuerySet):
    """A queryset that knows which of its rows the public may see."""

    def visible(self, rule: Rule) -> Self:
        """Only the rows that are seen when the write-ups are seen that ``rule`` matches."""
        raise NotImplementedError(f"{type(self).__name__} must say which of its rows are public.")

    def published(self) -> Self:
        """Only the rows that are public now."""
        return self.visible(published_q)

    def exposed(self) -> Self:
        """Only the rows that are public now, or will be without anybody deciding so again."""
        return self.visible(exposed_q)


class PublicThroughQuerySet(PublicQuerySet):
    """Rows that are public as soon as a public row refers to them: its page leads to theirs."""

    def visible(self, rule: Rule) -> Self:
        seen = Q()
        for relation in referrers(self.model):
            rows = relation.related_model._default_manager.visible(rule)
            seen |= Q(pk__in=rows.order_by().values(relation.remote_field.name))
        return self.filter(seen)


def leave_with_draft(collector: Any, field: Any, rows: Any, using: str) -> None:
    """An ``on_delete``: what a draft holds goes with it, what the public saw outlives its write-up.

    Without a write-up some rows are public by themselves. Those are deleted with a draft, for else
    they would come on the site because it went; such a model says so in ``is_public_alone``.
    """
    shown = set(rows.filter(exposed_q(f"{field.name}__")).values_list("pk", flat=True))
    leaving: Any = [row for row in rows if row.is_public_alone and row.pk not in shown]
    staying: Any = [row for row in rows if row not in leaving]
    if leaving:
        models.CASCADE(collector, field, leaving, using)
    models.SET_NULL(collector, field, staying, using)


def referrers(model: type[models.Model]) -> list[Any]:
    """The relations to rows that refer to a model's and may themselves be public."""
    return [
        relation
        for relation in model._meta.related_objects
        if isinstance(relation.related_model._default_manager.all(), PublicQuerySet)
    ]


def visible_through(model: type[models.Model]) -> set[str]:
    """The lookups from a model's rows to the rows that decide whether they are public.

    They are read off the rule itself: ``visible()`` is asked with a rule that notes its paths.
    """
    rows = model._default_manager.all()
    if isinstance(rows, PublicThroughQuerySet):
        return {
            "__".join(filter(None, (relation.name, further)))
            for relation in referrers(model)
            for further in ("", *visible_through(relation.related_model))
        }
    paths: set[str] = set()

    def note(prefix: str) -> Q:
        paths.add(prefix.removesuffix("__"))
        return Q()

    if isinstance(rows, PublicQuerySet):
        rows.visible(note)
    return paths - {""}


class SlugManager(models.Manager[Any]):
    """Finds rows by their natural key, the slug."""

    def get_by_natural_key(self, slug: str) -> Any:
        return self.get(slug=slug)
