"""A search reads one state of the index, whatever is written meanwhile."""

from collections.abc import Callable
from typing import Any

import pytest

from innovkb.kinds import kind
from innovkb.related.lookup import beside
from innovkb.search.ask import engine, ranking
from innovkb.search.ask import reader as module
from innovkb.search.ask.engine import search
from innovkb.search.ask.reader import IndexChangedError, Reader, read_index
from innovkb.search.models import SearchState

pytestmark = pytest.mark.django_db


@pytest.fixture
def tips(make: Any) -> list[Any]:
    return [make.tip(title=f"Bouw zandkastelen nummer {number}") for number in range(3)]


def once_before(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, act: Any) -> None:
    """Lets something happen just before a function is called for the first time."""
    original: Callable[..., Any] = getattr(owner, name)
    waiting = [act]

    def called(*args: Any, **kwargs: Any) -> Any:
        if waiting:
            waiting.pop()()
        return original(*args, **kwargs)

    monkeypatch.setattr(owner, name, called)


STEPS = [
    (Reader, "postings"),
    (engine, "understand"),
    (engine, "score"),
    (ranking, "texts"),
    (engine, "_hits"),
    (Reader, "entries"),
]


@pytest.mark.parametrize(("owner", "name"), STEPS, ids=[name for _, name in STEPS])
def test_an_item_added_during_a_search_is_in_it_or_not_but_breaks_nothing(
    make: Any, tips: list[Any], monkeypatch: pytest.MonkeyPatch, owner: Any, name: str
) -> None:
    once_before(monkeypatch, owner, name, lambda: make.tip(title="Meer zandkastelen"))
    assert search("zandkastelen").total == 4


@pytest.mark.parametrize(("owner", "name"), STEPS, ids=[name for _, name in STEPS])
def test_an_item_removed_during_a_search_is_not_in_it(
    tips: list[Any], monkeypatch: pytest.MonkeyPatch, owner: Any, name: str
) -> None:
    once_before(monkeypatch, owner, name, tips[2].delete)
    result = search("zandkastelen")
    assert result.total == len(result.hits) == 2


def test_a_passage_whose_page_goes_during_a_search_breaks_nothing(
    make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_up = make.write_up(body="Over zandkastelen valt veel te vertellen, ook in de winter.")
    assert search("zandkastelen").total == 1
    monkeypatch.setattr(module, "_newest", Reader(""))
    once_before(monkeypatch, engine, "understand", write_up.delete)
    assert search("zandkastelen").total == 0


def test_what_belongs_with_an_item_is_read_from_one_state_too(
    make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = make.theme("Zand")
    make.theme("Water")
    tip = make.tip("Schep zand", themes=[theme])
    other = make.tip("Zeef zand", themes=[theme])
    for number in range(6):
        make.tip(f"Iets anders {number}", themes=[make.theme()])
    fresh = kind("tip").full().get(pk=tip.pk)
    assert [one.title for one in beside(fresh).related] == ["Zeef zand"]
    once_before(monkeypatch, Reader, "postings", other.delete)
    assert beside(fresh).related == []


def test_a_search_among_endless_writing_makes_the_writers_wait(tips: list[Any]) -> None:
    locked = []

    def read(kept: Reader, state: SearchState | None) -> int:
        if len(locked) < 3:
            locked.append(kept.version)
            raise IndexChangedError
        return 7

    assert read_index(read) == 7
