"""A write that a visitor waits for gives up soon, whatever another process is doing."""

from typing import Any

import pytest
from django.db import OperationalError, connection, connections

from innovkb.lib.patience import impatient
from innovkb.search.models import MissedQuery


def _patience() -> str:
    with connection.cursor() as cursor:
        asks = "SHOW lock_timeout" if connection.vendor == "postgresql" else "PRAGMA busy_timeout"
        cursor.execute(asks)
        return str(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
def test_the_patience_of_others_comes_back_after_it() -> None:
    usual = _patience()
    with impatient(0.25):
        assert _patience() in {"250ms", "250"}
        MissedQuery.objects.create(query="ongeduld")
    assert _patience() == usual
    with pytest.raises(ValueError, match="halfway"), impatient():
        MissedQuery.objects.create(query="halverwege")
        raise ValueError("halfway")
    assert _patience() == usual
    assert list(MissedQuery.objects.values_list("query", flat=True)) == ["ongeduld"]


@pytest.mark.django_db(transaction=True)
def test_a_row_that_another_holds_is_not_waited_for() -> None:
    if connection.vendor == "sqlite":
        return  # has no rows that one can hold: the first test says how long it waits
    row = MissedQuery.objects.create(query="vast")
    other: Any = connections.create_connection("default")
    try:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute(f"SELECT 1 FROM innovkb_missedquery WHERE id={row.pk} FOR UPDATE")
            with pytest.raises(OperationalError), impatient(0.1):
                MissedQuery.objects.filter(pk=row.pk).update(count=2)
    finally:
        other.rollback()
        other.close()
