"""The editors' thesaurus, and what visitors looked for in vain."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from innovkb.corrections.admin import CorrectionAdmin
from innovkb.ingest.models import EvidenceCount
from innovkb.lib.admin import SiteAdmin
from innovkb.search.models import MissedQuery, SynonymGroup

__all__ = ["CorrectionAdmin", "EvidenceCountAdmin", "MissedQueryAdmin", "SynonymGroupAdmin"]


@admin.register(SynonymGroup)
class SynonymGroupAdmin(SiteAdmin):
    list_display = ("word", "synonyms", "narrower", "related")
    search_fields = ("word", "synonyms", "narrower", "related")


@admin.register(MissedQuery)
class MissedQueryAdmin(SiteAdmin):
    list_display = ("query", "count", "last_on")
    list_filter = ("last_on",)
    search_fields = ("query",)
    readonly_fields = ("query", "count", "last_on")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(EvidenceCount)
class EvidenceCountAdmin(SiteAdmin):
    """Figures to read; `manage.py propose_weights` says what they would make of the weights."""

    list_display = ("kind", "name", "taken", "dropped", "changed")
    list_filter = ("kind",)
    readonly_fields = ("kind", "name", "taken", "dropped", "changed")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
