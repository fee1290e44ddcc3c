"""A write-up goes from draft to the public by who may, and by nobody else."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from sessions.models import WriteUp
from sessions.publishing import PublishingError, hand_in, publish, send_back, unpublish


def status_of(write_up: WriteUp) -> str:
    return str(WriteUp.objects.values_list("status", flat=True).get(pk=write_up.pk))


def test_a_redacteur_hands_in_and_an_eindredacteur_publishes(
    make: Any, redacteur: User, eindredacteur: User
) -> None:
    write_up = make.draft()
    hand_in(write_up=write_up, user=redacteur)
    assert status_of(write_up) == "in_review"
    publish(write_up=write_up, user=eindredacteur)
    assert Client().get(write_up.get_absolute_url()).status_code == 200
    assert [
        (one.history_user and one.history_user.username, one.history_change_reason)
        for one in write_up.history.all()
    ][:2] == [("eva", "Gepubliceerd"), ("robin", "Ingediend ter beoordeling")]


def test_a_redacteur_publishes_nothing_and_takes_nothing_away(make: Any, redacteur: User) -> None:
    draft, public = make.draft(), make.write_up()
    with pytest.raises(PermissionDenied):
        publish(write_up=draft, user=redacteur)
    with pytest.raises(PermissionDenied):
        unpublish(write_up=public, user=redacteur)
    assert (status_of(draft), status_of(public)) == ("draft", "published")


def test_somebody_without_a_role_does_nothing(make: Any, groups: None) -> None:
    write_up = make.draft()
    with pytest.raises(PermissionDenied):
        hand_in(write_up=write_up, user=User.objects.create_user("gast"))
    assert status_of(write_up) == "draft"


def test_what_was_unpublished_is_gone_from_pages_and_search(make: Any, eindredacteur: User) -> None:
    call_command("rebuild_search", verbosity=0)
    write_up = make.write_up("Zandsuppletie voor beginners")
    unpublish(write_up=write_up, user=eindredacteur)
    assert Client().get(write_up.get_absolute_url()).status_code == 404
    assert "Zandsuppletie voor" not in Client().get("/zoeken/?q=zandsuppletie").content.decode()
    call_command("check_search", verbosity=0)


def test_what_is_published_later_is_not_public_yet(make: Any, eindredacteur: User) -> None:
    write_up = make.draft()
    publish(write_up=write_up, user=eindredacteur, at=timezone.now() + timedelta(days=1))
    assert status_of(write_up) == "published"
    assert Client().get(write_up.get_absolute_url()).status_code == 404
    publish(write_up=write_up, user=eindredacteur)
    assert Client().get(write_up.get_absolute_url()).status_code == 200


def test_steps_that_are_not_on_the_road_are_refused(make: Any, eindredacteur: User) -> None:
    public, empty = make.write_up(), make.draft(body="")
    with pytest.raises(PublishingError, match="gepubliceerd"):
        hand_in(write_up=public, user=eindredacteur)
    with pytest.raises(PublishingError, match="nog geen tekst"):
        publish(write_up=empty, user=eindredacteur)
    with pytest.raises(PublishingError):
        send_back(write_up=make.draft(), user=eindredacteur)


def test_a_step_twice_makes_one_version(make: Any, eindredacteur: User) -> None:
    write_up = make.draft()
    publish(write_up=write_up, user=eindredacteur)
    versions = write_up.history.count()
    publish(write_up=write_up, user=eindredacteur)
    assert write_up.history.count() == versions


def test_the_first_editor_is_an_eindredacteur(groups: None, settings: Any, tmp_path: Any) -> None:
    settings.VAR_DIR = tmp_path
    call_command("create_editor", verbosity=0)
    user = User.objects.get(username="redactie")
    assert list(user.groups.values_list("name", flat=True)) == ["eindredactie"]


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_in_the_admin_a_redacteur_sees_no_status_published(make: Any, redacteur: User) -> None:
    page = (
        browser(redacteur)
        .get(f"/admin/innovation_sessions/writeup/{make.draft().pk}/change/")
        .content.decode()
    )
    assert 'value="in_review"' in page
    assert 'value="published"' not in page


@pytest.mark.parametrize("kind", ["write_up", "tip"])
def test_in_the_admin_what_is_public_is_closed_to_a_redacteur(
    make: Any, redacteur: User, eindredacteur: User, kind: str
) -> None:
    tip = make.tip()
    row = tip if kind == "tip" else tip.write_up
    url = f"/admin/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/"
    assert browser(redacteur).post(f"{url}change/", {"title": "x"}).status_code == 403
    assert browser(redacteur).post(f"{url}delete/", {"post": "yes"}).status_code == 403
    assert browser(eindredacteur).post(f"{url}change/", {"title": "x"}).status_code == 200


def test_in_the_admin_only_an_eindredacteur_merges_speakers(
    make: Any, redacteur: User, eindredacteur: User
) -> None:
    make.speaker()
    url = "/admin/innovation_sessions/speaker/"
    assert "merge_selected" not in browser(redacteur).get(url).content.decode()
    assert "merge_selected" in browser(eindredacteur).get(url).content.decode()
