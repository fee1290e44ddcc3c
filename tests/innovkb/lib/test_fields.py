"""Lists of short texts, which several models keep."""

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from innovkb.lib.fields import LinesField
from innovkb.search.models import SynonymGroup

pytestmark = pytest.mark.django_db

MODELS = [
    (model, field.name)
    for model in apps.get_models()
    for field in model._meta.fields
    if isinstance(field, LinesField) and not model.__name__.startswith("Historical")
]


@pytest.mark.parametrize(("model", "name"), MODELS)
def test_a_text_with_diacritics_is_found_in_a_list(make: Any, model: Any, name: str) -> None:
    field = next(f for f in model._meta.fields if f.attname in {"name", "word", "title"})
    create = getattr(make, model._meta.model_name, model.objects.create)
    create(**{field.name: "Eén", name: ["financiën", "Jürgen Müller", "Škoda"]})
    create(**{field.name: "Twee", name: ["financieel", "Jurgen Muller"]})
    for typed in ("financiën", "Müller", "Škoda", "Financiën"):
        rows = model.objects.filter(**{f"{name}__icontains": typed})
        assert [getattr(row, field.name) for row in rows] == ["Eén"], typed


def test_an_editor_finds_a_synonym_with_diacritics(editor_client: Any) -> None:
    SynonymGroup.objects.create(word="geld", synonyms=["financiën"])
    SynonymGroup.objects.create(word="tijd", synonyms=["uren"])
    page = editor_client.get("/admin/innovkb/synonymgroup/", {"q": "financiën"})
    assert [row.word for row in page.context["cl"].result_list] == ["geld"]


def test_lists_of_before_are_written_anew() -> None:
    group = SynonymGroup.objects.create(word="geld", synonyms=["financiën"])
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE innovkb_synonymgroup SET synonyms = %s WHERE id = %s",
                ['["financi\\u00ebn"]', group.pk],
            )
    migration = import_module("innovkb.migrations.0007_readable_lines")
    migration.write_anew(apps, None)
    assert SynonymGroup.objects.filter(synonyms__icontains="financiën").get() == group
    assert SynonymGroup.objects.get().synonyms == ["financiën"]
