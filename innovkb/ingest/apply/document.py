"""Makes or updates the write-up itself, its session and the sessions that it announces."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from innovkb.ingest.apply.cast import Cast
from innovkb.ingest.apply.problems import DOCUMENT, Problem
from innovkb.ingest.apply.recorder import Recorder
from innovkb.ingest.editor.drafts.fields import WRITE_UP_TEXTS
from innovkb.ingest.plan import Decided, Plan
from innovkb.ingest.plan.sessions import parse_day
from innovkb.lib.dates import Precision
from sessions.models import Series, Session, WriteUp
from sessions.models.session import SessionState
from sessions.models.writeup import Rights

MOST_ATTENDANCE = 1_000_000


class DocumentWriter:
    """Writes what the fields of the write-up say."""

    def __init__(
        self, plan: Plan, cast: Cast, recorder: Recorder, *, may_show: bool = False
    ) -> None:
        """``may_show``: what is written may be seen by the public at once."""
        self.may_show = may_show
        self.plan = plan
        self.cast = cast
        self.recorder = recorder
        self.series = self._series()
        self.attendance = self._attendance()

    def _problem(self, field: str, message: str) -> None:
        self.recorder.problems.append(Problem(DOCUMENT, field, message))

    def _series(self) -> Series | None:
        match, name = self.plan.document.series, self.plan.document.value("series")
        if match.state == "known":
            known: Series | None = Series.objects.filter(slug=match.value).first()
            return known
        if not name or match.state == "near":
            return None
        row = Series(name=name, organiser=self._organiser())
        return row if self.recorder.create(row, DOCUMENT, count=False) else None

    def _organiser(self) -> Any:
        return self.cast.organisation(self.plan.document.value("organiser"))

    def values(self) -> dict[str, Any]:
        """The values of the write-up's own fields, but for its text and status."""
        document = self.plan.document
        values: dict[str, Any] = {name: document.value(name) for name in WRITE_UP_TEXTS}
        values["date"] = self._day("date", document.value("date"))
        values["publisher"] = self.cast.organisation(document.value("publisher"))
        values["session"] = self._session(values["date"])
        if not values["title"]:
            self._problem("title", "Geef het verslag een titel.")
        if document.value("body_mode") == "source" and values["rights"] != Rights.FULL_TEXT:
            self._problem(
                "rights",
                "De volledige tekst mag hier alleen staan als je daar toestemming voor hebt.",
            )
        return values

    def _day(self, field: str, text: str) -> Any:
        day = parse_day(text)
        if text and day is None:
            self._problem(field, "Schrijf de datum als jaar-maand-dag, zoals 2025-05-12.")
        return day

    def _session(self, day: Any) -> Session | None:
        chosen = self.plan.document.value("session")
        if not chosen:
            return None
        if chosen == "new":
            return self._new_session(day)
        row: Session | None = Session.objects.filter(slug=chosen).first()
        if row is None:
            self._problem("session", "Deze sessie bestaat niet (meer). Kies een andere.")
        elif row.state == SessionState.ANNOUNCED:
            self._to_hold(row, day)
        return row

    def _to_hold(self, row: Session, day: Any) -> None:
        """An announced session is held once there is a write-up of it.

        One that the public sees stays announced until the write-up is public too, for else it
        would be gone from the site meanwhile.
        """
        if not day and row.date is None:
            self._problem("date", "Vul de datum in: deze sessie is nu gehouden.")
        elif self.may_show or not Session.objects.published().filter(pk=row.pk).exists():
            held = {"state": SessionState.HELD.value, **self.held_values(row)}
            self.recorder.update(row, held, DOCUMENT)

    def held_values(self, row: Session) -> dict[str, Any]:
        """When an announced session was held, and with how many."""
        values: dict[str, Any] = {**self.attendance}
        if day := parse_day(self.plan.document.value("date")):
            values |= {
                "date": day,
                "date_precision": self.plan.document.value("date_precision"),
                "date_note": self.plan.document.value("date_note"),
            }
        if row.series_id is None:
            values["series"] = self.series
        return values

    def _new_session(self, day: Any) -> Session | None:
        document = self.plan.document
        if not document.value("title"):
            return None  # said at the title
        if day is None and not document.value("date"):
            self._problem("date", "Vul de datum van de sessie in, of kies ‘geen sessie’.")
        if day is None:
            return None
        row = Session(
            title=document.value("title"),
            state=SessionState.HELD,
            date=day,
            date_precision=document.value("date_precision") or Precision.DAY,
            date_note=document.value("date_note"),
            series=self.series,
            organiser=self._organiser(),
            place=document.value("place"),
            **self.attendance,
        )
        return row if self.recorder.create(row, DOCUMENT, count=False) else None

    def _attendance(self) -> dict[str, Any]:
        text, note = (self.plan.document.value(name) for name in ("attendance", "attendance_note"))
        if not text:
            return {}
        if not text.isdecimal() or int(text) > MOST_ATTENDANCE:
            self._problem("attendance", "Vul het aantal deelnemers in als getal, zoals 80.")
            return {}
        return {"attendance": int(text), "attendance_note": note}

    def announce(self, entry: Decided, write_up: WriteUp, record: Mapping[str, Any]) -> Any:
        """Make the session that the text announces; returns its key, None when it can't be made."""
        match = entry.value("match")
        if match not in ("", "new", "other"):
            row = Session.objects.filter(slug=match).first()
            return row.pk if row else None
        before = Session.objects.filter(pk=record.get("row")).first()
        day = parse_day(entry.value("date"))
        values: dict[str, Any] = {
            "title": entry.value("title"),
            "date": day,
            "description": entry.value("description"),
        }
        if entry.value("date") and day is None:
            message = "Schrijf de datum als jaar-maand-dag, zoals 2025-05-12."
            self.recorder.problems.append(Problem(entry.key, "date", message))
        if before is not None:
            edited = {name: value for name, value in values.items() if name in entry.edited}
            self.recorder.update(before, edited, entry.key)
            return before.pk
        row = Session(announced_in=write_up, series=self.series, **values)
        return row.pk if self.recorder.create(row, entry.key, count=False) else None
