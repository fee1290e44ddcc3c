"""The editors' queue of what visitors say is wrong."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from innovkb.corrections.actions import settle
from innovkb.corrections.models import Correction, State
from innovkb.kinds import KINDS, kind
from innovkb.lib.admin import ModelForm, SiteAdmin
from innovkb.lib.text import shorten
from sessions.admin.roles import GuardedAdmin
from sessions.publishing import may_publish


class KindFilter(admin.SimpleListFilter):
    """The kinds of what is reported, by their Dutch names."""

    title = "soort"
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        there = set(Correction.objects.order_by().values_list("kind", flat=True).distinct())
        return [(one.key, one.singular) for one in KINDS if one.key in there]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(kind=self.value()) if self.value() else queryset


class HandlingForm(ModelForm):
    """What the editors do about a correction."""

    def clean(self) -> dict[str, Any] | None:
        data = super().clean() or self.cleaned_data
        this = self.instance
        same = Correction.objects.filter(
            kind=this.kind, object_id=this.object_id, digest=this.digest,
            state__in=State.open_ones(),
        ).exclude(pk=this.pk)  # fmt: skip
        if data.get("state") in State.open_ones() and same.exists():
            self.add_error("state", "Deze melding is intussen opnieuw gedaan, en staat al open.")
        return data


@admin.register(Correction)
class CorrectionAdmin(GuardedAdmin, SiteAdmin):
    form = HandlingForm
    list_display = ("summary", "about", "kind_name", "state", "is_public", "received_on")
    list_filter = ("state", KindFilter, "is_public", "received_on")
    search_fields = ("about", "wrong", "suggestion", "answer")
    readonly_fields = ("page", "wrong", "suggestion", "email", "received_on", "handled_on")
    fieldsets = (
        (None, {"fields": ("page", "wrong", "suggestion", "email", "received_on")}),
        ("Afhandeling", {"fields": ("state", "answer", "is_public", "handled_on")}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A redacteur prepares the answer; whether the public sees it is for who may publish."""
        user: Any = request.user
        return self.readonly_fields if may_publish(user) else (*self.readonly_fields, "is_public")

    @admin.display(description="wat klopt er niet", ordering="wrong")
    def summary(self, correction: Correction) -> str:
        return shorten(correction.wrong, 80)

    @admin.display(description="soort", ordering="kind")
    def kind_name(self, correction: Correction) -> str:
        try:
            return kind(correction.kind).singular
        except KeyError:
            return correction.kind

    @admin.display(description="gaat over")
    def page(self, correction: Correction) -> SafeString:
        """What it is about, with the way to its form, and to its page while that is public."""
        name = f"{self.kind_name(correction)}: {correction.about}"
        thing, links = correction.thing(), []
        if thing is not None:
            meta = thing._meta
            path = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[thing.pk])
            links.append((path, "Wijzig"))
        if (shown := correction.public_page()) is not None:
            links.append((shown.get_absolute_url(), "Bekijk op de site"))
        else:
            name = f"{name} (staat niet meer op de site)"
        ways = format_html_join("", ' · <a href="{}">{}</a>', links)
        return format_html("{}{}", name, ways)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Correction, form: Any, change: bool) -> None:
        settle(correction=obj)
        super().save_model(request, obj, form, change)
