"""An editor makes a claim: what the form asks, refuses and keeps."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from practices.models import Claim, Voice
from sessions.admin.roles import PUBLIC
from tests.forms import Values, add_rows, errors, form_values, notices
from tests.roles import browser

ADD = "/admin/practices/claim/add/"
WAITS = (
    "Deze stelling staat nog niet op de site: daarvoor zijn minstens twee stemmen nodig uit "
    "verslagen die op de site staan."
)
ONE_ITEM = "Kies precies één: een citaat, een tip, een barrière, een principe of een vraag."
CHOOSE = "Selecteer een geldige keuze."


@pytest.fixture
def eva(eindredacteur: User) -> Client:
    return browser(eindredacteur)


@pytest.fixture
def robin(redacteur: User) -> Client:
    return browser(redacteur)


def spoken(make: Any, **fields: Any) -> Any:
    return make.tip(**{"excerpt": "Zo.", "speaker": make.speaker(), **fields})


def filled(client: Client, *rows: Values, address: str = ADD) -> Values:
    html = client.get(address).content.decode()
    values = form_values(html, "claim_form")
    add_rows(html, values, "voices", list(rows))
    return {**values, "title": "Regels remmen"}


def row(item: Any, stance: str = "agree", **fields: Any) -> Values:
    return {"stance": stance, item._meta.model_name: str(item.pk), **fields}


def test_an_editor_makes_a_claim_that_is_on_the_site_at_once(eva: Client, make: Any) -> None:
    theme, quote = make.theme("Regels"), make.quote("Doe het.", speaker=make.speaker("Anna"))
    nobody = make.barrier(excerpt="Het remt.")
    values = filled(eva, row(quote, "against", note="Dat zei Anna later."),
                    row(nobody, label="het gesprek"))  # fmt: skip
    response = eva.post(ADD, {**values, "themes": [str(theme.pk)]})
    assert response.status_code == 302
    (claim,) = Claim.objects.published()
    assert (claim.title, claim.slug, list(claim.themes.all())) == (
        "Regels remmen", "regels-remmen", [theme],
    )  # fmt: skip
    assert claim.verdict == "Eén zegt dit, één zegt het tegendeel"
    page = Client().get("/stellingen/regels-remmen/").content.decode()
    assert "Dat zei Anna later." in page
    assert "Het gesprek" in page
    assert WAITS not in notices(eva, response["Location"])


def test_a_claim_that_waits_for_voices_says_so(eva: Client, make: Any) -> None:
    public, hidden = spoken(make), spoken(make, write_up=make.draft())
    response = eva.post(ADD, filled(eva, row(public), row(hidden)))
    assert response.status_code == 302
    assert WAITS in notices(eva, response["Location"])
    assert Client().get("/stellingen/regels-remmen/").status_code == 404


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ({"tip": ""}, ONE_ITEM),
        ({"label": "het gesprek"}, "Dit zegt Anna Kwint al. Laat dit leeg."),
        ({"stance": "misschien"}, f"{CHOOSE} misschien is geen beschikbare keuze."),
        ({"tip": "99999999999999999999"}, f"{CHOOSE} Deze keuze is niet beschikbaar."),
        ({"position": "-1"}, "Zorg ervoor dat deze waarde minstens 0 is."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_nothing_is_lost(
    eva: Client, make: Any, broken: Values, message: str
) -> None:
    first = spoken(make, speaker=make.speaker("Anna Kwint"))
    rows = [row(first, note="Let op."), row(spoken(make))]
    values = filled(eva, {**rows[0], **broken}, rows[1])
    response = eva.post(ADD, values)
    html = response.content.decode()
    assert response.status_code == 200
    assert message in errors(html)
    kept = form_values(html, "claim_form")
    assert (kept["title"], kept["voices-0-note"]) == ("Regels remmen", "Let op.")
    assert kept["voices-1-tip"] == values["voices-1-tip"]
    assert Claim.objects.count() == 0


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"speaker": None}, "Dit onderdeel heeft geen spreker. Vul in wie dit zegt."),
        ({"excerpt": ""}, "Dit heeft geen passage, dus is niet te zien waar het staat."),
    ],
)
def test_a_voice_without_a_name_or_a_passage_is_refused(
    eva: Client, make: Any, fields: Values, message: str
) -> None:
    response = eva.post(ADD, filled(eva, row(spoken(make, **fields))))
    assert message in errors(response.content.decode())
    assert Claim.objects.count() == 0


def test_an_item_speaks_once_for_a_claim(eva: Client, make: Any) -> None:
    tip = spoken(make)
    response = eva.post(ADD, filled(eva, row(tip), row(tip, "against")))
    assert response.status_code == 200
    assert any("tip" in one for one in errors(response.content.decode()))
    assert Claim.objects.count() == 0


def test_a_claim_needs_a_title(eva: Client, make: Any) -> None:
    response = eva.post(ADD, {**filled(eva, row(spoken(make))), "title": " "})
    assert "Dit veld is verplicht." in errors(response.content.decode())
    assert Claim.objects.count() == 0


def test_an_address_that_is_taken_is_refused(eva: Client, make: Any) -> None:
    make.claim("Regels remmen")
    response = eva.post(ADD, {**filled(eva), "slug": "regels-remmen"})
    assert "Dit adres is al in gebruik. Kies een ander." in errors(response.content.decode())


def test_a_redacteur_prepares_a_claim_and_puts_none_on_the_site(robin: Client, make: Any) -> None:
    public, hidden = spoken(make), spoken(make, write_up=make.draft())
    assert robin.post(ADD, filled(robin, row(public), row(hidden))).status_code == 302
    claim = Claim.objects.get()
    assert list(Claim.objects.published()) == []
    address = f"/admin/practices/claim/{claim.pk}/change/"
    another = filled(robin, row(spoken(make)), address=address)
    response = robin.post(address, another)
    assert response.status_code == 200
    assert PUBLIC in errors(response.content.decode())
    assert list(Claim.objects.published()) == []
    assert Voice.objects.count() == 2


def test_what_is_taken_away_does_not_count(robin: Client, make: Any) -> None:
    claim = make.claim(voices=1)
    address = f"/admin/practices/claim/{claim.pk}/change/"
    values = {**filled(robin, row(spoken(make)), address=address), "voices-0-DELETE": "on"}
    assert robin.post(address, values).status_code == 302
    assert Voice.objects.count() == 1


def test_the_list_says_which_claims_are_on_the_site(eva: Client, make: Any) -> None:
    make.claim("Alleen", voices=1)
    make.claim("Samen")
    html = eva.get("/admin/practices/claim/").content.decode()
    shown = [part.partition('alt="')[2][:4] for part in html.split("field-shown")[1:]]
    assert sorted(shown) == ["Fals", "True"]


def test_a_screen_asks_no_more_queries_for_more_voices(eva: Client, make: Any) -> None:
    counts = []
    for voices in (2, 6):
        claim = make.claim(voices=voices)
        address = f"/admin/practices/claim/{claim.pk}/change/"
        eva.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert eva.get(address).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]
