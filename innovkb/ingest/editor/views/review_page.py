"""Puts a page of the review together: proposals, source, and what is wrong where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from innovkb.ingest.apply import Problem, outlook
from innovkb.ingest.editor.review.cards import Cards
from innovkb.ingest.editor.review.forms import label_of
from innovkb.ingest.editor.review.merging import Conflict, open_conflicts
from innovkb.ingest.editor.review.metadata import series_names
from innovkb.ingest.editor.review.options import FieldOptions
from innovkb.ingest.editor.review.review import ReviewBuilder
from innovkb.ingest.editor.views.forms import AddPassage, AddPerson, ReviewQuery
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import Plan, plan_draft
from sessions.publishing import may_publish


def who(user: Any) -> str:
    """The name of an editor, for other editors."""
    return str(user.get_full_name() or user.get_username()) if user else "Iemand anders"


def review_address(
    pk: int, query: ReviewQuery | None = None, fragment: str = "", *, checked: bool = False
) -> str:
    """The address of a page of the review; ``checked`` shows what is still wrong."""
    kept: dict[str, Any] = {}
    if query is not None:
        kept |= {"soort": query.kind} if query.kind else {}
        kept |= {"pagina": query.page} if query.page > 1 else {}
    kept |= {"controle": "ja"} if checked else {}
    address = reverse("ingest:review", args=[pk])
    return address + (f"?{urlencode(kept)}" if kept else "") + (f"#{fragment}" if fragment else "")


def builder_of(draft: ImportDraft) -> ReviewBuilder:
    """The layout of all proposals: for finding the page and number of one."""
    plan = plan_draft(draft)
    return ReviewBuilder(plan, Cards(FieldOptions(plan)))


def choices_to_undo(request: HttpRequest, draft: ImportDraft) -> dict[str, str]:
    """What was chosen before all of a kind was taken or skipped; empty when nothing was."""
    kept = request.session.get("undo") or {}
    return dict(kept["choices"]) if kept.get("draft") == draft.pk else {}


def review_page(
    request: HttpRequest,
    draft: ImportDraft,
    query: ReviewQuery,
    *,
    refused: Mapping[str, str] | None = None,
    add_form: AddPassage | None = None,
    person_form: AddPerson | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page, with what could not be saved or done, and where."""
    user: Any = request.user
    plan = plan_draft(draft)
    problems = outlook(plan).problems if query.value("controle") else ()
    conflicts = open_conflicts(plan, user)
    options = FieldOptions(plan)
    cards = Cards(options, problems, conflicts, refused, is_update=plan.target is not None)
    builder = ReviewBuilder(plan, cards, query.kind)
    review = builder.build(query.page)
    person_form = person_form or AddPerson()
    person_form.offer((one.entry.key, one.description) for one in review.items)
    last = draft.last_editor
    context = {
        "draft": draft,
        "plan": plan,
        "review": review,
        "summary": _summary(builder, problems, conflicts, refused or {}, [add_form, person_form]),
        "other": who(last) if last and last != user else "",
        "speakers": options.speakers.values(),
        "organisations": options.organisations.values(),
        "series": series_names(),
        "query": query,
        "action": review_address(draft.pk, query),
        "add_form": add_form or AddPassage(),
        "person_form": person_form,
        "user_may_publish": may_publish(user),
        "can_undo": bool(choices_to_undo(request, draft)),
    }
    return render(request, "ingest/review.html", context, status=status)


def _summary(
    builder: ReviewBuilder,
    problems: Sequence[Problem],
    conflicts: Sequence[Conflict],
    refused: Mapping[str, str],
    forms: Sequence[Form | None],
) -> list[tuple[str, str]]:
    """Each fault with the address of its field."""
    found = [(one.message, _place(builder, one.key, one.field)) for one in problems]
    for conflict in conflicts:
        key, _, field = conflict.name.rpartition(".")
        label = _label(builder.plan, key, field)
        found.append((f"{label}: jullie schreven allebei iets. Kies.", _place(builder, key, field)))
    for name, message in refused.items():
        key, _, field = name.rpartition(".")
        found.append((message, _place(builder, key, field)))
    for form in filter(None, forms):
        for field, errors in form.errors.items():
            found += [(str(error), f"#id_{field}") for error in errors]
    return found


def _label(plan: Plan, key: str, field: str) -> str:
    entry = plan.entry(key)
    label = label_of(entry.kind if entry else "document", field)
    return f"{label} bij ‘{entry.text[:40]}’" if entry else label


def _place(builder: ReviewBuilder, key: str, field: str) -> str:
    """Where the field stands: on this page of the review, or another."""
    if key not in builder.numbers:
        return f"?controle=ja#f-d-{field or 'title'}"
    fragment = f"f-{key}-{field}" if field else f"g{builder.numbers[key]}"
    return f"?pagina={builder.page_of(key)}&controle=ja#{fragment}"
