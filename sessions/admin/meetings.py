"""Screens for series and sessions."""

from django.contrib import admin

from innovkb.lib.admin import related_only
from sessions.admin.base import AddressedAdmin
from sessions.models import Series, Session


@admin.register(Series)
class SeriesAdmin(AddressedAdmin):
    search_fields = ("name", "slug", "organiser__name")
    list_display = ("name", "organiser")
    list_filter = (related_only("organiser"),)
    list_select_related = ("organiser",)
    autocomplete_fields = ("organiser",)


@admin.register(Session)
class SessionAdmin(AddressedAdmin):
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
