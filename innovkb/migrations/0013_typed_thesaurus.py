"""Tells synonyms from words that belong together.

What stood together so far may be either, so it says no more than that it belongs together.
"""

from typing import Any

from django.db import migrations
from django.db.models import F

from innovkb.lib.fields import LinesField

_SAME = LinesField(
    "betekent hetzelfde",
    help_text="Eén woord of woordgroep per regel. Wie op het ene zoekt, vindt ook het andere, en "
    "leest dat ze hetzelfde betekenen.",
)
_NARROWER = LinesField(
    "is er een soort van",
    help_text="Eén per regel, zoals ‘directeur’ bij ‘leidinggevende’. Wie op het woord zoekt, "
    "vindt ook deze.",
)
_RELATED = LinesField(
    "hoort erbij",
    help_text="Eén per regel: wat er veel mee te maken heeft. Dit telt minder mee. Zet hier geen "
    "tegengestelde.",
)


def belong_together(apps: Any, schema_editor: Any) -> None:
    apps.get_model("innovkb", "SynonymGroup").objects.update(related=F("synonyms"), synonyms=[])


def put_back(apps: Any, schema_editor: Any) -> None:
    groups = apps.get_model("innovkb", "SynonymGroup")
    for group in groups.objects.all():
        others = [*group.synonyms, *group.narrower, *group.related]
        groups.objects.filter(pk=group.pk).update(synonyms=others)


class Migration(migrations.Migration):
    dependencies = [("innovkb", "0012_history_of_voices")]
    operations = [
        migrations.AddField("synonymgroup", "narrower", _NARROWER),
        migrations.AddField("synonymgroup", "related", _RELATED),
        migrations.AlterField("synonymgroup", "synonyms", _SAME),
        migrations.RunPython(belong_together, put_back),
        migrations.AlterModelOptions(
            "synonymgroup",
            {
                "ordering": ["word"],
                "verbose_name": "ingang van de thesaurus",
                "verbose_name_plural": "thesaurus",
            },
        ),
    ]
