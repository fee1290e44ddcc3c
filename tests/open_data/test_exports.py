"""The files of every kind: safe in a spreadsheet, and their texts come back."""

import csv
import io
from typing import Any

import pytest
from django.test import Client


def rows(client: Client, path: str) -> list[dict[str, str]]:
    text = client.get(path).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＠SUM(A1)"])
def test_no_cell_is_a_formula(client: Client, make: Any, start: str) -> None:
    make.tip("Tip", text=start)
    (row,) = rows(client, "/export/tips.csv")
    assert row["text"] == f"'{start}"


def test_lists_and_addresses_read_as_people_need_them(client: Client, make: Any) -> None:
    make.tip("Tip; met; punten", themes=[make.theme("Geld, en tijd"), make.theme("Lef")])
    (row,) = rows(client, "/export/tips.csv")
    assert row["title"] == "Tip; met; punten"
    assert sorted(row["themes"].split(" | ")) == ["Geld, en tijd", "Lef"]
    assert row["url"] == "http://127.0.0.1:8000/tips/tip-met-punten/"
