"""What the groups of editors may do with claims and voices."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

from sessions.roles import CHIEF_EDITORS, EDITORS


def grant(apps, schema_editor):
    # Django makes permissions after all migrations, and the groups need them now.
    create_permissions(
        installed.get_app_config("practices"), apps=installed, verbosity=0,
        using=schema_editor.connection.alias,
    )
    permissions = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="practices", content_type__model__in=("claim", "voice")
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=(EDITORS, CHIEF_EDITORS)):
        group.permissions.add(*permissions)


class Migration(migrations.Migration):

    dependencies = [
        ("innovkb", "0019_mail_wish"),
        ("practices", "0006_claims"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
