"""Quotes, and questions with their answers."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innovkb.frame.pages import attach_capacities, crumbs, public_or_404
from innovkb.frame.teasers import teasers
from innovkb.kinds import ITEM_KINDS, Kind, kind
from innovkb.lib.filters import listing
from innovkb.passages.item_marks import mark_of
from innovkb.passages.surroundings import passage_in_context
from sessions.forms import QuestionFilters, QuoteFilters
from sessions.models import Quote
from sessions.views.citations import formats

QUOTE = kind("quote")
QUESTION = kind("question")
VOICED_KINDS = tuple(one for one in ITEM_KINDS if one is not QUOTE)


def _quotes(form: QuoteFilters) -> QuerySet[Any]:
    return form.narrow(QUOTE.cards()).order_by("-write_up__date", "write_up", "position")


def _questions(form: QuestionFilters) -> QuerySet[Any]:
    return form.narrow(QUESTION.cards()).order_by("-write_up__date", "write_up", "position")


@require_safe
def quote_list(request: HttpRequest) -> HttpResponse:
    """All quotes, the newest first."""
    form = QuoteFilters.over(request.GET, QUOTE.published)
    found = listing(request, _quotes, form)
    attach_capacities(found.rows)
    context = {"kind": QUOTE, "listing": found, "crumbs": crumbs(QUOTE)}
    return render(request, "sessions/quote_list.html", context)


def _with_body(one: Kind) -> Any:
    """The passage that a quote stands in is read from the whole text."""
    return one.full().defer(None)


@require_safe
def quote(request: HttpRequest, slug: str) -> HttpResponse:
    """One quote, in its context, with what it gives a voice to."""
    thing: Quote = public_or_404(QUOTE, slug, _with_body)
    attach_capacities([thing])
    context = {
        "kind": QUOTE,
        "item": thing,
        "passage": passage_in_context(thing.write_up.body, mark_of(thing)),
        "voiced": teasers(quotes=thing.pk, kinds=VOICED_KINDS),
        "formats": formats(thing),
        "crumbs": crumbs(QUOTE, (thing.title, "")),
    }
    return render(request, "sessions/quote.html", context)


@require_safe
def question_list(request: HttpRequest) -> HttpResponse:
    """All questions, the newest first."""
    form = QuestionFilters.over(request.GET, QUESTION.published)
    context = {
        "kind": QUESTION,
        "listing": listing(request, _questions, form),
        "crumbs": crumbs(QUESTION),
    }
    return render(request, "sessions/question_list.html", context)


@require_safe
def question(request: HttpRequest, slug: str) -> HttpResponse:
    """One question, its answer, and who answered."""
    thing = public_or_404(QUESTION, slug)
    attach_capacities([thing])
    context = {"kind": QUESTION, "item": thing, "crumbs": crumbs(QUESTION, (thing.title, ""))}
    return render(request, "sessions/question.html", context)
