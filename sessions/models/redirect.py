"""Addresses that once were: after a merge or a new name they lead on."""

from django.core.validators import RegexValidator
from django.db import models

from innovkb.lib.writes import NoticedQuerySet

PATH = r"^/(?![/\\])[^\s\\\x00-\x1f\x7f]*\Z"
"""A path of this site: ``//elsewhere`` and ``/\\elsewhere`` lead away from it."""
_is_path = RegexValidator(PATH, "Begin met één schuine streep, zoals /tips/begin-klein/.")


class RedirectManager(models.Manager["Redirect"]):
    def get_by_natural_key(self, old_path: str) -> "Redirect":
        return self.get(old_path=old_path)


class Redirect(models.Model):
    """An old path of the site and the path that took its place."""

    old_path = models.CharField("oud adres", max_length=200, unique=True, validators=[_is_path])
    new_path = models.CharField("nieuw adres", max_length=200, validators=[_is_path])

    objects = RedirectManager.from_queryset(NoticedQuerySet)()

    class Meta:
        base_manager_name = "objects"  # so that writes of many rows are noticed
        verbose_name = "doorverwijzing"
        verbose_name_plural = "doorverwijzingen"
        ordering = ["old_path"]

    def __str__(self) -> str:
        return f"{self.old_path} → {self.new_path}"

    def natural_key(self) -> tuple[str]:
        return (self.old_path,)
