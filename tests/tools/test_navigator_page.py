"""The Wijzer: choosing barriers and seeing what helps."""

import re
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from innovkb.tools.forms import MOST_BARRIERS
from innovkb.tools.navigator.views import MOST_OF_GROUP
from practices.models import Barrier
from practices.models.remedy import Origin

QUERY_BUDGET = 8
SECRET = "Geheimzinnig"


def page(client: Client, query: str = "") -> str:
    response = client.get(f"/wijzer/{query}")
    assert response.status_code == 200
    return unescape(response.content.decode())


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html.split("<main", 1)[1]).split())


def chosen(barriers: list[Any]) -> str:
    return "?" + "&".join(f"b={barrier.slug}" for barrier in barriers)


@pytest.fixture
def busy(make: Any) -> Any:
    """A barrier with two tips, of which the source itself links the second."""
    barrier = make.barrier("Druk", group=make.barrier_group("Tijd"))
    speaker = make.speaker("Jeff Gaspersz")
    source = make.write_up("Innovatieleiderschap", date="2025-05-15")
    make.appearance(write_up=source, speaker=speaker, role="hoogleraar")
    first = make.tip("Vraag om rust", write_up=source)
    second = make.tip("Plan een kwartier", write_up=source, speaker=speaker)
    make.remedy(barrier=barrier, tip=first, position=1, why="Rust geeft ruimte.")
    make.remedy(
        barrier=barrier, tip=second, position=2, why="Een kwartier past.", origin=Origin.SOURCE
    )
    return barrier


def test_barriers_are_offered_in_their_groups(client: Client, make: Any, busy: Any) -> None:
    make.barrier("Geen geld", group=make.barrier_group("Financiering"))
    html = page(client)
    assert re.findall(r'<legend class="kb-group__title">(.*?)<', html) == ["Financiering", "Tijd"]
    assert 'value="druk"' in html
    assert "Geen geld (nog geen antwoord)" in text(html)


def test_a_site_without_barriers_says_so(client: Client, db: None) -> None:
    assert "Er staan nog geen barrières op deze site." in text(page(client))


def test_the_result_says_what_helps_why_who_says_so_and_where(client: Client, busy: Any) -> None:
    said = text(page(client, "?b=druk"))
    assert "2 dingen die helpen" in said
    assert (
        "Plan een kwartier Een kwartier past. (de bron legt dit verband) "
        "Jeff Gaspersz , hoogleraar, in Innovatieleiderschap (15 mei 2025)" in said
    )
    assert "Rust geeft ruimte. (de redactie legt dit verband)" in said
    assert said.index("Plan een kwartier") < said.index("Vraag om rust")


def test_what_helps_against_more_barriers_comes_first(client: Client, make: Any, busy: Any) -> None:
    other = make.barrier("Geen geld")
    make.remedy(barrier=other, tip=busy.remedies.get(position=1).tip, why="Rust is gratis.")
    said = text(page(client, chosen([busy, other])))
    assert said.index("Vraag om rust") < said.index("Plan een kwartier")
    assert "Helpt tegen 2 van je 2 barrières" in said
    assert "Tegen ‘Geen geld’: Rust is gratis." in said


def test_a_principle_a_tool_and_an_example_may_help(client: Client, make: Any) -> None:
    barrier = make.barrier("Druk")
    bricks = make.principle_set("Bouwstenen", singular="bouwsteen")
    for target in (
        {"principle": make.principle("Ruimte", set=bricks)},
        {"tool": make.tool("Kompas")},
        {"example": make.example("Kadaster")},
    ):
        make.remedy(barrier=barrier, **target)
    html = page(client, "?b=druk")
    said = text(html)
    assert [name for name in ("bouwsteen Ruimte", "hulpmiddel Kompas", "voorbeeld Kadaster")
            if name not in said] == []  # fmt: skip
    assert 'href="/principes/bouwstenen/#ruimte"' in html


def test_barriers_that_nothing_answers_are_named(client: Client, make: Any, busy: Any) -> None:
    bare = make.barrier("Geen geld")
    said = text(page(client, chosen([busy, bare])))
    assert (
        "Waar nog niets tegen helpt In de bronnen op deze site staat nog niets tegen: Geen" in said
    )
    assert "Hier weten we nog niets tegen" in text(page(client, "?b=geen-geld"))


def test_archetypes_lead_to_their_questions(client: Client, make: Any, busy: Any) -> None:
    busy.archetypes.add(make.archetype("De canyon"))
    assert 'href="/premortem/?fase=vooraf#de-canyon"' in page(client, "?b=druk")


def test_a_chosen_barrier_can_be_taken_away(client: Client, make: Any, busy: Any) -> None:
    other = make.barrier("Geen geld")
    html = page(client, chosen([busy, other]))
    assert 'href="/wijzer/?b=geen-geld"' in html
    assert 'href="/wijzer/?stap=kiezen&b=druk&b=geen-geld"' in html


def test_changing_a_choice_keeps_it_ticked(client: Client, busy: Any) -> None:
    html = page(client, "?stap=kiezen&b=druk")
    assert 'value="druk" checked' in html


@pytest.mark.indexed
def test_own_words_find_barriers_and_say_why(client: Client, make: Any) -> None:
    make.barrier("Drukbezette teams", text="Niemand heeft tijd.")
    make.barrier("Geen geld")
    make.tip("Neem tijd")
    html = page(client, "?q=tijd&stap=kiezen")
    found = html.split('id="resultaten"')[1].split("</fieldset>")[0]
    assert "1 barrière bij ‘tijd’" in text(f"<main>{found}")
    assert re.findall(r'name="b"\s+value="([^"]*)"', found) == ["drukbezette-teams"]
    assert "<mark>tijd</mark>" in found


@pytest.mark.indexed
def test_a_barrier_stands_on_the_form_once(client: Client, make: Any) -> None:
    make.barrier("Drukbezette teams", text="Niemand heeft tijd.")
    html = page(client, "?q=tijd&b=drukbezette-teams&stap=kiezen")
    assert html.count('value="drukbezette-teams" checked') == 1


@pytest.mark.indexed
def test_a_found_barrier_leads_straight_to_what_helps(client: Client, make: Any, busy: Any) -> None:
    barrier = make.barrier("Geen budget", text="Er is geen geld na de pilot.")
    unanswered = make.barrier("Geen budget elders", text="Geen geld.")
    make.remedy(barrier=barrier, tip=make.tip("Vraag subsidie"))
    html = page(client, "?q=geen+geld&stap=kiezen")
    assert 'href="/wijzer/?q=geen+geld&b=geen-budget#resultaten"' in html
    assert f"b={unanswered.slug}#resultaten" not in html


def test_words_that_find_nothing_are_answered(client: Client, busy: Any) -> None:
    assert "Geen barrière gevonden bij ‘xyzzyq’" in text(page(client, "?q=xyzzyq"))


def test_an_empty_form_asks_to_choose(client: Client, busy: Any) -> None:
    assert "Vink eerst aan waar je tegenaan loopt" in text(page(client, "?q="))
    assert "Vink eerst aan" not in text(page(client))


@pytest.mark.indexed
def test_nothing_of_a_draft_shows(client: Client, make: Any, busy: Any) -> None:
    draft = make.draft(SECRET)
    hidden = make.barrier(
        f"{SECRET} druk", write_up=draft, group=make.barrier_group(f"{SECRET} groep")
    )
    busy.archetypes.add(make.archetype(f"{SECRET} patroon", write_up=draft))
    for target in (
        {"tip": make.tip(SECRET, write_up=draft)},
        {"tool": make.tool(SECRET, write_up=draft)},
        {"example": make.example(SECRET, write_up=draft)},
        {"principle": make.principle(SECRET, write_up=draft)},
    ):
        make.remedy(barrier=busy, why=SECRET, **target)
    make.remedy(barrier=hidden, why=SECRET)
    for query in ("", "?b=druk", "?q=druk&stap=kiezen", chosen([busy, hidden])):
        assert SECRET not in page(client, query).replace(f"b={SECRET.lower()}", "")
    assert "2 dingen die helpen" in text(page(client, "?b=druk"))


def test_a_barrier_of_a_draft_is_unknown(client: Client, make: Any) -> None:
    make.barrier("Druk", write_up=make.draft())
    assert "De barrière ‘druk’ kennen we niet" in text(page(client, "?b=druk"))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?b=weg&b=druk", "De barrière ‘weg’ kennen we niet. Weggelaten."),
        ("?b=druk&b=weg&b=foei&b=", "De barrière ‘weg’ (en nog 1 andere) kennen we niet."),
        ("?b=druk&b=druk", "Wat dubbel in het adres staat, telt één keer."),
        ("?b=druk%00&b=druk", "De barrière ‘druk’ kennen we niet."),
        ("?b=druk&q=a%00b", "In je tekst stonden tekens die we niet kunnen lezen."),
        ("?b=druk&q=" + "woord+" * 100, "Je tekst is lang: we lazen de eerste 400 tekens."),
        ("?b=druk&b=" + "x" * 3000, "Dit adres is te lang. We lazen niet alles."),
        ("?b=druk" + "&b=druk" * 5000, "Dit adres is te lang. We lazen niet alles."),
        ("?b=druk&b=%ff%fe&b=<script>", "kennen we niet. Weggelaten."),
    ],
)
def test_what_makes_no_sense_is_left_out_with_a_word(
    client: Client, busy: Any, query: str, words: str
) -> None:
    said = text(page(client, query))
    assert words in said
    assert "2 dingen die helpen" in said


def test_no_more_barriers_are_read_than_the_most(client: Client, make: Any) -> None:
    shared = {"group": make.barrier_group(), "write_up": make.write_up()}
    barriers = Barrier.objects.bulk_create(
        Barrier(slug=f"b{number}", title="Druk", position=number, **shared)
        for number in range(MOST_BARRIERS + 1)
    )
    html = page(client, chosen(barriers))
    assert html.count("(haal weg)") == MOST_BARRIERS
    assert "Je koos veel: we lazen de eerste 60 barrières." in text(html)


def test_a_long_group_shows_its_first_and_what_was_chosen_and_leads_to_the_others(
    client: Client, make: Any
) -> None:
    group = make.barrier_group("Geld")
    shared: Any = {"group": group, "write_up": make.write_up()}
    barriers = Barrier.objects.bulk_create(
        Barrier(slug=f"b{number}", title="Druk", position=number, **shared)
        for number in range(MOST_OF_GROUP + 2)
    )
    html = page(client)
    assert re.findall(r'name="b"\s+value="(b\d+)"', html) == [
        one.slug for one in barriers[:MOST_OF_GROUP]
    ]
    assert f"Geld ({len(barriers)})" in text(html)
    assert "Er zijn er nog 2." in text(html)
    assert f'href="/barrieres/?groep={group.slug}"' in html
    html = page(client, f"?b={barriers[-1].slug}&stap=kiezen")
    assert re.findall(r'value="(b\d+)" checked', html) == [barriers[-1].slug]
    assert "Er is er nog één." in text(html)


def test_own_words_are_shown_escaped(client: Client, busy: Any) -> None:
    html = client.get("/wijzer/?b=druk&q=<script>x</script>").content.decode()
    assert "<script>x" not in html
    assert "&lt;script&gt;x" in html


def test_the_page_only_takes_get(client: Client, db: None) -> None:
    assert client.post("/wijzer/").status_code == 405


@pytest.mark.indexed
@pytest.mark.parametrize("rows", [1, 3])
def test_few_queries_however_much_is_chosen(client: Client, make: Any, rows: int) -> None:
    archetype, group = make.archetype(), make.barrier_group()
    barriers = []
    for _ in range(rows):
        barrier = make.barrier("Niemand heeft tijd", group=group, archetypes=[archetype])
        targets = ({"tip": make.tip(speaker=make.speaker())}, {"tool": make.tool()},
                   {"example": make.example()}, {"principle": make.principle()})  # fmt: skip
        for target in targets:
            make.remedy(barrier=barrier, **target)
        barriers.append(barrier)
    page(client, "?q=tijd")
    counts = {}
    for query in ("", "?q=tijd&stap=kiezen", chosen(barriers)):
        with CaptureQueriesContext(
            connection,
        ) as captured:
            page(client, query)
        counts[query] = len(captured)
    assert {query: count for query, count in counts.items() if count > QUERY_BUDGET} == {}


def test_every_barrier_of_the_site_has_a_result(client: Client, content: None) -> None:
    barriers = list(Barrier.objects.published())
    for barrier in barriers:
        page(client, f"?b={barrier.slug}")
    assert "dingen die helpen" in text(page(client, chosen(barriers)))


@pytest.mark.indexed
def test_why_a_barrier_is_found_is_said_in_a_whole_sentence(make: Any, client: Client) -> None:
    make.barrier("Schommelbeleid ontbreekt")
    found = text(page(client, "?q=schommel&stap=kiezen"))
    assert "Hier staat ‘schommel’ in een langer woord: ‘schommelbeleid’." in found
    assert ("Gevonden omdat" in found, ".." in found) == (False, False)
