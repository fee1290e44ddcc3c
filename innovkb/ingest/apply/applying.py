"""Carries a draft out: all of it in one transaction, or nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from innovkb.ingest.apply.application import Application, Applied, Outlook
from innovkb.ingest.apply.problems import DOCUMENT, DraftInvalid, Problem
from innovkb.ingest.editor.drafts import StaleDraft
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import Plan, plan_draft
from innovkb.search.index.tracking import collected
from sessions.models import WriteUp
from sessions.publishing import may_edit, may_publish

logger = logging.getLogger(__name__)

_ATTEMPTS = 3
_LOCK = 7_305_114
"""Any number, so long as only imports use it."""

Result = TypeVar("Result")


def apply_draft(*, draft: ImportDraft, user: User | None = None, publish: bool = False) -> Applied:
    """Make or update the write-up with everything that the editor took.

    ``user`` None is the command line. A second time changes nothing. Raises PermissionDenied,
    StaleDraft when the draft was saved since it was read, DraftInvalid with what is wrong; then,
    and when the process is killed, nothing was written.
    """
    return _retried(lambda: _in_transaction(draft, user, publish))


def outlook(plan: Plan) -> Outlook:
    """What carrying out the plan would do, and what is in the way; writes nothing."""
    return Application(plan, None, saves=False).outlook()


def preview(*, draft: ImportDraft, render: Callable[[WriteUp], Result]) -> Result:
    """What ``render`` makes of the write-up as it would be once published; changes nothing.

    Raises DraftInvalid and StaleDraft as applying does.
    """
    with transaction.atomic():
        applied = apply_draft(draft=draft, publish=True)
        result = render(applied.write_up)
        transaction.set_rollback(True)
    return result


def _retried(work: Callable[[], Result]) -> Result:
    """Two imports may want the same address at one moment; the one that loses tries again.

    What the database refuses each time is a fault in the draft. That it is locked is not: then
    OperationalError goes on to who asked.
    """
    for _ in range(_ATTEMPTS):
        try:
            return work()
        except IntegrityError:
            logger.warning("An import was refused by the database.", exc_info=True)
    message = "Een naam of adres hieruit is op de site al van iets anders. Verander die hier."
    raise DraftInvalid([Problem(DOCUMENT, "", message)])


def _in_transaction(draft: ImportDraft, user: User | None, publish: bool) -> Applied:
    with transaction.atomic():
        _wait_for_other_imports()
        current = ImportDraft.objects.select_for_update().get(pk=draft.pk)
        if current.version != draft.version:
            raise StaleDraft(current, {})
        plan = plan_draft(current)
        _check_permission(plan, user, publish=publish)
        with collected():
            return Application(plan, user).run(publish=publish)


def _wait_for_other_imports() -> None:
    """One import at a time decides who and what is new. SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _check_permission(plan: Plan, user: User | None, *, publish: bool) -> None:
    if user is None:
        return
    if not user.has_perm("innovation_sessions.add_writeup"):
        raise PermissionDenied("Je mag geen verslagen importeren.")
    if publish and not may_publish(user):
        raise PermissionDenied("Alleen een eindredacteur mag publiceren.")
    if plan.target and not may_edit(user, plan.target):
        raise PermissionDenied("Alleen een eindredacteur mag een gepubliceerd verslag wijzigen.")
