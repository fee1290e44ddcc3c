"""A thousand generated queries: none breaks the engine, whatever the database."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innovkb.search.ask.engine import search
from innovkb.search.ask.facets import FACETS

pytestmark = pytest.mark.django_db

WORDS = [
    "ruimte", "innovatie", "Gaspersz", "citaten", "risicomijding", "geen geld", "hoe", "wie", "op",
    "schaal", "mislukkn", "risico's", "I&W", "2.0", "20%", "wet-", "AND", "NOT", "x:y", "*", "^a",
    "''", "(", "\0", "😀", "مرحبا", "é̀", "\u202e", "a" * 300, "'; DROP TABLE x; --", "%", "_", "\\",
]  # fmt: skip
QUERIES = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=20)), max_size=8)
FILTERS = st.dictionaries(
    st.sampled_from(FACETS),
    st.lists(st.sampled_from(["tip", "quote", "urgentie", "2025", "bestaat-niet"]), max_size=2),
    max_size=2,
)


@pytest.fixture
def engine(content: None) -> Any:
    """Searches; the fixture spares hypothesis the loading of the content."""
    return search


def test_any_query_is_answered_with_hits_that_are_counted(engine: Any) -> None:
    @settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
    @given(words=QUERIES, joint=st.sampled_from([" ", "", '"', '" "', "-"]), filters=FILTERS)
    def check(words: list[str], joint: str, filters: dict[str, list[str]]) -> None:
        text = joint.join(words)
        result = engine(text, filters=filters, limit=3)
        assert len(result.hits) == min(3, result.total)
        assert set(result.facets) <= set(FACETS)
        assert all(hit.score > 0 for hit in result.hits)
        for name, values in filters.items():
            chosen = {value.value for value in result.facets.get(name, ()) if value.active}
            assert chosen <= set(values)

    check()
