"""Screens for speakers, organisations and appearances."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from innovkb.lib.admin import SafeTabularInline, SiteAdmin, related_only
from sessions.admin.merging import MergeAction
from sessions.admin.roles import GuardedAdmin, OpenWriteUps
from sessions.merging import merge_speakers
from sessions.models import Appearance, Organisation, Speaker
from sessions.roles import MERGE_SPEAKERS


class SpeakerAppearanceInline(OpenWriteUps, SafeTabularInline):
    model = Appearance
    extra = 0
    fields = ("write_up", "part", "role", "organisation", "name_in_source", "position")
    autocomplete_fields = ("write_up", "organisation")


@admin.register(Speaker)
class SpeakerAdmin(MergeAction, GuardedAdmin, SiteAdmin):
    search_fields = ("name", "aliases", "slug", "appearances__organisation__name")
    list_display = ("sort_name", "name", "website")
    list_display_links = ("sort_name", "name")
    list_filter = (
        "appearances__part",
        related_only("appearances__organisation"),
        related_only("quotes__themes"),
    )
    fieldsets = (
        (None, {"fields": ["name", "aliases", "bio", "website"]}),
        ("Beheer", {"fields": ["sort_name", "note", "slug"]}),
    )
    inlines = (SpeakerAppearanceInline,)

    def has_merge_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(MERGE_SPEAKERS)

    def merge(self, *, keep: Any, other: Any) -> None:
        merge_speakers(keep=keep, other=other)


@admin.register(Organisation)
class OrganisationAdmin(GuardedAdmin, SiteAdmin):
    search_fields = ("name", "short_name", "aliases", "slug")
    list_display = ("name", "short_name", "country", "website")
    list_filter = ("country",)


@admin.register(Appearance)
class AppearanceAdmin(GuardedAdmin, SiteAdmin):
    search_fields = ("speaker__name", "organisation__name", "role", "write_up__title")
    list_display = ("speaker", "write_up", "part", "role", "organisation")
    list_filter = ("part", related_only("organisation"), related_only("write_up"))
    list_select_related = ("speaker", "write_up", "organisation")
    autocomplete_fields = ("write_up", "speaker", "organisation")
