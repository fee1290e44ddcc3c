"""Texts of the kinds that editors bring in are imported whole, each person once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command

from sessions.excerpts import all_items, broken_excerpts
from sessions.models import Quote, Speaker, WriteUp

pytestmark = pytest.mark.indexed

TEXTS = Path(__file__).with_name("texts")
NAMES = ("artikel", "blog", "sessieverslag", "themapagina")
Run = Callable[..., str]


def _path(name: str) -> str:
    return str(TEXTS / f"{name}.txt")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rights", ["own_words", "full_text"])
def test_a_text_becomes_a_write_up(run: Run, name: str, rights: str) -> None:
    call_command("rebuild_search", verbosity=0)
    run(_path(name), "--publish", "--rights", rights)
    write_up = WriteUp.objects.published().get()
    assert Quote.objects.filter(write_up=write_up).exists()
    assert list(broken_excerpts(all_items())) == []
    call_command("check_search", verbosity=0)


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("sessieverslag", {"Joost Terpstra", "Rahma Idrissi"}),
        ("themapagina", {"Fenna Wouters"}),
        pytest.param(
            "artikel",
            {"Tijn Postma", "Wende de Graaf"},
            marks=pytest.mark.xfail(
                strict=True,
                reason="Who is cited by year, with a first name no list has, is missed.",
            ),
        ),
        ("blog", {"Sanne Hoekstra", "Pieter van Dalen"}),
    ],
)
def test_people_of_a_text_stand_there_once(run: Run, name: str, people: set[str]) -> None:
    run(_path(name))
    names = list(Speaker.objects.values_list("name", flat=True))
    assert people <= set(names)
    surnames = [one.split()[-1] for one in names]
    assert len(surnames) == len(set(surnames))


def test_one_person_under_two_spellings_stays_one(run: Run) -> None:
    for number in (1, 2):
        run(_path("sessieverslag"), "--new")
        assert WriteUp.objects.count() == number
    for surname in ("Zwa", "Terpstra", "Idrissi"):
        assert Speaker.objects.filter(name__contains=surname).count() == 1
