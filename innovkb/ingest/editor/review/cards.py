"""A proposal as the review shows it: its fields, with values, options, errors and conflicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from django.utils.text import capfirst

from innovkb.ingest.apply import NEW_ONE, Problem
from innovkb.ingest.editor.drafts.fields import KIND_FIELDS
from innovkb.ingest.editor.review.forms import Question, ReviewField, ReviewForm
from innovkb.ingest.editor.review.labels import KIND_NAMES, certainty
from innovkb.ingest.editor.review.merging import Conflict
from innovkb.ingest.editor.review.options import FieldOptions
from innovkb.ingest.editor.review.values import entry_value, fingerprint
from innovkb.ingest.plan import Decided, SiteMatch
from innovkb.lib.text import shorten

CHANGES = {"new": "nieuw in deze versie", "changed": "gewijzigd sinds de vorige keer",
           "same": "stond er al"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProposalCard:
    """A proposal; ``number`` counts in the order of the text, ``place`` in the editor's order."""

    entry: Decided
    number: int
    place: int
    form: ReviewForm
    main: Sequence[ReviewField]
    more: Sequence[ReviewField]
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
    def description(self) -> str:
        """Number, kind and words: for choosing it from a list."""
        return f"{self.number} {capfirst(self.kind_name)}: {self.heading}"

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
        options: FieldOptions,
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

    def card(self, entry: Decided, number: int, place: int) -> ProposalCard:
        fields = KIND_FIELDS[entry.kind]
        main, more = fields.main, fields.more
        if entry.is_item:
            more = ("kind", *more)
        elif entry.kind in ("person", "organisation") and _is_known(entry):
            main, more = main[1:], (main[0], *more)
        form = ReviewForm(
            entry.kind,
            entry.key,
            {name: entry_value(entry, name) for name in (*main, *more)},
            choices=partial(self.options.of, entry),
            problems=self.problems(entry.key, entry.key),
            conflicts=self.conflicts,
        )
        if "organisation" in form.fields:
            form["organisation"].questions = _works_for(entry)
        shown = form.fields.keys()
        return ProposalCard(
            entry=entry,
            number=number,
            place=place,
            form=form,
            main=[form[name] for name in main],
            more=[form[name] for name in more],
            errors=[m for name, said in form.problems.items() if name not in shown for m in said],
            conflicts=[one for one in [self.conflicts.get(f"{entry.key}.choice")] if one],
            is_update=self.is_update,
        )

    def problems(self, key: str, prefix: str) -> dict[str, list[str]]:
        """The messages about a proposal or the write-up, by field; ``prefix`` is of its form."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, message in self.refused.items():
            if name.rpartition(".")[0] == prefix:
                found[name.rpartition(".")[2]].append(message)
        for problem in self._problems.get(key, []):
            found[problem.field].append(problem.message)
        return found


def _is_known(entry: Decided) -> bool:
    """Whether nobody has to choose who or what is meant."""
    return bool(entry.match and entry.match.state == "known" and entry.value("match"))


def answers(name: str, value: str, match: SiteMatch | None) -> list[Question]:
    """What can be answered where a name looks like some that the site has: those, or a new one."""
    if match is None or match.state != "near":
        return []
    found = [(f"{name}={one.name}", one.question) for one in match.candidates]
    return [*found, (f"{name}_new={value}", NEW_ONE[name.rpartition(".")[2]])]


def _works_for(entry: Decided) -> list[Question]:
    organisation = entry.value("organisation")
    return answers(f"{entry.key}.organisation", organisation, entry.organisation_match)


def signs_of(form: ReviewForm) -> dict[str, str]:
    """Per field the sign of what stands saved, by which a change is known."""
    return {name: fingerprint(form[name].saved) for name in form.fields if name != "other"}
