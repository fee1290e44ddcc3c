"""The five source texts are imported whole, each person once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from sessions.excerpts import all_items, broken_excerpts
from sessions.models import Quote, Speaker, WriteUp

SOURCES = (
    "ambtenaren-als-innovatoren",
    "innovatiedrempels-overwinnen",
    "nido-iedereen-kan-innoveren",
    "ric-innovatiebarometer",
    "ric-innovatieleiderschap",
)
Run = Callable[..., str]


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("rights", ["own_words", "full_text"])
def test_a_source_becomes_a_write_up(run: Run, sources: Path, name: str, rights: str) -> None:
    call_command("rebuild_search", verbosity=0)
    run(str(sources / f"{name}.txt"), "--publish", "--rights", rights)
    write_up = WriteUp.objects.published().get()
    assert Quote.objects.filter(write_up=write_up).exists()
    assert list(broken_excerpts(all_items())) == []
    call_command("check_search", verbosity=0)


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("name", SOURCES)
def test_a_source_is_known_to_be_there(run: Run, sources: Path, name: str) -> None:
    before = set(Speaker.objects.values_list("name", flat=True))
    with pytest.raises(CommandError, match=f"--update {name}"):
        run(str(sources / f"{name}.txt"))
    assert set(Speaker.objects.values_list("name", flat=True)) == before


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("ric-innovatieleiderschap", {"Jeff Gaspersz", "Erno Bammens"}),
        ("ric-innovatiebarometer", {"Linda ter Heerdt", "Paul Iske", "Frans van Dongen"}),
        ("nido-iedereen-kan-innoveren", {"Steven Van de Walle", "Angela Hanson"}),
        ("ambtenaren-als-innovatoren", {"Pullen", "Hein Albeda", "Pauline le Rûtte"}),
        ("innovatiedrempels-overwinnen", {"Giulietta Marani"}),
    ],
)
def test_people_of_the_sources_stand_there_once(
    run: Run, sources: Path, name: str, people: set[str]
) -> None:
    run(str(sources / f"{name}.txt"))
    names = list(Speaker.objects.values_list("name", flat=True))
    assert people <= set(names)
    surnames = [one.split()[-1] for one in names]
    assert len(surnames) == len(set(surnames))


@pytest.mark.usefixtures("content")
def test_one_person_under_three_names_stays_one(run: Run, sources: Path) -> None:
    for number, name in enumerate(SOURCES, start=1):
        run(str(sources / f"{name}.txt"), "--new")
        assert WriteUp.objects.count() == 5 + number
    for surname in ("Bruijn", "Bruin", "Vries", "Collao", "Walle", "Pullen", "Staden"):
        assert Speaker.objects.filter(name__contains=surname).count() <= 1
