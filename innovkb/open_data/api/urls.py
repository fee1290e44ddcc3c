"""The addresses of the API: no slash at the end, but those of version 1.0 lead on."""

from django.urls import path, re_path

from innovkb.open_data.api import views

urlpatterns = [
    path("api/", views.docs, name="api_docs"),
    path("api/v1", views.index, name="api_index"),
    path("api/v1/openapi.json", views.schema, name="api_schema"),
    path("api/v1/search", views.search_results, name="api_search"),
    re_path(r"^api/v1/(?P<rest>.*/|)$", views.former),
    re_path(r"^api/v1/(?P<name>[a-z]+(?:-[a-z]+)*)$", views.object_list, name="api_list"),
    path("api/v1/<slug:name>/<slug:slug>", views.object_detail, name="api_detail"),
    re_path(r"^api/v1/(?P<rest>[\s\S]*)$", views.missing),  # a line break too
]
