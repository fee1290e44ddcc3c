"""The audit log: who did what that others may later have to account for.

Texts are not in it, their versions tell those; nothing of a visitor is. Rows are only added, until
housekeeping removes those that are past.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from innovkb.lib.text import shorten

KEPT = timedelta(days=2 * 365)


class Action(models.TextChoices):
    LOGGED_IN = "logged_in", "ingelogd"
    LOGGED_OUT = "logged_out", "uitgelogd"
    LOGIN_FAILED = "login_failed", "inloggen mislukt"
    PASSWORD = "password", "wachtwoord gewijzigd"
    SECOND_FACTOR = "second_step", "inloggen in twee stappen"
    ACCOUNT = "account", "account gemaakt, gewijzigd of verwijderd"
    RIGHTS = "rights", "rechten gewijzigd"
    PUBLISHING = "publishing", "stap naar of van de site"
    MERGED = "merged", "samengevoegd"
    RESTORED = "restored", "oudere versie teruggezet"
    THROWN_AWAY = "thrown_away", "weggegooid"
    PUT_BACK = "put_back", "teruggezet uit de prullenbak"


class AuditEvent(models.Model):
    """One thing that somebody did; the names are as they were."""

    at = models.DateTimeField("wanneer", default=timezone.now, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        verbose_name="account",
    )
    user_name = models.CharField("wie", max_length=150, blank=True)
    """Empty for the command line, and for who is no account here."""
    action = models.CharField("wat", max_length=12, choices=Action)
    subject = models.CharField("waarmee", max_length=250, blank=True)
    detail = models.CharField("toelichting", max_length=250, blank=True)

    class Meta:
        app_label = "innovkb"
        verbose_name = "gebeurtenis"
        verbose_name_plural = "logboek: wie deed wat"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.user_name or '–'}: {self.get_action_display()} {self.subject}".strip()

    @classmethod
    def past(cls) -> models.QuerySet[Any]:
        """What has been kept long enough."""
        return cls.objects.filter(at__lt=timezone.now() - KEPT)


def note(action: Action, user: Any, subject: Any = "", detail: str = "") -> None:
    """Add an event; ``user`` is an account, None for the command line.

    Of a row is told what it is and what it is called.
    """
    if isinstance(subject, models.Model):
        subject = f"{subject._meta.verbose_name} ‘{subject}’"
    known = user if getattr(user, "pk", None) else None
    AuditEvent.objects.create(
        user=known,
        user_name=known.get_username() if known else "",
        action=action,
        subject=shorten(str(subject), 240),
        detail=shorten(detail, 240),
    )
