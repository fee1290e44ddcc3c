"""The two roles of editors, and what each may do.

A *redacteur* imports, edits what the public can't see yet, and hands it in; an *eindredacteur*
reviews, publishes, schedules and merges speakers as well.
"""

from __future__ import annotations

from typing import Any

EDITORS = "redactie"
CHIEF_EDITORS = "eindredactie"

PUBLISH = "innovation_sessions.publish_writeup"
MERGE_SPEAKERS = "innovation_sessions.merge_speaker"

_CONTENT = ("innovation_sessions", "practices")
_SHARED_WORDS = ("theme", "barriergroup", "principleset", "redirect")
"""What every page leans on: only the eindredactie changes it."""

_DAILY_WORK = ("importdraft", "correction")


def make_roles(apps: Any) -> None:
    """Make the two groups with their permissions; ``apps`` is a registry of models.

    Permissions that an administrator added are kept.
    """
    group = apps.get_model("auth", "Group")
    permissions = apps.get_model("auth", "Permission").objects.select_related("content_type")
    content = list(permissions.filter(content_type__app_label__in=_CONTENT))
    own = list(permissions.filter(content_type__app_label="innovkb"))
    editors, _ = group.objects.get_or_create(name=EDITORS)
    editors.permissions.add(
        *filter(_for_editors, content), *(one for one in own if _is_of(one, *_DAILY_WORK))
    )
    chiefs, _ = group.objects.get_or_create(name=CHIEF_EDITORS)
    chiefs.permissions.add(
        *content, *(one for one in own if _is_of(one, *_DAILY_WORK, "synonymgroup", "missedquery"))
    )


def _is_of(permission: Any, *models: str) -> bool:
    """Whether it is about one of these models, or about looking back at versions."""
    seeing_versions = permission.codename.startswith("view_historical")
    return seeing_versions or permission.content_type.model in models


def _for_editors(permission: Any) -> bool:
    action = permission.codename.partition("_")[0]
    if action in ("publish", "merge"):
        return False
    model = permission.content_type.model
    if model in _SHARED_WORDS:
        return bool(action == "view")
    if model in ("speaker", "organisation", "series", "session", "writeup"):
        return bool(action != "delete")
    return True
