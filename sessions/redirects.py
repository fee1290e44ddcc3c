"""Keeps an address that was once published working after its page has moved."""

from copy import copy
from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.db.models.signals import post_save
from django.urls import NoReverseMatch

from innovkb.lib.models import Located
from innovkb.lib.publishing import exposed_q
from sessions.models import Redirect, WriteUp


@transaction.atomic
def keep_address(*, old_path: str, new_path: str, override: bool = True) -> None:
    """Lead visitors of ``old_path`` to ``new_path``; redirects that led to the old path follow.

    Without ``override`` a redirect stays that has led from the old path to another page since.
    """
    if old_path == new_path:
        return
    Redirect.objects.filter(old_path=new_path, new_path=old_path).delete()  # it would go round
    Redirect.objects.filter(new_path=old_path).update(new_path=new_path)
    write = Redirect.objects.update_or_create if override else Redirect.objects.get_or_create
    write(old_path=old_path, defaults={"new_path": new_path})


def once_public_q(prefix: str = "") -> Q:
    """Matches what is exposed, and what was so in an earlier version of its write-up."""
    history: Any = WriteUp.history
    shown = history.filter(exposed_q()).values("id")
    return exposed_q(prefix) | Q(**{f"{prefix}pk__in": shown})


def _follow(
    sender: type[models.Model],
    instance: models.Model,
    raw: bool,
    update_fields: Any = None,
    **kwargs: Any,
) -> None:
    """After a row was saved under another slug, whoever did so."""
    if not isinstance(instance, Located) or raw or (update_fields and "slug" not in update_fields):
        return
    row: Any = instance
    old_slug, row.stored_slug = row.stored_slug, row.slug
    if not old_slug or old_slug == row.slug:
        return
    before = copy(row)
    before.slug = old_slug
    try:
        old_path, new_path = before.get_absolute_url(), row.get_absolute_url()
    except NoReverseMatch:  # this kind has no page
        return
    rows: Any = sender._default_manager
    if "#" in old_path or not rows.visible(once_public_q).filter(pk=row.pk).exists():
        return  # a place on a page is the browser's business; a draft's address nobody's
    is_exposed = rows.exposed().filter(pk=row.pk).exists()
    keep_address(old_path=old_path, new_path=new_path, override=is_exposed)


def connect() -> None:
    """Starts following rows to their new addresses; called once, when the apps are ready."""
    post_save.connect(_follow, dispatch_uid="follow-addresses")
