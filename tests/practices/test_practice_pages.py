"""Themes, tips, barriers, archetypes, principles, examples and tools."""

import re
from typing import Any

import pytest
from django.test import Client


def page(client: Client, path: str, **query: str) -> str:
    response = client.get(path, query)
    assert response.status_code == 200
    return response.content.decode()


def order(html: str, *words: str) -> list[str]:
    """The words in the order in which they first stand in the page."""
    return sorted(words, key=html.index)


def drawn(html: str) -> list[str]:
    """How each drawing in the page is read aloud."""
    return re.findall(r'class="kb-drawing" viewBox="[\d ]+" ([^ ]+)', html)


@pytest.fixture
def tips(make: Any) -> None:
    geld, ruimte = make.theme("Geld", position=2), make.theme("Ruimte", position=1)
    jo = make.speaker("Jo Jansen")
    make.tip("Vraag geld", themes=[geld], speaker=jo)
    make.tip("Geef ruimte", themes=[ruimte, geld], speaker=jo)
    make.tip("Neem ruimte", themes=[ruimte], form="action")
    make.tip("Doe iets")


@pytest.mark.usefixtures("tips")
def test_tips_stand_once_each_under_their_first_theme(client: Client) -> None:
    html = page(client, "/tips/")
    words = ("thema-ruimte", "Geef ruimte", "Neem ruimte", "thema-geld", "Vraag geld",
             "thema-geen", "Doe iets")  # fmt: skip
    assert order(html, *words)[0] == "thema-ruimte"
    assert order(html, "thema-ruimte", "thema-geld", "Vraag geld", "thema-geen", "Doe iets") == [
        "thema-ruimte", "thema-geld", "Vraag geld", "thema-geen", "Doe iets",
    ]  # fmt: skip
    assert html.count('class="kb-tip"') == 4


@pytest.mark.usefixtures("tips")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"thema": "geld"}, {"vraag-geld", "geef-ruimte"}),
        ({"spreker": "jo-jansen"}, {"vraag-geld", "geef-ruimte"}),
        ({"thema": "ruimte", "spreker": "jo-jansen"}, {"geef-ruimte"}),
        ({"soort": "action"}, {"neem-ruimte"}),
        ({"thema": "geld", "soort": "action"}, set()),
        ({"thema": "onzin", "spreker": "jo-jansen"}, {"vraag-geld", "geef-ruimte"}),
    ],
)
def test_filters_on_tips_combine(client: Client, query: dict[str, str], found: set[str]) -> None:
    html = page(client, "/tips/", **query)
    assert set(re.findall(r'class="kb-tip" id="([-\w]+)"', html)) == found


def test_a_barrier_shows_what_helps_in_order_with_why_and_source(client: Client, make: Any) -> None:
    barrier = make.barrier("Geen geld")
    source = make.write_up("Verslag")
    targets = {
        "tip": make.tip("Vraag geld", write_up=source, speaker=make.speaker("Jo Jansen")),
        "principle": make.principle("Begin klein", write_up=source),
        "tool": make.tool("Subsidiewijzer", write_up=source),
        "example": make.example("Het fonds", write_up=source),
    }
    for number, (name, target) in enumerate(targets.items()):
        make.remedy(barrier=barrier, why=f"Reden {name}.", position=9 - number, **{name: target})
    html = page(client, "/barrieres/geen-geld/")
    assert order(html, "Reden tip.", "Reden principle.", "Reden tool.", "Reden example.") == [
        "Reden example.", "Reden tool.", "Reden principle.", "Reden tip.",
    ]  # fmt: skip
    assert 'href="/sprekers/jo-jansen/"' in html
    for name, target in targets.items():
        assert f'href="{target.get_absolute_url()}"' in html
        back = page(client, target.get_absolute_url())
        assert "Helpt tegen" in back
        assert 'href="/barrieres/geen-geld/"' in back
        assert f"Reden {name}." in back
    assert "Subsidiewijzer" in page(client, "/barrieres/")


def test_a_barrier_shows_six_ways_to_say_it_as_our_words(client: Client, make: Any) -> None:
    make.barrier("Geen geld", sayings=[f"zin {number}" for number in range(1, 8)])
    html = page(client, "/barrieres/geen-geld/")
    assert "in onze woorden: ‘zin 1’, ‘zin 2’, ‘zin 3’, ‘zin 4’, ‘zin 5’, ‘zin 6’." in html
    assert "zin 7" not in html
    make.barrier("Geen tijd")
    assert "Zo hoor je het" not in page(client, "/barrieres/geen-tijd/")


def test_a_barrier_that_nothing_answers_says_so(client: Client, make: Any) -> None:
    make.barrier("Geen geld")
    assert "staat nog niets dat hiertegen helpt" in page(client, "/barrieres/geen-geld/")


def test_barriers_stand_by_group_and_are_filtered_by_group_and_theme(
    client: Client, make: Any
) -> None:
    geld, kennis = make.barrier_group("Geld", position=2), make.barrier_group("Kennis", position=1)
    theme = make.theme("Ruimte")
    make.barrier("Te duur", group=geld, themes=[theme])
    make.barrier("Te moeilijk", group=kennis, themes=[theme])
    make.barrier("Te onbekend", group=kennis)
    html = page(client, "/barrieres/")
    words = ('id="kennis"', "Te moeilijk", "Te onbekend", 'id="geld"', "Te duur")
    assert order(html, *words) == list(words)
    html = page(client, "/barrieres/", groep="kennis", thema="ruimte")
    assert "Te moeilijk" in html
    assert "Te onbekend" not in html
    assert "Te duur" not in html


def test_barriers_archetypes_and_related_barriers_lead_to_each_other(
    client: Client, make: Any
) -> None:
    archetype = make.archetype("De olifant")
    one = make.barrier("Geen geld", archetypes=[archetype])
    other = make.barrier("Geen geld in 2012", related=[one])
    links = {
        one: [archetype, other],
        other: [one],
        archetype: [one],
    }
    for thing, others in links.items():
        html = page(client, thing.get_absolute_url())
        for linked in others:
            assert f'href="{linked.get_absolute_url()}"' in html


def test_an_archetype_asks_its_questions_phase_by_phase(client: Client, make: Any) -> None:
    archetype = make.archetype("De olifant", signals="Eerste\n\nTweede", number=1)
    for phase, text in (("after", "Achteraf?"), ("before", "Vooraf?"), ("during", "Onderweg?")):
        archetype.checks.create(phase=phase, position=1, text=text)
    html = page(client, "/archetypen/de-olifant/")
    assert order(html, "Vooraf?", "Onderweg?", "Achteraf?") == ["Vooraf?", "Onderweg?", "Achteraf?"]
    assert "<li>Eerste</li>" in html
    assert "<li></li>" not in html
    assert "nergens kunnen nakijken" in html


def test_an_archetype_is_shown_with_its_drawing_if_it_has_one(client: Client, make: Any) -> None:
    make.archetype("De olifant")
    make.archetype("De mammoet")
    assert drawn(page(client, "/archetypen/")) == ['aria-hidden="true"']
    assert drawn(page(client, "/archetypen/de-olifant/")) == ['role="img"']
    assert drawn(page(client, "/archetypen/de-mammoet/")) == []


def test_an_archetype_that_was_checked_says_where_and_when(client: Client, make: Any) -> None:
    make.archetype("De olifant", checked_url="https://example.org/1", checked_on="2025-02-01")
    html = page(client, "/archetypen/de-olifant/")
    assert 'href="https://example.org/1"' in html
    assert "1 februari 2025" in html


def test_the_principles_of_a_set_stand_on_its_page_with_an_anchor_each(
    client: Client, make: Any
) -> None:
    set_ = make.principle_set("Drie regels")
    quote = make.quote("Begin toch.")
    for number in (2, 1, 3):
        make.principle(f"Regel {number}", set=set_, number=number, quotes=[quote])
    html = page(client, "/principes/drie-regels/")
    assert order(html, 'id="regel-1"', 'id="regel-2"', 'id="regel-3"')[0] == 'id="regel-1"'
    assert html.count(f'id="{quote.slug}"') == 1
    assert html.count(f'href="#{quote.slug}"') == 2
    assert 'href="/principes/drie-regels/#regel-2"' in page(client, "/principes/")


def test_principles_of_a_theme_are_listed_without_the_rest_of_their_sets(
    client: Client, make: Any
) -> None:
    theme = make.theme("Ruimte")
    make.principle("Geef ruimte", themes=[theme], set=make.principle_set("Eerste set"))
    make.principle("Iets anders", set=make.principle_set("Tweede set"))
    html = page(client, "/principes/", thema="ruimte")
    assert "Geef ruimte" in html
    assert "Tweede set" not in html


def test_an_example_and_the_tools_it_refers_to_lead_to_each_other(
    client: Client, make: Any
) -> None:
    tool = make.tool("Het boek", form="publication", year=2020, creators="A. Auteur")
    example = make.example("Het fonds", references=[tool], place="Gent", effect="Veel geld.")
    assert 'href="/hulpmiddelen/het-boek/"' in page(client, example.get_absolute_url())
    assert 'href="/voorbeelden/het-fonds/"' in page(client, tool.get_absolute_url())
    assert "Gent" in page(client, "/voorbeelden/het-fonds/")
    assert "A. Auteur" in page(client, "/hulpmiddelen/het-boek/")


def test_examples_and_tools_are_filtered(client: Client, make: Any) -> None:
    theme, organisation = make.theme("Ruimte"), make.organisation("Kadaster")
    make.example("Wel", themes=[theme], organisations=[organisation])
    make.example("Half", themes=[theme])
    html = page(client, "/voorbeelden/", thema="ruimte", organisatie="kadaster")
    assert "/voorbeelden/wel/" in html
    assert "/voorbeelden/half/" not in html
    make.tool("Boek", form="publication", themes=[theme])
    make.tool("Praatje", form="presentation", themes=[theme])
    html = page(client, "/hulpmiddelen/", thema="ruimte", soort="publication")
    assert "/hulpmiddelen/boek/" in html
    assert "/hulpmiddelen/praatje/" not in html


def test_a_theme_tells_three_tips_and_folds_the_rest_by_kind(client: Client, make: Any) -> None:
    theme = make.theme("Ruimte", description="Over ruimte.")
    write_up = make.write_up("Verslag")
    for number in range(7):
        make.tip(f"Tip nummer {number}", text=f"Uitleg {number}.", themes=[theme],
                 write_up=write_up)  # fmt: skip
    make.tip("Andere tip")
    html = page(client, "/themas/ruimte/")
    told, _, folded = html.partition('id="alles"')
    assert re.findall(r"<p>(Uitleg \d\.)</p>", told) == ["Uitleg 0.", "Uitleg 1.", "Uitleg 2."]
    assert "Uitleg" not in folded
    assert len(set(re.findall(r'href="(/tips/tip-nummer-\d/)"', folded))) == 7
    assert '<a href="/tips/?thema=ruimte">Alle 7 tips over ruimte</a>' in folded
    cards = "&amp;".join(f"k=tip:tip-nummer-{number}" for number in range(7))
    assert f'href="/kaarten/?{cards}"' in folded
    assert "Andere tip" not in html
    assert 'href="/verslagen/verslag/"' in html
    assert "7 tips" in page(client, "/tips/", thema="ruimte")


def test_a_theme_is_told_in_order_with_its_weightiest_barrier(client: Client, make: Any) -> None:
    theme = make.theme("Ruimte")
    make.barrier("Lichte barrière", themes=[theme])
    barrier = make.barrier("Zware barrière", themes=[theme])
    draft = make.draft()
    for number in range(4):
        make.remedy(barrier=barrier, tip=make.tip(f"Hulp {number}"), why=f"Omdat {number}.",
                    position=number)  # fmt: skip
    make.remedy(barrier=barrier, tip=make.tip("Geheime hulp", write_up=draft), why="Geheim.")
    make.tip("Geef ruimte", themes=[theme])
    make.example("Gent deed het", themes=[theme])
    make.quote("Zonder naam.", themes=[theme])
    make.quote("Er is ruimte.", themes=[theme], speaker=make.speaker("Jo Jansen"))
    html = page(client, "/themas/ruimte/")
    told = html.partition('id="alles"')[0].partition("<main")[2]
    words = ("Geef ruimte", "Er is ruimte.", "Zware barrière", "Omdat 0.", "Omdat 2.",
             "Alle 4 dingen die hiertegen helpen", "Gent deed het")  # fmt: skip
    assert order(told, *words) == list(words)
    for absent in ("Lichte barrière", "Zonder naam.", "Omdat 3.", "Geheim"):
        assert absent not in told


def test_a_theme_without_anything_says_so_and_is_not_listed(client: Client, make: Any) -> None:
    make.theme("Ruimte")
    assert "staat hier nog niets" in page(client, "/themas/ruimte/")
    assert 'href="/themas/ruimte/"' not in page(client, "/themas/")


def test_the_list_of_themes_counts_public_things_only(client: Client, make: Any) -> None:
    theme = make.theme("Ruimte")
    make.tip(themes=[theme])
    make.barrier(themes=[theme])
    make.tip(themes=[theme], write_up=make.draft())
    assert "2 onderdelen" in page(client, "/themas/")
