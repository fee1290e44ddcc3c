"""Role × action × model on every screen of the admin: a redacteur touches nothing public."""

import html
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client

from sessions.models import Redirect
from tests.forms import errors, form_values
from tests.roles import (
    ALWAYS,
    ITEMS,
    TIED,
    always_rows,
    browser,
    screen,
    screens_of,
    tied_rows,
    what_the_public_sees,
)

TEXTS = ("title", "name", "text", "role", "why", "answer", "word")
COUNTED = {"missedquery", "evidencecount", "trashentry", "auditevent"}
"""What the site keeps by itself, and nobody fills in."""
ADMINISTRATORS = {"evidencecount", "trashentry", "auditevent"}
"""Screens that no role of editors opens."""
MAY_DELETE_DRAFTS = {*ITEMS, "appearance", "remedy", "claim", "correction"}
"""Of what the public can't see: people, organisations and meetings may be used elsewhere."""


@pytest.fixture
def robin(redacteur: User) -> Client:
    return browser(redacteur)


@pytest.fixture
def eva(eindredacteur: User) -> Client:
    return browser(eindredacteur)


def changed(client: Client, row: Any) -> dict[str, Any]:
    """The form of the row as this user gets it, with another word in its first text."""
    page = client.get(screen(row)).content.decode()
    values = form_values(page, f"{row._meta.model_name}_form")
    field = next((name for name in TEXTS if isinstance(values.get(name), str)), None)
    if field:
        values[field] += " gewijzigd"
    return values


def test_every_screen_is_walked() -> None:
    registered = {
        model._meta.model_name
        for model in admin.site._registry
        if model._meta.app_label in ("innovation_sessions", "practices", "innovkb")
    }
    assert registered == {*TIED, *ALWAYS}


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize("name", TIED)
def test_every_screen_of_a_row_opens_for_every_role(
    robin: Client, eva: Client, make: Any, name: str, public: bool
) -> None:
    row = tied_rows(make, public=public)[name]
    for action in ("change", "history"):
        for client in (robin, eva):
            page = client.get(screen(row, action), follow=True)  # versions have a page of their own
            assert page.status_code == 200, action
            assert str(row) in html.unescape(page.content.decode()), action
    assert eva.get(screen(row, "delete")).status_code == 200
    may_delete = not public and name in MAY_DELETE_DRAFTS
    assert robin.get(screen(row, "delete")).status_code == (200 if may_delete else 403)
    page = robin.get(screen(row)).content.decode()
    assert ('name="_save"' in page) is not public
    for client in (robin, eva):
        assert client.get(screens_of(row)).status_code == 200
        added = client.get(f"{screens_of(row)}add/")
        assert added.status_code == (403 if name == "correction" else 200)


@pytest.mark.parametrize("name", ALWAYS)
def test_what_all_pages_lean_on_is_closed_to_a_redacteur(
    robin: Client, eva: Client, make: Any, name: str
) -> None:
    row = always_rows(make)[name]
    before = what_the_public_sees()
    values = {} if name in COUNTED else changed(eva, row)
    assert robin.post(screen(row), values).status_code == 403
    assert robin.post(f"{screens_of(row)}add/", values).status_code == 403
    assert robin.post(screen(row, "delete"), {"post": "yes"}).status_code == 403
    robin.post(
        screens_of(row),
        {"action": "delete_selected", "post": "yes", "_selected_action": [row.pk]},
    )
    assert what_the_public_sees() == before
    assert type(row)._base_manager.filter(pk=row.pk).count() == 1
    opens = 403 if name in ADMINISTRATORS else 200
    closed = robin.post(screen(row, "delete"), {"post": "yes"}).content.decode()
    assert "<h1>Dat mag je niet</h1>" in closed
    assert "Forbidden" not in closed
    assert eva.get(screen(row)).status_code == opens
    assert eva.get(screen(row, "delete")).status_code == opens


@pytest.mark.parametrize("name", TIED)
def test_a_redacteur_touches_nothing_public(
    robin: Client, eva: Client, make: Any, name: str
) -> None:
    row = tied_rows(make, public=True)[name]
    values = changed(eva, row)
    before = what_the_public_sees()
    assert robin.post(screen(row), values).status_code == 403
    assert robin.post(screen(row, "delete"), {"post": "yes"}).status_code == 403
    sent = {"post": "yes", "_selected_action": [row.pk]}
    for action in ("delete_selected", "merge_selected"):
        robin.post(screens_of(row), {**sent, "action": action, "keep": str(row.pk)})
    assert what_the_public_sees() == before
    assert eva.post(screen(row), values).status_code == 302
    assert what_the_public_sees() != before


@pytest.mark.parametrize("name", TIED)
def test_a_redacteur_works_on_what_nobody_sees_and_shows_nothing(
    robin: Client, make: Any, name: str
) -> None:
    tied_rows(make, public=True)
    row = tied_rows(make, public=False)[name]
    before = what_the_public_sees()
    assert robin.post(screen(row), changed(robin, row)).status_code == 302
    deleted = robin.post(screen(row, "delete"), {"post": "yes"})
    assert deleted.status_code == (302 if name in MAY_DELETE_DRAFTS else 403)
    assert what_the_public_sees() == before


@pytest.mark.parametrize("name", TIED)
def test_deleting_what_nobody_sees_shows_nothing(eva: Client, make: Any, name: str) -> None:
    """What hangs on a draft goes with it, or stays as hidden as it was."""
    rows = tied_rows(make, public=False)
    before = what_the_public_sees()
    eva.post(screen(rows[name], "delete"), {"post": "yes"})
    assert what_the_public_sees() == before


def test_deleting_a_public_write_up_leaves_what_it_announced(eva: Client, make: Any) -> None:
    public, draft = make.write_up(), make.draft()
    shown = make.session("Straks", announced_in=public)
    hidden = make.session("Geheim", announced_in=draft)
    held = make.session("Geweest", state="held", date="2025-01-02", announced_in=draft)
    pattern, secret = make.archetype(write_up=public), make.archetype(write_up=draft)
    for row in (public, draft):
        assert eva.post(screen(row, "delete"), {"post": "yes"}).status_code == 302
    standing = [one for one in (shown, hidden, held) if type(one).objects.filter(pk=one.pk)]
    assert standing == [shown, held]
    assert [one for one in (pattern, secret) if type(one).objects.filter(pk=one.pk)] == [pattern]
    held.refresh_from_db()
    assert (held.announced_in, type(held).objects.published().filter(pk=held.pk).count()) == (
        None,
        0,
    )


@pytest.mark.parametrize("add", [True, False])
def test_a_redacteur_makes_no_archetype_of_the_site(robin: Client, make: Any, add: bool) -> None:
    row = make.archetype("Geheim", text="Een muur.", write_up=make.draft())
    before = what_the_public_sees()
    values = {**changed(robin, row), "write_up": "", "slug": "geheim-twee"}
    page = robin.post(f"{screens_of(row)}add/" if add else screen(row), values)
    assert page.status_code == 200
    assert errors(page.content.decode()) == [
        "Corrigeer de onderstaande fout.",
        "Dit zou meteen op de site staan. Alleen een eindredacteur mag dat.",
    ]
    assert what_the_public_sees() == before


def test_a_redacteur_prepares_an_answer_that_an_eindredacteur_shows(
    robin: Client, eva: Client, make: Any
) -> None:
    row = tied_rows(make, public=False)["correction"]
    values = changed(robin, row) | {"state": "done", "is_public": "on"}
    assert robin.post(screen(row), values).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.answer, row.is_public) == ("done", "Verbeterd. gewijzigd", False)
    assert eva.post(screen(row), values).status_code == 302
    row.refresh_from_db()
    assert row.is_public is True
    assert robin.get(screen(row)).status_code == 200
    assert robin.post(screen(row), values).status_code == 403


def test_a_draft_that_is_renamed_touches_no_redirect(robin: Client, make: Any) -> None:
    """Neither the redirect from its new address, nor that from its old, and it leaves none."""
    away = Redirect.objects.create(old_path="/sprekers/weg/", new_path="/sprekers/er-nog/")
    draft = make.appearance(write_up=make.draft()).speaker
    for slug in ("weg", "anders"):
        values = {**changed(robin, draft), "slug": slug}
        assert robin.post(screen(draft), values).status_code == 302
    draft.refresh_from_db()
    assert draft.slug == "anders"
    assert list(Redirect.objects.values_list("old_path", "new_path")) == [
        (away.old_path, away.new_path)
    ]
