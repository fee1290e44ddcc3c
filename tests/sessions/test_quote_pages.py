"""Quotes and questions."""

import re
from typing import Any

import pytest
from django.test import Client


def page(client: Client, path: str, **query: str) -> str:
    response = client.get(path, query)
    assert response.status_code == 200
    return response.content.decode()


def quotes(html: str) -> list[str]:
    return re.findall(r"<p>([^<]*)</p>\s*</blockquote>", html)


@pytest.fixture
def three(make: Any) -> None:
    """Three quotes: two of Jo, who spoke for the Kadaster once and for the NFI once."""
    ruimte, geld = make.theme("Ruimte"), make.theme("Geld")
    kadaster, nfi = make.organisation("Kadaster"), make.organisation("NFI")
    jo, ed = make.speaker("Jo Jansen"), make.speaker("Ed Edens")
    first, second = make.write_up(date="2020-01-01"), make.write_up(date="2025-01-01")
    make.appearance(write_up=first, speaker=jo, organisation=kadaster, role="adviseur")
    make.appearance(write_up=second, speaker=jo, organisation=nfi, role="directeur")
    make.appearance(write_up=second, speaker=ed, organisation=kadaster)
    make.quote("Oud van Jo.", write_up=first, speaker=jo, themes=[ruimte])
    make.quote("Nieuw van Jo.", write_up=second, speaker=jo, themes=[ruimte, geld])
    make.quote("Van Ed.", write_up=second, speaker=ed, themes=[geld])


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["Nieuw van Jo.", "Van Ed.", "Oud van Jo."]),
        ({"spreker": "jo-jansen"}, ["Nieuw van Jo.", "Oud van Jo."]),
        ({"organisatie": "kadaster"}, ["Van Ed.", "Oud van Jo."]),
        ({"organisatie": "kadaster", "spreker": "jo-jansen"}, ["Oud van Jo."]),
        ({"organisatie": "nfi", "thema": "ruimte"}, ["Nieuw van Jo."]),
        ({"organisatie": "nfi", "spreker": "ed-edens"}, []),
        ({"thema": "onbekend"}, ["Nieuw van Jo.", "Van Ed.", "Oud van Jo."]),
    ],
)
def test_quotes_are_filtered_by_who_for_whom_and_about_what(
    client: Client, query: dict[str, str], found: list[str]
) -> None:
    assert quotes(page(client, "/citaten/", **query)) == found


@pytest.mark.usefixtures("three")
def test_a_quote_has_the_role_of_that_time(client: Client) -> None:
    html = page(client, "/citaten/", spreker="jo-jansen")
    assert html.index("directeur, NFI") < html.index("adviseur, Kadaster")


def test_a_list_in_which_nothing_matches_offers_the_way_out(client: Client, make: Any) -> None:
    make.theme("Ruimte")
    make.quote("Iets.")
    html = page(client, "/citaten/", thema="ruimte")
    assert "Geen citaten met dit filter" in html
    assert '<a href="/citaten/">toon alle citaten</a>' in html


def test_a_quote_shows_its_passage_in_context_and_leads_to_it(client: Client, make: Any) -> None:
    write_up = make.write_up("Verslag", body="Wat eraan voorafging.\n\n> Begin toch.\n\nEn daarna.")
    quote = make.quote("Begin toch.", write_up=write_up, speaker=make.speaker("Jo Jansen"))
    html = page(client, quote.get_absolute_url())
    assert "Wat eraan voorafging." in html
    assert f'href="/verslagen/verslag/#passage-quote-{quote.slug}"' in html
    assert f'id="passage-quote-{quote.slug}"' in page(client, "/verslagen/verslag/")


def test_a_quote_whose_passage_is_gone_still_has_its_page(client: Client, make: Any) -> None:
    quote = make.quote("Begin toch.", write_up=make.write_up(body="Iets anders."))
    assert quotes(page(client, quote.get_absolute_url())) == ["Begin toch."]


def test_second_hand_words_say_where_they_were_cited_and_by_whom(client: Client, make: Any) -> None:
    citing = make.speaker("Albert Meijer")
    make.appearance(speaker=citing)
    quote = make.quote("Dat mag niet.", wording="second_hand", cited_by=[citing],
                       speaker_label="een ambtenaar", original="forumbericht, 2012")  # fmt: skip
    html = page(client, quote.get_absolute_url())
    assert "<dt>Aangehaald in</dt>" in html
    assert 'Aangehaald door <a href="/sprekers/albert-meijer/">Albert Meijer</a>.' in html
    assert "een ambtenaar" in html
    assert "forumbericht, 2012" in html


def test_words_of_an_editor_are_shown_as_words(client: Client, make: Any) -> None:
    quote = make.quote("<script>alert(1)</script>", speaker=make.speaker("<b>Jo</b>"))
    html = page(client, quote.get_absolute_url())
    assert "<script>alert" not in html
    assert "<b>Jo" not in html


@pytest.mark.parametrize("name", ["tip", "barrier", "archetype", "principle", "example", "tool",
                                  "question"])  # fmt: skip
def test_a_quote_and_what_it_gives_a_voice_to_lead_to_each_other(
    client: Client, make: Any, name: str
) -> None:
    quote = make.quote("Begin toch.")
    item = getattr(make, name)(quotes=[quote])
    assert f'href="{item.get_absolute_url()}"' in page(client, quote.get_absolute_url())
    assert quotes(page(client, item.get_absolute_url())) == ["Begin toch."]


def test_questions_are_filtered_by_theme_and_by_who_answered(client: Client, make: Any) -> None:
    theme, person = make.theme("Geld"), make.speaker("Jo Jansen")
    make.question("Mag het geld kosten?", themes=[theme], speaker=person, text="Ja, **veel**.")
    make.question("Wie betaalt?", themes=[theme])
    html = page(client, "/vragen/", thema="geld", spreker="jo-jansen")
    assert "Mag het geld kosten?" in html
    assert "Wie betaalt?" not in html
    assert "Ja, veel." in html
    assert "<strong>veel</strong>" in page(client, "/vragen/mag-het-geld-kosten/")


def test_a_question_without_an_answer_says_so(client: Client, make: Any) -> None:
    question = make.question("Wie betaalt?")
    assert "De bron geeft geen antwoord." in page(client, question.get_absolute_url())
