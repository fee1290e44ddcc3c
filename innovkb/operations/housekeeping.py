"""What has to be done now and then, and does no harm when it is done twice."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone

from innovkb.lib.audit import AuditEvent
from innovkb.lib.tally import Tally
from innovkb.lib.trash import TrashEntry
from innovkb.notices.mails import send_notices
from innovkb.search.index.documents import documents, next_due
from innovkb.search.index.indexing import needs_rebuild, rebuild
from innovkb.search.index.tracking import refresh_due
from innovkb.search.models import SearchState

SESSIONS_KEPT = timedelta(days=7)
"""After they ended: so long the work of who was logged out is given back."""


def keep_house() -> list[str]:
    """Does all of it; returns what was done, a line each."""
    done = []
    now = timezone.now()
    state = SearchState.objects.first()
    if state is not None and state.due is not None and state.due <= now:
        refresh_due(state)
        done.append("The index follows the write-ups whose time has come.")
    if state is not None and needs_rebuild():
        rebuild(documents=documents, due=next_due(), progress=lambda _: None)
        done.append("The index is written anew.")
    for name, rows in (
        ("log-ins that ended", Session.objects.filter(expire_date__lt=now - SESSIONS_KEPT)),
        ("events of the audit log", AuditEvent.past()),
        ("what lay in the waste bin", TrashEntry.past()),
        ("counts of limits", Tally.objects.filter(until__lt=now)),
    ):
        count, _ = rows.delete()
        if count:
            done.append(f"Removed {name}: {count}.")
    if sent := send_notices():
        done.append(f"Told editors what waits for them: {sent}.")
    return done
