"""The pre-mortem: questions per phase, and the patterns that the answers warn of.

Answers come in the body of a request and never in its address, so that no log holds them. In the
browser they stand behind the ``#``, which isn't sent; ``premortem.js`` sends them as a form.
"""

from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from innovkb.frame.pages import attach_capacities
from innovkb.kinds import kind
from innovkb.lib.addresses import parse_fields, read_fields
from innovkb.tools.premortem import answers as answering
from innovkb.tools.premortem.answers import Answer, Answers, Level
from innovkb.tools.premortem.archetype_links import belongings
from innovkb.tools.premortem.forms import ASK, SUBMIT, PremortemForm
from innovkb.tools.premortem.merging import merge
from practices.models import Archetype, ArchetypeQuestion
from practices.models.archetype import Phase

ARCHETYPE = kind("archetype")
MOST_PEOPLE = 30
"""Addresses that one page puts together."""

PHASES = (
    (Phase.BEFORE, "Je moet nog beginnen. Wat kan er misgaan, en wat doe je er nu al aan?"),
    (Phase.DURING, "Je bent bezig. Welk patroon sluipt er in?"),
    (Phase.AFTER, "Het is klaar of gestopt. Wat is er gebeurd, en wat leer je ervan?"),
)


@csrf_exempt  # nothing is kept, so a forged post can change nothing
@require_http_methods(["GET", "HEAD", "POST"])
def premortem(request: HttpRequest) -> HttpResponse:
    """``/premortem/``: choose a phase, answer its questions, see which patterns threaten."""
    fields, cut = (request.POST, False) if request.method == "POST" else read_fields(request)
    form = PremortemForm(fields, cut=cut)
    phase = form.phase
    if phase is None:
        return render(request, "tools/premortem/premortem.html", _context(form))
    archetypes = list(_archetypes(phase))
    answers = form.keep(archetypes)
    context = _context(form) | {"phase": phase}
    if answers and not form.asks:
        context |= _result(form, archetypes, answers)
        return render(request, "tools/premortem/premortem_result.html", context)
    outcome = answering.judge(archetypes, answers)
    context |= {
        "outcome": outcome,
        "contents": [(str(p.archetype), f"#{p.archetype.slug}") for p in outcome.in_order],
        "options": Answer,
        "hidden": form.pairs(archetypes, but=phase),
        "state": form.state(archetypes, step=ASK),
        "asks_to_answer": form.step == SUBMIT and not answers and not form.asks,
    }
    return render(request, "tools/premortem/premortem_questions.html", context)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def together(request: HttpRequest) -> HttpResponse:
    """``/premortem/samen/``: what several people answered, with where they differ on top."""
    lines = request.POST.get("adressen", "").split()
    forms = [_form_of(line) for line in lines[:MOST_PEOPLE]]
    given = [form for form in forms if form.phase and form.given[form.phase]]
    context: dict[str, Any] = {
        "lines": lines,
        "unread": len(lines) - len(given),
        "is_sent": request.method == "POST",
        "most": MOST_PEOPLE,
        "crumbs": [*_crumbs(reverse("premortem")), ("Samen", "")],
    }
    if len(given) > 1:
        phase = max(Phase, key=lambda one: sum(form.phase == one for form in given))
        people = [form.given[phase] for form in given if form.given[phase]]
        context |= {
            "phase": phase,
            "people": len(people),
            "project": next((form.project for form in given if form.project), ""),
            "merged": merge(list(_archetypes(phase)), people),
        }
    return render(request, "tools/premortem/premortem_together.html", context)


def _form_of(address: str) -> PremortemForm:
    """The state in the part of an address behind ``#``, or else behind ``?``."""
    _, _, raw = address.partition("#" if "#" in address else "?")
    fields, cut = parse_fields(raw)
    return PremortemForm(fields, cut=cut)


def _context(form: PremortemForm) -> dict[str, Any]:
    return {"form": form, "phases": PHASES, "crumbs": _crumbs("")}


def _crumbs(address: str) -> list[tuple[str, str]]:
    return [(ARCHETYPE.plural.capitalize(), ARCHETYPE.list_url), ("Pre-mortem", address)]


def _archetypes(phase: Phase) -> Any:
    """The public archetypes, each with its questions of one phase in ``asked``."""
    questions = ArchetypeQuestion.objects.filter(phase=phase).order_by("position")
    return (
        Archetype.objects.published()
        .order_by("position", "pk")
        .prefetch_related(Prefetch("checks", questions, to_attr="asked"))
    )


def _result(form: PremortemForm, archetypes: list[Archetype], answers: Answers) -> dict[str, Any]:
    outcome = answering.judge(archetypes, answers)
    belonging = belongings([one.archetype for one in outcome.threats if one.level != Level.LOW])
    attach_capacities([item for own in belonging.values() for item in own.items])
    return {
        "outcome": outcome,
        "contents": [
            (f"{one.archetype} – {one.level.label.lower()}", f"#{one.archetype.slug}")
            for one in outcome.threats
        ],
        "levels": [
            (
                level,
                [
                    (one, belonging.get(one.archetype.pk), form.agreement(one.archetype.slug))
                    for one in outcome.at(level)
                ],
            )
            for level in Level
            if outcome.at(level)
        ],
        "hidden": form.pairs(one for one in archetypes if one.pk not in belonging),
        "state": form.state(archetypes),
        "address": f"{reverse('premortem')}#{form.state(archetypes)}",
    }
