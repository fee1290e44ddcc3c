"""A screen for the addresses that once were."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from innovkb.lib.admin import SiteAdmin
from sessions.models import Redirect


class KindOfPage(admin.SimpleListFilter):
    """Which kind of page it was: the first part of its address."""

    title = "soort pagina"
    parameter_name = "soort"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        paths = Redirect.objects.values_list("old_path", flat=True)
        kinds = sorted({path.strip("/").partition("/")[0] for path in paths} - {""})
        return [(kind, kind) for kind in kinds]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        kind = self.value()
        return queryset.filter(old_path__startswith=f"/{kind}/") if kind else queryset


@admin.register(Redirect)
class RedirectAdmin(SiteAdmin):
    search_fields = ("old_path", "new_path")
    list_display = ("old_path", "new_path")
    list_filter = (KindOfPage,)
