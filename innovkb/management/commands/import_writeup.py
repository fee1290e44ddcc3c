"""``manage.py import_writeup FILE``: from a file to a write-up, without a browser.

``--dry-run --json`` prints one object and keeps nothing:

- ``text``: the text that was read, with "\\n" line ends; of .txt and .md nothing else is changed;
- ``title``, ``date`` (2025-05-12, 2025-05 or 2025), ``attendance``, ``series``, ``organiser``;
- ``people``: ``name``, ``role``, ``organisation``, ``part``;
- ``quotes``: ``text``, ``start``, ``end``, ``speaker``, ``candidates``, ``confidence``, ``reason``;
- ``tips``, ``barriers``, ``principles`` (with ``set``), ``examples``, ``tools``: ``text``,
  ``title``, ``start``, ``end``, ``section``, ``speaker``, ``tier`` (``sure`` or ``possible``),
  ``confidence``, ``reason``;
- ``questions``: ``question``, ``answer``, ``answered_by``, ``start``, ``end``, ``tier``,
  ``confidence``, ``reason``;
- ``next_sessions``: ``title``, ``date``, ``text``.

``start`` and ``end`` count characters in ``text``; what the text doesn't say is null. Without
``--dry-run`` the object is ``slug``, ``status``, ``created``, ``updated``, ``removed``,
``unchanged``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, transaction

from innovkb.ingest.apply import Applied, DraftInvalid, apply_draft, settle
from innovkb.ingest.editor.drafts import StaleDraft, recognised_draft
from innovkb.ingest.editor.drafts.knowledge import site_knowledge
from innovkb.ingest.models import TextOrigin
from innovkb.ingest.plan import TAKE_FROM, Plan, find_duplicates, plan_draft
from innovkb.ingest.read import MAX_UPLOAD_BYTES, ReadText, UnreadableSource
from innovkb.ingest.read.apart import read_upload
from innovkb.ingest.recognise import Known, recognise, to_json
from innovkb.lib.publishing import Status
from sessions.models import WriteUp
from sessions.models.writeup import Genre, Rights
from sessions.publishing import PublishingError, publish


class Command(BaseCommand):
    help = (
        "Leest een verslag (.docx, .pdf, .html, .md of .txt) en zet het als concept op de site. "
        f"Elk voorstel met een zekerheid vanaf {TAKE_FROM} wordt overgenomen. Wie misschien iemand "
        "anders is, blijft weg: die citaten krijgen geen spreker. Een tekst die er al staat, "
        "verandert niets. Exitcode 1: niet gelukt, met de reden op stderr."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", help="het bestand met het verslag")
        parser.add_argument("--dry-run", action="store_true", help="toon alleen wat herkend is")
        parser.add_argument("--json", action="store_true", help="schrijf het resultaat als JSON")
        parser.add_argument("--publish", action="store_true", help="zet het meteen op de site")
        parser.add_argument(
            "--rights",
            choices=Rights.values,
            default=Rights.OWN_WORDS.value,
            help="full_text: de hele tekst mag op de site staan; anders alleen wat overgenomen is",
        )
        parser.add_argument("--genre", choices=Genre.values, help="wat voor tekst het is")
        known = parser.add_mutually_exclusive_group()
        known.add_argument("--update", metavar="SLUG", help="werk dit verslag bij")
        known.add_argument("--new", action="store_true", help="maak toch een nieuw verslag")

    def handle(self, *args: Any, **options: Any) -> None:
        source = _read(options["file"])
        try:
            if options["dry_run"]:
                self._show(source, as_json=options["json"])
            else:
                self._import(source, options)
        except DraftInvalid as invalid:
            raise CommandError("\n".join(one.message for one in invalid.problems)) from invalid
        except PublishingError as error:
            raise CommandError(str(error)) from error
        except (DatabaseError, StaleDraft) as error:
            raise CommandError(f"De database weigerde; er is niets veranderd. {error}") from error

    def _show(self, source: ReadText, *, as_json: bool) -> None:
        try:
            known = site_knowledge()
        except DatabaseError:  # nothing is set up yet: the rules do without what the site knows
            known = Known()
        found = to_json(recognise(source.text, known))
        if as_json:
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))
            return
        for warning in source.warnings:
            self.stderr.write(warning)
        for name in ("title", "date", "attendance", "series", "organiser"):
            if found[name]:
                self.stdout.write(f"{name}: {found[name]}")
        for name, rows in found.items():
            if isinstance(rows, list):
                self.stdout.write(f"\n{name}: {len(rows)}")
                for row in rows:
                    self.stdout.write(f"  {_line(row)}")

    def _import(self, source: ReadText, options: dict[str, Any]) -> None:
        document = {"rights": options["rights"]}
        if options["rights"] == Rights.FULL_TEXT:
            document["body_mode"] = "source"
        if options["genre"]:
            document["genre"] = options["genre"]
        document |= _destination(options)
        if "target" not in document and (same := _same_text(source.text)):
            if options["publish"] and same.status != Status.PUBLISHED:
                publish(write_up=same, user=None)
            self._tell(Applied(same), options, note="Deze tekst staat er al.")
            return
        draft = recognised_draft(
            source=source, origin=TextOrigin.COMMAND, file_name=Path(options["file"]).name
        )
        with transaction.atomic():  # killed at any moment, it leaves all or nothing: no draft alone
            draft.save()
            draft = settle(draft=draft, **document)
            plan = plan_draft(draft)
            applied = apply_draft(draft=draft, publish=options["publish"])
        self._tell(applied, options, plan=plan, warnings=source.warnings)

    def _tell(
        self,
        applied: Applied,
        options: dict[str, Any],
        *,
        plan: Plan | None = None,
        warnings: tuple[str, ...] = (),
        note: str = "",
    ) -> None:
        write_up = applied.write_up
        if options["json"]:
            counts = {
                name: getattr(applied, name)
                for name in ("created", "updated", "removed", "unchanged")
            }
            found = {"slug": write_up.slug, "status": write_up.status, **counts}
            self.stdout.write(json.dumps(found, ensure_ascii=False))
        else:
            self.stdout.write(
                f"{note or 'Gelukt.'} {write_up.title} ({write_up.get_status_display()}): "
                f"{write_up.get_absolute_url()}\n{applied.created} nieuw, {applied.updated} "
                f"bijgewerkt, {applied.unchanged} ongewijzigd."
            )
        for warning in (*warnings, *_left_out(plan), *map(str, applied.lost)):
            self.stderr.write(warning)


def _read(name: str) -> ReadText:
    path = Path(name)
    try:
        if not path.is_file():
            kind = "Dit is een map, geen bestand" if path.is_dir() else "Dit bestand is er niet"
            raise CommandError(f"{kind}: {name}")
        with path.open("rb") as file:
            data = file.read(MAX_UPLOAD_BYTES + 1)
        return read_upload(path.name, data)
    except (OSError, ValueError) as error:
        message = (
            str(error) if isinstance(error, UnreadableSource) else "Dit bestand is niet te lezen"
        )
        raise CommandError(f"{message}: {name}" if message[-1] != "." else message) from error


def _destination(options: dict[str, Any]) -> dict[str, str]:
    if options["new"]:
        return {"target": "", "again": "yes"}
    slug = options["update"]
    if not slug:
        return {}
    if not WriteUp.objects.filter(slug=slug).exists():
        raise CommandError(f"Er is geen verslag met het adres ‘{slug}’.")
    return {"target": slug}


def _same_text(text: str) -> WriteUp | None:
    """The write-up of exactly this text; raises CommandError for one that nearly is."""
    duplicates = find_duplicates(text)
    if not duplicates:
        return None
    first = duplicates[0]
    if first.same_text:
        return first.write_up
    raise CommandError(
        f"{first.message} Er is niets veranderd.\n"
        f"Gebruik --update {first.write_up.slug} om het bij te werken, of --new voor een tweede."
    )


def _left_out(plan: Plan | None) -> list[str]:
    """Who and what only an editor can decide on."""
    if plan is None:
        return []
    return [
        f"Weggelaten: {entry.value('name') or entry.text} – {candidate.question}"
        for entry in plan.entries
        if not entry.taken and entry.match
        for candidate in entry.match.candidates[:1]
    ]


def _line(row: dict[str, Any]) -> str:
    text = row.get("name") or row.get("question") or row.get("title") or row.get("text") or ""
    who = row.get("speaker") or row.get("role") or row.get("answered_by") or ""
    words = " ".join(str(text).split())
    return f"{words[:100]}{f' – {who}' if who else ''}"
