"""Tells, when a write-up is published, what its import says about the session it is of."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User

from innovkb.ingest.apply.cast import Cast
from innovkb.ingest.apply.document import DocumentWriter
from innovkb.ingest.apply.recorder import Recorder
from innovkb.ingest.plan import plan_draft
from sessions.models import WriteUp
from sessions.publishing import holding


def _what_the_import_says(write_up: WriteUp, user: User | None, **kwargs: Any) -> dict[str, Any]:
    draft = write_up.imports.exclude(applied_version=None).order_by("-applied_at", "-pk").first()
    if draft is None or write_up.session is None:
        return {}
    plan, recorder = plan_draft(draft), Recorder(user, "Er is een verslag van")
    return DocumentWriter(plan, Cast(plan, recorder), recorder).held_values(write_up.session)


def connect() -> None:
    """Starts telling; called once, when the apps are ready."""
    holding.connect(_what_the_import_says, dispatch_uid="what-the-import-says")
