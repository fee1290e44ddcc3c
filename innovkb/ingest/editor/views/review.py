"""The review of an import, and the saving of what an editor does there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect

from innovkb.ingest.apply import outlook
from innovkb.ingest.editor.drafts import PassageError, StaleDraft
from innovkb.ingest.editor.review import actions, adding
from innovkb.ingest.editor.review.merging import Saved, save_sent
from innovkb.ingest.editor.review.values import Sent, read_sent
from innovkb.ingest.editor.views.access import editors_only
from innovkb.ingest.editor.views.forms import AddPassage, AddPerson, ReviewQuery
from innovkb.ingest.editor.views.review_page import (
    builder_of,
    choices_to_undo,
    review_address,
    review_page,
    who,
)
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import plan_draft

_BUSY = "Iemand anders bewaarde op hetzelfde moment. Probeer het nog een keer."
_LONGEST_QUERY = 200


@editors_only("GET", "POST")
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The source with the proposals beside it; a post saves, and does what the button says."""
    draft = get_object_or_404(ImportDraft.objects.select_related("last_editor"), pk=pk)
    query = ReviewQuery(request.GET)
    if request.method != "POST":
        return review_page(request, draft, query)
    try:
        saved, refused = _save(request, draft)
        if saved.conflicts or refused:
            return review_page(request, saved.draft, query, refused=refused, status=409)
        if saved.overtaken:
            messages.warning(request, _merged(who(draft.last_editor)))
        return _act(request, saved.draft, query)
    except StaleDraft:
        messages.error(request, _BUSY)
        return redirect(review_address(pk, query))


def _merged(by: str) -> str:
    return f"{by} werkte ook aan deze import. Jullie wijzigingen zijn samengevoegd."


def _save(request: HttpRequest, draft: ImportDraft) -> tuple[Saved, dict[str, str]]:
    """Save the form, with the names and numbers that lead to other fields."""
    user: Any = request.user
    sent = read_sent(request.POST)
    values = dict(sent.values)
    refused: dict[str, str] = {}
    if any(name.endswith(".other") and value for name, value in values.items()):
        kinds = {one.key: one.kind for one in plan_draft(draft).entries}
        others, refused = actions.resolve_others(kinds, values)
        values |= others
    saved = save_sent(draft=draft, sent=replace(sent, values=values), user=user)
    ordered = actions.put_in_order(draft=saved.draft, values=sent.changed, user=user)
    return replace(saved, draft=ordered), refused


def _act(request: HttpRequest, draft: ImportDraft, query: ReviewQuery) -> HttpResponse:
    """Do what the pressed button says; a name that was typed is added, whichever button it is."""
    user: Any = request.user
    data = request.POST
    action = data.get("actie", "")
    if action == "voeg-spreker-toe" or (
        action != "voeg-toe" and data.get("person_name", "").strip()
    ):
        return _add_person(request, draft, query)
    if "naar" in data:
        asked = ReviewQuery(dict(parse_qsl(data["naar"][:_LONGEST_QUERY])))
        return redirect(review_address(draft.pk, asked, "voorstellen"))
    if "verplaats" in data:
        key, _, way = data["verplaats"].partition(":")
        builder = builder_of(draft)
        actions.move(plan=builder.plan, key=key, way=way, user=user)
        number = builder.numbers.get(key)
        return redirect(review_address(draft.pk, query, f"g{number}" if number else ""))
    if "zet" in data:
        name, _, value = data["zet"].partition("=")
        save_sent(draft=draft, sent=Sent(draft.version, {name: value}, {}), user=user)
        anchor = "f-" + name.removesuffix("_new").replace(".", "-")
        return redirect(review_address(draft.pk, query, anchor))
    if "alle" in data:
        return _choose_all(request, draft, query)
    return _button(request, draft, query, action)


def _choose_all(request: HttpRequest, draft: ImportDraft, query: ReviewQuery) -> HttpResponse:
    """Take or skip all of a kind or of a section; what was chosen before is kept, to undo it."""
    user: Any = request.user
    choice, _, section = request.POST["alle"].partition(":")
    draft, before = actions.choose_all(
        draft=draft, choice=choice, kind=query.kind, section=section, user=user
    )
    request.session["undo"] = {"draft": draft.pk, "choices": before}
    state = "overnemen" if choice == "take" else "overslaan"
    count = "1 voorstel staat" if len(before) == 1 else f"{len(before)} voorstellen staan"
    messages.success(request, f"{count} nu op {state}.")
    return redirect(review_address(draft.pk, query, "melding-boven"))


def _button(
    request: HttpRequest, draft: ImportDraft, query: ReviewQuery, action: str
) -> HttpResponse:
    user: Any = request.user
    if action == "voeg-toe" or (action == "bewaar" and request.POST.get("add_first", "").strip()):
        return _add(request, draft, query)
    if action == "voorbeeld":
        return redirect("ingest:preview", pk=draft.pk)
    if action == "klaar" and outlook(plan_draft(draft)).problems:
        return redirect(review_address(draft.pk, None, "fouten", checked=True))
    if action == "klaar":
        return redirect("ingest:finish", pk=draft.pk)
    if action == "zeker":
        draft, count = actions.take_certain(draft=draft, user=user)
        messages.success(request, f"{count} voorstellen met hoge zekerheid staan op overnemen.")
    elif action == "ongedaan" and (choices := choices_to_undo(request, draft)):
        draft = actions.choose(draft=draft, choices=choices, user=user)
        del request.session["undo"]
        messages.success(request, "Alles staat weer zoals het stond.")
    else:
        messages.success(request, "Bewaard.")
    return redirect(review_address(draft.pk, query, "melding-boven"))


def _add(request: HttpRequest, draft: ImportDraft, query: ReviewQuery) -> HttpResponse:
    """Add a passage, and go to its card."""
    user: Any = request.user
    form = AddPassage(request.POST)
    if not form.is_valid():
        return review_page(request, draft, query, add_form=form, status=422)
    data = form.cleaned_data
    try:
        draft, key = adding.add_words(draft=draft, kind=data["add_kind"], data=data, user=user)
    except PassageError as error:
        form.add_error("add_first", str(error))
        return review_page(request, draft, query, add_form=form, status=422)
    is_person = data["add_kind"] == "person"
    messages.success(request, f"De {'spreker' if is_person else 'passage'} is toegevoegd.")
    return redirect(_card_address(draft, key))


def _add_person(request: HttpRequest, draft: ImportDraft, query: ReviewQuery) -> HttpResponse:
    """Add a speaker by name; go to their card, or to that of the words they said."""
    user: Any = request.user
    form = AddPerson(request.POST)
    if not form.is_valid():
        return review_page(request, draft, query, person_form=form, status=422)
    items = {one.key for one in plan_draft(draft).entries if one.is_item}
    speaks = items & {form.cleaned_data["person_speaks"]}
    try:
        draft, key = adding.add_typed_person(
            draft=draft, fields=form.fields_of_person, speaks=speaks, user=user
        )
    except PassageError as error:
        form.add_error("person_name", str(error))
        return review_page(request, draft, query, person_form=form, status=422)
    entry = plan_draft(draft).entry(key)
    is_asked = bool(entry and not entry.value("match"))
    name = form.cleaned_data["person_name"]
    messages.success(
        request,
        f"{name} lijkt op iemand die de site kent. Kies hieronder wie het is."
        if is_asked
        else f"{name} is toegevoegd, en nu te kiezen bij elk citaat en elke tip.",
    )
    shown = key if is_asked or not speaks else next(iter(speaks))
    return redirect(_card_address(draft, shown))


def _card_address(draft: ImportDraft, key: str) -> str:
    """Where the card of a proposal stands."""
    builder = builder_of(draft)
    page = ReviewQuery({"pagina": builder.page_of(key)})
    return review_address(draft.pk, page, f"g{builder.numbers[key]}")


@editors_only("POST")
def autosave(request: HttpRequest, pk: int) -> HttpResponse:
    """Save what was typed. 204 with the new version; 409 with what another editor saved."""
    draft = ImportDraft.objects.select_related("last_editor").filter(pk=pk).first()
    if draft is None:
        message = "Deze import is weggegooid. Kopieer wat je nog nodig hebt."
        return JsonResponse({"message": message}, status=410)
    user: Any = request.user
    try:
        saved = save_sent(draft=draft, sent=read_sent(request.POST), user=user)
    except StaleDraft:
        return JsonResponse({"message": _BUSY}, status=503)
    if not saved.overtaken:
        response = HttpResponse(status=204)
        response["X-Draft-Version"] = str(saved.draft.version)
        return response
    by = "Je andere tabblad" if draft.last_editor == user else who(draft.last_editor)
    return JsonResponse(
        {
            "version": saved.draft.version,
            "by": by,
            "message": _merged(by),
            "conflicts": [
                {"name": one.name, "mine": one.mine, "theirs": one.theirs}
                for one in saved.conflicts
            ],
        },
        status=409,
    )
