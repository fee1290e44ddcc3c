"""Writes lists of names and synonyms anew, their diacritics as letters, so that SQLite finds them."""

from typing import Any

from django.db import migrations

_FIELDS = (
    ("innovkb", "SynonymGroup", "synonyms"),
    ("innovation_sessions", "Speaker", "aliases"),
    ("innovation_sessions", "Organisation", "aliases"),
)


def write_anew(apps: Any, schema_editor: Any) -> None:
    for app, name, field in _FIELDS:
        model = apps.get_model(app, name)
        for row in model.objects.exclude(**{field: []}):
            model.objects.filter(pk=row.pk).update(**{field: getattr(row, field)})


class Migration(migrations.Migration):
    dependencies = [
        ("innovkb", "0006_search_address"),
        ("innovation_sessions", "0003_permissions"),
    ]
    operations = [migrations.RunPython(write_anew, migrations.RunPython.noop)]
