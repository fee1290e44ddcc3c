"""What every item shares: it is drawn from a write-up, and its excerpt says from which words."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Max, Q

from innovkb.lib.history import History
from innovkb.lib.models import STAMPS, Addressed, Titled
from innovkb.lib.publishing import PublicQuerySet, Rule, SlugManager
from innovkb.passages.verbatim import NOT_VERBATIM, is_verbatim


class ItemQuerySet(PublicQuerySet):
    def visible(self, rule: Rule) -> Self:
        """Items of a visible write-up, and items that belong to none."""
        return self.filter(Q(write_up__isnull=True) | rule("write_up__"))


class Wording(models.TextChoices):
    """How close the text stays to what its speakers said, and how we know."""

    VERBATIM = "verbatim", "woordelijk"
    EDITED = "edited", "in onze woorden"
    SECOND_HAND = "second_hand", "woordelijk, uit de tweede hand"
    REPORTED = "reported", "weergegeven door de bron"
    """What the source says that somebody finds: never that person's own words."""


LITERAL = (Wording.VERBATIM, Wording.SECOND_HAND)
"""What these say is in the source to the letter."""


class InWords:
    """Something with a text, the ``wording`` of it, and the ``language`` of its source."""

    @property
    def is_literal(self: Any) -> bool:
        """Whether the text holds the very words of its speakers."""
        return self.wording in LITERAL

    @property
    def text_language(self: Any) -> str:
        """The language of the text: ours is Dutch."""
        return str(self.language) if self.is_literal else "nl"


class Item(InWords, Addressed, Titled):
    """Something drawn from a write-up."""

    text = models.TextField("tekst", blank=True)
    wording = models.CharField(
        "weergave",
        max_length=11,
        choices=Wording,
        default=Wording.VERBATIM,
        help_text=(
            "Woordelijk: dit zijn letterlijk de woorden van wie het zegt. Weergegeven: de bron "
            "vertelt wat iemand vindt."
        ),
    )
    write_up = models.ForeignKey(
        "innovation_sessions.WriteUp",
        on_delete=models.CASCADE,
        related_name="%(class)ss",
        verbose_name="verslag",
    )
    excerpt = models.TextField(
        "passage",
        blank=True,
        help_text="De woorden van de bron waar dit op steunt, letterlijk en heel.",
    )
    excerpt_occurrence = models.PositiveSmallIntegerField(
        "hoeveelste keer",
        null=True,
        blank=True,
        help_text="Alleen nodig als de passage vaker in de tekst staat: 1, 2, …",
    )
    section = models.CharField(
        "kop in de bron", max_length=250, blank=True, help_text="Onder welke kop staat dit?"
    )
    position = models.PositiveIntegerField(
        "volgorde",
        blank=True,
        help_text="De plaats binnen het verslag. Laat leeg om achteraan te zetten.",
    )
    speaker = models.ForeignKey(
        "innovation_sessions.Speaker",
        on_delete=models.PROTECT,
        related_name="%(class)ss",
        null=True,
        blank=True,
        verbose_name="spreker",
    )
    co_speakers = models.ManyToManyField(
        "innovation_sessions.Speaker",
        related_name="co_%(class)ss",
        blank=True,
        verbose_name="samen met",
        help_text="Wie dit ook zegt, zoals de andere schrijvers.",
    )
    language = models.CharField(
        "taal van de bron",
        max_length=5,
        default="nl",
        help_text="De taal van de passage, en van de tekst als die woordelijk is: nl, en, fr, …",
    )
    title_language = models.CharField("taal van de titel", max_length=5, default="nl")
    themes = models.ManyToManyField(
        "practices.Theme", related_name="%(class)ss", blank=True, verbose_name="thema’s"
    )
    note = models.TextField(
        "opmerking van de redactie",
        blank=True,
        help_text="Wat is afgeleid of verbeterd? Dit staat op de site.",
    )

    objects = SlugManager.from_queryset(ItemQuerySet)()
    # The order of items is no part of a version.
    history = History(excluded_fields=["position", *STAMPS])

    class Meta:
        base_manager_name = "objects"  # so that writes of many rows are noticed
        abstract = True
        ordering = ["write_up", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["write_up", "position"],
                name="%(class)s_position_unique",
                violation_error_message="Deze plaats in het verslag is al bezet.",
            ),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="%(class)s_has_title",
                violation_error_message="Geef dit een titel.",
            ),
            models.CheckConstraint(
                condition=Q(excerpt_occurrence__isnull=True) | Q(excerpt_occurrence__gte=1),
                name="%(class)s_occurrence_from_one",
                violation_error_message="Tel de keren vanaf 1.",
            ),
        ]

    def clean(self) -> None:
        super().clean()
        if self.is_misquoted:
            raise ValidationError({"text": NOT_VERBATIM})

    @property
    def is_misquoted(self) -> bool:
        """Whether it is said to be verbatim, while the passage that it rests on says otherwise."""
        claims = self.wording in LITERAL and bool(self.text and self.excerpt)
        return claims and not is_verbatim(self.text, self.excerpt)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.position is None:
            siblings = type(self)._base_manager.filter(write_up=self.write_up_id)
            last = siblings.aggregate(last=Max("position"))["last"]
            self.position = (last or 0) + 1
        super().save(*args, **kwargs)

    @property
    def speakers(self) -> list[Any]:
        """Everybody who says it, the first speaker first; reads the prefetched co-speakers."""
        first = [self.speaker] if self.speaker else []
        return [*first, *(one for one in self.co_speakers.all() if one.pk != self.speaker_id)]


class VoicedItem(Item):
    """An item that quotes may give a voice to."""

    quotes = models.ManyToManyField(
        "innovation_sessions.Quote",
        related_name="%(class)ss",
        blank=True,
        verbose_name="citaten die dit verwoorden",
    )

    class Meta(Item.Meta):
        abstract = True
