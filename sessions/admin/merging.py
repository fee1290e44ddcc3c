"""An action for lists: makes one row of several that mean the same, after a question."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from innovkb.lib.admin import SiteAdmin
from innovkb.lib.audit import Action, note

if not TYPE_CHECKING:
    SiteAdmin = object

MOST = 20
"""Rows that can be merged at once: more is a slip of the mouse."""


class MergeAction(SiteAdmin):
    """Offers the action; the class that uses it says in ``merge`` how."""

    actions = ("merge_selected",)

    def has_merge_permission(self, request: HttpRequest) -> bool:
        """Whoever may delete the rows may merge them, unless the class asks for more."""
        return self.has_delete_permission(request)

    def merge(self, *, keep: Any, other: Any) -> None:
        raise NotImplementedError

    @admin.action(description="Voeg samen", permissions=["merge"])
    def merge_selected(
        self, request: HttpRequest, queryset: models.QuerySet[Any]
    ) -> HttpResponse | None:
        """Ask which of the rows stays; then let it take over all that refers to the others."""
        rows = list(queryset.order_by("pk")[: MOST + 1])
        if not 2 <= len(rows) <= MOST:
            messages.error(request, f"Kies er minstens twee en hoogstens {MOST}.")
            return None
        keep = next((row for row in rows if str(row.pk) == request.POST.get("keep")), None)
        if keep is None:
            return self._ask(request, rows)
        others = [row for row in rows if row is not keep]
        with transaction.atomic():
            for other in others:
                self.log_change(request, keep, f"Samengevoegd met ‘{other}’.")
                note(Action.MERGED, request.user, keep, f"met ‘{other}’")
                self.merge(keep=keep, other=other)
        names = ", ".join(f"‘{name}’" for name in map(str, others))
        messages.success(request, f"{names} samengevoegd met ‘{keep}’. Het oude adres werkt nog.")
        return None

    def _ask(self, request: HttpRequest, rows: list[Any]) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": "Samenvoegen",
            "opts": self.model._meta,
            "rows": rows,
            "checkbox_name": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/merge.html", context)
