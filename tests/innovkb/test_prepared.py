"""Queries of which the SQL is written once give what the same querysets give, each time."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from innovkb.kinds import KINDS, Kind, kind
from innovkb.lib import prepared
from innovkb.lib.prepared import Prepared
from practices.models import Tip
from sessions.models import WriteUp
from tests.innovkb.test_query_budgets import content

pytestmark = pytest.mark.django_db


def test_each_kind_comes_with_the_same_data_as_from_its_queryset(make: Any) -> None:
    content(make, 3)
    page = Prepared(lambda kind, slug: kind.full().filter(slug=slug))
    for one in KINDS:
        for slug in one.published().values_list("slug", flat=True):
            (thing,) = page(one, slug=slug)
            assert one.serialize(thing) == one.serialize(one.full().get(slug=slug)), slug


def test_a_list_of_any_length_gives_its_rows_each_once_with_their_relations(make: Any) -> None:
    content(make, 3)
    rows = Prepared(lambda slugs: kind("tip").full().filter(slug__in=slugs).order_by("pk"))
    slugs = list(Tip.objects.order_by("pk").values_list("slug", flat=True))
    assert len(slugs) == 3
    for number in range(4):
        found = rows(slugs=slugs[:number])
        assert [tip.slug for tip in found] == slugs[:number]
        assert [{one.slug for one in tip.themes.all()} for tip in found] == [
            {"ruimte", "geld"}
        ] * number
        assert [len(tip.public_quotes) for tip in found] == [3] * number


def test_what_is_not_public_is_not_found_and_no_more_once_it_was(make: Any) -> None:
    page = Prepared(lambda slug: kind("tip").full().filter(slug=slug))
    quote = make.quote()
    draft = make.write_up(status="draft")
    make.tip(slug="concept", write_up=draft)
    tip = make.tip(slug="openbaar", quotes=[quote, make.quote(write_up=draft)])
    assert page(slug="concept") == []
    assert [one.public_quotes for one in page(slug="openbaar")] == [[quote]]
    WriteUp.objects.filter(pk=tip.write_up_id).update(status="draft")
    WriteUp.objects.filter(pk=draft.pk).update(status="published")
    assert page(slug="openbaar") == []
    assert [one.slug for one in page(slug="concept")] == ["concept"]


def test_the_clock_is_read_when_the_query_is_asked(
    make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Prepared(lambda slug: kind("tip").full().filter(slug=slug))
    later = timezone.now() + timedelta(minutes=5)
    make.tip(slug="straks", write_up=make.write_up(publish_at=later))
    make.tip(slug="nu")
    assert [len(page(slug=slug)) for slug in ("nu", "straks")] == [1, 0]
    monkeypatch.setattr(timezone, "now", lambda: later + timedelta(seconds=1))
    assert [len(page(slug=slug)) for slug in ("nu", "straks")] == [1, 1]


def test_it_is_written_once_and_asked_each_time(make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[str] = []

    def build(one: Kind, slug: str) -> Any:
        built.append(slug)
        return one.cards().filter(slug=slug)

    page = Prepared(build)
    make.tip(slug="een")
    make.tip(slug="twee")
    page(kind("tip"), slug="een")
    with CaptureQueriesContext(connection) as queries:
        assert [one.slug for one in page(kind("tip"), slug="twee")] == ["twee"]
    assert len(built) == 1
    assert len(queries) == 3  # the tip, its themes, who else says it


def test_no_number_of_filters_makes_a_process_grow(
    make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepared, "_MOST", 3)
    pages = [Prepared(lambda most: Tip.objects.order_by("pk")[:most]) for _ in range(2)]
    tips = [make.tip() for _ in range(4)]
    for _ in range(2):
        for page in pages:
            assert [page(most) for most in range(1, 5)] == [tips[:most] for most in range(1, 5)]
            assert len(prepared._kept) == 3


def test_a_value_that_the_sql_does_not_hold_is_an_error(make: Any) -> None:
    page = Prepared(lambda slug: Tip.objects.filter(slug__startswith=slug))
    with pytest.raises(ValueError, match="slug can't be filled in"):
        page(slug="een")


def test_rows_that_were_fetched_whole_are_not_asked_again(make: Any) -> None:
    make.tip(slug="een", themes=[make.theme("Ruimte")])
    (tip,) = Prepared(lambda: kind("tip").cards())()
    assert [one.name for one in tip.themes.all()] == ["Ruimte"]
    with pytest.raises(TypeError, match="fetched whole"):
        tip.themes.filter(name="Geld")
