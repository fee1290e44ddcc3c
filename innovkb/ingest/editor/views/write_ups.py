"""A write-up after its import: where it stands, its versions, and going back to one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from innovkb.frame.pages import capital
from innovkb.ingest.editor.review.comparing import compared
from innovkb.ingest.editor.views.access import editors_only
from innovkb.ingest.editor.views.finish import take_step
from innovkb.ingest.editor.views.forms import WriteUpStep
from innovkb.kinds import KINDS, kind_of, kind_of_model
from innovkb.lib.publishing import Status
from sessions import publishing
from sessions.excerpts import broken_excerpts, items_of
from sessions.models import WriteUp
from sessions.versions import deleted_items, differences, restore, versions

_WITH_VERSIONS = {one.key: one for one in KINDS if one.is_item or one.model is WriteUp}


@editors_only("GET", "POST")
def write_up(request: HttpRequest, slug: str) -> HttpResponse:
    """Where the write-up stands, and the steps that this editor may take."""
    row = get_object_or_404(WriteUp, slug=slug)
    user: Any = request.user
    at = timezone.localtime(row.publish_at) if row.publish_at else None
    form = WriteUpStep(request.POST if request.method == "POST" else None, initial={"at": at})
    if form.is_bound and form.is_valid():
        try:
            take_step(row, form.cleaned_data["step"], form.cleaned_data["at"], user)
        except publishing.PublishingError as error:
            form.add_error(None, str(error))
        else:
            row.refresh_from_db()
            messages.success(request, f"Het verslag staat nu op: {_state(row)}.")
            return redirect("ingest:write_up", slug=row.slug)
    items = list(items_of(row))
    context = {
        "write_up": row,
        "form": form,
        "is_public": WriteUp.objects.published().filter(pk=row.pk).exists(),
        "versions": versions(row),
        "items": [(kind_of(one), one) for one in items],
        "deleted": [(_key(one.record), one) for one in deleted_items(row)],
        "lost": list(broken_excerpts(items)),
        "imports": row.imports.defer("text", "proposals", "applied"),
        "user_may_publish": publishing.may_publish(user),
    }
    return render(request, "ingest/write_up.html", context, status=422 if form.errors else 200)


def _state(row: WriteUp) -> str:
    if row.status == Status.PUBLISHED and row.publish_at and row.publish_at > timezone.now():
        return f"gepland voor {timezone.localtime(row.publish_at):%d-%m-%Y %H:%M}"
    return row.get_status_display()


def _key(record: Any) -> str:
    return kind_of_model(type(record).instance_type).key


def _model(kind: str) -> Any:
    if kind not in _WITH_VERSIONS:
        raise Http404(kind)
    return _WITH_VERSIONS[kind].model


@editors_only("GET")
def history(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Every version of one item."""
    row = get_object_or_404(_model(kind)._base_manager, pk=pk)
    context = {
        "row": row,
        "kind": kind,
        "kind_name": capital(_WITH_VERSIONS[kind].singular),
        "versions": versions(row),
        "write_up": row if kind == "write_up" else row.write_up,
    }
    return render(request, "ingest/history.html", context)


@editors_only("GET", "POST")
def version(request: HttpRequest, kind: str, version_id: int) -> HttpResponse:
    """One version beside the row as it is now; a post brings it back."""
    model = _model(kind)
    record = get_object_or_404(model.history.select_related("history_user"), pk=version_id)
    user: Any = request.user
    error = ""
    if request.method == "POST":
        try:
            restored: Any = restore(record=record, user=user)
        except publishing.PublishingError as refusal:
            error = str(refusal)
        else:
            messages.success(request, f"‘{restored}’ is teruggezet naar deze versie.")
            home = restored if kind == "write_up" else restored.write_up
            if home is None:
                return redirect("ingest:overview")
            return redirect("ingest:write_up", slug=home.slug)
    row = model._base_manager.filter(pk=record.id).first()
    newest = row.history.order_by("-history_date", "-history_id").first() if row else None
    found = list(differences(before=record, after=newest)) if newest else []
    write_up_pk = record.id if kind == "write_up" else record.write_up_id
    context = {
        "record": record,
        "row": row,
        "kind": kind,
        "error": error,
        "differences": [(one.label, compared(one.before, one.after)) for one in found],
        "is_newest": newest is not None and newest.pk == record.pk,
        "write_up": WriteUp.objects.filter(pk=write_up_pk).first(),
    }
    return render(request, "ingest/version.html", context, status=422 if error else 200)
