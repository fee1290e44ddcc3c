"""What every screen of the admin shares, whatever it edits."""

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import (
    AdminSplitDateTime,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
)
from django.core.validators import MaxValueValidator
from django.db import IntegrityError, models
from django.db.models import F
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch
from django.utils.text import capfirst

from innovkb.lib.articles import with_article
from innovkb.lib.writes import together

if TYPE_CHECKING:
    BaseModelAdmin = admin.options.BaseModelAdmin[Any]
    ModelAdmin = admin.ModelAdmin[Any]
    StackedInline = admin.StackedInline[Any, Any]
    TabularInline = admin.TabularInline[Any, Any]
    InlineFormSet = BaseInlineFormSet[Any, Any, Any]
    ModelForm = forms.ModelForm[Any]
else:
    BaseModelAdmin = admin.options.BaseModelAdmin
    ModelAdmin, StackedInline, TabularInline = (
        admin.ModelAdmin, admin.StackedInline, admin.TabularInline,
    )  # fmt: skip
    InlineFormSet, ModelForm = BaseInlineFormSet, forms.ModelForm

KEY_DIGITS = 18
"""A key of more digits fits in no column."""
NUL = "\x00"
_NEEDED = (
    "Er is niets verwijderd: intussen is er iets bijgekomen dat dit nodig heeft. Kijk het na en "
    "probeer het opnieuw."
)
LAST_POSITION = 1_000_000
"""The last place that a row can be given; rows that change places wait behind it."""


def related_only(field: str) -> Any:
    """A filter on a relation that offers only what some row refers to."""
    return (field, admin.RelatedOnlyFieldListFilter)


class _Known:
    """A widget that is told which rows are chosen, so that it needn't ask the database for each."""

    known: Mapping[str, models.Model] = MappingProxyType({})
    """Rows by their primary key as text."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        widget: Any = self
        chosen = [str(one) for one in value if str(one) not in widget.choices.field.empty_values]
        if not chosen or not self.known.keys() >= set(chosen):
            return super().optgroups(name, value, attr)  # type: ignore[misc]
        rows = [(key, str(row)) for key, row in self.known.items() if key in chosen]
        empty = [] if widget.is_required or widget.allow_multiple_selected else [("", "")]
        options = [
            widget.create_option(name, key, label, bool(key), place)
            for place, (key, label) in enumerate([*empty, *rows])
        ]
        return [(None, options, 0)]


class SafeAutocomplete(_Known, AutocompleteSelect):
    """A choice by typing. What can't be a key becomes one that no row has, so that it is refused.

    Django looks up the chosen rows to show them again, and trips over text and endless numbers.
    """

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        value = super().value_from_datadict(data, files, name)
        return possible_key(value) if value else value


class SafeAutocompleteMultiple(_Known, AutocompleteSelectMultiple):
    """The same for several choices."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return [possible_key(one) for one in super().value_from_datadict(data, files, name)]


def possible_key(value: str) -> str:
    """The value, or a key that no row has where it can't be a key at all."""
    return value if value.isascii() and value.isdigit() and len(value) <= KEY_DIGITS else "0"


class NamedDateTime(AdminSplitDateTime):
    """A day and a time, each with its name for who can't see them beside each other."""

    def __init__(self, attrs: Any = None) -> None:
        super().__init__(attrs)
        for widget, name in zip(self.widgets, ("Datum", "Tijd"), strict=True):
            widget.attrs["aria-label"] = name


class SafeFields(BaseModelAdmin):
    """Form fields that answer bad input with an error instead of a crash."""

    formfield_overrides: ClassVar[Any] = {
        models.URLField: {"assume_scheme": "https"},
        models.DateTimeField: {"form_class": forms.SplitDateTimeField, "widget": NamedDateTime},
    }

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = SafeAutocomplete(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = SafeAutocompleteMultiple(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class KnowingForm(ModelForm):
    """A form whose choices by typing show the rows that were loaded along with its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, _Known) and self.instance.pk:
                widget.known = {str(row.pk): row for row in self._loaded(name)}

    def _loaded(self, name: str) -> list[Any]:
        state: Any = self.instance
        row = state._state.fields_cache.get(name)
        if row is not None:
            return [row]
        return list(getattr(state, "_prefetched_objects_cache", {}).get(name, ()))


class SafeInline(SafeFields):
    """Rows of a parent, each loaded together with what it refers to.

    Without a link to the site: a row of a draft has no page there yet.
    """

    form: Any = KnowingForm
    view_on_site: Any = False

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        fields = map(self.model._meta.get_field, self.get_autocomplete_fields(request))
        kinds: dict[bool, list[str]] = {True: [], False: []}
        for field in fields:
            kinds[bool(field.many_to_many)].append(field.name)
        rows = super().get_queryset(request).prefetch_related(*kinds[True])
        return rows.select_related(*kinds[False]) if kinds[False] else rows


class SafeStackedInline(SafeInline, StackedInline):
    """Rows of a parent, one below the other."""


class NamedFormSet(InlineFormSet):
    """Rows in a table: the box that deletes one says so by itself."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = "Verwijder deze rij"


class SafeTabularInline(SafeInline, TabularInline):
    """Rows of a parent, in a table, of which each field says by itself what it is."""

    formset = NamedFormSet

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            widget = getattr(field.widget, "widget", field.widget)
            widget.attrs["aria-label"] = str(capfirst(db_field.verbose_name))
        return field


def _writing(request: HttpRequest) -> AbstractContextManager[None]:
    """One transaction, after which listeners work once, for a request that may write."""
    return together() if request.method == "POST" else nullcontext()


class SiteAdmin(SafeFields, ModelAdmin):
    """Filters with counts, and answers to parameters that no form would send."""

    show_facets = admin.ShowFacets.ALWAYS
    list_per_page = 50
    save_on_top = True

    def message_user(self, request: HttpRequest, message: Any, *args: Any, **kwargs: Any) -> None:
        told = with_article(message if isinstance(message, str) else str(message), self.model)
        super().message_user(request, told, *args, **kwargs)

    def get_view_on_site_url(self, obj: models.Model | None = None) -> str | None:
        """The address of the public page; None while the public may not see it, or has none."""
        published = getattr(self.model._default_manager, "published", None)
        address = getattr(obj, "get_absolute_url", None)
        if obj is None or published is None or address is None:
            return None
        if not published().filter(pk=obj.pk).exists():
            return None
        try:
            return str(address())
        except NoReverseMatch:
            return None

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with _writing(request):
            return super().changeform_view(request, *args, **kwargs)

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Deletes after a question; what came to be needed since the question stays."""
        try:
            with _writing(request):
                return super().delete_view(request, *args, **kwargs)
        except (models.ProtectedError, IntegrityError):
            messages.error(request, _NEEDED)
            return HttpResponseRedirect(request.get_full_path())

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list and its actions; parameters that no form sends, and that break a query, are
        ignored."""
        if any(NUL in "".join([key, *values]) for key, values in request.GET.lists()):
            return self._bare_list(request)
        try:
            with _writing(request):
                return super().changelist_view(request, extra_context)
        except (OverflowError, ValueError):  # the year 99999999999
            return self._bare_list(request)
        except (models.ProtectedError, IntegrityError):
            messages.error(request, _NEEDED)
            return HttpResponseRedirect(request.get_full_path())

    @staticmethod
    def _bare_list(request: HttpRequest) -> HttpResponse:
        messages.warning(request, "Een deel van het adres klopte niet. Je ziet nu de hele lijst.")
        return HttpResponseRedirect(request.path)

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        return super().get_search_results(request, queryset, search_term.replace(NUL, ""))


class PositionedForm(KnowingForm):
    """One row of a list whose positions are unique: whether they clash, the whole list tells."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["position"].validators.append(MaxValueValidator(LAST_POSITION))

    def _get_validation_exclusions(self) -> set[str]:
        return {*super()._get_validation_exclusions(), "position"}  # type: ignore[misc]


class PositionedFormSet(InlineFormSet):
    """Rows with a unique ``position`` within their parent, that may change places.

    The database sees the rows one by one: before the first takes its new place, all rows that
    move or go leave theirs.
    """

    def clean(self) -> None:
        super().clean()
        taken: set[int] = set()
        for form in self.forms:
            position = getattr(form, "cleaned_data", {}).get("position")
            if position is None or form in self.deleted_forms:
                continue
            if position in taken:
                form.add_error("position", "Deze plaats in het verslag is al bezet.")
            taken.add(position)

    def save(self, commit: bool = True) -> Any:
        if commit:
            self._leave_places()
        return super().save(commit)

    def _leave_places(self) -> None:
        model: Any = self.model
        rows = model._base_manager.filter(**{self.fk.name: self.instance})
        leaving = [
            form.instance.pk
            for form in self.initial_forms
            if "position" in form.changed_data or form in self.deleted_forms
        ]
        rows.filter(pk__in=leaving).update(position=F("position") + LAST_POSITION + 1)
