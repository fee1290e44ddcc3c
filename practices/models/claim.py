"""Claims: what several people say, or contradict one another about."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Self

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from innovkb.lib.models import Addressed, Titled, not_empty
from innovkb.lib.prepared import Prepared
from innovkb.lib.publishing import PublicQuerySet, Rule, SlugManager
from innovkb.lib.text import and_list
from practices.verdict import Stance, verdict

SPOKEN = ("quote", "tip", "barrier", "principle", "question")
"""The kinds of items that can be a voice; a voice has exactly one of them."""
LEAST_VOICES = 2
"""Fewer are no echo and no tension: the claim has no page."""


class ClaimQuerySet(PublicQuerySet):
    def visible(self, rule: Rule) -> Self:
        """Claims with at least two voices whose items are visible."""
        heard = Q()
        for name in SPOKEN:
            heard |= rule(f"voices__{name}__write_up__")
        rows = self.model._base_manager.filter(heard).order_by().values("pk")
        several = rows.annotate(heard=Count("voices", distinct=True)).filter(
            heard__gte=LEAST_VOICES
        )
        return self.filter(pk__in=several.values("pk"))


class Claim(Addressed, Titled):
    """Something that several people say, or contradict one another about."""

    title = models.CharField(
        "stelling", max_length=250, help_text="Eén zin waar iemand het mee eens of oneens is."
    )
    text = models.TextField(
        "toelichting", blank=True, help_text="Waar gaat het over? Twee of drie zinnen van ons."
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    themes = models.ManyToManyField(
        "practices.Theme", related_name="claims", blank=True, verbose_name="thema’s"
    )

    url_name = "claim"
    objects = SlugManager.from_queryset(ClaimQuerySet)()
    _counts: Mapping[str, int] | None = None

    class Meta:
        base_manager_name = "objects"  # so that writes of many rows are noticed
        verbose_name = "stelling"
        verbose_name_plural = "stellingen"
        ordering = ["position", "title", "pk"]
        constraints = [not_empty("title", "claim_has_title", "Vul de stelling in.")]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many people take each stance in public; a query unless they were fetched along."""
        if self._counts is None:
            voices = self.__dict__.get("public_voices")
            if voices is None:
                attach_counts([self])
            else:
                self._counts = _people((one.stance, one.people) for one in voices)
        return self._counts or {}

    @property
    def verdict(self) -> str:
        """Who says so, counted: each person once for a stance, however often they said it."""
        return verdict(self.counts)


class VoiceQuerySet(PublicQuerySet):
    def visible(self, rule: Rule) -> Self:
        """Voices whose item is visible, of a claim that is."""
        heard = Q()
        for name in SPOKEN:
            heard |= rule(f"{name}__write_up__")
        return self.filter(heard, claim__in=Claim.objects.visible(rule).order_by())


class VoiceManager(models.Manager["Voice"]):
    def get_by_natural_key(self, claim: str, kind: str, slug: str) -> "Voice":
        return self.get(claim__slug=claim, **{f"{kind}__slug": slug})


def exactly_one_item() -> Q:
    """Matches voices with one item and no more."""
    condition = Q()
    for chosen in SPOKEN:
        condition |= Q(**{f"{name}__isnull": name != chosen for name in SPOKEN})
    return condition


def _item(model: str, label: str) -> Any:
    return models.ForeignKey(
        model,
        on_delete=models.CASCADE,
        related_name="voices",
        null=True,
        blank=True,
        verbose_name=label,
    )


class Voice(models.Model):
    """Somebody who says what the claim says, or the opposite, by one item and its passage."""

    claim = models.ForeignKey(
        Claim, on_delete=models.CASCADE, related_name="voices", verbose_name="stelling"
    )
    stance = models.CharField("houding", max_length=7, choices=Stance, default=Stance.AGREE)
    quote = _item("innovation_sessions.Quote", "citaat")
    tip = _item("practices.Tip", "tip")
    barrier = _item("practices.Barrier", "barrière")
    principle = _item("practices.Principle", "principe")
    question = _item("innovation_sessions.Question", "vraag")
    label = models.CharField(
        "wie, zonder naam",
        max_length=100,
        blank=True,
        help_text="Alleen als het onderdeel geen spreker heeft, zoals ‘het gesprek in de zaal’.",
    )
    note = models.TextField(
        "toelichting", blank=True, help_text="Wat je moet weten om dit goed te lezen."
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    objects = VoiceManager.from_queryset(VoiceQuerySet)()

    class Meta:
        base_manager_name = "objects"  # so that writes of many rows are noticed
        verbose_name = "stem"
        verbose_name_plural = "stemmen"
        ordering = ["claim", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one_item(),
                name="voice_one_item",
                violation_error_message=(
                    "Kies precies één: een citaat, een tip, een barrière, een principe of een "
                    "vraag."
                ),
            ),
            *(
                models.UniqueConstraint(
                    fields=["claim", name],
                    name=f"voice_{name}_once",
                    violation_error_message="Deze stem staat al bij deze stelling.",
                )
                for name in SPOKEN
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.get_stance_display()}: {self.claim}"

    def clean(self) -> None:
        super().clean()
        chosen = [name for name in SPOKEN if getattr(self, f"{name}_id") is not None]
        if len(chosen) != 1:
            return  # the constraint says so
        if not self.item.excerpt:
            raise ValidationError(
                {chosen[0]: "Dit heeft geen passage, dus is niet te zien waar het staat."}
            )
        speakers = self.item.speakers
        if speakers and self.label:
            message = f"Dit zegt {and_list(speakers)} al. Laat dit leeg."
            raise ValidationError({"label": message})
        if not (speakers or self.label or getattr(self.item, "speaker_label", "")):
            raise ValidationError(
                {"label": "Dit onderdeel heeft geen spreker. Vul in wie dit zegt."}
            )

    @property
    def kind(self) -> str:
        """One of SPOKEN: which kind of item it is; DoesNotExist while a load still waits for it."""
        for name in SPOKEN:
            if getattr(self, f"{name}_id") is not None:
                return name
        raise ObjectDoesNotExist("The item in which it is said is not there.")

    @property
    def item(self) -> Any:
        """The quote, tip, barrier, principle or question in which it is said."""
        return getattr(self, self.kind)

    @property
    def nameless(self) -> str:
        """What somebody without a name is called here, or in the source."""
        return self.label or getattr(self.item, "speaker_label", "")

    @property
    def name(self) -> str:
        """Who says it: everybody by name, or what the source calls them."""
        return and_list(self.item.speakers) or self.nameless or f"‘{self.item.write_up}’"

    @property
    def people(self) -> set[Any]:
        """Who is counted: the speakers; of those without a name one for each write-up."""
        speakers = {one.pk for one in self.item.speakers}
        return speakers or {(self.item.write_up_id, self.nameless)}

    def natural_key(self) -> tuple[str, str, str]:
        return (self.claim.slug, self.kind, self.item.slug)

    natural_key.dependencies = [  # type: ignore[attr-defined]
        "practices.claim",
        "innovation_sessions.quote",
        "innovation_sessions.question",
        "practices.tip",
        "practices.barrier",
        "practices.principle",
    ]


_UNNAMED = Coalesce(NullIf("label", Value("")), "quote__speaker_label", Value(""))
"""What somebody without a name is called: ``Voice.nameless`` for the database."""


def _people(said: Iterable[tuple[str, set[Any]]]) -> Counter[str]:
    """How many people take each stance, nobody twice for the same."""
    people: dict[str, set[Any]] = defaultdict(set)
    for stance, who in said:
        people[stance] |= who
    return Counter({stance: len(who) for stance, who in people.items()})


@Prepared
def _voices(**having: Any) -> models.QuerySet[Any]:
    first, other, write_up = (
        Coalesce(*(f"{name}__{field}" for name in SPOKEN))
        for field in ("speaker", "co_speakers", "write_up")
    )
    voices = Voice.objects.published().filter(**having).select_related("claim")
    found: models.QuerySet[Any] = voices.annotate(
        first=first, other=other, source=write_up, unnamed=_UNNAMED
    )
    return found


def counted(**having: int | list[int]) -> list[Claim]:
    """The claims of some voices, each with who takes which stance counted; one query.

    ``having`` are lookups that say which voices.
    """
    claims: dict[int, Claim] = {}
    said: dict[int, list[tuple[str, set[Any]]]] = defaultdict(list)
    for voice in _voices(**having):
        claims.setdefault(voice.claim_id, voice.claim)
        who = {voice.first, voice.other} - {None} or {(voice.source, voice.unnamed)}
        said[voice.claim_id].append((voice.stance, who))
    for pk, claim in claims.items():
        claim._counts = _people(said[pk])
    return list(claims.values())


def attach_counts(claims: Iterable[Claim]) -> None:
    """Counts who takes which stance on the claims, in one query for all."""
    claims = list(claims)
    found = counted(claim__in=[claim.pk for claim in claims])
    counts = {one.pk: one._counts for one in found}
    for claim in claims:
        claim._counts = counts.get(claim.pk, {})


def heard_since() -> Any:
    """When the second voice came to the public, and the claim with it: an expression for claims."""
    rows = Voice.objects.published().filter(claim=OuterRef("pk"))
    since = Coalesce(*(f"{name}__write_up__public_since" for name in SPOKEN))
    moments = rows.annotate(since=since).order_by("since").values("since")
    return Subquery(moments[LEAST_VOICES - 1 : LEAST_VOICES])
