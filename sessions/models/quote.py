"""Quotes, and questions with their answers."""

from typing import Any

from django.db import models

from innovkb.lib.models import not_empty
from innovkb.lib.text import shorten
from sessions.models.item import Item, VoicedItem, Wording


class Quote(Item):
    """Words that somebody said or wrote, to the letter."""

    article = "het"

    title = models.CharField(
        "titel",
        max_length=250,
        blank=True,
        help_text="Laat leeg, dan nemen we het begin van het citaat.",
    )
    text = models.TextField("citaat", help_text="Zonder aanhalingstekens eromheen.")
    speaker_label = models.CharField(
        "aanduiding zonder naam",
        max_length=100,
        blank=True,
        help_text="Als de bron de spreker niet noemt, zoals ‘een deelnemer’.",
    )
    cited_by = models.ManyToManyField(
        "innovation_sessions.Speaker",
        related_name="quotes_cited",
        blank=True,
        verbose_name="aangehaald door",
        help_text="Alleen uit de tweede hand: wie haalt deze woorden aan?",
    )
    original = models.CharField(
        "oorspronkelijk",
        max_length=250,
        blank=True,
        help_text="Waar de woorden eerst stonden, zoals ‘forumbericht, 2012’.",
    )

    url_name = "quote"

    class Meta(Item.Meta):
        verbose_name = "citaat"
        verbose_name_plural = "citaten"
        constraints = [
            *Item.Meta.constraints,
            not_empty("text", "quote_has_text", "Een citaat heeft een tekst."),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.title = self.title or shorten(self.text, 80)
        self.excerpt = self.excerpt or self.text
        super().save(*args, **kwargs)

    @property
    def said_at(self) -> Any:
        """The session where it was said; None for words that were written, or said elsewhere."""
        return None if self.wording == Wording.SECOND_HAND else self.write_up.meeting

    @property
    def voice(self) -> str:
        """Who says it, or how the source calls somebody without a name."""
        return self.speaker.name if self.speaker else self.speaker_label or "onbekende spreker"


class Question(VoicedItem):
    """A question and its answer; the speaker is the one who answered."""

    question = models.TextField("vraag")
    text = models.TextField("antwoord", blank=True)

    url_name = "question"

    class Meta(VoicedItem.Meta):
        verbose_name = "vraag"
        verbose_name_plural = "vragen"
        constraints = [
            *Item.Meta.constraints,
            not_empty("question", "question_has_question", "Vul de vraag in."),
        ]
