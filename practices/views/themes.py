"""Themes: the ways in."""

from typing import Any

from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThan
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from innovkb.frame.pages import attach_capacities, crumbs, public_or_404
from innovkb.frame.teasers import TeaserGroup, count_by_theme, teasers
from innovkb.kinds import ITEM_KINDS, kind
from innovkb.lib.prepared import Prepared
from innovkb.lib.relations import select_light
from innovkb.tools.cards.selection import address_of
from innovkb.tools.handout.content import weightiest
from practices.models.claim import counted
from sessions.models import WriteUp

THEME = kind("theme")
QUOTE = kind("quote")
TIPS = 3
"""Tips that are told in full."""
FOLDED = 30
"""Things of each kind that are folded; the list of the kind has the rest."""
WRITE_UPS = 5
LONGEST_QUOTE = 240
"""Characters: a large quote is read in one glance."""
FOLDED_KINDS = ("tip", "barrier", "quote")
"""What stands first among what is folded; the rest keeps the order of the registry."""


_quotes = Prepared(
    lambda theme: (
        select_light(QUOTE.published(), "speaker", "write_up")
        .filter(themes=theme)
        .alias(
            is_long=GreaterThan(Length("text"), LONGEST_QUOTE), has_voice=Q(speaker__isnull=False)
        )
        .order_by("is_long", "-has_voice", "-write_up__date", "position", "pk")[:1]
    )
)


@require_safe
def theme_list(request: HttpRequest) -> HttpResponse:
    """The themes that there is something on, with how much."""
    counts = count_by_theme()
    themes = [theme for theme in THEME.published() if counts.get(theme.pk)]
    for theme in themes:
        theme.total = counts[theme.pk]
    context = {"kind": THEME, "themes": themes, "crumbs": crumbs(THEME)}
    return render(request, "practices/theme_list.html", context)


@require_safe
def theme(request: HttpRequest, slug: str) -> HttpResponse:
    """One theme as a story: a few things told whole, and everything else folded by kind."""
    thing = public_or_404(THEME, slug)
    groups = sorted(teasers(themes=thing.pk, most=FOLDED), key=_place)
    of_kind = {group.kind.key: group.items for group in groups}
    tips, barriers = of_kind.get("tip", []), of_kind.get("barrier", [])
    context = {
        "kind": THEME,
        "item": thing,
        "groups": groups,
        "tips": tips[:TIPS],
        "quote": _quote(thing),
        "barrier": weightiest(barrier__themes=thing.pk) or next(iter(barriers), None),
        "example": next(iter(of_kind.get("example", [])), None),
        "claims": counted(claim__themes=thing.pk),
        "write_ups": _write_ups(theme=thing.pk),
        "cards": address_of(reverse("cards"), [("tip", tip.slug) for tip in tips]),
        "crumbs": crumbs(THEME, (thing.name, "")),
    }
    return render(request, "practices/theme.html", context)


def _place(group: TeaserGroup) -> int:
    key = group.kind.key
    return FOLDED_KINDS.index(key) if key in FOLDED_KINDS else len(FOLDED_KINDS)


def _quote(thing: Any) -> Any:
    """One to show large: short and by somebody with a name if there is such a one, the newest."""
    found = _quotes(theme=thing.pk)
    attach_capacities(found)
    return next(iter(found), None)


@Prepared
def _write_ups(theme: int) -> Any:
    """The write-ups from which something on the theme was drawn, the newest first."""
    drawn = Q()
    for one in ITEM_KINDS:
        drawn |= Q(pk__in=one.published().filter(themes=theme).order_by().values("write_up"))
    rows = WriteUp.objects.published().filter(drawn).defer("body")
    return rows.order_by("-date", "pk")[:WRITE_UPS]
