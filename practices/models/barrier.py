"""Barriers: what holds innovation back."""

from django.db import models

from innovkb.lib.fields import LinesField
from innovkb.lib.models import Addressed
from innovkb.lib.publishing import PublicThroughQuerySet, SlugManager
from sessions.models.item import VoicedItem


class BarrierGroup(Addressed):
    """What a barrier is about: knowledge, money, culture."""

    name = models.CharField("naam", max_length=100, unique=True)
    description = models.TextField("omschrijving", blank=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    objects = SlugManager.from_queryset(PublicThroughQuerySet)()

    class Meta:
        base_manager_name = "objects"  # so that writes of many rows are noticed
        verbose_name = "groep barrières"
        verbose_name_plural = "groepen barrières"
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return f"{reverse('barrier_list')}#{self.slug}"


class Barrier(VoicedItem):
    """Something that holds innovation back."""

    group = models.ForeignKey(
        BarrierGroup, on_delete=models.PROTECT, related_name="barriers", verbose_name="groep"
    )
    sayings = LinesField(
        "hoe mensen het zeggen",
        help_text="Eén zin per regel, zoals ‘mijn chef zegt altijd nee’. De zoekmachine vindt de "
        "barrière ook hiermee; de eerste zes staan op de pagina.",
    )
    archetypes = models.ManyToManyField(
        "practices.Archetype",
        related_name="barriers",
        blank=True,
        verbose_name="archetypen",
        help_text="Alleen waar het patroon echt hetzelfde is.",
    )
    related = models.ManyToManyField(
        "self",
        blank=True,
        verbose_name="dezelfde barrière elders",
        help_text="Dezelfde belemmering, in een andere bron of een ander jaar.",
    )

    url_name = "barrier"

    class Meta(VoicedItem.Meta):
        verbose_name = "barrière"
        verbose_name_plural = "barrières"
