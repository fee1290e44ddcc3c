"""The claims of the site's own content: each voice can be counted, and its passage stands there."""

from typing import Any

import pytest
from django.test import Client

from innovkb.kinds import kind
from practices.models import Claim, Voice

pytestmark = pytest.mark.usefixtures("content")

VERDICTS = {
    "zonder-geld-komt-innovatie-niet-ver": "Vier zeggen dit, één zegt het tegendeel, twee zeggen: "
    "het hangt ervan af",
    "de-leiding-moet-ruimte-geven": "Vier zeggen dit, één zegt het tegendeel, drie zeggen: "
    "het hangt ervan af",
    "de-overheid-innoveert-te-weinig": "Eén zegt dit, twee zeggen het tegendeel, drie zeggen: "
    "het hangt ervan af",
    "het-moeilijkste-komt-na-de-pilot": "Zes zeggen dit, niemand zegt het tegendeel",
    "regels-staan-innovatie-in-de-weg": "Drie zeggen dit, één zegt het tegendeel, vier zeggen: "
    "het hangt ervan af",
    "mislukken-hoort-bij-innoveren": "Vier zeggen dit, één zegt het tegendeel",
    "zonder-leiders-aan-de-top-lukt-het-niet": "Drie zeggen dit, twee zeggen het tegendeel, "
    "twee zeggen: het hangt ervan af",
    "of-innoveren-lukt-ligt-aan-de-mensen": "Drie zeggen dit, drie zeggen het tegendeel",
}


def test_each_claim_counts_who_says_so() -> None:
    assert {one.slug: one.verdict for one in kind("claim").full()} == VERDICTS
    assert {one.slug: one.verdict for one in Claim.objects.published()} == VERDICTS


def test_an_editor_could_have_made_each_voice() -> None:
    """It has a passage, and somebody who says it: by name, or by what the source calls them."""
    for voice in Voice.objects.all():
        voice.full_clean()


def test_nobody_is_counted_twice_for_a_stance() -> None:
    """So every voice on a page adds to its count."""
    twice = []
    for claim in kind("claim").full():
        seen: set[Any] = set()
        for voice in claim.public_voices:
            people = {(voice.stance, one) for one in voice.people}
            twice += [str(voice)] if people & seen else []
            seen |= people
    assert twice == []


def test_every_claim_stands_with_a_theme_that_leads_to_it(client: Client) -> None:
    for claim in Claim.objects.all():
        themes = list(claim.themes.all())
        assert themes
        for theme in themes:
            html = client.get(theme.get_absolute_url()).content.decode()
            assert f'href="{claim.get_absolute_url()}"' in html


def test_text_of_ours_names_nobody_and_counts_nothing() -> None:
    """What a draft takes away must not go on standing in the words around it."""
    names = {name for voice in Voice.objects.all() for name in voice.name.split() if name.istitle()}
    for claim in Claim.objects.all():
        assert names.isdisjoint(claim.text.replace(".", " ").split()), claim.slug
