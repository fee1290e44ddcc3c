"""Principles, in the sets that the sources name."""

from django.db import models
from django.db.models import Q

from innovkb.lib.models import Addressed
from innovkb.lib.publishing import PublicThroughQuerySet, SlugManager
from sessions.models.item import VoicedItem


class PrincipleSet(Addressed):
    """A named set: six core principles, four building blocks, four conditions."""

    name = models.CharField("naam", max_length=200, unique=True)
    singular = models.CharField(
        "één ervan heet", max_length=60, default="principe", help_text="Zoals ‘bouwsteen’."
    )
    description = models.TextField("omschrijving", blank=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    url_name = "principle_set"
    objects = SlugManager.from_queryset(PublicThroughQuerySet)()

    class Meta:
        base_manager_name = "objects"  # so that writes of many rows are noticed
        verbose_name = "set principes"
        verbose_name_plural = "sets principes"
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class Principle(VoicedItem):
    """A member of a named set."""

    article = "het"

    set = models.ForeignKey(
        PrincipleSet, on_delete=models.PROTECT, related_name="principles", verbose_name="set"
    )
    number = models.PositiveSmallIntegerField("nummer in de set")

    url_name = "principle"

    class Meta(VoicedItem.Meta):
        verbose_name = "principe"
        verbose_name_plural = "principes"
        ordering = ["set", "number"]
        constraints = [
            *VoicedItem.Meta.constraints,
            models.UniqueConstraint(
                fields=["set", "number"],
                name="principle_number_unique",
                violation_error_message="Dit nummer is in de set al vergeven.",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1),
                name="principle_number_from_one",
                violation_error_message="Nummer vanaf 1.",
            ),
        ]

    def get_absolute_url(self) -> str:
        return f"{self.set.get_absolute_url()}#{self.slug}"
