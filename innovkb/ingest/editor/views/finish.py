"""The last steps of an import: see the page as it will be, then keep, hand in or publish it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from innovkb.frame.pages import under_bar
from innovkb.ingest.apply import (
    Applied,
    DraftInvalid,
    apply_draft,
    outlook,
    preview,
)
from innovkb.ingest.editor.drafts import PROPOSED_ITEMS, StaleDraft, discard_draft
from innovkb.ingest.editor.review.labels import KIND_NAMES
from innovkb.ingest.editor.views.access import editors_only
from innovkb.ingest.editor.views.forms import Finish, WriteUpStep
from innovkb.ingest.editor.views.review_page import review_address
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import Plan, plan_draft
from innovkb.lib.publishing import Status
from innovkb.lib.trash import KEPT
from sessions import publishing
from sessions.models import WriteUp
from sessions.views.write_ups import write_up as public_page


def _open_faults(pk: int) -> HttpResponse:
    """Back to the review, with what is still to do on top."""
    return redirect(review_address(pk, None, "fouten", checked=True))


def _overtaken(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to the review, where what a colleague saved meanwhile is seen."""
    messages.warning(request, "Iemand anders bewaarde intussen. Kijk het nog even na.")
    return redirect("ingest:review", pk=pk)


@editors_only("GET")
def preview_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The public page as it will be, to the letter, under a bar that leads back."""
    draft = get_object_or_404(ImportDraft, pk=pk)
    try:
        page: HttpResponse = preview(
            draft=draft, render=lambda write_up: public_page(request, write_up.slug)
        )
    except StaleDraft:
        return _overtaken(request, pk)
    except (DraftInvalid, publishing.PublishingError):
        messages.warning(request, "Voor een voorbeeld moet eerst dit nog:")
        return _open_faults(pk)
    target = plan_draft(draft).target
    user: Any = request.user
    context = {
        "draft": draft,
        "updates": target is not None and target.status == Status.PUBLISHED,
        "user_may_publish": publishing.may_publish(user),
        "road": "Verder met afronden",
    }
    return under_bar(page, "ingest/_preview_bar.html", context, request)


@editors_only("GET", "POST")
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """What the import will do to the site, and the choice of what becomes of it."""
    draft = get_object_or_404(ImportDraft, pk=pk)
    form = Finish(request.POST) if request.method == "POST" else Finish()
    if form.is_bound and form.is_valid():
        try:
            applied = _carry_out(request, draft, form.cleaned_data)
        except DraftInvalid:
            return _open_faults(pk)
        except StaleDraft:
            return _overtaken(request, pk)
        except publishing.PublishingError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _done(applied))
            return redirect("ingest:write_up", slug=applied.write_up.slug)
    plan = plan_draft(draft)
    ahead = outlook(plan)
    if ahead.problems and not form.is_bound:
        return _open_faults(pk)
    people = plan.of_kind("person")
    user: Any = request.user
    context = {
        "draft": draft,
        "plan": plan,
        "ahead": ahead,
        "form": form,
        "counts": _counts(plan),
        "new_speakers": [one for one in people if one.taken and one.value("match") == "new"],
        "user_may_publish": publishing.may_publish(user),
    }
    return render(request, "ingest/finish.html", context, status=422 if form.errors else 200)


@transaction.atomic
def _carry_out(request: HttpRequest, draft: ImportDraft, choice: dict[str, Any]) -> Applied:
    """Apply the draft and take the step with the write-up: both, or neither."""
    user: Any = request.user
    version = request.POST.get("version", "")
    if version != str(draft.version):
        raise StaleDraft(draft, {})
    applied = apply_draft(draft=draft, user=user)
    take_step(applied.write_up, choice["step"], choice.get("at"), user)
    return applied


@transaction.atomic
def take_step(write_up: WriteUp, step: str, at: Any, user: Any) -> None:
    """The step on the road to the public; raises PublishingError, PermissionDenied.

    A write-up that was handed in already stays so: pressing twice is no fault.
    """
    present = WriteUp.objects.get(pk=write_up.pk)
    if step == Finish.HAND_IN and present.status != Status.IN_REVIEW:
        publishing.hand_in(write_up=write_up, user=user)
    elif step in (Finish.PUBLISH, Finish.SCHEDULE):
        publishing.publish(write_up=write_up, user=user, at=at if step == Finish.SCHEDULE else None)
    elif step == WriteUpStep.SEND_BACK:
        publishing.send_back(write_up=write_up, user=user)
    elif step == WriteUpStep.UNPUBLISH:
        publishing.unpublish(write_up=write_up, user=user)


def _done(applied: Applied) -> str:
    counts = {
        "nieuw": applied.created,
        "bijgewerkt": applied.updated,
        "weggehaald": applied.removed,
        "ongewijzigd": applied.unchanged,
    }
    parts = [f"{count} {word}" for word, count in counts.items() if count]
    return f"Klaar. Onderdelen: {', '.join(parts) or 'geen'}."


def _counts(plan: Plan) -> list[tuple[int, str]]:
    """How many items of each kind are taken."""
    found: list[tuple[int, str]] = []
    for kind in PROPOSED_ITEMS:
        count = sum(one.taken for one in plan.of_kind(kind))
        name = KIND_NAMES[kind]
        if count:
            found.append((count, name.singular if count == 1 else name.plural))
    return found


@editors_only("GET", "POST")
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw an import away, after asking."""
    draft = get_object_or_404(ImportDraft, pk=pk)
    if request.method == "POST":
        title = draft.title
        user: Any = request.user
        discard_draft(draft=draft, user=user)
        messages.success(request, f"De import ‘{title}’ ligt nu in de prullenbak.")
        return redirect("ingest:overview")
    return render(request, "ingest/discard.html", {"draft": draft, "days": KEPT.days})
