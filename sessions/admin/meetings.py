"""Screens for series and sessions."""

from typing import Any, ClassVar

from django.contrib import admin

from innovkb.lib.admin import ModelForm, SiteAdmin, related_only
from sessions.admin.roles import GuardedAdmin
from sessions.models import Series, Session
from sessions.models.session import SessionState


@admin.register(Series)
class SeriesAdmin(GuardedAdmin, SiteAdmin):
    search_fields = ("name", "slug", "organiser__name")
    list_display = ("name", "organiser")
    list_filter = (related_only("organiser"),)
    list_select_related = ("organiser",)
    autocomplete_fields = ("organiser",)


class SessionForm(ModelForm):
    """A session; an announced one stands on the site at once, unless a draft announces it."""

    may_show: ClassVar[bool] = True
    """Whether who fills in the form may put something on the site."""

    def clean(self) -> dict[str, Any] | None:
        data = super().clean() or self.cleaned_data
        is_announced = data.get("state") == SessionState.ANNOUNCED
        if is_announced and not data.get("announced_in") and not self.may_show:
            self.add_error(
                "state",
                "Een aangekondigde sessie staat meteen op de site. Laat een eindredacteur dit "
                "doen, of kies bij ‘aangekondigd in’ een verslag dat nog niet op de site staat.",
            )
        return data


@admin.register(Session)
class SessionAdmin(GuardedAdmin, SiteAdmin):
    form = SessionForm
    write_up_paths = {"announced_in": ""}
    search_fields = ("title", "slug", "series__name", "place", "organiser__name")
    list_display = ("title", "state", "shown_date", "series", "attendance")
    list_filter = ("state", related_only("series"), related_only("organiser"), "date")
    list_select_related = ("series",)
    autocomplete_fields = ("series", "organiser", "announced_in")
    date_hierarchy = "date"
    fieldsets = (
        (None, {"fields": ["title", "state", "date", "date_precision", "date_note", "place"]}),
        ("Reeks", {"fields": ["series", "number", "organiser", "announced_in"]}),
        ("Meer", {"fields": ["attendance", "attendance_note", "description", "website"]}),
        ("Beheer", {"fields": ["slug"]}),
    )

    @admin.display(description="datum", ordering="date")
    def shown_date(self, session: Session) -> str:
        return session.date_display
