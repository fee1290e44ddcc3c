"""Sets what was recognised against the database: what it would make, and what must be asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from innovkb.ingest.editor.drafts.fields import WRITE_UP_TEXTS
from innovkb.ingest.editor.drafts.suggestions import DraftProposal
from innovkb.ingest.models import ImportDraft, text_digest
from innovkb.ingest.plan.changes import Compared, compare
from innovkb.ingest.plan.duplicates import Duplicate, find_duplicates
from innovkb.ingest.plan.entries import Decided, ItemReference, entries, in_order, suggested
from innovkb.ingest.plan.matches import NEW, Lookalike, SiteMatch, is_said_new, plain, question
from innovkb.ingest.plan.matching import matched
from innovkb.ingest.plan.organisations import Organisations
from innovkb.ingest.plan.sessions import match_session, parse_day
from innovkb.lib.dates import Precision
from sessions.models import Series, WriteUp
from sessions.models.writeup import Genre, Rights

_MEETING = re.compile(
    r"sessie|bijeenkomst|webinar|workshop|congres|conferentie|symposium|inleiders?\b|sprekers?\b"
    r"|vergadering|deelnemers|meet-?up|werkbezoek|dialoog|panel",
    re.IGNORECASE,
)
_START = 1_500


@dataclass(frozen=True, slots=True)
class WriteUpFields:
    """The write-up itself: the values that count, and the proposals that some come from."""

    fields: Mapping[str, str]
    origins: Mapping[str, DraftProposal]
    session: SiteMatch
    series: SiteMatch
    organiser: SiteMatch
    publisher: SiteMatch

    def value(self, name: str) -> str:
        return str(self.fields.get(name) or "").strip()


@dataclass(frozen=True, slots=True)
class Plan:
    """All that the review shows.

    ``entries`` are in the order that the items get; ``gone`` are items of an earlier import that
    the text no longer holds, ``items`` all that the write-up has; ``duplicates`` are write-ups
    that this text may be already; ``target`` is the write-up that will be brought up to date, None
    for a new one; ``earlier`` is the import that this one goes on from, perhaps the draft itself;
    ``mentions`` are things the site knows that the text names.
    """

    draft: ImportDraft
    earlier: ImportDraft | None
    document: WriteUpFields
    entries: tuple[Decided, ...]
    gone: tuple[ItemReference, ...]
    items: tuple[ItemReference, ...]
    duplicates: tuple[Duplicate, ...]
    target: WriteUp | None
    mentions: tuple[DraftProposal, ...]
    organisations: Organisations
    """All that the site knows, as they were read for this plan."""

    def entry(self, key: str) -> Decided | None:
        return next((one for one in self.entries if one.key == key), None)

    def of_kind(self, *kinds: str) -> list[Decided]:
        return [one for one in self.entries if one.kind in kinds]

    @property
    def removed(self) -> list[ItemReference]:
        """The items that go: those of an import that the editor skips now, and ``to_remove``."""
        records = self.earlier.applied.values() if self.earlier else ()
        imported = {record.get("item") for record in records}
        skipped = [
            one.item
            for one in self.entries
            if one.item and one.is_item and one.decided and not one.taken
        ]
        return [*(one for one in skipped if one.reference in imported), *self.to_remove]

    @property
    def leaving(self) -> list[Decided]:
        """The people who were taken over before and whom the editor skips now."""
        applied = self.earlier.applied if self.earlier else {}
        people = (one for one in self.of_kind("person") if one.decided and not one.taken)
        return [one for one in people if applied.get(one.key, {}).get("row")]

    @property
    def to_remove(self) -> list[ItemReference]:
        """The items that are gone from the text and that the editor wants off the site too."""
        chosen = self.draft.decisions.get("gone", {})
        return [one for one in self.gone if chosen.get(one.reference) == "remove"]


def plan_draft(draft: ImportDraft) -> Plan:
    """What the draft would do to the site as it is now; reads the database, changes nothing."""
    decided = draft.decisions.get("document", {})
    duplicates: list[Duplicate] = []
    if draft.write_up_id is None and not decided.get("again"):
        duplicates = find_duplicates(draft.text, leave_out=draft.pk)
    target = _target(draft, decided, duplicates)
    earlier = _earlier(draft, target)
    old_decisions = earlier.decisions if earlier else {}
    found = list(entries(draft, old_decisions))
    compared = compare(found, earlier, target) if target else Compared(found, [], [])
    order = draft.decisions.get("order") or old_decisions.get("order") or []
    organisations = Organisations()
    document = _document(draft, earlier, target, organisations)
    found = matched(compared.entries, document.series.value, organisations)
    return Plan(
        draft=draft,
        earlier=earlier,
        document=document,
        entries=tuple(
            in_order(matched(compared.entries, document.series.value, organisations), order)
        ),
        gone=tuple(compared.gone),
        items=tuple(compared.items),
        duplicates=tuple(duplicates),
        target=target,
        mentions=tuple(one for one in suggested(draft) if one.kind == "mention"),
        organisations=organisations,
    )


def _target(
    draft: ImportDraft, decided: Mapping[str, str], duplicates: list[Duplicate]
) -> WriteUp | None:
    if draft.write_up is not None:
        return draft.write_up
    if "target" in decided:
        return WriteUp.objects.filter(slug=decided["target"]).first()
    return duplicates[0].write_up if duplicates else None


def _earlier(draft: ImportDraft, target: WriteUp | None) -> ImportDraft | None:
    """The import whose decisions this one goes on from: itself, or the last one of the write-up."""
    if target is None or draft.applied:
        return draft if draft.applied else None
    imports = ImportDraft.objects.filter(write_up=target, applied_version__isnull=False)
    return imports.order_by("-applied_at", "-pk").first()


def _document(
    draft: ImportDraft,
    earlier: ImportDraft | None,
    target: WriteUp | None,
    organisations: Organisations,
) -> WriteUpFields:
    origins: dict[str, DraftProposal] = {}
    proposed: dict[str, str] = {}
    for one in suggested(draft):
        if one.kind in ("title", "date", "attendance", "series", "organiser"):
            for name, value in one.fields.items():
                proposed[name], origins[name] = value, one
    decided = decided_fields(draft, earlier)
    if draft.proposals and not _is_report(draft, proposed):
        proposed["genre"] = Genre.ARTICLE.value
    fields = {**_defaults(earlier, target), **proposed, **_current(target), **decided}
    if "body" in decided and "body_mode" not in decided:
        fields["body_mode"] = "own"
    series = _match_series(fields)
    session = _session(fields, series, target)
    fields.setdefault("session", _default_session(session, fields))
    return WriteUpFields(
        fields=fields,
        origins=origins,
        session=session,
        series=series,
        organiser=organisations.match_field(fields, "organiser"),
        publisher=organisations.match_field(fields, "publisher"),
    )


def decided_fields(draft: ImportDraft, earlier: ImportDraft | None) -> dict[str, str]:
    """The write-up's fields that an editor decided on and that were not carried out yet.

    What was carried out and then changed elsewhere is not decided any more.
    """
    carried_out = earlier.applied.get("document", {}).get("fields", {}) if earlier else {}
    own: dict[str, str] = draft.decisions.get("document", {})
    return {name: value for name, value in own.items() if carried_out.get(name) != value}


def _default_session(session: SiteMatch, fields: Mapping[str, str]) -> str:
    if session.state == "known":
        return session.value
    is_report = fields.get("genre") == Genre.REPORT and parse_day(fields.get("date", ""))
    on_a_day = fields.get("date_precision") == Precision.DAY
    return "new" if is_report and on_a_day and session.state == "new" else ""


def _is_report(draft: ImportDraft, proposed: Mapping[str, str]) -> bool:
    """Whether the text tells of a meeting: it says so at its start, or counts who came."""
    if {"attendance", "series"} & proposed.keys():
        return True
    return bool(_MEETING.search(draft.text[:_START]))


def _defaults(earlier: ImportDraft | None, target: WriteUp | None) -> dict[str, str]:
    """What counts until somebody decides; a text that the site made, and nobody edited since, is
    made again."""
    made = earlier.applied.get("document", {}) if earlier else {}
    by_hand = target is None or made.get("body") != text_digest(target.body)
    mode = made.get("mode")
    body_mode = "keep" if by_hand or mode not in ("outline", "source") else mode
    return {
        "genre": Genre.REPORT.value,
        "rights": Rights.OWN_WORDS.value,
        "language": "nl",
        "date_precision": "day",
        "body_mode": body_mode if target else "outline",
    }


def _current(target: WriteUp | None) -> dict[str, str]:
    """What the write-up that is brought up to date says: it stays unless the editor changes it."""
    if target is None:
        return {}
    values = {name: str(getattr(target, name)) for name in WRITE_UP_TEXTS}
    values["date"] = target.date.isoformat() if target.date else ""
    values["publisher"] = target.publisher.name if target.publisher else ""
    values["target"] = target.slug
    if target.session:
        values["session"] = target.session.slug
    return values


def _match_series(fields: Mapping[str, Any]) -> SiteMatch:
    name = fields.get("series", "")
    if not name:
        return NEW
    rows = {plain(row.name): row for row in Series.objects.order_by("-pk")}
    row = rows.get(plain(name))
    if row:
        return SiteMatch("known", row.slug, row.name)
    if is_said_new(fields, "series"):
        return NEW
    near = [row for key, row in rows.items() if plain(name) in key or key in plain(name)]
    candidates = tuple(Lookalike(row.slug, row.name, question(row.name)) for row in near[:5])
    return SiteMatch("near", candidates=candidates) if candidates else NEW


def _session(fields: Mapping[str, str], series: SiteMatch, target: WriteUp | None) -> SiteMatch:
    """The meeting that this write-up reports on, announced before or written up already."""
    if target and target.session:
        return SiteMatch("known", target.session.slug, target.session.title)
    return match_session(
        title=fields.get("title", ""),
        day=parse_day(fields.get("date", "")),
        series=series.value,
    )
