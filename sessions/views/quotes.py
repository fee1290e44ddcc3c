"""Quotes, and questions with their answers."""

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innovkb.frame.pages import attach_capacities, crumbs, public_or_404
from innovkb.frame.teasers import teasers
from innovkb.kinds import ITEM_KINDS, kind
from innovkb.lib.filters import Options, listing, load_options
from innovkb.passages.item_marks import mark_of
from innovkb.passages.surroundings import passage_in_context
from sessions.forms import QuestionFilters, QuoteFilters
from sessions.models import Appearance, Organisation, Quote, Speaker
from sessions.views.citations import formats

QUOTE = kind("quote")
QUESTION = kind("question")
THEME = kind("theme")
VOICED_KINDS = tuple(one for one in ITEM_KINDS if one is not QUOTE)


def _speakers_of(name: str) -> Options:
    """The speakers of the public items of kind ``name``."""
    used = kind(name).published().values("speaker")
    return Options(Speaker.objects.filter(pk__in=used), "slug", "name", "sort_name")


def _said_for(organisation: str) -> Exists:
    """Whether a quote's speaker spoke, in that write-up, for the organisation."""
    return Exists(
        Appearance.objects.filter(
            write_up=OuterRef("write_up"),
            speaker=OuterRef("speaker"),
            organisation__slug=organisation,
        )
    )


@require_safe
def quote_list(request: HttpRequest) -> HttpResponse:
    """All quotes, the newest first."""
    people = Appearance.objects.published().filter(speaker__in=QUOTE.published().values("speaker"))
    options = load_options(
        spreker=_speakers_of("quote"),
        organisatie=Options(
            Organisation.objects.filter(pk__in=people.values("organisation")),
            "slug", "name", "name",
        ),
        thema=Options(THEME.published(), "slug", "name", "name"),
    )  # fmt: skip
    form = QuoteFilters(request.GET, options)
    rows = QUOTE.cards().order_by("-write_up__date", "write_up", "position")
    if speaker := form.value("spreker"):
        rows = rows.filter(speaker__slug=speaker)
    if organisation := form.value("organisatie"):
        rows = rows.filter(_said_for(organisation))
    if theme := form.value("thema"):
        rows = rows.filter(themes__slug=theme)
    found = listing(request, rows, form)
    attach_capacities(found.rows)
    context = {"kind": QUOTE, "listing": found, "crumbs": crumbs(QUOTE)}
    return render(request, "sessions/quote_list.html", context)


@require_safe
def quote(request: HttpRequest, slug: str) -> HttpResponse:
    """One quote, in its context, with what it gives a voice to."""
    thing: Quote = public_or_404(QUOTE, slug, QUOTE.full().defer(None))
    attach_capacities([thing])
    context = {
        "kind": QUOTE,
        "item": thing,
        "passage": passage_in_context(thing.write_up.body, mark_of(thing)),
        "voiced": teasers(Q(quotes=thing), kinds=VOICED_KINDS),
        "formats": formats(thing),
        "crumbs": crumbs(QUOTE, (thing.title, "")),
    }
    return render(request, "sessions/quote.html", context)


@require_safe
def question_list(request: HttpRequest) -> HttpResponse:
    """All questions, the newest first."""
    options = load_options(
        thema=Options(THEME.published(), "slug", "name", "name"),
        spreker=_speakers_of("question"),
    )
    form = QuestionFilters(request.GET, options)
    rows = QUESTION.cards().order_by("-write_up__date", "write_up", "position")
    if theme := form.value("thema"):
        rows = rows.filter(themes__slug=theme)
    if speaker := form.value("spreker"):
        rows = rows.filter(speaker__slug=speaker)
    context = {
        "kind": QUESTION,
        "listing": listing(request, rows, form),
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
