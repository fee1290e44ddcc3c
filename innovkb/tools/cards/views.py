"""``/kaarten/``: a set as a reading list on the screen, and as A6 cards on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from innovkb.frame.teasers import Teaser, teasers
from innovkb.kinds import kind
from innovkb.lib.addresses import read_fields
from innovkb.lib.filters import Options, load_options
from innovkb.tools.cards.forms import PickForm
from innovkb.tools.cards.qr import qr_svg
from innovkb.tools.cards.selection import PARAMETER, Key, PrintCard, address_of, read_keys, select

A_SHEET = 4
"""A6 cards on an A4."""
MOST_OFFERED = 60
THEME = kind("theme")


@dataclass(frozen=True)
class Printed:
    """A card with what its place in the set adds."""

    card: PrintCard
    number: int
    qr: str
    without: str
    """The address of the set without this card."""


@require_safe
def cards(request: HttpRequest) -> HttpResponse:
    """A set of items; without one, the way to make it."""
    fields, is_cut = read_fields(request)
    wanted = read_keys(fields.getlist(PARAMETER))
    selection = select(wanted)
    options = load_options(thema=Options(THEME.published(), "slug", "name", "name"))
    form = PickForm(fields, {**options, "soort": PickForm.KINDS})
    keys = [card.key for card in selection.cards]
    printed = _printed(selection.cards, keys)
    ignored = [*selection.ignored, *form.ignored]
    if is_cut:
        ignored.append("Dit adres is te lang. We lazen niet alles.")
    if selection.missing:
        ignored.append(_missing(selection.missing))
    context = {
        "ignored": ignored,
        "sheets": [printed[at : at + A_SHEET] for at in range(0, len(printed), A_SHEET)],
        "total": len(printed),
        "keys": [":".join(key) for key in keys],
        "address": f"{settings.SITE_URL}{address_of(reverse('cards'), keys)}",
        "form": form,
        "offered": _offered(form, keys),
        "crumbs": [("Kaartjes", "")],
    }
    return render(request, "tools/cards/cards.html", context)


def _printed(found: Sequence[PrintCard], keys: Sequence[Key]) -> list[Printed]:
    path = reverse("cards")
    return [
        Printed(
            card,
            number,
            qr_svg(card.address),
            address_of(path, [key for key in keys if key != card.key]),
        )
        for number, card in enumerate(found, start=1)
    ]


def _missing(count: int) -> str:
    if count == 1:
        return "Eén kaartje staat niet (meer) op de site, dus weggelaten."
    return f"{count} kaartjes staan niet (meer) op de site, dus weggelaten."


def _offered(form: PickForm, keys: Sequence[Key]) -> dict[str, Any] | None:
    """The items to choose from that are not in the set yet; None when no kind is chosen."""
    if not form.value("soort"):
        return None
    one = kind(form.value("soort"))
    theme = form.value("thema")
    having = {"themes__slug": theme} if theme else {}
    most = MOST_OFFERED + len(keys)
    groups = teasers(kinds=[one], most=most, **having)
    found: list[Teaser] = [
        teaser for group in groups for teaser in group.items if (one.key, teaser.slug) not in keys
    ]
    total = sum(group.total for group in groups)
    return {"kind": one, "items": found[:MOST_OFFERED], "is_cut": total > most}
