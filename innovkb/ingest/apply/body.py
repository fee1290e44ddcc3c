"""The text of a write-up: made of the passages taken, of the whole source, or brought up to date.

Every builder says where in the new text the words of each entry stand, so that an excerpt that
occurs more than once points at the right place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from innovkb.ingest.plan import Entry
from innovkb.ingest.plan.matches import plain
from innovkb.ingest.recognise.document import Block, Document, parse
from innovkb.ingest.recognise.flat import clean

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*$", re.MULTILINE)
_BLOCK_START = re.compile(r"(?=(?:[-*+>#|]|\d{1,9}[.)])(?:\s|$))")


@dataclass(slots=True)
class Body:
    """A text, and the offset at or just before the words of each entry that stands in it."""

    text: str
    offsets: dict[str, int] = field(default_factory=dict)


def flat(words: str) -> str:
    """The words on one line, as they stand in a list item or a block quote."""
    return " ".join(re.sub(r"\n[ \t]*>[ \t>]*", "\n", words).split())


def outline(entries: Iterable[Entry], names: Mapping[str, str]) -> Body:
    """Only the passages taken, in the order and under the headings of the source.

    ``names`` gives the name of the speaker of an entry. A passage inside another is not repeated.
    """
    body = Body("")
    section, last_kind = "", ""
    around: tuple[int, str, int] = (-1, "", 0)
    for entry in sorted(entries, key=lambda one: (one.start, -one.end)):
        words = flat(passage(entry))
        if entry.start < around[0] and words in around[1]:
            body.offsets[entry.key] = around[2]
            continue
        heading = entry.value("section")
        if heading and plain(heading) != plain(section):
            section, last_kind = heading, ""
            body.text += f"{_gap(body.text)}## {flat(heading)}"
        block = _block(entry, words, names.get(entry.key, ""))
        in_list = block.startswith("- ") and last_kind == "list"
        body.text += "\n" if in_list else _gap(body.text)
        last_kind = "list" if block.startswith("- ") else ""
        body.offsets[entry.key] = len(body.text) + max(block.find(words), 0)
        around = (entry.end, words, body.offsets[entry.key])
        body.text += block
    return body


def passage(entry: Entry) -> str:
    """The words of the source that an item rests on; of a question with an answer: the answer."""
    if entry.proposed_kind == "question":
        return str(entry.proposed.get("text") or entry.proposed.get("question") or entry.text)
    return entry.text


def _gap(text: str) -> str:
    return "\n\n" if text else ""


def _block(entry: Entry, words: str, name: str) -> str:
    if entry.kind == "quote":
        lead = f"{name}:\n\n" if name else ""
        return f"{lead}> “{words}”"
    if entry.kind == "question":
        asked = flat(entry.value("question"))
        return words if plain(asked) == plain(words) else f"**{asked}**\n\n{words}"
    return f"- {words}"


def source_as_markdown(text: str) -> str:
    """The whole source text, with its blocks set apart as Markdown wants them.

    Headings that only look like one get their sign; words, emphasis and links stay.
    """
    document = parse(text)
    parts: list[str] = []
    before: Block | None = None
    for block in document.blocks:
        lines = _lines(document, block)
        if not lines:
            continue
        close = before is not None and before.kind == block.kind and block.kind in ("item", "row")
        parts += ["\n" if close else "\n\n" if parts else "", _marked(block, lines)]
        before = block
    return "".join(parts)


def _lines(document: Document, block: Block) -> str:
    """The whole lines of the source that the block stands on, soft hyphens undone."""
    if block.start == block.end:
        return ""
    first, last = document.mapping.span(block.start, block.end)
    start = document.source.rfind("\n", 0, first) + 1
    end = document.source.find("\n", last)
    return clean(document.source[start : end if end >= 0 else None]).rstrip()


def _marked(block: Block, lines: str) -> str:
    if block.kind == "heading":
        if _HEADING.match(lines.lstrip()):
            return lines.lstrip()
        bare = lines.strip().removesuffix(":")
        bare = re.sub(r"^(\*\*|__)(.*?)\1:?$", r"\2", bare.splitlines()[0])
        return f"## {bare}"
    if block.kind == "item" and block.marker and block.marker[0] not in "-*+0123456789":
        return re.sub(rf"^(\s*){re.escape(block.marker)}\s+", r"\1- ", lines, count=1)
    if block.kind == "paragraph":
        return "\n".join(line.strip() for line in lines.splitlines())
    return lines


def source(text: str, entries: Iterable[Entry]) -> Body:
    """The whole source text; the places of the entries follow from their order in the source."""
    body = Body(source_as_markdown(text))
    places = Places(body.text)
    before = Places(text)
    for entry in entries:
        words = passage(entry)
        number = before.count_before(words, entry.start)
        body.offsets[entry.key] = places.nth(words, number)
    return body


def extended(text: str, entries: Iterable[Entry], names: Mapping[str, str]) -> Body:
    """The text as it is, with the passages that it lacks added under their headings.

    A passage that changed takes the place of the old one.
    """
    body = Body(text)
    for entry in sorted(entries, key=lambda one: (one.start, one.end)):
        words = flat(passage(entry))
        places = Places(body.text)
        if places.count(words):
            body.offsets[entry.key] = places.nth(words, 0)
        elif entry.item and Places(body.text).count(entry.item.text) == 1:
            start, end = places.span(entry.item.text)
            _splice(body, start, end, words)
            body.offsets[entry.key] = start
        else:
            block = _block(entry, words, names.get(entry.key, ""))
            at, heading = _end_of_section(body.text, entry.value("section"))
            lead = f"{_gap(body.text[:at])}{heading}"
            rest = "\n\n" if body.text[at:].strip() else ""
            _splice(body, at, at, f"{lead}{block}{rest}")
            body.offsets[entry.key] = at + len(lead) + max(block.find(words), 0)
    return body


def _splice(body: Body, start: int, end: int, words: str) -> None:
    shift = len(words) - (end - start)
    body.text = body.text[:start] + words + body.text[end:]
    body.offsets = {key: at + shift if at >= end else at for key, at in body.offsets.items()}


def _end_of_section(text: str, section: str) -> tuple[int, str]:
    """Where new blocks of the section go, and the heading they need."""
    if not section:
        return len(text.rstrip()), ""
    found = list(_HEADING.finditer(text))
    for number, heading in enumerate(found):
        if plain(heading[2]) == plain(section):
            rest = [one for one in found[number + 1 :] if len(one[1]) <= len(heading[1])]
            end = rest[0].start() if rest else len(text)
            return len(text[:end].rstrip()), ""
    return len(text.rstrip()), f"## {flat(section)}\n\n"


class Places:
    """Where words stand in a text; runs of white space count as one, as in ``lib.excerpts``."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words = list(re.finditer(r"\S+", text))
        self._joined = " ".join(match[0] for match in self._words)
        self._starts: list[int] = []
        length = 0
        for match in self._words:
            self._starts.append(length)
            length += len(match[0]) + 1

    def _find(self, words: str, at: int = 0) -> int:
        return self._joined.find(" ".join(words.split()), at)

    def count(self, words: str) -> int:
        joined = " ".join(words.split())
        return self._joined.count(joined) if joined else 0

    def _number_at(self, joined_offset: int) -> int:
        from bisect import bisect_right

        return bisect_right(self._starts, joined_offset) - 1

    def _offset(self, joined_offset: int) -> int:
        number = self._number_at(joined_offset)
        return self._words[number].start() + joined_offset - self._starts[number]
