"""Every version of a write-up and item is kept, can be compared, and can come back."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.test import Client

from sessions.models import Quote
from sessions.publishing import PublishingError
from sessions.versions import deleted_items, differences, restore, versions
from tests.forms import form_values


@pytest.mark.usefixtures("content")
def test_content_that_was_loaded_has_no_versions_until_it_changes() -> None:
    quote = Quote.objects.first()
    assert quote is not None
    assert versions(quote) == []
    before = quote.text
    quote.text = "Anders."
    quote.save()
    assert [one.record.text for one in versions(quote)] == ["Anders.", before]


def test_a_change_in_the_admin_says_who_and_when(make: Any, editor: User) -> None:
    theme = make.theme("Water")
    client = Client()
    client.force_login(editor)
    client.post(f"/admin/practices/theme/{theme.pk}/change/", {"name": "Zee", "slug": "water"})
    tip = make.tip("Begin klein", write_up=make.write_up(body="Begin klein."))
    path = f"/admin/practices/tip/{tip.pk}/change/"
    values = form_values(client.get(path).content.decode(), "tip_form")
    client.post(path, {**values, "title": "Begin kleiner"})
    newest = versions(tip)[0]
    assert (newest.user, newest.action, newest.record.title) == (
        "redactie",
        "gewijzigd",
        "Begin kleiner",
    )


def test_two_versions_can_be_compared(make: Any) -> None:
    first, second = make.theme("Ruimte"), make.theme("Geld")
    tip = make.tip("Begin klein", themes=[first])
    tip.title = "Begin groot"
    tip.save()
    tip.themes.set([second])
    old, new = versions(tip)[-1].record, versions(tip)[0].record
    found = {one.label: (one.before, one.after) for one in differences(before=old, after=new)}
    assert found["titel"] == ("Begin klein", "Begin groot")
    assert found["thema’s"][1] == "Geld"


def test_a_version_can_come_back(make: Any, editor: User) -> None:
    theme = make.theme("Ruimte")
    tip = make.tip("Begin klein", themes=[theme])
    old = versions(tip)[0].record
    tip.title = "Begin groot"
    tip.save()
    tip.themes.clear()
    restore(record=old, user=editor)
    tip.refresh_from_db()
    assert (tip.title, list(tip.themes.all())) == ("Begin klein", [theme])
    assert versions(tip)[0].user == "redactie"


def test_a_deleted_item_can_come_back_at_its_address(make: Any, editor: User) -> None:
    quote = make.quote("Wij begonnen met één straat.")
    write_up, url = quote.write_up, quote.get_absolute_url()
    quote.delete()
    assert Client().get(url).status_code == 404
    restore(record=deleted_items(write_up)[0].record, user=editor)
    assert Client().get(url).status_code == 200
    assert deleted_items(write_up) == []


def test_going_back_publishes_nothing_and_unpublishes_nothing(make: Any, editor: User) -> None:
    write_up = make.draft("Eerst")
    write_up.title, write_up.status = "Later", "published"
    write_up.save()
    restore(record=versions(write_up)[-1].record, user=editor)
    write_up.refresh_from_db()
    assert (write_up.title, write_up.status) == ("Eerst", "published")


def test_what_the_version_needs_must_be_there(make: Any, editor: User) -> None:
    quote = make.quote()
    record = versions(quote)[0].record
    quote.write_up.delete()
    with pytest.raises(PublishingError, match="bestaat niet meer"):
        restore(record=record, user=editor)


def test_an_address_that_was_given_away_stays_with_its_new_owner(make: Any, editor: User) -> None:
    quote = make.quote("Zo.", slug="zo")
    record, write_up = versions(quote)[0].record, quote.write_up
    quote.delete()
    make.quote("Zus.", slug="zo", write_up=write_up)
    with pytest.raises(PublishingError, match="intussen"):
        restore(record=record, user=editor)
    assert Quote.objects.get(slug="zo").text == "Zus."


def test_who_may_not_change_it_may_not_restore_it(make: Any) -> None:
    tip = make.tip()
    with pytest.raises(PermissionDenied):
        restore(record=versions(tip)[0].record, user=User.objects.create_user("gast"))


def test_a_restored_version_says_when_by_the_clock_of_here(make: Any, editor: User) -> None:
    tip = make.tip("Begin klein")
    record = versions(tip)[0].record
    record.history_date = datetime(2026, 7, 1, 6, 17, tzinfo=UTC)
    record.save()
    restore(record=record, user=editor)
    assert versions(tip)[0].reason == "Teruggezet naar 01-07-2026 08:17"
