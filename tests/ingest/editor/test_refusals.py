"""What can't be done now or at all is told in plain words, and nothing that was typed is lost."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client

from innovkb.ingest.apply import DraftInvalid, apply_draft, outlook
from innovkb.ingest.editor.drafts import StaleDraft, create_draft, save_decisions
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import plan_draft
from innovkb.ingest.read import MAX_UPLOAD_BYTES, read_paste
from sessions.models import Organisation, WriteUp

BUSY = "De site is nu te druk. Er is niets veranderd; probeer het zo nog eens."


def locked(*args: Any, **kwargs: Any) -> Any:
    raise OperationalError("database is locked")


@pytest.mark.parametrize(
    "origin", ["https://token.evil.example", "https://evil.example/token", "null", "token"]
)
def test_a_form_of_another_site_is_never_offered_again(
    draft: ImportDraft, eindredacteur: User, origin: str
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(eindredacteur)
    sent = {"version": "1", "d.title": "Kwaad"}
    page = client.post(f"/redactie/{draft.pk}/", sent, headers={"Origin": origin})
    text = page.content.decode()
    assert (page.status_code, "Kwaad" in text, "csrfmiddlewaretoken" in text) == (403, False, False)


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/redactie/nieuw/", "innovkb.ingest.editor.views.start.create_draft"),
        ("/redactie/{pk}/", "innovkb.ingest.editor.views.review.save_sent"),
        ("/redactie/{pk}/afronden/", "innovkb.ingest.editor.views.finish.apply_draft"),
    ],
)
def test_while_the_database_is_locked_what_was_typed_stays_and_can_be_sent_again(
    chief_client: Client,
    draft: ImportDraft,
    monkeypatch: pytest.MonkeyPatch,
    path: str,
    target: str,
) -> None:
    monkeypatch.setattr(target, locked)
    sent = {"version": "1", "text": "Een heel\nverslag", "d.title": "Titel", "step": "draft"}
    page = chief_client.post(path.format(pk=draft.pk), sent)
    kept = BeautifulSoup(page.content, "html.parser").select_one("form.rv-form")
    assert kept is not None
    values = {one["name"]: one.get("value") or one.get_text() for one in kept.select("[name]")}
    values.pop("csrfmiddlewaretoken")
    assert (page.status_code, page["Retry-After"]) == (503, "30")
    assert BUSY in page.content.decode()
    assert {name: str(value).strip() for name, value in values.items()} == sent
    assert WriteUp.objects.count() == 0


def test_autosave_is_told_of_a_locked_database_and_tries_again(
    chief_client: Client, draft: ImportDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("innovkb.ingest.editor.views.review.save_sent", locked)
    response = chief_client.post(
        f"/redactie/{draft.pk}/bewaren/", {"d.title": "X"}, headers={"X-Requested-With": "fetch"}
    )
    assert (response.status_code, response.json()["message"]) == (503, BUSY)


def test_a_preview_while_the_database_is_locked_is_no_crash(
    chief_client: Client, draft: ImportDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("innovkb.ingest.editor.views.finish.preview", locked)
    chief_client.raise_request_exception = False
    page = chief_client.get(f"/redactie/{draft.pk}/voorbeeld/")
    assert (page.status_code, page["Retry-After"]) == (503, "30")


@pytest.mark.parametrize("screen", ["voorbeeld/", "afronden/", "?controle=ja"])
def test_a_colleague_who_saves_at_that_moment_is_told_of(
    chief_client: Client, draft: ImportDraft, monkeypatch: pytest.MonkeyPatch, screen: str
) -> None:
    """Between the reading of the draft and its applying somebody saves."""
    applying = "innovkb.ingest.apply.applying.plan_draft"

    def overtaken(current: ImportDraft) -> Any:
        raise StaleDraft(current, {})

    monkeypatch.setattr(applying, overtaken)
    page = chief_client.get(f"/redactie/{draft.pk}/{screen}", follow=True)
    told = "Iemand anders bewaarde intussen" in page.content.decode()
    assert (page.status_code, told) == (200, screen == "voorbeeld/")


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    chief_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(self: Any, *args: Any) -> bytes:
        raise AssertionError("read whole")

    big = SimpleUploadedFile("verslag.txt", b"x" * (MAX_UPLOAD_BYTES + 1))
    monkeypatch.setattr("django.core.files.uploadedfile.TemporaryUploadedFile.read", read)
    page = chief_client.post("/redactie/nieuw/", {"file": big})
    assert (page.status_code, ImportDraft.objects.count()) == (422, 0)
    assert "een bestand mag hoogstens 20 MB zijn" in page.content.decode()


def test_another_organisation_with_the_very_same_name_is_not_offered(
    chief_client: Client, draft: ImportDraft, make: Any
) -> None:
    make.organisation("Gemeente Dorpsveen")
    page = chief_client.get(f"/redactie/{draft.pk}/").content.decode()
    assert "andere organisatie met dezelfde naam" not in page


def test_that_answer_of_an_earlier_page_is_told_at_its_field(
    draft: ImportDraft, make: Any, key: Any
) -> None:
    known = make.organisation("Gemeente Dorpsveen")
    entries = {key("organisation"): {"fields": {"match": "other"}, "choice": "take"}}
    draft = save_decisions(draft=draft, version=1, decisions={"entries": entries})
    told = [("organisation", "name", "Er is al een organisatie die precies")]
    found = outlook(plan_draft(draft)).problems
    assert [(one.key.split("-")[0], one.field, one.message[:36]) for one in found] == told
    with pytest.raises(DraftInvalid):
        apply_draft(draft=draft)
    assert list(Organisation.objects.all()) == [known]


def test_an_alias_of_one_may_be_the_name_of_another(make: Any, eindredacteur: User) -> None:
    make.organisation("Gemeente Dorpsveen-Oost", aliases=["Gemeente Dorpsveen"])
    text = "# Een dag aan zee\n\nMarieke Zandstra (adviseur, Gemeente Dorpsveen) opende.\n"
    draft = create_draft(source=read_paste(text), user=eindredacteur)
    entry = plan_draft(draft).of_kind("organisation")[0]
    decisions = {"entries": {entry.key: {"fields": {"match": "other"}, "choice": "take"}}}
    draft = save_decisions(draft=draft, version=1, decisions=decisions)
    apply_draft(draft=draft)
    assert Organisation.objects.filter(name="Gemeente Dorpsveen").count() == 1
