"""The groups of editors, with what each may do."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

from sessions.roles import CHIEF_EDITORS, EDITORS, make_roles


def make(apps, schema_editor):
    # Django makes permissions after all migrations, and the groups need them now.
    for label in ("innovation_sessions", "practices", "innovkb"):
        create_permissions(
            installed.get_app_config(label), apps=installed, verbosity=0,
            using=schema_editor.connection.alias,
        )
    make_roles(apps)


def remove(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=[EDITORS, CHIEF_EDITORS]).delete()


class Migration(migrations.Migration):

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("innovation_sessions", "0003_permissions"),
        ("practices", "0001_initial"),
        ("innovkb", "0004_history"),
    ]

    operations = [migrations.RunPython(make, remove)]
