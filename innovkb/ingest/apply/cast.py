"""Everybody and every organisation in a draft, as rows: those of the site, or new ones."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from innovkb.ingest.apply.problems import DOCUMENT, Problem
from innovkb.ingest.apply.recorder import Recorder
from innovkb.ingest.plan import Decided, Plan
from innovkb.ingest.plan.matches import plain
from sessions.excerpts import items_of
from sessions.models import Appearance, Organisation, Speaker, WriteUp
from sessions.models.speaker import Part
from sessions.publishing import may_publish

NEW, OTHER = "new", "other"
"""``new``: nobody whom the site knows; ``other``: somebody else with the very same name."""


class Cast:
    """Finds or makes each speaker and organisation once."""

    def __init__(self, plan: Plan, recorder: Recorder) -> None:
        self.plan = plan
        self.recorder = recorder
        self._earlier = plan.earlier.applied if plan.earlier else {}
        self.made: dict[str, int] = {}
        """Keys of entries and the primary keys of the rows that were made or found for them."""
        self._people = {one.key: one for one in plan.of_kind("person")}
        self._organisations = {
            plain(name): one
            for one in plan.of_kind("organisation")
            for name in (str(one.proposed.get("name", "")), one.value("name"))
        }
        self._index = plan.organisations
        self._speakers: dict[str, Speaker | None] = {}
        self._rows: dict[str, Organisation | None] = {}

    def speaker(self, value: str) -> Speaker | None:
        """The row for a field ``speaker``; None when it is empty or that person was skipped."""
        if value.startswith("speaker:"):
            return self._known.get(value.removeprefix("speaker:"))
        entry = self._people.get(value)
        if entry is None:  # somebody whom a newer text no longer presents
            return self._known.get(self._made_before(value))
        return self.person(entry)

    @cached_property
    def _known(self) -> dict[str | int, Speaker]:
        """Everybody by slug and by primary key."""
        rows = list(Speaker.objects.all())
        return {key: row for row in rows for key in (row.slug, row.pk)}

    def person(self, entry: Decided, chain: frozenset[str] = frozenset()) -> Speaker | None:
        """The row of a proposed person; None when the editor skips them."""
        if entry.key not in self._speakers:
            self._speakers[entry.key] = self._person(entry, chain | {entry.key})
        return self._speakers[entry.key]

    def _person(self, entry: Decided, chain: frozenset[str]) -> Speaker | None:
        if not entry.taken:
            return None
        match, name = entry.value("match"), entry.value("name")
        if match.startswith("same:"):
            row = self._same_person(match.removeprefix("same:"), chain)
        elif match in (NEW, OTHER):
            row = self._new_person(entry, name, match)
        else:
            row = self._known.get(match)
        if row is None:
            message = f"Kies wie je bedoelt met ‘{name}’."
            self.recorder.problems.append(Problem(entry.key, "match", message))
            return None
        self.made[entry.key] = row.pk
        self._learn_alias(row, name, entry.key)
        return row

    def _same_person(self, key: str, chain: frozenset[str]) -> Speaker | None:
        """The row of another person in the text, or in the version imported before."""
        other = self._people.get(key)
        if other is None:
            return self._known.get(self._made_before(key))
        return self.person(other, chain) if key not in chain else None

    def _new_person(self, entry: Decided, name: str, match: str) -> Speaker | None:
        before = self._known.get(self._made_before(entry.key))
        if before is not None:
            return before
        if match == NEW and entry.match and entry.match.state == "known":
            # Somebody else made this person since the editor decided.
            return self._known.get(entry.match.value)
        row = Speaker(name=name)
        return row if self.recorder.create(row, entry.key, count=False) else None

    def _made_before(self, key: str) -> int:
        """The primary key of the row that an earlier import made; 0 when there is none."""
        return int(self._earlier.get(key, {}).get("row") or 0)

    def _learn_alias(self, row: Speaker, name: str, key: str) -> None:
        """A spelling that an editor tied to this person is known from now on.

        It stands on the page of the person, so that it takes who may change that.
        """
        spellings = {plain(one) for one in (row.name, *row.aliases)}
        if len(name.split()) < 2 or plain(name) in spellings:
            return
        seen = Speaker.objects.published().filter(pk=row.pk)
        if may_publish(self.recorder.user) or not seen.exists():
            self.recorder.update(row, {"aliases": [*row.aliases, name]}, key)

    def organisation(self, name: str) -> Organisation | None:
        """The row for a name; None when it is empty or the editor skips that organisation."""
        if not name:
            return None
        entry = self._organisations.get(plain(name))
        form = entry.key if entry else plain(name)
        if form not in self._rows:
            self._rows[form] = self._organisation(entry.value("name") if entry else name, entry)
        return self._rows[form]

    def _organisation(self, name: str, entry: Decided | None) -> Organisation | None:
        if entry is not None and not entry.taken:
            return None
        match = entry.value("match") if entry else ""
        if match in ("", NEW, OTHER):
            known = self._index.match(name)
            if known.state == "known" and match != OTHER:
                match = known.value
        key = entry.key if entry else DOCUMENT
        row: Organisation | None = None
        if match not in ("", NEW, OTHER):
            row = self._index.row(match)
        else:
            row = self._new_organisation(name, entry, key)
        if row and entry:
            self.made[entry.key] = row.pk
        return row

    def _new_organisation(self, name: str, entry: Decided | None, key: str) -> Organisation | None:
        before = self._index.row(self._made_before(key))
        if before is not None:
            return before
        if self._index.has_name(name):
            message = (
                f"Er is al een organisatie die precies ‘{name}’ heet. Bedoel je een andere, "
                "schrijf er dan bij welke, zoals de plaats."
            )
            self.recorder.problems.append(Problem(key, "name" if entry else "", message))
            return None
        row = Organisation(name=name, short_name=entry.value("short_name") if entry else "")
        return row if self.recorder.create(row, key, count=False) else None

    def appear(self, write_up: WriteUp) -> None:
        """Let everybody who was taken stand in the write-up, with role and organisation."""
        present_rows = write_up.appearances.all() if write_up.pk else ()
        standing = {(one.speaker_id, one.part): one for one in present_rows}
        position = max((one.position for one in standing.values()), default=0)
        for entry in self._people.values():
            row = self.person(entry)
            if row is None:
                continue
            values = self._appearance(entry, row)
            if values["part"] == Part.CITED and any(pk == row.pk for pk, _ in standing):
                values["part"] = next(part for pk, part in standing if pk == row.pk)
            moved = self._earlier.get(entry.key, {})
            present = standing.get((row.pk, values["part"])) or standing.get(
                (moved.get("row"), moved.get("part"))  # the part is another now
            )
            if present is None:
                position += 1
                present = Appearance(write_up=write_up, speaker=row, position=position, **values)
                if self.recorder.create(present, entry.key, count=False):
                    standing[row.pk, values["part"]] = present
            elif present.speaker_id == row.pk:
                self._update(present, values, entry)

    def _appearance(self, entry: Decided, row: Speaker) -> dict[str, Any]:
        name, part = entry.value("name"), entry.value("part")
        return {
            "part": part if part in Part.values else Part.CITED.value,
            "role": entry.value("role"),
            "organisation": self.organisation(entry.value("organisation")),
            "name_in_source": "" if name == row.name else name,
        }

    def leave(self, write_up: WriteUp) -> None:
        """Take out who was taken before and is skipped now, unless something here is theirs."""
        staying = {row.pk for row in self._speakers.values() if row}
        gone = {self._made_before(one.key) for one in self.plan.leaving} - staying
        if not gone or not self.recorder.saves:
            return
        gone -= {one.speaker_id for one in items_of(write_up)}
        for present in write_up.appearances.filter(speaker__in=gone):
            self.recorder.delete(present, count=False)

    def _update(self, present: Appearance, values: dict[str, Any], entry: Decided) -> None:
        """Fill in what was empty; overwrite only what the editor decided on."""
        wanted = {
            name: value
            for name, value in values.items()
            if value and (not getattr(present, name) or name in entry.edited)
        }
        self.recorder.update(present, wanted, entry.key)
