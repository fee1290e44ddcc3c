"""What a redacteur can't do in the admin: change, by whatever screen, what the public sees."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from sessions.models import Appearance, Session, Speaker
from tests.forms import add_rows, errors, form_values

CLOSED = "Dit verslag is gepubliceerd. Alleen een eindredacteur verandert daar iets aan."


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def robin(redacteur: User) -> Client:
    """A browser of a redacteur."""
    return browser(redacteur)


@pytest.fixture
def eva(eindredacteur: User) -> Client:
    """A browser of an eindredacteur."""
    return browser(eindredacteur)


def address(row: Any, action: str = "change") -> str:
    return f"/admin/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/{action}/"


def filled(client: Client, path: str, model: str) -> tuple[str, dict[str, Any]]:
    html = client.get(path).content.decode()
    return html, form_values(html, f"{model}_form")


def test_no_appearance_is_added_to_a_public_write_up_through_its_speaker(
    robin: Client, eva: Client, make: Any
) -> None:
    speaker, public = make.speaker("Nog niet bekend"), make.write_up()
    html, values = filled(robin, address(speaker), "speaker")
    row = {"write_up": str(public.pk), "part": "panel", "role": "spook"}
    add_rows(html, values, "appearances", [row])
    page = robin.post(address(speaker), values)
    assert page.status_code == 200
    assert CLOSED in errors(page.content.decode())
    assert "spook" in page.content.decode()
    assert Appearance.objects.count() == 0
    assert eva.post(address(speaker), values).status_code == 302
    assert Appearance.objects.count() == 1


def test_an_appearance_is_added_to_a_draft_through_its_speaker(robin: Client, make: Any) -> None:
    speaker, draft = make.speaker(), make.draft()
    html, values = filled(robin, address(speaker), "speaker")
    add_rows(html, values, "appearances", [{"write_up": str(draft.pk), "part": "panel"}])
    assert robin.post(address(speaker), values).status_code == 302
    assert Appearance.objects.get().write_up == draft


@pytest.mark.parametrize("scheduled", [False, True])
def test_a_new_speaker_of_a_public_write_up_is_refused_on_the_screen_to_add_one(
    robin: Client, make: Any, scheduled: bool
) -> None:
    later = timezone.now() + timedelta(days=2) if scheduled else None
    public = make.write_up(publish_at=later)
    html, values = filled(robin, "/admin/innovation_sessions/speaker/add/", "speaker")
    values["name"] = "Een spook"
    add_rows(html, values, "appearances", [{"write_up": str(public.pk), "part": "panel"}])
    page = robin.post("/admin/innovation_sessions/speaker/add/", values)
    assert CLOSED in errors(page.content.decode())
    assert Speaker.objects.filter(name="Een spook").count() == 0


@pytest.mark.parametrize(
    "kind", ["appearance", "quote", "question", "tip", "example", "tool", "barrier", "principle",
             "archetype", "remedy"]
)  # fmt: skip
def test_nothing_is_put_into_a_public_write_up(robin: Client, make: Any, kind: str) -> None:
    """Neither made there nor moved there from a draft."""
    draft, public = make.draft(), make.write_up()
    if kind == "remedy":
        row = make.remedy(barrier=make.barrier(write_up=draft))
        change = {"barrier": str(make.barrier(write_up=public).pk)}
    else:
        own = {"text": "Een muur."} if kind == "archetype" else {}
        row = getattr(make, kind)(write_up=draft, **own)
        change = {"write_up": str(public.pk)}
    _, values = filled(robin, address(row), kind)
    page = robin.post(address(row), {**values, **change})
    assert (page.status_code, CLOSED in errors(page.content.decode())) == (200, True)
    new = f"/admin/{row._meta.app_label}/{kind}/add/"
    page = robin.post(new, {**values, **change})
    assert (page.status_code, CLOSED in errors(page.content.decode())) == (200, True)
    assert robin.post(address(row), values).status_code == 302


@pytest.mark.parametrize("scheduled", [False, True])
@pytest.mark.parametrize("kind", ["speaker", "organisation", "series", "session"])
def test_what_the_public_sees_or_will_see_is_closed_to_a_redacteur(
    robin: Client, eva: Client, make: Any, kind: str, scheduled: bool
) -> None:
    later = timezone.now() + timedelta(days=2) if scheduled else None
    session = make.session(
        state="held", date="2025-05-12", series=make.series(), organiser=make.organisation()
    )
    public = make.write_up(session=session, publish_at=later)
    speaker = make.appearance(write_up=public).speaker
    row = {"speaker": speaker, "session": session, "series": session.series,
           "organisation": session.organiser}[kind]  # fmt: skip
    field = "title" if kind == "session" else "name"
    _, values = filled(eva, address(row), kind)
    values[field] = "Anders"
    assert robin.get(address(row)).status_code == 200
    assert "_save" not in robin.get(address(row)).content.decode()
    assert robin.post(address(row), values).status_code == 403
    assert eva.post(address(row), values).status_code == 302


@pytest.mark.parametrize("kind", ["speaker", "organisation", "series"])
def test_what_only_drafts_use_is_open_to_a_redacteur(robin: Client, make: Any, kind: str) -> None:
    row = getattr(make, kind)()
    if kind == "speaker":
        make.appearance(write_up=make.draft(), speaker=row)
    _, values = filled(robin, address(row), kind)
    values["name"] = "Anders"
    assert robin.post(address(row), values).status_code == 302
    row.refresh_from_db()
    assert row.name == "Anders"


def test_a_redacteur_announces_nothing_on_the_site(robin: Client, eva: Client, make: Any) -> None:
    path = "/admin/innovation_sessions/session/add/"
    _, values = filled(robin, path, "session")
    values |= {"title": "Opeens", "state": "announced", "date": "2030-01-01"}
    page = robin.post(path, values).content.decode()
    assert [one for one in errors(page) if "staat meteen op de site" in one] != []
    public = {**values, "announced_in": str(make.write_up().pk)}
    assert CLOSED in errors(robin.post(path, public).content.decode())
    assert Session.objects.count() == 0
    draft = {**values, "announced_in": str(make.draft().pk)}
    assert robin.post(path, draft).status_code == 302
    assert Session.objects.published().count() == 0
    assert eva.post(path, values).status_code == 302
    assert Session.objects.published().count() == 1


@pytest.mark.parametrize("kind", ["quote", "tip", "barrier", "appearance"])
def test_deleting_many_spares_what_is_public(robin: Client, make: Any, kind: str) -> None:
    public = getattr(make, kind)(write_up=make.write_up())
    draft = getattr(make, kind)(write_up=make.draft())
    model = type(public)
    path = f"/admin/{public._meta.app_label}/{kind}/"
    sent = {"action": "delete_selected", "post": "yes"}
    both = robin.post(path, {**sent, "_selected_action": [public.pk, draft.pk]})
    assert both.status_code == 403
    assert model._base_manager.count() == 2
    robin.post(path, {**sent, "_selected_action": [draft.pk]})
    assert list(model._base_manager.all()) == [public]


@pytest.mark.parametrize("kind", ["theme", "barriergroup", "principleset", "redirect"])
def test_shared_words_are_for_the_eindredactie(robin: Client, eva: Client, kind: str) -> None:
    app = "innovation_sessions" if kind == "redirect" else "practices"
    assert robin.get(f"/admin/{app}/{kind}/").status_code == 200
    assert robin.get(f"/admin/{app}/{kind}/add/").status_code == 403
    assert eva.get(f"/admin/{app}/{kind}/add/").status_code == 200


def test_links_from_a_draft_show_nothing_on_public_pages(
    robin: Client, client: Client, make: Any
) -> None:
    public = make.write_up()
    quote, barrier, example, archetype = (
        make.quote("Zo moet het.", write_up=public), make.barrier("Bekend", write_up=public),
        make.example("Bestaand", write_up=public), make.archetype("De muur", write_up=public),
    )  # fmt: skip
    pages = [one.get_absolute_url() for one in (quote, barrier, example, archetype)]
    before = [main_text(client, path) for path in pages]
    draft = make.draft()
    mine = make.barrier("Geheim", write_up=draft)
    _, values = filled(robin, address(mine), "barrier")
    values |= {"related": [str(barrier.pk)], "archetypes": [str(archetype.pk)],
               "quotes": [str(quote.pk)]}  # fmt: skip
    assert robin.post(address(mine), values).status_code == 302
    own = make.example("Ook geheim", write_up=draft)
    _, values = filled(robin, address(own), "example")
    assert robin.post(address(own), {**values, "quotes": [str(quote.pk)]}).status_code == 302
    assert list(mine.related.all()) == [barrier]
    assert [main_text(client, path) for path in pages] == before


def main_text(client: Client, path: str) -> str:
    main = BeautifulSoup(client.get(path).content, "html.parser").main
    assert main is not None
    return main.get_text(" ", strip=True)


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("role", ["robin", "eva"])
def test_every_list_that_a_role_sees_searches_and_filters(
    request: pytest.FixtureRequest, role: str
) -> None:
    client = request.getfixturevalue(role)
    index = BeautifulSoup(client.get("/admin/").content, "html.parser")
    lists = [str(link["href"]) for link in index.select("#content-main th a")]
    assert len(lists) >= 17
    for path in lists:
        page = BeautifulSoup(client.get(path, {"q": "de"}).content, "html.parser")
        assert [field["value"] for field in page.select("#searchbar")] == ["de"]
        for link in page.select("#changelist-filter ul a")[-1:]:
            assert client.get(f"{path}{link['href']}").status_code == 200
