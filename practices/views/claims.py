"""Claims: what several people say, and who says the opposite."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innovkb.frame.pages import attach_capacities, crumbs, public_or_404
from innovkb.kinds import kind
from innovkb.lib.filters import listing
from practices.forms import ThemeFilters
from practices.models import Claim, Voice
from practices.models.claim import attach_counts
from practices.verdict import Stance, said_by

CLAIM = kind("claim")


@dataclass(frozen=True)
class Side:
    """Everybody who takes one stance."""

    stance: Stance
    said: str
    """``Vier zeggen dit``."""
    voices: list[Voice]


def _rows(form: ThemeFilters) -> QuerySet[Any]:
    return form.narrow(CLAIM.cards())


@require_safe
def claim_list(request: HttpRequest) -> HttpResponse:
    """All claims, each with how many people say so."""
    form = ThemeFilters.over(request.GET, CLAIM.published)
    found = listing(request, _rows, form)
    attach_counts(found.rows)
    context = {"kind": CLAIM, "listing": found, "crumbs": crumbs(CLAIM)}
    return render(request, "practices/claim_list.html", context)


@require_safe
def claim(request: HttpRequest, slug: str) -> HttpResponse:
    """One claim: everybody who says it, who says the opposite, and who says it depends."""
    thing = public_or_404(CLAIM, slug)
    attach_capacities([voice.item for voice in thing.public_voices])
    context = {
        "kind": CLAIM,
        "item": thing,
        "sides": _sides(thing),
        "crumbs": crumbs(CLAIM, (thing.title, "")),
    }
    return render(request, "practices/claim.html", context)


def _sides(thing: Claim) -> list[Side]:
    voices: list[Voice] = thing.public_voices  # type: ignore[attr-defined]
    return [
        Side(stance, said_by(stance, people), [one for one in voices if one.stance == stance])
        for stance in Stance
        if (people := thing.counts.get(stance, 0))
    ]
