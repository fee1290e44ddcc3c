"""Themes: the tags that items are found by."""

from typing import Self

from django.db import models
from taggit.models import TagBase

from innovkb.lib.addresses import path_of
from innovkb.lib.models import Located, Stamped, not_empty
from innovkb.lib.publishing import PublicQuerySet, Rule, SlugManager


class ThemeQuerySet(PublicQuerySet):
    def visible(self, rule: Rule) -> Self:
        """All: themes are the site's own vocabulary; what they lead to is filtered."""
        return self.all()


class Theme(Stamped, Located, TagBase):  # type: ignore[misc]
    """A taggit tag with a description and a place in the list.

    Items point at it with a plain many-to-many field instead of taggit's manager: that is what
    fixtures, autocomplete and foreign-key constraints understand.
    """

    article = "het"

    description = models.TextField("omschrijving", blank=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    url_name = "theme"
    objects = SlugManager.from_queryset(ThemeQuerySet)()

    class Meta:
        base_manager_name = "objects"  # so that writes of many rows are noticed
        verbose_name = "thema"
        verbose_name_plural = "thema’s"
        ordering = ["position", "name"]
        constraints = [not_empty("name", "theme_has_name", "Geef het thema een naam.")]

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return path_of("theme", self.slug)
