"""The addresses of the API."""

from django.urls import path

from innovkb.open_data.api import views

urlpatterns = [
    path("api/", views.docs, name="api_docs"),
    path("api/v1/", views.index, name="api_index"),
    path("api/v1/openapi.json", views.schema, name="api_schema"),
    path("api/v1/zoeken/", views.search_results, name="api_search"),
    path("api/v1/<path>/", views.object_list, name="api_list"),
    path("api/v1/<path>/<slug:slug>/", views.object_detail, name="api_detail"),
]
