"""*Klopt dit niet?*: what visitors send, and what must not come of it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.signing import TimestampSigner
from django.db import OperationalError
from django.db.models import F
from django.test import Client
from django.utils import timezone

from innovkb.corrections import guard
from innovkb.corrections.models import Correction
from innovkb.corrections.views import CORRECTABLE
from innovkb.lib.tally import Tally


@pytest.fixture
def tip(make: Any) -> Any:
    return make.tip("Begin klein")


def stamp_of(thing: Any, seconds_ago: float = 60) -> str:
    """The stamp of a form about a tip that was opened so long ago."""

    class Earlier(TimestampSigner):
        def timestamp(self) -> str:
            from django.core.signing import b62_encode

            return b62_encode(int(timezone.now().timestamp() - seconds_ago))

    return Earlier(salt="innovkb.corrections").sign(f"tip.{thing.pk}")


def address(thing: Any) -> str:
    return f"/klopt-dit-niet/tips/{thing.slug}/"


def send(client: Client, thing: Any, **fields: Any) -> Any:
    data = {"wrong": "De naam is fout gespeld.", "stamp": stamp_of(thing), **fields}
    return client.post(address(thing), data)


def test_a_correction_is_kept_and_thanked_for(client: Client, tip: Any) -> None:
    response = send(client, tip, suggestion="Annemieke", email="lezer@example.org")
    assert (response.status_code, response["Location"]) == (303, f"{address(tip)}?bedankt")
    row = Correction.objects.get()
    assert (row.kind, row.object_id, row.about) == ("tip", tip.pk, "Begin klein")
    assert (row.wrong, row.suggestion) == ("De naam is fout gespeld.", "Annemieke")
    assert (row.email, row.state, row.is_public) == ("lezer@example.org", "new", False)
    page = client.get(response["Location"]).content.decode()
    assert "Bedankt voor je melding" in page
    assert f'href="{tip.get_absolute_url()}"' in page


def test_only_what_is_wrong_must_be_filled_in(client: Client, tip: Any) -> None:
    response = send(client, tip, wrong=" \n ", suggestion="Een voorstel", email="geen adres")
    assert response.status_code == 422
    page = response.content.decode()
    assert "Vul in wat er niet klopt." in page
    assert "Dit is geen e-mailadres." in page
    assert "<title>Fout: " in page
    assert 'href="#wrong"' in page and 'href="#email"' in page
    assert "Een voorstel</textarea>" in page
    assert Correction.objects.count() == 0


@pytest.mark.parametrize(
    "fields", [{"wrong": "x" * 2001}, {"suggestion": "y" * 50_000}, {"email": "z" * 300}]
)
def test_what_is_too_long_is_refused_and_shown_again(
    client: Client, tip: Any, fields: dict[str, str]
) -> None:
    response = send(client, tip, **fields)
    assert response.status_code == 422
    assert next(iter(fields.values())) in response.content.decode()
    assert Correction.objects.count() == 0


def test_an_enormous_body_is_refused_without_an_error(client: Client, tip: Any) -> None:
    response = send(client, tip, wrong="x" * 3_000_000)
    assert (response.status_code, len(response.content) < 2000) == (413, True)


@pytest.mark.parametrize("wrong", ["nul \0 byte", "\ud800".encode("utf-8", "surrogatepass")])
def test_odd_characters_are_no_error(client: Client, tip: Any, wrong: Any) -> None:
    assert send(client, tip, wrong=wrong).status_code in {303, 422}


def test_a_script_is_stored_as_text_and_shown_escaped(client: Client, tip: Any) -> None:
    script = "<script>alert(1)</script>"
    page = send(client, tip, wrong=script, email="fout").content.decode()
    assert script not in page and "&lt;script&gt;" in page
    send(client, tip, wrong=script)
    assert Correction.objects.get().wrong == script


def test_the_same_words_about_the_same_page_are_one_row(
    client: Client, make: Any, tip: Any
) -> None:
    for wrong in ("De naam is fout.", "de  naam\nis FOUT. ", "De naam is fout."):
        assert send(client, tip, wrong=wrong).status_code == 303
    assert Correction.objects.count() == 1
    other = make.tip()
    send(client, other, wrong="De naam is fout.")
    assert Correction.objects.count() == 2


def test_a_thousand_times_is_too_many_and_the_text_is_not_lost(client: Client, tip: Any) -> None:
    statuses = [
        send(client, tip, wrong=f"Nummer {number}").status_code
        for number in range(guard.MOST_A_DAY + 5)
    ]
    assert statuses == [303] * guard.MOST_A_DAY + [429] * 5
    assert Correction.objects.count() == guard.MOST_A_DAY
    page = send(client, tip, wrong="Nog eentje").content.decode()
    assert "te veel meldingen" in page and "Nog eentje</textarea>" in page


def test_neighbours_together_are_limited_and_a_flood_closes_the_form_for_nobody_else(
    client: Client, tip: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "MOST_OF_A_BLOCK_A_DAY", 2)
    statuses = []
    for address in ("192.0.2.1", "192.0.2.2", "192.0.2.3", "198.51.100.1"):
        client.defaults["REMOTE_ADDR"] = address
        statuses.append(send(client, tip, wrong=f"Van {address}").status_code)
    assert statuses == [303, 303, 429, 303]


def test_the_count_is_that_of_all_processes_and_of_one_day(client: Client, tip: Any) -> None:
    send(client, tip)
    assert list(Tally.objects.values_list("count", flat=True)) == [1, 1]
    Tally.objects.update(count=guard.MOST_A_DAY)  # as another process may have done
    assert send(client, tip, wrong="Nog iets").status_code == 429
    Tally.objects.update(until=timezone.now() - timedelta(seconds=1), code=F("id"))
    assert send(client, tip, wrong="Nog iets").status_code == 303
    assert list(Tally.objects.values_list("count", flat=True)) == [1, 1]


def test_no_address_of_a_visitor_is_kept(client: Client, tip: Any) -> None:
    client.defaults["REMOTE_ADDR"] = "192.0.2.77"
    send(client, tip)
    rows = [*Correction.objects.values_list(), *Tally.objects.values_list()]
    assert len(rows) == 3
    assert not any("192.0.2" in str(value) for row in rows for value in row)


@pytest.mark.parametrize("at", ["may_send", "receive"])
def test_what_was_typed_stays_when_the_database_is_locked(
    client: Client, tip: Any, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    def locked(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("database is locked")

    module = "innovkb.corrections.views" if at == "receive" else "innovkb.corrections.guard"
    with monkeypatch.context() as busy:
        busy.setattr(f"{module}.{at}", locked)
        answer = send(client, tip, wrong="De naam klopt niet", email="lezer@example.org")
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    page = answer.content.decode()
    assert "De naam klopt niet</textarea>" in page
    assert 'value="lezer@example.org"' in page
    assert "te druk om je melding te bewaren" in page
    assert Correction.objects.count() == 0
    assert send(client, tip, wrong="De naam klopt niet").status_code == 303
    assert list(Correction.objects.values_list("wrong", flat=True)) == ["De naam klopt niet"]


def test_a_robot_that_fills_in_the_hidden_field_is_thanked_and_ignored(
    client: Client, tip: Any
) -> None:
    assert send(client, tip, website="https://spam.example").status_code == 303
    assert Correction.objects.count() == 0


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(1, "heel snel"), (13 * 3600, "stond te lang open")],
    ids=["too quick", "too late"],
)
def test_at_an_unlikely_time_the_form_asks_again(
    client: Client, tip: Any, seconds: float, said: str
) -> None:
    response = send(client, tip, stamp=stamp_of(tip, seconds))
    assert response.status_code == 422
    page = response.content.decode()
    assert said in page and "De naam is fout gespeld.</textarea>" in page
    assert Correction.objects.count() == 0


@pytest.mark.parametrize("stamp", ["", "tip.1:abc:def", "\0", "x" * 5000])
def test_a_stamp_that_is_not_ours_is_replaced(client: Client, tip: Any, stamp: str) -> None:
    response = send(client, tip, stamp=stamp)
    assert response.status_code == 422
    assert Correction.objects.count() == 0


def test_the_stamp_of_another_page_does_not_count(client: Client, make: Any, tip: Any) -> None:
    assert send(client, tip, stamp=stamp_of(make.tip())).status_code == 422


def test_the_form_has_a_label_for_every_field(client: Client, tip: Any) -> None:
    page = client.get(address(tip)).content.decode()
    for name in ("wrong", "suggestion", "email", "website"):
        assert f'<label class="kb-form-label" for="{name}">' in page
    assert 'class="kb-trap"' in page
    assert "noindex" in page
    assert f'href="{tip.get_absolute_url()}"' in page


@pytest.mark.parametrize("path", CORRECTABLE)
def test_every_item_and_write_up_has_its_form(client: Client, make: Any, path: str) -> None:
    thing = getattr(make, CORRECTABLE[path].key)()
    response = client.get(f"/klopt-dit-niet/{path}/{thing.slug}/")
    assert response.status_code == 200
    assert "no-cache" in response["Cache-Control"]


@pytest.mark.parametrize(
    "path",
    ["sprekers/anna", "tips/bestaat-niet", "niets/niets", "themas/ruimte", "tips/" + "x" * 99],
)
def test_other_addresses_are_not_there(client: Client, make: Any, path: str) -> None:
    make.speaker("Anna", slug="anna")
    assert client.get(f"/klopt-dit-niet/{path}/").status_code == 404


def test_a_draft_can_not_be_seen_or_corrected(client: Client, make: Any) -> None:
    tip = make.tip("Geheim", write_up=make.draft())
    assert client.get(address(tip)).status_code == 404
    assert send(client, tip).status_code == 404
    assert Correction.objects.count() == 0


def test_a_post_needs_the_token(tip: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post(address(tip), {"wrong": "x"})
    assert response.status_code == 403
    assert "Je tekst staat er nog" in response.content.decode()
