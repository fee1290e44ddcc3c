"""The pre-mortem: questions per phase, and the patterns that the answers warn of."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from innovkb.frame.pages import attach_capacities
from innovkb.kinds import kind
from innovkb.lib.addresses import read_fields
from innovkb.tools.forms import ASK, PremortemForm
from innovkb.tools.premortem import answers as answering
from innovkb.tools.premortem.answers import Answer, Answers
from innovkb.tools.premortem.archetype_links import belongings
from practices.models import Archetype, ArchetypeQuestion
from practices.models.archetype import Phase

ARCHETYPE = kind("archetype")
SHOWN = 5
"""Patterns that are shown with all that belongs to them; the others in a line each."""

PHASES = (
    (Phase.BEFORE, "Je moet nog beginnen. Wat kan er misgaan, en wat doe je er nu al aan?"),
    (Phase.DURING, "Je bent bezig. Welk patroon sluipt er in?"),
    (Phase.AFTER, "Het is klaar of gestopt. Wat is er gebeurd, en wat leer je ervan?"),
)


@require_safe
def premortem(request: HttpRequest) -> HttpResponse:
    """``/premortem/``: choose a phase, answer its questions, see which patterns threaten."""
    fields, cut = read_fields(request)
    form = PremortemForm(fields, cut=cut)
    phase = form.phase
    if phase is None:
        return render(request, "tools/premortem/premortem.html", _context(form))
    archetypes = list(_archetypes(phase))
    answers = form.keep(archetypes)
    if form.is_submitted and answers and not form.ignored:
        return HttpResponseRedirect(f"{_address(phase, answers)}#uitslag")
    context = _context(form) | {"phase": phase, "answer_url": _address(phase, answers, step=ASK)}
    if answers and form.step != ASK:
        context |= _result(archetypes, answers) | {"address": _address(phase, answers)}
        return render(request, "tools/premortem/premortem_result.html", context)
    outcome = answering.judge(archetypes, answers)
    context |= {
        "outcome": outcome,
        "contents": [(str(p.archetype), f"#{p.archetype.slug}") for p in outcome.in_order],
        "options": Answer,
        "asks_to_answer": form.is_submitted and not answers,
    }
    return render(request, "tools/premortem/premortem_questions.html", context)


def _context(form: PremortemForm) -> dict[str, Any]:
    return {
        "form": form,
        "phases": PHASES,
        "crumbs": [(ARCHETYPE.plural.capitalize(), ARCHETYPE.list_url), ("Pre-mortem", "")],
    }


def _archetypes(phase: Phase) -> Any:
    """The public archetypes, each with its questions of one phase in ``asked``."""
    questions = ArchetypeQuestion.objects.filter(phase=phase).order_by("position")
    return (
        Archetype.objects.published()
        .order_by("position", "pk")
        .prefetch_related(Prefetch("checks", questions, to_attr="asked"))
    )


def _result(archetypes: list[Archetype], answers: Answers) -> dict[str, Any]:
    outcome = answering.judge(archetypes, answers)
    shown = [pattern.archetype for pattern in outcome.threats[:SHOWN]]
    belonging = belongings(shown)
    attach_capacities([item for own in belonging.values() for item in own.items])
    return {
        "outcome": outcome,
        "contents": [
            (f"{one.archetype} – {one.level.label.lower()}", f"#{one.archetype.slug}")
            for one in outcome.threats
        ],
        "threats": [(one, belonging[one.archetype.pk]) for one in outcome.threats[:SHOWN]],
        "more_threats": outcome.threats[SHOWN:],
    }


def _address(phase: Phase, answers: Answers, *, step: str = "") -> str:
    """The address with these answers: short, and the same whatever way they were given."""
    pairs = [("fase", phase.label), *(("a", word) for word in answering.write(answers))]
    pairs += [("stap", step)] if step else []
    return f"{reverse('premortem')}?{urlencode(pairs)}"
