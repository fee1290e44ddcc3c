"""Themes: the ways in."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innovkb.frame.pages import Crumb, attach_capacities, capital, crumbs, public_or_404
from innovkb.frame.teasers import ITEM_KINDS, TeaserGroup, count_by_theme, teasers
from innovkb.kinds import kind
from practices.models import Remedy
from sessions.models import WriteUp

THEME = kind("theme")
QUOTE = kind("quote")
AT_MOST = 5
"""How many of each kind a theme's page shows; the list of the kind has the rest."""
QUOTES = 3
FIRST_KINDS = ("barrier", "tip", "quote")


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
    """One theme: at most five things of each kind, and the way to the rest."""
    thing = public_or_404(THEME, slug)
    groups = sorted(teasers(Q(themes=thing), most=AT_MOST), key=_place)
    remedies, write_ups = _remedies(thing), list(_write_ups(thing))
    quotes = list(
        QUOTE.published()
        .filter(themes=thing)
        .select_related("speaker", "write_up")
        .defer("write_up__body")
        .order_by("-write_up__date", "position")[:QUOTES]
    )
    attach_capacities(quotes)
    context = {
        "kind": THEME,
        "item": thing,
        "groups": groups,
        "quotes": quotes,
        "remedies": remedies,
        "write_ups": write_ups,
        "contents": _contents(groups, remedies, write_ups),
        "crumbs": crumbs(THEME, (thing.name, "")),
    }
    return render(request, "practices/theme.html", context)


def _place(group: TeaserGroup) -> int:
    """What is asked for most comes first; the rest keeps the order of the registry."""
    key = group.kind.key
    return FIRST_KINDS.index(key) if key in FIRST_KINDS else len(FIRST_KINDS)


def _contents(groups: list[TeaserGroup], remedies: list[Any], write_ups: list[Any]) -> list[Crumb]:
    """What the table of contents holds, in the order of the page."""
    entries: list[Crumb] = []
    for group in groups:
        name = f"{capital(group.kind.plural)} ({group.total})"
        entries.append((name, f"#{group.kind.path}"))
        if group.kind.key == "barrier" and remedies:
            entries.append(("Wat daartegen helpt", "#wat-helpt"))
    if write_ups:
        entries.append(("Verslagen", "#verslagen"))
    return entries


def _remedies(thing: Any) -> list[Remedy]:
    """What helps against the theme's barriers; each aid once, with the first barrier it helps."""
    rows = (
        Remedy.objects.published()
        .filter(barrier__themes=thing)
        .select_related("barrier", "tip", "principle__set", "tool", "example")
        .order_by("position", "barrier", "pk")
    )
    first: dict[Any, Remedy] = {}
    for remedy in rows:
        first.setdefault(remedy.target, remedy)
    return list(first.values())[:AT_MOST]


def _write_ups(thing: Any) -> Any:
    """The write-ups from which something on the theme was drawn, the newest first."""
    drawn = Q()
    for one in ITEM_KINDS:
        drawn |= Q(pk__in=one.published().filter(themes=thing).order_by().values("write_up"))
    return WriteUp.objects.published().filter(drawn).defer("body").order_by("-date", "pk")[:AT_MOST]
