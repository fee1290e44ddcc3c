"""Examples (cases) and tools (aids, presentations, publications)."""

from django.db import models

from sessions.models.item import VoicedItem


class ToolKind(models.TextChoices):
    INSTRUMENT = "instrument", "instrument"
    NETWORK = "network", "netwerk"
    CHANNEL = "channel", "kanaal"
    PRESENTATION = "presentation", "presentatie"
    PUBLICATION = "publication", "publicatie"


class Tool(VoicedItem):
    """An aid: where it is and what it is good for."""

    article = "het"

    form = models.CharField("vorm", max_length=12, choices=ToolKind, default=ToolKind.INSTRUMENT)
    good_for = models.TextField("nuttig voor", blank=True)
    website = models.URLField("adres", max_length=500, blank=True)
    creators = models.CharField("makers", max_length=200, blank=True)
    year = models.PositiveSmallIntegerField("jaar", null=True, blank=True)
    organisations = models.ManyToManyField(
        "innovation_sessions.Organisation",
        related_name="tools",
        blank=True,
        verbose_name="organisaties",
    )

    url_name = "tool"

    @property
    def find_words(self) -> str:
        """What to look for in a catalogue: who made it, what it is called, and the year."""
        maker = self.creators or str(self.speaker or "")
        return " ".join(str(part) for part in (maker, self.title, self.year) if part)

    class Meta(VoicedItem.Meta):
        verbose_name = "hulpmiddel"
        verbose_name_plural = "hulpmiddelen"


class Example(VoicedItem):
    """A case: where, by whom, with what effect."""

    article = "het"

    place = models.CharField("plaats", max_length=150, blank=True)
    actor = models.CharField("wie deed het", max_length=200, blank=True)
    effect = models.TextField("effect", blank=True)
    organisations = models.ManyToManyField(
        "innovation_sessions.Organisation",
        related_name="examples",
        blank=True,
        verbose_name="organisaties",
    )
    references = models.ManyToManyField(
        Tool, related_name="examples", blank=True, verbose_name="publicaties en hulpmiddelen"
    )

    url_name = "example"

    class Meta(VoicedItem.Meta):
        verbose_name = "voorbeeld"
        verbose_name_plural = "voorbeelden"
