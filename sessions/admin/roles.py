"""What the roles of editors mean in the admin: only the eindredactie touches what is public."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from innovkb.lib.admin import SiteAdmin
from innovkb.lib.publishing import Status
from sessions.models import WriteUp
from sessions.publishing import may_edit, may_publish

if not TYPE_CHECKING:
    SiteAdmin = object


class GuardedAdmin(SiteAdmin):
    """A write-up, or something that stands in one: closed to a redacteur once it is published."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and _is_open(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and _is_open(request, obj)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not _is_open(request, obj):  # a new item in a published write-up, or one moved there
            raise PermissionDenied("Alleen een eindredacteur wijzigt een gepubliceerd verslag.")
        super().save_model(request, obj, form, change)

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "status" and not may_publish(_user(request)):
            kwargs["choices"] = [one for one in Status.choices if one[0] != Status.PUBLISHED]
        return super().formfield_for_choice_field(db_field, request, **kwargs)


def _is_open(request: HttpRequest, obj: Any) -> bool:
    """Whether the user may change it as it stands in the database; None stands for the list."""
    item = getattr(obj, "barrier", obj)  # what helps stands where its barrier does
    write_up = item if isinstance(item, WriteUp) else getattr(item, "write_up", None)
    stored = WriteUp.objects.filter(pk=write_up.pk).first() if write_up else None
    return stored is None or may_edit(_user(request), stored)


def _user(request: HttpRequest) -> Any:
    return request.user
