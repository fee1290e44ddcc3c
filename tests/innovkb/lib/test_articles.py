"""The admin speaks Dutch with the right article."""

from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.utils.html import format_html

from innovkb.kinds import KINDS
from innovkb.lib.articles import with_article
from practices.models import Remedy, Tip
from sessions.models import Quote


@pytest.mark.parametrize(
    ("model", "begins"),
    [(Quote, "Het citaat ‘"), (Tip, "De tip ‘"), (Remedy, "‘Wat helpt’ ‘")],
)
def test_a_sentence_of_the_admin_has_the_article_of_its_model(model: Any, begins: str) -> None:
    name = model._meta.verbose_name
    made = format_html("De {} ‘{}’ is met succes gewijzigd.", name, "<b>")
    assert with_article(made, model) == f"{begins}&lt;b&gt;’ is met succes gewijzigd."
    assert format_html("{}", with_article(made, model)).count("&lt;b&gt;") == 1
    plain = with_article("De citaat <b>", Quote)
    assert format_html("{}", plain) == "Het citaat &lt;b&gt;"  # what was not safe is not now
    assert with_article("Er is niets veranderd.", model) == "Er is niets veranderd."


@pytest.mark.django_db
def test_a_theme_that_is_saved_is_told_so_in_dutch(editor_client: Client, make: Any) -> None:
    sent = {"name": "Ruimte maken", "position": "0"}
    page = editor_client.post("/admin/practices/theme/add/", sent, follow=True).content.decode()
    assert "Het thema ‘" in page
    assert "De thema" not in page
    assert "taggit" not in {model._meta.app_label for model in admin.site._registry}


def test_each_kind_has_the_article_of_its_name() -> None:
    het = {one.singular for one in KINDS if one.article == "het"}
    assert het == {
        "citaat", "archetype", "principe", "voorbeeld", "hulpmiddel", "verslag", "thema",
    }  # fmt: skip
    assert {one.article for one in KINDS} == {"de", "het"}
