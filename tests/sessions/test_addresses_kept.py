"""An address that was once published keeps working, whoever changes the slug and how."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from sessions.models import Redirect
from sessions.publishing import unpublish
from sessions.redirects import keep_address
from sessions.versions import restore, versions
from tests.roles import ITEMS, tied_rows

WITH_PAGE = (*(name for name in ITEMS if name != "principle"), "speaker", "organisation", "series",
             "session", "writeup")  # fmt: skip


def redirects() -> list[tuple[str, str]]:
    return list(Redirect.objects.values_list("old_path", "new_path"))


@pytest.mark.parametrize("name", WITH_PAGE)
def test_a_public_row_that_gets_another_slug_leaves_a_redirect(
    client: Client, make: Any, name: str
) -> None:
    row = tied_rows(make, public=True)[name]
    row = type(row).objects.get(pk=row.pk)
    old = row.get_absolute_url()
    row.slug = "een-ander-adres"
    row.save()
    assert redirects() == [(old, row.get_absolute_url())]
    assert client.get(old)["Location"] == row.get_absolute_url()
    assert client.get(row.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("name", WITH_PAGE)
def test_a_row_that_never_was_public_leaves_none(make: Any, name: str) -> None:
    row = tied_rows(make, public=False)[name]
    row = type(row).objects.get(pk=row.pk)
    row.slug = "een-ander-adres"
    row.save()
    assert redirects() == []


def test_a_theme_and_a_set_of_principles_leave_one_too(make: Any) -> None:
    theme, principles = make.theme("Geld"), make.principle(write_up=make.write_up()).set
    old = [theme.get_absolute_url(), principles.get_absolute_url()]
    for row in (theme, principles):
        row.slug = "een-ander-adres"
        row.save()
    assert dict(redirects()) == dict(
        zip(old, [theme.get_absolute_url(), principles.get_absolute_url()], strict=True)
    )


def test_restoring_an_older_version_leaves_a_redirect(
    client: Client, make: Any, eindredacteur: User
) -> None:
    tip = make.tip("Begin klein")
    first = versions(tip)[0].record
    tip.slug = "nieuw"
    tip.save()
    restore(record=first, user=eindredacteur)
    assert redirects() == [("/tips/nieuw/", "/tips/begin-klein/")]
    assert client.get("/tips/nieuw/")["Location"] == "/tips/begin-klein/"
    assert client.get("/tips/begin-klein/").status_code == 200


def test_what_was_public_once_keeps_its_address_while_it_is_off_the_site(
    make: Any, redacteur: User, eindredacteur: User
) -> None:
    write_up = make.write_up(slug="eerst")
    unpublish(write_up=write_up, user=eindredacteur)
    write_up.slug = "daarna"
    write_up.save()
    assert redirects() == [("/verslagen/eerst/", "/verslagen/daarna/")]


def test_off_the_site_it_takes_no_address_that_leads_elsewhere_by_now(
    make: Any, eindredacteur: User
) -> None:
    write_up = make.write_up(slug="eerst")
    unpublish(write_up=write_up, user=eindredacteur)
    Redirect.objects.create(old_path="/verslagen/eerst/", new_path="/verslagen/ander/")
    write_up.slug = "daarna"
    write_up.save()
    assert redirects() == [("/verslagen/eerst/", "/verslagen/ander/")]


def test_going_back_to_a_former_address_makes_no_circle(client: Client, make: Any) -> None:
    tip = make.tip("Begin klein")
    for slug in ("tweede", "derde", "begin-klein"):
        tip.slug = slug
        tip.save()
    assert dict(redirects()) == {
        "/tips/tweede/": "/tips/begin-klein/",
        "/tips/derde/": "/tips/begin-klein/",
    }


def test_a_redirect_of_another_page_stays_where_a_page_comes_to_stand(make: Any) -> None:
    Redirect.objects.create(old_path="/tips/weg/", new_path="/tips/elders/")
    keep_address(old_path="/tips/hier/", new_path="/tips/weg/")
    assert dict(redirects()) == {"/tips/weg/": "/tips/elders/", "/tips/hier/": "/tips/weg/"}


@pytest.mark.parametrize("published", [True, False])
def test_a_redacteur_restores_no_row_that_is_public_today(
    make: Any, redacteur: User, published: bool
) -> None:
    """Also not by a version of when it belonged to a draft."""
    draft, public = make.draft(), make.write_up()
    tip = make.tip("Begin klein", write_up=draft)
    old = versions(tip)[0].record
    tip.write_up = public if published else make.draft()
    tip.position = 7
    tip.save()
    if published:
        with pytest.raises(PermissionDenied):
            restore(record=old, user=redacteur)
    else:
        restore(record=old, user=redacteur)
    tip.refresh_from_db()
    assert tip.write_up == (public if published else draft)


def test_a_redacteur_restores_no_archetype_of_the_site(make: Any, redacteur: User) -> None:
    pattern = make.archetype("De muur")
    old = versions(pattern)[0].record
    pattern.write_up = make.draft()
    pattern.save()
    with pytest.raises(PermissionDenied):
        restore(record=old, user=redacteur)
    pattern.refresh_from_db()
    assert pattern.write_up is not None


@pytest.mark.parametrize(
    "target",
    ["//evil.example/", "javascript:alert(1)", "https://evil.example/", "/\\evil.example", "tips/",
     "/tips/\x0bx/", "/\t/evil.example", ""],
)  # fmt: skip
def test_a_redirect_leads_to_a_path_of_the_site(
    client: Client, make: Any, editor_client: Client, target: str
) -> None:
    row = Redirect(old_path="/tips/oud/", new_path=target)
    with pytest.raises(ValidationError):
        row.full_clean()
    page = editor_client.post(
        "/admin/innovation_sessions/redirect/add/", {"old_path": "/a/", "new_path": target}
    )
    assert (page.status_code, Redirect.objects.count()) == (200, 0)
    row.save()
    Redirect.objects.update(new_path=target)  # as one from before texts were cleaned on saving
    answer = client.get("/tips/oud/")
    assert (answer.status_code, answer.headers.get("Location")) == (404, None)
