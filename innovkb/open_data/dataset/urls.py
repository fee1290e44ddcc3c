"""The addresses of the corpus."""

from django.urls import path

from innovkb.open_data.dataset import views

urlpatterns = [
    path("open-data/", views.dataset, name="dataset"),
    path("open-data/dcat.jsonld", views.dataset_dcat, name="dataset_dcat"),
    path("open-data/<str:name>", views.dataset_file, name="dataset_file"),
]
