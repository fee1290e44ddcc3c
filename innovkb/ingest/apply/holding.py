"""Says of an announced session that it was held, as soon as its write-up is published."""

from __future__ import annotations

from django.contrib.auth.models import User

from innovkb.ingest.apply.cast import Cast
from innovkb.ingest.apply.document import DocumentWriter
from innovkb.ingest.apply.problems import DOCUMENT
from innovkb.ingest.apply.recorder import Recorder
from innovkb.ingest.plan import plan_draft
from sessions.models import WriteUp
from sessions.models.session import SessionState


def hold_session(*, write_up: WriteUp, user: User | None) -> None:
    """Let the session of a published write-up be held, with what its import says about it.

    A session without any day stays announced: there is nothing to say when it was.
    """
    session = write_up.session
    if session is None or session.state != SessionState.ANNOUNCED:
        return
    recorder = Recorder(user, "Er is een verslag van")
    draft = write_up.imports.exclude(applied_version=None).order_by("-applied_at", "-pk").first()
    if draft is not None:
        plan = plan_draft(draft)
        if session.date or plan.document.value("date"):
            DocumentWriter(plan, Cast(plan, recorder), recorder).hold(session)
    elif day := session.date or write_up.date:
        recorder.update(session, {"state": SessionState.HELD.value, "date": day}, DOCUMENT)
