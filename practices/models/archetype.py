"""Failure archetypes and the questions of a pre-mortem."""

from django.db import models

from innovkb.lib.models import not_empty
from innovkb.lib.publishing import leave_with_draft
from innovkb.lib.writes import NoticedQuerySet
from sessions.models.item import VoicedItem


class Archetype(VoicedItem):
    """A pattern by which innovations fail. It may belong to no write-up."""

    article = "het"

    write_up = models.ForeignKey(  # type: ignore[assignment]
        "innovation_sessions.WriteUp",
        on_delete=leave_with_draft,
        related_name="archetypes",
        null=True,
        blank=True,
        verbose_name="verslag",
    )
    number = models.PositiveSmallIntegerField(
        "nummer",
        null=True,
        blank=True,
        help_text="Het nummer bij het instituut, als het bekend is.",
    )
    signals = models.TextField(
        "signalen", blank=True, help_text="Waaraan merk je dat dit speelt? Eén per regel."
    )
    checked_url = models.URLField("nagekeken op", blank=True)
    checked_on = models.DateField("nagekeken in", null=True, blank=True)

    is_public_alone = True
    """Without a write-up it is the site's own."""
    url_name = "archetype"

    class Meta(VoicedItem.Meta):
        verbose_name = "archetype"
        verbose_name_plural = "archetypen"
        ordering = ["position", "pk"]

    @property
    def is_verified(self) -> bool:
        """Whether the pattern could be checked at an address of its makers or in the source."""
        return bool(self.checked_url or self.excerpt)


class Phase(models.TextChoices):
    BEFORE = "before", "vooraf"
    DURING = "during", "onderweg"
    AFTER = "after", "achteraf"


class ArchetypeQuestionManager(models.Manager["ArchetypeQuestion"]):
    def get_by_natural_key(self, archetype: str, phase: str, position: int) -> "ArchetypeQuestion":
        return self.get(archetype__slug=archetype, phase=phase, position=position)


class ArchetypeQuestion(models.Model):
    """A question to ask in one phase. A yes means: the pattern threatens you."""

    archetype = models.ForeignKey(
        Archetype, on_delete=models.CASCADE, related_name="checks", verbose_name="archetype"
    )
    phase = models.CharField("fase", max_length=6, choices=Phase)
    position = models.PositiveSmallIntegerField("volgorde")
    text = models.CharField("vraag", max_length=300)

    objects = ArchetypeQuestionManager.from_queryset(NoticedQuerySet)()

    class Meta:
        base_manager_name = "objects"  # so that writes of many rows are noticed
        verbose_name = "vraag bij een archetype"
        verbose_name_plural = "vragen bij een archetype"
        ordering = ["archetype", "phase", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["archetype", "phase", "position"],
                name="archetypequestion_position_unique",
                violation_error_message="Deze plaats is al bezet.",
            ),
            not_empty("text", "archetypequestion_has_text", "Vul de vraag in."),
        ]

    def __str__(self) -> str:
        return self.text

    def natural_key(self) -> tuple[str, str, int]:
        return (self.archetype.slug, self.phase, self.position)

    natural_key.dependencies = ["practices.archetype"]  # type: ignore[attr-defined]
