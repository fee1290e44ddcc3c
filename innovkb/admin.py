"""The editors' thesaurus, and what visitors looked for in vain."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from taggit.admin import Tag

from innovkb.accounts.admin import AccountAdmin
from innovkb.corrections.admin import CorrectionAdmin
from innovkb.ingest.models import EvidenceCount
from innovkb.lib.admin import SiteAdmin
from innovkb.lib.audit import AuditEvent
from innovkb.lib.trash import TrashEntry
from innovkb.search.models import MissedQuery, SynonymGroup

__all__ = [
    "AccountAdmin",
    "AuditEventAdmin",
    "CorrectionAdmin",
    "EvidenceCountAdmin",
    "MissedQueryAdmin",
    "SynonymGroupAdmin",
    "TrashEntryAdmin",
]


admin.site.unregister(Tag)  # themes are what editors know


@admin.register(SynonymGroup)
class SynonymGroupAdmin(SiteAdmin):
    list_display = ("word", "synonyms", "narrower", "related")
    search_fields = ("word", "synonyms", "narrower", "related")


class ReadOnlyAdmin(SiteAdmin):
    """Rows that the site makes and nobody fills in or changes."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(MissedQuery)
class MissedQueryAdmin(ReadOnlyAdmin):
    list_display = ("query", "count", "last_on")
    list_filter = ("last_on",)
    search_fields = ("query",)


@admin.register(TrashEntry)
class TrashEntryAdmin(ReadOnlyAdmin):
    """For administrators: removes for good, and at once, what has to go."""

    list_display = ("title", "kind", "was_public", "user", "thrown_away_at")
    list_filter = ("kind", "was_public", "thrown_away_at")
    search_fields = ("title",)
    list_select_related = ("user",)


@admin.register(AuditEvent)
class AuditEventAdmin(ReadOnlyAdmin):
    """For administrators to read: nobody takes anything out of it."""

    list_display = ("at", "user_name", "action", "subject", "detail")
    list_filter = ("action", "at")
    search_fields = ("user_name", "subject", "detail")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(EvidenceCount)
class EvidenceCountAdmin(ReadOnlyAdmin):
    """Figures to read; `manage.py propose_weights` says what they would make of the weights."""

    list_display = ("kind", "name", "taken", "dropped", "changed")
    list_filter = ("kind",)
