"""``manage.py export_writeup``: an export loads into an empty site and gives the same pages."""

import io
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from innovkb.ingest.apply import apply_draft
from innovkb.ingest.export.fixture import readable
from innovkb.ingest.models import ImportDraft
from innovkb.kinds import KINDS
from innovkb.lib.history import without_history
from innovkb.search.models import SynonymGroup
from practices.models import Archetype, Barrier
from sessions.models import WriteUp

WRITE_UPS = (
    "ambtenaren-als-innovatoren",
    "innovatiedrempels-overwinnen",
    "nido-iedereen-kan-innoveren",
    "ric-innovatiebarometer",
    "ric-innovatieleiderschap",
)
OWN = {"innovation_sessions", "practices", "innovkb"}


def export(*arguments: str) -> str:
    printed = io.StringIO()
    call_command("export_writeup", *arguments, stdout=printed, stderr=io.StringIO())
    return printed.getvalue()


def load_into_empty_site(text: str, folder: Path, **options: Any) -> None:
    """Throw all content away and load the export alone."""
    file = folder / "export.yaml"
    file.write_text(text)
    tables = [
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in OWN
    ]
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA defer_foreign_keys = ON")
        else:
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for table in tables:
            cursor.execute(f'DELETE FROM "{table}"')
    call_command("loaddata", str(file), verbosity=0, **options)


def pages(addresses: Iterable[str]) -> dict[str, str]:
    client = Client()
    found: dict[str, str] = {}
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        found[address] = response.content.decode()
    return found


def addresses_of_all(*keys: str) -> list[str]:
    return [
        one.get_absolute_url().partition("#")[0]
        for kind in KINDS
        if kind.key in keys
        for one in kind.published().order_by("pk")
    ]


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("slug", WRITE_UPS)
def test_an_exported_write_up_has_the_same_page_on_an_empty_site(slug: str, tmp_path: Path) -> None:
    write_up = WriteUp.objects.get(slug=slug)
    addresses = [write_up.get_absolute_url()]
    if write_up.session:
        addresses.append(write_up.session.get_absolute_url())
    before = pages(addresses)
    load_into_empty_site(export(slug), tmp_path)
    assert pages(addresses) == before


@pytest.mark.usefixtures("content")
@pytest.mark.indexed
def test_all_write_ups_together_give_the_same_pages_of_every_kind(tmp_path: Path) -> None:
    with without_history():  # patterns that no write-up names don't belong to an export
        Archetype.objects.filter(write_up=None, barriers=None).delete()
        SynonymGroup.objects.all().delete()  # nor does the thesaurus, which names what is related
    keys = ("write_up", "session", "speaker", "organisation", "barrier", "archetype", "tool")
    addresses = dict.fromkeys(addresses_of_all(*keys))
    before = pages(addresses)
    load_into_empty_site(export(*WRITE_UPS), tmp_path)
    after = pages(addresses)
    assert [one for one in before if before[one] != after[one]] == []


@pytest.mark.usefixtures("content")
def test_an_export_of_what_was_loaded_is_the_same_file(tmp_path: Path) -> None:
    text = export(WRITE_UPS[1])
    load_into_empty_site(text, tmp_path)
    assert export(WRITE_UPS[1]) == text


@pytest.mark.usefixtures("content")
def test_links_to_other_write_ups_are_left_out_unless_they_are_kept() -> None:
    linked = Barrier.objects.filter(related__isnull=False).first()
    assert linked is not None
    slug = linked.write_up.slug
    other = linked.related.exclude(write_up=linked.write_up).values_list("slug", flat=True).first()
    assert f"[{other}]" not in export(slug)
    assert f"[{other}]" in export(slug, "--keep-links")


def test_an_import_can_be_shared(draft_of: Callable[..., ImportDraft], tmp_path: Path) -> None:
    write_up = apply_draft(draft=draft_of(), publish=True).write_up
    assert write_up.session is not None
    addresses = [write_up.get_absolute_url(), write_up.session.get_absolute_url()]
    before = pages(addresses)
    load_into_empty_site(export(write_up.slug), tmp_path)
    assert pages(addresses) == before


def test_a_fixture_is_readable_and_has_no_primary_keys(make: Any) -> None:
    quote = make.quote(" ".join(["Een lang citaat."] * 10), themes=[make.theme("Ruimte")])
    text = export(quote.write_up.slug)
    assert "themes: [[ruimte]]" in text
    assert "text: >-" in text
    assert f"write_up: [{quote.write_up.slug}]" in text
    assert all("pk" not in record for record in yaml.safe_load(text))
    assert max(map(len, text.splitlines())) <= 110


def test_an_unknown_write_up_is_an_error(db: None) -> None:
    with pytest.raises(CommandError, match="geen verslag met het adres ‘nergens’"):
        export("nergens")


def test_a_file_that_cannot_be_written_is_an_error(make: Any, tmp_path: Path) -> None:
    slug = make.write_up().slug
    with pytest.raises(CommandError, match="Kan niet schrijven"):
        export(slug, "--output", str(tmp_path / "geen" / "map.yaml"))
    export(slug, "--output", str(tmp_path / "goed.yaml"))
    assert slug in (tmp_path / "goed.yaml").read_text()


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00")))
def test_no_text_changes_on_its_way_through_the_file(text: str) -> None:
    record = {"model": "x", "fields": {"text": text}}
    assert yaml.safe_load(readable(record)) == [record]
