"""The screen of a write-up: its text, who appears in it, and the items drawn from it."""

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join

from innovkb.frame.pages import under_bar
from innovkb.lib.admin import SafeTabularInline, SiteAdmin, related_only
from innovkb.lib.publishing import Status
from practices.admin.inlines import BarrierInline, TipInline
from sessions.admin.base import InlineQuoteForm, ItemInline
from sessions.admin.roles import GuardedAdmin
from sessions.excerpts import broken_excerpts, items_of
from sessions.models import Appearance, Quote, WriteUp
from sessions.publishing import PublishingError, may_publish, move
from sessions.views.write_ups import write_up as public_page

BAR = "admin/innovation_sessions/writeup/preview_bar.html"


class AppearanceInline(SafeTabularInline):
    model = Appearance
    extra = 0
    fields = ("speaker", "part", "role", "organisation", "name_in_source", "position")
    autocomplete_fields = ("speaker", "organisation")


class QuoteInline(ItemInline):
    model = Quote
    form = InlineQuoteForm
    fields = (
        "text", "speaker", "speaker_label", "wording", "themes", "excerpt", "excerpt_occurrence",
        "position",
    )  # fmt: skip


@admin.register(WriteUp)
class WriteUpAdmin(GuardedAdmin, SiteAdmin):
    search_fields = ("title", "source_title", "slug", "summary", "body", "session__title")
    list_display = ("title", "genre", "shown_date", "status", "publish_at", "session")
    list_filter = ("status", "genre", "rights", related_only("publisher"), "date")
    list_select_related = ("session", "publisher")
    autocomplete_fields = ("session", "publisher", "partners")
    date_hierarchy = "date"
    inlines = (AppearanceInline, QuoteInline, TipInline, BarrierInline)
    fieldsets = (
        (None, {"fields": ["title", "genre", "session", "summary", "body", "note"]}),
        ("Publiceren", {"fields": ["status", "publish_at"]}),
        (
            "Bron",
            {
                "fields": [
                    "source_title", "published_in", "rubric", "publisher", "partners", "source_url",
                    "date", "date_precision", "date_note", "language", "rights", "rights_note",
                ]
            },
        ),
        ("Beheer", {"fields": ["slug"]}),
    )  # fmt: skip

    @admin.display(description="datum van de bron", ordering="date")
    def shown_date(self, write_up: WriteUp) -> str:
        return write_up.date_display

    def get_urls(self) -> list[URLPattern]:
        preview = self.admin_site.admin_view(self.preview)
        name = "innovation_sessions_writeup_preview"
        return [path("<int:pk>/preview/", preview, name=name), *super().get_urls()]

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The public page of a write-up, as it will be once published.

        The write-up is published inside a transaction that is never committed: the page is the
        public one to the letter, under a bar that says so, and nobody else gets to see it.
        """
        found = WriteUp.objects.filter(pk=pk).first()
        if found is None or not self.has_view_permission(request, found):
            raise Http404(pk)
        if not found.body:
            messages.warning(request, "Dit verslag heeft nog geen tekst om te tonen.")
            address = reverse("admin:innovation_sessions_writeup_change", args=[pk])
            return HttpResponseRedirect(address)
        with transaction.atomic():
            unnoticed: QuerySet[WriteUp] = QuerySet(WriteUp).filter(pk=pk)  # it never happens
            unnoticed.update(status=Status.PUBLISHED, publish_at=None)
            response: HttpResponse = public_page(request, found.slug)
            transaction.set_rollback(True)
        user: Any = request.user
        context = {
            "write_up": found,
            "is_public": WriteUp.objects.published().filter(pk=pk).exists(),
            "user_may_publish": may_publish(user),
            "road": "Stappen en versies",
        }
        return under_bar(response, BAR, context, request)

    def save_model(self, request: HttpRequest, obj: WriteUp, form: Any, change: bool) -> None:
        """The status waits: it changes by its own steps, once the items stand."""
        form.chosen = obj.status, obj.publish_at
        stored = WriteUp.objects.filter(pk=obj.pk).first() if change else None
        obj.status = stored.status if stored else Status.DRAFT
        if Status.PUBLISHED in (obj.status, form.chosen[0]):
            obj.publish_at = stored.publish_at if stored else None
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        user: Any = request.user
        status, at = form.chosen
        try:
            move(write_up=form.instance, status=status, at=at, user=user)
        except PublishingError as error:
            messages.error(request, f"Bewaard, maar de status bleef zoals die was. {error}")
        warn_about_lost_passages(request, form.instance)


def warn_about_lost_passages(request: HttpRequest, write_up: WriteUp) -> None:
    """Name the items whose passage isn't in the text (any more); they stay as they are."""
    lost = [one.item for one in broken_excerpts(items_of(write_up))]
    if not lost:
        return
    links = format_html_join(
        "; ",
        '<a href="{}">{} ‘{}’</a>',
        (
            (
                reverse(f"admin:{item._meta.app_label}_{item._meta.model_name}_change",
                        args=[item.pk]),
                item._meta.verbose_name,
                item,
            )
            for item in lost
        ),
    )  # fmt: skip
    message = "Van deze onderdelen staat de passage niet of vaker in de tekst; ze zijn bewaard: {}"
    messages.warning(request, format_html(message, links))
