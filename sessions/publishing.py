"""The road of a write-up to the public: draft, in review, published; and back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.dispatch import Signal
from django.utils.timezone import localtime

from innovkb.lib.audit import Action, note
from innovkb.lib.publishing import Status
from sessions.excerpts import items_of
from sessions.models import WriteUp
from sessions.models.session import SessionState
from sessions.roles import PUBLISH

_MOST_NAMED = 5


holding = Signal()
"""A session is about to be held: a receiver returns values for its fields, from what it knows of
``write_up``; ``user`` is who published, None the command line or the clock."""


class PublishingError(ValueError):
    """The write-up can't take this step; the message tells the editor in Dutch why."""


def may_publish(user: User | None) -> bool:
    """Whether the user may decide what the public sees; None is the command line."""
    return user is None or user.has_perm(PUBLISH)


def may_edit(user: User | None, write_up: WriteUp) -> bool:
    """Whether the user may change the write-up and its items, published ones included."""
    if user is None or may_publish(user):
        return True
    allowed = user.has_perm("innovation_sessions.change_writeup")
    return allowed and write_up.status != Status.PUBLISHED


def is_exposed(row: Any) -> bool:
    """Whether the public sees the row as it stands in the database, or will by itself."""
    rows: Any = type(row)._default_manager
    return bool(rows.exposed().filter(pk=row.pk).exists())


def may_touch(user: User | None, row: Any) -> bool:
    """Whether the user may change or delete the row as it stands in the database.

    What the public sees, or will see by itself, is for who may publish.
    """
    return may_publish(user) or not is_exposed(row)


def hand_in(*, write_up: WriteUp, user: User | None) -> WriteUp:
    """From draft to in review."""
    return _step(write_up, user, Status.IN_REVIEW, "Ingediend ter beoordeling", {Status.DRAFT})


def send_back(*, write_up: WriteUp, user: User | None) -> WriteUp:
    """From in review to draft again: by who reviews, or by who handed it in too early."""
    return _step(write_up, user, Status.DRAFT, "Terug naar concept", {Status.IN_REVIEW})


def publish(*, write_up: WriteUp, user: User | None, at: datetime | None = None) -> WriteUp:
    """Make the write-up public: now, or at an aware time ``at``.

    Also changes the time of one that is published or scheduled. Raises PermissionDenied for who
    may not publish, PublishingError when there is no text to show.
    """
    _demand(may_publish(user), "Alleen een eindredacteur mag publiceren.")
    reason = f"Gepland voor {localtime(at):%d-%m-%Y %H:%M}" if at else "Gepubliceerd"
    return _step(write_up, user, Status.PUBLISHED, reason, set(Status), publish_at=at)


def unpublish(*, write_up: WriteUp, user: User | None) -> WriteUp:
    """Take the write-up, and all that was drawn from it, off the public site."""
    _demand(may_publish(user), "Alleen een eindredacteur mag een verslag van de site halen.")
    reason = "Van de site gehaald"
    return _step(write_up, user, Status.DRAFT, reason, {Status.PUBLISHED}, publish_at=None)


def _demand(allowed: bool, message: str) -> None:
    if not allowed:
        raise PermissionDenied(message)


@transaction.atomic
def _step(
    write_up: WriteUp,
    user: User | None,
    status: Status,
    reason: str,
    from_states: set[Status],
    **values: Any,
) -> WriteUp:
    """Take the step, as the write-up stands in the database now; the row of the caller follows."""
    row = WriteUp.objects.select_for_update().get(pk=write_up.pk)
    _demand(
        user is None or user.has_perm("innovation_sessions.change_writeup"),
        "Je mag verslagen niet wijzigen.",
    )
    if row.status not in from_states:
        raise PublishingError(
            f"Dit verslag staat op ‘{row.get_status_display()}’; dan kan deze stap niet."
        )
    if status == Status.PUBLISHED and not row.body.strip():
        raise PublishingError("Dit verslag heeft nog geen tekst om te tonen.")
    if status == Status.PUBLISHED and (wrong := [one for one in items_of(row) if one.is_misquoted]):
        names = ", ".join(f"‘{one}’" for one in wrong[:_MOST_NAMED])
        raise PublishingError(
            f"Woordelijk, maar anders dan de bron: {names}. Zet de woorden terug, of kies bij "
            "‘weergave’ voor ‘in onze woorden’."
        )
    changes = {"status": status.value, **values}
    if any(getattr(row, name) != value for name, value in changes.items()):
        for name, value in changes.items():
            setattr(row, name, value)
        row._history_user = user
        row._change_reason = reason
        row.save()
        note(Action.PUBLISHING, user, row, reason)
    if status == Status.PUBLISHED:
        hold_session(write_up=row, user=user)
    for name, value in changes.items():
        setattr(write_up, name, value)
    return write_up


def move(*, write_up: WriteUp, status: str, at: datetime | None, user: User | None) -> None:
    """Take the write-up to a status that was chosen from a list, by the steps that lead there."""
    present = write_up.status
    if status == Status.PUBLISHED:
        if (present, write_up.publish_at) != (status, at):
            publish(write_up=write_up, user=user, at=at)
        return
    if present == Status.PUBLISHED:
        unpublish(write_up=write_up, user=user)
    elif present == Status.IN_REVIEW and status == Status.DRAFT:
        send_back(write_up=write_up, user=user)
    if write_up.status == Status.DRAFT and status == Status.IN_REVIEW:
        hand_in(write_up=write_up, user=user)


def hold_session(*, write_up: WriteUp, user: User | None) -> None:
    """Let the announced session of a write-up that the public sees be held.

    Who knows more of the session, such as its import, answers ``holding``. A session without any
    day stays announced: there is nothing to say when it was.
    """
    session = write_up.session
    if session is None or not session.is_announced:
        return
    if not WriteUp.objects.published().filter(pk=write_up.pk).exists():
        return  # planned, it stays announced: else nobody would see it
    values: dict[str, Any] = {}
    told: Any
    for _, told in holding.send(sender=WriteUp, write_up=write_up, user=user):
        values |= told
    if session.date is None and "date" not in values:
        values |= {"date": write_up.date, "date_precision": write_up.date_precision}
    for name, value in values.items():
        setattr(session, name, value)
    if session.date is not None:
        session.state = SessionState.HELD
        session.save()


def hold_due() -> None:
    """Let the sessions be held whose planned write-ups the public sees since a while."""
    announced = WriteUp.objects.published().filter(session__state=SessionState.ANNOUNCED)
    for write_up in announced.select_related("session"):
        hold_session(write_up=write_up, user=None)
