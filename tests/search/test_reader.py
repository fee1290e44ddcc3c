"""What is kept between searches."""

from typing import Any

import pytest

from innovkb.search import reader as module
from innovkb.search.reader import reader

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
