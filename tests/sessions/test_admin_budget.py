"""The screen of a write-up asks few queries, however much stands in it."""

from collections import Counter
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from practices.models import Theme
from sessions.models import Organisation, Speaker
from sessions.roles import make_roles
from tests.forms import form_values

BUDGET = 25
"""Queries for the screen of a write-up, its log-in and its rights included."""


def fill(make: Any, count: int) -> Any:
    """A draft with this many of everything that its screen shows."""
    write_up = make.draft(publisher=make.organisation(), session=make.session())
    for _ in range(count):
        speaker, theme = make.speaker(), make.theme()
        make.appearance(write_up=write_up, speaker=speaker, organisation=make.organisation())
        for kind in ("quote", "tip", "barrier"):
            item = getattr(make, kind)(write_up=write_up, speaker=speaker)
            item.themes.add(theme, make.theme())
        write_up.partners.add(make.organisation())
    return write_up


@pytest.fixture(params=["redactie", "eindredactie"])
def client_of_role(db: None, request: pytest.FixtureRequest) -> Client:
    """A browser of each role."""
    make_roles(apps)
    user = User.objects.create_user("iemand", is_staff=True)
    user.groups.add(Group.objects.get(name=request.param))
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("count", [1, 3])
def test_the_screen_of_a_write_up_stays_within_its_budget(
    client_of_role: Client, make: Any, count: int
) -> None:
    write_up = fill(make, count)
    address = f"/admin/innovation_sessions/writeup/{write_up.pk}/change/"
    client_of_role.get(address)
    with CaptureQueriesContext(connection) as captured:
        html = client_of_role.get(address).content.decode()
    asked = Counter(query["sql"] for query in captured)
    assert len(captured) <= BUDGET, asked.most_common(8)
    for row in (*Speaker.objects.all(), *Theme.objects.all(), *Organisation.objects.all()):
        assert f'<option value="{row.pk}" selected>{row}</option>' in html


def test_a_wrong_choice_comes_back_beside_the_others(editor_client: Client, make: Any) -> None:
    write_up = fill(make, 1)
    address = f"/admin/innovation_sessions/writeup/{write_up.pk}/change/"
    values = form_values(editor_client.get(address).content.decode(), "writeup_form")
    other = make.speaker("Iemand anders")
    values |= {"quotes-0-speaker": str(other.pk), "quotes-0-text": ""}
    html = editor_client.post(address, values).content.decode()
    assert f'<option value="{other.pk}" selected>Iemand anders</option>' in html
