"""When something came to this site: told by the site itself, and kept through export and load."""

from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.utils import timezone

from innovkb.lib.publishing import Status
from practices.models import Tip
from sessions.models import WriteUp
from sessions.publishing import publish, unpublish

LONG_AGO = datetime(2020, 3, 4, 9, 0, tzinfo=UTC)


def since(write_up: Any) -> datetime | None:
    moment: datetime | None = WriteUp.objects.values_list("public_since", flat=True).get(
        pk=write_up.pk
    )
    return moment


def test_a_draft_is_not_public_since_any_time(make: Any) -> None:
    assert since(make.draft()) is None


def test_a_write_up_is_public_since_it_was_first_published(make: Any) -> None:
    write_up, before = make.draft(), timezone.now()
    publish(write_up=write_up, user=None)
    first = since(write_up)
    assert first is not None
    assert before <= first <= timezone.now()
    unpublish(write_up=write_up, user=None)
    publish(write_up=write_up, user=None)
    assert since(write_up) == first


def test_a_planned_write_up_is_public_since_its_time(make: Any) -> None:
    write_up, later = make.draft(), timezone.now() + timedelta(days=3)
    publish(write_up=write_up, user=None, at=later)
    assert since(write_up) == later
    publish(write_up=write_up, user=None, at=later + timedelta(days=1))
    assert since(write_up) == later + timedelta(days=1)


def test_a_change_moves_the_time_of_change_alone(make: Any) -> None:
    tip = make.tip()
    Tip.objects.update(added_at=LONG_AGO, updated_at=LONG_AGO)
    tip = Tip.objects.get()
    tip.text = "Nieuw."
    tip.save()
    assert Tip.objects.get().added_at == LONG_AGO
    assert Tip.objects.get().updated_at > LONG_AGO
    assert not {"added_at", "updated_at"} & {
        field.name
        for field in Tip.history.model.tracked_fields  # type: ignore[attr-defined]
    }


def test_loading_an_export_keeps_when_it_came(make: Any, tmp_path: Any) -> None:
    write_up = make.write_up()
    make.tip(write_up=write_up)
    WriteUp.objects.update(added_at=LONG_AGO, public_since=LONG_AGO + timedelta(days=1))
    Tip.objects.update(added_at=LONG_AGO, updated_at=LONG_AGO)
    file = tmp_path / "export.yaml"
    call_command("export_writeup", write_up.slug, output=str(file), verbosity=0)
    write_up.delete()
    call_command("loaddata", str(file), verbosity=0)
    assert since(WriteUp.objects.get()) == LONG_AGO + timedelta(days=1)
    tip = Tip.objects.get()
    assert (tip.added_at, tip.updated_at) == (LONG_AGO, LONG_AGO)


@pytest.mark.usefixtures("editor")
def test_of_a_site_of_before_the_versions_tell_when_things_came(make: Any) -> None:
    loaded, written = make.draft(), make.write_up()
    loaded.history.all().delete()
    WriteUp.objects.update(public_since=None)
    written.history.update(history_date=LONG_AGO + timedelta(days=2))
    person = make.speaker()
    apps.get_model("auth", "User").objects.update(date_joined=LONG_AGO)
    import_module("innovkb.migrations.0010_fill_stamps").fill_stamps(apps, None)
    for row in (loaded, person):
        row.refresh_from_db()
        assert (row.added_at, row.updated_at) == (LONG_AGO, LONG_AGO)
    written.refresh_from_db()
    assert written.status == Status.PUBLISHED
    assert written.added_at == written.public_since == LONG_AGO + timedelta(days=2)
    assert since(loaded) is None
