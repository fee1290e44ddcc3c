"""A write-up to import, and editors of both roles with a browser each."""

from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from innovkb.ingest.models import ImportDraft

TEXT = """# Samen leren van mislukken

Op 12 mei 2025 kwamen 40 mensen bij elkaar.

Marieke Zandstra (adviseur, Gemeente Dorpsveen) opende de middag.

Marieke Zandstra: “Wie niets probeert, leert ook niets van zijn fouten.”

## Tips

- Begin klein en vertel iedereen wat je leert.
- Vraag een collega van buiten om mee te kijken.

## Barrières

- Er is geen tijd om terug te kijken op wat misging.
"""


@pytest.fixture
def chief_client(eindredacteur: "User") -> Client:
    return _client(eindredacteur)


@pytest.fixture
def assistant_client(redacteur: "User") -> Client:
    return _client(redacteur)


def _client(user: "User") -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def draft(eindredacteur: "User") -> "ImportDraft":
    from innovkb.ingest.editor.drafts import create_draft
    from innovkb.ingest.read import read_paste

    return create_draft(source=read_paste(TEXT), user=eindredacteur)


@pytest.fixture
def key(draft: "ImportDraft") -> Any:
    """The key of the first proposal of a kind."""

    def first(kind: str) -> str:
        return str(next(one["key"] for one in draft.proposals if one["kind"] == kind))

    return first


@pytest.fixture
def shown() -> Any:
    """The fields of a review page as a browser without a script would send them."""
    from tests.forms import form_values

    return form_values
