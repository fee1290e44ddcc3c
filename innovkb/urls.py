"""The addresses of the site."""

from django.contrib import admin
from django.urls import path

from innovkb.display import set_display

urlpatterns = [
    path("weergave/", set_display, name="set_display"),
    path("admin/", admin.site.urls),
]
