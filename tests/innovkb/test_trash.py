"""What is thrown away is gone for everybody, and comes back whole."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.test import Client

from innovkb.ingest.models import ImportDraft
from innovkb.kinds import KINDS
from innovkb.lib.trash import TrashEntry, TrashError, keep_copy, put_back, throw_away
from innovkb.search.models import SearchEntry
from practices.models import Archetype, Remedy, Tip
from sessions.models import Appearance, Quote, WriteUp
from tests.roles import TIED, browser, screen, screens_of, tied_rows

BIN = "/redactie/prullenbak/"
IN_BIN = [name for name in TIED if name != "correction"]
"""Reports of visitors are no content: what is removed of them is gone."""
CONTENT = ("innovation_sessions", "practices")


@pytest.fixture
def robin(redacteur: User) -> Client:
    return browser(redacteur)


@pytest.fixture
def eva(eindredacteur: User) -> Client:
    return browser(eindredacteur)


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the content and of its relations, but for when it was last saved."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label in CONTENT:
            names = [f.attname for f in model._meta.concrete_fields if f.name != "updated_at"]
            found[model._meta.label] = sorted(model._base_manager.values_list(*names), key=str)
    return found


def put_back_by(client: Client, entry: TrashEntry) -> Any:
    return client.post(f"{BIN}{entry.pk}/terugzetten/")


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize("name", IN_BIN)
def test_every_kind_comes_back_as_it_was(eva: Client, make: Any, name: str, public: bool) -> None:
    row = tied_rows(make, public=public)[name]
    if hasattr(row, "themes"):
        row.themes.add(make.theme("Ruimte"))
    before, title = everything(), str(row)
    eva.post(screen(row, "delete"), {"post": "yes"})
    if everything() == before:  # others need it: nothing happened
        assert TrashEntry.objects.count() == 0
        return
    entry = TrashEntry.objects.get()
    assert (entry.title, entry.was_public) == (title, public)
    assert entry.user is not None
    assert entry.user.username == "eva"
    assert put_back_by(eva, entry).status_code == 302
    assert everything() == before
    assert TrashEntry.objects.count() == 0


def test_of_the_kinds_of_items_none_is_kept_back(eva: Client, make: Any) -> None:
    rows = tied_rows(make, public=True)
    for kind in KINDS:
        if kind.is_item:
            row = rows[kind.model._meta.model_name]
            eva.post(screen(row, "delete"), {"post": "yes"})
            assert TrashEntry.objects.filter(label=kind.model._meta.label_lower).count() == 1


def test_a_write_up_comes_back_with_all_that_hung_on_it(make: Any, eindredacteur: User) -> None:
    write_up = make.write_up("Over durven", session=make.session())
    quote = make.quote(write_up=write_up, themes=[make.theme()])
    tip = make.tip(write_up=write_up, quotes=[quote])
    make.remedy(barrier=make.barrier(related=[make.barrier(write_up=write_up)]), tip=tip)
    make.appearance(write_up=write_up)
    archetype = make.archetype(write_up=write_up)
    source = ImportDraft.objects.create(text="De bron.", write_up=write_up)
    before = everything()
    entry = throw_away(write_up, eindredacteur)
    counts = [model.objects.count() for model in (WriteUp, Quote, Tip, Appearance)]
    assert counts == [1, 0, 0, 0]  # the write-up of the barrier that stays
    assert Archetype.objects.get().write_up is None
    put_back(entry, eindredacteur)
    assert everything() == before
    source.refresh_from_db()
    archetype.refresh_from_db()
    assert {source.write_up_id, archetype.write_up_id} == {entry.object_id}
    newest = tip.history.order_by("-history_id").first()
    assert newest.history_change_reason == "Teruggezet uit de prullenbak"
    assert newest.history_user == eindredacteur
    assert [one.quote_id for one in newest.quotes.all()] == [quote.pk]


@pytest.mark.indexed
def test_what_lies_in_the_bin_is_nowhere_else(eva: Client, client: Client, make: Any) -> None:
    tip = make.tip("Kwetterpracht", text="Kwetterpracht helpt.")
    places = [
        "/zoeken/?q=kwetterpracht", "/tips/", "/api/v1/tips/", "/export/tips.json", "/sitemap.xml",
        "/feeds/tips.xml", "/", tip.write_up.get_absolute_url(),
    ]  # fmt: skip
    eva.post(screen(tip, "delete"), {"post": "yes"})
    for place in places:
        page = client.get(place, follow=True).content.decode()
        assert "kwetterpracht helpt" not in page.lower(), place
        assert "/tips/kwetterpracht/" not in page, place
    assert SearchEntry.objects.filter(title="Kwetterpracht").count() == 0
    assert client.get(tip.get_absolute_url()).status_code == 404
    put_back_by(eva, TrashEntry.objects.get())
    assert client.get(tip.get_absolute_url()).status_code == 200
    assert SearchEntry.objects.filter(title="Kwetterpracht").count() == 1


def test_the_public_and_visitors_see_no_bin(client: Client, make: Any) -> None:
    entry = throw_away(make.tip("Geheim"), None)
    assert client.get(BIN).status_code == 302
    assert b"Geheim" not in put_back_by(client, entry).content
    assert Tip.objects.count() == 0


def test_a_redacteur_puts_back_drafts_and_nothing_that_was_public(
    robin: Client, make: Any, redacteur: User
) -> None:
    mine, shown = make.tip("Van mij", write_up=make.draft()), make.tip("Van de site")
    entries = [throw_away(one, redacteur) for one in (mine, shown)]
    page = robin.get(BIN).content.decode()
    assert ("Van mij" in page, "Van de site" in page) == (True, False)
    assert [put_back_by(robin, one).status_code for one in entries] == [302, 404]
    assert [one.title for one in Tip.objects.all()] == ["Van mij"]


def test_a_redacteur_puts_nothing_in_what_was_published_meanwhile(
    robin: Client, make: Any, redacteur: User
) -> None:
    tip = make.tip("Van mij", write_up=make.draft())
    entry = throw_away(tip, redacteur)
    WriteUp.objects.update(status="published")
    assert put_back_by(robin, entry).status_code == 403
    assert (Tip.objects.count(), TrashEntry.objects.count()) == (0, 1)


def test_an_import_of_another_can_be_thrown_away_and_says_who_did(
    robin: Client, eva: Client, eindredacteur: User
) -> None:
    draft = ImportDraft.objects.create(
        text="Bron.", owner=eindredacteur, decisions={"document": {"title": "Ons verslag"}}
    )
    robin.post(f"/redactie/{draft.pk}/weggooien/")
    assert ImportDraft.objects.count() == 0
    assert eva.get(f"/redactie/{draft.pk}/").status_code == 404
    page = eva.get(BIN).content.decode()
    assert ("Ons verslag" in page, "door robin" in page) == (True, True)
    response = put_back_by(eva, TrashEntry.objects.get())
    assert response["Location"] == f"/redactie/{draft.pk}/"
    back = ImportDraft.objects.get()
    assert (back.pk, back.owner, back.decisions) == (draft.pk, eindredacteur, draft.decisions)


def test_an_address_that_was_given_away_is_kept_by_its_owner(eva: Client, make: Any) -> None:
    entry = throw_away(make.tip("Oud", slug="zo"), None)
    make.tip("Nieuw", slug="zo")
    before = everything()
    page = eva.post(f"{BIN}{entry.pk}/terugzetten/", follow=True).content.decode()
    assert "is niet teruggezet" in page
    assert "intussen van iets anders" in page
    assert everything() == before
    assert TrashEntry.objects.count() == 1


def test_a_place_that_was_taken_is_left_to_who_has_it(make: Any) -> None:
    tip = make.tip()
    entry = throw_away(tip, None)
    make.tip(write_up=tip.write_up)
    put_back(entry, None)
    assert [one.position for one in Tip.objects.order_by("pk")] == [2, 1]


def test_what_it_belongs_to_has_to_be_there(make: Any) -> None:
    tip = make.tip()
    small, large = throw_away(tip, None), throw_away(tip.write_up, None)
    with pytest.raises(TrashError, match="Zet het eerst terug"):
        put_back(small, None)
    put_back(large, None)
    put_back(small, None)
    assert Tip.objects.get().title == tip.title


def test_what_it_can_do_without_may_be_gone(make: Any) -> None:
    speaker = make.speaker()
    tip = make.tip(speaker=speaker, themes=[make.theme()])
    remedy = make.remedy(tip=tip)
    entry = throw_away(tip, None)
    for row in (speaker, remedy.barrier, *apps.get_model("practices.Theme").objects.all()):
        row.delete()
    put_back(entry, None)
    back = Tip.objects.get()
    assert (back.speaker, list(back.themes.all()), Remedy.objects.count()) == (None, [], 0)


def test_nothing_comes_back_twice(make: Any) -> None:
    tip = make.tip()
    entry = keep_copy(tip, None)
    with pytest.raises(TrashError, match="staat er al weer"):
        put_back(entry, None)
    assert Tip.objects.count() == 1


def test_many_rows_thrown_away_in_a_list_come_back_one_by_one(eva: Client, make: Any) -> None:
    first = make.barrier()
    second = make.barrier(related=[first], write_up=first.write_up)
    before = everything()
    sent = {"action": "delete_selected", "post": "yes", "_selected_action": [first.pk, second.pk]}
    eva.post(screens_of(first), sent)
    assert TrashEntry.objects.count() == 2
    for entry in TrashEntry.objects.all():
        put_back_by(eva, entry)
    assert everything() == before
