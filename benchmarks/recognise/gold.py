"""The gold standard: write-ups with what a careful reader finds in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

SET = Path(__file__).parent / "set"
FIRST = Path(__file__).parent / "first"


@dataclass(frozen=True)
class GoldQuote:
    """Verbatim words with their speaker; None where the text does not say whose they are."""

    text: str
    speaker: str | None
    optional: bool = False


@dataclass
class Gold:
    """What is to be found in one text; `optional` things count neither for nor against.

    `contained` says that several expected items may stand in one proposed item, as an editor
    splits a long lesson. `layout` is the kind of text: minutes, an interview.
    """

    name: str
    text: str
    layout: str = ""
    titles: list[str] = field(default_factory=list)
    date: str | None = None
    date_optional: bool = False
    has_title: bool = True
    attendance: int | None = None
    attendance_optional: bool = False
    people: list[str] = field(default_factory=list)
    optional_people: list[str] = field(default_factory=list)
    quotes: list[GoldQuote] = field(default_factory=list)
    items: dict[str, list[str]] = field(default_factory=dict)
    optional: dict[str, list[str]] = field(default_factory=dict)
    questions: list[tuple[str, str | None]] = field(default_factory=list)
    next_dates: list[str] = field(default_factory=list)
    optional_questions: list[str] = field(default_factory=list)
    contained: bool = False


def passage(text: str, snippet: str) -> str:
    """Return the passage from the words before " … " to those after it; raise if absent."""
    start, _, end = snippet.partition(" … ")
    parts = [r"\s+".join(re.escape(word) for word in part.split()) for part in (start, end) if part]
    found = re.search(r"[\s\S]*?".join(parts), text)
    if found is None:
        raise ValueError(f"not in the text: {snippet!r}")
    return found[0]


def read_gold(path: Path, layout: str = "") -> Gold:
    """Read a write-up and its gold (the .yaml beside it)."""
    text = path.read_text(encoding="utf-8")
    raw: dict[str, Any] = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))
    quotes = [GoldQuote(passage(text, words), who) for words, who in raw.get("quotes") or []]
    quotes += [
        GoldQuote(passage(text, words), None, optional=True)
        for words in raw.get("optional_quotes") or []
    ]
    kinds = ("tips", "barriers", "principles", "examples", "tools")
    title = raw.get("title")
    return Gold(
        name=f"{path.parent.name}/{path.stem}",
        text=text,
        layout=layout,
        titles=[title, *(raw.get("alternative_titles") or [])] if title else [],
        has_title=bool(title),
        date=str(raw["date"]) if raw.get("date") else None,
        date_optional=bool(raw.get("date_optional")),
        attendance=raw.get("attendance"),
        attendance_optional=bool(raw.get("attendance_optional")),
        people=raw.get("people") or [],
        optional_people=raw.get("optional_people") or [],
        quotes=quotes,
        items={kind: [passage(text, words) for words in raw.get(kind) or []] for kind in kinds},
        optional={
            kind: [passage(text, words) for words in raw.get(f"optional_{kind}") or []]
            for kind in kinds
        },
        questions=[(words, who) for words, who in raw.get("questions") or []],
        optional_questions=raw.get("optional_questions") or [],
        next_dates=[str(day) for day in raw.get("next") or []],
    )


def read_folder(folder: Path) -> list[Gold]:
    """Read every write-up of a folder that has its gold beside it, with its layout if known."""
    paths = sorted(path for path in folder.iterdir() if path.suffix in (".md", ".txt"))
    layouts = _layouts(folder.parent / "layouts.yaml")
    return [
        read_gold(path, _layout(path.stem.partition("-")[0], layouts))
        for path in paths
        if path.with_suffix(".yaml").exists()
    ]


def read_set(part: str) -> list[Gold]:
    """Read every write-up of "fit", on which the rules were made, or of "classes".

    The classes are short texts that each show one thing that the rules once missed.
    """
    return read_folder(SET / part)


def read_first() -> list[Gold]:
    """Read every set that was first measured unseen; since then they are training texts."""
    folders = sorted(path for path in FIRST.iterdir() if path.is_dir())
    return [gold for folder in folders for gold in read_folder(folder)]


def _layout(prefix: str, layouts: dict[str, str]) -> str:
    """Return the layout of a text: by its number, or what its name begins with ("notulen-1")."""
    return layouts.get(prefix, "" if prefix.isdigit() else prefix)


def _layouts(path: Path) -> dict[str, str]:
    """Return the layout of each text, by its number with two digits or more."""
    if not path.exists():
        return {}
    raw: dict[str, list[int]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {f"{number:02}": layout for layout, numbers in raw.items() for number in numbers}
