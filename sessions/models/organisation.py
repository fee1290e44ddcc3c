"""Organisations: ministries, agencies, universities, labs."""

from django.db import models
from django.db.models.functions import Lower

from innovkb.lib.fields import LinesField
from innovkb.lib.models import Addressed, not_empty
from innovkb.lib.publishing import PublicThroughQuerySet, SlugManager


class Country(models.TextChoices):
    NETHERLANDS = "NL", "Nederland"
    BELGIUM = "BE", "België"
    INTERNATIONAL = "INT", "internationaal"


class Organisation(Addressed):
    """A body that people work for, that publishes, or that helps."""

    name = models.CharField("naam", max_length=200, unique=True)
    short_name = models.CharField(
        "afkorting", max_length=40, blank=True, help_text="Bijvoorbeeld NFI of I&W."
    )
    aliases = LinesField(
        "andere namen",
        help_text="Andere schrijfwijzen die je in teksten tegenkomt, één per regel.",
    )
    country = models.CharField("land", max_length=3, choices=Country, default=Country.NETHERLANDS)
    description = models.TextField("omschrijving", blank=True)
    website = models.URLField("website", blank=True)

    url_name = "organisation"
    objects = SlugManager.from_queryset(PublicThroughQuerySet)()

    class Meta:
        base_manager_name = "objects"  # so that writes of many rows are noticed
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering = ["name"]
        constraints = [not_empty("name", "organisation_has_name", "Geef de organisatie een naam.")]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """The name as most people know it: ``Nederlands Forensisch Instituut (NFI)``."""
        return f"{self.name} ({self.short_name})" if self.short_name else self.name


Organisation._meta.get_field("country").register_lookup(Lower)  # as addresses have it: ?land=nl
