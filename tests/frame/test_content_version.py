"""Every change of what the public may see gives the content a new version."""

from typing import Any

import pytest
from django.apps import apps
from django.db import models

from innovkb.search.index.tracking import collected
from innovkb.search.models import SearchState
from practices.models import Remedy

CONTENT_APPS = ("innovation_sessions", "practices")

pytestmark = [pytest.mark.django_db, pytest.mark.indexed]


def test_every_change_of_content_makes_a_new_version(content: None) -> None:
    models_with_rows = [
        model
        for model in apps.get_models()
        if model._meta.app_label in CONTENT_APPS and model._base_manager.exists()
    ]
    assert Remedy in models_with_rows
    assert {model.__name__ for model in models_with_rows if not changes_version(model)} == set()


def changes_version(model: type[models.Model]) -> bool:
    before = SearchState.objects.get().version
    row = model._base_manager.order_by("pk").first()
    assert row is not None
    row.save()
    return SearchState.objects.get().version != before


def test_a_relation_that_changes_makes_a_new_version(content: None, make: Any) -> None:
    barrier = apps.get_model("practices", "Barrier").objects.first()
    theme = make.theme("Heel iets anders")
    before = SearchState.objects.get().version
    barrier.themes.add(theme)
    assert SearchState.objects.get().version != before


def test_many_changes_together_make_a_new_version_too(make: Any) -> None:
    remedy = make.remedy()
    before = SearchState.objects.get().version
    with collected():
        remedy.save()
        assert SearchState.objects.get().version == before
    assert SearchState.objects.get().version != before
