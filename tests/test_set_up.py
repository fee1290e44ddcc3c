"""The test run itself: its database, its factories."""

from typing import Any

import pytest
from django.db import connection


@pytest.mark.own_database
def test_the_database_is_the_one_that_was_asked_for(request: pytest.FixtureRequest) -> None:
    assert connection.vendor == request.config.getoption("--database")


def test_the_database_is_empty_until_a_test_fills_it(make: Any) -> None:
    from sessions.models import Quote

    assert list(Quote.objects.all()) == []
    quote = make.quote("Gewoon doen.")
    assert list(Quote.objects.published()) == [quote]
