"""The second step of a log-in, for who set one up."""

from django.conf import settings
from django.db import models


class SecondFactor(models.Model):
    """The app on somebody's phone that makes codes, and the codes for when it is lost."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="second_factor",
        verbose_name="account",
    )
    secret = models.TextField(editable=False)
    """What the app and the site share, encrypted under SECRET_KEY."""
    confirmed_at = models.DateTimeField("ingesteld op", null=True)
    """Empty until a code of the app was typed: nothing is asked before."""
    last_step = models.BigIntegerField(default=-1, editable=False)
    """The half minute of the newest code that was taken; each code works once."""
    recovery = models.JSONField(default=list, editable=False)
    """SHA-256 of each recovery code that is left: 80 random bits need no slow hash."""

    class Meta:
        app_label = "innovkb"
        default_permissions = ()
        verbose_name = "tweede stap"
        verbose_name_plural = "tweede stappen"

    def __str__(self) -> str:
        return f"tweede stap van {self.user}"
