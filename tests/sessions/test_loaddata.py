"""``loaddata``: everything or nothing, with the fixture and the item at fault by name."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from practices.models import Theme
from sessions.models import Quote, Session, WriteUp

WRITE_UP = """
- model: innovation_sessions.writeup
  fields:
    slug: begin-klein
    title: Begin klein
    status: published
    body: Begin klein, en durf. Anna zei “Gewoon doen.” Dat helpt. Dat helpt.
"""
QUOTE = """
- model: innovation_sessions.quote
  fields:
    slug: gewoon-doen
    title: Gewoon doen.
    text: Gewoon doen.
    excerpt: Gewoon doen.
    write_up: [begin-klein]
    position: 1
"""
QUOTE_HERE = "fixture-2.yaml: innovation_sessions.quote ‘gewoon-doen’ (record 1): "

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(tmp_path: Path) -> Any:
    def load_text(*texts: str, **options: Any) -> str:
        paths = []
        for number, text in enumerate(texts, start=1):
            path = tmp_path / f"fixture-{number}.yaml"
            path.write_text(text)
            paths.append(str(path))
        output = io.StringIO()
        call_command("loaddata", *paths, stdout=output, **options)
        return output.getvalue()

    return load_text


def test_records_are_loaded_and_counted(load: Any) -> None:
    assert load(WRITE_UP, QUOTE) == "Installed 2 object(s) from 2 fixture(s)\n"
    assert Quote.objects.get().write_up == WriteUp.objects.get()


def test_loading_twice_changes_the_rows_and_adds_none(load: Any) -> None:
    load(WRITE_UP, QUOTE)
    load(WRITE_UP, QUOTE.replace("position: 1", "position: 7"))
    assert list(Quote.objects.values_list("position", flat=True)) == [7]


def test_a_record_waits_for_a_reference_that_comes_later(load: Any) -> None:
    load(QUOTE, WRITE_UP)
    assert Quote.objects.get().write_up.slug == "begin-klein"


def test_a_reference_that_may_be_empty_may_come_later_too(load: Any) -> None:
    session = """
- model: innovation_sessions.session
  fields: {slug: volgende, title: Volgende keer, announced_in: [begin-klein]}
"""
    load(session, WRITE_UP)
    assert Session.objects.get().announced_in == WriteUp.objects.get()


def test_themes_of_an_item_may_come_later(load: Any) -> None:
    themes = "\n- model: practices.theme\n  fields: {name: Durf, slug: durf}\n"
    load(WRITE_UP, QUOTE + "    themes: [[durf]]\n", themes)
    assert list(Quote.objects.get().themes.all()) == [Theme.objects.get()]


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (
            QUOTE.replace("[begin-klein]", "[bestaat-niet]"),
            QUOTE_HERE + "write_up refers to ['bestaat-niet'], which doesn't exist.",
        ),
        (
            QUOTE + "    themes: [[bestaat-niet]]\n",
            QUOTE_HERE + "themes refers to ['bestaat-niet'], which doesn't exist.",
        ),
        (
            QUOTE.replace("excerpt: Gewoon doen.", "excerpt: Nooit gezegd."),
            QUOTE_HERE + "De passage staat niet (meer) in de tekst van het verslag.",
        ),
        (
            QUOTE.replace("excerpt: Gewoon doen.", "excerpt: Dat helpt."),
            QUOTE_HERE + "De passage staat 2 keer in de tekst; kies de hoeveelste keer je bedoelt.",
        ),
        (
            QUOTE + "    wording: verzonnen\n",
            QUOTE_HERE + "wording: Waarde 'verzonnen' is geen geldige keuze.",
        ),
        (
            "- model: innovation_sessions.quote\n  fields: [1]\n",
            "fixture-2.yaml: record 1: ",
        ),
        ("- just words\n", "fixture-2.yaml: record 1: "),
        ("just words\n", "fixture-2.yaml must hold a list of records."),
        ("- {", "fixture-2.yaml is neither YAML nor JSON: "),
        (
            "- &a [x, x]\n- &b [*a, *a]\n- &c [*b, *b]",
            "fixture-2.yaml is neither YAML nor JSON: references (*name) are not allowed.",
        ),
        (
            "- model: sessions.nothing\n  fields: {}\n",
            "fixture-2.yaml: sessions.nothing ‘nr. 1’ (record 1): Invalid model identifier",
        ),
        (
            QUOTE + "    colour: red\n",
            QUOTE_HERE + "Quote has no field named 'colour'",
        ),
    ],
)
def test_a_broken_fixture_fails_as_a_whole_and_names_the_item(
    load: Any, broken: str, message: str
) -> None:
    with pytest.raises(CommandError) as error:
        load(WRITE_UP, broken)
    assert str(error.value).startswith(message)
    assert list(WriteUp.objects.all()) == []


def test_a_constraint_of_the_database_fails_the_whole(load: Any) -> None:
    empty = QUOTE.replace("title: Gewoon doen.", 'title: ""')
    with pytest.raises(CommandError, match=r"fixture-1\.yaml: .*‘gewoon-doen’.*quote_has_title"):
        load(WRITE_UP + empty)


def test_a_remedy_without_its_barrier_is_named(load: Any) -> None:
    remedy = """
- model: practices.remedy
  fields: {barrier: [bestaat-niet], tip: [ook-niet], why: Daarom.}
"""
    with pytest.raises(CommandError, match=r"practices\.remedy ‘bestaat-niet’ \(record 1\)"):
        load(remedy)


def test_an_excerpt_may_say_which_occurrence_it_is(load: Any) -> None:
    load(
        WRITE_UP,
        QUOTE.replace("text: Gewoon doen.", "text: Dat helpt.").replace(
            "excerpt: Gewoon doen.", "excerpt: Dat helpt.\n    excerpt_occurrence: 2"
        ),
    )
    assert Quote.objects.get().excerpt_occurrence == 2


def test_a_backup_with_a_lost_passage_can_be_restored_on_request(load: Any) -> None:
    lost = QUOTE.replace("excerpt: Gewoon doen.", "excerpt: Nooit gezegd.")
    load(WRITE_UP, lost, allow_broken_excerpts=True)
    assert Quote.objects.get().excerpt == "Nooit gezegd."


def test_items_that_were_there_before_do_not_stop_a_load(load: Any, make: Any) -> None:
    make.quote("Weg uit de tekst.")
    load(WRITE_UP, QUOTE)
    assert Quote.objects.count() == 2


def _dump() -> Any:
    output = io.StringIO()
    call_command(
        "dumpdata",
        "innovation_sessions",
        "practices",
        natural_foreign=True,
        natural_primary=True,
        stdout=output,
    )
    text = output.getvalue().replace(".000Z", "Z")  # JSON keeps milliseconds alone
    return sorted(json.loads(text), key=lambda record: json.dumps(record))


def _delete_everything() -> None:
    for label in ("practices", "innovation_sessions"):
        for model in apps.get_app_config(label).get_models(include_auto_created=True):
            model._base_manager.all()._raw_delete("default")


def test_every_kind_of_row_survives_a_dump_into_an_empty_database(
    make: Any, tmp_path: Path
) -> None:
    write_up = make.write_up("Begin klein", body="Gewoon doen. Echt waar.")
    make.session("Volgende keer", announced_in=write_up)
    make.appearance(write_up=write_up, organisation=make.organisation())
    theme = make.theme("Gelukt! Én nu")
    quote = make.quote("Gewoon doen.", write_up=write_up, themes=[theme])
    tip = make.tip(write_up=write_up, excerpt="Echt waar.", quotes=[quote])
    archetype = make.archetype()
    archetype.checks.create(phase="before", position=1, text="Wie betaalt?")
    barrier = make.barrier(write_up=write_up, archetypes=[archetype])
    barrier.related.add(make.barrier())
    make.remedy(barrier=barrier, tip=tip)
    make.remedy(barrier=barrier, example=make.example(references=[make.tool()]))
    make.principle()
    make.question()
    before = _dump()
    path = tmp_path / "dump.json"
    path.write_text(json.dumps(before))
    _delete_everything()
    assert _dump() == []
    call_command("loaddata", str(path), verbosity=0)
    assert _dump() == before
    call_command("loaddata", str(path), verbosity=0)
    assert _dump() == before


def test_the_site_s_own_content_survives_a_dump_into_an_empty_database(
    content: None, tmp_path: Path, content_files: list[Path]
) -> None:
    before = _dump()
    assert {record["model"] for record in before} >= {"practices.tip", "innovation_sessions.quote"}
    call_command("loaddata", *map(str, content_files), verbosity=0)
    assert _dump() == before
    path = tmp_path / "dump.json"
    path.write_text(json.dumps(before))
    _delete_everything()
    assert WriteUp.objects.count() == 0
    call_command("loaddata", str(path), verbosity=0)
    assert _dump() == before
