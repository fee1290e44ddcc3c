"""What an editor finds on a public page besides what everybody sees."""

from typing import Any

from django import template
from django.conf import settings
from django.contrib.admin import site
from django.db import DatabaseError
from django.template import Context
from django.urls import reverse
from django.utils.http import urlencode

from innovkb.corrections.models import Correction, State
from innovkb.ingest.editor.views.access import IMPORT
from innovkb.kinds import KINDS, kind_of
from innovkb.notices.models import MailWish
from innovkb.notices.waiting import count_waiting, in_words
from sessions.models import WriteUp

register = template.Library()

_WITHOUT = ("/redactie/", "/admin/")
"""Where a public page is shown as a preview, under a bar with other ways."""


@register.inclusion_tag("includes/_editor_tools.html", takes_context=True)
def editor_tools(context: Context) -> dict[str, Any]:
    """The ways from a page to its form, to the reports about it and to its versions.

    None for visitors, for whom pages are kept: who has a session passes by what is kept.
    """
    request, thing = context.get("request"), context.get("item")
    if request is None or thing is None or request.path.startswith(_WITHOUT):
        return {}
    if not request.user.has_perm(IMPORT):
        return {}
    return {"links": [*_form(request, thing), *_reports(request, thing), *_versions(thing)]}


@register.simple_tag(takes_context=True)
def waiting_words(context: Context) -> str:
    """How much waits for the editor, in words; empty for who is none."""
    user = getattr(context.get("request"), "user", None)
    try:
        counts = count_waiting(user) if user is not None and user.has_perm(IMPORT) else {}
    except DatabaseError:  # the page says itself that the database is away, and keeps the work
        return ""
    return in_words(counts)


@register.simple_tag(takes_context=True)
def mail_wish(context: Context) -> dict[str, Any]:
    """Whether the editor gets mail about what waits, can get it, and where."""
    user = context["request"].user
    return {
        "wants": MailWish.objects.filter(user=user).exists(),
        "can": bool(settings.EMAIL_HOST and user.email),
        "email": user.email,
    }


def _form(request: Any, thing: Any) -> list[tuple[str, str]]:
    model = type(thing)
    screen = site._registry.get(model)
    if screen is None or not screen.has_change_permission(request, thing):
        return []
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_change"
    return [(reverse(name, args=[thing.pk]), "Bewerk dit")]


def _reports(request: Any, thing: Any) -> list[tuple[str, str]]:
    if not _is_kind(thing) or not request.user.has_perm("innovkb.view_correction"):
        return []
    about = {"kind": kind_of(thing).key, "object_id": thing.pk}
    open_ones = Correction.objects.filter(state__in=(State.NEW, State.OPEN), **about).count()
    address = f"{reverse('admin:innovkb_correction_changelist')}?{urlencode(about)}"
    return [(address, f"Meldingen ({open_ones})")]


def _versions(thing: Any) -> list[tuple[str, str]]:
    if isinstance(thing, WriteUp):
        return [(reverse("ingest:write_up", args=[thing.slug]), "Stappen en versies")]
    if not _is_kind(thing) or not kind_of(thing).is_item:
        return []
    return [(reverse("ingest:history", args=[kind_of(thing).key, thing.pk]), "Versies")]


def _is_kind(thing: Any) -> bool:
    return any(isinstance(thing, one.model) for one in KINDS)
