"""The address of *Klopt dit niet?*."""

from django.urls import path

from innovkb.corrections.views import correction

urlpatterns = [
    path("klopt-dit-niet/<slug:path>/<slug:slug>/", correction, name="correction"),
]
