"""The five sources, compared with the site's own fixtures."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import yaml

from innovkb.ingest.recognise import Known, KnownName

from .gold import Gold, GoldQuote
from .measure import normal

_HEADINGS = {
    "tips": re.compile(r"(?:tips|lessen)\b", re.IGNORECASE),
    "barriers": re.compile(r"(?:barri[eè]res|innovatiedrempels)\b", re.IGNORECASE),
}
ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "fixtures"
FOLDER = Path(os.environ.get("INNOVKB_SOURCES", ROOT.parent / "shared" / "sources"))


def _records() -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = []
    for path in sorted(FIXTURES.glob("*.yaml")):
        records += yaml.safe_load(path.read_text(encoding="utf-8")) or []
    return records


def _of(records: list[dict[str, Any]], model: str) -> list[dict[str, Any]]:
    return [record["fields"] for record in records if record["model"].endswith(f".{model}")]


def known_names() -> Known:
    """Return the speakers and organisations of the fixtures."""
    records = _records()
    speakers = [
        KnownName(s["name"], tuple(s.get("aliases") or ())) for s in _of(records, "speaker")
    ]
    organisations = [
        KnownName(o["name"], (o.get("short_name") or "", *(o.get("aliases") or ())))
        for o in _of(records, "organisation")
    ]
    return Known(speakers=speakers, organisations=organisations)


def read_sources() -> list[Gold]:
    """Return the sources that have a fixture, with the verbatim items that stand in them."""
    if not FOLDER.is_dir():
        return []
    records = _records()
    names = {speaker["slug"]: speaker["name"] for speaker in _of(records, "speaker")}
    by_write_up: dict[str, Gold] = {}
    for write_up in _of(records, "writeup"):
        path = FOLDER / f"{write_up['slug']}.txt"
        if path.exists():
            by_write_up[write_up["slug"]] = _gold(path, write_up)
    for quote in _of(records, "quote"):
        _add_quote(quote, by_write_up, names)
    for kind in ("tip", "barrier"):
        for item in _of(records, kind):
            _add_item(f"{kind}s", item, by_write_up)
    for appearance in _of(records, "appearance"):
        slug = appearance["write_up"][0]
        name = names.get(appearance["speaker"][0])
        if slug in by_write_up and name and name not in by_write_up[slug].people:
            by_write_up[slug].people.append(name)
    return list(by_write_up.values())


def _gold(path: Path, write_up: dict[str, Any]) -> Gold:
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    titles = [write_up.get("source_title") or write_up["title"], write_up["title"]]
    return Gold(name=path.stem, text=text, titles=titles, date_optional=True, contained=True)


def _stands_in(words: str, gold: Gold) -> bool:
    return normal(words) in normal(gold.text)


def _add_quote(quote: dict[str, Any], golds: dict[str, Gold], names: dict[str, str]) -> None:
    gold = golds.get((quote.get("write_up") or [""])[0])
    if gold is None or not _stands_in(quote["text"], gold):
        return
    speaker = names.get((quote.get("speaker") or [""])[0])
    gold.quotes.append(GoldQuote(quote["text"], speaker))


def _add_item(kind: str, item: dict[str, Any], golds: dict[str, Gold]) -> None:
    """Add an item that the source presents as such: verbatim, in a list under its heading."""
    gold = golds.get((item.get("write_up") or [""])[0])
    if gold is None or not _stands_in(item["text"], gold):
        return
    words = normal(item["text"])
    listed = any(words in line for line in _bullets(gold.text))
    if listed and _HEADINGS[kind].match(item.get("section") or ""):
        gold.items.setdefault(kind, []).append(item["text"])
    elif kind == "tips":
        gold.optional.setdefault("tips", []).append(item["text"])


def _bullets(text: str) -> list[str]:
    """Return the list items of a source, each with the lines that carry it on."""
    items = re.split(r"\n[ \t]*(?:[-–•]|\d{1,2}\.)[ \t]", text)
    return [normal(item.split("\n\n")[0]) for item in items[1:]]
