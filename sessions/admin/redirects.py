"""A screen for the addresses that once were."""

from django.contrib import admin

from innovkb.lib.admin import SiteAdmin
from sessions.models import Redirect


@admin.register(Redirect)
class RedirectAdmin(SiteAdmin):
    search_fields = ("old_path", "new_path")
    list_display = ("old_path", "new_path")
