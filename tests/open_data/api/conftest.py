"""What the tests of the API share."""

from collections.abc import Iterator

import pytest
from django.core import signals
from django.db import close_old_connections


@pytest.fixture
def one_connection() -> Iterator[None]:
    """A request by WSGI leaves the connection of the test open, as those of the client do."""
    asked = (signals.request_started, signals.request_finished)
    for signal in asked:
        signal.disconnect(close_old_connections)
    yield
    for signal in asked:
        signal.connect(close_old_connections)
