"""What the screens of everything with an address, and of every item, share."""

from typing import Any, ClassVar

from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import TextField

from innovkb.lib.admin import (
    ModelForm,
    PositionedForm,
    PositionedFormSet,
    SafeFields,
    SafeStackedInline,
    SiteAdmin,
    related_only,
)
from innovkb.passages.locate import ExcerptError, locate
from sessions.admin.roles import PUBLIC, GuardedAdmin
from sessions.models import WriteUp


class ItemForm(ModelForm):
    """An item, whose passage must stand in the text of its write-up."""

    may_show: ClassVar[bool] = True
    """Whether who fills in the form may put something on the site."""
    edited_write_up: WriteUp | None = None
    """The write-up as the same screen changes it; None where the screen holds the item alone."""

    def clean(self) -> dict[str, Any] | None:
        data = super().clean() or self.cleaned_data
        write_up = self.edited_write_up or data.get("write_up")
        if "write_up" in data and write_up is None and not self.may_show:
            self.add_error("write_up", PUBLIC)
        passage = self.passage(data)
        if write_up and passage and self._touches_passage():
            try:
                locate(write_up.body, passage, data.get("excerpt_occurrence"))
            except ExcerptError as error:
                self.add_error("excerpt", str(error))
        return data

    def passage(self, data: dict[str, Any]) -> str:
        """The words that the item will rest on."""
        return data.get("excerpt") or ""

    def _touches_passage(self) -> bool:
        """An item that lost its passage earlier can still be changed elsewhere, and kept."""
        return self.instance._state.adding or bool(
            {"excerpt", "excerpt_occurrence", "write_up"} & set(self.changed_data)
        )


class QuoteForm(ItemForm):
    """A quote, whose passage is the quote itself unless it says otherwise."""

    def passage(self, data: dict[str, Any]) -> str:
        return data.get("excerpt") or data.get("text") or ""


class InlineItemForm(PositionedForm, ItemForm):
    """An item on the screen of its write-up."""


class InlineQuoteForm(PositionedForm, QuoteForm):
    """A quote on the screen of its write-up."""


class ItemFormSet(PositionedFormSet):
    """The items of one kind on the screen of their write-up: its new text counts."""

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        form: Any = super()._construct_form(i, **kwargs)  # type: ignore[misc]
        form.edited_write_up = self.instance
        return form


class ItemInline(SafeStackedInline):
    """The items of one kind, on the screen of their write-up: what a new one needs.

    Everything else stands on the screen of the item itself, one click away.
    """

    form: Any = InlineItemForm
    formset = ItemFormSet
    extra = 0
    classes = ("collapse",)
    show_change_link = True
    autocomplete_fields: ClassVar[Any] = ("speaker", "themes")
    formfield_overrides: ClassVar[Any] = {
        **SafeFields.formfield_overrides,
        TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})},
    }


def item_fieldsets(*own: str, links: tuple[str, ...] = ("quotes",)) -> Any:
    """The screen of an item: what it says, where that stands, what it is linked with."""
    return [
        (None, {"fields": ["write_up", "title", "text", "wording", *own]}),
        (
            "Herkomst",
            {
                "fields": [
                    "speaker",
                    "co_speakers",
                    "excerpt",
                    "excerpt_occurrence",
                    "section",
                    "position",
                    "language",
                    "title_language",
                ]
            },
        ),
        ("Verbanden", {"fields": ["themes", *links]}),
        ("Beheer", {"fields": ["note", "slug"]}),
    ]


class ItemAdmin(GuardedAdmin, SiteAdmin):
    """A screen for one item, and the list of its kind."""

    form: Any = ItemForm
    search_fields: ClassVar[Any] = (
        "title",
        "text",
        "excerpt",
        "slug",
        "speaker__name",
        "write_up__title",
    )
    list_display: Any = ("title", "write_up", "speaker", "position")
    list_filter: ClassVar[Any] = (
        "wording",
        related_only("themes"),
        related_only("write_up"),
        related_only("speaker"),
    )
    list_select_related: ClassVar[Any] = ("write_up", "speaker")
    autocomplete_fields: ClassVar[Any] = (
        "write_up", "speaker", "co_speakers", "themes", "quotes",
    )  # fmt: skip
    ordering: ClassVar[Any] = ("write_up", "position")
