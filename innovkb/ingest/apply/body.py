"""The text of a write-up: made of the passages taken, of the whole source, or brought up to date.

Every builder says where in the new text the words of each entry stand, so that an excerpt that
occurs more than once points at the right place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from innovkb.ingest.apply.places import Places
from innovkb.ingest.apply.source_text import source_as_markdown
from innovkb.ingest.plan import Decided
from innovkb.ingest.plan.matches import plain
from innovkb.passages.verbatim import is_verbatim

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*$", re.MULTILINE)


_LIST_MARK = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s")


@dataclass(slots=True)
class Body:
    """A text, and the offset at or just before the words of each entry that stands in it.

    ``rebuilt`` says that the text was made anew; else it is an earlier text with ``shifts``: from
    which offset on it moved by how many characters.
    """

    text: str
    offsets: dict[str, int] = field(default_factory=dict)
    shifts: list[tuple[int, int]] = field(default_factory=list)
    rebuilt: bool = True

    def moved(self, offset: int) -> int:
        """Where in the new text a place of the earlier text is."""
        return offset + sum(by for at, by in self.shifts if at <= offset)


def flat(words: str) -> str:
    """The words on one line, as they stand in a list item or a block quote."""
    return " ".join(flat_marks(words).split())


def flat_marks(words: str) -> str:
    """The words without the marks of a block quote at the start of lines."""
    return re.sub(r"\n[ \t]*>[ \t>]*", "\n", words)


def outline(entries: Iterable[Decided], names: Mapping[str, str], title: str = "") -> Body:
    """Only the passages taken, in the order and under the headings of the source.

    ``names`` gives the name of the speaker of an entry; a heading that repeats the title is left
    out. A passage inside another is not repeated.
    """
    body, section, speaker, in_list = Body(""), title, "", False
    end, words_around, offset_around = -1, "", 0
    for entry in sorted(entries, key=lambda one: (one.start, -one.end)):
        words = flat(passage(entry))
        if entry.start < end and words in words_around:
            body.offsets[entry.key] = offset_around
            continue
        heading, name = entry.value("section"), names.get(entry.key, "")
        if heading and plain(heading) != plain(section):
            section, speaker, in_list = heading, "", False
            if plain(heading) != plain(title):
                body.text += f"{_gap(body.text)}## {flat(heading)}"
        block = block_of(entry, name if name != speaker else "")
        is_list = block.startswith("- ")
        body.text += "\n" if in_list and is_list else _gap(body.text)
        body.offsets[entry.key] = len(body.text)
        end, words_around, offset_around = entry.end, words, len(body.text)
        body.text += block
        speaker, in_list = name if entry.kind == "quote" else "", is_list
    return body


def passage(entry: Decided) -> str:
    """The words of the source that an item rests on.

    Of a question with an answer: the answer; of a quote that was cut short: what is left of it.
    """
    if entry.kind == "quote" and (text := entry.value("text")) != entry.proposed.get("text"):
        return text if is_verbatim(text, entry.text) else entry.text
    if entry.proposed_kind == "question":
        return str(entry.proposed.get("text") or entry.proposed.get("question") or entry.text)
    return entry.text


def _gap(text: str) -> str:
    return "\n\n" if text else ""


def block_of(entry: Decided, name: str) -> str:
    """The passage as Markdown: a quote after its speaker's name, an answer, or a list item."""
    words = passage(entry)
    if entry.kind == "quote":
        lead = f"{name}:\n\n" if name else ""
        return f"{lead}> “{flat(words)}”"
    if entry.kind == "question":
        asked, lines = flat(entry.value("question")), _laid_out(words, "", "")
        return lines if plain(asked) == plain(words) else f"**{asked}**\n\n{lines}"
    return f"- {_laid_out(words, entry.value('title'), '  ')}"


def unwrapped(words: str, title: str) -> str:
    """The words without the line ends of a narrow page; paragraphs, lists and title keep theirs."""
    paragraphs = re.split(r"\n[ \t]*\n", flat_marks(words))
    return "\n\n".join(
        laid.replace("  \n", "\n")
        for number, paragraph in enumerate(paragraphs)
        if (laid := _laid_out(paragraph, "" if number else title, ""))
    )


def _laid_out(words: str, title: str, indent: str) -> str:
    """The words with their lists and their title on lines of their own, else flowing on."""
    lines = [flat(line) for line in flat_marks(words).split("\n") if line.strip()]
    text = lines[0] if lines else ""
    for number, line in enumerate(lines[1:]):
        if _LIST_MARK.match(line):
            text += f"\n{indent}{line}"
        elif number == 0 and title and plain(lines[0]).startswith(plain(title)):
            text += f"  \n{indent}{line}"  # two spaces: a line break in Markdown
        else:
            text += f" {line}"
    return text


def source(text: str, entries: Iterable[Decided], title: str = "") -> Body:
    """The whole source text; the places of the entries follow from their order in the source."""
    body = Body(source_as_markdown(text, title))
    before, after = Places(text), Places(body.text)
    for entry in entries:
        words = passage(entry)
        number = sum(at < entry.start for at in before.all(words))
        found = after.all(words)
        if found:
            body.offsets[entry.key] = found[min(number, len(found) - 1)]
    return body


def extended(text: str, entries: Iterable[Decided], names: Mapping[str, str]) -> Body:
    """The text as it is, with the passages that it lacks added under their headings.

    A passage that changed takes the place of the old one.
    """
    places, edits = Places(text), _Edits(text)
    for entry in sorted(entries, key=lambda one: (one.start, one.end)):
        words = flat(passage(entry))
        if standing := places.all(words):
            edits.standing[entry.key] = standing[0]
            continue
        old = places.all(entry.item.text) if entry.item else []
        if entry.item and len(old) == 1:
            edits.put(entry.key, old[0], places.ends(entry.item.text)[0], words)
        else:
            edits.add(entry, names.get(entry.key, ""))
    return edits.done()


class _Edits:
    """Changes to a text, collected first and made in one go."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.standing: dict[str, int] = {}
        self._headings = list(_HEADING.finditer(text))
        self._new_headings: set[str] = set()
        self._edits: list[tuple[int, int, str, str]] = []

    def put(self, key: str, start: int, end: int, block: str) -> None:
        self._edits.append((start, end, key, block))

    def add(self, entry: Decided, name: str) -> None:
        """Add the passage at the end of its section, or of the text."""
        section = entry.value("section")
        at, known = self._end_of_section(section)
        lead = _gap(self.text[:at] + "".join(one[3] for one in self._edits if one[0] == at))
        if section and not known and plain(section) not in self._new_headings:
            self._new_headings.add(plain(section))
            lead += f"## {flat(section)}\n\n"
        self.put(entry.key, at, at, f"{lead}{block_of(entry, name)}")

    def _end_of_section(self, section: str) -> tuple[int, bool]:
        for number, heading in enumerate(self._headings):
            if section and plain(heading[2]) == plain(section):
                rest = self._headings[number + 1 :]
                after = next((one for one in rest if len(one[1]) <= len(heading[1])), None)
                return len(self.text[: after.start() if after else None].rstrip()), True
        return len(self.text.rstrip()), False

    def done(self) -> Body:
        body, last = Body("", rebuilt=False), 0
        for start, end, key, block in sorted(self._edits, key=lambda one: one[0]):
            body.text += self.text[last:start]
            body.offsets[key] = len(body.text)
            body.text += block
            last = end
            body.shifts.append((end, len(block) - (end - start)))
        body.text += self.text[last:]
        for key, at in self.standing.items():
            body.offsets[key] = body.moved(at)
        return body
