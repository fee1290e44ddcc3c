"""Screens for what items are grouped by: themes, groups of barriers, sets of principles."""

from typing import Any

from django.contrib import admin
from django.contrib.admin import EmptyFieldListFilter
from django.http import HttpRequest

from innovkb.lib.admin import SiteAdmin
from practices.merging import merge_themes
from practices.models import BarrierGroup, PrincipleSet, Theme
from sessions.admin.merging import MergeAction
from sessions.admin.roles import GuardedAdmin


@admin.register(Theme)
class ThemeAdmin(MergeAction, GuardedAdmin, SiteAdmin):
    search_fields = ("name", "slug", "description")
    list_display = ("name", "position", "description")
    list_filter = (("description", EmptyFieldListFilter),)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The address follows from the name, as for everything else, unless it is filled in."""
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "slug":
            field.required = False
            field.label, field.help_text = "Adres", "Laat leeg, dan volgt het uit de naam."
        return field

    def merge(self, *, keep: Any, other: Any) -> None:
        merge_themes(keep=keep, other=other)


@admin.register(BarrierGroup)
class BarrierGroupAdmin(GuardedAdmin, SiteAdmin):
    search_fields = ("name", "slug", "description")
    list_display = ("name", "position", "description")
    list_filter = (("description", EmptyFieldListFilter),)


@admin.register(PrincipleSet)
class PrincipleSetAdmin(GuardedAdmin, SiteAdmin):
    search_fields = ("name", "singular", "slug", "description")
    list_display = ("name", "singular", "position")
    list_filter = (("description", EmptyFieldListFilter),)
