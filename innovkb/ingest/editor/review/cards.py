"""A proposal as the review shows it: its fields, with values, options, errors and conflicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from innovkb.ingest.apply import NEW_ONE, Problem
from innovkb.ingest.editor.review.labels import (
    CONTROLS,
    KIND_NAMES,
    MAIN_FIELDS,
    MORE_FIELDS,
    OWN_LABELS,
    Control,
    certainty,
)
from innovkb.ingest.editor.review.merging import Conflict
from innovkb.ingest.editor.review.options import OptionGroup, Options
from innovkb.ingest.editor.review.values import Value, entry_value, fingerprint
from innovkb.ingest.plan import Entry, Match
from innovkb.lib.text import shorten

CHANGES = {"new": "nieuw in deze versie", "changed": "gewijzigd sinds de vorige keer",
           "same": "stond er al"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShownField:
    """One field of a form."""

    name: str
    label: str
    control: Control
    value: Value
    options: Sequence[OptionGroup] = ()
    help: str = ""
    errors: Sequence[str] = ()
    conflict: Conflict | None = None
    reason: str = ""
    source: str = ""
    """The anchor of the passage in the source that the value comes from."""
    suggestions: Sequence[tuple[str, str]] = ()
    """Values that may be meant: what a button sets (``name=value``), and the words on it."""

    @property
    def id(self) -> str:
        return "f-" + self.name.replace(".", "-").replace(":", "-")

    @property
    def key(self) -> str:
        """The key of the proposal; ``d`` for the write-up."""
        return self.name.rpartition(".")[0]

    @property
    def chooses_speaker(self) -> bool:
        return self.name.endswith(".speaker")

    @property
    def template(self) -> str:
        return f"ingest/fields/_{self.control.widget}.html"

    @property
    def rows(self) -> int:
        """Lines that show a text as a whole, where the browser doesn't see to that itself."""
        return min(12, max(2, len(str(self.value)) // 60 + 1))

    @property
    def described_by(self) -> str:
        """The ids of what explains the field to somebody who can't see it beside the field."""
        parts = {"help": self.help, "error": self.errors, "conflict": self.conflict}
        return " ".join(f"{self.id}-{name}" for name, there in parts.items() if there)


@dataclass(frozen=True, slots=True)
class Card:
    """A proposal; ``number`` counts in the order of the text, ``place`` in the editor's order."""

    entry: Entry
    number: int
    place: int
    main: Sequence[ShownField]
    more: Sequence[ShownField]
    kinds: Sequence[tuple[str, str]]
    errors: Sequence[str]
    conflicts: Sequence[Conflict]
    is_update: bool = False
    """Whether the write-up is there already, so that *new* means something."""

    @property
    def anchor(self) -> str:
        return f"g{self.number}"

    @property
    def kind_name(self) -> str:
        return KIND_NAMES[self.entry.kind].singular

    @property
    def certainty(self) -> str:
        if self.entry.added:
            return "zelf toegevoegd"
        return "mogelijk" if self.entry.tier == "possible" else certainty(self.entry.confidence)

    @property
    def change(self) -> str:
        return CHANGES[self.entry.change] if self.is_update and self.entry.is_item else ""

    @property
    def heading(self) -> str:
        """A few words by which the proposal is known."""
        names = ("name", "title", "question", "text")
        found = next((self.entry.value(name) for name in names if self.entry.value(name)), "")
        return shorten(found or self.entry.text, 70)

    @property
    def is_open(self) -> bool:
        """Whether something below the fold needs the editor."""
        return any(field.errors or field.conflict for field in self.more)

    @property
    def is_settled(self) -> bool:
        """Whether it is an organisation that the site has: nothing has to be chosen."""
        known = self.entry.match is not None and self.entry.match.state == "known"
        quiet = not (self.errors or self.conflicts or self.is_open)
        return self.entry.kind == "organisation" and known and quiet


class Cards:
    """Makes the cards of a page."""

    def __init__(
        self,
        options: Options,
        problems: Sequence[Problem] = (),
        conflicts: Sequence[Conflict] = (),
        refused: Mapping[str, str] | None = None,
        *,
        is_update: bool = False,
    ) -> None:
        self.options = options
        self.conflicts = {one.name: one for one in conflicts}
        self.refused = refused or {}
        """Per name the message at a field whose value could not be saved."""
        self.is_update = is_update
        self._problems: dict[str, list[Problem]] = {}
        for problem in problems:
            self._problems.setdefault(problem.key, []).append(problem)

    def card(self, entry: Entry, number: int, place: int) -> Card:
        main, more = MAIN_FIELDS[entry.kind], MORE_FIELDS[entry.kind]
        if entry.kind in ("person", "organisation") and _is_known(entry):
            main, more = main[1:], (main[0], *more)
        shown = {*main, *more}
        problems = self._problems.get(entry.key, [])
        names = [f"{entry.key}.{field}" for field in ("choice", "kind")]
        return Card(
            entry=entry,
            number=number,
            place=place,
            main=[self._field(entry, name) for name in main],
            more=[self._field(entry, name) for name in more],
            kinds=self.options.of(entry, "kind")[0].options if entry.is_item else (),
            errors=[one.message for one in problems if one.field not in shown],
            conflicts=[self.conflicts[name] for name in names if name in self.conflicts],
            is_update=self.is_update,
        )

    def _field(self, entry: Entry, field: str) -> ShownField:
        name = f"{entry.key}.{field}"
        control = CONTROLS[field]
        if field == "other" and entry.kind == "organisation":
            control = Control(control.label, control.widget, control.help, "organisaties")
        conflict = self.conflicts.get(name)
        return ShownField(
            name=name,
            label=OWN_LABELS.get(entry.kind, {}).get(field, control.label),
            control=control,
            value=conflict.mine if conflict else entry_value(entry, field),
            options=self.options.of(entry, field),
            help=control.help,
            errors=self.errors(entry.key, field, name),
            conflict=conflict,
            suggestions=_works_for(entry) if field == "organisation" else (),
        )

    def errors(self, key: str, field: str, name: str) -> list[str]:
        """The messages at a field; ``name`` is its name in the form."""
        refused = self.refused.get(name)
        found = [one.message for one in self._problems.get(key, []) if one.field == field]
        return [*([refused] if refused else []), *found]


def _is_known(entry: Entry) -> bool:
    """Whether nobody has to choose who or what is meant."""
    return bool(entry.match and entry.match.state == "known" and entry.value("match"))


def answers(name: str, value: str, match: Match | None) -> list[tuple[str, str]]:
    """What can be answered where a name looks like some that the site has: those, or a new one."""
    if match is None or match.state != "near":
        return []
    found = [(f"{name}={one.name}", one.question) for one in match.candidates]
    return [*found, (f"{name}_new={value}", NEW_ONE[name.rpartition(".")[2]])]


def _works_for(entry: Entry) -> list[tuple[str, str]]:
    organisation = entry.value("organisation")
    return answers(f"{entry.key}.organisation", organisation, entry.organisation_match)


def signs_of(fields: Sequence[ShownField]) -> dict[str, str]:
    """Per field the sign of what stands saved, by which a change is known."""
    return {
        one.name.rpartition(".")[2]: fingerprint(one.conflict.theirs if one.conflict else one.value)
        for one in fields
        if not one.name.endswith(".other")
    }
