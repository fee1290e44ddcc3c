"""When what is there came to this site, as far as its versions tell.

What has no version was loaded when the site began, before anything was changed.
"""

from django.db import migrations
from django.db.models import F, Max, Min

ITEMS = ("tip", "barrier", "archetype", "principle", "example", "tool")


def fill_stamps(apps, schema_editor):
    began = _beginning(apps)
    versioned = {("innovation_sessions", name) for name in ("writeup", "quote", "question")}
    versioned |= {("practices", name) for name in ITEMS}
    for app in ("innovation_sessions", "practices"):
        for model in apps.get_app_config(app).get_models():
            if not any(field.name == "added_at" for field in model._meta.fields):
                continue
            if began:
                model.objects.update(added_at=began, updated_at=began)
            if (app, model._meta.model_name) in versioned:
                history = apps.get_model("innovkb", f"historical{model._meta.model_name}")
                _from_versions(model, history)
    _public_since(apps)


def _beginning(apps):
    """The first moment that anything tells of; None for a new site."""
    moments = [apps.get_model("auth", "User").objects.aggregate(at=Min("date_joined"))["at"]]
    for model in apps.get_app_config("innovkb").get_models():
        if model._meta.model_name.startswith("historical") and hasattr(model, "history_date"):
            moments.append(model.objects.aggregate(at=Min("history_date"))["at"])
    return min((moment for moment in moments if moment), default=None)


def _from_versions(model, history):
    made = history.objects.filter(history_type="+").exclude(history_change_reason="Eerste versie")
    for pk, moment in made.values_list("id").annotate(at=Min("history_date")):
        model.objects.filter(pk=pk).update(added_at=moment)
    for pk, moment in history.objects.values_list("id").annotate(at=Max("history_date")):
        model.objects.filter(pk=pk).update(updated_at=moment)


def _public_since(apps):
    write_up = apps.get_model("innovation_sessions", "WriteUp")
    public = write_up.objects.filter(status="published")
    public.update(public_since=F("added_at"))
    versions = apps.get_model("innovkb", "HistoricalWriteUp").objects.filter(status="published")
    for pk, moment in versions.values_list("id").annotate(at=Min("history_date")):
        public.filter(pk=pk, added_at__lte=moment).update(public_since=moment)
    public.filter(publish_at__gt=F("public_since")).update(public_since=F("publish_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("innovkb", "0009_open_conflict"),
        ("innovation_sessions", "0005_stamps"),
        ("practices", "0003_stamps"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    operations = [migrations.RunPython(fill_stamps, migrations.RunPython.noop, elidable=True)]
