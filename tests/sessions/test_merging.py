"""Two speakers or two themes become one, and the old address leads to it."""

from typing import Any

import pytest
from django.test import Client

from practices.merging import merge_themes
from practices.models import Theme
from sessions.merging import merge_speakers
from sessions.models import Appearance, Redirect, Speaker
from tests.forms import notices

SPEAKERS = "/admin/innovation_sessions/speaker/"


def test_all_that_a_speaker_said_goes_to_the_one_who_stays(make: Any) -> None:
    keep = make.speaker("Dirk-Jan de Bruijn", aliases=["D.J. de Bruijn"], bio="Voorzitter.")
    other = make.speaker("Dirk-Jan Bruin", aliases=["Bruin"], bio="Weg.", website="https://a.nl/")
    quote, tip = make.quote(speaker=other), make.tip(speaker=other)
    cited = make.quote(cited_by=[other, keep])
    appearance = make.appearance(speaker=other)
    merge_speakers(keep=keep, other=other)
    for row in (quote, tip, cited, appearance, keep):
        row.refresh_from_db()
    assert list(Speaker.objects.all()) == [keep]
    assert (quote.speaker, tip.speaker, appearance.speaker) == (keep, keep, keep)
    assert appearance.name_in_source == "Dirk-Jan Bruin"
    assert list(cited.cited_by.all()) == [keep]
    assert keep.aliases == ["D.J. de Bruijn", "Dirk-Jan Bruin", "Bruin"]
    assert (keep.name, keep.bio, keep.website) == (
        "Dirk-Jan de Bruijn", "Voorzitter.", "https://a.nl/",
    )  # fmt: skip


def test_an_appearance_that_both_had_stands_once(make: Any) -> None:
    keep, other, write_up = make.speaker(), make.speaker(), make.write_up()
    kept = make.appearance(write_up=write_up, speaker=keep, role="adviseur")
    make.appearance(write_up=write_up, speaker=other)
    author = make.appearance(write_up=write_up, speaker=other, part="author")
    merge_speakers(keep=keep, other=other)
    assert set(Appearance.objects.all()) == {kept, author}


def test_the_old_address_of_a_speaker_leads_to_the_one_who_stays(make: Any, client: Client) -> None:
    keep = make.speaker("Anna de Wit")
    make.quote(speaker=keep)
    first, second = make.speaker("A. de Wit"), make.speaker("Anna Wit")
    merge_speakers(keep=second, other=first)
    merge_speakers(keep=keep, other=second)
    for old in ("a-de-wit", "anna-wit"):
        response = client.get(f"/sprekers/{old}/")
        assert (response.status_code, response["Location"]) == (301, "/sprekers/anna-de-wit/")
    assert Redirect.objects.count() == 2


def test_a_speaker_is_not_merged_with_itself(make: Any) -> None:
    speaker = make.speaker()
    with pytest.raises(ValueError, match="two different rows"):
        merge_speakers(keep=speaker, other=speaker)
    assert list(Speaker.objects.all()) == [speaker]


def test_items_of_a_merged_theme_carry_the_theme_that_stays(make: Any, client: Client) -> None:
    keep, other = make.theme("Durf"), make.theme("Lef", description="Durven.")
    both, one = make.tip(themes=[keep, other]), make.quote(themes=[other])
    merge_themes(keep=keep, other=other)
    assert list(Theme.objects.all()) == [keep]
    assert (list(both.themes.all()), list(one.themes.all())) == ([keep], [keep])
    assert Theme.objects.get().description == "Durven."
    response = client.get("/themas/lef/")
    assert (response.status_code, response["Location"]) == (301, "/themas/durf/")


def _chosen(*rows: Any) -> dict[str, Any]:
    return {"action": "merge_selected", "_selected_action": [str(row.pk) for row in rows]}


def test_an_editor_merges_after_a_question(editor_client: Client, make: Any) -> None:
    keep, other = make.speaker("Anna de Wit"), make.speaker("A. de Wit")
    question = editor_client.post(SPEAKERS, _chosen(keep, other)).content.decode()
    assert "Welke blijft?" in question
    assert Speaker.objects.count() == 2
    answer = {**_chosen(keep, other), "keep": str(keep.pk)}
    assert editor_client.post(SPEAKERS, answer).status_code == 302
    assert list(Speaker.objects.all()) == [keep]
    assert notices(editor_client, SPEAKERS) == [
        "‘A. de Wit’ samengevoegd met ‘Anna de Wit’. Het oude adres werkt nog."
    ]
    history = editor_client.get(f"{SPEAKERS}{keep.pk}/history/").content.decode()
    assert "Samengevoegd met ‘A. de Wit’." in history


def test_one_speaker_can_not_be_merged(editor_client: Client, make: Any) -> None:
    speaker = make.speaker()
    assert editor_client.post(SPEAKERS, _chosen(speaker)).status_code == 302
    assert notices(editor_client, SPEAKERS) == ["Kies er minstens twee en hoogstens 20."]


def test_an_answer_that_names_none_of_them_asks_again(editor_client: Client, make: Any) -> None:
    rows = [make.speaker(), make.speaker()]
    page = editor_client.post(SPEAKERS, {**_chosen(*rows), "keep": "\0"}).content.decode()
    assert "Welke blijft?" in page
    assert Speaker.objects.count() == 2
