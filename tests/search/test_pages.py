"""The search page, the suggestions, and the queries that editors see."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import OperationalError
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innovkb.search.models import MissedQuery
from innovkb.search.pages import missed
from innovkb.search.pages.missed import record_missed

pytestmark = pytest.mark.django_db
GASPERSZ = {
    "text": "Jeff Gaspersz",
    "kind": "spreker",
    "detail": "hoogleraar Innovatie",
    "url": "/sprekers/jeff-gaspersz/",
    "language": "nl",
}


def get(client: Client, **data: Any) -> Any:
    return client.get("/zoeken/?" + urlencode(data, doseq=True))


def test_without_a_query_the_page_offers_themes_and_examples(client: Client, content: None) -> None:
    response = client.get("/zoeken/")
    assert response.status_code == 200
    assert "Probeer bijvoorbeeld" in response.text
    assert '<a href="/themas/urgentie/">Urgentie</a>' in response.text


def test_the_results_are_a_heading_that_takes_the_focus(client: Client, content: None) -> None:
    text = get(client, q="portomonee").text
    assert 'id="resultaten"' in text
    assert "3 resultaten voor ‘portemonnee’" in text
    assert "toch zoeken op" in text
    assert "letterlijk=1" in text


def test_the_title_says_what_was_searched_for(client: Client, content: None) -> None:
    text = get(client, q="zandbak").text
    assert "<title>zandbak – " in " ".join(text.split())


def test_active_filters_are_links_that_remove_them(client: Client, content: None) -> None:
    text = get(client, q="ruimte", soort=["quote", "tip"], spreker="jeff-gaspersz").text
    assert "Spreker: Jeff Gaspersz" in text
    assert 'href="/zoeken/?q=ruimte&amp;soort=quote&amp;soort=tip#resultaten"' in text


def test_unknown_filters_are_named_and_ignored(client: Client, content: None) -> None:
    response = get(client, q="ruimte", thema="bestaat-niet", jaar="maandag")
    assert response.status_code == 200
    assert "‘bestaat-niet’ kennen we niet als filter." in response.text
    assert "‘maandag’ kennen we niet als filter." in response.text
    assert response.text.count('class="kb-result"') == 20


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", "9" * 30, "1.5", "\0", "²"])
def test_a_page_that_is_not_there_gives_the_first(client: Client, content: None, page: str) -> None:
    response = get(client, q="ruimte", pagina=page)
    assert response.status_code == 200
    assert "Dit is de eerste pagina." in response.text


def test_nothing_found_says_what_was_tried_and_offers_ways_on(
    client: Client, content: None
) -> None:
    text = get(client, q="xqzvwk").text
    assert "Hier hebben we niets over gevonden." in text
    assert "We zochten ook op andere vormen" in text
    assert '<a href="/themas/urgentie/">Urgentie</a>' in text


def test_a_missed_query_is_counted_without_anything_personal(client: Client, content: None) -> None:
    for query in ("Xqzvwk", "xqzvwk", "jan@example.org xqzvwk", "xqzvwk 0612345678"):
        get(client, q=query)
    assert list(MissedQuery.objects.values_list("query", "count")) == [("xqzvwk", 2)]
    assert {field.name for field in MissedQuery._meta.fields} == {"id", "query", "count", "last_on"}


def test_a_filtered_search_without_results_is_no_missed_query(
    client: Client, content: None
) -> None:
    get(client, q="portemonnee", soort="tool")
    assert MissedQuery.objects.count() == 0


def test_suggestions_are_few_and_kept_by_the_browser(client: Client, content: None) -> None:
    response = client.get("/zoeken/suggesties/?q=gas")
    assert response.json() == {"suggestions": [GASPERSZ]}
    assert response["Cache-Control"] == "public, max-age=300"
    assert len(client.get("/zoeken/suggesties/?q=in").json()["suggestions"]) == 8
    assert client.get("/zoeken/suggesties/?q=").json() == {"suggestions": []}
    assert len(client.get("/zoeken/suggesties/?q=e").content) < 4000


def test_suggestions_take_two_queries_and_say_nothing_that_is_not_public(
    client: Client, make: Any
) -> None:
    from django.db import connection

    shown = make.tip(title="Zandkasteel", speaker=make.speaker(name="Bea Bloem"))
    make.tip(title="Zandbak geheim", write_up=make.draft())

    def suggested() -> list[tuple[str, str]]:
        found = client.get("/zoeken/suggesties/?q=zand").json()["suggestions"]
        return [(one["text"], one["detail"]) for one in found]

    assert suggested() == [("Zandkasteel", f"Bea Bloem · {shown.write_up}")]
    with CaptureQueriesContext(connection) as captured:
        suggested()
    assert len(captured) == 2


def test_a_misspelt_name_is_suggested(client: Client, content: None) -> None:
    first = client.get("/zoeken/suggesties/?q=jef gasperz").json()["suggestions"][0]
    assert first == GASPERSZ


def test_a_misspelt_word_is_suggested_in_its_right_spelling(client: Client, content: None) -> None:
    found = client.get("/zoeken/suggesties/?q=portomonee").json()["suggestions"]
    assert found[-1] == {
        "text": "portemonnee",
        "kind": "zoek hierop",
        "detail": "",
        "url": "/zoeken/?q=portemonnee#resultaten",
        "language": "nl",
    }
    assert client.get("/zoeken/suggesties/?q=xqzvwk").json() == {"suggestions": []}


def test_search_fields_say_where_suggestions_are(client: Client, content: None) -> None:
    text = get(client, q="ruimte").text
    assert text.count('data-suggest="/zoeken/suggesties/"') == 2
    assert "js/suggest.js" in text


def test_a_search_page_takes_few_queries(client: Client, content: None) -> None:
    from django.db import connection

    get(client, q="innovatie")
    for query in ("innovatie", "zandbak"):
        with CaptureQueriesContext(connection) as captured:
            get(client, q=query)
        assert len(captured) <= 6


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    assert getattr(client, method)("/zoeken/").status_code == 405


AWKWARD = [
    "risico's", "I&W", "2.0", "20%", "wet-", "-x", "AND", "OR", "NOT", "x:y", "t:koffie", "inno*",
    "*", "^a", '"', '""', '"""', "'", "()", "a AND (b", "\0", "a\0b", "😀", "🇳🇱 ruimte", "مرحبا",
    "שלום", "de het een", "hoe wat wie", "...", "!?", "a" * 10_000, "woord " * 500, "\\", "%", "_",
    "<script>alert(1)</script>", "'; DROP TABLE x; --", "{{ 7*7 }}", "\u202eabc", "\ud7ff",
    "é" * 99,
]  # fmt: skip


@pytest.mark.parametrize("query", AWKWARD)
def test_awkward_queries_are_answered(client: Client, content: None, query: str) -> None:
    response = get(client, q=query)
    assert response.status_code == 200
    assert "<script>alert" not in response.text
    assert client.get("/zoeken/suggesties/", {"q": query}).status_code == 200


PIECES = st.one_of(
    st.sampled_from(AWKWARD[:30]),
    st.sampled_from(["ruimte", "innovatie", "vertrouwen", "Gaspersz", "citaten", "risicomijding"]),
    st.text(max_size=30),
)


@pytest.fixture
def any_query(client: Client, content: None) -> Any:
    """Searches; the fixture spares hypothesis the loading of the content."""
    return lambda **data: get(client, **data)


def test_no_query_whatever_breaks_the_page(any_query: Any) -> None:
    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        pieces=st.lists(PIECES, max_size=6),
        joint=st.sampled_from([" ", "", '"', ":", "-"]),
        filters=st.dictionaries(
            st.sampled_from(["soort", "thema", "spreker", "jaar", "reeks", "pagina", "letterlijk"]),
            st.one_of(
                st.sampled_from(["tip", "quote", "urgentie", "2025", "1"]), st.text(max_size=9)
            ),
            max_size=3,
        ),
    )
    def check(pieces: list[str], joint: str, filters: dict[str, str]) -> None:
        query = joint.join(pieces).encode("utf-8", "ignore").decode()
        clean = {name: value.encode("utf-8", "ignore").decode() for name, value in filters.items()}
        assert any_query(q=query, **clean).status_code == 200

    check()


def test_a_flood_of_nonsense_takes_no_place_of_what_people_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(missed, "MOST_ROWS", 6)
    monkeypatch.setattr(missed, "MOST_NEW_A_DAY", 3)
    day = timezone.localdate() - timedelta(days=3)
    for query, count in (("windmolens", 9), ("parkeren", 1), ("paspoort", 1)):
        MissedQuery.objects.create(query=query, count=count)
    MissedQuery.objects.update(last_on=day)
    for number in range(50):
        record_missed(f"onzin {number}")
    kept = set(MissedQuery.objects.values_list("query", flat=True))
    assert kept == {"windmolens", "parkeren", "paspoort", "onzin 47", "onzin 48", "onzin 49"}


def test_a_full_list_makes_room_of_the_rarest_and_oldest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(missed, "MOST_ROWS", 3)
    for query, count, days in (("veel", 9, 30), ("oud", 1, 20), ("jong", 1, 2)):
        MissedQuery.objects.create(query=query, count=count)
        day = timezone.localdate() - timedelta(days=days)
        MissedQuery.objects.filter(query=query).update(last_on=day)
    record_missed("nieuw")
    assert set(MissedQuery.objects.values_list("query", flat=True)) == {"veel", "jong", "nieuw"}


def test_a_count_that_cannot_be_written_goes_with_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(counts: Any) -> None:
        raise OperationalError("database is locked")

    with monkeypatch.context() as busy:
        busy.setattr(missed, "_write", refuse)
        record_missed("windmolens")
        record_missed("windmolens")
        for number in range(300):
            record_missed(f"onzin {number}")
    assert MissedQuery.objects.count() == 0
    assert len(missed._waiting) <= 100
    record_missed("parkeren")
    found = dict(MissedQuery.objects.values_list("query", "count"))
    assert (found["windmolens"], found["parkeren"]) == (2, 1)


@pytest.mark.django_db(transaction=True)
def test_a_search_does_not_wait_for_another_that_writes() -> None:
    from django.db import connection

    with missed._without_waiting(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            assert cursor.execute("PRAGMA busy_timeout").fetchone() == (0,)
        else:
            cursor.execute("SHOW lock_timeout")
            assert cursor.fetchone() == ("50ms",)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            assert cursor.execute("PRAGMA busy_timeout").fetchone() != (0,)
        else:
            cursor.execute("SHOW lock_timeout")
            assert cursor.fetchone() == ("0",)
