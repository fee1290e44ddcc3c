"""The screen of a claim, with who says what about it."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import Textarea
from django.http import HttpRequest

from innovkb.lib.admin import InlineFormSet, SafeFields, SafeStackedInline, SiteAdmin, related_only
from practices.models import Claim, Voice
from practices.models.claim import LEAST_VOICES, SPOKEN
from sessions.admin.roles import PUBLIC, GuardedAdmin
from sessions.publishing import is_exposed, may_publish

_WAITS = (
    "Deze stelling staat nog niet op de site: daarvoor zijn minstens twee stemmen nodig uit "
    "verslagen die op de site staan."
)


class VoiceFormSet(InlineFormSet):
    """The voices of a claim. With two that the public sees, the claim is on the site."""

    may_show: ClassVar[bool] = True

    def clean(self) -> None:
        super().clean()
        if self.may_show or any(self.errors):
            return
        kept = [form for form in self.forms if form not in self.deleted_forms]
        items = [form.instance.item for form in kept if form.has_changed() or form.instance.pk]
        if sum(is_exposed(item) for item in items) >= LEAST_VOICES:
            raise ValidationError(PUBLIC)


class VoiceInline(SafeStackedInline):
    model = Voice
    formset = VoiceFormSet
    extra = 0
    fields = ("stance", *SPOKEN, "label", "note", "position")
    autocomplete_fields = SPOKEN
    formfield_overrides: ClassVar[Any] = {
        **SafeFields.formfield_overrides,
        models.TextField: {"widget": Textarea(attrs={"rows": 2, "cols": 80})},
    }

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """With what names each row: who says it."""
        rows = super().get_queryset(request).select_related("claim")
        for name in SPOKEN:
            rows = rows.select_related(f"{name}__speaker", f"{name}__write_up")
        return rows.prefetch_related(*(f"{name}__co_speakers" for name in SPOKEN))

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.may_show = may_publish(request.user)  # type: ignore[arg-type]
        return formset


@admin.register(Claim)
class ClaimAdmin(GuardedAdmin, SiteAdmin):
    search_fields = ("title", "text", "slug")
    list_display = ("title", "position", "shown")
    list_filter = (related_only("themes"),)
    autocomplete_fields = ("themes",)
    fields = ("title", "text", "themes", "position", "slug")
    inlines = (VoiceInline,)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        there = models.Exists(Claim.objects.published().filter(pk=models.OuterRef("pk")))
        rows: models.QuerySet[Any] = super().get_queryset(request).annotate(is_shown=there)
        return rows

    @admin.display(description="op de site", boolean=True)
    def shown(self, claim: Any) -> bool:
        return bool(claim.is_shown)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if not Claim.objects.published().filter(pk=form.instance.pk).exists():
            messages.warning(request, _WAITS)
