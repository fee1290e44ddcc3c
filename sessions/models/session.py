"""Series of meetings, and the meetings themselves."""

from typing import Any, Self

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone

from innovkb.lib.dates import Dated, Precision
from innovkb.lib.models import Addressed, Titled, not_empty
from innovkb.lib.publishing import (
    PublicQuerySet,
    PublicThroughQuerySet,
    Rule,
    SlugManager,
    leave_with_draft,
    published_q,
)


class Series(Addressed):
    """A run of meetings with one name."""

    name = models.CharField("naam", max_length=200, unique=True)
    organiser = models.ForeignKey(
        "innovation_sessions.Organisation",
        on_delete=models.PROTECT,
        related_name="series",
        null=True,
        blank=True,
        verbose_name="organisator",
    )
    description = models.TextField("omschrijving", blank=True)

    url_name = "series"
    objects = SlugManager.from_queryset(PublicThroughQuerySet)()

    class Meta:
        base_manager_name = "objects"  # so that writes of many rows are noticed
        verbose_name = "reeks"
        verbose_name_plural = "reeksen"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class SessionState(models.TextChoices):
    ANNOUNCED = "announced", "aangekondigd"
    HELD = "held", "gehouden"


class ShownState(models.TextChoices):
    """What readers see of a session: what is past and not written up is no longer announced."""

    ANNOUNCED = "announced", "aangekondigd"
    PASSED = "passed", "voorbij, zonder verslag"
    HELD = "held", "gehouden"


def _passed() -> Q:
    """Matches a date, as precisely as it is known, that lies wholly in the past."""
    today = timezone.localdate()
    month, year = today.replace(day=1), today.replace(month=1, day=1)
    return (
        Q(date_precision=Precision.DAY, date__lt=today)
        | Q(date_precision=Precision.MONTH, date__lt=month)
        | Q(date_precision=Precision.YEAR, date__lt=year)
    )


class SessionQuerySet(PublicQuerySet):
    def _written_up(self, rule: Rule) -> models.QuerySet[Any, Any]:
        rows: models.QuerySet[Any] = self.model._base_manager.filter(rule("write_ups__"))
        return rows.values("pk")

    def visible(self, rule: Rule) -> Self:
        """Sessions with a visible write-up, and announced ones, unless a draft announces them."""
        return self.filter(
            Q(pk__in=self._written_up(rule))
            | Q(state=SessionState.ANNOUNCED)
            & (Q(announced_in__isnull=True) | rule("announced_in__"))
        )

    def published(self) -> Self:
        return super().published().with_shown_state()

    def with_shown_state(self) -> Self:
        """Adds ``shown_state``: with a public write-up a session was held, whatever its state."""
        held = When(pk__in=self._written_up(published_q), then=Value(ShownState.HELD))
        passed = When(_passed(), state=SessionState.ANNOUNCED, then=Value(ShownState.PASSED))
        return self.annotate(shown_state=Case(held, passed, default=F("state")))

    def announced(self) -> Self:
        """Those that are still to be held."""
        return self.with_shown_state().filter(shown_state=ShownState.ANNOUNCED)


class Session(Dated, Addressed, Titled):
    """One meeting, announced or held."""

    series = models.ForeignKey(
        Series,
        on_delete=models.PROTECT,
        related_name="sessions",
        null=True,
        blank=True,
        verbose_name="reeks",
    )
    number = models.PositiveSmallIntegerField("nummer in de reeks", null=True, blank=True)
    organiser = models.ForeignKey(
        "innovation_sessions.Organisation",
        on_delete=models.PROTECT,
        related_name="sessions",
        null=True,
        blank=True,
        verbose_name="organisator",
    )
    state = models.CharField(
        "stand", max_length=10, choices=SessionState, default=SessionState.ANNOUNCED
    )
    date = models.DateField("datum", null=True, blank=True)
    date_precision = models.CharField(
        "datum bekend", max_length=5, choices=Precision, default=Precision.DAY
    )
    date_note = models.CharField(
        "toelichting op de datum",
        max_length=250,
        blank=True,
        help_text="Bijvoorbeeld: ‘Jaar afgeleid: 12 mei viel in 2025 op een maandag’.",
    )
    attendance = models.PositiveIntegerField("aantal deelnemers", null=True, blank=True)
    attendance_note = models.CharField(
        "deelnemers volgens de bron", max_length=100, blank=True, help_text="Zoals ‘ruim 80’."
    )
    place = models.CharField("plaats", max_length=200, blank=True, help_text="Of: online.")
    description = models.TextField("omschrijving", blank=True)
    website = models.URLField("website", blank=True)
    announced_in = models.ForeignKey(
        "innovation_sessions.WriteUp",
        on_delete=leave_with_draft,
        related_name="announcements",
        null=True,
        blank=True,
        verbose_name="aangekondigd in",
    )

    url_name = "session"
    objects = SlugManager.from_queryset(SessionQuerySet)()

    class Meta:
        base_manager_name = "objects"  # so that writes of many rows are noticed
        verbose_name = "sessie"
        verbose_name_plural = "sessies"
        ordering = ["-date", "pk"]
        constraints = [
            not_empty("title", "session_has_title", "Geef de sessie een titel."),
            models.CheckConstraint(
                condition=~Q(state=SessionState.HELD) | Q(date__isnull=False),
                name="session_held_has_date",
                violation_error_message="Een gehouden sessie heeft een datum.",
            ),
        ]

    @property
    def shown(self) -> ShownState:
        """Its state as readers see it, everywhere; the row must come from ``published``."""
        return ShownState(self.shown_state)  # type: ignore[attr-defined]

    @property
    def is_announced(self) -> bool:
        return self.state == SessionState.ANNOUNCED

    @property
    def is_public_alone(self) -> bool:
        """Whether the public sees it when no write-up announces it."""
        return self.is_announced
