"""The editors' screens of sessions, write-ups and people."""

from django.conf import settings
from django.contrib import admin

from sessions.admin import items, meetings, people, redirects, write_ups

__all__ = ["items", "meetings", "people", "redirects", "write_ups"]

admin.site.site_header = admin.site.site_title = f"{settings.SITE_NAME}, beheer"
admin.site.index_title = "Wat wil je bewerken?"
