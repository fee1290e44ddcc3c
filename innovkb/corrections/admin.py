"""The editors' queue of what visitors say is wrong."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from innovkb.corrections.actions import settle
from innovkb.corrections.models import Correction
from innovkb.kinds import kind
from innovkb.lib.admin import SiteAdmin
from innovkb.lib.text import shorten
from sessions.admin.roles import GuardedAdmin
from sessions.publishing import may_publish


@admin.register(Correction)
class CorrectionAdmin(GuardedAdmin, SiteAdmin):
    list_display = ("summary", "about", "kind_name", "state", "is_public", "received_on")
    list_filter = ("state", "kind", "is_public", "received_on")
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
    def page(self, correction: Correction) -> str | SafeString:
        """A link to the page, as long as it is public."""
        thing = correction.public_page()
        name = f"{self.kind_name(correction)}: {correction.about}"
        if thing is None:
            return f"{name} (staat niet meer op de site)"
        return format_html('<a href="{}">{}</a>', thing.get_absolute_url(), name)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Correction, form: Any, change: bool) -> None:
        settle(correction=obj)
        super().save_model(request, obj, form, change)
