"""Remedies: what helps against a barrier, and why."""

from typing import Self

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models import Q

from innovkb.lib.models import not_empty
from innovkb.lib.publishing import PublicQuerySet, Rule

TARGETS = ("tip", "principle", "tool", "example")
"""The kinds that can be a remedy; a remedy has exactly one of them."""


def exactly_one_target() -> Q:
    """Matches remedies with one target and no more."""
    condition = Q()
    for chosen in TARGETS:
        condition |= Q(**{f"{name}__isnull": name != chosen for name in TARGETS})
    return condition


class RemedyQuerySet(PublicQuerySet):
    def visible(self, rule: Rule) -> Self:
        """Remedies whose barrier and target are both visible."""
        target = Q()
        for name in TARGETS:
            target |= rule(f"{name}__write_up__")
        return self.filter(rule("barrier__write_up__"), target)


class RemedyManager(models.Manager["Remedy"]):
    def get_by_natural_key(self, barrier: str, kind: str, slug: str) -> "Remedy":
        return self.get(barrier__slug=barrier, **{f"{kind}__slug": slug})


class Origin(models.TextChoices):
    SOURCE = "source", "de bron legt dit verband"
    EDITORS = "editors", "de redactie legt dit verband"


class Remedy(models.Model):
    """A barrier and exactly one tip, principle, tool or example that helps against it."""

    article = ""

    barrier = models.ForeignKey(
        "practices.Barrier",
        on_delete=models.CASCADE,
        related_name="remedies",
        verbose_name="barrière",
    )
    tip = models.ForeignKey(
        "practices.Tip",
        on_delete=models.CASCADE,
        related_name="remedies",
        null=True,
        blank=True,
        verbose_name="tip",
    )
    principle = models.ForeignKey(
        "practices.Principle",
        on_delete=models.CASCADE,
        related_name="remedies",
        null=True,
        blank=True,
        verbose_name="principe",
    )
    tool = models.ForeignKey(
        "practices.Tool",
        on_delete=models.CASCADE,
        related_name="remedies",
        null=True,
        blank=True,
        verbose_name="hulpmiddel",
    )
    example = models.ForeignKey(
        "practices.Example",
        on_delete=models.CASCADE,
        related_name="remedies",
        null=True,
        blank=True,
        verbose_name="voorbeeld",
    )
    why = models.TextField("waarom dit helpt")
    origin = models.CharField(
        "wie legt het verband", max_length=7, choices=Origin, default=Origin.EDITORS
    )
    passage = models.TextField(
        "passage",
        blank=True,
        help_text="De woorden van de bron die het verband leggen, letterlijk uit het verslag.",
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    objects = RemedyManager.from_queryset(RemedyQuerySet)()

    class Meta:
        base_manager_name = "objects"  # so that writes of many rows are noticed
        verbose_name = "wat helpt"
        verbose_name_plural = "wat helpt"
        ordering = ["barrier", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one_target(),
                name="remedy_one_target",
                violation_error_message=(
                    "Kies precies één: een tip, een principe, een hulpmiddel of een voorbeeld."
                ),
            ),
            *(
                models.UniqueConstraint(
                    fields=["barrier", name],
                    name=f"remedy_{name}_once",
                    violation_error_message="Dit staat al bij deze barrière.",
                )
                for name in TARGETS
            ),
            not_empty("why", "remedy_has_why", "Vertel waarom dit helpt."),
        ]

    def __str__(self) -> str:
        return f"{self.barrier} → {self.target}"

    @property
    def target_kind(self) -> str:
        """One of TARGETS: which kind of thing helps; DoesNotExist while a load waits for it."""
        for name in TARGETS:
            if getattr(self, f"{name}_id") is not None:
                return name
        raise ObjectDoesNotExist("The thing that helps is not there.")

    @property
    def target(self) -> models.Model:
        """The tip, principle, tool or example that helps."""
        item: models.Model = getattr(self, self.target_kind)
        return item

    def natural_key(self) -> tuple[str, str, str]:
        return (self.barrier.slug, self.target_kind, getattr(self.target, "slug"))  # noqa: B009

    natural_key.dependencies = [  # type: ignore[attr-defined]
        "practices.barrier",
        *(f"practices.{name}" for name in TARGETS),
    ]
