"""What the roles of editors mean in the admin: only the eindredactie touches what is public."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html

from innovkb.kinds import KINDS, kind_of_model
from innovkb.lib.admin import BaseModelAdmin, SiteAdmin
from innovkb.lib.publishing import Status
from innovkb.lib.trash import KEPT, keep_copy
from sessions.publishing import is_exposed, may_publish, may_touch

if not TYPE_CHECKING:
    BaseModelAdmin = SiteAdmin = object

CLOSED = "Dit verslag is gepubliceerd. Alleen een eindredacteur verandert daar iets aan."
PUBLIC = "Dit zou meteen op de site staan. Alleen een eindredacteur mag dat."


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
    """A screen of content: closed to a redacteur for what the public sees, or will by itself."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and _is_open(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and _is_open(request, obj)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """The versions, with what differs and the way back; Django's own list has neither."""
        kept = hasattr(self.model, "history") and object_id.isdecimal()
        if not kept or self.model not in {one.model for one in KINDS}:
            return super().history_view(request, object_id, extra_context)
        key = kind_of_model(self.model).key
        return HttpResponseRedirect(reverse("ingest:history", args=[key, object_id]))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change and not may_touch(_user(request), obj):  # it was published meanwhile
            raise PermissionDenied(CLOSED)
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """What the forms let through all the same is undone here, with the transaction."""
        super().save_related(request, form, formsets, change)
        if not may_touch(_user(request), form.instance):
            raise PermissionDenied(PUBLIC)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        keep_copy(obj, request.user)
        super().delete_model(request, obj)
        _tell_of_bin(request)

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        for row in queryset:
            keep_copy(row, request.user)
        super().delete_queryset(request, queryset)
        _tell_of_bin(request)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for one in formset.deleted_forms:
            if one.instance.pk:
                keep_copy(one.instance, request.user)
        super().save_formset(request, form, formset, change)

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, *args, **kwargs)
        form.may_show = may_publish(_user(request))
        return form

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "status" and not may_publish(_user(request)):
            kwargs["choices"] = [one for one in Status.choices if one[0] != Status.PUBLISHED]
        return super().formfield_for_choice_field(db_field, request, **kwargs)


def _is_open(request: HttpRequest, obj: Any) -> bool:
    """Whether the user may change it as it stands in the database; None stands for the list."""
    if obj is None or obj.pk is None or may_publish(_user(request)):
        return True
    asked: dict[Any, bool] = request.__dict__.setdefault("_exposed_rows", {})
    key = (type(obj), obj.pk)
    if key not in asked:
        asked[key] = is_exposed(obj)
    return not asked[key]


def _tell_of_bin(request: HttpRequest) -> None:
    address = reverse("ingest:trash")
    text = "Je kunt dit {} dagen lang terugzetten uit de <a href='{}'>prullenbak</a>."
    messages.info(request, format_html(text, KEPT.days, address))


def _user(request: HttpRequest) -> Any:
    return request.user
