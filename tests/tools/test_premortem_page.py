"""The pre-mortem: phases, questions, and the patterns that threaten."""

import re
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from practices.models import ArchetypeQuestion
from practices.models.archetype import Phase

QUERY_BUDGET = 8
SECRET = "Geheimzinnig"


def page(client: Client, query: str = "") -> str:
    response = client.get(f"/premortem/{query}")
    assert response.status_code == 200
    return unescape(response.content.decode())


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html.split("<main", 1)[1]).split())


def with_questions(make: Any, title: str, **fields: Any) -> Any:
    """An archetype with two questions before, and one during."""
    archetype = make.archetype(title, **fields)
    for phase, position in ((Phase.BEFORE, 1), (Phase.BEFORE, 2), (Phase.DURING, 1)):
        ArchetypeQuestion.objects.create(
            archetype=archetype, phase=phase, position=position,
            text=f"{title} {phase.label} {position}?",
        )  # fmt: skip
    return archetype


@pytest.fixture
def canyon(make: Any) -> Any:
    return with_questions(make, "De canyon", text="Ingesleten patronen.\n\nMeer uitleg.")


def test_a_phase_is_chosen_first(client: Client, canyon: Any) -> None:
    html = page(client)
    assert re.findall(r'card__link"\s+href="(.*?)"', html) == [
        "/premortem/?fase=vooraf", "/premortem/?fase=onderweg", "/premortem/?fase=achteraf"
    ]  # fmt: skip
    assert "De canyon vooraf 1?" not in html


def test_a_pattern_is_shown_with_its_drawing_when_asked_and_when_it_threatens(
    client: Client, make: Any, canyon: Any
) -> None:
    with_questions(make, "De mammoet")
    drawing = 'class="kb-drawing" viewBox="0 0 240 240" aria-hidden="true"'
    assert page(client, "?fase=vooraf").count(drawing) == 1
    result = page(client, "?fase=vooraf&a=de-canyon.1j&a=de-mammoet.1j")
    assert result.count('class="kb-threat ') == 2
    assert result.count(drawing) == 1


def test_the_questions_are_those_of_the_phase(client: Client, canyon: Any) -> None:
    html = page(client, "?fase=vooraf")
    assert re.findall(r"<legend[^>]*>(De .*?)<", html) == [
        "De canyon vooraf 1?", "De canyon vooraf 2?"
    ]  # fmt: skip
    assert re.findall(r'name="(de-canyon\.\d)"\s+value="(.)"', html)[:4] == [
        ("de-canyon.1", letter) for letter in "jdnx"
    ]
    assert "checked" not in html


def test_a_phase_without_questions_says_so(client: Client, canyon: Any) -> None:
    assert "Voor deze fase zijn er nog geen vragen." in text(page(client, "?fase=achteraf"))


def sent(client: Client, **fields: str) -> str:
    """The page that answers a form."""
    response = client.post("/premortem/", fields)
    assert response.status_code == 200
    return unescape(response.content.decode())


def state(html: str) -> str:
    (found,) = re.findall(r'data-state="([^"]*)"', html)
    return str(found)


def ticked(html: str) -> list[tuple[str, str]]:
    return re.findall(r'name="([^"]*)"\s+value="(.)" checked', html)


def test_a_form_is_answered_without_an_answer_in_any_address(client: Client, canyon: Any) -> None:
    fields = {"fase": "vooraf", "de-canyon.2": "d", "de-canyon.1": "j", "stap": "uitslag"}
    html = sent(client, **fields)
    assert "Eén patroon bedreigt je" in text(html)
    assert state(html) == "fase=vooraf&vooraf=de-canyon.1j2d"
    assert "http://127.0.0.1:8000/premortem/#fase=vooraf&vooraf=de-canyon.1j2d" in html
    assert 'method="post"' in html
    addresses = re.findall(r'(?:href|action)="([^"#]*)', html)
    assert [one for one in addresses if "canyon.1" in one] == []


def test_an_empty_form_asks_for_an_answer(client: Client, canyon: Any) -> None:
    html = sent(client, fase="vooraf", stap="uitslag")
    assert "Beantwoord eerst een vraag." in text(html)
    assert re.search(r'id="uitslag"\s+tabindex="-1"', html)
    assert "Beantwoord eerst een vraag." not in text(page(client, "?fase=vooraf"))


def test_answers_can_be_changed(client: Client, canyon: Any) -> None:
    result = sent(client, fase="vooraf", vooraf="de-canyon.1j2x")
    assert 'name="vooraf" value="de-canyon.1j2x"' in result
    changed = sent(client, fase="vooraf", vooraf="de-canyon.1j2x", stap="vragen")
    assert ticked(changed) == [("de-canyon.1", "j"), ("de-canyon.2", "x")]


def test_another_phase_loses_no_answer_and_no_name(client: Client, canyon: Any) -> None:
    fields = {"fase": "vooraf", "naam": "Proef <x>", "de-canyon.1": "j", "naar": "onderweg"}
    during = sent(client, **fields)
    assert "De canyon onderweg 1?" in during
    assert ticked(during) == []
    assert 'name="vooraf" value="de-canyon.1j"' in during
    assert 'value="Proef <x>"' in during
    back = {"fase": "onderweg", "vooraf": "de-canyon.1j", "de-canyon.1": "d", "naar": "vooraf"}
    before = sent(client, **back)
    assert ticked(before) == [("de-canyon.1", "j")]
    assert state(before) == "fase=vooraf&stap=vragen&vooraf=de-canyon.1j&onderweg=de-canyon.1d"


def test_what_is_agreed_stays_and_is_bounded(client: Client, make: Any, canyon: Any) -> None:
    agreed = {"wat:de-canyon": "Bel\x00 elke week", "wie:de-canyon": "Jo", "wat:elders": SECRET}
    html = " ".join(sent(client, fase="vooraf", vooraf="de-canyon.1j", **agreed).split())
    assert 'name="wat:de-canyon" value="Bel elke week"' in html
    assert 'name="wie:de-canyon" value="Jo"' in html
    assert SECRET not in html
    assert state(html).endswith("&wat:de-canyon=Bel+elke+week&wie:de-canyon=Jo")
    calm = " ".join(sent(client, fase="vooraf", vooraf="de-canyon.1n", **agreed).split())
    assert '<input type="hidden" name="wie:de-canyon" value="Jo">' in calm
    long = sent(client, fase="vooraf", vooraf="de-canyon.1j", **{"wat:de-canyon": "x" * 999})
    assert f'value="{"x" * 200}"' in long


def test_starting_again_asks_first(client: Client, canyon: Any) -> None:
    for html in (page(client, "?fase=vooraf"), page(client, "?fase=vooraf&a=de-canyon.1j")):
        before, _, after = html.partition("<summary>Begin opnieuw</summary>")
        assert "Ja, begin opnieuw" in after
        assert 'href="/premortem/" data-forget' not in before


def test_the_greatest_threat_comes_first(client: Client, make: Any, canyon: Any) -> None:
    with_questions(make, "De junk")
    with_questions(make, "De post-it")
    with_questions(make, "De olifant")
    said = text(page(client, "?fase=vooraf&a=de-canyon.1d2n&a=de-junk.1j&a=de-olifant.1n2x"))
    assert "Eén patroon bedreigt je" in said
    assert said.index("Dreigt sterk 1 patroon") < said.index("ja De junk vooraf 1?")
    assert said.index("Let op 1 patroon De canyon") > said.index("ja De junk vooraf 1?")
    assert "Nu geen bedreiging: De olifant ." in said
    assert "Nog niet bekeken: De post-it ." in said
    assert "5 van de 8 vragen beantwoord" in said
    assert "3 vragen staan nog open." in said


def test_a_threat_shows_answers_meaning_and_what_is_open(client: Client, canyon: Any) -> None:
    said = text(page(client, "?fase=vooraf&a=de-canyon.2j"))
    assert "De canyon Ingesleten patronen. Wat je antwoordde ja De canyon vooraf 2?" in said
    assert "1 vraag nog open" in said
    assert "De canyon vooraf 1?" not in said


def test_each_pattern_stands_under_its_own_level(client: Client, make: Any) -> None:
    for number in range(6):
        with_questions(make, f"Sterk {number}")
    with_questions(make, "Zwak")
    with_questions(make, "Midden")
    words = [f"a=sterk-{number}.1j2j" for number in range(6)]
    said = text(page(client, f"?fase=vooraf&{'&'.join(words)}&a=midden.1d2d&a=zwak.1d2n"))
    assert "7 patronen bedreigen je" in said
    levels = [said.index(f"{name} patro") for name in ("Dreigt sterk 6", "Dreigt 1", "Let op 1")]
    assert levels == sorted(levels)
    places = [said.index(f"{name} ", levels[0]) for name in ("Sterk 5", "Midden", "Zwak")]
    assert [sum(place > level for level in levels) for place in places] == [1, 2, 3]


def test_only_no_means_no_threat(client: Client, canyon: Any) -> None:
    said = text(page(client, "?fase=vooraf&a=de-canyon.1n"))
    assert "Geen patroon dat je nu bedreigt" in said
    assert "Er staat nog wel 1 vraag open." in said


def test_a_threat_brings_barriers_remedies_tips_and_quotes(
    client: Client, make: Any, canyon: Any
) -> None:
    barrier = make.barrier("Oude gewoonten", archetypes=[canyon])
    make.remedy(barrier=barrier, tip=make.tip("Stimuleer jobrotatie"), why="Wisselen houdt fris.")
    themes = [make.theme("Cultuur"), make.theme("Leiderschap")]
    canyon.themes.set(themes)
    canyon.quotes.add(make.quote("Creativiteit wordt afgestraft.", speaker=make.speaker("Jos")))
    make.tip("Rol de rode loper uit", themes=themes)
    make.tip("Te weinig gemeen", themes=themes[:1])
    html = page(client, "?fase=vooraf&a=de-canyon.1j")
    said = text(html)
    assert "Barrières die erbij horen Oude gewoonten" in said
    assert "Stimuleer jobrotatie : Wisselen houdt fris." in said
    assert "Tips over dezelfde thema’s Rol de rode loper uit" in said
    assert "Creativiteit wordt afgestraft. Jos" in said
    assert "Te weinig gemeen" not in said
    assert 'href="/wijzer/?b=oude-gewoonten"' in html


def test_nothing_of_a_draft_shows(client: Client, make: Any, canyon: Any) -> None:
    draft = make.draft(SECRET)
    themes = [make.theme() for _ in range(4)]
    canyon.themes.set(themes)
    with_questions(make, f"{SECRET} patroon", write_up=draft)
    barrier = make.barrier("Zichtbaar", archetypes=[canyon])
    hidden = make.barrier(SECRET, write_up=draft, archetypes=[canyon])
    make.remedy(barrier=barrier, tip=make.tip(SECRET, write_up=draft, themes=themes), why=SECRET)
    make.remedy(barrier=hidden, tip=make.tip("Openbare tip"), why=SECRET)
    canyon.quotes.add(make.quote(SECRET, write_up=draft, themes=themes))
    hidden.quotes.add(make.quote("Openbaar citaat bij iets verborgens."))
    slug = f"{SECRET.lower()}-patroon"
    for query in ("?fase=vooraf", "?fase=vooraf&a=de-canyon.1j", f"?fase=vooraf&a={slug}.1j"):
        assert SECRET not in page(client, query)
    said = text(page(client, "?fase=vooraf&a=de-canyon.1j"))
    assert "Zichtbaar" in said
    assert "Openbare tip" not in said
    assert "Openbaar citaat" not in said


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?fase=ooit", "De fase ‘ooit’ kennen we niet. Kies er een."),
        ("?fase=vooraf&a=weg.1j&a=de-canyon.1j", "Eén antwoord hoort niet bij deze vragen"),
        ("?fase=vooraf&a=de-canyon.1j9j9n&a=foei", "3 antwoorden horen niet bij deze vragen"),
        ("?fase=vooraf&a=de-canyon.1j&a=%00", "Eén antwoord hoort niet bij deze vragen"),
        ("?fase=vooraf&a=de-canyon.1j&de-canyon.9=q", "Eén antwoord hoort niet bij deze vragen"),
        ("?fase=vooraf&a=de-canyon.1j" + "&a=x.1j" * 5000, "Dit adres is te lang."),
        ("?fase=vooraf&a=de-canyon.1j&a=x." + "1j" * 2000, "Dit adres is te lang."),
        ("?fase=%00", "kennen we niet. Kies er een."),
    ],
)
def test_what_makes_no_sense_is_left_out_with_a_word(
    client: Client, canyon: Any, query: str, words: str
) -> None:
    said = text(page(client, query))
    assert words in said
    assert ("Eén patroon bedreigt je" in said) == ("de-canyon.1j" in query)


def test_an_empty_post_is_the_first_page(client: Client, db: None) -> None:
    assert "In welke fase zit je?" in text(unescape(client.post("/premortem/").content.decode()))
    assert client.put("/premortem/").status_code == 405


@pytest.mark.parametrize("rows", [1, 3])
def test_few_queries_however_much_threatens(client: Client, make: Any, rows: int) -> None:
    themes = [make.theme() for _ in range(3)]
    group, words = make.barrier_group(), []
    for number in range(rows):
        archetype = with_questions(make, f"Patroon {number}", themes=themes)
        archetype.quotes.add(make.quote(speaker=make.speaker()))
        barrier = make.barrier(group=group, archetypes=[archetype])
        make.remedy(barrier=barrier, tip=make.tip(speaker=make.speaker()))
        make.remedy(barrier=barrier, principle=make.principle(), tip=None)
        make.tip(themes=themes, speaker=make.speaker())
        words.append(f"a={archetype.slug}.1j2j")
    counts = {}
    for query in ("", "?fase=vooraf", "?fase=vooraf&" + "&".join(words)):
        with CaptureQueriesContext(connection) as captured:
            page(client, query)
        counts[query] = len(captured)
    assert {query: count for query, count in counts.items() if count > QUERY_BUDGET} == {}


@pytest.mark.parametrize("phase", Phase)
def test_yes_to_everything_on_the_site_gives_a_page(
    client: Client, content: None, phase: Phase
) -> None:
    asked = ArchetypeQuestion.objects.filter(phase=phase).select_related("archetype")
    given = {f"{one.archetype.slug}.{one.position}": "j" for one in asked}
    html = sent(client, fase=phase.label, **given)
    assert "16 patronen bedreigen je" in text(html)
    assert len(state(html)) < 600
