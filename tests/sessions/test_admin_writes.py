"""A save in the admin writes the index once, and asks few queries for it."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from innovkb.lib.writes import together
from innovkb.search.index.documents import documents
from innovkb.search.index.indexing import drift
from tests.forms import form_values

pytestmark = [pytest.mark.indexed, pytest.mark.django_db]

MOST_QUERIES = 40
KINDS = {"write_up": "title", "theme": "name", "speaker": "name"}


def full_write_up(make: Any, items: int) -> dict[str, Any]:
    """A public write-up with people, and with items of several kinds; and what hangs on it."""
    organisation, theme = make.organisation(), make.theme()
    session = make.session(state="held", date="2025-01-02", series=make.series())
    write_up = make.write_up(session=session, publisher=organisation)
    speaker = make.speaker()
    for _ in range(items):
        make.appearance(write_up=write_up, organisation=organisation)
        make.quote(write_up=write_up, speaker=speaker, themes=[theme])
        tip = make.tip(write_up=write_up, speaker=speaker, themes=[theme])
        make.remedy(barrier=make.barrier(write_up=write_up, themes=[theme]), tip=tip)
    return {"write_up": write_up, "theme": theme, "speaker": speaker}


def versions(captured: CaptureQueriesContext) -> int:
    """How often the index was written."""
    return sum('UPDATE "innovkb_searchstate"' in one["sql"] for one in captured)


@pytest.mark.parametrize("kind", KINDS)
def test_a_save_and_its_index_ask_few_queries_however_much_hangs_on_it(
    make: Any, kind: str
) -> None:
    counts = []
    for items in (1, 3, 9):
        row = full_write_up(make, items)[kind]
        row = type(row).objects.get(pk=row.pk)
        setattr(row, KINDS[kind], f"Andere naam {items}")
        with CaptureQueriesContext(connection) as captured, together():
            row.save()
        counts.append(len(captured))
        assert versions(captured) == 1
    assert list(drift(documents())) == []
    assert max(counts) <= MOST_QUERIES


@pytest.mark.parametrize("kind", KINDS)
def test_a_request_of_the_admin_writes_the_index_once(
    editor_client: Client, make: Any, kind: str
) -> None:
    row = full_write_up(make, 3)[kind]
    model = row._meta.model_name
    path = f"/admin/{row._meta.app_label}/{model}/{row.pk}/change/"
    values = form_values(editor_client.get(path).content.decode(), f"{model}_form")
    values[KINDS[kind]] = "Anders"
    changed = {name: "adviseur" for name in values if name.endswith("-role")}
    with CaptureQueriesContext(connection) as captured:
        assert editor_client.post(path, {**values, **changed}).status_code == 302
    assert versions(captured) == 1
    with CaptureQueriesContext(connection) as captured:
        path = path.replace("change", "delete")
        editor_client.post(path, {"post": "yes"})
    assert versions(captured) <= 1
    assert list(drift(documents())) == []
