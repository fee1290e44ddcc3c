"""``manage.py export_audit_log``: who did what, as CSV for a spreadsheet."""

from datetime import date, datetime, time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.timezone import localtime, make_aware

from innovkb.lib.audit import AuditEvent
from innovkb.open_data.exports import as_csv


class Command(BaseCommand):
    help = "Writes the audit log to standard output as CSV, the oldest event first."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--since", type=date.fromisoformat, metavar="YYYY-MM-DD", help="from this day on"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        events = AuditEvent.objects.order_by("at", "pk")
        if options["since"]:
            events = events.filter(at__gte=make_aware(datetime.combine(options["since"], time())))
        rows = [
            {
                "at": localtime(one.at).isoformat(timespec="seconds"),
                "user": one.user_name,
                "action": one.action,
                "subject": one.subject,
                "detail": one.detail,
            }
            for one in events.iterator()
        ]
        self.stdout.write(as_csv(rows), ending="")
