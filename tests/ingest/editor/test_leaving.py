"""What an editor skips in an update goes from the public site, and finishing says so before."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from innovkb.ingest.apply import apply_draft
from innovkb.ingest.editor.drafts import create_draft, save_decisions
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import plan_draft
from innovkb.ingest.read import read_paste
from sessions.models import Appearance, Quote, Speaker, WriteUp

TEXT = """# Proefsessie terugtrekken

Datum: 5 maart 2026

## Opening

Mara Jacobi, wethouder van Teststad, zegt: “Wij gaan nooit meer terug naar papier.”

## Slot

Ben Zuidhof, adviseur bij Haven, zegt: “Zonder de balie was dit nooit gelukt.”
"""
WORDS = "Wij gaan nooit meer terug naar papier."


@pytest.fixture
def published(eindredacteur: User) -> ImportDraft:
    draft = create_draft(source=read_paste(TEXT), user=eindredacteur)
    apply_draft(draft=draft, user=eindredacteur, publish=True)
    draft.refresh_from_db()
    return draft


def skip_mara(draft: ImportDraft) -> ImportDraft:
    plan = plan_draft(draft)
    keys = [one.key for one in plan.entries if "Mara" in one.text or WORDS in one.text]
    entries = {key: {"choice": "skip"} for key in keys}
    return save_decisions(draft=draft, version=draft.version, decisions={"entries": entries})


def update(client: Client, draft: ImportDraft) -> None:
    path = f"/redactie/{draft.pk}/afronden/"
    assert client.post(path, {"version": draft.version, "step": "draft"}).status_code == 302


def test_a_skipped_quote_and_its_speaker_go_from_every_public_page(
    chief_client: Client, client: Client, published: ImportDraft
) -> None:
    write_up = WriteUp.objects.get()
    before = [client.get(path).content.decode() for path in
              (write_up.get_absolute_url(), "/sprekers/", "/citaten/")]  # fmt: skip
    assert [("Jacobi" in page, WORDS in page) for page in before] == [
        (True, True), (True, False), (True, True),
    ]  # fmt: skip
    mara = Speaker.objects.get(name="Mara Jacobi").get_absolute_url()
    update(chief_client, skip_mara(published))
    for path in (write_up.get_absolute_url(), "/sprekers/", "/citaten/"):
        page = client.get(path).content.decode()
        assert ("Jacobi" in page, WORDS in page) == (False, False)
    assert client.get(mara).status_code == 404
    page = client.get(write_up.get_absolute_url()).content.decode()
    assert "Zonder de balie was dit nooit gelukt." in page


def test_finishing_lists_what_goes_before_it_is_pressed(
    chief_client: Client, published: ImportDraft
) -> None:
    draft = skip_mara(published)
    page = chief_client.get(f"/redactie/{draft.pk}/afronden/").content
    box = BeautifulSoup(page, "html.parser").select_one(".kb-alert--warning")
    assert box is not None
    lines = [one.get_text(strip=True) for one in box.select("li")]
    assert lines == [f"Citaat: {WORDS.rstrip('.')}", "Spreker in dit verslag: Mara Jacobi"]
    assert "blijven staan" not in box.get_text()
    assert (Quote.objects.count(), Appearance.objects.count()) == (2, 2)


def test_a_text_that_was_edited_by_hand_stays_and_finishing_names_what_stands_there(
    chief_client: Client, published: ImportDraft
) -> None:
    write_up = WriteUp.objects.get()
    write_up.body = f"Van de redactie.\n\n{write_up.body}"
    write_up.save()
    draft = skip_mara(published)
    page = chief_client.get(f"/redactie/{draft.pk}/afronden/").content
    box = BeautifulSoup(page, "html.parser").select_one(".kb-alert--warning")
    assert box is not None
    links = [one["href"] for one in box.select("a")]
    assert links == [f"/admin/innovation_sessions/writeup/{write_up.pk}/change/#id_body"]
    assert box.select("li")[-1].get_text(strip=True) == WORDS
    update(chief_client, draft)
    write_up.refresh_from_db()
    assert write_up.body.startswith("Van de redactie.")
    assert WORDS in write_up.body
    assert Appearance.objects.count() == 1


def test_a_shortened_quote_is_short_in_the_text_too(
    chief_client: Client, published: ImportDraft
) -> None:
    key = next(one.key for one in plan_draft(published).of_kind("quote") if WORDS in one.text)
    decisions = {"entries": {key: {"fields": {"text": "Wij gaan nooit meer terug"}}}}
    update(chief_client, save_decisions(draft=published, version=1, decisions=decisions))
    body = WriteUp.objects.get().body
    assert ("“Wij gaan nooit meer terug”" in body, "naar papier" in body) == (True, False)


def test_who_still_speaks_here_stays(chief_client: Client, published: ImportDraft) -> None:
    mara = Speaker.objects.get(name="Mara Jacobi")
    Quote.objects.filter(text__startswith="Zonder").update(speaker=mara)
    update(chief_client, skip_mara(published))
    assert Appearance.objects.filter(speaker=mara).count() == 1


def test_somebody_who_was_skipped_comes_back(chief_client: Client, published: ImportDraft) -> None:
    draft = skip_mara(published)
    update(chief_client, draft)
    draft.refresh_from_db()
    keys = draft.decisions["entries"]
    back = {"entries": {key: {"choice": "take"} for key in keys}}
    update(chief_client, save_decisions(draft=draft, version=draft.version, decisions=back))
    names = sorted(one.speaker.name for one in Appearance.objects.all())
    assert (names, Quote.objects.count()) == (["Ben Zuidhof", "Mara Jacobi"], 2)


def many(count: int) -> str:
    """A text in which this many people each say something and give a tip."""
    names = [f"{first} {last}" for first in ("Mara", "Ben", "Tess", "Onno") for last in
             ("Jacobi", "Zuidhof", "Blad", "Vis")][:count]  # fmt: skip
    said = "\n\n".join(
        f"{name}, wethouder van Teststad{n}, zegt: “Wij doen het vandaag al {n} keer anders.”"
        for n, name in enumerate(names)
    )
    tips = "\n".join(f"- Begin elke week met idee {n}." for n in range(count))
    return f"# Proefsessie over tellen\n\nDatum: 5 maart 2026\n\n{said}\n\n## Tips\n\n{tips}\n"


def written(queries: Any) -> list[str]:
    """The statements that change a row, but for the session that a click keeps alive."""
    statements = [one["sql"] for one in queries]
    return [
        sql for sql in statements
        if sql.split()[0] in ("INSERT", "UPDATE", "DELETE") and "django_session" not in sql
    ]  # fmt: skip


@pytest.mark.parametrize("count", [1, 3, 12])
def test_finishing_asks_little_of_the_database_and_writes_nothing(
    chief_client: Client, eindredacteur: User, count: int
) -> None:
    draft = create_draft(source=read_paste(many(count)), user=eindredacteur)
    taken = {one.key: {"choice": "take"} for one in plan_draft(draft).entries}
    save_decisions(draft=draft, version=1, decisions={"entries": taken})
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert chief_client.get(f"/redactie/{draft.pk}/afronden/").status_code == 200
    assert written(queries) == []
    assert sum(one["sql"].startswith("SELECT") for one in queries) <= 40


@pytest.mark.parametrize("count", [1, 12])
def test_an_update_asks_little_of_the_database_and_writes_nothing(
    chief_client: Client, eindredacteur: User, count: int
) -> None:
    draft = create_draft(source=read_paste(many(count)), user=eindredacteur)
    apply_draft(draft=draft, user=eindredacteur, publish=True)
    draft.refresh_from_db()
    save_decisions(draft=draft, version=1, decisions={"document": {"summary": "Anders."}})
    with CaptureQueriesContext(connection) as queries:
        assert chief_client.get(f"/redactie/{draft.pk}/afronden/").status_code == 200
    assert written(queries) == []
    assert sum(one["sql"].startswith("SELECT") for one in queries) <= 40


@pytest.mark.parametrize(
    ("pressed", "plans"),
    [({"actie": "bewaar"}, 0), ({"actie": "klaar"}, 1), ({"verplaats": "{key}:op"}, 1)],
)
def test_a_button_plans_once_at_most(
    chief_client: Client,
    published: ImportDraft,
    monkeypatch: pytest.MonkeyPatch,
    shown: Any,
    pressed: dict[str, str],
    plans: int,
) -> None:
    from innovkb.ingest.plan import planning

    path = f"/redactie/{published.pk}/"
    first, key = (one.key for one in plan_draft(published).of_kind("quote")[:2])
    values = shown(chief_client.get(path).content.decode(), "nakijken")
    calls: list[int] = []
    original = planning.compare

    def counted(*args: Any) -> Any:
        calls.append(1)
        return original(*args)

    monkeypatch.setattr(planning, "compare", counted)
    data = {name: value.format(key=key) for name, value in pressed.items()}
    assert chief_client.post(path, {**values, "d.summary": "Kort.", **data}).status_code == 302
    published.refresh_from_db()
    assert len(calls) == plans
    assert published.decisions["document"] == {"summary": "Kort."}
    if "verplaats" in pressed:
        order = published.decisions["order"]
        assert order.index(key) == order.index(first) - 1
