"""What the roles of editors mean in the admin: only the eindredactie touches what is public."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from innovkb.lib.admin import BaseModelAdmin, SiteAdmin
from innovkb.lib.publishing import Status
from sessions.models import WriteUp
from sessions.publishing import may_edit, may_publish

if not TYPE_CHECKING:
    BaseModelAdmin = SiteAdmin = object

CLOSED = "Dit verslag is gepubliceerd. Alleen een eindredacteur verandert daar iets aan."


class OpenWriteUps(BaseModelAdmin):
    """A form in which a redacteur puts things in write-ups that the public can't see, alone."""

    write_up_paths: ClassVar[dict[str, str]] = {"write_up": ""}
    """References by which a row comes to stand in a write-up, with the path from there to it."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_foreignkey(db_field, request, **kwargs)
        path = self.write_up_paths.get(db_field.name)
        if field is not None and path is not None and not may_publish(_user(request)):
            field.queryset = field.queryset.exclude(**{f"{path}status": Status.PUBLISHED})
            field.error_messages["invalid_choice"] = CLOSED
        return field


class GuardedAdmin(OpenWriteUps, SiteAdmin):
    """A write-up, or something that stands in one: closed to a redacteur once it is published."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and _is_open(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and _is_open(request, obj)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not _is_open(request, obj):  # the form refuses it, unless it was published meanwhile
            raise PermissionDenied(CLOSED)
        super().save_model(request, obj, form, change)

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "status" and not may_publish(_user(request)):
            kwargs["choices"] = [one for one in Status.choices if one[0] != Status.PUBLISHED]
        return super().formfield_for_choice_field(db_field, request, **kwargs)


class SharedAdmin(SiteAdmin):
    """What write-ups share: closed to a redacteur while the public sees it, or will by itself."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and self._is_open(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and self._is_open(request, obj)

    def _is_open(self, request: HttpRequest, obj: Any) -> bool:
        if obj is None or obj.pk is None or may_publish(_user(request)):
            return True
        asked: dict[Any, bool] = request.__dict__.setdefault("_public_rows", {})
        key = (self.model, obj.pk)
        if key not in asked:
            asked[key] = self._is_public(obj)
        return not asked[key]

    def _is_public(self, obj: Any) -> bool:
        return bool(self.model._default_manager.exposed().filter(pk=obj.pk).exists())


def _is_open(request: HttpRequest, obj: Any) -> bool:
    """Whether the user may change it as it stands in the database; None stands for the list."""
    item = getattr(obj, "barrier", obj)  # what helps stands where its barrier does
    write_up = item if isinstance(item, WriteUp) else getattr(item, "write_up", None)
    if write_up is None or may_publish(_user(request)):
        return True
    stored = WriteUp.objects.filter(pk=write_up.pk).first()
    return stored is None or may_edit(_user(request), stored)


def _user(request: HttpRequest) -> Any:
    return request.user
