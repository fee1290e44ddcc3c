"""The tables of the search index, the thesaurus, and the queries that found nothing."""

from django.db import models

from innovkb.lib.fields import LinesField
from innovkb.lib.writes import NoticedQuerySet


class SearchEntry(models.Model):
    """A public page, or a passage of one, as the index knows it.

    Its primary key is the document number that postings refer to.
    """

    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    passage = models.PositiveIntegerField(default=0)
    """0 is the page as a whole; passages count from 1."""
    title = models.TextField()
    body = models.TextField()
    context = models.TextField()
    url = models.TextField()
    """As long as it gets: a text fragment repeats the heading, percent-encoded."""
    heading = models.TextField(blank=True)
    language = models.CharField(max_length=5, default="nl", db_default="nl")
    """Of the heading."""
    byline = models.TextField(blank=True)
    speaker = models.TextField(blank=True)
    facets = models.JSONField(default=list)
    """Pairs of a field and a value, such as ``["theme", "ruimte"]``."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "passage"], name="searchentry_unique"
            )
        ]
        verbose_name = "ingang van de zoekindex"
        verbose_name_plural = "ingangen van de zoekindex"

    def __str__(self) -> str:
        return f"{self.kind}: {self.title}"


class SearchPosting(models.Model):
    """In which entries a term occurs: document numbers with their weights, packed."""

    term = models.CharField(max_length=120, primary_key=True)
    count = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        verbose_name = "term van de zoekindex"
        verbose_name_plural = "termen van de zoekindex"

    def __str__(self) -> str:
        return f"{self.term} ({self.count})"


class SearchState(models.Model):
    """One row, which writers lock: the version of the index and of all that pages show.

    Every change of content changes it, in the same transaction.
    """

    version = models.CharField(max_length=32)
    averages = models.JSONField(default=dict)
    """Mean length of each field in tokens, as of the last rebuild."""
    analyser = models.CharField(max_length=32, blank=True)
    """Fingerprint of the analyser that wrote the index."""
    due = models.DateTimeField(null=True)
    """When the next scheduled write-up becomes public and the index must follow."""

    class Meta:
        verbose_name = "stand van de zoekindex"
        verbose_name_plural = "stand van de zoekindex"

    def __str__(self) -> str:
        return self.version


class SynonymManager(models.Manager["SynonymGroup"]):
    def get_by_natural_key(self, word: str) -> "SynonymGroup":
        return self.get(word=word)


class SynonymGroup(models.Model):
    """A word with those that mean the same, those it covers, and those that belong with it."""

    word = models.CharField("woord", max_length=100, unique=True)
    synonyms = LinesField(
        "betekent hetzelfde",
        help_text="Eén woord of woordgroep per regel. Wie op het ene zoekt, vindt ook het andere, "
        "en leest dat ze hetzelfde betekenen.",
    )
    narrower = LinesField(
        "is er een soort van",
        help_text="Eén per regel, zoals ‘directeur’ bij ‘leidinggevende’. Wie op het woord zoekt, "
        "vindt ook deze.",
    )
    related = LinesField(
        "hoort erbij",
        help_text="Eén per regel: wat er veel mee te maken heeft. Dit telt minder mee. Zet hier "
        "geen tegengestelde.",
    )

    objects = SynonymManager.from_queryset(NoticedQuerySet)()

    class Meta:
        base_manager_name = "objects"  # so that writes of many rows are noticed
        verbose_name = "ingang van de thesaurus"
        verbose_name_plural = "thesaurus"
        ordering = ["word"]

    def __str__(self) -> str:
        return " ~ ".join((self.word, *self.synonyms, *self.narrower, *self.related))

    def natural_key(self) -> tuple[str]:
        return (self.word,)


class MissedQuery(models.Model):
    """A query that found nothing. Nothing about who typed it is kept."""

    query = models.CharField("gezocht op", max_length=100, unique=True)
    count = models.PositiveIntegerField("hoe vaak", default=1)
    last_on = models.DateField("laatst op", auto_now=True)

    class Meta:
        verbose_name = "zoekvraag zonder resultaat"
        verbose_name_plural = "zoekvragen zonder resultaat"
        ordering = ["-count", "query"]

    def __str__(self) -> str:
        return self.query
