"""The table of what visitors say is wrong."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from innovkb.kinds import kind
from innovkb.lib.publishing import PublicQuerySet, Rule

LONGEST_TEXT = 2000
"""Characters of what is wrong, and of the suggestion."""


class State(models.TextChoices):
    """Where a correction stands in the editors' queue."""

    NEW = "new", "nieuw"
    OPEN = "open", "in behandeling"
    DONE = "done", "verwerkt"
    REJECTED = "rejected", "afgewezen"

    @property
    def is_closed(self) -> bool:
        return self in {State.DONE, State.REJECTED}

    @classmethod
    def open_ones(cls) -> list[str]:
        return [one.value for one in cls if not one.is_closed]


class CorrectionQuerySet(PublicQuerySet):
    def visible(self, rule: Rule) -> Self:
        """What was corrected and may be told on the page; the reader's own words never are."""
        return self.filter(is_public=True, state=State.DONE, handled_on__isnull=False)


class Correction(models.Model):
    """What somebody says is wrong with a page, and what the editors did about it.

    The page is a kind and a primary key. It may be gone: ``about`` keeps what it was called.
    """

    kind = models.CharField("soort", max_length=20)
    object_id = models.BigIntegerField()
    about = models.CharField("gaat over", max_length=250)
    wrong = models.TextField("wat klopt er niet")
    suggestion = models.TextField("voorstel", blank=True)
    email = models.EmailField(
        "e-mail van de melder",
        blank=True,
        help_text="Antwoord eerst: het adres wordt gewist zodra de melding is afgehandeld.",
    )
    digest = models.CharField(max_length=64, editable=False)
    """Fingerprint of what was said, so that the same words about the same page are one row."""
    received_on = models.DateField("ontvangen op", auto_now_add=True)
    state = models.CharField("stand", max_length=8, choices=State, default=State.NEW)
    answer = models.TextField(
        "wat is verbeterd",
        blank=True,
        max_length=LONGEST_TEXT,
        help_text="In één zin, voor op de pagina: ‘De functie van de spreker klopte niet.’",
    )
    handled_on = models.DateField("afgehandeld op", null=True, blank=True, editable=False)
    is_public = models.BooleanField(
        "toon de verbetering op de pagina",
        default=False,
        help_text="Alleen ‘wat is verbeterd’ komt op de pagina, niet de melding zelf.",
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"  # so that writes of many rows are noticed
        verbose_name = "melding"
        verbose_name_plural = "meldingen: klopt dit niet?"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "digest"],
                condition=Q(state__in=State.open_ones()),
                name="correction_said_once",
                violation_error_message="Deze melding is intussen opnieuw gedaan, en staat open.",
            ),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(state=State.DONE) & ~Q(answer=""),
                name="correction_public_has_answer",
                violation_error_message=(
                    "Op de pagina komt alleen een verwerkte melding waarbij ‘wat is verbeterd’ "
                    "is ingevuld."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.about

    def thing(self) -> Any | None:
        """The object that this is about, public or not; None when it is gone."""
        try:
            model: Any = kind(self.kind).model
        except KeyError:
            return None
        return model._base_manager.filter(pk=self.object_id).first()

    def public_page(self) -> Any | None:
        """The object that this is about; None when the public can't see it (any more)."""
        try:
            one = kind(self.kind)
        except KeyError:
            return None
        return one.published().select_related(*one.select).filter(pk=self.object_id).first()
