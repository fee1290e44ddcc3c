"""Speakers, and what they were when they appeared in a write-up."""

from typing import Any, Self

from django.db import models

from innovkb.lib.fields import LinesField
from innovkb.lib.models import Addressed, not_empty
from innovkb.lib.publishing import PublicQuerySet, PublicThroughQuerySet, Rule, SlugManager
from innovkb.lib.text import sort_name


class Speaker(Addressed):
    """A person who said or wrote something."""

    name = models.CharField("naam", max_length=200)
    sort_name = models.CharField(
        "sorteernaam",
        max_length=200,
        blank=True,
        help_text="Zoals ‘Bruijn, Dirk-Jan de’. Laat leeg, dan maken we hem van de naam.",
    )
    aliases = LinesField(
        "andere namen",
        help_text="Andere schrijfwijzen en spelfouten in bronnen, één per regel.",
    )
    bio = models.TextField("wie is dit", blank=True)
    website = models.URLField("website", blank=True)
    note = models.TextField(
        "opmerking van de redactie",
        blank=True,
        help_text="Bijvoorbeeld: ‘Voornaam staat niet in de bron’.",
    )

    url_name = "speaker"
    objects = SlugManager.from_queryset(PublicThroughQuerySet)()

    class Meta:
        base_manager_name = "objects"  # so that writes of many rows are noticed
        verbose_name = "spreker"
        verbose_name_plural = "sprekers"
        ordering = ["sort_name", "pk"]
        permissions = [("merge_speaker", "Mag sprekers samenvoegen")]
        constraints = [not_empty("name", "speaker_has_name", "Geef de spreker een naam.")]

    def __str__(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        """``DB`` for Dirk-Jan de Bruijn, ``R`` for somebody with one name."""
        surname = self.sort_name.partition(",")[0]
        first = "" if surname == self.name else self.name[:1]
        return f"{first}{surname[:1]}".upper()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_name = self.sort_name or sort_name(self.name)
        super().save(*args, **kwargs)


class AppearanceQuerySet(PublicQuerySet):
    def visible(self, rule: Rule) -> Self:
        return self.filter(rule("write_up__"))


class AppearanceManager(models.Manager["Appearance"]):
    def get_by_natural_key(self, write_up: str, speaker: str, part: str) -> "Appearance":
        return self.get(write_up__slug=write_up, speaker__slug=speaker, part=part)


class Part(models.TextChoices):
    """What a speaker does in a write-up."""

    AUTHOR = "author", "auteur"
    INTRODUCED = "introduced", "inleider"
    TOOK_PART = "took_part", "werkte mee"
    PANEL = "panel", "panellid"
    RESPONDENT = "respondent", "beantwoordde vragen"
    CITED = "cited", "aangehaald"
    COMMENTER = "commenter", "reageerde"


class Appearance(models.Model):
    """A speaker in a write-up: the role and organisation at that time."""

    article = "het"

    write_up = models.ForeignKey(
        "innovation_sessions.WriteUp",
        on_delete=models.CASCADE,
        related_name="appearances",
        verbose_name="verslag",
    )
    speaker = models.ForeignKey(
        Speaker, on_delete=models.CASCADE, related_name="appearances", verbose_name="spreker"
    )
    part = models.CharField("rol in het verslag", max_length=12, choices=Part, default=Part.CITED)
    role = models.CharField(
        "functie toen", max_length=250, blank=True, help_text="Zoals de bron de functie noemt."
    )
    organisation = models.ForeignKey(
        "innovation_sessions.Organisation",
        on_delete=models.PROTECT,
        related_name="appearances",
        null=True,
        blank=True,
        verbose_name="organisatie toen",
    )
    name_in_source = models.CharField(
        "naam in de bron",
        max_length=200,
        blank=True,
        help_text="Alleen als de bron de naam anders schrijft.",
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    objects = AppearanceManager.from_queryset(AppearanceQuerySet)()

    class Meta:
        base_manager_name = "objects"  # so that writes of many rows are noticed
        verbose_name = "optreden"
        verbose_name_plural = "optredens"
        ordering = ["write_up", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["write_up", "speaker", "part"],
                name="appearance_once_per_part",
                violation_error_message="Deze spreker staat al met deze rol bij dit verslag.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.speaker}, {self.get_part_display()}"

    def natural_key(self) -> tuple[str, str, str]:
        return (self.write_up.slug, self.speaker.slug, self.part)

    natural_key.dependencies = [  # type: ignore[attr-defined]
        "innovation_sessions.writeup",
        "innovation_sessions.speaker",
    ]

    @property
    def capacity(self) -> str:
        """Role and organisation in one line: ``hoogleraar Innovatie, Nyenrode``."""
        organisation = self.organisation.name if self.organisation else ""
        return ", ".join(part for part in (self.role, organisation) if part)

    @property
    def spoke_at(self) -> Any:
        """The session where they spoke; None for who wrote the text or was only mentioned in it."""
        return None if self.part in (Part.AUTHOR, Part.CITED) else self.write_up.meeting
