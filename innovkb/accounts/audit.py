"""Notes what happens to accounts: log-ins, failed ones, passwords, rights."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import Group, User
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from simple_history.models import HistoricalRecords

from innovkb.lib.audit import Action, note
from innovkb.lib.tally import tally

_RIGHTS = (User.groups.through, User.user_permissions.through, Group.permissions.through)
_FLAGS = {"is_superuser": "beheerder", "is_staff": "redactie", "is_active": "actief"}
_VERBS = {"post_add": "erbij", "post_remove": "eraf", "pre_clear": "eraf"}
MOST_FAILED = 100
"""A day of one account, and of all that are none: who guesses on fills no disk."""


def connect() -> None:
    """Starts noting; called once, when the apps are ready."""
    user_logged_in.connect(_logged_in, dispatch_uid="audit-in")
    user_logged_out.connect(_logged_out, dispatch_uid="audit-out")
    user_login_failed.connect(_failed, dispatch_uid="audit-failed")
    pre_save.connect(_before_account, sender=User, dispatch_uid="audit-before")
    post_save.connect(_account, sender=User, dispatch_uid="audit-account")
    post_delete.connect(_deleted, sender=User, dispatch_uid="audit-deleted")
    for through in _RIGHTS:
        m2m_changed.connect(_rights, sender=through, dispatch_uid=f"audit-{through.__name__}")


def _logged_in(user: Any, **kwargs: Any) -> None:
    note(Action.LOGGED_IN, user)


def _logged_out(user: Any, **kwargs: Any) -> None:
    if user is not None:
        note(Action.LOGGED_OUT, user)


def _failed(credentials: dict[str, Any], **kwargs: Any) -> None:
    """Of who is no account here nothing is kept: it may be a password in the wrong box."""
    name = str(credentials.get("username") or "").replace("\0", "")
    user = User.objects.filter(username=name).first()
    count = tally("audit", user.username if user else "", timedelta(days=1))
    if count <= MOST_FAILED:
        last = "verder vandaag niet meer genoteerd" if count == MOST_FAILED else ""
        note(Action.LOGIN_FAILED, user, detail=last)


def _actor() -> Any:
    """Who sent the request that this happens in; None on the command line."""
    request = getattr(HistoricalRecords.context, "request", None)
    return getattr(request, "user", None)


def _before_account(instance: User, **kwargs: Any) -> None:
    stored = User.objects.filter(pk=instance.pk).values(*_FLAGS).first() if instance.pk else None
    instance.__dict__["_before"] = stored


def _account(instance: User, created: bool, raw: bool = False, **kwargs: Any) -> None:
    before = instance.__dict__.pop("_before", None)
    if raw:
        return
    if created:
        flags = [word for name, word in _FLAGS.items() if getattr(instance, name)]
        note(Action.ACCOUNT, _actor(), instance, f"gemaakt: {', '.join(flags)}")
        return
    for name, word in _FLAGS.items():
        if before is not None and before[name] != getattr(instance, name):
            verb = "erbij" if getattr(instance, name) else "eraf"
            note(Action.RIGHTS, _actor(), instance, f"{verb}: {word}")
    is_new_word = getattr(instance, "_password", None) is not None  # and no newer hash of the same
    if before is not None and is_new_word:
        note(Action.PASSWORD, _actor(), instance)


def _deleted(instance: User, **kwargs: Any) -> None:
    actor = _actor()
    is_self = getattr(actor, "pk", None) == instance.pk
    note(Action.ACCOUNT, None if is_self else actor, instance, "verwijderd")


def _rights(instance: Any, action: str, model: Any, pk_set: set[int] | None, **kwargs: Any) -> None:
    """An account, a group, or the permissions of either: what came and what went."""
    if action not in _VERBS:
        return
    names = ", ".join(map(str, model._default_manager.filter(pk__in=pk_set or ())))
    note(Action.RIGHTS, _actor(), instance, f"{_VERBS[action]}: {names or 'alles'}")
