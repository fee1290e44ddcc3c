"""Public pages are kept, and never a moment after anything on them changed."""

from collections.abc import Iterator
from datetime import timedelta
from threading import Lock
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from innovkb.corrections.models import Correction
from innovkb.frame.page_cache import ASKED, PARAMETERS, PLAIN, _without_indent
from innovkb.lib.filters import PAGE_PARAMETER, Filters
from innovkb.lib.publishing import Status
from innovkb.search.models import MissedQuery, SearchEntry, SearchState
from innovkb.search.pages.forms import PARAMETERS as FACETS
from innovkb.tools.cards.forms import PickForm
from innovkb.tools.forms import AddressForm
from innovkb.tools.map.forms import MapForm
from sessions.models import WriteUp

pytestmark = pytest.mark.indexed


@pytest.fixture(autouse=True)
def pages(settings: Any, db: None) -> Iterator[None]:
    """The cache is on, and empty."""
    settings.PAGE_CACHE_SECONDS = 60
    for store in (PLAIN, ASKED):
        store.clear()
    yield
    for store in (PLAIN, ASKED):
        store.clear()


@pytest.fixture
def visitor() -> Client:
    return Client()


def test_a_page_that_is_kept_costs_one_query(
    visitor: Client, make: Any, django_assert_num_queries: Any
) -> None:
    path = make.tip("Begin klein.").get_absolute_url()
    first = visitor.get(path)
    with django_assert_num_queries(1):
        again = visitor.get(path)
    assert (again.status_code, again.content) == (200, first.content)
    assert again["Content-Security-Policy"] == first["Content-Security-Policy"]


def test_a_browser_that_has_the_page_is_told_so(visitor: Client, make: Any) -> None:
    path = make.tip().get_absolute_url()
    first = visitor.get(path)
    again = visitor.get(path, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first["Cache-Control"] == "no-cache"


def test_a_page_is_compressed_only_for_who_can_read_that(visitor: Client, make: Any) -> None:
    path = make.tip("Begin klein.").get_absolute_url()
    for _ in range(2):
        assert visitor.get(path, headers={"accept-encoding": "gzip"})["Content-Encoding"] == "gzip"
        assert "Begin klein." in visitor.get(path).content.decode()


def test_light_and_dark_are_pages_of_their_own(visitor: Client, make: Any) -> None:
    path = make.tip().get_absolute_url()
    plain = visitor.get(path).content
    visitor.cookies["weergave"] = "donker"
    assert visitor.get(path).content != plain
    visitor.cookies["weergave"] = "onzin"
    assert visitor.get(path).content == plain


def test_what_is_unpublished_is_gone_at_once(visitor: Client, make: Any) -> None:
    write_up = make.write_up()
    path = make.tip(write_up=write_up).get_absolute_url()
    assert (visitor.get(path).status_code, visitor.get(path).status_code) == (200, 200)
    write_up.status = Status.DRAFT
    write_up.save()
    assert visitor.get(path).status_code == 404


def test_a_planned_write_up_appears_at_its_time(
    visitor: Client, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    soon = timezone.now() + timedelta(hours=1)
    make.write_up("Van straks", publish_at=soon)
    assert "Van straks" not in visitor.get("/verslagen/").content.decode()
    assert SearchState.objects.get().due == soon
    monkeypatch.setattr(timezone, "now", lambda: soon + timedelta(seconds=1))
    assert "Van straks" in visitor.get("/verslagen/").content.decode()


def test_a_correction_that_is_made_is_seen_at_once(visitor: Client, make: Any) -> None:
    tip = make.tip()
    visitor.get(tip.get_absolute_url())
    Correction.objects.create(
        kind="tip", object_id=tip.pk, about=str(tip), wrong="x", digest="x",
        state="done", is_public=True, answer="De naam klopte niet.",
        handled_on=timezone.localdate(),
    )  # fmt: skip
    assert "De naam klopte niet." in visitor.get(tip.get_absolute_url()).content.decode()


def test_an_editor_passes_by_what_is_kept(make: Any, admin_client: Client) -> None:
    path = make.tip().get_absolute_url()
    assert not admin_client.get(path).has_header("ETag")
    assert Client().get(path).has_header("ETag")


def test_what_sets_a_cookie_is_never_kept(visitor: Client, make: Any) -> None:
    path = f"/klopt-dit-niet/tips/{make.tip().slug}/"
    tokens = {
        visitor.get(path).cookies["csrftoken"].value,
        Client().get(path).cookies["csrftoken"].value,
    }
    assert len(tokens) == 2


def test_a_query_without_a_hit_is_counted_every_time(visitor: Client) -> None:
    for _ in range(3):
        visitor.get("/zoeken/", {"q": "xqzvwk"})
    assert MissedQuery.objects.get().count == 3


def test_another_address_of_the_site_is_refused_though_the_page_is_kept(visitor: Client) -> None:
    assert visitor.get("/tips/").status_code == 200
    assert visitor.get("/tips/", headers={"host": "elders.example"}).status_code == 400


def test_a_whole_export_is_not_kept(
    visitor: Client, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.tip()
    monkeypatch.setattr("innovkb.frame.page_cache.LARGEST", 10)
    assert not visitor.get("/tips/").has_header("ETag")


def test_without_content_the_site_answers(visitor: Client) -> None:
    WriteUp.objects.all().delete()
    SearchState.objects.all().delete()
    assert visitor.get("/tips/").status_code == 200


def test_from_its_time_on_a_planned_write_up_costs_nobody_more(
    visitor: Client, make: Any, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    """Whether or not the index could be brought up to date yet."""
    soon = timezone.now() + timedelta(hours=1)
    make.write_up("Van straks", publish_at=soon)
    monkeypatch.setattr(
        "innovkb.search.index.due._in_background", lambda work: waiting.append(work)
    )
    monkeypatch.setattr("innovkb.search.index.due._one_at_a_time", Lock())
    waiting: list[Any] = []
    assert "Van straks" not in visitor.get("/verslagen/").content.decode()
    monkeypatch.setattr(timezone, "now", lambda: soon + timedelta(seconds=1))
    assert "Van straks" in visitor.get("/verslagen/").content.decode()
    with django_assert_num_queries(1):
        assert "Van straks" in visitor.get("/verslagen/").content.decode()
    assert not SearchEntry.objects.filter(title="Van straks").exists()
    assert len(waiting) == 1  # one at a time, however many ask
    waiting.pop()()
    assert SearchState.objects.get().due is None
    assert SearchEntry.objects.filter(title="Van straks").exists()


@pytest.mark.parametrize("query", ["x=1", "pagina=1&x=1", "%70agina[]=1", "token=a", "THEMA=x"])
def test_a_name_that_no_page_reads_makes_no_entry(visitor: Client, make: Any, query: str) -> None:
    make.tip()
    for number in range(3):
        assert visitor.get(f"/tips/?{query}{number}").status_code == 200
    assert (PLAIN.size, ASKED.size) == (0, 0)


def test_what_a_newsletter_adds_is_left_out_and_told_to_nobody(visitor: Client, make: Any) -> None:
    make.tip()
    first = visitor.get("/tips/?utm_source=brief&mc_eid=piet-de-vries")
    assert "piet-de-vries" not in first.content.decode()
    assert visitor.get("/tips/?fbclid=abc").content == first.content
    assert (len(PLAIN), len(ASKED)) == (1, 0)


def test_the_same_question_in_another_order_is_one_page(
    visitor: Client, make: Any, django_assert_num_queries: Any
) -> None:
    make.tip()
    visitor.get("/tips/?thema=a&pagina=1")
    with django_assert_num_queries(1):
        visitor.get("/tips/?pagina=1&thema=a")
    visitor.get("/zoeken/?q=a&soort=tip&soort=quote")
    visitor.get("/zoeken/?q=a&soort=quote&soort=tip")
    assert len(ASKED) == 3  # of one name the order may matter


def subclasses(base: type) -> set[type]:
    return {base}.union(*(subclasses(one) for one in base.__subclasses__()))


def test_every_name_that_a_page_reads_is_known() -> None:
    import innovkb.urls  # noqa: F401 – all views, and so all their forms

    forms: set[Any] = {*subclasses(Filters), *subclasses(AddressForm), PickForm, MapForm}
    read = {name for form in forms for name in form.base_fields} | {*FACETS, PAGE_PARAMETER}
    assert read - PARAMETERS == set()
    assert {"utm_source", "csrfmiddlewaretoken", "next"} & PARAMETERS == set()


def test_any_number_of_questions_pushes_out_no_plain_page(
    visitor: Client, make: Any, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    make.tip()
    monkeypatch.setattr(ASKED, "most", 40_000)
    visitor.get("/tips/")
    for number in range(30):
        visitor.get(f"/tips/?pagina={number}")
    assert ASKED.size <= 40_000
    with django_assert_num_queries(1):
        visitor.get("/tips/")


def test_kept_pages_are_served_while_the_database_is_away(
    make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = Client(raise_request_exception=False)
    path = make.tip("Begin klein").get_absolute_url()
    kept = [visitor.get(one).content for one in (path, "/robots.txt")]

    def away(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("connection refused")

    with monkeypatch.context() as broken:
        broken.setattr("django.db.backends.utils.CursorWrapper.execute", away)
        answers = [visitor.get(one) for one in (path, "/robots.txt", "/barrieres/")]
        assert [answer.status_code for answer in answers] == [200, 200, 503]
        assert [answer.content for answer in answers[:2]] == kept
    assert answers[2]["Retry-After"] == "30"


def test_what_is_kept_has_no_indentation_but_where_a_space_counts() -> None:
    page = b"<p>\n    a\n\n  <b>c</b></p>"
    assert _without_indent(page) == b"<p>\na\n<b>c</b></p>"
    for text in (b"<pre>\n  a</pre>", b"<textarea rows=2>\n  a</textarea>"):
        assert _without_indent(text) == text


@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_a_kept_page_is_as_long_as_it_says(visitor: Client, make: Any, encoding: str) -> None:
    make.tip()
    for path in ("/tips/", "/tips/", "/robots.txt", "/feed.xml"):
        response = visitor.get(path, headers={"accept-encoding": encoding})
        assert response.get("Content-Length", "") in {"", str(len(response.content))}, path
    page = visitor.get("/tips/", headers={"accept-encoding": encoding})
    assert page["Content-Length"] == str(len(page.content))
