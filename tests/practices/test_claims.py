"""Claims: who says so, who says the opposite, and what must not show of a draft."""

import json
import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from innovkb.kinds import kind
from innovkb.lib.publishing import Status
from practices.models import Claim, Voice
from practices.models.claim import SPOKEN, attach_counts

SECRET = "Geheimzinnig"


def page(client: Client, claim: Claim) -> str:
    return unescape(client.get(claim.get_absolute_url()).content.decode())


def said(make: Any, claim: Claim, name: str = "tip", stance: str = "agree", **fields: Any) -> Voice:
    """A voice by an item of a kind, with a passage and a speaker of its own unless given."""
    fields = {"excerpt": f"Passage van een {name}.", "speaker": make.speaker(), **fields}
    voice: Voice = make.voice(claim=claim, stance=stance, **{name: getattr(make, name)(**fields)})
    return voice


def full(claim: Claim) -> Any:
    return kind("claim").full().get(pk=claim.pk)


@pytest.mark.parametrize("name", SPOKEN)
def test_a_page_shows_each_voice_with_its_passage_and_the_ways_to_it(
    client: Client, make: Any, name: str
) -> None:
    claim = make.claim("Regels remmen")
    source = make.write_up("Een verslag", date="2025-05-12")
    person = make.speaker("Anna Kwint")
    make.appearance(write_up=source, speaker=person, role="wethouder")
    voice = said(make, claim, name, "against", speaker=person, write_up=source,
                 excerpt="De woorden van de bron.")  # fmt: skip
    html = page(client, claim)
    assert '<h2 id="against">Eén zegt het tegendeel</h2>' in html
    part = html[html.index('id="against"') : html.index("Klopt dit niet?")]
    assert re.findall(r"<blockquote[^>]*>\s*<p>(.*?)</p>", part) == ["De woorden van de bron."]
    assert f'<a href="{person.get_absolute_url()}">Anna Kwint</a>' in part
    assert "wethouder" in part
    assert f'href="{voice.item.get_absolute_url()}"' in part
    anchor = f"{name}-{voice.item.slug}"
    assert re.search(rf'href="{source.get_absolute_url()}#[^"]*{voice.item.slug}"', part)
    assert f'id="{anchor}"' in part
    assert 'Een verslag</cite> (<time datetime="2025-05-12">12 mei 2025</time>)' in part


@pytest.mark.parametrize(
    ("wording", "authors", "people", "known"),
    [
        ("verbatim", 0, 1, "Woordelijk: Anna Kwint, in <cite>Verslag</cite>"),
        ("verbatim", 0, 0, "Woordelijk in <cite>Verslag</cite>"),
        ("second_hand", 1, 1,
         "Woordelijk: Anna Kwint, aangehaald door Bo Schrijver in <cite>Verslag</cite>"),
        ("reported", 0, 1, "Volgens Anna Kwint, weergegeven in <cite>Verslag</cite>"),
        ("reported", 1, 1,
         "Volgens Anna Kwint, weergegeven door Bo Schrijver in <cite>Verslag</cite>"),
        ("reported", 0, 0, "Zo staat het in <cite>Verslag</cite>"),
        ("edited", 1, 1, "Zo staat het in <cite>Verslag</cite>"),
    ],
)  # fmt: skip
def test_a_page_says_how_we_know_the_words(
    client: Client, make: Any, wording: str, authors: int, people: int, known: str
) -> None:
    claim, source = make.claim(), make.write_up("Verslag")
    if authors:
        make.appearance(write_up=source, speaker=make.speaker("Bo Schrijver"), part="author")
    person = make.speaker("Anna Kwint") if people else None
    said(make, claim, wording=wording, write_up=source, speaker=person)
    captions = re.findall(r"<figcaption[^>]*>(.*?)</figcaption>", page(client, claim))
    assert captions[-1] == known


def test_people_are_counted_once_for_a_stance_and_authors_each(make: Any) -> None:
    claim = make.claim(voices=0)
    anna, bo, cas = make.speaker("Anna"), make.speaker("Bo"), make.speaker("Cas")
    source = make.write_up()
    said(make, claim, speaker=anna)
    said(make, claim, "quote", text="Ook Anna.", speaker=anna)
    said(make, claim, "barrier", "against", speaker=bo, co_speakers=[bo, cas])
    said(make, claim, "tip", "against", speaker=anna)
    for name in ("tip", "barrier"):
        item = getattr(make, name)(write_up=source, excerpt="Zo.")
        make.voice(claim=claim, stance="depends", label="het gesprek", **{name: item})
    said(make, claim, "quote", "depends", speaker=None, speaker_label="een deelnemer",
         write_up=source)  # fmt: skip
    said(make, claim, "quote", "depends", speaker=None, speaker_label="een deelnemer")
    counts = {"agree": 1, "against": 3, "depends": 3}
    assert dict(full(claim).counts) == counts
    assert dict(Claim.objects.get(pk=claim.pk).counts) == counts
    assert full(claim).verdict == (
        "Eén zegt dit, drie zeggen het tegendeel, drie zeggen: het hangt ervan af"
    )


def test_counts_of_many_claims_take_one_query(make: Any) -> None:
    claims = [make.claim(voices=number) for number in (2, 3, 4)]
    with CaptureQueriesContext(connection) as captured:
        attach_counts(claims)
        assert [dict(one.counts) for one in claims] == [{"agree": 2}, {"agree": 3}, {"agree": 4}]
    assert len(captured) == 1


STATES = {
    "draft": {"status": Status.DRAFT},
    "in review": {"status": Status.IN_REVIEW},
    "later": {"status": Status.PUBLISHED, "publish_at": timezone.now() + timedelta(days=5)},
}


def out(client: Client, claim: Claim) -> str:
    """Everything of a claim that leaves the site."""
    found = full(claim)
    entry = kind("claim").entry(kind("claim").indexed().get(pk=claim.pk))
    theme = claim.themes.get()
    addresses = (
        "/", claim.get_absolute_url(), "/stellingen/", theme.get_absolute_url(),
        f"/api/v1/claims/{claim.slug}", "/api/v1/claims", "/stellingen/feed.xml", "/feed.xml",
        f"{theme.get_absolute_url()}feed.xml", "/export/stellingen.csv", "/export/stellingen.json",
        "/sitemap-stellingen.xml",
    )  # fmt: skip
    pages = [client.get(address) for address in addresses]
    assert {one.status_code for one in pages} == {200}
    texts = [unescape(one.content.decode()) for one in pages]
    return f"{kind('claim').serialize(found)}{entry}{texts}"


@pytest.mark.parametrize("state", STATES)
def test_a_voice_of_a_write_up_that_is_not_public_shows_nowhere(
    client: Client, make: Any, state: str
) -> None:
    claim = make.claim("Regels remmen", themes=[make.theme("Regels")])
    hidden = make.write_up(f"{SECRET} verslag", body=SECRET, **STATES[state])
    secrets = {name: f"{SECRET} passage van een {name}" for name in SPOKEN}
    for name, secret in secrets.items():
        voice = said(make, claim, name, "against", write_up=hidden, excerpt=secret,
                     speaker=make.speaker(f"{SECRET} Spreker {name}"))  # fmt: skip
        Voice.objects.filter(pk=voice.pk).update(note=f"{SECRET} toelichting")
    text = out(client, claim)
    assert SECRET.lower() not in text.lower()
    assert "tegendeel" not in text.replace("niemand zegt het tegendeel", "")
    assert dict(Claim.objects.get(pk=claim.pk).counts) == {"agree": 2}
    type(hidden).objects.filter(pk=hidden.pk).update(status=Status.PUBLISHED, publish_at=None)
    shown = out(client, claim)
    assert [name for name, secret in secrets.items() if secret not in shown] == []
    assert "Twee zeggen dit, vijf zeggen het tegendeel" in shown


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("heard", [0, 1])
def test_a_claim_with_fewer_than_two_public_voices_is_nowhere(
    client: Client, make: Any, heard: int, state: str
) -> None:
    theme = make.theme("Regels")
    claim = make.claim(f"{SECRET} stelling", voices=heard, themes=[theme])
    make.tip(themes=[theme])
    hidden = make.write_up(**STATES[state])
    for _ in range(2):
        said(make, claim, write_up=hidden)
    assert list(Claim.objects.published()) == []
    assert list(Voice.objects.published()) == []
    for address in (claim.get_absolute_url(), f"/api/v1/claims/{claim.slug}",
                    f"/deel/stellingen/{claim.slug}/breed.png",
                    f"/klopt-dit-niet/stellingen/{claim.slug}/"):  # fmt: skip
        assert client.get(address).status_code == 404, address
    for address in ("/", "/stellingen/", theme.get_absolute_url(), "/api/v1/claims", "/feed.xml",
                    "/stellingen/feed.xml", "/export/stellingen.csv",
                    "/sitemap-stellingen.xml"):  # fmt: skip
        assert SECRET not in client.get(address).content.decode(), address
    type(hidden).objects.filter(pk=hidden.pk).update(status=Status.PUBLISHED, publish_at=None)
    assert client.get(claim.get_absolute_url()).status_code == 200


def test_two_voices_of_two_public_write_ups_and_none_of_themselves(make: Any) -> None:
    """Voices of one claim don't make another one public."""
    loud, alone = make.claim(voices=3), make.claim(voices=1)
    assert list(Claim.objects.published()) == [loud]
    assert {one.claim_id for one in Voice.objects.published()} == {loud.pk}
    assert alone.counts == {}


def test_a_claim_is_dated_by_its_second_voice(make: Any) -> None:
    """Who follows the feed misses none: it came when it could first be seen."""
    claim = make.claim(voices=0)
    old = timezone.now() - timedelta(days=300)
    Claim.objects.update(added_at=old)
    for days in (200, 100, 10):
        source = make.write_up()
        type(source).objects.filter(pk=source.pk).update(
            public_since=timezone.now() - timedelta(days=days)
        )
        said(make, claim, write_up=source)
    (came,) = kind("claim").dated().values_list("came", flat=True)
    assert (timezone.now() - came).days == 100


def test_a_theme_leads_to_its_claims_and_to_no_others(client: Client, make: Any) -> None:
    theme = make.theme("Regels")
    mine, other = make.claim("Regels remmen", themes=[theme]), make.claim("Iets anders")
    make.tip(themes=[theme])
    html = unescape(client.get(theme.get_absolute_url()).content.decode())
    assert "Is iedereen het eens?" in html
    assert f'href="{mine.get_absolute_url()}"' in html
    assert "Twee zeggen dit, niemand zegt het tegendeel." in html
    assert other.get_absolute_url() not in html
    feed = client.get(f"{theme.get_absolute_url()}feed.xml").content.decode()
    assert mine.get_absolute_url() in feed
    assert other.get_absolute_url() not in feed
    listed = unescape(client.get("/stellingen/", {"thema": theme.slug}).content.decode())
    assert mine.get_absolute_url() in listed
    assert other.get_absolute_url() not in listed


def test_a_theme_without_claims_says_nothing_of_them(client: Client, make: Any) -> None:
    theme = make.theme()
    make.tip(themes=[theme])
    assert "eens?" not in client.get(theme.get_absolute_url()).content.decode()


def test_the_discs_are_for_eyes_alone(client: Client, make: Any) -> None:
    claim = make.claim()
    said(make, claim, stance="depends")
    html = page(client, claim)
    assert html.count('<span class="kb-tally" aria-hidden="true">') == 1
    assert re.findall(r"kb-tally__one--(\w+)", html) == ["agree", "agree", "depends"]


def test_machines_get_a_claim_with_where_it_is_made(client: Client, make: Any) -> None:
    claim = make.claim("Regels remmen", voices=1)
    against = said(make, claim, stance="against").item
    html = client.get(claim.get_absolute_url()).content.decode()
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    thing = json.loads(data)["@graph"][1]
    assert (thing["@type"], thing["text"]) == ("Claim", "Regels remmen")
    assert len(thing["appearance"]) == 1
    assert [one["name"] for one in thing["citation"]][1] == str(against)


@pytest.mark.parametrize("chosen", [(), ("tip", "quote")])
def test_a_voice_is_one_item(make: Any, chosen: tuple[str, ...]) -> None:
    items = {name: getattr(make, name)() for name in chosen}
    voice = Voice(claim=make.claim(), **items)
    with pytest.raises(ValidationError) as caught:
        voice.full_clean()
    assert caught.value.messages == [
        "Kies precies één: een citaat, een tip, een barrière, een principe of een vraag."
    ]
    with pytest.raises(IntegrityError):
        voice.save()


@pytest.mark.parametrize(
    ("item", "label", "wrong"),
    [
        ({"excerpt": ""}, "",
         {"tip": ["Dit heeft geen passage, dus is niet te zien waar het staat."]}),
        ({"speaker": None}, "",
         {"label": ["Dit onderdeel heeft geen spreker. Vul in wie dit zegt."]}),
        ({}, "het gesprek", {"label": ["Dit zegt Anna Kwint al. Laat dit leeg."]}),
    ],
)  # fmt: skip
def test_a_voice_says_who_and_where(
    make: Any, item: dict[str, Any], label: str, wrong: dict[str, list[str]]
) -> None:
    values: dict[str, Any] = {"excerpt": "Zo.", "speaker": make.speaker("Anna Kwint"), **item}
    voice = Voice(claim=make.claim(), tip=make.tip(**values), label=label)
    with pytest.raises(ValidationError) as caught:
        voice.full_clean()
    assert caught.value.message_dict == wrong


def test_a_voice_stands_once_with_a_claim(make: Any) -> None:
    voice = said(make, make.claim())
    with pytest.raises(IntegrityError):
        make.voice(claim=voice.claim, tip=voice.tip)
