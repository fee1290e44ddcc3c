"""One road to the public: by whatever way a write-up is published, its session is held."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from innovkb.search.index.tracking import refresh_due
from innovkb.search.models import SearchState
from sessions.models import Session, WriteUp
from sessions.publishing import publish, unpublish
from tests.forms import form_values
from tests.roles import browser

pytestmark = [pytest.mark.indexed, pytest.mark.django_db]
ROADS = ("service", "screen", "admin", "plan")


@pytest.fixture
def draft(make: Any) -> Any:
    session = make.session("Durven", slug="durven")
    return make.draft(session=session, date=date(2025, 5, 12))


def admin_save(client: Client, write_up: WriteUp, **values: str) -> Any:
    path = f"/admin/innovation_sessions/writeup/{write_up.pk}/change/"
    sent = form_values(client.get(path).content.decode(), "writeup_form")
    return client.post(path, {**sent, **values})


def take(road: str, write_up: WriteUp, user: User) -> None:
    if road == "service":
        publish(write_up=write_up, user=user)
    elif road == "screen":
        path = f"/redactie/verslagen/{write_up.slug}/"
        assert browser(user).post(path, {"step": "publish"}).status_code == 302
    elif road == "admin":
        assert admin_save(browser(user), write_up, status="published").status_code == 302
    else:
        publish(write_up=write_up, user=user, at=timezone.now() + timedelta(hours=1))
        assert Session.objects.get().state == "announced"
        WriteUp.objects.update(publish_at=timezone.now() - timedelta(minutes=1))
        refresh_due(SearchState.objects.get())


@pytest.mark.parametrize("road", ROADS)
def test_the_session_is_held_on_every_road(
    client: Client, eindredacteur: User, draft: WriteUp, road: str
) -> None:
    take(road, draft, eindredacteur)
    session = Session.objects.get()
    assert (session.state, session.date) == ("held", date(2025, 5, 12))
    assert client.get("/api/v1/sessies/durven/", follow=True).json()["state"] == "held"
    assert "aangekondigd" not in client.get(session.get_absolute_url()).content.decode().lower()


def test_due_without_anything_run_it_is_shown_as_held_everywhere(
    client: Client, draft: WriteUp
) -> None:
    WriteUp.objects.update(status="published", publish_at=timezone.now() - timedelta(minutes=1))
    assert Session.objects.get().state == "announced"
    assert client.get("/api/v1/sessies/durven/", follow=True).json()["state"] == "held"
    rows = client.get("/export/sessies.json").json()
    assert "announced" not in str(rows)


def test_without_any_day_it_stays_announced(eindredacteur: User, draft: WriteUp) -> None:
    draft.date = None
    draft.save()
    publish(write_up=draft, user=eindredacteur)
    assert Session.objects.get().state == "announced"


def test_the_admin_takes_the_steps_of_the_road(eindredacteur: User, draft: WriteUp) -> None:
    client = browser(eindredacteur)
    for status in ("in_review", "draft", "published", "in_review"):
        assert admin_save(client, draft, status=status).status_code == 302
        draft.refresh_from_db()
        assert draft.status == status
    reasons = [one.history_change_reason for one in draft.history.all()]
    assert [one for one in reasons if one][:5] == [
        "Ingediend ter beoordeling", "Van de site gehaald", "Gepubliceerd",
        "Terug naar concept", "Ingediend ter beoordeling",
    ]  # fmt: skip


def test_a_plan_made_in_the_admin_is_kept(eindredacteur: User, draft: WriteUp) -> None:
    values = {"status": "published", "publish_at_0": "2031-05-01", "publish_at_1": "09:30"}
    assert admin_save(browser(eindredacteur), draft, **values).status_code == 302
    draft.refresh_from_db()
    assert (draft.status, draft.publish_at and draft.publish_at.isoformat()) == (
        "published",
        "2031-05-01T07:30:00+00:00",
    )
    assert draft.history.first().history_change_reason == "Gepland voor 01-05-2031 09:30"
    unpublish(write_up=draft, user=eindredacteur)
    assert draft.publish_at is None
