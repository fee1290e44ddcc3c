"""Write-ups: the texts that everything else is drawn from."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from innovkb.lib.dates import Dated, Precision
from innovkb.lib.history import History
from innovkb.lib.models import STAMPS, Addressed, Titled, not_empty
from innovkb.lib.publishing import PublicQuerySet, Rule, SlugManager, Status


class WriteUpQuerySet(PublicQuerySet):
    def visible(self, rule: Rule) -> Self:
        return self.filter(rule(""))


class Genre(models.TextChoices):
    REPORT = "report", "sessieverslag"
    THEME_PAGE = "theme_page", "themapagina"
    ARTICLE = "article", "artikel"
    BLOG = "blog", "blog"


class Rights(models.TextChoices):
    """Whether the source's full text may be shown."""

    OWN_WORDS = "own_words", "eigen samenvatting met citaten"
    FULL_TEXT = "full_text", "volledige tekst, met toestemming"


class WriteUp(Dated, Addressed, Titled):
    """A text about a session, or an article, blog or theme page."""

    article = "het"

    genre = models.CharField("soort", max_length=10, choices=Genre, default=Genre.REPORT)
    session = models.ForeignKey(
        "innovation_sessions.Session",
        on_delete=models.PROTECT,
        related_name="write_ups",
        null=True,
        blank=True,
        verbose_name="sessie",
    )
    source_title = models.CharField(
        "titel van de bron",
        max_length=250,
        blank=True,
        help_text="Als die anders is. Heeft de bron geen titel, zet dan een omschrijving in [ ].",
    )
    published_in = models.CharField(
        "verschenen in", max_length=200, blank=True, help_text="Tijdschrift, site of boek."
    )
    rubric = models.CharField(
        "rubriek", max_length=200, blank=True, help_text="De vaste rubriek waarin het verscheen."
    )
    publisher = models.ForeignKey(
        "innovation_sessions.Organisation",
        on_delete=models.PROTECT,
        related_name="published_write_ups",
        null=True,
        blank=True,
        verbose_name="uitgever",
    )
    partners = models.ManyToManyField(
        "innovation_sessions.Organisation",
        related_name="partner_in",
        blank=True,
        verbose_name="partners die de bron noemt",
    )
    source_url = models.URLField(
        "adres van de bron", max_length=500, blank=True, help_text="Laat leeg als het onbekend is."
    )
    date = models.DateField("datum van de bron", null=True, blank=True)
    date_precision = models.CharField(
        "datum bekend", max_length=5, choices=Precision, default=Precision.DAY
    )
    date_note = models.CharField("toelichting op de datum", max_length=250, blank=True)
    language = models.CharField("taal", max_length=5, default="nl")
    rights = models.CharField(
        "rechten",
        max_length=10,
        choices=Rights,
        default=Rights.OWN_WORDS,
        help_text="Mag de volledige tekst van de bron hier staan?",
    )
    rights_note = models.CharField("toelichting op de rechten", max_length=250, blank=True)
    summary = models.TextField(
        "samenvatting", blank=True, help_text="Twee of drie zinnen, in eigen woorden."
    )
    body = models.TextField(
        "tekst",
        blank=True,
        help_text="Markdown: ## voor een kop, - voor een lijst, > voor een citaat.",
    )
    note = models.TextField(
        "opmerking van de redactie",
        blank=True,
        help_text="Wat is afgeleid of verbeterd? Dit staat op de site.",
    )
    status = models.CharField("status", max_length=10, choices=Status, default=Status.DRAFT)
    publish_at = models.DateTimeField(
        "publiceren vanaf",
        null=True,
        blank=True,
        help_text="Leeg: meteen zodra de status ‘gepubliceerd’ is.",
    )
    public_since = models.DateTimeField("openbaar sinds", null=True, editable=False)
    """When the public first saw it, or will; kept when it is taken back and published again."""

    url_name = "write_up"
    objects = SlugManager.from_queryset(WriteUpQuerySet)()
    history = History(excluded_fields=["public_since", *STAMPS])

    class Meta:
        base_manager_name = "objects"  # so that writes of many rows are noticed
        verbose_name = "verslag"
        verbose_name_plural = "verslagen"
        ordering = ["-date", "pk"]
        permissions = [("publish_writeup", "Mag verslagen publiceren en van de site halen")]
        constraints = [
            not_empty("title", "write_up_has_title", "Geef het verslag een titel."),
            models.CheckConstraint(
                condition=~Q(status=Status.PUBLISHED) | ~Q(body=""),
                name="write_up_published_has_body",
                violation_error_message="Een gepubliceerd verslag heeft een tekst.",
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        now = timezone.now()
        if self.status == Status.PUBLISHED and (not self.public_since or self.public_since > now):
            self.public_since = max(now, self.publish_at or now)
        super().save(*args, **kwargs)

    @property
    def meeting(self) -> Any:
        """The session that it reports, where its speakers spoke; None for any other text."""
        return self.session if self.session and not self.session.is_announced else None
