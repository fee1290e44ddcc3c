"""What the recognisers are told of the site."""

from typing import Any

import pytest

from innovkb.ingest.editor.drafts import knowledge
from innovkb.ingest.recognise import ThemedText
from innovkb.kinds import KINDS

MODELS = [kind.model for kind in KINDS if kind.is_item]


def test_themes_are_learnt_from_the_newest_items_of_all_kinds(
    make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = make.theme("Ruimte")
    for model in MODELS:
        factory: Any = getattr(make, model._meta.model_name)
        for age in ("Oud", "Nieuw"):
            factory(f"{age} {model.__name__}", themes=[theme], added_at=_moment(age))
        factory(f"Zonder {model.__name__}", added_at=_moment("Nieuw"))
    monkeypatch.setattr(knowledge, "MOST_THEMED", len(MODELS))
    learnt = knowledge.site_knowledge().themed
    assert sorted(first_line(one) for one in learnt) == sorted(
        f"Nieuw {model.__name__}" for model in MODELS
    )
    assert {one.themes for one in learnt} == {("Ruimte",)}


def _moment(age: str) -> str:
    return "2020-01-01T00:00:00Z" if age == "Oud" else "2026-01-01T00:00:00Z"


def first_line(themed: ThemedText) -> str:
    return themed.text.partition("\n")[0].strip("‘’")
