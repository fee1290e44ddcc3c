"""What the tests of the import share: a write-up of invented people, editors, drafts."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import call_command

if TYPE_CHECKING:
    from innovkb.ingest.models import ImportDraft

REPORT = """\
# Zo houd je een proeftuin klein

Op dinsdag 4 maart 2025 kwamen 42 deelnemers naar de bijeenkomst van het Kustlab.

## Wie vertelden er?

- Marit van der Zwaan (hoofd vernieuwing, Waterdienst Noord) opende de middag. “Een proeftuin
  die iedereen past, past niemand.”
- Joost Terpstra (adviseur, Gemeente Zandwijk) vertelde over zijn wijkaanpak. Hij zegt: “Wij
  begonnen met één straat en drie bewoners.”

## Tips

- Begin met een vraag van een bewoner.
- Spreek af wanneer je stopt.
- Vier wat je leert.

## Belemmeringen

- Niemand voelt zich eigenaar van de proef.
- Het geld stopt na een jaar.
"""


@pytest.fixture
def report() -> str:
    """A write-up with two people, two quotes, three tips and two barriers."""
    return REPORT


@pytest.fixture
def draft_of(db: None) -> Callable[..., "ImportDraft"]:
    """A draft of a text; keyword arguments are decided fields of the write-up."""

    from innovkb.ingest.apply import settle
    from innovkb.ingest.editor.drafts import create_draft
    from innovkb.ingest.read import ReadText

    def make_draft(text: str = REPORT, *, user: Any = None, **document: str) -> "ImportDraft":
        draft = create_draft(source=ReadText(text), user=user)
        return settle(draft=draft, user=user, **document)

    return make_draft


@pytest.fixture
def run(db: None) -> Callable[..., str]:
    """Runs the command and returns what it prints."""

    def run_command(*arguments: str) -> str:
        printed = io.StringIO()
        call_command("import_writeup", *arguments, stdout=printed, stderr=io.StringIO())
        return printed.getvalue()

    return run_command


@pytest.fixture
def file(tmp_path: Path, report: str) -> str:
    path = tmp_path / "verslag.md"
    path.write_text(report)
    return str(path)
