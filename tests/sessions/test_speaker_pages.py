"""The list of speakers and a speaker's page."""

import re
from typing import Any

import pytest
from django.test import Client

from innovkb.lib.text import sort_name
from practices.models import Tip
from sessions.models import Speaker
from sessions.views.speakers import MOST_SAID


def page(client: Client, path: str, **query: str) -> str:
    response = client.get(path, query)
    assert response.status_code == 200
    return response.content.decode()


def names(html: str) -> list[str]:
    return re.findall(r'<a href="/sprekers/[-\w]+/">([^<]*)</a>', html)


def test_speakers_stand_in_the_dutch_order_under_their_letter(client: Client, make: Any) -> None:
    for name in ("Jan de Vries", "Élise Édouard", "Steven Van de Walle", "An Bakker", "Ed eikel"):
        make.appearance(speaker=make.speaker(name), part="introduced")
    html = page(client, "/sprekers/")
    assert names(html) == [
        "Bakker, An",
        "Édouard, Élise",
        "eikel, Ed",
        "Van de Walle, Steven",
        "Vries, Jan de",
    ]
    assert re.findall(r'id="letter-(\w)"', html) == ["B", "E", "V"]


def test_somebody_without_a_public_write_up_is_not_in_the_list(client: Client, make: Any) -> None:
    make.speaker("Wacht Nog")
    html = page(client, "/sprekers/")
    assert "Wacht" not in html
    assert "Er staan nog geen sprekers op de site" in html


def test_speakers_are_filtered_by_the_organisation_of_that_time(client: Client, make: Any) -> None:
    kadaster = make.organisation("Kadaster")
    make.appearance(speaker=make.speaker("Wel Kadaster"), organisation=kadaster)
    make.appearance(speaker=make.speaker("Geen Kadaster"), organisation=make.organisation())
    html = page(client, "/sprekers/", organisatie="kadaster")
    assert names(html) == ["Kadaster, Wel"]
    assert 'href="/sprekers/#resultaten"' in html


def test_a_long_list_of_speakers_has_pages_that_keep_the_filter(client: Client, make: Any) -> None:
    organisation = make.organisation("Kadaster")
    write_up = make.write_up()
    for number in range(61):
        make.appearance(speaker=make.speaker(f"A B{number:02}"), write_up=write_up,
                        organisation=organisation)  # fmt: skip
    html = page(client, "/sprekers/", organisatie="kadaster")
    assert len(names(html)) == 60
    assert "?organisatie=kadaster&amp;pagina=2" in html
    assert names(page(client, "/sprekers/", organisatie="kadaster", pagina="2")) == ["B60, A"]


def test_a_speaker_shows_the_role_of_each_time_the_newest_first(client: Client, make: Any) -> None:
    person = make.speaker("Jo Jansen", aliases=["Jo Janssen"], note="Voornaam afgeleid.")
    old, new = make.write_up("Toen", date="2012-01-01"), make.write_up("Nu", date="2025-01-01")
    organisation = make.organisation("Kadaster")
    make.appearance(speaker=person, write_up=old, role="student", name_in_source="J. Janssen")
    make.appearance(speaker=person, write_up=new, role="directeur", organisation=organisation)
    html = page(client, person.get_absolute_url())
    assert html.index("directeur") < html.index("student")
    assert 'href="/organisaties/kadaster/"' in html
    assert "(in de bron: ‘J. Janssen’)" in html
    assert "Ook geschreven als Jo Janssen." in html
    assert "Voornaam afgeleid." in html


@pytest.mark.indexed
def test_a_speakers_quotes_are_filtered_by_theme_and_words_together(
    client: Client, make: Any
) -> None:
    person, ruimte, geld = make.speaker("Jo Jansen"), make.theme("Ruimte"), make.theme("Geld")
    make.quote("Geef écht ruimte.", speaker=person, themes=[ruimte])
    make.quote("Ruimte kost geld.", speaker=person, themes=[ruimte, geld])
    make.quote("Vraag geen geld.", speaker=person, themes=[geld])
    make.quote("Ruimte van een ander.", speaker=make.speaker(), themes=[ruimte])
    path = person.get_absolute_url()

    def found(**query: str) -> list[str]:
        return re.findall(r"<p>([^<]*)</p>\s*</blockquote>", page(client, path, **query))

    assert len(found()) == 3
    assert found(thema="ruimte") == ["Geef écht ruimte.", "Ruimte kost geld."]
    assert found(thema="ruimte", q="ECHT ruimte")[0] == "Geef écht ruimte."
    assert found(thema="geld", q="lef") == []
    assert "Toon alle citaten van Jo Jansen" in page(client, path, q="lef")
    assert "weggelaten" in page(client, path, thema="bestaat-niet")
    assert len(found(q="x" * 5000)) == 3


@pytest.mark.indexed
def test_a_speakers_quotes_are_found_by_inflections_and_in_spite_of_typing_errors(
    client: Client, make: Any
) -> None:
    person, other = make.speaker("Jo Jansen"), make.speaker("Ada Bakker")
    make.quote("Een experiment mag mislukken.", speaker=person)
    make.quote("Geef vertrouwen.", speaker=person)
    make.quote("Mijn experiment lukte.", speaker=other)
    for words in ("experimenten", "experimnet"):
        html = page(client, person.get_absolute_url(), q=words)
        assert html.count("<blockquote") == 1
        assert "Een experiment mag mislukken." in html
        assert "Mijn experiment lukte." not in html


def test_a_speaker_leads_to_all_they_brought(client: Client, make: Any) -> None:
    person = make.speaker("Jo Jansen")
    items = [
        getattr(make, name)(speaker=person)
        for name in ("tip", "barrier", "principle", "example", "tool", "question")
    ]
    html = page(client, person.get_absolute_url())
    for item in items:
        assert f'href="{item.get_absolute_url()}"' in html
        if item._meta.model_name != "principle":
            assert f'href="{person.get_absolute_url()}"' in page(client, item.get_absolute_url())


def test_the_newest_of_much_stand_on_the_page_and_lead_to_the_others(
    client: Client, make: Any
) -> None:
    person, write_up = make.speaker("Jo Jansen"), make.write_up()
    tips = Tip.objects.bulk_create(
        Tip(slug=f"t{number}", title="Begin", position=number, write_up=write_up, speaker=person)
        for number in range(MOST_SAID)
    )
    html = page(client, person.get_absolute_url())
    assert re.findall(r'href="/tips/(t\d+)/"', html) == [tip.slug for tip in tips]
    assert "soort=tip" not in html
    make.tip("Einde", slug="laatste", write_up=write_up, speaker=person)
    html = page(client, person.get_absolute_url())
    assert 'href="/tips/laatste/"' not in html
    assert f'href="/zoeken/?q=Jo+Jansen&amp;spreker={person.slug}&amp;soort=tip"' in html
    assert f"Alle {MOST_SAID + 1} tips" in html


def test_who_is_only_mentioned_stands_apart(client: Client, make: Any) -> None:
    write_up, draft = make.write_up(), make.draft()
    for name, part in (
        ("Jo Spreker", "introduced"),
        ("Ab Genoemd", "cited"),
        ("Cé Woord", "cited"),
    ):
        make.appearance(write_up=write_up, speaker=make.speaker(name), part=part)
    make.quote("Gezegd.", write_up=write_up, speaker=Speaker.objects.get(name="Cé Woord"))
    make.quote("Nog geheim.", write_up=draft, speaker=Speaker.objects.get(name="Ab Genoemd"))
    heard, _, mentioned = page(client, "/sprekers/").partition('id="genoemd"')
    assert [name in heard for name in ("Spreker, Jo", "Woord, Cé", "Genoemd, Ab")] == [
        True, True, False,
    ]  # fmt: skip
    assert "Genoemd, Ab" in mentioned
    assert heard.count("1 citaat<") == 1
    assert "citaat<" not in mentioned


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Dirk-Jan de Bruijn", "DB"),
        ("Steven Van de Walle", "SV"),
        ("Musa", "M"),
        ("élise Út", "ÉÚ"),
    ],
)
def test_a_disc_holds_the_initials(name: str, initials: str) -> None:
    assert Speaker(name=name, sort_name=sort_name(name)).initials == initials


def test_the_best_quote_opens_the_page_of_who_has_more(client: Client, make: Any) -> None:
    person = make.speaker("Jo Jansen")
    for _ in range(3):
        make.quote("Lang. " * 60, speaker=person)
    path = person.get_absolute_url()
    assert "kb-best" not in page(client, path)
    make.quote("Uit de tweede hand.", speaker=person, wording="second_hand")
    make.quote("Begin toch.", speaker=person, write_up=make.write_up(date="2020-01-01"))
    best = page(client, path).partition('<figure class="kb-feature kb-best">')[2]
    assert "Begin toch." in best.partition("</figure>")[0]
    assert "kb-best" not in page(client, path, q="begin")


@pytest.mark.parametrize(
    ("part", "wording", "role_date", "quote_date"),
    [
        ("introduced", "verbatim", "12 mei 2025", "12 mei 2025"),
        ("panel", "edited", "12 mei 2025", "12 mei 2025"),
        ("author", "verbatim", "15 mei 2025", "12 mei 2025"),
        ("cited", "second_hand", "15 mei 2025", "15 mei 2025"),
    ],
)
def test_a_date_is_of_the_day_that_they_spoke_and_not_of_the_report(
    client: Client, make: Any, part: str, wording: str, role_date: str, quote_date: str
) -> None:
    person, session = make.speaker(), make.session(state="held", date="2025-05-12")
    write_up = make.write_up(date="2025-05-15", session=session)
    make.appearance(speaker=person, write_up=write_up, part=part)
    quote = make.quote(speaker=person, write_up=write_up, wording=wording)
    html = page(client, person.get_absolute_url())
    role, _, rest = html.partition('id="resultaten"')
    dates = r"<time [^>]*>([^<]*)</time>"
    assert re.findall(dates, role.partition('id="rollen"')[2]) == [role_date]
    assert re.findall(dates, rest.partition("kb-quotes")[2])[0] == quote_date
    for path in (quote.get_absolute_url(), "/citaten/"):
        said = page(client, path).partition("kb-quote__where")[2]
        assert re.findall(dates, said)[0] == quote_date


def test_what_was_written_or_only_announced_has_the_date_of_the_text(
    client: Client, make: Any
) -> None:
    person = make.speaker()
    for session in (None, make.session(state="announced", date="2031-01-01")):
        write_up = make.write_up(date="2025-05-15", session=session)
        make.appearance(speaker=person, write_up=write_up, part="introduced")
    html = page(client, person.get_absolute_url()).partition('id="rollen"')[2]
    assert re.findall(r"<time [^>]*>([^<]*)</time>", html) == ["15 mei 2025", "15 mei 2025"]
