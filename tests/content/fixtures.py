"""The site's own content, as it stands in the fixtures."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "fixtures"
ITEM_KINDS = ("quote", "question", "tip", "barrier", "principle", "example", "tool", "archetype")

Row = dict[str, Any]


@cache
def rows(model: str) -> list[Row]:
    """The fields of every record of a model, in the order of the files."""
    return [
        record["fields"]
        for path in sorted(FIXTURES.glob("*.yaml"))
        for record in _records(path)
        if record["model"].endswith(f".{model}")
    ]


@cache
def _records(path: Path) -> list[Row]:
    records: list[Row] = yaml.load(path.read_text(), yaml.CSafeLoader)
    return records


def items(*models: str) -> list[Row]:
    """The items of these kinds that were drawn from a write-up; without kinds all of them."""
    return [row for model in models or ITEM_KINDS for row in rows(model) if row.get("write_up")]


def wording(row: Row) -> str:
    """How close the item stays to its source; verbatim is what a fixture needn't say."""
    return str(row.get("wording", "verbatim"))


def source_of(row: Row) -> str:
    """The slug of the write-up that the item was drawn from."""
    return str(row["write_up"][0])


def bodies() -> dict[str, str]:
    return {row["slug"]: row["body"] for row in rows("writeup")}
