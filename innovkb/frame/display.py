"""How pages look to this visitor: light or dark, and where the menus lead."""

from collections.abc import Iterable
from contextlib import suppress
from functools import cache

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.text import capfirst
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from innovkb.kinds import KINDS

COOKIE = "weergave"
COOKIE_AGE = 365 * 24 * 60 * 60  # seconds
MODES = {"licht": "Licht", "donker": "Donker", "systeem": "Zoals je apparaat"}
DEFAULT_MODE = "systeem"

MENU = (
    ("Wat helpt", "navigator"),
    ("Tips", "tip_list"),
    ("Citaten", "quote_list"),
    ("Sprekers", "speaker_list"),
    ("Thema’s", "theme_list"),
    ("Pre-mortem", "premortem"),
)
"""What stands in the menu itself; all else follows under *Meer*."""
ON_A_PHONE = 4
"""How many of those stand open where there is little room."""

TOOLS = (
    ("Kaart van barrières", "map"),
    ("Kaartjes om te printen", "cards"),
)
ABOUT = (
    ("Over deze site", "about"),
    ("Toegankelijkheid", "accessibility"),
    ("Privacy", "privacy"),
    ("Colofon", "colophon"),
    ("API en open data", "api_docs"),
    ("Alles downloaden", "dataset"),
)


class DisplayForm(forms.Form):
    """The switch at the foot of every page."""

    weergave = forms.ChoiceField(choices=list(MODES.items()))
    terug = forms.CharField(required=False, max_length=2000)


@csrf_exempt  # a forged post could only change colours; without a token pages need no cookie
@require_POST
def set_display(request: HttpRequest) -> HttpResponse:
    """Remember light or dark in a cookie and go back; a wrong choice changes nothing."""
    form = DisplayForm(request.POST)
    form.is_valid()
    back = form.cleaned_data.get("terug", "")
    allowed = url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    response = HttpResponseRedirect(back if allowed else "/")
    response.status_code = 303
    if mode := form.cleaned_data.get("weergave"):
        response.set_cookie(
            COOKIE,
            mode,
            max_age=COOKIE_AGE,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


@cache
def _addresses(entries: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Label and address of each entry; what isn't served here is left out."""
    found = []
    for label, name in entries:
        with suppress(NoReverseMatch):
            found.append((label, reverse(name)))
    return tuple(found)


def _links(entries: Iterable[tuple[str, str]], path: str) -> list[dict[str, str]]:
    """Label, address and ``aria-current`` of each entry."""
    return [
        {
            "label": label,
            "url": url,
            "current": "page" if path == url else "true" if path.startswith(url) else "",
        }
        for label, url in _addresses(tuple(entries))
    ]


def display_mode(request: HttpRequest) -> str:
    """Light, dark, or as the device has it: what the cookie says, if that makes sense."""
    mode = request.COOKIES.get(COOKIE, DEFAULT_MODE)
    return mode if mode in MODES else DEFAULT_MODE


def display(request: HttpRequest) -> dict[str, object]:
    """Context for base.html: the display mode and the menus."""
    lists = [(capfirst(kind.plural), kind.list_name) for kind in KINDS]
    menu = _links(MENU, request.path)
    return {
        "display_mode": display_mode(request),
        "display_modes": MODES,
        "menu": menu,
        "menu_first": menu[:ON_A_PHONE],
        "menu_then": menu[ON_A_PHONE:],
        "menu_more": _links((one for one in lists if one not in MENU), request.path),
        "menu_tools": _links(TOOLS, request.path),
        "menu_about": _links(ABOUT, request.path),
    }
