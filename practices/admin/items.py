"""Screens for tips, barriers, archetypes, principles, examples, tools and remedies."""

from typing import Any

from django.contrib import admin

from innovkb.lib.admin import SafeStackedInline, SafeTabularInline, SiteAdmin, related_only
from practices.models import (
    Archetype,
    ArchetypeQuestion,
    Barrier,
    Example,
    Principle,
    Remedy,
    Tip,
    Tool,
)
from practices.models.remedy import TARGETS
from sessions.admin.base import ItemAdmin, ItemForm, item_fieldsets
from sessions.admin.roles import GuardedAdmin
from sessions.models.item import Wording


@admin.register(Tip)
class TipAdmin(ItemAdmin):
    list_display = ("title", "form", "audience", "write_up", "speaker")
    list_filter = ("form", *ItemAdmin.list_filter)
    fieldsets = item_fieldsets("form", "audience")


class RemedyInline(SafeStackedInline):
    model = Remedy
    extra = 0
    classes = ("collapse",)
    autocomplete_fields = TARGETS


@admin.register(Barrier)
class BarrierAdmin(ItemAdmin):
    list_display = ("title", "group", "write_up", "speaker")
    list_filter = ("group", *ItemAdmin.list_filter, related_only("archetypes"))
    list_select_related = (*ItemAdmin.list_select_related, "group")
    autocomplete_fields = (*ItemAdmin.autocomplete_fields, "group", "archetypes", "related")
    fieldsets = item_fieldsets("group", "sayings", links=("archetypes", "related", "quotes"))
    inlines = (RemedyInline,)


@admin.register(Remedy)
class RemedyAdmin(GuardedAdmin, SiteAdmin):
    write_up_paths = {"barrier": "write_up__"}
    search_fields = ("why", "barrier__title", *(f"{target}__title" for target in TARGETS))
    list_display = ("barrier", "target", "origin", "why")
    list_filter = ("origin", related_only("barrier__group"))
    list_select_related = ("barrier", *TARGETS)
    autocomplete_fields = ("barrier", *TARGETS)

    @admin.display(description="wat helpt")
    def target(self, remedy: Remedy) -> str:
        return str(remedy.target)


class ArchetypeQuestionInline(SafeTabularInline):
    model = ArchetypeQuestion
    extra = 0


class ArchetypeForm(ItemForm):
    """An archetype, which is on the site at once: so there is something to show."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if text := self.fields.get("text"):
            text.required = True
            text.error_messages["required"] = "Leg uit wat dit patroon is."
        if self.instance._state.adding:
            self.initial.setdefault("wording", Wording.EDITED)


@admin.register(Archetype)
class ArchetypeAdmin(ItemAdmin):
    form = ArchetypeForm
    list_display = ("title", "number", "position", "checked_on")
    list_filter = ("themes",)
    ordering = ("position",)
    fieldsets = item_fieldsets("number", "signals", "checked_url", "checked_on")
    inlines = (ArchetypeQuestionInline,)


@admin.register(Principle)
class PrincipleAdmin(ItemAdmin):
    list_display = ("title", "set", "number", "write_up")
    list_filter = ("set", *ItemAdmin.list_filter)
    list_select_related = (*ItemAdmin.list_select_related, "set")
    autocomplete_fields = (*ItemAdmin.autocomplete_fields, "set")
    fieldsets = item_fieldsets("set", "number")
    ordering = ("set", "number")


@admin.register(Example)
class ExampleAdmin(ItemAdmin):
    list_display = ("title", "place", "actor", "write_up")
    list_filter = (*ItemAdmin.list_filter, related_only("organisations"))
    autocomplete_fields = (*ItemAdmin.autocomplete_fields, "organisations", "references")
    fieldsets = item_fieldsets(
        "place", "actor", "effect", links=("organisations", "references", "quotes")
    )


@admin.register(Tool)
class ToolAdmin(ItemAdmin):
    list_display = ("title", "form", "creators", "year", "write_up")
    list_filter = ("form", *ItemAdmin.list_filter, related_only("organisations"))
    autocomplete_fields = (*ItemAdmin.autocomplete_fields, "organisations")
    fieldsets = item_fieldsets(
        "form", "good_for", "website", "creators", "year", links=("organisations", "quotes")
    )
