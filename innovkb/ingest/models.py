"""The table of imports that editors are working on."""

from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import models


def text_digest(text: str) -> str:
    """A fingerprint of a text that ignores how its white space runs."""
    return sha256(" ".join(text.split()).encode()).hexdigest()


class TextOrigin(models.TextChoices):
    """How a text came in."""

    UPLOAD = "upload", "bestand"
    PASTE = "paste", "geplakt"
    COMMAND = "command", "opdracht op de server"


class ImportDraft(models.Model):
    """A source text, what was recognised in it, and what the editor decided so far.

    ``proposals`` are ``drafts.DraftProposal`` as plain data. ``decisions`` holds only what an
    editor chose: see ``innovkb.ingest.editor.drafts``. ``version`` grows with every save; who saves
    says which version they saw.
    """

    text = models.TextField("brontekst")
    digest = models.CharField(max_length=64, editable=False, db_index=True)
    origin = models.CharField(
        "herkomst", max_length=7, choices=TextOrigin, default=TextOrigin.PASTE
    )
    file_name = models.CharField("bestandsnaam", max_length=255, blank=True)
    warnings = models.JSONField("let op bij het lezen", default=list, blank=True)
    proposals = models.JSONField("voorstellen", default=list)
    decisions = models.JSONField("keuzes van de redactie", default=dict)
    version = models.PositiveIntegerField("versie", default=1)
    write_up = models.ForeignKey(
        "innovation_sessions.WriteUp",
        on_delete=models.SET_NULL,
        related_name="imports",
        null=True,
        blank=True,
        verbose_name="verslag",
    )
    applied = models.JSONField("wat is overgenomen", default=dict)
    """Per key of a proposal: the item that was made of it and the values it was given."""
    applied_version = models.PositiveIntegerField("overgenomen versie", null=True, blank=True)
    applied_at = models.DateTimeField("overgenomen op", null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="imports",
        null=True,
        blank=True,
        verbose_name="begonnen door",
    )
    last_editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="laatst bewerkt door",
    )
    created_at = models.DateTimeField("begonnen op", auto_now_add=True)
    updated_at = models.DateTimeField("laatst bewaard op", auto_now=True)

    class Meta:
        verbose_name = "import"
        verbose_name_plural = "imports"
        ordering = ["-updated_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.digest = text_digest(self.text)
        super().save(*args, **kwargs)

    @property
    def title(self) -> str:
        """The title that was chosen, else the one that was found, else the file's name."""
        chosen = self.decisions.get("document", {}).get("title")
        found = (one["text"] for one in self.proposals if one["kind"] == "title")
        return str(chosen or next(found, "") or self.file_name or f"Import {self.pk}")

    @property
    def is_applied(self) -> bool:
        """Whether the decisions as they are now have been carried out."""
        return self.write_up_id is not None and self.applied_version == self.version


class EvidenceCount(models.Model):
    """What editors did with the proposals that a piece of evidence spoke for; figures only."""

    kind = models.CharField("soort", max_length=20)
    name = models.CharField("aanwijzing", max_length=40)
    taken = models.PositiveIntegerField("overgenomen", default=0)
    dropped = models.PositiveIntegerField("weggelaten", default=0)
    changed = models.PositiveIntegerField("van soort of spreker veranderd", default=0)

    class Meta:
        verbose_name = "telling van een aanwijzing"
        verbose_name_plural = "tellingen: wat de redactie met voorstellen doet"
        ordering = ["kind", "name"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "name"], name="evidence_counted_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.name}"


class OpenConflict(models.Model):
    """What an editor wrote in a field that another changed too: kept until they choose."""

    draft = models.ForeignKey(ImportDraft, on_delete=models.CASCADE, related_name="conflicts")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="conflicts"
    )
    name = models.CharField(max_length=120)
    """Of the field, as the review names it."""
    mine = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "user", "name"], name="conflict_kept_once")
        ]

    def __str__(self) -> str:
        return self.name
