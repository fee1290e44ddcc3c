"""What is public. The rule stands here; each model's ``published()`` applies it to its own rows."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone


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
        Q(**{f"{prefix}publish_at__isnull": True})
        | Q(**{f"{prefix}publish_at__lte": timezone.now()})
    )


def scheduled_q(prefix: str = "") -> Q:
    """Matches what becomes public later: published, but its publication time has yet to come."""
    return Q(**{f"{prefix}status": Status.PUBLISHED, f"{prefix}publish_at__gt": timezone.now()})


class PublicQuerySet(models.QuerySet[Any]):
    """A queryset that knows which of its rows the public may see."""

    def published(self) -> Self:
        """Only the rows that are public now."""
        raise NotImplementedError(f"{type(self).__name__} must say which of its rows are public.")


class PublicThroughQuerySet(PublicQuerySet):
    """Rows that are public as soon as a public write-up refers to them, along any of the paths."""

    paths: tuple[str, ...] = ()
    """Paths to a write-up, each ending in ``__``."""

    def published(self) -> Self:
        visible = Q()
        for path in self.paths:
            visible |= Q(pk__in=self.model._base_manager.filter(published_q(path)).values("pk"))
        return self.filter(visible)


class SlugManager(models.Manager[Any]):
    """Finds rows by their natural key, the slug."""

    def get_by_natural_key(self, slug: str) -> Any:
        return self.get(slug=slug)
