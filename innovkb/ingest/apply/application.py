"""One run over a plan: from what the editor took to a write-up with its items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from innovkb.ingest.apply import body as bodies
from innovkb.ingest.apply.cast import Cast
from innovkb.ingest.apply.document import DocumentWriter
from innovkb.ingest.apply.evidence import count_evidence
from innovkb.ingest.apply.items import ItemWriter
from innovkb.ingest.apply.places import Places
from innovkb.ingest.apply.problems import DOCUMENT, DraftInvalid, Problem, open_questions
from innovkb.ingest.apply.recorder import Recorder
from innovkb.ingest.editor.drafts import PROPOSED_ITEMS
from innovkb.ingest.models import text_digest
from innovkb.ingest.plan import Decided, ItemReference, Plan
from innovkb.ingest.plan.planning import decided_fields
from innovkb.lib.publishing import Status
from sessions.excerpts import BrokenExcerpt, broken_excerpts, items_of
from sessions.models import WriteUp
from sessions.publishing import hold_session
from sessions.publishing import publish as publish_write_up

MOST_ITEMS = 500
"""Items that one write-up can be given: far more than a reader wants, few enough to stay quick."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What was done. ``lost`` are items whose passage isn't in the text (any more)."""

    write_up: WriteUp
    created: int = 0
    updated: int = 0
    removed: int = 0
    unchanged: int = 0
    lost: tuple[BrokenExcerpt, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlook:
    """What carrying out a plan would do: what is in the way, and what goes.

    ``removed`` are items that are taken away, ``standing`` those of them whose words stay in the
    text of the write-up; ``leaving`` are the names of people who are in it no more.
    """

    problems: tuple[Problem, ...] = ()
    removed: tuple[ItemReference, ...] = ()
    standing: tuple[ItemReference, ...] = ()
    leaving: tuple[str, ...] = ()


class Application:
    """One run over a plan; without ``saves`` it writes nothing and only finds what is wrong."""

    def __init__(self, plan: Plan, user: User | None, *, saves: bool = True) -> None:
        self.plan = plan
        self.user = user
        self.draft = plan.draft
        self.recorder = Recorder(user, f"Import {plan.draft.pk}", saves)
        self.cast = Cast(plan, self.recorder)
        self.earlier = plan.earlier.applied if plan.earlier else {}
        self.decided = decided_fields(plan.draft, plan.earlier)
        self.by_item = {one["item"]: one for one in self.earlier.values() if one.get("item")}
        self.removed = plan.removed
        self.taken = [one for one in plan.entries if one.is_item and one.taken]

    def run(self, *, publish: bool) -> Applied:
        if not self.draft.is_applied:
            self._stop_at_questions()
            write_up, _ = self._write()
        else:
            assert self.draft.write_up is not None  # noqa: S101 – is_applied says so
            write_up = self.draft.write_up
            self.recorder.unchanged = len(self.taken)
        if publish and write_up.status != Status.PUBLISHED:
            if not write_up.body:
                self._stop_at([Problem(DOCUMENT, "body", "Er is nog geen tekst om te tonen.")])
            publish_write_up(write_up=write_up, user=self.user)
        if publish:
            hold_session(write_up=write_up, user=self.user)
        return Applied(
            write_up,
            self.recorder.created,
            self.recorder.updated,
            self.recorder.removed,
            self.recorder.unchanged,
            tuple(broken_excerpts(items_of(write_up))),
        )

    def outlook(self) -> Outlook:
        """What ``run`` would do and be stopped by; for a run that doesn't save."""
        if self.draft.is_applied:
            return Outlook()
        try:
            self._stop_at_questions()
            _, body = self._write()
        except DraftInvalid as invalid:
            return Outlook(invalid.problems)
        places = Places(body.text)
        return Outlook(
            removed=tuple(self.removed),
            standing=tuple(one for one in self.removed if places.all(one.text)),
            leaving=tuple(one.value("name") for one in self.plan.leaving),
        )

    def _stop_at_questions(self) -> None:
        self._stop_at(list(open_questions(self.plan)))
        self._stop_at(self._too_many())

    def _stop_at(self, problems: list[Problem]) -> None:
        if problems:
            raise DraftInvalid(problems)

    def _too_many(self) -> list[Problem]:
        if len(self.taken) <= MOST_ITEMS:
            return []
        message = (
            f"Je neemt {len(self.taken)} onderdelen over; een verslag heeft er hoogstens "
            f"{MOST_ITEMS}. Sla er over, of knip de tekst in delen."
        )
        return [Problem(DOCUMENT, "", message)]

    def _write(self) -> tuple[WriteUp, bodies.Body]:
        target = self.plan.target
        may_show = target is not None and target.status == Status.PUBLISHED
        document = DocumentWriter(self.plan, self.cast, self.recorder, may_show=may_show)
        values = document.values()
        self._stop_at(self.recorder.problems)
        speakers = {one.key: self.cast.speaker(one.value("speaker")) for one in self.taken}
        names = {key: row.name for key, row in speakers.items() if row}
        body = self._body(names)
        write_up, old_body = self._write_up(values, body)
        self._stop_at(self.recorder.problems)
        self.cast.appear(write_up)
        records = self._items(write_up, body)
        self.cast.leave(write_up)
        if self.recorder.saves and not body.rebuilt:
            self._keep_places(write_up, old_body, body)
        for entry in self.plan.of_kind("next_session"):
            if entry.taken:
                row = document.announce(entry, write_up, self.earlier.get(entry.key, {}))
                records[entry.key] = {"row": row}
        self._stop_at(self.recorder.problems)
        if self.recorder.saves:
            self._remember(write_up, records)
        return write_up, body

    def _write_up(self, values: dict[str, Any], body: bodies.Body) -> tuple[WriteUp, str]:
        target = self.plan.target
        if target is None:
            row = WriteUp(status=Status.DRAFT, body=body.text, **values)
            self.recorder.create(row, DOCUMENT, count=False)
            return row, ""
        wanted = {name: value for name, value in values.items() if name in self.decided}
        old_body = target.body
        self.recorder.update(target, {**wanted, "body": body.text}, DOCUMENT)
        return target, old_body

    def _body(self, names: dict[str, str]) -> bodies.Body:
        """The text of the write-up; one that was edited since the last import is kept."""
        target, document = self.plan.target, self.plan.document
        mode, title = document.value("body_mode"), document.value("title")
        if mode == "own":
            return bodies.Body(document.value("body"))
        if mode == "source":
            return bodies.source(self.draft.text, self.taken, title)
        outline = bodies.outline(self.taken, names, title)
        if target is None or (mode == "outline" and self._holds_the_rest(outline)):
            return outline
        return bodies.extended(target.body, self.taken, names)

    def _holds_the_rest(self, body: bodies.Body) -> bool:
        """Whether the words of the items that stay, and that nobody took here, are in the text."""
        if "body_mode" in self.decided:
            return True
        taken = {one.item.reference for one in self.taken if one.item}
        gone = taken | {one.reference for one in self.removed}
        places = Places(body.text)
        return all(places.all(one.text) for one in self.plan.items if one.reference not in gone)

    def _items(self, write_up: WriteUp, body: bodies.Body) -> dict[str, dict[str, Any]]:
        writer = ItemWriter(write_up, body, self.cast, self.recorder)
        records: dict[str, dict[str, Any]] = {}
        # Quotes first: what stands within one is voiced by it.
        for entry in sorted(self.plan.entries, key=lambda one: one.kind != "quote"):
            if not entry.is_item:
                continue
            record = self.by_item.get(entry.item.reference, {}) if entry.item else {}
            if entry.taken:
                records[entry.key] = writer.write(entry, record)
            elif entry.item and entry.item not in self.removed:
                records[entry.key] = record or {"item": entry.item.reference}
        for item in self.removed:
            writer.remove(item)
        self._stop_at(self.recorder.problems)
        if self.recorder.saves:
            self._order(writer, records)
        return records

    def _order(self, writer: ItemWriter, records: dict[str, dict[str, Any]]) -> None:
        """The items stand as the editor ordered them; in an older write-up only if they did."""
        if self.plan.target is not None and "order" not in self.draft.decisions:
            return
        for kind in PROPOSED_ITEMS:
            prefix = f"{kind}:"
            found = [one.get("item", "") for one in records.values()]
            pks = [int(one.removeprefix(prefix)) for one in found if one.startswith(prefix)]
            writer.reorder(kind, pks)

    def _keep_places(self, write_up: WriteUp, old_body: str, body: bodies.Body) -> None:
        """Point items again at their own place, where new text repeats their words."""
        if old_body == body.text:
            return
        before, after = Places(old_body), Places(body.text)
        for item in items_of(write_up):
            old, new = before.all(item.excerpt), after.all(item.excerpt)
            number = item.excerpt_occurrence or 1
            if not old or len(old) == len(new) or number > len(old):
                continue
            if item.excerpt_occurrence is None and len(old) > 1:
                continue
            place = body.moved(old[number - 1])
            if place in new:
                occurrence = new.index(place) + 1 if len(new) > 1 else None
                self.recorder.update(item, {"excerpt_occurrence": occurrence}, DOCUMENT)

    def _remember(self, write_up: WriteUp, records: dict[str, dict[str, Any]]) -> None:
        for key, pk in self.cast.made.items():
            records[key] = {"row": pk, **_part(self.plan.entry(key))}
        document = self.plan.document
        records["document"] = {
            "fields": self.draft.decisions.get("document", {}),
            "mode": document.value("body_mode"),
            "body": text_digest(write_up.body),
        }
        if self.draft.applied_version is None:
            count_evidence(self.plan.entries)
        self.draft.write_up = write_up
        self.draft.applied = {**self.earlier, **records}
        self.draft.applied_version = self.draft.version
        self.draft.applied_at = timezone.now()
        self.draft.save()


def _part(entry: Decided | None) -> dict[str, str]:
    return {"part": entry.value("part")} if entry and entry.kind == "person" else {}
