"""What stands above the results: what helps, the sentence that says it, or the quotes."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.search.answers import Answered, Wanted, judge, read
from innovkb.search.analysis import query_words
from innovkb.search.ask.asked import asked
from innovkb.search.ask.engine import search
from innovkb.search.models import SearchEntry

pytestmark = pytest.mark.django_db
STRIP = 'class="kb-answer"'


def answered(query: str) -> tuple[str, str, list[str]] | None:
    found = search(query).answer
    return found and (found.form.value, found.text, [one.heading for one in found.entries])


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("mijn baas wil niet", "helps"),
        ("onze regels zijn verouderd", "helps"),
        ("hoe krijg ik mijn team mee", "helps"),
        ("wat helpt tegen bureaucratie", "helps"),
        ("hoeveel procent innoveert niet", "number"),
        ("hoeveel mensen deden mee", "number"),
        ("hoe lang duurt een proef", "number"),
        ("wie zei dat het mag mislukken", "said"),
        ("wie had het over baasjes", "said"),
        ("wie is de baas", None),
        ("hoe werkt de wijzer", None),
        ("wat is een pilot", None),
        ("waarom is leiderschap belangrijk", None),
        ("leiderschap", None),
        ("wanneer is de volgende sessie", None),
        ("tips voor leidinggevenden", None),
        ("", None),
    ],
)
def test_the_form_of_an_answer_follows_from_how_a_query_begins(
    typed: str, form: str | None
) -> None:
    found = asked(query_words(typed), names_quotes=False)
    assert (found.form.value if found else None) == form


def test_a_complaint_is_answered_by_the_barrier_with_why_it_helps_and_who_says_so(
    make: Any, client: Client
) -> None:
    against = make.barrier(title="Leidinggevenden die niet meewerken")
    for number in range(3):
        who = make.speaker(name=f"Vinder {number}")
        make.remedy(
            barrier=against,
            tip=make.tip(title=f"Raad {number}", speaker=who),
            why=f"Want reden {number}.",
            position=number,
        )
    text = client.get("/zoeken/?q=mijn+leidinggevende+wil+niet").text
    strip = text[text.index(STRIP) : text.index("</section>", text.index(STRIP))]
    assert "Wat hiertegen helpt" in strip
    assert [f"Raad {n}" in strip for n in range(3)] == [True, True, False]
    assert [f"Want reden {n}." in strip for n in range(3)] == [True, True, False]
    assert [f"Vinder {n}" in strip for n in range(3)] == [True, True, False]
    assert "Alle 3 dingen die hiertegen helpen" in strip
    assert f'href="/wijzer/?b={against.slug}#resultaten"' in strip


def test_nothing_that_is_not_public_stands_in_an_answer(make: Any, client: Client) -> None:
    against = make.barrier(title="Leidinggevenden die niet meewerken")
    hidden = make.remedy(
        barrier=against, tip=make.tip(title="Geheim", write_up=make.draft()), why="Geheime reden."
    )
    shown = make.remedy(barrier=against, tip=make.tip(title="Openbaar"), why="Gewone reden.")
    address = "/zoeken/?q=mijn+leidinggevende+wil+niet"
    text = client.get(address).text
    assert ("Openbaar" in text, "Geheim" in text) == (True, False)
    shown.delete()
    assert STRIP not in client.get(address).text
    hidden.tip.write_up.status = "published"
    hidden.tip.write_up.save()
    assert "Geheime reden." in client.get(address).text
    against.write_up.status = "draft"
    against.write_up.save()
    assert STRIP not in client.get(address).text


def test_of_a_complaint_that_fits_two_barriers_only_from_aside_none_is_shown(make: Any) -> None:
    from innovkb.search.models import SynonymGroup

    SynonymGroup.objects.create(word="schommel", related=["glijbaan"])
    make.barrier(title="Te weinig glijbaan bij bestuurders")
    assert answered("mijn schommel wil niet") == (
        "helps", "", ["Te weinig glijbaan bij bestuurders"],
    )  # fmt: skip
    make.barrier(title="Geen glijbaan bij managers")
    assert answered("mijn schommel wil niet") is None
    make.barrier(title="Glijbaan")
    assert answered("mijn schommel wil niet") == ("helps", "", ["Glijbaan"])


def test_a_barrier_that_has_the_words_in_its_text_only_is_no_answer(make: Any) -> None:
    make.barrier(title="Iets anders", text="De leidinggevende is er niet vaak.")
    assert answered("mijn leidinggevende wil niet") is None


@pytest.mark.parametrize("more", ["&soort=tip", "&soort=barrier", "&pagina=2"])
def test_only_the_first_results_of_all_have_an_answer(make: Any, client: Client, more: str) -> None:
    against = make.barrier(title="Leidinggevenden die niet meewerken")
    make.remedy(barrier=against)
    for number in range(25):
        make.tip(title=f"Leidinggevende {number}")
    address = "/zoeken/?q=mijn+leidinggevende+wil+niet&zijdelings=1"
    assert (STRIP in client.get(address).text, STRIP in client.get(address + more).text) == (
        True,
        False,
    )


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("hoeveel procent gaat naar zandkastelen", "Naar zandkastelen gaat 12,5 procent."),
        ("hoeveel scheppen kreeg elk zandkasteel", "Elk zandkasteel kreeg 347 mooie scheppen."),
        ("hoe lang duurt een zandkasteel", "Een zandkasteel staat zes weken."),
        ("hoeveel emmers kreeg elk zandkasteel", None),
        ("hoeveel procent gaat naar duikboten", None),
        ("hoeveel zandkastelen", None),
    ],
)
def test_a_number_is_answered_by_the_sentence_that_says_it(
    make: Any, query: str, sentence: str | None
) -> None:
    make.tip(
        title="Bouw",
        text="Naar zandkastelen gaat 12,5 procent. Dat was in 2021 zo voor zandkastelen.\n"
        "Elk zandkasteel kreeg 347 mooie scheppen. Een zandkasteel staat zes weken.",
    )
    make.tip(title="Emmers", text="In 2021 kreeg elk zandkasteel emmers.")
    found = answered(query)
    assert (found and found[:2]) == (("number", sentence) if sentence else None)


def test_who_said_something_is_answered_by_those_words(make: Any, client: Client) -> None:
    said = make.quote("Alleen een tapijt kun je uitrollen", speaker=make.speaker(name="Kees Kleed"))
    make.quote("Een tapijt is zacht", speaker=make.speaker(name="Els Anders"))
    text = client.get("/zoeken/?q=wie+zei+dat+je+alleen+een+tapijt+uitrolt").text
    strip = text[text.index(STRIP) : text.index("</section>", text.index(STRIP))]
    assert ("Wie dit zei" in strip, said.text in strip, "Kees Kleed" in strip) == (True,) * 3
    assert "Els Anders" not in strip


def test_quotes_are_those_of_who_is_asked_for_or_that_say_it(make: Any) -> None:
    bea, cor = make.speaker(name="Bea Bloem"), make.speaker(name="Cor Tuin")
    make.quote("Tuinen zijn geduld", speaker=bea)
    make.quote("Over lef gesproken", speaker=bea)
    make.quote("Bloem noemt dat lef", speaker=cor)

    def quoted(query: str) -> set[str] | None:
        found = answered(query)
        return found and set(found[2])

    assert quoted("citaten van bea bloem") == {"Tuinen zijn geduld", "Over lef gesproken"}
    assert quoted("citaten van bea bloem over lef") == {"Over lef gesproken"}
    assert quoted("citaten over lef") == {"Over lef gesproken", "Bloem noemt dat lef"}
    assert quoted("citaten over voetbal") is None
    assert quoted("mooie citaten") is None


@pytest.mark.parametrize("rows", [1, 3])
def test_an_answer_takes_three_queries_whatever_the_number_of_remedies(
    make: Any, client: Client, rows: int
) -> None:
    against = make.barrier(title="Leidinggevenden die niet meewerken")
    make.tip(title="Leidinggevende")
    with_answer, without = "mijn+leidinggevende+wil+niet", "leidinggevende"
    for _ in range(rows):
        make.remedy(barrier=against, tip=make.tip(speaker=make.speaker()))

    def queries(query: str) -> int:
        client.get(f"/zoeken/?q={query}")
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/zoeken/?q={query}")
        return len(captured)

    assert queries(with_answer) - queries(without) == 3


def test_how_answers_are_judged() -> None:
    judged = [Wanted("a", frozenset({"/a/"}), "12"), Wanted("b", frozenset({"/b/"}))]
    judged += [Wanted("c", frozenset()), Wanted("d", frozenset({"/d/"}))]
    found = judge(
        judged,
        {
            "a": {"sentence": "Het is 12.", "things": [{"url": "/a/#x:~:text=y"}]},
            "b": {"sentence": None, "things": [{"url": "/b/"}, {"url": "/x/"}]},
            "c": {"sentence": None, "things": [{"url": "/c/"}]},
            "d": None,
        },
    )
    assert found == Answered(right=["a"], wrong=["b", "c"], missed=["b", "d"])
    assert (found.precision, found.coverage) == (1 / 3, 1 / 3)


def test_half_of_the_judged_queries_have_no_answer_and_every_address_is_on_the_site(
    content: None,
) -> None:
    judged = read()
    assert (len(judged), sum(bool(one.right) for one in judged)) == (50, 25)
    urls = {url for one in judged for url in one.right}
    assert urls - set(SearchEntry.objects.values_list("url", flat=True)) == set()
