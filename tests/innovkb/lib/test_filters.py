"""Filters and pages that come from an address: what fits is used, the rest is named."""

from typing import Any

import pytest
from django import forms
from django.test import RequestFactory

from innovkb.lib.filters import Filters, listing, option_field


class Example(Filters):
    thema = option_field("Thema", "Alle thema’s")
    q = forms.CharField(label="Woorden", required=False, max_length=20)


OPTIONS = {"thema": [("ruimte", "Ruimte"), ("geld", "Geld")]}


def make(query: dict[str, str]) -> Any:
    request = RequestFactory().get("/tips/", query)
    return listing(request, list(range(45)), Example(request.GET, OPTIONS))


def test_without_filters_everything_is_listed_twenty_a_page() -> None:
    found = make({})
    assert found.rows == list(range(20))
    assert (found.total, found.ignored, found.active) == (45, [], [])


def test_a_filter_that_is_on_can_be_taken_away_and_the_others_stay() -> None:
    found = make({"thema": "ruimte", "q": "lef & durf"})
    assert [(one.label, one.remove_url) for one in found.active] == [
        ("Thema: Ruimte", "/tips/?q=lef+%26+durf#resultaten"),
        ("Woorden: lef & durf", "/tips/?thema=ruimte#resultaten"),
    ]
    assert found.form.query == "thema=ruimte&q=lef+%26+durf"


@pytest.mark.parametrize("value", ["bestaat-niet", "\0", "x" * 10_000, "ruimte\0", "🦄", "%00"])
def test_a_value_that_is_no_option_is_left_out_and_named(value: str) -> None:
    found = make({"thema": value})
    assert found.form.value("thema") == ""
    assert found.total == 45
    [message] = found.ignored
    assert message.endswith("’ kunnen we hier niet gebruiken als thema: weggelaten.")
    assert "\0" not in message
    assert len(message) < 120


@pytest.mark.parametrize("value", ["x" * 21, "a\0b"])
def test_words_that_are_too_long_or_hold_nul_are_left_out_and_named(value: str) -> None:
    found = make({"q": value})
    assert found.form.value("q") == ""
    assert len(found.ignored) == 1
    assert found.form["q"].value() in {None, ""}


@pytest.mark.parametrize("value", ["0", "4", "-1", "een", "", "1.5", "9" * 5000, "٣", "\0", "1e3"])
def test_a_page_that_is_not_there_gives_the_first_and_says_so(value: str) -> None:
    found = make({"pagina": value})
    assert found.page.number == 1
    [message] = found.ignored
    assert message.endswith("is er niet. Dit is de eerste pagina.")


def test_the_last_page_holds_the_rest() -> None:
    assert make({"pagina": "3"}).rows == [40, 41, 42, 43, 44]


def test_a_parameter_that_is_no_filter_changes_nothing() -> None:
    found = make({"utm_source": "x"})
    assert (found.total, found.ignored, found.form.query) == (45, [], "")
