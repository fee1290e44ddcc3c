"""The list of imports, and starting a new one."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from innovkb.corrections.models import Correction
from innovkb.corrections.models import State as CorrectionState
from innovkb.ingest.editor.drafts import (
    StaleDraft,
    correct_text,
    create_draft,
)
from innovkb.ingest.editor.views.access import editors_only, wants_json
from innovkb.ingest.editor.views.forms import CorrectSource, NewImport, OverviewQuery
from innovkb.ingest.models import ImportDraft, TextOrigin, text_digest
from innovkb.ingest.read import MAX_UPLOAD_BYTES, TOO_LARGE, ReadText, UnreadableSource
from innovkb.ingest.read.apart import read_paste, read_upload
from innovkb.lib.publishing import Status, exposed_q
from sessions.models import WriteUp

_PER_PAGE = 20
_PASTED = "geplakt.txt"
"""The name under which our script sends a paste: as a file it may be as long as a text can be."""


@editors_only("GET")
def overview(request: HttpRequest) -> HttpResponse:
    """What waits for somebody: reports of visitors, write-ups to judge, imports to go on with."""
    form = OverviewQuery(request.GET)
    words = form.value("q")
    drafts = ImportDraft.objects.select_related("owner", "last_editor", "write_up")
    drafts = drafts.defer("text", "applied")
    waiting = WriteUp.objects.exclude(pk__in=WriteUp.objects.published()).order_by("-pk")
    if words:
        drafts = drafts.filter(_about(words))
        waiting = waiting.filter(title__icontains=words)
    else:  # what is done stands on the site
        drafts = drafts.exclude(exposed_q("write_up__"), applied_version=F("version"))
    in_review = [one for one in waiting if one.status == Status.IN_REVIEW]
    context = {
        "form": form,
        "words": words,
        "query": urlencode({"q": words}) if words else "",
        "page": Paginator(drafts, _PER_PAGE).get_page(form.page),
        "in_review": in_review,
        "waiting": [one for one in waiting if one not in in_review],
        "reports": Correction.objects.filter(state=CorrectionState.NEW).count()
        if request.user.has_perm("innovkb.view_correction")
        else 0,
    }
    return render(request, "ingest/overview.html", context)


def _about(words: str) -> Q:
    """Imports with these words in a title that was given, or in the text, which has every other."""
    fields = ("decisions__document__title", "write_up__title", "file_name", "text")
    found = Q()
    for field in fields:
        found |= Q(**{f"{field}__icontains": words})
    return found


@editors_only("GET", "POST")
def start(request: HttpRequest) -> HttpResponse:
    """Paste a text or choose a file; it is read, recognised and kept as a draft."""
    is_post = request.method == "POST"
    form = NewImport(request.POST, request.FILES) if is_post else NewImport()
    if is_post and form.is_valid():
        try:
            source, origin, name = _read(form)
        except UnreadableSource as error:
            form.add_error("file" if form.cleaned_data.get("file") else "text", str(error))
        else:
            draft = _create(request, source, origin, name)
            address = reverse("ingest:review", args=[draft.pk])
            return JsonResponse({"url": address}) if wants_json(request) else redirect(address)
    if is_post and wants_json(request):
        errors = [message for found in form.errors.values() for message in found]
        return JsonResponse({"errors": errors}, status=422)
    return render(request, "ingest/start.html", {"form": form}, status=422 if is_post else 200)


def _read(form: NewImport) -> tuple[ReadText, str, str]:
    upload = form.cleaned_data.get("file")
    if not upload:
        return read_paste(form.cleaned_data["text"]), TextOrigin.PASTE, ""
    if upload.size > MAX_UPLOAD_BYTES:  # as counted while it came in
        raise UnreadableSource(TOO_LARGE)
    source = read_upload(upload.name, upload.read())
    if upload.name == _PASTED:
        return source, TextOrigin.PASTE, ""
    return source, TextOrigin.UPLOAD, upload.name


def _create(request: HttpRequest, source: ReadText, origin: str, name: str) -> ImportDraft:
    """A draft of the text; of a text that was sent twice, the one that is there."""
    user: Any = request.user
    mine = ImportDraft.objects.filter(owner=user, write_up=None, digest=text_digest(source.text))
    there = mine.order_by("pk").first()
    if there is None:
        made = create_draft(source=source, origin=origin, file_name=name, user=user)
        there = mine.order_by("pk").first() or made
        if there.pk == made.pk:
            return made
        made.delete()
    messages.info(request, "Deze tekst had je al klaargezet. Je gaat verder waar je was.")
    return there


@editors_only("GET", "POST")
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what was read wrongly in the source; the choices stay with their words."""
    draft = get_object_or_404(ImportDraft, pk=pk)
    user: Any = request.user
    is_post = request.method == "POST"
    form = CorrectSource(
        request.POST if is_post else None, initial={"text": draft.text, "version": draft.version}
    )
    if is_post and form.is_valid():
        data = form.cleaned_data
        try:
            source = read_paste(data["text"])
            correct_text(draft=draft, version=data["version"], source=source, user=user)
        except UnreadableSource as error:
            form.add_error("text", str(error))
        except StaleDraft:
            form.add_error(None, "Iemand anders bewaarde intussen. Je tekst staat hieronder nog.")
            form.data = {**form.data, "text": data["text"], "version": str(draft.version)}
        else:
            messages.success(request, "De brontekst is verbeterd. Je keuzes zijn gebleven.")
            return redirect("ingest:review", pk=pk)
    context = {"form": form, "draft": draft}
    return render(request, "ingest/correct.html", context, status=422 if form.errors else 200)


@editors_only("POST")
def convert(request: HttpRequest) -> HttpResponse:
    """What was copied from a page or from Word, as the text that the editor sees and imports."""
    upload = request.FILES.get("html")
    if upload is None or (upload.size or 0) > MAX_UPLOAD_BYTES:
        return JsonResponse({"message": "Dit is te groot om te plakken."}, status=413)
    try:
        source = read_paste("", upload.read().decode("utf-8", "replace"))
    except UnreadableSource as error:
        return JsonResponse({"message": str(error)}, status=422)
    return JsonResponse({"text": source.text, "warnings": list(source.warnings)})


@editors_only("GET")
def logged_in(request: HttpRequest) -> HttpResponse:
    """Where a log-in in a second tab ends."""
    message = "Je bent weer ingelogd. Sluit dit tabblad en ga verder in het andere."
    return render(request, "ingest/message.html", {"title": "Ingelogd", "message": message})
