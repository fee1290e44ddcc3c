"""Whatever row an editor changes, the index follows: proved for every model and text field."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from innovkb.kinds import KINDS
from innovkb.lib.publishing import visible_through
from innovkb.search.index.documents import documents
from innovkb.search.index.indexing import drift
from practices.models import Barrier, BarrierGroup, Theme, Tip
from sessions.models import Organisation, Series, Session, Speaker, WriteUp

pytestmark = [pytest.mark.django_db, pytest.mark.indexed]

CONTENT = [
    model
    for app in ("innovation_sessions", "practices")
    for model in apps.get_app_config(app).get_models()
    if not model.__name__.startswith("Historical")
]
UNCHANGEABLE = {"excerpt", "slug"}
"""An excerpt stands in its text; a slug is an address."""


def text_fields(model: type[models.Model]) -> Iterator[str]:
    for field in model._meta.concrete_fields:
        if (
            isinstance(field, models.CharField | models.TextField)
            and not field.choices
            and not isinstance(field, models.URLField | models.JSONField)
            and field.name not in UNCHANGEABLE
        ):
            yield field.name


def change(row: Any, name: str) -> None:
    room = min(row._meta.get_field(name).max_length or 200, 200)  # PostgreSQL refuses longer
    setattr(row, name, f"{getattr(row, name)} zonnebloem"[-room:])
    row.save()


@pytest.mark.parametrize("model", CONTENT, ids=lambda model: model.__name__)
def test_the_index_follows_a_change_of_any_text_of_any_model(
    content: None, model: type[models.Model]
) -> None:
    row: Any = model._default_manager.order_by("pk").first()
    if row is None:
        assert model.__name__ == "Redirect"  # the site's own content has none
        return
    for name in text_fields(model):
        change(row, name)
    assert list(drift(documents())) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_an_index_text_is_made_without_a_query_of_its_own(
    content: None, kind: Any, django_assert_num_queries: Any
) -> None:
    rows = list(kind.indexed()[:3])
    with django_assert_num_queries(0):
        assert [bool(kind.entry(row).title) for row in rows] == [True] * len(rows)


def test_through_which_rows_a_row_is_public_is_read_off_the_rule() -> None:
    assert visible_through(Tip) == {"write_up"}
    assert visible_through(WriteUp) == set()
    assert visible_through(Theme) == set()
    assert visible_through(Session) == {"write_ups", "announced_in"}
    assert visible_through(BarrierGroup) == {"barriers", "barriers__write_up"}
    assert visible_through(Series) == {
        "sessions", "sessions__write_ups", "sessions__announced_in",
    }  # fmt: skip
    assert {"appearances__write_up", "quotes_cited", "tips__write_up"} <= visible_through(Speaker)
    assert {"partner_in", "series__sessions__announced_in"} <= visible_through(Organisation)
    assert Barrier._meta.get_field("speaker").remote_field.name in visible_through(Speaker)
