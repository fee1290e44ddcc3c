"""The table of editors who want mail when something waits for them."""

from django.conf import settings
from django.db import models


class MailWish(models.Model):
    """An editor who wants mail; nobody does until they say so."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="mail_wish",
        verbose_name="redacteur",
    )
    told = models.JSONField(default=list, editable=False)
    """What waited when mail was sent last, so that nothing is told twice."""

    class Meta:
        default_permissions = ()
        verbose_name = "wens om mail te krijgen"
        verbose_name_plural = "wensen om mail te krijgen"

    def __str__(self) -> str:
        return str(self.user)
