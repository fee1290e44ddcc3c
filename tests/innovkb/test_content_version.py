"""Every write of public content raises the version of the content, by whatever road."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.db.models import F

from innovkb.lib.writes import NoticedQuerySet
from innovkb.search.index.tracking import all_afterwards
from innovkb.search.models import SearchState, SynonymGroup
from tests.roles import ALWAYS, TIED, always_rows, tied_rows

pytestmark = [pytest.mark.indexed, pytest.mark.django_db]

CONTENT = {*TIED, *ALWAYS, "archetypequestion", "voice"} - {
    "missedquery",
    "evidencecount",
    "trashentry",
    "auditevent",
}


def content_models() -> list[Any]:
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label in ("innovation_sessions", "practices")
        or model._meta.label in ("innovkb.Correction", "innovkb.SynonymGroup")
    ]


def version() -> str:
    return str(SearchState.objects.values_list("version", flat=True).first())


def raised(write: Callable[[], Any]) -> bool:
    before = version()
    write()
    return version() != before


def rows(make: Any) -> dict[str, Any]:
    with all_afterwards():
        found = {**tied_rows(make, public=True), **always_rows(make)}
    pattern = found["archetype"]
    found["archetypequestion"] = pattern.checks.create(
        phase="before", position=1, text="Is dat zo?"
    )
    found["voice"] = found["claim"].voices.first()
    return found


def copy_of(row: Any, make: Any) -> Any:
    """A new row like this one, that clashes with nothing."""
    values = {one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields}
    del values["id"]
    for field in row._meta.concrete_fields:
        if (field.unique and not field.primary_key) or field.name in ("name", "text", "digest"):
            values[field.attname] = f"{values[field.attname]}-kopie"
    for name in ("position", "number"):
        if name in values:
            values[name] = 99
    if row._meta.model_name == "appearance":
        values["part"] = "panel"
    if row._meta.model_name in ("remedy", "voice"):
        values["tip_id"] = make.tip().pk
    return type(row)(**values)


def test_the_walk_knows_every_model() -> None:
    assert {model._meta.model_name for model in content_models()} == CONTENT


def test_every_manager_of_content_notices_what_it_writes() -> None:
    """Also the one that Django uses behind the scenes, and that of a relation."""
    deaf = {
        model._meta.label
        for model in content_models()
        for manager in (model._base_manager, *model._meta.managers)
        if not isinstance(manager.get_queryset(), NoticedQuerySet)
    }
    assert deaf == set()


@pytest.mark.parametrize("name", sorted(CONTENT))
def test_every_way_to_write_raises_the_version(make: Any, name: str) -> None:
    found = rows(make)
    row = found[name]
    model = type(row)
    field = next(
        one.name for one in model._meta.concrete_fields
        if isinstance(one, models.CharField | models.TextField) and one.name != "slug"
    )  # fmt: skip
    one = model._base_manager.filter(pk=row.pk)
    same = {field: F(field)}
    assert raised(lambda: row.save())
    assert raised(lambda: model.objects.filter(pk=row.pk).update(**same))
    assert raised(lambda: one.update(**same))
    assert raised(lambda: model._base_manager.bulk_update([row], [field]))
    assert raised(lambda: model.objects.bulk_create([copy_of(row, make)]))
    again = {field: getattr(row, field)}
    assert raised(lambda: model.objects.update_or_create(pk=row.pk, defaults=again))
    for relation in model._meta.many_to_many:
        assert raised(lambda r=relation: getattr(row, r.name).set(r.related_model.objects.all()))
        assert raised(lambda r=relation: getattr(row, r.name).clear())
    if name in ("tip", "quote", "correction", "redirect", "synonymgroup", "archetypequestion"):
        assert raised(lambda: model.objects.filter(pk__gte=row.pk).delete())


def test_what_is_not_shown_raises_nothing(make: Any) -> None:
    found = rows(make)
    assert not raised(lambda: type(found["missedquery"]).objects.update(count=F("count") + 1))
    assert not raised(lambda: list(SynonymGroup.objects.all()))


def test_a_write_in_bulk_is_found_by_the_search(make: Any) -> None:
    from innovkb.search.index.documents import documents
    from innovkb.search.index.indexing import drift

    found = rows(make)
    speaker, tip = found["speaker"], found["tip"]
    type(tip).objects.filter(pk=tip.pk).update(title="Vlinderslag", speaker=speaker)
    type(speaker).objects.filter(pk=speaker.pk).update(name="Anna Anders")
    make.write_up()
    type(found["writeup"]).objects.filter(pk=found["writeup"].pk).update(status="draft")
    assert list(drift(documents())) == []


def test_a_reordering_raises_it_too(make: Any) -> None:
    write_up = make.write_up()
    for title in ("Eerste", "Tweede"):
        make.barrier(title, write_up=write_up)
    assert raised(lambda: write_up.barriers.update(position=F("position") + 100))
