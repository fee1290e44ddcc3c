"""Screens for quotes and questions."""

from django.contrib import admin

from sessions.admin.base import ItemAdmin, QuoteForm, item_fieldsets
from sessions.models import Question, Quote


@admin.register(Quote)
class QuoteAdmin(ItemAdmin):
    form = QuoteForm
    search_fields = ("text", "slug", "speaker__name", "speaker__aliases", "write_up__title")
    list_display = ("title", "speaker", "speaker_label", "write_up", "wording")
    autocomplete_fields = ("write_up", "speaker", "co_speakers", "themes", "cited_by")
    fieldsets = item_fieldsets(links=("speaker_label", "cited_by", "original"))


@admin.register(Question)
class QuestionAdmin(ItemAdmin):
    search_fields = (*ItemAdmin.search_fields, "question")
    fieldsets = item_fieldsets("question")
