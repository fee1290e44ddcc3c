"""How many queries a page takes: few, and as many for three rows as for one."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from innovkb.kinds import KINDS
from innovkb.search.index.tracking import collected

BUDGET = 6
ITEM_BUDGET = 8
"""An item also shows who else says it, what belongs with it and what was corrected."""
CLAIM_BUDGET = 11
"""A claim shows five kinds of voices, each with who else says it, and as who they spoke."""
THEME_BUDGET = 7
"""A theme tells a story of tips, a quote, a barrier and what helps, and counts who agrees."""
SPEAKER_BUDGET = 8
"""A speaker's page shows what was said alone, and what was said with others."""
WRITE_UP_BUDGET = 13
"""A write-up shows eight kinds of items, its people, its partners, what it announces and what was
corrected."""


def content(make: Any, rows: int) -> None:
    """So many rows of each kind, each linked to so many of the others; indexed all at once."""
    with collected():
        make_content(make, rows)


def make_content(make: Any, rows: int) -> None:
    theme, theme_2 = make.theme("Ruimte"), make.theme("Geld")
    group, principle_set = make.barrier_group("Kennis"), make.principle_set("Drie regels")
    series = make.series("Reeks", organiser=make.organisation("Organisator"))
    write_ups, people, organisations = [], [], []
    for number in range(rows):
        organisation = make.organisation()
        meeting = make.session(series=series, organiser=organisation, state="held",
                               date=f"2025-0{number + 1}-01")  # fmt: skip
        write_up = make.write_up(session=meeting, publisher=organisation, date="2025-05-12")
        write_up.partners.add(organisation)
        person = make.speaker()
        make.appearance(write_up=write_up, speaker=person, organisation=organisation)
        make.session(announced_in=write_up, series=series, organiser=organisation)
        write_ups.append(write_up)
        people.append(person)
        organisations.append(organisation)
    shared = [
        {"write_up": write_up, "speaker": person, "themes": [theme, theme_2]}
        for write_up, person in zip(write_ups, people, strict=True)
    ]
    quotes = [make.quote(**one, cited_by=people) for one in shared]
    voiced: list[Any] = [{**one, "quotes": quotes} for one in shared]
    tools = [make.tool(**one, organisations=organisations) for one in voiced]
    examples = [
        make.example(**one, organisations=organisations, references=tools) for one in voiced
    ]
    tips = [make.tip(**one) for one in voiced]
    principles = [make.principle(**one, set=principle_set) for one in voiced]
    archetypes = [make.archetype(**one) for one in voiced]
    claims = [make.claim(voices=0, themes=[theme, theme_2]) for _ in range(rows)]
    for one in voiced:
        question = make.question(**one)
        barrier = make.barrier(**one, group=group, archetypes=archetypes)
        barrier.related.set(type(barrier).objects.all())
        for tip, principle, tool, example in zip(tips, principles, tools, examples, strict=True):
            for target in ({"tip": tip}, {"principle": principle}, {"tool": tool},
                           {"example": example}):  # fmt: skip
                make.remedy(barrier=barrier, **target)
        for claim in claims:
            make.voice(claim=claim, barrier=barrier)
            make.voice(claim=claim, question=question, stance="against")
    for claim in claims:
        for quote, tip, principle in zip(quotes, tips, principles, strict=True):
            for said in ({"quote": quote}, {"tip": tip}, {"principle": principle}):
                make.voice(claim=claim, **said)


def budget(path: str) -> int:
    kind_ = next((one for one in KINDS if path.startswith(f"/{one.path}/")), None)
    if kind_ is None or path == kind_.list_url:
        return BUDGET
    if kind_.key == "write_up":
        return WRITE_UP_BUDGET
    if kind_.key in ("claim", "theme"):
        return CLAIM_BUDGET if kind_.key == "claim" else THEME_BUDGET
    if kind_.key == "speaker":
        return SPEAKER_BUDGET
    return ITEM_BUDGET if kind_.is_item else BUDGET


def queries(client: Client, path: str) -> int:
    """Of a second visit: the first reads what a process keeps of the search index."""
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200, path
    return len(captured)


def paths() -> list[str]:
    """The home page, every list, and the first page of every kind."""
    pages = [kind_.published().order_by("pk").first().get_absolute_url() for kind_ in KINDS]
    return ["/", "/reeksen/reeks/", *(one.list_url for one in KINDS), *pages]


@pytest.mark.parametrize("rows", [1, 3])
def test_no_page_takes_more_queries_than_its_budget(make: Any, client: Client, rows: int) -> None:
    content(make, rows)
    taken = {path: queries(client, path) for path in paths()}
    assert {path: count for path, count in taken.items() if count > budget(path)} == {}


def test_three_rows_take_no_more_queries_than_one(make: Any, client: Client) -> None:
    content(make, 1)
    one = {path.partition("#")[0]: queries(client, path) for path in paths()}
    content_of_two_more(make)
    assert {path: queries(client, path) for path in one} == one


def content_of_two_more(make: Any) -> None:
    """Two more of everything, linked to all there is, the first of each kind included."""
    with collected():
        make_two_more(make)


def make_two_more(make: Any) -> None:
    from practices.models import BarrierGroup, Claim, PrincipleSet, Theme
    from practices.models.claim import SPOKEN
    from sessions.models import Quote, Series, Speaker, WriteUp

    themes, quotes = list(Theme.objects.all()), list(Quote.objects.all())
    write_up, person = WriteUp.objects.get(), Speaker.objects.get()
    for _ in range(2):
        meeting = make.session(series=Series.objects.get(), state="held", date="2024-01-01")
        make.write_up(session=meeting)
        make.appearance(write_up=write_up, speaker=make.speaker())
        shared: Any = {"write_up": write_up, "speaker": person, "themes": themes}
        quotes.append(make.quote(**shared))
        voiced: Any = {**shared, "quotes": quotes}
        items = {
            name: getattr(make, name)(**voiced)
            for name in ("tip", "tool", "example", "archetype", "question")
        }
        items["quote"] = quotes[-1]
        items["principle"] = make.principle(**voiced, set=PrincipleSet.objects.get())
        items["barrier"] = make.barrier(**voiced, group=BarrierGroup.objects.get())
        make.claim(themes=themes)
        for claim in Claim.objects.all():
            for name in SPOKEN:
                make.voice(claim=claim, **{name: items[name]})
