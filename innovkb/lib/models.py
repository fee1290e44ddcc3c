"""Abstract models that both apps build on."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from innovkb.lib.addresses import path_of
from innovkb.lib.text import dutch_slug, shorten


def not_empty(field: str, name: str, message: str) -> models.CheckConstraint:
    """A constraint: ``field`` holds at least one character."""
    return models.CheckConstraint(
        condition=~Q(**{field: ""}), name=name, violation_error_message=message
    )


class Located(models.Model):
    """Something with an address, which remembers the one that it had when it was loaded."""

    stored_slug: str | None = None
    """The slug as it stands in the database; None for a new row, or when it was not loaded."""

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        row = super().from_db(*args, **kwargs)
        row.stored_slug = row.__dict__.get("slug")
        return row


class Stamped(models.Model):
    """Something that knows when it was made on this site and last changed.

    A dump of the content keeps both. Neither is part of a version: see ``STAMPS``.
    """

    added_at = models.DateTimeField("toegevoegd op", default=timezone.now, editable=False)
    updated_at = models.DateTimeField("gewijzigd op", default=timezone.now, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.updated_at = timezone.now()
        super().save(*args, **kwargs)


STAMPS = ("added_at", "updated_at")
"""The fields that no version of a row holds."""


class Addressed(Stamped, Located):
    """Something with a page of its own: a slug that is unique within its kind."""

    slug = models.SlugField(
        "adres",
        max_length=100,
        unique=True,
        blank=True,
        help_text="Het laatste deel van het webadres. Laat leeg, dan maken we het van de naam.",
        error_messages={"unique": "Dit adres is al in gebruik. Kies een ander."},
    )

    url_name = ""
    """Name of the URL pattern that takes the slug."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = self._free_slug()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return path_of(self.url_name, self.slug)

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def _free_slug(self) -> str:
        base = dutch_slug(str(self))
        taken = set(
            type(self)
            ._base_manager.filter(slug__startswith=base)
            .exclude(pk=self.pk)
            .values_list("slug", flat=True)
        )
        number, slug = 2, base
        while slug in taken:
            slug, number = f"{base}-{number}", number + 1
        return slug


class Titled(models.Model):
    """Something with a title."""

    title = models.CharField("titel", max_length=250)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return shorten(self.title)
