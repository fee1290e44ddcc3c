"""The list ends where what was asked for does; what is aside is one link away."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from innovkb.search.ask.engine import search
from innovkb.search.models import MissedQuery

pytestmark = pytest.mark.django_db


def get(client: Client, **data: Any) -> str:
    return client.get("/zoeken/?" + urlencode(data, doseq=True)).text


def test_the_list_ends_before_what_is_aside_and_a_link_shows_it(
    client: Client, content: None
) -> None:
    result = search("urgentie", limit=1000)
    assert 0 < result.shown < result.total == len(result.hits)
    least = result.hits[result.shown - 1].score
    assert all(hit.score < least for hit in result.hits[result.shown :])

    aside = result.total - result.shown
    link = f'<a href="?q=urgentie&amp;zijdelings=1#resultaten">Toon ook wat er zijdelings mee te maken heeft ({aside})</a>'  # noqa: E501
    last = result.shown // 20 + 1
    page = get(client, q="urgentie", pagina=last)
    assert page.count('class="kb-result"') == result.shown % 20
    assert link in page
    everything = get(client, q="urgentie", zijdelings=1)
    assert f"{result.total} resultaten voor ‘urgentie’" in everything
    assert "Toon ook" not in everything


def test_facets_count_what_is_listed(content: None) -> None:
    for aside in (True, False):
        result = search("urgentie", aside=aside)
        counted = sum(value.count for value in result.facets["kind"])
        assert counted == (result.total if aside else result.shown)
        kind = result.facets["kind"][0]
        filtered = search("urgentie", aside=aside, filters={"kind": [kind.value]})
        assert kind.count == (filtered.total if aside else filtered.shown)


@pytest.mark.parametrize(
    "query",
    [
        "subsidie laadpalen",
        "gemeente Groningen wijkraad",
        "printer werkt niet",
        "burgemeester Halsema",
    ],
)
def test_half_a_subject_is_aside(client: Client, content: None, query: str) -> None:
    result = search(query, aside=False)
    assert (result.shown, result.hits) == (0, [])
    assert result.total > 0
    page = get(client, q=query)
    assert "Hier hebben we niets over gevonden." in page
    assert f"Toon wat er zijdelings mee te maken heeft ({result.total})" in page
    assert list(MissedQuery.objects.values_list("query", "count")) == [(query.lower(), 1)]


@pytest.mark.parametrize(
    "query",
    [
        "we vinden steeds opnieuw het wiel uit",
        "subsidieaanvraag",
        "gaspersz appeltaart",
        "jobrotatie",
        "geen budget na de pilot",
    ],
)
def test_a_sentence_a_subject_and_a_name_are_answered(content: None, query: str) -> None:
    assert search(query).shown > 0
