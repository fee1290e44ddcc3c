"""What is kept between searches."""

from typing import Any

import pytest
from django.db import OperationalError

from innovkb.search.ask import engine, thesaurus
from innovkb.search.ask import reader as module
from innovkb.search.ask.engine import warm_up
from innovkb.search.ask.reader import Reader, reader
from innovkb.search.models import SynonymGroup

pytestmark = pytest.mark.django_db


def test_a_term_is_still_known_when_those_kept_have_become_too_many(
    make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.tip(title="Wrijving geeft glans")
    monkeypatch.setattr(module, "_KEPT_TERMS", 0)
    kept, _ = reader()
    assert kept.postings({"wrijving"}).keys() == {"wrijving"}
    assert kept.postings({"wrijving", "glans"}).keys() == {"wrijving", "glans"}
    assert kept.postings({"wrijving"}).keys() == {"wrijving"}


def test_the_index_is_read_before_the_first_visitor_comes(
    content: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine.connection, "close", lambda: None)
    monkeypatch.setattr(module, "_newest", Reader(""))
    warm_up()
    assert {"thesaurus", "facets"} <= vars(module._newest).keys()


def test_a_site_without_its_database_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(query: str) -> None:
        raise OperationalError("no such table")

    monkeypatch.setattr(engine.connection, "close", lambda: None)
    monkeypatch.setattr(engine, "search", refuse)
    warm_up()


def test_the_thesaurus_is_analysed_again_only_when_it_has_changed(make: Any) -> None:
    SynonymGroup.objects.create(word="chef", synonyms=["baas"])
    thesaurus._analysed.cache_clear()
    for title in ("Vraag het de chef", "Vraag het de buren"):
        make.tip(title=title)
        assert reader()[0].thesaurus.words >= {"chef", "baas"}
    assert thesaurus._analysed.cache_info().misses == 1
    SynonymGroup.objects.create(word="buren", synonyms=["omwonenden"])
    assert "omwonenden" in reader()[0].thesaurus.words
    assert thesaurus._analysed.cache_info().misses == 2
