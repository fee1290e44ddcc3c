"""No content that a model takes is too long or too odd for the index, on either database."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from innovkb.search.index.documents import documents
from innovkb.search.index.indexing import drift
from innovkb.search.models import SearchEntry
from tests import factories

LETTERS = st.sampled_from("aé“”’‑жщ中🙂א\u200b\u202e%&# _*[]()|\\")
HEADINGS = st.text(LETTERS, min_size=1, max_size=240)


@pytest.mark.django_db
def test_a_passage_in_another_alphabet_has_an_address(make: Any) -> None:
    write_up = make.write_up(body=f"## {'Щ' * 240}\n\n{'Борщ и щи, пища наша. ' * 20}")
    make.speaker("Ж" * 200)
    entry = SearchEntry.objects.get(kind="write_up", object_id=write_up.pk, passage=1)
    assert entry.url.startswith(f"/verslagen/{write_up.slug}/#")
    assert len(entry.url) > 300
    assert list(drift(documents())) == []


class AnyContent(TestCase):
    """Each example in a transaction of its own."""

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(heading=HEADINGS, title=HEADINGS, words=st.text(LETTERS, max_size=2000))
    def test_any_content_can_be_saved_and_is_indexed(
        self, heading: str, title: str, words: str
    ) -> None:
        speaker = factories.speaker(title[:200].strip() or "x")
        write_up = factories.write_up(title, body=f"## {heading}\n\n{words} Slot.")
        factories.quote(write_up=write_up, speaker=speaker, text="Slot.", title=title)
        assert list(drift(documents())) == []
