"""The waste bin: what was thrown away, by whom, and putting it back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from innovkb.ingest.editor.views.access import editors_only
from innovkb.ingest.editor.views.forms import OverviewQuery
from innovkb.ingest.models import ImportDraft
from innovkb.lib.trash import KEPT, TrashEntry, TrashError, put_back
from innovkb.lib.writes import together
from sessions.models import WriteUp
from sessions.publishing import may_publish, may_touch

_PER_PAGE = 50


@editors_only("GET")
def trash(request: HttpRequest) -> HttpResponse:
    """What this editor may put back, the newest first."""
    form = OverviewQuery(request.GET)
    entries = _offered(request.user).select_related("user").defer("rows", "links")
    context = {"page": Paginator(entries, _PER_PAGE).get_page(form.page), "days": KEPT.days}
    return render(request, "ingest/trash.html", context)


@editors_only("POST")
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Put one thing back, with all that went with it."""
    entry = get_object_or_404(_offered(request.user), pk=pk)
    try:
        with together():
            row = put_back(entry, request.user)
            if not may_touch(_user(request), row):
                raise PermissionDenied("Dit komt zo op de site. Alleen een eindredacteur mag dat.")
    except TrashError as error:
        messages.error(request, f"‘{entry}’ is niet teruggezet. {error}")
        return redirect("ingest:trash")
    messages.success(request, f"‘{entry}’ is teruggezet.")
    return redirect(_home(row))


def _offered(user: Any) -> QuerySet[TrashEntry]:
    """What stood on the site is for who may publish, and each kind for who may make it."""
    entries = TrashEntry.objects.all()
    if not may_publish(user):
        entries = entries.filter(was_public=False)
    labels = entries.order_by().values_list("label", flat=True).distinct()
    return entries.filter(label__in=[one for one in labels if _may_make(user, one)])


def _may_make(user: Any, label: str) -> bool:
    app, _, model = label.partition(".")
    return bool(user.has_perm(f"{app}.add_{model}"))


def _home(row: Any) -> str:
    """Where an editor goes on with it."""
    if isinstance(row, ImportDraft):
        return reverse("ingest:review", args=[row.pk])
    write_up = row if isinstance(row, WriteUp) else getattr(row, "write_up", None)
    if isinstance(write_up, WriteUp):
        return reverse("ingest:write_up", args=[write_up.slug])
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def _user(request: HttpRequest) -> Any:
    return request.user
