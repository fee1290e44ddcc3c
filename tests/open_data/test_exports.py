"""The files of every kind: safe in a spreadsheet, and their texts come back."""

import csv
import io
from typing import Any

import pytest
from django.test import Client

from innovkb.kinds import KINDS, Kind


def rows(client: Client, path: str) -> list[dict[str, str]]:
    text = client.get(path).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＠SUM(A1)"])
def test_no_cell_is_a_formula(client: Client, make: Any, start: str) -> None:
    make.tip("Tip", text=start)
    (row,) = rows(client, "/export/tips.csv")
    assert row["tekst"] == f"'{start}"


def test_lists_and_addresses_read_as_people_need_them(client: Client, make: Any) -> None:
    make.tip("Tip; met; punten", themes=[make.theme("Geld, en tijd"), make.theme("Lef")])
    (row,) = rows(client, "/export/tips.csv")
    assert row["titel"] == "Tip; met; punten"
    assert sorted(row["thema’s"].split(" | ")) == ["Geld, en tijd", "Lef"]
    assert row["adres op deze site"] == "http://127.0.0.1:8000/tips/tip-met-punten/"


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("one", KINDS, ids=lambda one: one.key)
def test_a_sheet_names_its_columns_in_dutch(client: Client, one: Kind) -> None:
    found = rows(client, f"/export/{one.path}.csv")
    given = client.get(f"/export/{one.path}.json").json()
    assert len(found) == len(given) > 0
    headings, names = list(found[0]), list(given[0])
    assert len(set(headings)) == len(names)
    same = {"website", "genre", "form", "set", "effect", "score"}
    assert {heading for heading in headings if heading in names} <= same


def test_choices_are_words_in_a_sheet_and_codes_for_programs(client: Client, make: Any) -> None:
    make.tip(wording="reported", excerpt="Zo.")
    (row,) = rows(client, "/export/tips.csv")
    assert row["weergave"] == "weergegeven door de bron"
    assert client.get("/export/tips.json").json()[0]["wording"] == "reported"
