from django.db import migrations, models


def write_anew(apps, schema_editor):
    """The index knows no languages yet: `rebuild_search --if-needed` will write it anew."""
    apps.get_model("innovkb", "SearchState").objects.update(analyser="")


class Migration(migrations.Migration):
    dependencies = [("innovkb", "0020_roles_of_claims")]

    operations = [
        migrations.AddField(
            model_name="searchentry",
            name="language",
            field=models.CharField(db_default="nl", default="nl", max_length=5),
        ),
        migrations.RunPython(write_anew, migrations.RunPython.noop),
    ]
