"""The admin speaks Dutch with the right article."""

from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.utils.html import format_html

from innovkb.lib.articles import with_article


@pytest.mark.parametrize(
    ("name", "begins"),
    [("citaat", "Het citaat ‘"), ("tip", "De tip ‘"), ("wat helpt", "‘Wat helpt’ ‘")],
)
def test_a_sentence_of_the_admin_has_the_article_of_its_model(name: str, begins: str) -> None:
    made = format_html("De {} ‘{}’ is met succes gewijzigd.", name, "<b>")
    assert with_article(made, name) == f"{begins}&lt;b&gt;’ is met succes gewijzigd."
    assert format_html("{}", with_article(made, name)).count("&lt;b&gt;") == 1
    plain = with_article("De citaat <b>", "citaat")
    assert format_html("{}", plain) == "Het citaat &lt;b&gt;"  # what was not safe is not now
    assert with_article("Er is niets veranderd.", name) == "Er is niets veranderd."


@pytest.mark.django_db
def test_a_theme_that_is_saved_is_told_so_in_dutch(editor_client: Client, make: Any) -> None:
    sent = {"name": "Ruimte maken", "position": "0"}
    page = editor_client.post("/admin/practices/theme/add/", sent, follow=True).content.decode()
    assert "Het thema ‘" in page
    assert "De thema" not in page
    assert "taggit" not in {model._meta.app_label for model in admin.site._registry}
