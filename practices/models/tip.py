"""Tips: one piece of advice each."""

from django.db import models

from sessions.models.item import VoicedItem


class TipKind(models.TextChoices):
    TIP = "tip", "tip"
    ACTION = "action", "concrete actie"
    LESSON = "lesson", "les"


class Tip(VoicedItem):
    """One piece of advice: what to do, by whom."""

    form = models.CharField("vorm", max_length=6, choices=TipKind, default=TipKind.TIP)
    audience = models.CharField(
        "voor wie", max_length=150, blank=True, help_text="Wie doet dit? Zoals ‘leidinggevenden’."
    )

    url_name = "tip"

    class Meta(VoicedItem.Meta):
        verbose_name = "tip"
        verbose_name_plural = "tips"
